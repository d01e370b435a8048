#!/usr/bin/env python3
"""The numbers of `indicators report`, written independently with pandas and numpy.

    python Benchmarks/peers/report.py [DATASET_FOLDER] [-o OUT.csv]

It follows Sources/ESSIndicators/ESSIndicators.docc/{Poverty,Recession,Alliances}.md and was written without reading the
Swift sources, so that it can serve as a check of the numbers and as the peer in the benchmark. Rows:

    territory,period,indicator,component,value,std_error

An empty value means refused, not available or censored. Where the pages leave a choice, the choice is marked `CHOICE`.
Needs pandas >= 2 and numpy.
"""
import argparse
import sys
from pathlib import Path

import numpy as np
import pandas as pd

MIN_SHARE = 50.0                      # percent of the group's population
NAN = float("nan")
COLUMNS = ["territory", "period", "indicator", "component", "value", "std_error"]


# ---------------------------------------------------------------------------------------------------- data

class Data:
    """A dataset folder as data frames; nothing is computed here but the hierarchy."""

    def __init__(self, folder):
        folder = Path(folder)

        def read(name, **types):
            return pd.read_csv(folder / f"{name}.csv", dtype={c: str for c in types.pop("text", [])} | types,
                               keep_default_na=False, na_values=[""])

        self.territories = read("territories", text=["territory", "level", "kind", "parent"])
        self.group_members = read("group_members", text=["group", "territory"])
        self.variables = read("variables", text=["variable", "role", "line", "unit"])
        self.panel = read("panel", text=["territory", "period", "variable"])
        self.outlook = read("outlook", text=["territory", "period", "institution", "vintage"])
        self.vintages = read("poverty_vintages", text=["territory", "period", "line", "measure", "vintage", "scenario", "unit"])
        self.exercises = read("exercises", text=["poverty_vintage", "growth_institution", "growth_vintage", "growth_territory"])
        self.organisations = read("organisations", text=["organisation", "level", "territory", "alliance_alias"])
        self.alliances = read("alliances", text=["alliance", "level", "theme"])
        self.memberships = read("memberships", text=["organisation", "alliance", "relation", "tier"])
        self.members = self._membership()

    def _membership(self):
        """Long table (group, territory): every leaf below each node of the tree, and the plain groups."""
        parent = self.territories.set_index("territory")["parent"].dropna()
        inner = set(parent)
        leaves = [t for t in self.territories["territory"] if t not in inner]
        below = []
        for leaf in leaves:
            node = leaf
            while node in parent.index:
                node = parent[node]
                below.append((node, leaf))
        tree = pd.DataFrame(below, columns=["group", "territory"])
        plain = self.group_members[["group", "territory"]]
        opened = plain.merge(tree.rename(columns={"group": "territory", "territory": "leaf"}), how="left", on="territory")
        opened["territory"] = opened["leaf"].fillna(opened["territory"])     # a group may list a node of the tree
        both = pd.concat([tree, opened[["group", "territory"]]]).drop_duplicates(ignore_index=True)
        grouping = self.territories["kind"].isin(["group", "reported"])      # `reported`: a group without a list of members
        self.groups = set(both["group"]) | set(self.territories.loc[grouping, "territory"])
        return both

    def wide(self, variable):
        """(territories x periods) of one variable, periods sorted."""
        cells = self.panel[self.panel["variable"] == variable]
        return cells.pivot(index="territory", columns="period", values="value").sort_index(axis=1)


def frame(territory, period, indicator, component, value, std_error=NAN):
    """Rows from columns and constants."""
    return pd.DataFrame(dict(zip(COLUMNS, (territory, period, indicator, component, value, std_error))),
                        index=None if np.ndim(value) else [0])


# ---------------------------------------------------------------------------------------------------- poverty

