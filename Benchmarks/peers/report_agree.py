"""Compares the numbers of a report with those of the peer, row by row and table by table.

    python report_agree.py OURS_FOLDER PEER.csv BANDS.csv

Rows are matched by territory, period, indicator and component. Numbers without chance may differ by 1e-9 of their size. Numbers that rest on random
draws (places of the score under other weights, and of key organisations with a tenth of the relations deleted) have to lie in the bands of
`report.py --bands`: four standard errors of as many draws as the report makes, around what 20 times as many draws give; the peer's own have to lie
there too. Exits with 1 if any number does not, if one of ours has none beside it, or if a table has fewer numbers than stated below.
"""
import csv
import sys
from pathlib import Path

LIMIT = 1e-9
COLUMNS = ("value", "std_error", "ci_lower", "ci_upper")
FEWEST = {  # numbers of each table compared exactly, and by bands
    "alliances-coverage": (1300, 0),
    "alliances-questions": (230, 20),
    "poverty-change": (270, 0),
    "recession-gap": (1500, 0),
    "recession-impact": (1400, 0),
    "recession-outlook": (750, 0),
    "recovery-regress": (14, 0),
    "territories-stress": (40, 105),
}


def key(row):
    return tuple(row[name] for name in ("territory", "period", "indicator", "component"))


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def compare(table, ours, peer, bands):
    """(exactly compared, by bands, largest difference, faults) of one table."""
    exact, banded, worst, faults = 0, 0, 0.0, []
    for row in ours:
        for column in COLUMNS:
            # What is left empty is chosen differently by the two; this is about numbers.
            left, right = row[column], peer.get(key(row), {}).get(column, "")
            band = bands.get((*key(row), column))
            if left == "":
                continue
            if right == "":
                faults.append(f"{key(row)}, {column}: {left} has none beside it")
                continue
            left, right = float(left), float(right)
            if band is not None:
                banded += 1
                if not all(band[0] <= number <= band[1] for number in (left, right)):
                    faults.append(f"{key(row)}, {column}: {left} (peer {right}) is not in {band[0]} to {band[1]}")
                continue
            exact += 1
            # Growth and errors are differences of numbers near 1 and 100: absolute below that size.
            difference = abs(left - right) / max(abs(left), abs(right), 1.0)
            worst = max(worst, difference)
            if not difference <= LIMIT:
                faults.append(f"{key(row)}, {column}: {left} against {right}")
    fewest = FEWEST[table]
    if exact < fewest[0] or banded < fewest[1]:
        faults.append(f"{table}: {exact} and {banded} numbers compared, at least {fewest[0]} and {fewest[1]} expected")
    return exact, banded, worst, faults


def main():
    folder, peer, bands = sys.argv[1:]
    peer = {key(row): row for row in read(peer)}
    bands = {(*key(row), row["column"]): (float(row["least"]), float(row["most"])) for row in read(bands)}
    paths = {path.stem: path for path in sorted(Path(folder).glob("*.csv"))}
    faults = [f"{name}: a table that only one of the two knows" for name in FEWEST.keys() ^ paths.keys()]
    totals = [0, 0, 0.0]
    for name, path in ((name, path) for name, path in paths.items() if name in FEWEST):
        exact, banded, worst, found = compare(name, read(path), peer, bands)
        print(f"{name}: {exact} numbers compared with the independent peer, largest relative difference {worst:.1e}"
              + (f"; {banded} random ones with their bands" if banded else ""))
        totals = [totals[0] + exact, totals[1] + banded, max(totals[2], worst)]
        faults += found
    print(f"together: {totals[0]} numbers, largest relative difference {totals[2]:.1e}; {totals[1]} random ones")
    if faults:
        sys.exit("\n".join(faults[:20] + [f"{len(faults)} faults"]))


main()
