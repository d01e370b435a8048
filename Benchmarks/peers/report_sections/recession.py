"""Depth, length and loss of the recession, and what had been projected."""
import numpy as np
import pandas as pd

from .data import MIN_SHARE, NAN, entries
from .student import half_width


def regained(level, target, first_fall, sustain):
    """Positions after r at which `level` is back at `target`: (first, interpolated, sustained), NaN where censored."""
    gap = level - target
    back = [t for t in range(first_fall + 1, len(gap)) if gap[t] >= 0]
    if not back:
        return NAN, NAN, NAN
    first = back[0]
    crossing = first - 1 + gap[first - 1] / (gap[first - 1] - gap[first])
    held = [t for t in back if t + sustain <= len(gap) and (gap[t:t + sustain] >= 0).all()]
    return first, crossing, held[0] if held else NAN


class Trend:
    """ln y = a + b t, t = 0 .. n-1, by least squares, and what it says of all periods of the sample."""

    def __init__(self, y, start, reference):
        fitted = np.log(y[start:reference + 1])
        X = np.column_stack([np.ones(len(fitted)), np.arange(len(fitted))])
        beta, _, _, _ = np.linalg.lstsq(X, fitted, rcond=None)
        residual = fitted - X @ beta
        self.df = len(fitted) - 2
        self.variance = residual @ residual / self.df
        self.cov = self.variance * np.linalg.inv(X.T @ X)
        self.slope = beta[1]
        self.time = np.arange(len(y)) - start
        self.log = beta[0] + beta[1] * self.time
        self.level = np.exp(self.log)


def recovery_rows(row, indicator, answers, r, periods, frequency, censored_end):
    """Years to regain something: first touch, interpolated, sustained, and lower bounds where the sample ends before."""
    first, crossing, held = answers
    reference, end = periods[r], len(periods) - 1
    for component, at in (("", first), ("interpolated", crossing), ("sustained", held)):
        when = end if np.isnan(first) else int(held if component == "sustained" and held == held else first)
        row(f"{reference}/{periods[when]}", indicator, component, (at - r) / frequency)
    if censored_end and np.isnan(first):
        row(f"{reference}/{periods[end]}", indicator, "lower_bound", (end - r) / frequency)
    elif censored_end and np.isnan(held):
        row(f"{reference}/{periods[end]}", indicator, "sustained/lower_bound", (end - r) / frequency)


def episode(y, periods, reference, trend_from, frequency=1, sustain=2):
    """The episode of one series without gaps; rows as in `COLUMNS` without the territory."""
    y, periods = np.asarray(y, float), list(periods)
    r, w, end = periods.index(reference), periods.index(trend_from), len(y) - 1
    rows = []

    def row(period, indicator, component, value, std_error=NAN, half=NAN):
        rows.append((period, f"recession.{indicator}", component, value, std_error, value - half, value + half))

    for t in range(r, len(y)):
        if t > r:
            row(periods[t], "growth", "", 100 * (y[t] / y[t - 1] - 1))
        row(periods[t], "level_index", "", 100 * y[t] / y[r])

    falls = [t for t in range(r + 1, len(y)) if y[t] < y[r]]
    if falls:
        answers = regained(y, np.full(len(y), y[r]), falls[0], sustain)
        stop = len(y) if np.isnan(answers[2]) else int(answers[2])
        trough = falls[0] + int(np.argmin(y[falls[0]:stop]))
        row(f"{reference}/{periods[trough]}", "depth", "", 100 * (y[trough] / y[r] - 1))
        row(periods[trough], "trough", "", 100 * y[trough] / y[r])
        row(f"{reference}/{periods[trough]}", "duration", "", (trough - r) / frequency)
        recovery_rows(row, "years_to_level", answers, r, periods, frequency, True)
        last = len(y) if np.isnan(answers[0]) else int(answers[0])       # the regained period itself is not counted
        row(f"{reference}/{periods[last - 1]}", "loss_level", "", 100 * np.sum(1 - y[r + 1:last] / y[r]) / frequency)
    else:
        for indicator, value in (("depth", 0), ("trough", NAN), ("duration", 0), ("loss_level", 0)):
            row(f"{reference}/{periods[end]}", indicator, "", value)
        recovery_rows(row, "years_to_level", (NAN, NAN, NAN), r, periods, frequency, False)

    trend = Trend(y, w, r)
    growth = np.exp(trend.slope * frequency)
    error = 100 * frequency * growth * np.sqrt(trend.cov[1, 1])
    row(f"{trend_from}/{reference}", "trend_growth", "", 100 * (growth - 1), error, half_width(error, trend.df))
    below = [t for t in range(r + 1, len(y)) if y[t] < trend.level[t]]
    answers = regained(y, trend.level, below[0], sustain) if below else (NAN, NAN, NAN)
    recovery_rows(row, "years_to_trend", answers, r, periods, frequency, bool(below))
    after = slice(r + 1, None)
    scale = 100 / y[r] / frequency
    gradient = scale * np.array([trend.level[after].sum(), (trend.level[after] * trend.time[after]).sum()])
    error = np.sqrt(gradient @ trend.cov @ gradient)
    row(f"{reference}/{periods[end]}", "loss_trend", "", scale * np.sum(trend.level[after] - y[after]), error,
        half_width(error, trend.df))
    return rows


