"""Coverage of the territories by alliances."""
import numpy as np
import pandas as pd

from .data import NAN, frame


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
        self.B0 = B                                                 # without federations
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
