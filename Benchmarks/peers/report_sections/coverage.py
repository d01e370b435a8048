"""Coverage of the territories by alliances."""
import numpy as np
import pandas as pd

from .association import compared, concentration
from .data import COLUMNS, NAN, frame
from .student import half_width


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


def alliance_coverage(data, tiers=("A", "B")):
    at = Setting(data)
    out = []

    def of_groups(indicator, component, values, weight=None):
        w = np.ones(len(at.codes)) if weight is None else weight
        total = at.M @ w
        value = np.divide(at.M @ (w * values), total, out=np.full(len(total), NAN), where=total > 0)
        out.append(frame(at.names, "", f"alliances.{indicator}", component, value))

    def weighted(indicator, component, values):
        for name, w in at.weights.items():
            of_groups(indicator, f"{component}/{name}", values, w)

    def of_all(indicator, component, values):
        """Of each territory, and the mean of each group."""
        out.append(frame(at.codes, "", f"alliances.{indicator}", component, values.astype(float)))
        of_groups(indicator, component, values)

    def of_frame(indicator, component, value, error=NAN, half=NAN, territory=at.group):
        out.append(pd.DataFrame([(territory, "", f"alliances.{indicator}", component, value, error, value - half, value + half)],
                                columns=COLUMNS))

    reached = {}
    for scope in ("core", "core-named", "all", "all-named"):
        for reach in ("direct", "federated"):
            reached[scope, reach] = Reach(data, at.codes, scope, tiers, reach == "federated")
            weighted("coverage", f"{scope}/{reach}", reached[scope, reach].covered)

    # The rest is told of the SSE proper.
    for reach in ("direct", "federated"):
        x, key = reached["core", reach], f"core/{reach}"
        out.append(frame(at.codes, "", "alliances.covered", key, x.covered.astype(float)))
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
        x, key = Reach(data, at.codes, "core", upto, False), f"core/direct/{'+'.join(upto)}"
        weighted("coverage_by_tier", key, x.covered)
        of_groups("depth_by_tier", key, x.depth)

    x = reached["core", "direct"]
    affiliated = (x.B > 0).any(axis=1)
    where = x.organisations["territory"]
    listed, joined = (rows.value_counts().reindex(at.codes, fill_value=0).to_numpy(float) for rows in (where, where[affiliated]))
    share = np.divide(joined, listed, out=np.full(len(listed), NAN), where=listed > 0)
    out.append(frame(at.codes, "", "alliances.penetration", "core", share))
    of_groups("penetration", "core", share, listed)                     # of a group: of all its organisations
    of_frame("affiliated", "core", affiliated.mean(), territory="")
    for scope in ("core", "all"):
        known = reached[scope, "direct"].alliances.dropna(subset=["members_stated"])    # relations of any tier
        of_frame("completeness", scope, known["records"].sum() / known["members_stated"].sum(), territory="")
    for name, values in (("breadth", x.marks.mean(axis=1)), ("depth", x.depth)):
        index, error = concentration(values, at.shock)
        of_frame("concentration", f"core/direct/{name}", index, error, half_width(error, len(values) - 1))
    for name, mean, error, df in compared(at.shock, x.depth):
        of_frame("shock_by_depth", f"core/direct/{name}", mean, error, half_width(error, df))
    for k, (alliance, covered, bound) in enumerate(greedy(x.present, list(x.alliances.index)), 1):
        of_frame("greedy_coverage", f"core/direct/{k}/{alliance}", float(covered))
        of_frame("greedy_bound", f"core/direct/{k}/{alliance}", float(bound))
    return pd.concat(out)
