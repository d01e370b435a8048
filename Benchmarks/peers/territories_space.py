"""Spatial permutation tests by esda, and Theil's index from CSV by polars, beside ours: seconds of wall and processor."""
import os, subprocess, sys, time
import numpy as np

probe, program, place = sys.argv[1:]


def timed(work, rounds):
    best = None
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        result = work()
        taken = (time.perf_counter() - wall, time.process_time() - cpu)
        best = min(best or taken, taken)
    return best, result


def child(command):
    before = os.times()
    wall = time.perf_counter()
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return (time.perf_counter() - wall, cpu), out


def row(task, ours, peer, target):
    wall, cpu = ours[0] / peer[0], ours[1] / peer[1]
    verdict = "met" if wall <= target else "MISSED"
    print(f"{task}: ours {ours[0]:.3f} s ({ours[1]:.3f} cpu), peer {peer[0]:.3f} ({peer[1]:.3f}), "
          f"ours/peer {wall:.3f} wall, {cpu:.3f} cpu; target {target}: {verdict}", flush=True)


def space():
    import esda, libpysal
    rng = np.random.default_rng(7)
    xy = rng.random((3000, 2))
    w = libpysal.weights.KNN.from_array(xy, k=6)
    w.transform = "r"
    z = rng.standard_normal(3000)
    y = z + 0.5 * libpysal.weights.lag_spatial(w, z)
    points = os.path.join(place, "points.csv")
    np.savetxt(points, np.column_stack([xy, y]), delimiter=",", header="x,y,value", comments="", fmt="%.17g")
    moran, m = timed(lambda: esda.Moran(y, w, permutations=9999), 3)
    print(f"esda: I {m.I!r}, sd of permutations {m.sim.std()!r}")
    esda.Moran_Local(y, w, permutations=99, n_jobs=1, seed=1)
    peers = {}
    for permutations in (999, 9999):
        peers[permutations], local = timed(
            lambda: esda.Moran_Local(y, w, permutations=permutations, n_jobs=1, seed=1), 3)
        print(f"esda: LISA {permutations}, below 0.05 {int((local.p_sim < 0.05).sum())}")
    for threads in (1, 2):
        _, out = child([probe, "territories-space", points, str(threads)])
        best = {}
        for line in out.splitlines():
            task, wall, cpu, note = line.split("\t")
            best[task] = min(best.get(task, (9e9, 9e9, "")), (float(wall), float(cpu), note))
        print(f"-- {threads} thread(s)")
        for task, (wall, cpu, note) in best.items():
            print(f"   {task}: {wall:.3f} s, {cpu:.3f} cpu {note}")
        row("Moran 9999", best["Moran, 9999 permutations"], moran, 0.35)
        row("LISA 999", best["LISA, 999 permutations"], peers[999], 0.5)
        row("LISA 9999", best["LISA, 9999 permutations"], peers[9999], 0.5)


POLARS = """
import polars as pl, math, sys, time
wall, cpu = time.perf_counter(), time.process_time()
y, w = pl.col("y"), pl.col("w")
for _ in range(int(sys.argv[2])):
    start, used = time.perf_counter(), time.process_time()
    g = pl.scan_csv(sys.argv[1]).group_by("region").agg(
        w.sum().alias("W"), (w * y).sum().alias("Y"), (w * y * y.log()).sum().alias("S")).collect()
    W, Y, S = g["W"], g["Y"], g["S"]
    T = S.sum() / Y.sum() - math.log(Y.sum() / W.sum())
    within = (Y / Y.sum() * (S / Y - (Y / W).log())).sum()
    print(T, within, time.perf_counter() - start, time.process_time() - used)
"""


def theil():
    rng = np.random.default_rng(7)
    n = 1_000_000
    path = os.path.join(place, "records.csv")
    y = np.exp(rng.normal(9, .8, n))
    np.savetxt(path, np.column_stack([rng.integers(0, 30, n), rng.integers(0, 2500, n), y, rng.integers(1, 50, n)]),
               delimiter=",", header="region,municipality,y,w", comments="", fmt=["%d", "%d", "%.10f", "%d"])
    script = os.path.join(place, "theil.py")
    open(script, "w").write(POLARS)
    print(f"records: {os.path.getsize(path) / 1e6:.1f} MB")
    lines = child([sys.executable, script, path, "7"])[1].split("\n")[:-1]
    warm = min(tuple(map(float, line.split()[2:])) for line in lines[1:])
    whole = min(child([sys.executable, script, path, "1"])[0] for _ in range(5))
    command = [program, "territories", "inequality", path, "--records", "--value", "y", "--weight", "w",
               "--within", "region", "-q", "--format", "csv"]
    ours = min(child(command)[0] for _ in range(9))
    out = child(command)[1].splitlines()
    print("polars:", " ".join(lines[0].split()[:2]), "ours:",
          [line.split(",")[4] for line in out if "inequality_split" in line])
    row("Theil 1e6 from CSV, our whole process against polars warm, without its start", ours, warm, 1.0)
    row("the same, whole processes", ours, whole, 1.0)


space()
theil()
