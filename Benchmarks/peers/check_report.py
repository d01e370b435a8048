#!/usr/bin/env python3
"""Checks report.py against the published and hand-derived numbers of ../shared/research (data-lac.md section 5, alliances.md
sections 2, 4 and 5 test 14, recovery.md 3.8).

    python Benchmarks/peers/check_report.py [DATASET_FOLDER] [--shared FOLDER]

Prints one line a check: ok or DIFF, computed, expected, tolerance. Exit status 1 if any differs.
"""
import argparse
import itertools
import sys
from pathlib import Path

import numpy as np
import pandas as pd

from report import Data, Reach, closure, episode, greedy, group_change, log_linear, report

results = []


def check(name, got, expected, tolerance=0.0):
    got_array, expected_array = np.atleast_1d(got), np.atleast_1d(expected)
    if got_array.dtype.kind in "fiub" and expected_array.dtype.kind in "fiub":
        fine = got_array.shape == expected_array.shape and bool(np.all(np.abs(got_array.astype(float) - expected_array) <= tolerance))
    else:
        fine = got == expected
    results.append(fine)
    print("ok  " if fine else "DIFF", name, "|", got, "|", expected, "|", tolerance)


# ------------------------------------------------------------------------------------------------ the formulas themselves

def check_formulas():
    rng = np.random.default_rng(1)
    n = 7
    cells = pd.DataFrame({"h0": rng.random(n), "h1": rng.random(n), "P0": 1 + rng.random(n), "P1": 1 + rng.random(n)}, index=list("abcdefg"))
    table, _ = group_change(cells, pd.DataFrame({"group": "g", "territory": cells.index}))
    total = {0: cells["P0"].sum(), 1: cells["P1"].sum()}
    share = {k: cells[f"P{k}"] / total[k] for k in total}
    h = {k: cells[f"h{k}"] for k in total}
    brute = dict(rate=0.0, population=0.0, mix=0.0)
    for order in itertools.permutations(brute):
        at = dict.fromkeys(brute, 0)
        for factor in order:
            def number():
                return total[at["population"]] * (share[at["mix"]] * h[at["rate"]]).sum()
            before = number()
            at[factor] = 1
            brute[factor] += (number() - before) / 6
    for part, value in brute.items():
        check(f"Shapley {part}: table of the page against all 6 orders", table.loc["g", part], value, 1e-12)

    # delta method of the loss against trend: numerical gradient
    rng = np.random.default_rng(2)
    y = 100 * np.exp(0.02 * np.arange(15) + 0.01 * rng.standard_normal(15))
    rows = {(r[1], r[2]): r for r in episode(y, [str(p) for p in range(2010, 2025)], "2019", "2010")}
    beta, cov = log_linear(y[:10])
    time = np.arange(10, 15)

    def loss(b):
        return 100 * np.sum(np.exp(b[0] + b[1] * time) - y[10:]) / y[9]
    step = 1e-6
    g = np.array([(loss(beta + step * e) - loss(beta - step * e)) / (2 * step) for e in np.eye(2)])
    check("loss_trend std_error against a numerical gradient", rows["recession.loss_trend", ""][4], np.sqrt(g @ cov @ g), 1e-6)
    names = np.polyfit(np.arange(10), np.log(y[:10]), 1)
    check("log-linear slope against polyfit", beta[1], names[0], 1e-12)


# ------------------------------------------------------------------------------------------------ data-lac.md section 5