def poverty_rows(table, component, t0, t1):
    """Rows from a table with index territory and columns h0, h1, N0, N1, total and the parts (fractions and persons)."""
    change = f"{t0}/{t1}"
    names = table.index
    out = [
        frame(names, t0, "poverty.headcount", component, 100 * table["h0"].to_numpy()),
        frame(names, t1, "poverty.headcount", component, 100 * table["h1"].to_numpy()),
        frame(names, t0, "poverty.number_of_poor", component, table["N0"].to_numpy()),
        frame(names, t1, "poverty.number_of_poor", component, table["N1"].to_numpy()),
        frame(names, change, "poverty.headcount_change", component, 100 * (table["h1"] - table["h0"]).to_numpy()),
        frame(names, change, "poverty.number_change", component, (table["N1"] - table["N0"]).to_numpy()),
    ]
    for part in ("rate", "population", "mix"):
        if part in table:
            out.append(frame(names, change, "poverty.number_change", f"{component}/{part}", table[part].to_numpy()))
    return out


def single_change(cells):
    """The two-factor decomposition of territories (or of a group with its own published ratio): columns h0 h1 P0 P1."""
    out = cells[["h0", "h1"]].copy()
    out["N0"], out["N1"] = cells["h0"] * cells["P0"], cells["h1"] * cells["P1"]
    out["rate"] = (cells["h1"] - cells["h0"]) * (cells["P0"] + cells["P1"]) / 2
    out["population"] = (cells["P1"] - cells["P0"]) * (cells["h0"] + cells["h1"]) / 2
    return out


def group_change(cells, members):
    """The three-factor decomposition of groups over their matched members; `cells` has h0 h1 P0 P1, missing as NaN."""
    long = members.merge(cells, left_on="territory", right_index=True, how="left")
    population = long.groupby("group")["P0"].sum()
    long = long.dropna(subset=["h0", "h1", "P0", "P1"])
    total = long.groupby("group")[["P0", "P1"]].transform("sum")
    P0, P1 = total["P0"], total["P1"]
    s0, s1, h0, h1 = long["P0"] / P0, long["P1"] / P1, long["h0"], long["h1"]
    long = long.assign(
        N0=h0 * long["P0"], N1=h1 * long["P1"],
        rate=(h1 - h0) * (2 * P0 * s0 + P0 * s1 + P1 * s0 + 2 * P1 * s1) / 6,
        mix=(s1 - s0) * (2 * P0 * h0 + P0 * h1 + P1 * h0 + 2 * P1 * h1) / 6,
        population=(P1 - P0) * (2 * s0 * h0 + s0 * h1 + s1 * h0 + 2 * s1 * h1) / 6)
    out = long.groupby("group")[["P0", "P1", "N0", "N1", "rate", "population", "mix"]].sum().reindex(population.index)
    out["h0"], out["h1"] = out["N0"] / out["P0"], out["N1"] / out["P1"]
    share = 100 * out["P0"].fillna(0) / population.where(population > 0)
    out.loc[~(share >= MIN_SHARE)] = NAN
    return out, share


def vintage_cells(vintages, vintage, scenario, t0, t1):
    """h0 and h1 of one vintage and scenario, by the order of preference of the page."""
    rows = vintages[vintages["vintage"] == vintage]

    def values(measure, period, of):
        pick = rows[(rows["measure"] == measure) & (rows["period"] == period) & (rows["scenario"] == of)]
        return pick.set_index("territory")["value"]

    end = values("headcount", t1, scenario)
    published_change = values("change_points", f"{t0}/{t1}", scenario)
    start = pd.Series(dtype=float)
    for of in dict.fromkeys([scenario, "observed", "central"]):
        start = start.combine_first(values("headcount", t0, of))
    start = start.combine_first((end - published_change).dropna())
    return pd.DataFrame({"h0": start, "h1": end}).dropna(how="all") / 100


