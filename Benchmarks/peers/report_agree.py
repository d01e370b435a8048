"""Compares the numbers of a report with those of the peer, row by row.

    python report_agree.py OURS_FOLDER PEER.csv

Rows are matched by territory, period, indicator and component. Exits with 1 if any value differs by more than 1e-9 of its size, or if
fewer rows can be compared than stated below.
"""
import csv
import sys
from pathlib import Path

LIMIT = 1e-9
FEWEST = 2000


def rows(paths):
    table = {}
    for path in paths:
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                key = tuple(row[name] for name in ("territory", "period", "indicator", "component"))
                table[key] = (row["value"], row["std_error"])
    return table


def main():
    ours = rows(sorted(Path(sys.argv[1]).glob("*.csv")))
    peer = rows([sys.argv[2]])
    compared, worst, faults = 0, 0.0, []
    for key in sorted(ours.keys() & peer.keys()):
        for left, right in zip(ours[key], peer[key]):
            # The two choose differently what to leave empty; this is about numbers.
            if left == "" or right == "":
                continue
            left, right = float(left), float(right)
            compared += 1
            # Growth and errors are differences of numbers near 1 and 100: absolute below that size.
            difference = abs(left - right) / max(abs(left), abs(right), 1.0)
            worst = max(worst, difference)
            if difference > LIMIT:
                faults.append(f"{key}: {left} against {right}")
    print(f"{compared} numbers compared with the independent peer, largest relative difference {worst:.1e}")
    if faults or compared < FEWEST:
        sys.exit("\n".join(faults[:20] + [f"compared {compared}, at least {FEWEST} expected"]))


main()
