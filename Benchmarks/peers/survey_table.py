"""FGT0 to 2 with Taylor standard errors by territory and year from a CSV file, with polars (reading, sums by PSU) and numpy (variances).

    python survey_table.py FILE LINE read|scan      the whole table in memory first, or polars' lazy scan
"""
import sys

import numpy as np
import polars as pl

path, line, way = sys.argv[1], float(sys.argv[2]), sys.argv[3]
types = {"territory": pl.Categorical, "year": pl.Int32, "weight": pl.Float64, "size": pl.Int32, "income": pl.Float64,
         "stratum": pl.Int32, "psu": pl.Int32}
weight, income = pl.col("weight") * pl.col("size"), pl.col("income")
gap = ((line - income) / line).clip(lower_bound=0)
table = pl.read_csv(path, schema=types) if way == "read" else pl.scan_csv(path, schema=types)
units = (table.group_by("territory", "year", "stratum", "psu")
         .agg(people=weight.sum(), fgt0=(weight * (income < line)).sum(), fgt1=(weight * gap).sum(),
              fgt2=(weight * gap * gap).sum())
         .sort("territory", "year", "stratum", "psu").lazy().collect())
cell = units.select(pl.struct("territory", "year").rle_id())[:, 0].to_numpy()
stratum = units.select(pl.struct("territory", "year", "stratum").rle_id())[:, 0].to_numpy()
people = units["people"].to_numpy()
population = np.bincount(cell, people)
size = np.bincount(stratum)
first = np.searchsorted(cell, np.arange(cell[-1] + 1))
names = units["territory"][first].to_list(), units["year"][first].to_list()
for measure in ("fgt0", "fgt1", "fgt2"):
    total = units[measure].to_numpy()
    value = np.bincount(cell, total) / population
    influence = (total - value[cell] * people) / population[cell]
    deviation = influence - (np.bincount(stratum, influence) / size)[stratum]
    factor = (size / (size - 1))[stratum]
    error = np.sqrt(np.bincount(cell, factor * deviation ** 2))
    for row in zip(*names, value.tolist(), error.tolist()):
        print(measure, *row)
