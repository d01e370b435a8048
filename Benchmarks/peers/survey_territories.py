"""FGT0 to 2 and Gini by territory with polars and with numpy, on the records that the probe wrote.

    python survey_territories.py FOLDER
"""
import sys
import time

import numpy as np
import polars as pl

folder = sys.argv[1]
code = np.fromfile(f"{folder}/code", np.int32)
welfare = np.fromfile(f"{folder}/welfare", np.float64)
weight = np.fromfile(f"{folder}/weight", np.float64)
LINE = 800.0


def by_numpy():
    order = np.lexsort((welfare, code))
    c, y, w = code[order], welfare[order], weight[order]
    starts = np.flatnonzero(np.r_[True, c[1:] != c[:-1]])
    ends = np.r_[starts[1:], len(c)]
    gap = np.maximum((LINE - y) / LINE, 0)
    result = []
    for a, b in zip(starts, ends):
        ww, yy, g = w[a:b], y[a:b], gap[a:b]
        total, income = ww.sum(), (ww * yy).sum()
        cumulated = np.cumsum(ww)
        gini = (ww * yy * (2 * cumulated - ww)).sum() / (total * income) - 1
        result.append(((ww * (yy < LINE)).sum() / total, (ww * g).sum() / total, (ww * g * g).sum() / total, gini))
    return result


def by_polars():
    w, y = pl.col("weight"), pl.col("welfare")
    gap = ((LINE - y) / LINE).clip(lower_bound=0)
    frame = pl.DataFrame({"code": code, "welfare": welfare, "weight": weight})
    return (frame.lazy().sort("code", "welfare").group_by("code", maintain_order=True).agg(
        fgt0=(w * (y < LINE)).sum() / w.sum(), fgt1=(w * gap).sum() / w.sum(), fgt2=(w * gap * gap).sum() / w.sum(),
        gini=(w * y * (2 * w.cum_sum() - w)).sum() / (w.sum() * (w * y).sum()) - 1).collect())


for name, way in (("polars", by_polars), ("numpy", by_numpy)):
    times = []
    for _ in range(3):
        wall, cpu = time.perf_counter(), time.process_time()
        answer = way()
        times.append((time.perf_counter() - wall, time.process_time() - cpu))
    first = answer.row(0)[1:] if name == "polars" else answer[0]
    print(f"{name}: least {min(times)[0]:.3f} s wall, {min(times)[1]:.3f} s cpu; territory 0: {[float(x) for x in first]}")