def check_lac(data, rows, shared):
    table = rows.set_index(["territory", "indicator", "component", "period"])["value"].sort_index()
    any_period = rows.set_index(["territory", "indicator", "component"])["value"].sort_index()
    population = data.wide("population")
    lac = data.members.loc[data.members["group"] == "LAC", "territory"]
    lac33 = data.members.loc[data.members["group"] == "LAC33", "territory"]
    reference = pd.read_csv(shared / "data" / "lac_aggregates.csv", dtype={"year": str})
    lcn = reference[reference["code"] == "LCN"].pivot(index="year", columns="indicator", values="value")
    sums = population.loc[lac].sum()
    difference = (sums - lcn["population"]).dropna()
    check("1 population 1990, 2020, 2025", [int(sums[p]) for p in ("1990", "2020", "2025")], [440958144, 645498187, 666592570])
    check(f"1 population, {len(difference)} years, largest difference", float(difference.abs().max()), 0.0)

    outlook = "recession.outlook_growth"
    check("2 ECLAC 2020-04-21, computed", table["LAC33", outlook, "ECLAC/2020-04-21", "2020"], -5.326, 0.0005)
    check("2 against -5.3", table["LAC33", outlook, "ECLAC/2020-04-21", "2020"], -5.3, 0.15)
    check("2 number of states projected", int(((data.outlook["vintage"] == "2020-04-21") & data.outlook["territory"].isin(lac33)).sum()), 16)
    for (area, vintage), published in {("SOUTH_AMERICA", "2020-04-21"): -5.24, ("LAC33", "2020-07-15"): -8.88,
                                       ("SOUTH_AMERICA", "2020-07-15"): -9.26, ("CENTRAL_AMERICA_AND_MEXICO", "2020-07-15"): -8.25,
                                       ("LAC33", "2020-12-16"): -7.63, ("SOUTH_AMERICA", "2020-12-16"): -7.28}.items():
        check(f"section 3 table, {area} {vintage}", table[area, outlook, f"ECLAC/{vintage}", "2020"], published, 0.005)
    check("section 3 GDP share, April, July, December", [round(table["LAC33", "recession.outlook_share", f"ECLAC/{v}", "2020"])
                                                        for v in ("2020-04-21", "2020-07-15", "2020-12-16")], [92, 99, 98])
    check("3 South America 2020-12-16", table["SOUTH_AMERICA", outlook, "ECLAC/2020-12-16", "2020"], -7.276, 0.0005)
    check("4 growth 2020, 2021, 2024", [round(table["LAC33", "recession.growth", "", p], 3) for p in ("2020", "2021", "2024")], [-6.885, 7.185, 2.232])
    gdp = data.wide("gdp_constant_2015_usd").loc[lac33].sum()
    per_head = gdp / population.loc[lac33].sum()
    check("5 GDP per head 2020", 100 * (per_head["2020"] / per_head["2019"] - 1), -7.547, 0.0005)

    regional = [t for t in data.vintages["territory"].unique() if t in set(data.members["group"])]
    group = regional[0]
    v = "eclac/2021-03-04/with_transfers"
    number, change = "poverty.number_of_poor", "poverty.number_change"
    check("6 187.01, 208.67, +21.67 million", [round(x / 1e6, 2) for x in (
        table[group, number, v, "2019"], table[group, number, v, "2020"], any_period[group, change, v])], [187.01, 208.67, 21.67])
    check("6 parts: rate +19.7, population +1.9 million", [round(any_period[group, change, f"{v}/{p}"] / 1e6, 1) for p in ("rate", "population")], [19.7, 1.9])
    wpp = data.wide("population_wpp2019").loc[data.members.loc[data.members["group"] == group, "territory"]].sum()
    check("6 population of the 18, 2019 and 2020", [round(wpp[p] / 1e6, 2) for p in ("2019", "2020")], [613.14, 619.20])
    check("7 230.96, 204.34, 230.34", [round(table[group, number, f"eclac/{c}", "2020"] / 1e6, 2) for c in
                                       ("2020-07-15/central", "2022-01-27/observed", "2021-03-04/without_transfers")], [230.96, 204.34, 230.34])
    check("7 extreme 81.12", round(0.131 * wpp["2020"] / 1e6, 2), 81.12)
    paired = {c: any_period.get(("LAC33", "poverty.growth_paired", c)) for c in ("eclac/2020-05-12/medium", "eclac/2020-07-15/central", v)}
    print("     growth paired:", {k: None if x is None else float(np.atleast_1d(x)[0]) for k, x in paired.items()})

    matched = rows[(rows["indicator"] == "poverty.headcount_change") & (rows["component"] == "8.30")].dropna(subset=["value"])
    matched = matched[~matched["territory"].isin(data.members["group"])]["territory"]
    changes = any_period.xs((change, "8.30"), level=(1, 2)).reindex(matched)
    check("section 4: countries with 8.30 in both years, change, Brazil, the other nine (million)",
          [len(matched), round(changes.sum() / 1e6, 1), round(changes["BRA"] / 1e6, 1), round(changes.drop("BRA").sum() / 1e6, 1)], [10, -1.8, -14.7, 12.9], 1e-9)
    check("section 4: PER, COL, ARG, ECU", [round(changes[c] / 1e6, 1) for c in ("PER", "COL", "ARG", "ECU")], [4.9, 4.2, 1.6, 1.0], 1e-9)
    eighteen = data.members.loc[data.members["group"] == group, "territory"]
    check("section 2: share of the 18 with 8.30 in both years", round(any_period[group, "poverty.data_share", "8.30"]), 64)
    assert set(matched) <= set(eighteen)

    force, jobless = data.wide("labour_force"), data.wide("unemployment_pct")
    both = lac33[lac33.isin(force.index) & lac33.isin(jobless.index)]
    mean = (force.loc[both] * jobless.loc[both]).sum() / force.loc[both].sum()
    check("8 unemployment 2020, 2019, 2021", [round(mean[p], 3) for p in ("2020", "2019", "2021")], [10.218, 7.999, 9.149])

    mexico = pd.read_csv(shared / "data" / "mexico_states_panel.csv", dtype={"cve_ent": str, "year": str})
    print("     mexican indicators:", ", ".join(sorted(mexico["indicator"].unique())))
    wide = mexico.pivot_table(index=["cve_ent", "year"], columns="indicator", values="value").unstack("year")
    states = wide.drop("00")
    poor = states["poverty_persons"].sum()
    check("9 CONEVAL persons 2018, 2020, 2022", [int(poor[p]) for p in ("2018", "2020", "2022")], [51890880, 55654225, 46804510])
    check("9 change 2018-2020", int(poor["2020"] - poor["2018"]), 3763345)
    people = states["population_enigh"] if "population_enigh" in states else states[[c for c in states if "population" in c[0]][0][0]]
    mean_rate = (states["poverty_pct"] * people).sum() / people.sum()
    check("9 population-weighted mean of the state rates 2020", round(mean_rate["2020"], 3), 43.911, 1e-3)
    check("9 national rate 2020", round(wide.loc["00", ("poverty_pct", "2020")], 3), 43.911, 1e-3)
    product = "gdp_constant_2018_mxn_million"
    check("10 INEGI sum of states 2020", states[product]["2020"].sum(), 22069934.772, 0.01)
    national = wide.loc["00", product]
    inegi = [100 * (national[p] / national[str(int(p) - 1)] - 1) for p in ("2020", "2021", "2022", "2019")]
    check("11 growth of the INEGI line 2020, 2021, 2022, 2019", np.round(inegi, 4), [-8.3540, 6.0485, 3.7098, -0.3927], 0.00005)
    wdi = data.wide("gdp_growth_pct").loc["MEX"]
    check("11 WDI", [wdi[p] for p in ("2020", "2021", "2022", "2019")], inegi, 0.0005)
    census = [c for c in states.columns.get_level_values(0).unique() if "census" in c]
    if census:
        check("12 census 2020", int(states[census[0]]["2020"].sum()), 126014024)
    check("13 level index 2020, 2021, 2022, 2024", [round(table["LAC33", "recession.level_index", "", p], 2) for p in ("2020", "2021", "2022", "2024")],
          [93.11, 99.81, 103.89, 108.62])
    check("13 recovered in 2022 (3 years)", any_period["LAC33", "recession.years_to_level", ""], 3.0)
    censored = rows[(rows["indicator"] == "recession.years_to_level") & (rows["component"] == "lower_bound") & rows["territory"].isin(lac33)]
    check("14 not recovered by 2024", sorted(censored["territory"]), ["CUB", "HTI", "KNA", "SUR", "TTO", "VEN"])
    print("     trend of LAC33:", *(f"{n}={np.atleast_1d(any_period['LAC33', 'recession.' + n, ''])[0]:.6f}" for n in ("trend_growth", "loss_level", "loss_trend")))

    change = 100 * (states[product]["2020"] / states[product]["2019"] - 1)
    code = pd.read_csv(shared / "data" / "mexico_states.csv", dtype=str).set_index("cve_ent")["iso3166_2"]
    named = change.rename(code)
    check("15 ROO, BCS, COA, TAB", [round(named[f"MX-{s}"], 2) for s in ("ROO", "BCS", "COA", "TAB")], [-22.30, -14.58, -11.52, 4.24], 0.005)
    rates = states["poverty_pct"]
    check("15 correlation", round(change.corr(rates["2020"] - rates["2018"]), 3), -0.693, 0.0005)
    contributions = rows[(rows["indicator"] == "recession.contribution") & (rows["territory"] == "LAC33")]
    check("contributions of the members add up to the growth of LAC33", contributions["value"].sum(), table["LAC33", "recession.growth", "", "2020"], 1e-9)


