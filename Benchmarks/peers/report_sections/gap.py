"""The gap to what the trend before the recession would have given, and the shape of the recovery."""
import numpy as np

from .data import MIN_SHARE, NAN
from .recession import Levels, Trend, recovery_rows, regained
from .student import half_width


def shape(gap):
    """The letter of a path of gaps, the first one that of the first period after the reference."""
    if not (gap < 0).any():
        return "none"
    deepest = gap.min()
    low = int(gap.argmin())
    # W: at half of the depth or below, above a quarter of it, and back at half of it.
    half = np.flatnonzero(gap <= deepest / 2)
    rise = np.flatnonzero(gap > deepest / 4)
    if np.logical_and(rise > half[0], rise < half[-1]).any():
        return "W"
    first_fall = int(np.flatnonzero(gap < 0)[0])
    back = np.flatnonzero(gap[low:] >= 0)
    if not len(back):
        return "L" if gap[-1] <= deepest / 2 else "U"
    fall = low - first_fall + 1                         # periods from the last one without a gap to the lowest
    return "V" if back[0] <= 2 * fall else "U"


def path(y, periods, reference, trend_from, frequency=1, sustain=2):
    """The gap of one series to its log-linear counterfactual; rows as in `COLUMNS` without the territory."""
    y, periods = np.asarray(y, float), list(periods)
    r, w, end = periods.index(reference), periods.index(trend_from), len(y) - 1
    trend, rows = Trend(y, w, r), []
    whole = f"{reference}/{periods[end]}"

    def row(period, indicator, component, value, std_error=NAN, low=NAN, high=NAN):
        rows.append((period, f"recession.{indicator}", component, value, std_error, low, high))

    # The prediction interval of a new value: the error of the coefficients and its own.
    design = np.column_stack([np.ones(len(y)), trend.time])
    error = np.sqrt(trend.variance + np.einsum("ti,ij,tj->t", design, trend.cov, design))
    half = half_width(error, trend.df)
    gap = 100 * (y / trend.level - 1)
    low, high = 100 * (y / np.exp(trend.log + half) - 1), 100 * (y / np.exp(trend.log - half) - 1)
    for t in range(r + 1, len(y)):
        row(periods[t], "gap", "", gap[t], NAN, low[t], high[t])
        row(periods[t], "gap_expected", "", trend.level[t])
        row(periods[t], "gap_level", "", y[t] - trend.level[t])

    after = slice(r + 1, None)
    lost = np.sum(trend.level[after] - y[after]) / frequency
    gradient = np.array([trend.level[after].sum(), (trend.level[after] * trend.time[after]).sum()])
    variance = gradient @ trend.cov @ gradient + trend.variance * (trend.level[after] ** 2).sum()
    scale = 100 / y[r]
    error = scale * np.sqrt(variance) / frequency
    half = half_width(error, trend.df)
    row(whole, "gap_loss", "", scale * lost, error, scale * lost - half, scale * lost + half)
    row(whole, "gap_loss_level", "", lost)

    below = [t for t in range(r + 1, len(y)) if y[t] < trend.level[t]]
    answers = regained(y, trend.level, below[0], sustain) if below else (NAN, NAN, NAN)
    recovery_rows(row, "gap_years", answers, r, periods, frequency, bool(below))
    for against, gaps in (("counterfactual", gap[after]), ("level", y[after] / y[r] - 1)):
        row(whole, "shape", f"{against}/{shape(gaps)}", 1.0)
    return rows


def recession_gap(data, variable="gdp_constant_2015_usd", reference="2019", trend_from="2010", sustain=2):
    levels = Levels(data, variable, reference, trend_from)
    groups = [(group, total) for group, inside, share, total in levels.groups if len(inside) and share >= MIN_SHARE]
    out = [(name, *row) for name, series in levels.territories + groups
           for row in path(series.to_numpy(), series.index, reference, trend_from, 1, sustain)]
    return out
