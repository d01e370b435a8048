"""The poverty table of a large CSV file with standard errors, ours and the polars and numpy script in turn: agreement, times, ratios.

    python survey_table_measure.py PROGRAM FILE [ROUNDS]
"""
import csv
import os
import statistics
import subprocess
import sys
import time

LINE = "400"
program, path = sys.argv[1:3]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "survey_table.py")
OURS = [program, "poverty", "measure", path, "--line", LINE, "--by", "territory", "--period", "year", "--welfare", "income",
        "--measures", "headcount,gap,squared-gap", "--format", "csv", "-q"]
READ, SCAN = ([sys.executable, script, path, LINE, way] for way in ("read", "scan"))
NAMES = {"fgt0": "poverty.headcount", "fgt1": "poverty.gap", "fgt2": "poverty.squared_gap"}


def once(command):
    start = time.perf_counter()
    # A small process between: what a child takes is otherwise no less than this script.
    process = subprocess.Popen(["/usr/bin/env", "time", "-f", "%U %S %M", *command], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True,
                               env={**os.environ, "POLARS_MAX_THREADS": str(os.cpu_count())})
    text = process.stdout.read()
    user, system, memory = map(float, process.stderr.read().split()[-3:])
    if process.wait() != 0:
        sys.exit(f"failed: {command}")
    return text, time.perf_counter() - start, user + system, memory / 1024


with open(path, "rb") as file:
    while file.read(1 << 24):
        pass
runs = [(once(OURS), once(SCAN), once(OURS + ["--threads", "1"]), once(READ)) for _ in range(rounds)]
ours = {(row["indicator"], row["territory"], row["period"]): (float(row["value"]) / 100, float(row["std_error"]) / 100)
        for row in csv.DictReader(runs[0][0][0].splitlines())}
worst, count = 0, 0
for line in (runs[0][1][0] + runs[0][3][0]).splitlines():
    measure, territory, year, *numbers = line.split()
    for a, b in zip(ours[NAMES[measure], territory, year], map(float, numbers)):
        worst, count = max(worst, abs(a - b) / abs(b)), count + 1
if worst > 1e-9 or count != 4 * len(ours):
    sys.exit(f"the tables differ: {worst}, {count} numbers of {4 * len(ours)}")
if any(run[0][0] != run[2][0] for run in runs):
    sys.exit("other bytes with another number of threads")
print(f"{os.path.getsize(path) / 1e9:.3f} GB, load {os.getloadavg()[0]:.1f}; {count} numbers agree to {worst:.1e}\n")
print("| way | wall | least | cpu | memory, MiB | wall, times ours | cpu, times ours |")
print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
for name, k in (("ours, 2 threads", 0), ("ours, 1 thread", 2), ("polars `read_csv` and numpy", 3),
                ("polars `scan_csv` and numpy", 1)):
    wall, cpu, memory = (statistics.median(run[k][n] for run in runs) for n in (1, 2, 3))
    walls = statistics.median(run[k][1] / run[0][1] for run in runs)
    cpus = statistics.median(run[k][2] / run[0][2] for run in runs)
    print(f"| {name} | {wall:.2f} | {min(run[k][1] for run in runs):.2f} | {cpu:.2f} | {memory:.0f} | {walls:.1f} | {cpus:.1f} |")
