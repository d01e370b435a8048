#!/usr/bin/env python3
"""The numbers of `indicators report`, written independently with pandas and numpy.

    python Benchmarks/peers/report.py [DATASET_FOLDER] [-o OUT.csv]

It follows the definition pages (Sources/ESSIndicators/ESSIndicators.docc) and was written without reading the Swift sources, so that it can
serve as a check of the numbers and as the peer in the benchmark. (What the pages did not say of the score and of random deletions was looked up,
and they say it now.) The sections of the report are the files of report_sections. Rows:

    territory,period,indicator,component,value,std_error,ci_lower,ci_upper

Some numbers rest on random draws (ranks under other weights or with a tenth of the relations deleted). Their numbers of draws are the program's, but
numpy's generator gives other ones, so that `--bands` says where such numbers must lie. An empty value means refused, not available or censored.
Where the pages leave a choice, the choice is marked `CHOICE`. Needs pandas >= 2, numpy and scipy (Student's distribution).
"""
import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")     # the matrices are small: threads would wait for each other longer than they work

import pandas as pd

from report_sections.bands import TIMES
from report_sections.coverage import alliance_coverage
from report_sections.data import COLUMNS, Data
from report_sections.gap import recession_gap
from report_sections.poverty import poverty_change
from report_sections.questions import alliance_questions, question_bands
from report_sections.recession import recession_impact, recession_outlook
from report_sections.regression import recovery_regress
from report_sections.stress import stress_bands, territories_stress

SECTIONS = (poverty_change, recession_impact, recession_outlook, recession_gap, recovery_regress, territories_stress, alliance_coverage,
            alliance_questions)


def report(data):
    table = pd.DataFrame([row for section in SECTIONS for row in section(data)], columns=COLUMNS)
    return table.astype(dict.fromkeys(COLUMNS[4:], float))


def bands(data):
    """Where the numbers that rest on draws must lie: least and most of a column of a row."""
    return pd.DataFrame(stress_bands(data, TIMES) + question_bands(data, TIMES), columns=COLUMNS[:4] + ["column", "least", "most"])


def main():
    root = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description="The numbers of `indicators report` with pandas.")
    parser.add_argument("dataset", nargs="?", default=root / "Datasets" / "lac-covid")
    parser.add_argument("-o", "--output", default=sys.stdout)
    parser.add_argument("--bands", action="store_true", help=f"write the bands of random numbers instead, from {TIMES} times as many draws")
    options = parser.parse_args()
    table = bands if options.bands else report
    table(Data(options.dataset)).to_csv(options.output, index=False, lineterminator="\n")


if __name__ == "__main__":
    main()
