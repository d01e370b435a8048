"""Student'"'"'s distribution. From scipy.special alone, since scipy.stats takes four times as long to load."""
from scipy.special import stdtr, stdtrit


def quantile(p, df):
    return stdtrit(df, p)


def two_sided_p(t, df):
    return 2 * stdtr(df, -abs(t))


def half_width(std_error, df, level=0.95):
    """Half of the interval of an estimate."""
    return stdtrit(df, (1 + level) / 2) * std_error