def poverty_change(data, t0="2019", t1="2020", lines=("eclac", "8.30")):
    population, wpp = data.wide("population"), data.wide("population_wpp2019")
    out = []
    for line in lines:
        headcount = data.variables[(data.variables["line"] == line) & (data.variables["role"] == "poverty_headcount")]
        for variable in headcount["variable"]:                   # a line of the panel
            h = data.wide(variable).reindex(columns=[t0, t1]) / 100
            cells = pd.DataFrame({"h0": h[t0], "h1": h[t1]}).reindex(population.index)
            cells["P0"], cells["P1"] = population[t0], population[t1]
            out += poverty_rows(single_change(cells[cells[["h0", "h1"]].notna().any(axis=1)]), line, t0, t1)
            table, share = group_change(cells, data.members)
            out += poverty_rows(table, line, t0, t1)
            out.append(frame(share.index, t0, "poverty.data_share", line, share.to_numpy()))

        rows = data.vintages[data.vintages["line"] == line]      # a line that comes by vintage
        ends = rows[(rows["period"] == t1)][["vintage", "scenario"]].drop_duplicates()
        for vintage, scenario in ends.itertuples(index=False):
            component = f"{line}/{vintage}/{scenario}"
            cells = vintage_cells(rows, vintage, scenario, t0, t1)
            group_wpp = data.members.merge(wpp[[t0, t1]], left_on="territory", right_index=True).groupby("group")[[t0, t1]].sum()
            own = cells[cells.index.isin(group_wpp.index)].assign(P0=group_wpp[t0], P1=group_wpp[t1])
            leaf = cells[~cells.index.isin(group_wpp.index)].reindex(wpp.index).assign(P0=wpp[t0], P1=wpp[t1])
            out += poverty_rows(single_change(leaf[leaf[["h0", "h1"]].notna().any(axis=1)]), component, t0, t1)
            out += poverty_rows(single_change(own), component, t0, t1)
            # CHOICE: a group without a published ratio is the sum of its matched members.
            table, share = group_change(leaf, data.members[~data.members["group"].isin(own.index)])
            out += poverty_rows(table, component, t0, t1)
            out.append(frame(share.index, t0, "poverty.data_share", component, share.to_numpy()))
            same = rows[(rows["vintage"] == vintage) & (rows["scenario"].isin([scenario, "observed", "central"]))]
            for measure, indicator, period in (("number_of_poor", "poverty.number_of_poor", t0),
                                               ("number_of_poor", "poverty.number_of_poor", t1),
                                               ("change_persons", "poverty.number_change", f"{t0}/{t1}")):
                wanted = same[(same["measure"] == measure) & (same["period"] == period)]
                rank = wanted["scenario"].map({"central": 2, "observed": 1} | {scenario: 0})
                wanted = wanted[(rank == 0) | (period == t0)].assign(rank=rank).sort_values("rank", kind="stable")
                wanted = wanted.drop_duplicates("territory")
                out.append(frame(wanted["territory"], period, indicator, f"{component}/published", wanted["value"].to_numpy()))
            paired = data.exercises[data.exercises["poverty_vintage"] == vintage].merge(
                data.outlook[data.outlook["period"] == t1], how="inner",
                left_on=["growth_institution", "growth_vintage", "growth_territory"],
                right_on=["institution", "vintage", "territory"])
            out.append(frame(paired["territory"], t1, "poverty.growth_paired", component, paired["value"].to_numpy()))
    return pd.concat(out)


# ---------------------------------------------------------------------------------------------------- recession

def regained(level, target, first_fall, sustain):
    """Positions after r at which `level` is back at `target`: (first, interpolated, sustained), NaN where censored."""
    gap = level - target
    back = [t for t in range(first_fall + 1, len(gap)) if gap[t] >= 0]
    if not back:
        return NAN, NAN, NAN
    first = back[0]
    crossing = first - 1 + gap[first - 1] / (gap[first - 1] - gap[first])
    held = [t for t in back if t + sustain <= len(gap) and (gap[t:t + sustain] >= 0).all()]
    return first, crossing, held[0] if held else NAN


