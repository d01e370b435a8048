"""Survey measures from CSV, .dta and .sav, ours and a script in numpy and pyreadstat in turn.

    python surveys_by_file.py PROGRAM FOLDER          makes the files, checks agreement, prints medians and ratios
    python surveys_by_file.py headcount FILE          the peer: headcount ratios and standard errors of territories and years
    python surveys_by_file.py dimensions FILE         the peer: Alkire-Foster H and M0 at k = 2 with standard errors, by year
"""
import csv
import os
import statistics
import subprocess
import sys
import time

import numpy

HOUSEHOLDS = 200_000
RUNS = 5
FLAGS = ["education", "health", "social_security", "housing", "services", "food"]


def read(path, columns):
    """Columns as arrays, texts as codes."""
    if path.endswith(".csv"):
        with open(path, encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            header = next(rows)
            places = [header.index(name) for name in columns]
            texts = list(zip(*([row[k] for k in places] for row in rows)))
        data = dict(zip(columns, texts))
    else:
        import pyreadstat
        reader = pyreadstat.read_dta if path.endswith(".dta") else pyreadstat.read_sav
        data, _ = reader(path, usecols=columns, output_format="dict")
    result = {}
    for name in columns:
        values = numpy.asarray(data[name])
        if name in ("territory", "period", "stratum", "psu"):
            result[name + "_names"], result[name] = numpy.unique(values, return_inverse=True)
        else:
            result[name] = values.astype(float)
    return result


def errors(data, influence, stratum, psu):
    """Taylor standard errors of totals of influences (records x statistics), stratified PSUs with replacement."""
    units, unit = numpy.unique(stratum * (psu.max() + 1) + psu, return_inverse=True)
    stratum_of_unit = units // (psu.max() + 1)
    variance = 0
    totals = numpy.stack([numpy.bincount(unit, column, len(units)) for column in influence.T], 1)
    for h in numpy.unique(stratum_of_unit):
        part = totals[stratum_of_unit == h]
        n = len(part)
        variance = variance + n / (n - 1) * ((part - part.mean(0)) ** 2).sum(0)
    return numpy.sqrt(variance)


def headcount(path):
    data = read(path, ["territory", "period", "stratum", "psu", "weight", "size", "welfare"])
    people = data["weight"] * data["size"]
    poor = data["welfare"] < 8.3
    for year, period in enumerate(data["period_names"]):
        here = data["period"] == year
        for code, territory in enumerate(data["territory_names"]):
            domain = here & (data["territory"] == code)
            weight = people * domain
            rate = (weight * poor).sum() / weight.sum()
            influence = (weight * (poor - rate) / weight.sum())[:, None]
            kept = here
            error = errors(data, influence[kept], data["stratum"][kept], data["psu"][kept])
            print(territory, period, repr(float(rate)), repr(float(error[0])))


def dimensions(path):
    data = read(path, ["period", "stratum", "psu", "weight", "size"] + FLAGS)
    people = data["weight"] * data["size"]
    count = sum(data[name] for name in FLAGS)
    poor = count >= 2
    for year, period in enumerate(data["period_names"]):
        here = data["period"] == year
        weight = people[here]
        values = numpy.stack([poor[here], poor[here] * count[here] / len(FLAGS)], 1)
        means = (weight[:, None] * values).sum(0) / weight.sum()
        influence = weight[:, None] * (values - means) / weight.sum()
        found = errors(data, influence, data["stratum"][here], data["psu"][here])
        print("", period, *(repr(float(x)) for x in numpy.stack([means, found], 1).ravel()))


def convert(source, folder):
    """The survey in Stata's and SPSS's formats."""
    import pandas
    import pyreadstat
    frame = pandas.read_csv(source, dtype={"period": str})
    pyreadstat.write_dta(frame, os.path.join(folder, "survey.dta"))
    pyreadstat.write_sav(frame, os.path.join(folder, "survey.sav"))


def once(command, output=subprocess.DEVNULL):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"failed: {command}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime


def numbers(text, indicator, component):
    rows = [row for row in csv.DictReader(text.splitlines())
            if row["indicator"] == indicator and row["component"] == component]
    return {(row["territory"], row["period"]): (float(row["value"]), float(row["std_error"]))
            for row in rows}


def agree(ours, theirs, factor, what):
    worst = 0
    for key, pair in theirs.items():
        for a, b in zip(ours[key], pair):
            worst = max(worst, abs(a - factor * b) / abs(a))
    if worst > 1e-9 or len(ours) != len(theirs):
        sys.exit(f"{what}: the numbers differ by {worst}")
    print(f"{what}: {len(ours)} estimates and standard errors agree to {worst:.1e}")


def main():
    program, folder = sys.argv[1:]
    survey = os.path.join(folder, "survey.csv")
    making = [once([program, "datasets", "synthesise", "--households", str(HOUSEHOLDS), "-q", "-o", survey])
              for _ in range(3)]
    convert(survey, folder)
    peer = [sys.executable, os.path.abspath(__file__)]
    design = ["--period", "period", "--format", "csv", "-q"]
    verbs = {
        "headcount": ["poverty", "measure", "--line", "8.3", "--by", "territory", "--measures", "headcount"],
        "dimensions": ["poverty", "multidimensional", "--deprived", ",".join(FLAGS), "--k", "2"],
    }
    print(f"making {HOUSEHOLDS} households: {min(run[1] for run in making):.2f} CPU s\n")
    rows = []
    for ending in ("csv", "dta", "sav"):
        file = os.path.join(folder, "survey." + ending)
        for what, verb in verbs.items():
            command = [program, *verb[:2], file, *verb[2:], *design]
            ours = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            theirs = subprocess.run([*peer, what, file], capture_output=True, text=True, check=True).stdout
            table = [line.split(" ") for line in theirs.splitlines()]
            pairs = {(row[0], row[1]): (float(row[2]), float(row[3])) for row in table}
            if what == "headcount":
                agree(numbers(ours, "poverty.headcount", "8.3"), pairs, 100, f"{ending} {what}")
            else:
                agree(numbers(ours, "multidimensional.headcount", "k=2"), pairs, 100, f"{ending} H")
                m0 = {(row[0], row[1]): (float(row[4]), float(row[5])) for row in table}
                agree(numbers(ours, "multidimensional.m0", "k=2"), m0, 1, f"{ending} M0")
            runs = [(once(command), once([*peer, what, file])) for _ in range(RUNS)]
            rows.append((f"{what}, .{ending}", runs))
    print(f"\nMedians of {RUNS} runs in turn: CPU seconds, wall seconds in brackets\n")
    print("| task | ours | peer | CPU ratio |\n| --- | ---: | ---: | ---: |")
    for name, runs in rows:
        a = [statistics.median(run[0][k] for run in runs) for k in range(2)]
        b = [statistics.median(run[1][k] for run in runs) for k in range(2)]
        print(f"| {name} | {a[1]:.2f} ({a[0]:.2f}) | {b[1]:.2f} ({b[0]:.2f}) | {b[1] / a[1]:.1f} |")


if __name__ == "__main__":
    if sys.argv[1] == "headcount":
        headcount(sys.argv[2])
    elif sys.argv[1] == "dimensions":
        dimensions(sys.argv[2])
    else:
        main()
