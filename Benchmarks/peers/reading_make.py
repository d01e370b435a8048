"""Writes a survey: 92 territories in random order, decimals, whole numbers; the same bytes for the same number of rows.

    python reading_make.py ROWS FILE
"""
import sys

import numpy as np
import polars as pl

rows, path = int(sys.argv[1]), sys.argv[2]
random = np.random.default_rng(1)
letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
codes = np.array([f"{letters[i // 26]}{letters[i % 26]}{letters[i * 7 % 26]}-{i:02d}" for i in range(92)])
with open(path, "wb") as file:
    for start in range(0, rows, 5_000_000):
        count = min(5_000_000, rows - start)
        pl.DataFrame({
            "territory": codes[random.integers(0, 92, count)],
            "year": random.integers(2015, 2025, count),
            "weight": np.round(random.uniform(10, 4000, count), 3),
            "income": np.round(np.exp(random.normal(6, 0.9, count)), 2),
            "psu": random.integers(1, 20001, count),
            "stratum": random.integers(1, 400, count),
        }).write_csv(file, include_header=start == 0)