def log_linear(y):
    """a, b and their covariance of ln y = a + b t, t = 0 .. n-1."""
    X = np.column_stack([np.ones(len(y)), np.arange(len(y))])
    beta, _, _, _ = np.linalg.lstsq(X, np.log(y), rcond=None)
    residual = np.log(y) - X @ beta
    sigma2 = residual @ residual / (len(y) - 2)
    return beta, sigma2 * np.linalg.inv(X.T @ X)


def episode(y, periods, reference, trend_from, frequency=1, sustain=2):
    """The episode of one series without gaps; rows (period, indicator, component, value, std_error)."""
    y, periods = np.asarray(y, float), list(periods)
    r, w, end = periods.index(reference), periods.index(trend_from), len(y) - 1
    rows = []

    def row(period, indicator, component, value, std_error=NAN):
        rows.append((period, f"recession.{indicator}", component, value, std_error))

    for t in range(r, len(y)):
        if t > r:
            row(periods[t], "growth", "", 100 * (y[t] / y[t - 1] - 1))
        row(periods[t], "level_index", "", 100 * y[t] / y[r])

    def recovery(indicator, answers, censored_end):
        first, crossing, held = answers
        for component, at in (("", first), ("interpolated", crossing), ("sustained", held)):
            when = f"{reference}/{periods[int(first if np.isnan(at) else at)]}" if first == first else f"{reference}/{periods[end]}"
            row(when, indicator, component, (at - r) / frequency)
        if censored_end and np.isnan(first):
            row(f"{reference}/{periods[end]}", indicator, "lower_bound", (end - r) / frequency)
        elif censored_end and np.isnan(held):
            row(f"{reference}/{periods[end]}", indicator, "sustained/lower_bound", (end - r) / frequency)

    falls = [t for t in range(r + 1, len(y)) if y[t] < y[r]]
    if falls:
        answers = regained(y, np.full(len(y), y[r]), falls[0], sustain)
        stop = len(y) if np.isnan(answers[2]) else int(answers[2])
        trough = falls[0] + int(np.argmin(y[falls[0]:stop]))
        row(f"{reference}/{periods[trough]}", "depth", "", 100 * (y[trough] / y[r] - 1))
        row(periods[trough], "trough", "", 100 * y[trough] / y[r])
        row(f"{reference}/{periods[trough]}", "duration", "", (trough - r) / frequency)
        recovery("years_to_level", answers, True)
        last = len(y) if np.isnan(answers[0]) else int(answers[0])       # the regained period itself is not counted
        row(f"{reference}/{periods[last - 1]}", "loss_level", "", 100 * np.sum(1 - y[r + 1:last] / y[r]) / frequency)
    else:
        for indicator, value in (("depth", 0), ("trough", NAN), ("duration", 0), ("loss_level", 0)):
            row(f"{reference}/{periods[end]}", indicator, "", value)
        recovery("years_to_level", (NAN, NAN, NAN), False)

    (a, b), cov = log_linear(y[w:r + 1])
    time = np.arange(len(y)) - w
    trend = np.exp(a + b * time)
    row(f"{trend_from}/{reference}", "trend_growth", "", 100 * (np.exp(b * frequency) - 1),
        100 * frequency * np.exp(b * frequency) * np.sqrt(cov[1, 1]))
    below = [t for t in range(r + 1, len(y)) if y[t] < trend[t]]
    recovery("years_to_trend", regained(y, trend, below[0], sustain) if below else (NAN, NAN, NAN), bool(below))
    after = slice(r + 1, None)
    scale = 100 / y[r] / frequency
    gradient = scale * np.array([trend[after].sum(), (trend[after] * time[after]).sum()])
    row(f"{reference}/{periods[end]}", "loss_trend", "", scale * np.sum(trend[after] - y[after]),
        np.sqrt(gradient @ cov @ gradient))
    return rows


