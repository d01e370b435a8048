"""Writes household surveys of 33 territories in five years, put one below the other as harmonised collections are: the labels are those
of the surveys (numbers that begin with the territory's), the records of a survey come in no order.

    python survey_table_make.py ROWS FILE
"""
import sys

import numpy as np
import polars as pl

rows, path = int(sys.argv[1]), sys.argv[2]
TERRITORIES, PERIODS, STRATA, PSUS = 33, range(2016, 2021), 20, 40
letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
random = np.random.default_rng(1)
surveys = [(t, year) for t in range(TERRITORIES) for year in PERIODS]
with open(path, "wb") as file:
    for number, (t, year) in enumerate(surveys):
        count = rows // len(surveys) + (number < rows % len(surveys))
        stratum = random.integers(0, STRATA, count)
        psu = random.integers(0, PSUS, count)
        effect = random.normal(0, 0.3, (STRATA, PSUS))[stratum, psu]
        income = np.exp(6.6 + 0.02 * t + effect + random.normal(0, 0.7, count))
        name = f"{letters[t % 26]}{letters[t * 7 % 26]}{letters[t // 26 + 3]}"
        labels = (t + 1) * 100 + stratum
        pl.DataFrame({
            "territory": pl.Series([name]).new_from_index(0, count),
            "year": np.full(count, year),
            "weight": np.round(random.uniform(50, 350, count), 3),
            "size": random.integers(1, 8, count),
            "income": np.round(income, 2),
            "stratum": labels,
            "psu": labels * 100 + psu,
        }).write_csv(file, include_header=number == 0)
