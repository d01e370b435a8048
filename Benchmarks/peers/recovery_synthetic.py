"""Times synthetic controls of the program against pysyncon and diff-diff, on the data of Proposition 99.

The program is timed as whole processes, reading included; the peers within Python, without imports and reading. Both must agree first:
the program's difference in differences with the Frank-Wolfe solver with diff-diff, and its fit must not be worse than pysyncon's.
"""

import csv
import io
import os
import resource
import statistics
import subprocess
import sys
import time

import pandas

PROGRAM, SMOKING, PLACE = sys.argv[1:4]
COMMON = [SMOKING, "--territory", "state", "--period", "year", "--outcome", "cigsale", "--treated",
          "California", "--post", "1989", "--format", "csv", "-q"]
PREDICTORS = ("lnincome:1980/1988,retprice:1980/1988,age15to24:1980/1988,beer:1984/1988,"
              "cigsale:1975,cigsale:1980,cigsale:1988")


def ours(verb, *options, runs=5):
    """Rows of a run, and the medians of wall and processor seconds."""
    walls, cpus = [], []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        done = subprocess.run([PROGRAM, "recovery", verb, *COMMON, *options], check=True,
                              capture_output=True, text=True)
        walls.append(time.perf_counter() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpus.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    return rows, statistics.median(walls), statistics.median(cpus)


def value(rows, indicator, component=""):
    return next(float(r["value"]) for r in rows
                if r["indicator"] == indicator and r["component"] == component)


def timed(work, runs=1):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    return result, statistics.median(times)


def pysyncon(data):
    from pysyncon import Dataprep, Synth

    wide = data.copy()
    prepared = Dataprep(
        foo=wide, predictors=["lnincome", "retprice", "age15to24"], predictors_op="mean",
        dependent="cigsale", unit_variable="state", time_variable="year",
        treatment_identifier="California",
        controls_identifier=[s for s in wide.state.unique() if s != "California"],
        time_predictors_prior=range(1980, 1989), time_optimize_ssr=range(1970, 1989),
        special_predictors=[("beer", range(1984, 1989), "mean"), ("cigsale", [1975], "mean"),
                            ("cigsale", [1980], "mean"), ("cigsale", [1988], "mean")])
    synth = Synth()
    synth.fit(prepared, optim_method="Nelder-Mead", optim_initial="equal")
    return synth.mspe()


def diff_diff(data):
    from diff_diff import SyntheticDiD

    panel = data[["state", "year", "cigsale"]].copy()
    panel["treated"] = (panel.state == "California").astype(int)
    estimator = SyntheticDiD(variance_method="placebo", n_bootstrap=200, seed=1)
    return estimator.fit(panel, outcome="cigsale", treatment="treated", unit="state", time="year",
                         post_periods=list(range(1989, 2001)))


def main():
    data = pandas.read_csv(SMOKING)
    print(f"cores {os.cpu_count()}, load {os.getloadavg()[0]:.1f}")
    rows, wall, cpu = ours("synthetic", "--predictor", PREDICTORS)
    mspe = value(rows, "recovery.synthetic_mspe", "before")
    p = value(rows, "recovery.synthetic_p_value", "ratio")
    print(f"placebo study, 39 units, 12 starts each: {wall:.2f} s, cpu {cpu:.2f} s; MSPE {mspe:.4f}, p {p:.4f}")
    one, wall_one, cpu_one = ours("synthetic", "--predictor", PREDICTORS, "--no-placebos")
    print(f"one unit, 12 starts: {wall_one:.3f} s, cpu {cpu_one:.3f} s")
    peer_mspe, peer = timed(lambda: pysyncon(data))
    assert mspe <= peer_mspe
    print(f"pysyncon, one unit, one start: {peer:.1f} s, MSPE {peer_mspe:.4f}; "
          f"ratio of one unit {peer / wall_one:.0f}; its one unit against our 39: {peer / wall:.1f}")
    rows, wall, cpu = ours("synthetic-did", runs=11)
    print(f"exact SDID, all 38 placebos: {wall * 1000:.0f} ms, cpu {cpu * 1000:.0f} ms; "
          f"effect {value(rows, 'recovery.sdid_effect'):.6f}")
    compatible, _, _ = ours("synthetic-did", "--solver", "frank-wolfe", "--inference", "none", runs=1)
    result, peer = timed(lambda: diff_diff(data), runs=3)
    assert abs(value(compatible, "recovery.sdid_effect") - result.att) < 1e-6
    print(f"diff-diff, 200 placebos: {peer * 1000:.0f} ms, effect {result.att:.6f}; ratio {peer / wall:.1f}, "
          f"per placebo {peer / 200 / (wall / 38):.1f}")


main()