def recession_impact(data, variable="gdp_constant_2015_usd", reference="2019", trend_from="2010", sustain=2):
    levels = data.wide(variable)
    levels = levels.loc[:, levels.columns >= trend_from]
    population = data.wide("population")[reference]
    out = []

    def add(name, series):
        out.extend((name, *row) for row in episode(series.to_numpy(), series.index, reference, trend_from, 1, sustain))

    for name, series in levels.iterrows():
        series = series.loc[:series.last_valid_index()]          # CHOICE: a territory's sample ends with its own data
        if len(series) and reference in series.index and series.notna().all():
            add(name, series)

    complete = levels.dropna()
    following = levels.columns[levels.columns.get_loc(reference) + 1]
    for group, leaves in data.members.groupby("group")["territory"]:
        inside = complete.index.intersection(leaves)
        share = 100 * population.reindex(inside).sum() / population.reindex(leaves).sum()
        out.append((group, reference, "recession.data_share", "", share, NAN))
        if share >= MIN_SHARE:
            total = complete.loc[inside].sum()
            add(group, total)
            part = 100 * (complete.loc[inside, following] - complete.loc[inside, reference]) / total[reference]
            out.extend((group, following, "recession.contribution", member, value, NAN) for member, value in part.items())
        else:
            out.extend((group, "", f"recession.{name}", "", NAN, NAN)
                       for name in ("depth", "trough", "duration", "years_to_level", "loss_level", "years_to_trend",
                                    "trend_growth", "loss_trend"))
    return pd.DataFrame(out, columns=COLUMNS)


def recession_outlook(data, target="2020", variable="gdp_constant_2015_usd"):
    levels = data.wide(variable)
    before = levels.columns[levels.columns.get_loc(target) - 1]
    gdp = levels[[before, target]].dropna().set_axis(["Y0", "Y1"], axis=1)
    outlook = data.outlook[data.outlook["period"] == target]
    outlook = outlook.assign(component=outlook["institution"] + "/" + outlook["vintage"])
    groups = data.members["group"].unique()
    own = outlook[outlook["territory"].isin(data.groups)]

    # territories
    leaf = outlook[~outlook["territory"].isin(data.groups)].merge(gdp, left_on="territory", right_index=True, how="left")
    outcome = 100 * (leaf["Y1"] / leaf["Y0"] - 1)
    out = [frame(leaf["territory"], target, "recession.outlook_growth", leaf["component"], leaf["value"].to_numpy()),
           frame(leaf["territory"], target, "recession.outlook_outcome", leaf["component"], outcome.to_numpy()),
           frame(leaf["territory"], target, "recession.outlook_error", leaf["component"], (outcome - leaf["value"]).to_numpy()),
           frame(gdp.index, target, "recession.outlook_outcome", "", 100 * (gdp["Y1"] / gdp["Y0"] - 1).to_numpy())]

    # groups: CHOICE: members with a level in both years, whatever the rest of their series
    total = data.members.merge(gdp, left_on="territory", right_index=True).groupby("group")[["Y0", "Y1"]].sum()
    out.append(frame(total.index, target, "recession.outlook_outcome", "", 100 * (total["Y1"] / total["Y0"] - 1).to_numpy()))
    every = pd.MultiIndex.from_product([groups, outlook["component"].unique()], names=["group", "component"])
    covered = data.members.merge(leaf.dropna(subset=["Y0", "value"]), on="territory")
    sums = covered.assign(gY=covered["value"] * covered["Y0"]).groupby(["group", "component"])[["Y0", "Y1", "gY"]].sum()
    sums = sums.reindex(every).reset_index()
    share = 100 * sums["Y0"].fillna(0) / sums["group"].map(total["Y0"])
    sums.loc[~(share >= MIN_SHARE), ["Y0", "Y1", "gY"]] = NAN                    # refused; the share itself is told
    projection = sums["gY"] / sums["Y0"]
    outcome = 100 * (sums["Y1"] / sums["Y0"] - 1)
    for indicator, value in (("growth", projection), ("share", share), ("outcome", outcome), ("error", outcome - projection)):
        out.append(frame(sums["group"], target, f"recession.outlook_{indicator}", sums["component"], value.to_numpy()))
    out.append(frame(own["territory"], target, "recession.outlook_growth", own["component"] + "/published", own["value"].to_numpy()))
    return pd.concat(out)


