"""What goes with what over the territories of the frame."""
import numpy as np
import pandas as pd

from .data import NAN
from .student import half_width, quantile

LEVEL, POWER = 0.95, 0.8


def gini(x):
    """Of all pairs, no correction for small samples."""
    x = np.sort(np.asarray(x, float))
    n = len(x)
    return (2 * np.arange(1, n + 1) - n - 1) @ x / (n * x.sum())


def slope(x, y):
    """Least squares with the HC1 error: (slope, error, half of the interval, detectable slope), or empty."""
    n = len(y)
    X = np.column_stack([np.ones(n), x])
    if (x > 0).sum() < 3 or np.ptp(x) == 0:
        return NAN, NAN, NAN, NAN
    bread = np.linalg.inv(X.T @ X)
    beta = bread @ X.T @ y
    scores = X * (y - X @ beta)[:, None]
    error = np.sqrt((bread @ (scores.T @ scores) @ bread)[1, 1] * n / (n - 2))
    detectable = error * (quantile((1 + LEVEL) / 2, n - 2) + quantile(POWER, n - 2))
    return beta[1], error, half_width(error, n - 2, LEVEL), detectable


def concentration(x, shock):
    """Concentration index with the error of Kakwani, Wagstaff and van Doorslaer (1997); ties share the middle of their ranks."""
    n = len(x)
    order = np.argsort(shock, kind="stable")
    x = np.asarray(x, float)[order]
    R = (pd.Series(shock[order]).rank(method="average").to_numpy() - 0.5) / n
    mean = x.mean()
    C = 2 / (n * mean) * (x @ R) - 1
    q = np.cumsum(x) / (n * mean)
    a = x / mean * (2 * R - 1 - C) + 2 - np.concatenate([[0], q[:-1]]) - q
    return C, np.sqrt((np.mean(a ** 2) - (1 + C) ** 2) / n)


def compared(shock, depth):
    """(name, mean, error, degrees of freedom) of the shock where there are at least as many alliances as in the median territory, and elsewhere."""
    many = depth >= np.median(depth)
    return [(name, x.mean(), x.std(ddof=1) / np.sqrt(len(x)), len(x) - 1)
            for name, x in (("at_least_median", shock[many]), ("below_median", shock[~many]))]
