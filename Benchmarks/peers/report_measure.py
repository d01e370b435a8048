"""Times whole processes, ours and the peer in turn, and prints medians and the ratio.

    python report_measure.py PROGRAM FOLDER
"""
import importlib.metadata
import os
import platform
import statistics
import subprocess
import sys
import time

RUNS = 11


def once(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"failed: {command}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(*commands):
    """Runs of each command, in turn, after one that is not counted."""
    for command in commands:
        once(command)
    runs = [[once(command) for command in commands] for _ in range(RUNS)]
    return [[run[index] for run in runs] for index in range(len(commands))]


def line(name, runs):
    wall, cpu, memory = (statistics.median(column) for column in zip(*runs))
    least = min(run[0] for run in runs)
    print(f"| {name} | {wall * 1000:.1f} | {least * 1000:.1f} | {cpu * 1000:.1f} | {memory:.0f} |")
    return wall


def main():
    program, folder = sys.argv[1:]
    peer = os.path.join(os.path.dirname(os.path.abspath(__file__)), "report.py")
    python = sys.executable
    details = subprocess.run([program, "--version", "--verbose"], capture_output=True, text=True)
    # Their versions without loading them: a child begins with its parent's peak memory.
    pandas, numpy, scipy = (importlib.metadata.version(name) for name in ("pandas", "numpy", "scipy"))
    print(f"{platform.platform()}, {os.cpu_count()} cores; Python {platform.python_version()}, "
          f"pandas {pandas}, numpy {numpy}, scipy {scipy}")
    print(details.stdout.strip())
    print(f"\nMedian and least of {RUNS} runs, milliseconds; peak memory, MiB\n")
    print("| whole process | wall | least | cpu | memory |\n| --- | ---: | ---: | ---: | ---: |")
    ours, pandas_runs = measure(
        [program, "report", "-q", "-o", os.path.join(folder, "again")],
        [python, peer, os.path.join(folder, "lac-covid"), "-o", os.path.join(folder, "peer.csv")])
    report = line("`indicators report -o DIR`", ours)
    line("pandas script, the same numbers", pandas_runs)
    load = "import pandas, scipy.special"
    # With one thread of BLAS, as the script asks for: starting others costs more than the rest of the import.
    imports, version = measure(["env", "OPENBLAS_NUM_THREADS=1", python, "-c", load], [program, "--version"])
    line(f"`python -c '{load}'`", imports)
    start = line("`indicators --version`", version)
    ratios = sorted(b[0] / a[0] for a, b in zip(ours, pandas_runs))
    cpu = statistics.median(b[1] / a[1] for a, b in zip(ours, pandas_runs))
    print(f"\nreport: {report * 1000:.1f} ms (target 60); pandas over ours, pair by pair: "
          f"{ratios[0]:.1f} to {ratios[-1]:.1f}, median {statistics.median(ratios):.1f} (target 20); processor time {cpu:.1f}")
    print(f"start: {start * 1000:.1f} ms (target 8)")


main()