class Levels:
    """The series that the recession is measured on: of territories alone, and of groups over complete members."""

    def __init__(self, data, variable, reference, trend_from):
        levels = data.wide(variable)
        levels = levels.loc[:, levels.columns >= trend_from]
        population = data.wide("population")[reference]
        self.territories = []
        for name, series in levels.iterrows():
            series = series.loc[:series.last_valid_index()]      # CHOICE: a territory's sample ends with its own data
            if len(series) and reference in series.index and series.notna().all():
                self.territories.append((name, series))
        self.complete = levels.dropna()
        self.following = levels.columns[levels.columns.get_loc(reference) + 1]
        self.groups = []
        for group, leaves in data.members.groupby("group")["territory"]:
            inside = self.complete.index.intersection(leaves)
            share = 100 * population.reindex(inside).sum() / population.reindex(leaves).sum()
            self.groups.append((group, inside, share, self.complete.loc[inside].sum()))


def recession_impact(data, variable="gdp_constant_2015_usd", reference="2019", trend_from="2010", sustain=2):
    levels = Levels(data, variable, reference, trend_from)
    out = []

    def add(name, series):
        out.extend((name, *row) for row in episode(series.to_numpy(), series.index, reference, trend_from, 1, sustain))

    for name, series in levels.territories:
        add(name, series)
    growth = 100 * (levels.complete[levels.following] - levels.complete[reference])
    for group, inside, share, total in levels.groups:
        out.append((group, reference, "recession.data_share", "", share, NAN, NAN, NAN))
        if share >= MIN_SHARE:
            add(group, total)
            out.extend((group, f"{reference}/{levels.following}", "recession.contribution", member, value, NAN, NAN, NAN)
                       for member, value in (growth[inside] / total[reference]).items())
        else:
            out.extend((group, "", f"recession.{name}", "", NAN, NAN, NAN, NAN)
                       for name in ("depth", "trough", "duration", "years_to_level", "loss_level", "years_to_trend",
                                    "trend_growth", "loss_trend"))
    return out


def recession_outlook(data, target="2020", variable="gdp_constant_2015_usd"):
    levels = data.wide(variable)
    before = levels.columns[levels.columns.get_loc(target) - 1]
    gdp = levels[[before, target]].dropna().set_axis(["Y0", "Y1"], axis=1)
    outlook = data.outlook[data.outlook["period"] == target]
    outlook = outlook.assign(component=outlook["institution"] + "/" + outlook["vintage"])
    groups = data.members["group"].unique()
    own = outlook[outlook["territory"].isin(data.groups)]

    # territories
    leaf = outlook[~outlook["territory"].isin(data.groups)].merge(gdp, left_on="territory", right_index=True, how="left")
    outcome = 100 * (leaf["Y1"] / leaf["Y0"] - 1)
    out = entries(gdp.index, target, "recession.outlook_outcome", "", 100 * (gdp["Y1"] / gdp["Y0"] - 1))
    for indicator, value in (("growth", leaf["value"]), ("outcome", outcome), ("error", outcome - leaf["value"])):
        out += entries(leaf["territory"], target, f"recession.outlook_{indicator}", leaf["component"], value)

    # groups: CHOICE: members with a level in both years, whatever the rest of their series
    total = data.members.merge(gdp, left_on="territory", right_index=True).groupby("group")[["Y0", "Y1"]].sum()
    out += entries(total.index, target, "recession.outlook_outcome", "", 100 * (total["Y1"] / total["Y0"] - 1).to_numpy())
    every = pd.MultiIndex.from_product([groups, outlook["component"].unique()], names=["group", "component"])
    covered = data.members.merge(leaf.dropna(subset=["Y0", "value"]), on="territory")
    sums = covered.assign(gY=covered["value"] * covered["Y0"]).groupby(["group", "component"])[["Y0", "Y1", "gY"]].sum()
    sums = sums.reindex(every).reset_index()
    share = 100 * sums["Y0"].fillna(0) / sums["group"].map(total["Y0"])
    sums.loc[~(share >= MIN_SHARE), ["Y0", "Y1", "gY"]] = NAN                    # refused; the share itself is told
    projection = sums["gY"] / sums["Y0"]
    outcome = 100 * (sums["Y1"] / sums["Y0"] - 1)
    for indicator, value in (("growth", projection), ("share", share), ("outcome", outcome), ("error", outcome - projection)):
        out += entries(sums["group"], target, f"recession.outlook_{indicator}", sums["component"], value.to_numpy())
    out += entries(own["territory"], target, "recession.outlook_growth", own["component"] + "/published", own["value"].to_numpy())
    return out