# ---------------------------------------------------------------------------------------------------- alliances

OUTSIDE_CORE = {"farmers", "labour", "local_government", "habitat", "civil_society", "development_cooperation"}
NESTING = {"member", "founding_member", "associate_member", "board_organisation", "chair", "structural_body", "observer"}
LEVELS = {"subnational": {"local", "regional"}, "national": {"national"}, "continental": {"continental"},
          "international": {"international"}}


class Reach:
    """Who is where: the 0/1 matrices of one scope, one set of tiers, direct or federated."""

    def __init__(self, data, frame_codes, scope, tiers, federated):
        alliances, organisations = data.alliances, data.organisations
        if scope.startswith("core"):
            alliances = alliances[~alliances["theme"].isin(OUTSIDE_CORE)]
        if scope.endswith("-named"):
            organisations = organisations[organisations["generic"].fillna(0).astype(int) == 0]
        self.alliances, self.frame = alliances.set_index("alliance"), frame_codes
        relations = data.memberships[data.memberships["tier"].isin(tiers)]
        relations = relations[relations["alliance"].isin(alliances["alliance"])
                              & relations["organisation"].isin(organisations["organisation"])]
        self.relations = relations
        row = pd.Index(organisations["organisation"])
        column = pd.Index(alliances["alliance"])
        B = np.zeros((len(row), len(column)), dtype=np.float32)
        B[row.get_indexer(relations["organisation"]), column.get_indexer(relations["alliance"])] = 1
        self.N = self.nesting(organisations, relations, column)
        if federated:
            B = (B @ closure(self.N) > 0).astype(np.float32)
        self.B, self.organisations = B, organisations
        where = pd.Index(frame_codes).get_indexer(organisations["territory"])
        G = np.zeros((len(row), len(frame_codes)), dtype=np.float32)
        G[np.flatnonzero(where >= 0), where[where >= 0]] = 1
        self.present = G.T @ B > 0                                  # territories x alliances
        self.covered = self.present.any(axis=1)
        self.depth = self.present.sum(axis=1)
        local = organisations["level"].isin(["local", "regional"]).to_numpy() & (B > 0).any(axis=1)
        level = self.alliances["level"].to_numpy()
        self.marks = np.column_stack([
            G[local].any(axis=0),
            self.present[:, level == "national"].any(axis=1),
            self.present[:, np.isin(level, ["continental", "international"])].any(axis=1)])
        self.by_level = {name: self.present[:, np.isin(level, list(of))].any(axis=1) for name, of in LEVELS.items()}

    @staticmethod
    def nesting(organisations, relations, column):
        alias = organisations.dropna(subset=["alliance_alias"]).set_index("organisation")["alliance_alias"]
        ties = relations[relations["relation"].isin(NESTING) & relations["organisation"].isin(alias.index)]
        a, b = column.get_indexer(ties["organisation"].map(alias)), column.get_indexer(ties["alliance"])
        N = np.zeros((len(column), len(column)), dtype=np.float32)
        N[a[a >= 0], b[a >= 0]] = 1                                 # CHOICE: alliances outside the scope carry nothing on
        return N


def closure(N):
    """1[I + N + N^2 + ... > 0] by repeated squaring."""
    C = ((N + np.eye(len(N), dtype=N.dtype)) > 0).astype(N.dtype)
    while True:
        D = (C @ C > 0).astype(N.dtype)
        if (D == C).all():
            return C
        C = D


def greedy(present, names):
    """(alliance, covered so far, bound) for each step; the first in the table wins ties."""
    left = present.copy()
    steps, covered, states = [], 0, []
    while True:
        gains = left.sum(axis=0)
        states.append((covered, np.sort(gains)[::-1]))
        k = len(steps)
        if k:
            bound = min(present.shape[0], *(c + g[:k].sum() for c, g in states))     # CHOICE: steps 0 .. k
            steps[-1] += (int(bound),)
        best = int(gains.argmax()) if len(gains) else 0
        if not len(gains) or gains[best] == 0:
            return steps
        covered += int(gains[best])
        left[left[:, best]] = False
        steps.append((names[best], covered))


