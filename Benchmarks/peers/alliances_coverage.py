"""Coverage of territories by alliances on a large file of memberships: ours and pandas with SciPy.

    python alliances_coverage.py make FOLDER               the tables, from a fixed seed
    python alliances_coverage.py peer FOLDER               coverage, depth and what each alliance adds, as an analyst would write it
    python alliances_coverage.py measure PROGRAM FOLDER    both in turn: agreement, medians, the ratio
"""
import csv
import os
import statistics
import subprocess
import sys
import time

RUNS = 7
ORGANISATIONS, ALLIANCES, MEMBERSHIPS, TERRITORIES = 100_000, 5_000, 1_000_000, 1_000


def make(folder):
    import numpy as np

    random = np.random.default_rng(1)
    territory = np.arange(ORGANISATIONS) % TERRITORIES
    keys = np.unique(random.integers(0, ORGANISATIONS * ALLIANCES, size=int(MEMBERSHIPS * 1.06)))
    # The organisations of two in a hundred territories are in no alliance.
    keys = keys[territory[keys // ALLIANCES] >= TERRITORIES // 50]
    random.shuffle(keys)
    keys = keys[:MEMBERSHIPS]

    def write(name, header, rows):
        with open(os.path.join(folder, name), "w", encoding="ascii") as file:
            file.write(header + "\n")
            file.writelines(row + "\n" for row in rows)

    write("memberships.csv", "organisation,alliance",
          (f"O{key // ALLIANCES:06d},A{key % ALLIANCES:04d}" for key in keys.tolist()))
    write("organisations.csv", "organisation,territory",
          (f"O{i:06d},T{t:04d}" for i, t in enumerate(territory.tolist())))
    write("territories.csv", "territory,population",
          (f"T{i:04d},{1000 + i}" for i in range(TERRITORIES)))
    levels = ["local", "national", "continental", "international"]
    write("alliances.csv", "alliance,level",
          (f"A{i:04d},{levels[i % 4]}" for i in range(ALLIANCES)))


def peer(folder):
    import numpy as np
    import pandas as pd
    from scipy import sparse

    def read(name):
        return pd.read_csv(os.path.join(folder, name))

    territories = read("territories.csv")
    members = read("memberships.csv").merge(read("organisations.csv"), on="organisation")
    rows = pd.Categorical(members["territory"], territories["territory"]).codes
    alliances = read("alliances.csv")
    columns = pd.Categorical(members["alliance"], alliances["alliance"]).codes
    counts = sparse.csr_matrix((np.ones(len(members)), (rows, columns)),
                               shape=(len(territories), len(alliances)))
    presence = counts > 0
    depth = np.asarray(presence.sum(axis=1)).ravel()
    covered = depth > 0
    weight = territories["population"].to_numpy()
    shares = np.divide(1.0, depth, out=np.zeros(len(depth)), where=covered)
    shapley = presence.T.astype(float) @ shares
    unique = presence.T.astype(float) @ (depth == 1)
    return {"plain": covered.mean(), "population": weight[covered].sum() / weight.sum(),
            "depth": depth.mean(), "shapley": shapley.sum(), "unique": unique.sum()}


def ours(program, folder, *more):
    def path(name):
        return os.path.join(folder, name)

    return [program, "alliances", "coverage", path("memberships.csv"),
            "--organisations", path("organisations.csv"), "--alliances", path("alliances.csv"),
            "--territories", path("territories.csv"), "--format", "csv", *more]


def numbers(program, folder):
    text = subprocess.run(ours(program, folder), capture_output=True, text=True, check=True).stdout
    rows = list(csv.DictReader(text.splitlines()))

    def find(indicator, component):
        return next(float(r["value"]) for r in rows
                    if r["indicator"] == indicator and r["component"] == component
                    and r["territory"] == "territories")

    total = {"alliances.shapley": 0.0, "alliances.unique": 0.0}
    for row in rows:
        if row["indicator"] in total and "/alliance/" in row["component"]:
            total[row["indicator"]] += float(row["value"])
    return {"plain": find("alliances.coverage", "all/direct/plain"),
            "population": find("alliances.coverage", "all/direct/population"),
            "depth": find("alliances.depth", "all/direct"),
            "shapley": total["alliances.shapley"], "unique": total["alliances.unique"]}


def once(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"failed: {command}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(program, folder):
    theirs = peer(folder)
    mine = numbers(program, folder)
    for name, value in theirs.items():
        if abs(mine[name] - value) > 1e-9 * max(1, abs(value)):
            sys.exit(f"{name}: {mine[name]} against {value}")
    print(f"agree on {', '.join(f'{name} {value:.6g}' for name, value in theirs.items())}\n")
    commands = {
        "`alliances coverage --summary --contributions none`":
            ours(program, folder, "--summary", "--contributions", "none"),
        "`alliances coverage`, everything": ours(program, folder),
        "pandas and SciPy, five of the numbers":
            [sys.executable, os.path.abspath(__file__), "peer", folder],
    }
    runs = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            runs[name].append(once(command))
    print("| whole process | wall ms | least | cpu ms | MiB |\n| --- | ---: | ---: | ---: | ---: |")
    for name, found in runs.items():
        wall, cpu, memory = (statistics.median(column) for column in zip(*found))
        print(f"| {name} | {wall * 1000:.0f} | {min(found)[0] * 1000:.0f} | {cpu * 1000:.0f} | "
              f"{memory:.0f} |")
    first, *_, last = runs.values()
    ratios = sorted(b[0] / a[0] for a, b in zip(first, last))
    print(f"\npandas over ours, pair by pair: {ratios[0]:.1f} to {ratios[-1]:.1f}, median "
          f"{statistics.median(ratios):.1f}")


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2])
    elif sys.argv[1] == "peer":
        peer(sys.argv[2])
    else:
        measure(sys.argv[2], sys.argv[3])
