#!/usr/bin/env python3
"""The numbers of `indicators report`, written independently with pandas and numpy.

    python Benchmarks/peers/report.py [DATASET_FOLDER] [-o OUT.csv]

It follows the definition pages (Sources/ESSIndicators/ESSIndicators.docc) and was written without reading the Swift sources, so that it can
serve as a check of the numbers and as the peer in the benchmark. The sections of the report are the files of report_sections. Rows:

    territory,period,indicator,component,value,std_error,ci_lower,ci_upper

An empty value means refused, not available or censored. Where the pages leave a choice, the choice is marked `CHOICE`.
Needs pandas >= 2, numpy and scipy (Student's distribution).
"""
import argparse
import sys
from pathlib import Path

import pandas as pd

from report_sections.coverage import alliance_coverage
from report_sections.data import COLUMNS, Data
from report_sections.gap import recession_gap
from report_sections.poverty import poverty_change
from report_sections.recession import recession_impact, recession_outlook
from report_sections.regression import recovery_regress


def report(data):
    sections = (poverty_change, recession_impact, recession_outlook, recession_gap, recovery_regress, alliance_coverage)
    table = pd.concat([section(data) for section in sections], ignore_index=True)
    return table.astype(dict.fromkeys(COLUMNS[4:], float))


def main():
    root = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description="The numbers of `indicators report` with pandas.")
    parser.add_argument("dataset", nargs="?", default=root / "Datasets" / "lac-covid")
    parser.add_argument("-o", "--output", default=sys.stdout)
    options = parser.parse_args()
    report(Data(options.dataset)).to_csv(options.output, index=False, lineterminator="\n")


if __name__ == "__main__":
    main()