# ------------------------------------------------------------------------------------------------ recovery.md 3.8

def by_name(rows):
    return {(r[1].removeprefix("recession."), r[2]): r for r in rows}


def check_hand_cases(shared):
    def case(values, last):
        return by_name(episode(values, [str(p) for p in range(last - len(values) + 1, last + 1)], "2019", "2018"))
    # two points fit the trend exactly: the trend answers of the hand cases are not looked at
    with np.errstate(all="ignore"):
        a = case([100, 102, 95, 98, 101, 104, 106], 2024)
        b = case([100, 102, 95, 96, 97], 2022)
        c = case([100, 102, 103, 105], 2021)
    check("A depth", a["depth", ""][3], -6.8627450980, 5e-11)
    check("A duration, years", [a["duration", ""][3], a["years_to_level", ""][3], a["years_to_level", "sustained"][3]], [1, 4, 4])
    check("A trough period and regained period", [a["trough", ""][0], a["years_to_level", ""][0]], ["2020", "2019/2023"])
    check("A interpolated", a["years_to_level", "interpolated"][3], 3.3333333333, 5e-11)
    check("A loss", a["loss_level", ""][3], 11.7647058824, 5e-11)
    check("B censored, more than 3 years", [bool(np.isnan(b["years_to_level", ""][3])), b["years_to_level", "lower_bound"][3]], [True, 3.0])
    check("C no downturn: depth 0, loss 0, no trough, years empty", [c["depth", ""][3], c["loss_level", ""][3], bool(np.isnan(c["trough", ""][3])),
                                                                    bool(np.isnan(c["years_to_level", ""][3])), ("years_to_level", "lower_bound") in c], [0, 0, True, True, False])

    us = pd.read_csv(shared / "reference" / "recovery" / "us_real_gdp_gdpc1.csv", parse_dates=["date"])
    us.index = us["date"].dt.year.astype(str) + "-Q" + us["date"].dt.quarter.astype(str)
    series = us.loc[:"2021-Q4", "value"]
    at = us.loc["2019-Q4", "value"]
    e = by_name(episode(series, series.index, "2019-Q4", "2015-Q1", frequency=4))
    check("US reference and trough level", [at, us.loc["2020-Q2", "value"]], [20985.448, 19056.617])
    check("US depth", e["depth", ""][3], -9.1912786422, 5e-11)
    check("US trough, regained (periods)", [e["trough", ""][0], e["years_to_level", ""][0]], ["2020-Q2", "2019-Q4/2021-Q1"])
    check("US duration and years to level (quarters)", [4 * e["duration", ""][3], 4 * e["years_to_level", ""][3]], [2, 5])
    check("US loss against the level", e["loss_level", ""][3], 3.4207668571, 5e-11)
    check("US loss against the level, billion", e["loss_level", ""][3] * at / 100, 717.86325, 5e-6)
    check("US loss against trend, billion", e["loss_trend", ""][3] * at / 100, 1165.558635, 5e-7)
    check("US trend growth from slope 0.006191319421", e["trend_growth", ""][3], 100 * (np.exp(4 * 0.006191319421) - 1), 1e-8)
    check("US years to trend: touched 2021-Q4, sustained cut by the sample", [e["years_to_trend", ""][0], 4 * e["years_to_trend", ""][3], bool(np.isnan(e["years_to_trend", "sustained"][3]))],
          ["2019-Q4/2021-Q4", 8.0, True])
    print("     US standard errors:", e["trend_growth", ""][3:], e["loss_trend", ""][3:], "interpolated", e["years_to_level", "interpolated"][3], e["years_to_trend", "interpolated"][3])
    full = us["value"]
    for reference, trough, back, depth in (("1973-Q4", "1975-Q1", "1975-Q4", -3.1397054794), ("1981-Q3", "1982-Q1", "1983-Q2", -2.6263129129)):
        start = full.index[full.index.get_loc(reference) - 19]
        e = by_name(episode(full, full.index, reference, start, frequency=4))
        check(f"US {reference}", [e["trough", ""][0], e["years_to_level", ""][0]], [trough, f"{reference}/{back}"])
        check(f"US {reference} depth", e["depth", ""][3], depth, 5e-11)


