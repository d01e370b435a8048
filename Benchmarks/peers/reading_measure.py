"""Reads a survey with our probe, polars and DuckDB in turn, each in a process of its own, and prints times and ratios.

    python reading_measure.py PROBE FILE
    python reading_measure.py PEER FILE COLUMN...     one reading of a peer, called by the above
"""
import os
import resource
import statistics
import subprocess
import sys
import time

ROUNDS = int(os.environ.get("READING_ROUNDS", "5"))
ALL = ["territory", "year", "weight", "income", "psu", "stratum"]
NEEDED = ["territory", "weight", "income"]


def processor():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def polars_read(path, columns):
    import polars as pl
    types = {"territory": pl.Categorical, "year": pl.Int32, "weight": pl.Float64, "income": pl.Float64,
             "psu": pl.Int32, "stratum": pl.Int32}
    start, cpu = time.perf_counter(), processor()
    if len(columns) == len(ALL):
        table = pl.read_csv(path, schema=types)
    else:
        table = pl.scan_csv(path, schema=types).select(columns).collect()
    print("seconds", time.perf_counter() - start, processor() - cpu)
    print("rows", table.height)
    for name in columns:
        print(name, float(table[name].n_unique() if name == "territory" else table[name].cast(pl.Float64).sum()))


def duckdb_read(path, columns):
    import duckdb
    connection = duckdb.connect()
    connection.execute("SET threads TO 2")
    types = ("{'territory': 'VARCHAR', 'year': 'INTEGER', 'weight': 'DOUBLE', 'income': 'DOUBLE', "
             "'psu': 'INTEGER', 'stratum': 'INTEGER'}")
    start, cpu = time.perf_counter(), processor()
    connection.execute(f"CREATE TABLE t AS SELECT {', '.join(columns)} FROM read_csv('{path}', header = true, "
                       f"auto_detect = false, delim = ',', quote = '\"', columns = {types})")
    print("seconds", time.perf_counter() - start, processor() - cpu)
    print("rows", connection.execute("SELECT count(*) FROM t").fetchone()[0])
    for name in columns:
        what = "count(DISTINCT territory)" if name == "territory" else f"sum({name})"
        print(name, float(connection.execute(f"SELECT {what} FROM t").fetchone()[0]))


def once(command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True,
                               env={**os.environ, "POLARS_MAX_THREADS": "2"})
    lines = process.stdout.read().split("\n")
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"failed: {command}")
    _, wall, cpu = lines[0].split()
    numbers = [float(line.split()[-1]) for line in lines[1:] if line]
    return float(wall), float(cpu), usage.ru_maxrss / 1024, numbers


def compare(title, columns, probe, path):
    """Ours keeps 4 bytes a code and 8 bytes a number, whole or not."""
    kept = sum(4 if name == "territory" else 8 for name in columns)
    ours = [name + ":codes" if name == "territory" else name for name in columns]
    script = [sys.executable, os.path.abspath(__file__)]
    ways = [("ours, 2 threads", [probe, "reading", path, "2"] + ours),
            ("polars", script + ["polars", path] + columns),
            ("DuckDB, into a table", script + ["duckdb", path] + columns),
            ("ours, 1 thread", [probe, "reading", path, "1"] + ours)]
    runs = [[] for _ in ways]
    for _ in range(ROUNDS):
        for index, (_, command) in enumerate(ways):
            runs[index].append(once(command))
    expected = runs[0][0][3]
    for (name, _), list_of_runs in zip(ways, runs):
        for a, b in zip(expected, list_of_runs[0][3]):
            if abs(a - b) > 1e-9 * abs(a):
                sys.exit(f"{name} reads something else: {a}, {b}")
    print(f"\n{title}: median and least wall seconds, median processor seconds, peak MiB "
          f"(columns kept: {expected[0] * kept / 2**20:.0f} MiB)\n")
    print("| reader | wall | least | cpu | memory | wall, times ours | cpu, times ours |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for (name, _), list_of_runs in zip(ways, runs):
        wall, cpu, memory = (statistics.median(run[i] for run in list_of_runs) for i in range(3))
        least = min(run[0] for run in list_of_runs)
        walls = statistics.median(b[0] / a[0] for a, b in zip(runs[0], list_of_runs))
        cpus = statistics.median(b[1] / a[1] for a, b in zip(runs[0], list_of_runs))
        print(f"| {name} | {wall:.2f} | {least:.2f} | {cpu:.2f} | {memory:.0f} | {walls:.1f} | {cpus:.1f} |")


def main():
    reader, path = sys.argv[1:3]
    if len(sys.argv) > 3:
        {"polars": polars_read, "duckdb": duckdb_read}[reader](path, sys.argv[3:])
        return
    import duckdb
    import polars
    print(f"{os.path.getsize(path) / 1e9:.3f} GB; polars {polars.__version__}, duckdb {duckdb.__version__}; "
          f"load {os.getloadavg()[0]:.1f} of {os.cpu_count()} cores")
    with open(path, "rb") as file:
        while file.read(1 << 24):
            pass
    compare("All six columns", ALL, reader, path)
    compare("Three of six columns", NEEDED, reader, path)


main()
