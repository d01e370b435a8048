"""Poverty on output within territories and periods, with errors for few groups."""
import numpy as np
import pandas as pd

from .data import NAN
from .student import half_width, two_sided_p

OUTCOME, OUTPUT = "poverty_headcount_830_pct", "gdp_constant_2015_usd"
TERM = f"log({OUTPUT})"


def without_singletons(rows, effects):
    """The rows of which every level of every effect has another."""
    while True:
        alone = np.zeros(len(rows), bool)
        for effect in effects:
            alone |= rows.groupby(effect)[effect].transform("size").to_numpy() == 1
        if not alone.any():
            return rows
        rows = rows[~alone]


def cr2(X, residual, groups):
    """The bias-reduced covariance and the Satterthwaite degrees of freedom of the first coefficient (Pustejovsky and Tipton 2018)."""
    bread = np.linalg.inv(X.T @ X)
    H = X @ bread @ X.T
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    scores, columns = [], []
    for start, stop in zip(starts, np.append(starts[1:], len(groups))):
        g = slice(start, stop)
        values, vectors = np.linalg.eigh(np.eye(stop - start) - H[g, g])
        # The dummy of the group itself is fitted perfectly: the generalised inverse leaves its direction out.
        root = np.where(values > 1e-9, 1 / np.sqrt(np.maximum(values, 1e-9)), 0)
        adjusted = (vectors * root) @ vectors.T @ (X[g] @ bread[:, 0])
        scores.append(adjusted @ residual[g])
        column = -H[:, g] @ adjusted
        column[g] += adjusted
        columns.append(column)
    P = np.column_stack(columns)
    omega = P.T @ P
    return np.sum(np.square(scores)), np.trace(omega) ** 2 / np.sum(omega ** 2)


def recovery_regress(data):
    outcome, output = (data.wide(name).stack().dropna() for name in (OUTCOME, OUTPUT))
    both = pd.DataFrame({"y": outcome, "x": output}).rename_axis(["territory", "period"]).reset_index()
    complete = both.dropna()
    rows = without_singletons(complete, ["territory", "period"]).sort_values(["territory", "period"])
    y, x = rows["y"].to_numpy(), np.log(rows["x"].to_numpy())
    unit, period = rows["territory"].astype("category").cat.codes.to_numpy(), rows["period"].astype("category").cat.codes.to_numpy()
    dummies = np.hstack([np.eye(unit.max() + 1)[unit], np.eye(period.max() + 1)[period][:, 1:]])
    X = np.column_stack([x, dummies])
    beta = np.linalg.lstsq(X, y, rcond=None)[0]
    residual = y - X @ beta
    within = y - dummies @ np.linalg.lstsq(dummies, y, rcond=None)[0]
    variance, df = cr2(X, residual, unit)
    error = np.sqrt(variance)
    t = beta[0] / error
    p, half = two_sided_p(t, df), half_width(error, df)
    span = f"{rows['period'].min()}/{rows['period'].max()}"
    out = [(span, "coefficient", TERM, beta[0], error, beta[0] - half, beta[0] + half)]
    out += [(span, indicator, component, value, NAN, NAN, NAN) for indicator, component, value in (
        ("t_statistic", TERM, t), ("degrees_of_freedom", TERM, df), ("p_value", TERM, p),
        ("r_squared", "", 1 - residual @ residual / (within @ within)),
        ("f_statistic", "slopes", t ** 2), ("p_value", "slopes", p),
        ("parameters", "", X.shape[1]), ("groups", "unit", unit.max() + 1))]
    out += [("", "rows_dropped", reason, count, NAN, NAN, NAN) for reason, count in (
        (f"no value of {OUTCOME}", both["y"].isna().sum()),
        ("alone in a level of a fixed effect", len(complete) - len(rows)))]
    return [("", row[0], f"recovery.{row[1]}", *row[2:]) for row in out]