# ------------------------------------------------------------------------------------------------ alliances.md

def fragmentation(B):
    A = B @ B.T > 0
    n, seen, pairs = len(A), np.zeros(len(A), bool), 0
    for i in range(n):
        if seen[i]:
            continue
        part = np.zeros(n, bool)
        part[i] = True
        while True:
            grown = part | A[part].any(axis=0)
            if (grown == part).all():
                break
            part = grown
        seen |= part
        pairs += part.sum() * (part.sum() - 1)
    return 1 - pairs / (n * (n - 1))


def shapley(by_level):
    """Shapley value of each level's covered set over v = number of territories in the union."""
    names, value = list(by_level), {}
    for order in itertools.permutations(names):
        so_far = np.zeros_like(next(iter(by_level.values())))
        for name in order:
            value[name] = value.get(name, 0) + (by_level[name] & ~so_far).sum()
            so_far = so_far | by_level[name]
    count = len(list(itertools.permutations(names)))
    return {name: float(v / count) for name, v in value.items()}


def check_alliances(data, rows):
    value = rows[rows["indicator"].str.startswith("alliances.")].set_index(["territory", "indicator", "component"])["value"].sort_index()

    def lac(indicator, component):
        return float(value["LAC33", f"alliances.{indicator}", component])
    codes = sorted(data.members.loc[data.members["group"] == "LAC33", "territory"])
    x = {(s, t): Reach(data, codes, s, t, False) for s in ("all", "core", "all-named", "core-named") for t in (("A",), ("A", "B"), ("A", "B", "C"))}
    every, core = x["all", ("A", "B")], x["core", ("A", "B")]
    sets = {s: sorted(np.array(codes)[~x[s, ("A", "B")].covered]) for s in ("core", "core-named", "all-named")}

    tiers = data.memberships["tier"].value_counts()
    check("section 2: relations by tier", [len(data.memberships), tiers["A"], tiers["B"], tiers["C"]], [799, 534, 135, 130])
    check("section 2: A+B relations, with a named organisation", [len(every.relations), len(x["all-named", ("A", "B")].relations)], [669, 517])
    check("section 2: organisations and alliances in A+B", [every.relations["organisation"].nunique(), every.relations["alliance"].nunique()], [594, 70])
    check("section 2: completeness 595/3264", float(value["", "alliances.completeness", "all/direct"]), 595 / 3264, 1e-12)
    covered = {s: [int(x[s, t].covered.sum()) for t in (("A",), ("A", "B"), ("A", "B", "C"))] for s in ("all", "core")}
    check("section 2: covered by tier A, A+B, A+B+C, all themes", covered["all"], [33, 33, 33])
    check("section 2: covered by tier A, A+B, core", covered["core"][:2], [30, 32])
    check("section 2: core missing in A; A+B", [sorted(np.array(codes)[~x["core", ("A",)].covered]), sets["core"]], [["CUB", "HTI", "VEN"], ["CUB"]])
    check("section 2: core named, A and A+B", [int(x["core-named", t].covered.sum()) for t in (("A",), ("A", "B"))], [19, 22])
    check("section 2: core named, missing", sets["core-named"], "ATG BHS BRB CUB DMA GRD GUY JAM KNA LCA SUR".split())
    check("section 2: all named 26, missing", sets["all-named"], "ATG BHS BRB GUY JAM KNA SUR".split())

    active = every.B[(every.B > 0).any(axis=1)][:, (every.B > 0).any(axis=0)]
    check("Q1 density, mean degree, multi-membership", [round(float(active.mean()), 4), round(float(active.sum(1).mean()), 3), round(100 * float((active.sum(1) >= 2).mean()), 1)], [0.0161, 1.126, 8.4], 1e-9)
    used = (every.B > 0).any(axis=0)
    nested = every.B @ closure(every.N) > 0
    check("Q1 fragmentation direct, federated", [round(fragmentation(active), 4), round(fragmentation(nested[(every.B > 0).any(axis=1)].astype(np.float32)), 4)], [0.5334, 0.2890], 1e-9)

    theme = every.alliances["theme"].to_numpy()
    by_theme = {h: int(every.present[:, theme == h].any(axis=1).sum()) for h in sorted(set(theme[used]))}
    check("Q4 countries by theme", by_theme, dict(
        cooperative_representation=21, finance=21, habitat=19, local_government=19, development_cooperation=18, farmers=17, labour=13, policy=7,
        solidarity_economy=7, worker_cooperatives=7, fair_trade=5, cooperative_policy=4, local_government_sse=2, civil_society=1, research=1,
        advocacy=0, knowledge_transfer=0, social_economy=0))
    share = every.relations["alliance"].map(every.alliances["theme"]).value_counts(normalize=True)
    check("Q4 effective themes, A+B relations of all countries", [round(float(np.exp(-(share * np.log(share)).sum())), 2), len(share)], [11.80, 18], 1e-9)

    steps = {s: [(a, c) for a, c, _ in greedy(x[s, ("A", "B")].present, list(x[s, ("A", "B")].alliances.index))] for s in ("all", "core")}
    check("Q6 greedy, all", steps["all"], [("HIC_AL", 19), ("CCCU", 32), ("ICA", 33)])
    check("Q6 greedy, core", steps["core"], [("ICA", 18), ("CCCU", 29), ("ICA_AMERICAS", 30), ("CONACOOP_NIC", 31), ("CECONAVE", 32)])
    reach = pd.Series(every.present.sum(axis=0), index=every.alliances.index).sort_values(ascending=False)
    check("Q6 largest reach", {a: int(reach[a]) for a in "HIC_AL UCCI ALOP ICA CCCU CAFAN CCL MERCOCIUDADES".split()},
          dict(HIC_AL=19, UCCI=19, ALOP=18, ICA=18, CCCU=13, CAFAN=13, CCL=13, MERCOCIUDADES=10))
    best = {s: [int(max(x[s, ("A", "B")].present[:, list(pick)].any(axis=1).sum() for pick in itertools.combinations(
        np.flatnonzero(x[s, ("A", "B")].present.any(axis=0)), k))) for k in (1, 2, 3)] for s in ("all", "core")}
    for s in ("all", "core"):
        bounds = [b for _, _, b in greedy(x[s, ("A", "B")].present, list(x[s, ("A", "B")].alliances.index))]
        print(f"     greedy bounds {s}: {bounds}; best of all choices of 1, 2, 3 alliances: {best[s]}")

    for scope, plain, people, need in (("all", 1, 1, 1), ("core", 0.9697, 0.9824, 0.9728), ("core-named", 0.6667, 0.9739, 0.9546)):
        check(f"Q7 coverage {scope}", [round(lac("coverage", f"{scope}/direct/{w}"), 4) for w in ("plain", "population", "need")], [plain, people, need], 1e-9)
    check("Q7 depth all, core", [round(lac("depth", f"{s}/direct"), 4) for s in ("all", "core")], [6.4242, 3.2121], 1e-9)
    check("Q7 k-coverage 1..6", [round(lac("k_coverage", f"all/direct/k={k}"), 4) for k in range(1, 7)], [1, 1, 1, 0.8182, 0.6970, 0.5758], 1e-9)
    check("Q7 pairing local and international", int((every.marks[:, 0] & every.marks[:, 2]).sum()), 20)
    people = data.wide("population")["2019"].reindex(codes).to_numpy()
    for (s, q), expected in {("all", .1): (.9998, 1.0), ("all", .3): (.9936, .9990), ("core", .1): (.9483, .9769), ("core", .3): (.8824, .9599)}.items():
        sigma = np.where(x[s, ("A", "B")].depth > 0, 1 - q ** x[s, ("A", "B")].depth.astype(float), 0)
        check(f"Q7 survival {s} q={q}", [round(float(sigma.mean()), 4), round(float(sigma @ people / people.sum()), 4)], list(expected), 1e-9)
    gdp = data.wide("gdp_constant_2015_usd").reindex(codes)
    loss = (1 - gdp["2020"] / gdp["2019"]).to_numpy()
    for label, loss_rate in (("signed", loss), ("max(0, loss)", loss.clip(min=0))):
        correlations = [round(float(np.corrcoef(v, loss_rate)[0, 1]), 2) for v in (every.marks.mean(axis=1), every.depth, core.depth)]
        deep = every.depth >= 6
        means = [int(deep.sum()), round(100 * float(loss_rate[deep].mean()), 1), round(100 * float(loss_rate[~deep].mean()), 1)]
        check(f"Q7 correlations of breadth, depth, core depth with the loss rate; means ({label})", correlations + means, [-0.02, -0.06, -0.12, 19, 8.3, 10.2], 1e-9)

    levels = {k: int(v.sum()) for k, v in every.by_level.items()}
    check("Q9 countries by level", levels, dict(subnational=2, national=6, continental=32, international=27))
    check("Q9 Shapley over levels", {k: round(v, 4) for k, v in shapley(every.by_level).items()}, dict(subnational=0.75, national=1.9167, continental=17.9167, international=12.4167))
    alone = [int((v & ~np.any([w for j, w in every.by_level.items() if j != k], axis=0)).sum()) for k, v in every.by_level.items()]
    check("Q9 unique contribution", alone, [0, 0, 6, 0])
    check("Q9 marks", every.marks.sum(axis=0).tolist(), [20, 6, 33])
    check("Q9 first mark", sorted(np.array(codes)[every.marks[:, 0]]), "ARG BOL BRA CHL COL CRI CUB DOM ECU GTM HND HTI MEX NIC PAN PER PRY SLV URY VEN".split())
    check("Q9 second mark and complete", [sorted(np.array(codes)[every.marks[:, 1]]), sorted(np.array(codes)[every.marks.all(axis=1)])], ["ARG BRA COL NIC URY VEN".split()] * 2)
    check("Q9 breadth 59/99, core 42/99", [lac("breadth", "all/direct"), lac("breadth", "core/direct")], [59 / 99, 42 / 99], 1e-12)
    check("Q9 level-complete 6/33, core 2/33", [lac("level_complete", "all/direct/plain"), lac("level_complete", "core/direct/plain")], [6 / 33, 2 / 33], 1e-12)
    check("Q9 level-complete by population, percent", round(100 * lac("level_complete", "all/direct/population"), 1), 53.6, 1e-9)
    check("Q9 core marks and complete", [core.marks.sum(axis=0).tolist(), sorted(np.array(codes)[core.marks.all(axis=1)])], [[5, 6, 31], ["ARG", "NIC"]])

    population = lambda r: float(people @ r.covered / people.sum())
    need = (gdp["2019"] - gdp["2020"]).clip(lower=0).to_numpy()
    check("test 14: coverage by population, tiers A, A+B, A+B+C", [round(population(x["all", t]), 4) for t in (("A",), ("A", "B"), ("A", "B", "C"))], [1, 1, 1])
    check("test 14: depth", [round(float(x["all", t].depth.mean()), 4) for t in (("A",), ("A", "B"), ("A", "B", "C"))], [5.1515, 6.4242, 6.8485], 1e-9)
    check("test 14: core, population", [round(population(x["core", t]), 4) for t in (("A",), ("A", "B"))], [0.9196, 0.9824], 1e-9)
    check("test 14: core, need", [round(float(need @ x["core", t].covered / need.sum()), 4) for t in (("A",), ("A", "B"))], [0.9297, 0.9728], 1e-9)
    check("test 14: core depth", [round(float(x["core", t].depth.mean()), 4) for t in (("A",), ("A", "B"))], [2.0303, 3.2121], 1e-9)
    check("test 14: core named, population", [round(population(x["core-named", t]), 4) for t in (("A",), ("A", "B"))], [0.8940, 0.9739], 1e-9)


def main():
    here = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser()
    parser.add_argument("dataset", nargs="?", default=here / "Datasets" / "lac-covid")
    parser.add_argument("--shared", type=Path, default=here.parent / "shared")
    options = parser.parse_args()
    data = Data(options.dataset)
    rows = report(data)
    check_formulas()
    check_lac(data, rows, options.shared)
    check_hand_cases(options.shared)
    check_alliances(data, rows)
    print(f"{sum(results)} of {len(results)} checks agree")
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
