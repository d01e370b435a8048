"""Writes a panel as raw columns, and times pyfixest on it.

    python panel_regression.py FOLDER NAME ROWS

The data of the study: default_rng(1), y = 2 x + a_i + 0.1 t + e, units of 10 periods; of a name with "unbalanced" a tenth of the rows is left out at
random, of "wild" there are 500 units.
"""
import sys
import time

import numpy as np
import pandas as pd
import pyfixest as pf


def main():
    folder, name, rows = sys.argv[1], sys.argv[2], int(sys.argv[3])
    rng = np.random.default_rng(1)
    periods = rows // 500 if name == "wild" else 10
    units = rows // periods
    i = np.repeat(np.arange(units, dtype=np.int32), periods)
    t = np.tile(np.arange(periods, dtype=np.int32), units)
    x = rng.normal(size=rows)
    y = 2 * x + rng.normal(size=units)[i] + 0.1 * t + rng.normal(size=rows)
    if "unbalanced" in name:
        keep = rng.random(rows) > 0.1
        i, t, x, y = i[keep], t[keep], x[keep], y[keep]
    for suffix, column in zip("ityx", (i, t, y, x)):
        column.tofile(f"{folder}/{name}.{suffix}")
    with open(f"{folder}/{name}.rows", "w") as file:
        file.write(str(len(i)))
    data = pd.DataFrame({"i": i, "t": t, "x": x, "y": y})
    for label, vcov in (("iid", "iid"), ("clustered", {"CRV1": "i"})):
        walls, cpus = [], []
        for _ in range(4):
            wall, cpu = time.perf_counter(), time.process_time()
            fit = pf.feols("y ~ x | i + t", data, vcov=vcov)
            walls.append(time.perf_counter() - wall)
            cpus.append(time.process_time() - cpu)
        warm = walls[1:]
        print(f"pyfixest {name} {label}: first {walls[0]} s, warm least {min(warm)} s, "
              f"median {sorted(warm)[1]} s, cpu {sorted(cpus[1:])[1]} s; "
              f"x {fit.coef().iloc[0]} ({fit.se().iloc[0]})")


main()
