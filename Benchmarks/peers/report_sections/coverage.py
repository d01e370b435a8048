"""Coverage of the territories by alliances."""
from functools import cached_property

import numpy as np
import pandas as pd

from .association import compared, concentration
from .data import NAN, entries
from .student import half_width


OUTSIDE_CORE = {"farmers", "labour", "local_government", "habitat", "civil_society", "development_cooperation"}
NESTING = {"member", "founding_member", "associate_member", "board_organisation", "chair", "structural_body", "observer"}
LEVELS = {"subnational": {"local", "regional"}, "national": {"national"}, "continental": {"continental"},
          "international": {"international"}}


class Scope:
    """The alliances, organisations and relations of one scope and some tiers: the 0/1 matrices B, and N of alliances in alliances."""

    def __init__(self, data, name, tiers):
        alliances, organisations = data.alliances, data.organisations
        if name.startswith("core"):
            alliances = alliances[~alliances["theme"].isin(OUTSIDE_CORE)]
        if name.endswith("-named"):
            organisations = organisations[organisations["generic"].fillna(0).astype(int) == 0]
        relations = data.memberships[data.memberships["tier"].isin(tiers)]
        row, column = pd.Index(organisations["organisation"]), pd.Index(alliances["alliance"])
        i, a = row.get_indexer(relations["organisation"]), column.get_indexer(relations["alliance"])
        inside = (i >= 0) & (a >= 0)
        self.alliances, self.organisations, self.relations = alliances.set_index("alliance"), organisations, relations[inside]
        self.B = np.zeros((len(row), len(column)), dtype=np.float32)
        self.B[i[inside], a[inside]] = 1
        alias = column.get_indexer(organisations["alliance_alias"])         # which alliance an organisation is
        nests = inside & relations["relation"].isin(NESTING).to_numpy()
        nests[nests] = alias[i[nests]] >= 0                         # CHOICE: alliances outside the scope carry nothing on
        self.N = np.zeros((len(column), len(column)), dtype=np.float32)
        self.N[alias[i[nests]], a[nests]] = 1

    @cached_property
    def star(self):
        return closure(self.N)

    @cached_property
    def federated(self):
        return (self.B @ self.star > 0).astype(np.float32)


class Reach:
    """Who is where, directly or through federations."""

    def __init__(self, scope, B, codes):
        self.alliances = scope.alliances
        where = pd.Index(codes).get_indexer(scope.organisations["territory"])
        G = np.zeros((len(where), len(codes)), dtype=np.float32)
        G[np.flatnonzero(where >= 0), where[where >= 0]] = 1
        self.present = G.T @ B > 0                                  # territories x alliances
        self.covered = self.present.any(axis=1)
        self.depth = self.present.sum(axis=1)
        local = scope.organisations["level"].isin(["local", "regional"]).to_numpy() & (B > 0).any(axis=1)
        level = self.alliances["level"].to_numpy()
        self.marks = np.column_stack([
            G[local].any(axis=0),
            self.present[:, level == "national"].any(axis=1),
            self.present[:, np.isin(level, ["continental", "international"])].any(axis=1)])
        self.by_level = {name: self.present[:, np.isin(level, list(of))].any(axis=1) for name, of in LEVELS.items()}


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


class Setting:
    """The frame, what its territories weigh, and the groups over it."""

    def __init__(self, data, group="LAC33", reference="2019"):
        self.group = group
        self.codes = sorted(data.members.loc[data.members["group"] == group, "territory"])
        gdp = data.wide("gdp_constant_2015_usd").reindex(self.codes)
        at = gdp.columns.get_loc(reference)
        before, following, later = (gdp.iloc[:, at + step].to_numpy() for step in (0, 1, 2))
        self.weights = {"plain": np.ones(len(self.codes)),
                        "population": data.wide("population")[reference].reindex(self.codes).to_numpy(),
                        "need": np.maximum(before - following, 0)}
        self.shock, self.growth = (before - following) / before, 100 * (later / before - 1)
        inside = data.members[data.members["territory"].isin(self.codes)]
        groups = pd.crosstab(inside["group"], inside["territory"]).reindex(columns=self.codes, fill_value=0)
        self.M, self.names = groups.to_numpy(dtype=float), groups.index


