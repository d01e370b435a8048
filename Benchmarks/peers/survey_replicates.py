"""200 Rao-Wu replicates of FGT0 to 2, Gini and three quantiles by territory with numpy, on the records that the probe wrote.

    python survey_replicates.py FOLDER [REPLICATES]
"""
import sys
import time

import numpy as np

folder = sys.argv[1]
replicates = int(sys.argv[2]) if len(sys.argv) > 2 else 200
psu = np.fromfile(f"{folder}/psu", np.int32)
welfare = np.fromfile(f"{folder}/welfare", np.float64)
weight = np.fromfile(f"{folder}/weight", np.float64)
PER_STRATUM, PER_TERRITORY, LINE = 50, 200, 800.0

start = time.process_time()
territory = psu // PER_TERRITORY
order = np.lexsort((welfare, territory))
p, y, w, t = psu[order], welfare[order], weight[order], territory[order]
starts = np.flatnonzero(np.r_[True, t[1:] != t[:-1]])
ends = np.r_[starts[1:], len(t)]
gap = np.maximum((LINE - y) / LINE, 0)
poor = (y < LINE).astype(float)


def statistics(weights):
    rows = []
    for a, b in zip(starts, ends):
        ww, yy = weights[a:b], y[a:b]
        cumulated = np.cumsum(ww)
        total, income = cumulated[-1], ww @ yy
        quantiles = [yy[np.searchsorted(cumulated, q * total)] for q in (0.1, 0.5, 0.9)]
        rows.append([ww @ poor[a:b] / total, ww @ gap[a:b] / total, ww @ (gap[a:b] ** 2) / total,
                     (ww * yy) @ (2 * cumulated - ww) / (total * income) - 1, *quantiles])
    return np.array(rows)


random = np.random.default_rng(1)
strata = (psu.max() + 1) // PER_STRATUM
values = []
for _ in range(replicates):
    draws = random.integers(0, PER_STRATUM, (strata, PER_STRATUM - 1)) + PER_STRATUM * np.arange(strata)[:, None]
    factor = np.bincount(draws.ravel(), minlength=strata * PER_STRATUM) * PER_STRATUM / (PER_STRATUM - 1)
    values.append(statistics(w * factor[p]))
errors = np.std(values, axis=0, ddof=1)
print(f"numpy: {replicates} replicates {time.process_time() - start:.3f} s cpu; standard errors of the first territory: "
      f"{[float(x) for x in errors[0]]}")
