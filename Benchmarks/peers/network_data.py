"""Memberships of 100,000 organisations in 5,000 alliances: 1,000,000 distinct ones, drawn evenly with a fixed seed."""

import sys

import numpy as np

organisations, alliances, count = 100_000, 5_000, 1_000_000
rng = np.random.default_rng(1)
keys = np.unique(rng.integers(0, organisations * alliances, int(count * 1.01)))
keys = rng.permutation(keys)[:count]
rows, columns = keys // alliances, keys % alliances
with open(sys.argv[1], "w") as file:
    file.write("organisation,alliance\n")
    file.writelines(f"o{r},a{c}\n" for r, c in zip(rows.tolist(), columns.tolist()))