def completeness(alliances):
    """Relations recorded, of any tier, of the members that alliances state."""
    known = alliances.dropna(subset=["members_stated"])
    return known["records"].sum() / known["members_stated"].sum()


def alliance_coverage(data, tiers=("A", "B")):
    at = Setting(data)
    out = []

    def of_groups(indicator, component, values, weight=None):
        w = np.ones(len(at.codes)) if weight is None else weight
        total = at.M @ w
        value = np.divide(at.M @ (w * values), total, out=np.full(len(total), NAN), where=total > 0)
        out.extend(entries(at.names, "", f"alliances.{indicator}", component, value))

    def weighted(indicator, component, values):
        for name, w in at.weights.items():
            of_groups(indicator, f"{component}/{name}", values, w)

    def of_all(indicator, component, values):
        """Of each territory, and the mean of each group."""
        out.extend(entries(at.codes, "", f"alliances.{indicator}", component, values))
        of_groups(indicator, component, values)

    def of_frame(indicator, component, value, error=NAN, half=NAN, territory=at.group):
        out.append((territory, "", f"alliances.{indicator}", component, value, error, value - half, value + half))

    scopes, reached = {}, {}
    for name in ("core", "core-named", "all", "all-named"):
        scopes[name] = scope = Scope(data, name, tiers)
        for reach, B in (("direct", scope.B), ("federated", scope.federated)):
            reached[name, reach] = Reach(scope, B, at.codes)
            weighted("coverage", f"{name}/{reach}", reached[name, reach].covered)

    # The rest is told of the SSE proper.
    for reach in ("direct", "federated"):
        x, key = reached["core", reach], f"core/{reach}"
        out += entries(at.codes, "", "alliances.covered", key, x.covered.astype(float))
        of_all("depth", key, x.depth)
        of_all("breadth", key, x.marks.mean(axis=1))
        for k in range(1, 7):
            of_groups("k_coverage", f"{key}/k={k}", x.depth >= k)
        weighted("level_complete", key, x.marks.all(axis=1))
        weighted("pairing", key, x.marks[:, 0] & x.marks[:, 2])
        for level, present in x.by_level.items():
            weighted("coverage_by_level", f"{key}/{level}", present)
        for q in (0.1, 0.3):
            weighted("survival", f"{key}/q={q}", np.where(x.depth > 0, 1 - q ** x.depth, 0))
    for upto in (("A",), ("A", "B"), ("A", "B", "C")):
        scope, key = Scope(data, "core", upto), f"core/direct/{'+'.join(upto)}"
        x = Reach(scope, scope.B, at.codes)
        weighted("coverage_by_tier", key, x.covered)
        of_groups("depth_by_tier", key, x.depth)

    x = reached["core", "direct"]
    affiliated = (scopes["core"].B > 0).any(axis=1)
    where = scopes["core"].organisations["territory"]
    listed, joined = (rows.value_counts().reindex(at.codes, fill_value=0).to_numpy(float) for rows in (where, where[affiliated]))
    share = np.divide(joined, listed, out=np.full(len(listed), NAN), where=listed > 0)
    out += entries(at.codes, "", "alliances.penetration", "core", share)
    of_groups("penetration", "core", share, listed)                     # of a group: of all its organisations
    of_frame("affiliated", "core", affiliated.mean(), territory="")
    for name in ("core", "all"):
        of_frame("completeness", name, completeness(scopes[name].alliances), territory="")
    for name, values in (("breadth", x.marks.mean(axis=1)), ("depth", x.depth)):
        index, error = concentration(values, at.shock)
        of_frame("concentration", f"core/direct/{name}", index, error, half_width(error, len(values) - 1))
    for name, mean, error, df in compared(at.shock, x.depth):
        of_frame("shock_by_depth", f"core/direct/{name}", mean, error, half_width(error, df))
    for k, (alliance, covered, bound) in enumerate(greedy(x.present, list(x.alliances.index)), 1):
        of_frame("greedy_coverage", f"core/direct/{k}/{alliance}", float(covered))
        of_frame("greedy_bound", f"core/direct/{k}/{alliance}", float(bound))
    return out