def alliance_coverage(data, frame_group="LAC33", reference="2019", following="2020", tiers=("A", "B")):
    codes = sorted(data.members.loc[data.members["group"] == frame_group, "territory"])
    population = data.wide("population")[reference].reindex(codes).to_numpy()
    gdp = data.wide("gdp_constant_2015_usd").reindex(codes)
    weights = {"plain": np.ones(len(codes)), "population": population,
               "need": (gdp[reference] - gdp[following]).clip(lower=0).to_numpy()}
    inside = data.members[data.members["territory"].isin(codes)]
    groups = pd.crosstab(inside["group"], inside["territory"]).reindex(columns=codes, fill_value=0)
    M, names = groups.to_numpy(dtype=float), groups.index
    out = []

    def group_row(indicator, component, territory_values, weight=None):
        w = np.ones(len(codes)) if weight is None else weight
        total = M @ w
        value = np.divide(M @ (w * territory_values), total, out=np.full(len(total), NAN), where=total > 0)
        out.append(frame(names, "", f"alliances.{indicator}", component, value))

    for scope in ("core", "core-named", "all", "all-named"):
        for reach in ("direct", "federated"):
            key, federated = f"{scope}/{reach}", reach == "federated"
            x = Reach(data, codes, scope, tiers, federated)
            out.append(frame(codes, "", "alliances.covered", key, x.covered.astype(float)))
            out.append(frame(codes, "", "alliances.depth", key, x.depth.astype(float)))
            out.append(frame(codes, "", "alliances.breadth", key, x.marks.mean(axis=1)))
            for name, w in weights.items():
                group_row("coverage", f"{key}/{name}", x.covered, w)
            for upto in (("A",), ("A", "B"), ("A", "B", "C")):
                group_row("coverage_by_tier", f"{key}/{'+'.join(upto)}", Reach(data, codes, scope, upto, federated).covered)
            for level, present in x.by_level.items():
                group_row("coverage_by_level", f"{key}/{level}", present)
            group_row("depth", key, x.depth)
            for k in range(1, x.depth.max() + 1):
                group_row("k_coverage", f"{key}/k={k}", x.depth >= k)
            group_row("breadth", key, x.marks.mean(axis=1))
            for name in ("plain", "population"):
                group_row("level_complete", f"{key}/{name}", x.marks.all(axis=1), weights[name])
            if reach == "direct" and not scope.endswith("-named"):
                known = x.alliances.dropna(subset=["members_stated"])
                ratio = known["records"].sum() / known["members_stated"].sum()   # relations of any tier
                out.append(frame("", "", "alliances.completeness", key, ratio))
                for k, (alliance, covered, bound) in enumerate(greedy(x.present, list(x.alliances.index)), 1):
                    out.append(frame(frame_group, "", "alliances.greedy_coverage", f"{key}/{k}/{alliance}", float(covered)))
                    out.append(frame(frame_group, "", "alliances.greedy_bound", f"{key}/{k}", float(bound)))
    return pd.concat(out)


# ---------------------------------------------------------------------------------------------------- the report

def report(data):
    parts = [poverty_change(data), recession_impact(data), recession_outlook(data), alliance_coverage(data)]
    return pd.concat([p.astype({"value": float, "std_error": float}) for p in parts], ignore_index=True)


def main():
    root = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description="The numbers of `indicators report` with pandas.")
    parser.add_argument("dataset", nargs="?", default=root / "Datasets" / "lac-covid")
    parser.add_argument("-o", "--output", default=sys.stdout)
    options = parser.parse_args()
    report(Data(options.dataset)).to_csv(options.output, index=False, lineterminator="\n")


if __name__ == "__main__":
    main()
