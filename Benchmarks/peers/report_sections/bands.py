"""Bands in which numbers that rest on random draws must lie, whoever drew them.

Two generators never give the same draws, so that such numbers are not compared with each other but with the distribution that they estimate. It
is known from many times as many draws here (`TIMES`); a number found with n draws may then be four standard errors away. For a normal variable that
happens once in 16,000 times, and bands of ranks end at whole ranks, which makes them wider: of the stress test with 40 other seeds all 4,360 numbers
lay within, while a mean rank that is wrong by one place would not.
"""
import numpy as np

TIMES = 20
ERRORS = 4.0


def mean_band(draws, n):
    """Of a mean over n draws; the columns of `draws` are variables."""
    error = ERRORS * np.std(draws, axis=0) / np.sqrt(n)
    return np.mean(draws, axis=0) - error, np.mean(draws, axis=0) + error


def share_band(share, n):
    """Of a share of n draws; one that is not seen in the many draws may still be in one or two of n."""
    error = ERRORS * np.sqrt(share * (1 - share) / n) + 2 / n * ((share > 0) & (share < 1))
    return share - error, share + error


def quantile_band(draws, q, n):
    """Of the q quantile of n draws: the share below it has the standard error sqrt(q (1 - q) / n)."""
    error = ERRORS * np.sqrt(q * (1 - q) / n)
    return (np.quantile(draws, max(q - error, 0), axis=0, method="lower"),
            np.quantile(draws, min(q + error, 1), axis=0, method="higher"))
