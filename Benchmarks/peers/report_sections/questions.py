"""The ten questions of the forum."""
import numpy as np
import pandas as pd

from .association import compared, concentration, gini, slope
from .bands import quantile_band
from .coverage import Reach, Scope, Setting, closure, completeness, greedy
from .data import NAN
from .student import half_width

FRAME, REFERENCE, TIERS, ALL_TIERS = "LAC33", "2019", ("A", "B"), ("A", "B", "C")
ACTORS = ("OECD_INT", "EC_INT", "ILO_INT", "UNTFSSE_INT")
GROUPS = {"knowledge": {"research", "knowledge_transfer"},
          "intercooperation": {"worker_cooperatives", "cooperative_representation"}}
GOVERNMENTS = {"local_government", "regional_government", "national_government"}
MOST, DELETED, DRAWS, LEVEL, SEED = 3, 0.1, 100, 0.95, 1


class Network:
    """Who is in what: the organisations and alliances with a relation that counts, and what joins them."""

    def __init__(self, scope):
        rows, columns = scope.B.any(axis=1), scope.B.any(axis=0)
        self.B = scope.B[rows][:, columns].astype(float)
        self.federated = scope.federated[rows] > 0
        self.organisations = scope.organisations[rows]
        self.alliances = scope.alliances[columns]
        self.n = len(self.B)
        self.size, self.degree = self.B.sum(axis=0), self.B.sum(axis=1)

    def shared(self, weights=None):
        """Alliances that each pair shares, above the diagonal."""
        return np.triu((self.B if weights is None else self.B * weights) @ self.B.T, 1)


def component_sizes(B):
    """Numbers of rows of a 0/1 table that columns join, part by part."""
    linked = closure((B.T @ B > 0).astype(np.float32))
    label = linked.argmax(axis=1)                       # of a column: the first one it is joined with
    inside = B.any(axis=1)
    return np.bincount(label[B[inside].argmax(axis=1)]) if inside.any() else np.zeros(1)


def fragmentation(B):
    """Share of the pairs of rows that nothing joins; rows without a column stand alone."""
    n, c = len(B), component_sizes(B)
    return 1 - (c * (c - 1)).sum() / (n * (n - 1))


def fragmentation_rises(rows, columns, n, m):
    """F without each organisation less F, from the memberships (rows, columns), by one walk in depth (Hopcroft and Tarjan 1973).

    An organisation with one membership is a leaf: without it its part has one less. Those with more are nodes between alliances, and may hold
    parts together.
    """
    degree = np.bincount(rows, minlength=n)
    single = degree[rows] == 1
    weight = np.bincount(columns[single], minlength=m).tolist()         # organisations that an alliance alone has
    neighbours = [[] for _ in range(m)]
    between = {}
    for organisation, alliance in zip(rows[~single].tolist(), columns[~single].tolist()):
        node = between.setdefault(organisation, m + len(between))
        if node == len(neighbours):
            neighbours.append([])
            weight.append(1)
        neighbours[node].append(alliance)
        neighbours[alliance].append(node)
    found, low, below = [0] * len(neighbours), [0] * len(neighbours), weight[:]
    pieces, part = {}, [0] * len(neighbours)
    clock = 0

    def walk(node, above):
        nonlocal clock
        clock += 1
        found[node] = low[node] = clock
        visited.append(node)
        for other in neighbours[node]:
            if other == above:
                continue
            if found[other]:
                low[node] = min(low[node], found[other])
            else:
                walk(other, node)
                low[node] = min(low[node], low[other])
                below[node] += below[other]
                if node >= m and low[other] >= found[node]:
                    pieces.setdefault(node, []).append(below[other])

    whole = 0                                           # ordered pairs that are joined
    for start in range(m):
        if not found[start]:
            visited = []
            walk(start, -1)
            whole += below[start] * (below[start] - 1)
            for node in visited:
                part[node] = below[start]
    part = np.array(part)

    first = np.full(n, -1)
    first[rows] = columns
    size = np.where(first >= 0, part[first], 1)         # of the part that an organisation is in
    left = whole - 2 * (size - 1)                       # without it, if it holds nothing together
    for organisation, node in between.items():
        if node in pieces:
            rest = part[node] - 1 - sum(pieces[node])
            left[organisation] = whole - part[node] * (part[node] - 1) + rest * (rest - 1) + sum(c * (c - 1) for c in pieces[node])
    return whole / (n * (n - 1)) - left / ((n - 1) * (n - 2))


class Questions:
    """The answers within one scope."""

    def __init__(self, data, name):
        self.data, self.name, self.rows = data, name, []
        at = Setting(data, FRAME, REFERENCE)
        self.codes, self.weights, self.shock, self.growth = at.codes, at.weights, at.shock, at.growth
        self.scope = Scope(data, name, TIERS)
        self.reach = Reach(self.scope, self.scope.B, self.codes)
        self.network = Network(self.scope)

    def put(self, question, territory, indicator, part, value, std_error=NAN, half=NAN):
        component = f"q{question}/{self.name}" + (f"/{part}" if part else "")
        self.rows.append((territory, "", indicator, component, value, std_error, value - half, value + half))

    def put_slope(self, question, part, x):
        b, error, half, detectable = slope(x, self.growth)
        self.put(question, FRAME, "alliances.recovery_slope", part, b, error, half)
        self.put(question, FRAME, "alliances.recovery_detectable", part, detectable)

    def partnerships(self):                             # 1
        net = self.network
        self.put(1, "", "network.density", "direct", net.B.mean())
        self.put(1, "", "network.mean_degree", "direct", net.degree.mean())
        self.put(1, "", "network.multi_membership", "direct", (net.degree >= 2).mean())
        self.put(1, "", "network.degree_gini", "direct", gini(net.degree))
        direct, federated = fragmentation(net.B), fragmentation(net.federated.astype(float))
        self.put(1, "", "network.fragmentation", "direct", direct)
        self.put(1, "", "network.fragmentation", "federated", federated)
        self.put(1, "", "alliances.federation_share", "direct", direct - federated)
        dated = self.scope.relations.dropna(subset=["since"])
        to = int(dated[["since", "until"]].max().max())

        def active(year):
            return ((dated["since"] <= year) & ~(dated["until"] < year)).sum()

        self.put(1, "", "alliances.annual_growth", "dated", (active(to) / active(to - 10)) ** (1 / 10) - 1)

    def benefit(self):                                  # 2
        net, shared = self.network, self.network.shared()
        whole = fragmentation(net.B)
        for name, themes in GROUPS.items():
            inside = net.alliances["theme"].isin(themes).to_numpy()
            present = self.reach.present[:, self.reach.alliances["theme"].isin(themes)]
            joined = np.triu(net.B[:, inside] @ net.B[:, inside].T, 1)
            self.put(2, "", "alliances.group_organisations", name, net.B[:, inside].any(axis=1).sum())
            self.put(2, FRAME, "alliances.group_territories", name, present.any(axis=1).sum())
            self.put(2, "", "alliances.network_gain", name, fragmentation(net.B[:, ~inside]) - whole)
            self.put(2, "", "alliances.group_bridging", name, (shared == joined)[joined > 0].mean())
            self.put_slope(2, name, present.sum(axis=1))

    def governments(self):                              # 3
        net = self.network
        kind = net.organisations["actor_type"].to_numpy()
        public = np.isin(kind, list(GOVERNMENTS))
        convened = net.B[public].any(axis=0)
        self.put(3, "", "alliances.government_share", "", public.mean())
        newman = 1 / np.maximum(net.size - 1, 1)
        private = net.B[~public]
        count = np.triu(private @ private.T, 1) > 0
        meeting = np.triu(private[:, convened] @ private[:, convened].T, 1) > 0
        weight = np.triu(private * newman @ private.T, 1)
        of_meetings = np.triu((private * newman)[:, convened] @ private[:, convened].T, 1)
        self.put(3, "", "network.convening", "", meeting.sum() / count.sum())
        self.put(3, "", "alliances.convening_weighted", "", of_meetings.sum() / weight.sum())
        i, j = np.nonzero(net.shared())
        self.put(3, "", "alliances.across_types", "", (kind[i] != kind[j]).mean())

    def themes(self):                                   # 4
        share = self.network.alliances.assign(size=self.network.size).groupby("theme")["size"].sum() / self.network.size.sum()
        self.put(4, "", "alliances.effective_themes", "", np.exp(-(share * np.log(share)).sum()))
        present = pd.DataFrame(self.reach.present.T, index=self.reach.alliances["theme"]).groupby(level=0).any().loc[share.index]
        self.put(4, FRAME, "alliances.mean_themes", "", present.sum(axis=0).mean())
        for theme, covered in present.mean(axis=1).items():
            self.put(4, FRAME, "alliances.theme_coverage", theme, covered)

    def sectors(self):                                  # 5
        net = self.network
        sse = net.organisations["in_sse"].to_numpy()
        shared = net.shared()
        outside = shared[sse[:, None] != sse[None, :]].sum()
        self.put(5, "", "network.external_internal", "", self.openness(outside, shared.sum()))
        own = np.bincount(sse.astype(int))
        self.put(5, "", "network.external_internal_expected", "", 1 - 2 * (own * (own - 1)).sum() / (net.n * (net.n - 1)))
        kinds = pd.get_dummies(net.organisations["actor_type"]).to_numpy(float)
        blau = (1 - ((net.B.T @ kinds / net.size[:, None]) ** 2).sum(axis=1))[net.size >= 2]
        self.put(5, "", "alliances.mean_blau", "", blau.mean())
        self.put(5, "", "network.blau", "", blau.max())

    @staticmethod
    def openness(outside, whole):
        return (2 * outside - whole) / whole

    def key_figures(self, rows, columns):
        """Reach and unique coverage of the alliances, and the rise of F without each organisation, from memberships."""
        net = self.network
        present = np.zeros((len(self.codes), len(net.alliances)), bool)
        inside = self.where[rows] >= 0
        present[self.where[rows[inside]], columns[inside]] = True
        alone = present[present.sum(axis=1) == 1]
        return present.sum(axis=0), alone.sum(axis=0), fragmentation_rises(rows, columns, net.n, len(net.alliances))

    def key(self):                                      # 6
        """The leaders by each measure: (measure, step, position in it, value)."""
        net = self.network
        self.where = pd.Index(self.codes).get_indexer(net.organisations["territory"])
        self.pairs = np.nonzero(net.B)
        reach, unique, rise = self.key_figures(*self.pairs)
        names = list(self.reach.alliances.index)
        steps = [step[:2] for step in greedy(self.reach.present, names)[:MOST]]
        leaders = [("reach", 1, net.alliances.index.get_loc(steps[0][0]))]
        for k, (_, covered) in enumerate(steps, 1):
            self.put(6, FRAME, "alliances.greedy_coverage", k, covered)
        for k, i in enumerate(np.argsort(-rise, kind="stable")[:MOST], 1):
            self.put(6, "", "network.fragmentation_rise", k, rise[i])
            leaders.append(("kpp_negative", k, i))
        for k, a in enumerate([a for a in np.argsort(-unique, kind="stable")[:MOST] if unique[a] > 0], 1):
            self.put(6, FRAME, "alliances.unique", k, unique[a])
            leaders.append(("unique_coverage", k, a))
        return leaders

    def deleted(self, leaders, draws):
        """(draws x leaders): their places when a tenth of the memberships is deleted at random."""
        rows, columns = self.pairs
        chance = np.random.default_rng(SEED)
        places = np.empty((draws, len(leaders)), int)
        for draw in range(draws):
            kept = chance.random(len(rows)) >= DELETED
            figures = dict(zip(("reach", "unique_coverage", "kpp_negative"), self.key_figures(rows[kept], columns[kept])))
            places[draw] = [1 + (figures[name] > figures[name][i] + 1e-12).sum() for name, _, i in leaders]
        return places

    def places(self, leaders):
        low, high = np.quantile(self.deleted(leaders, DRAWS), [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=0, method="inverted_cdf")
        for (name, k, _), least, most in zip(leaders, low, high):
            territory = "" if name == "kpp_negative" else FRAME
            self.rows.append((territory, "", "network.rank", f"q6/{self.name}/{name}/{k}", k, NAN, least, most))

    def recovery(self):                                 # 7
        x, depth, breadth = self.reach, self.reach.depth, self.reach.marks.mean(axis=1)
        for name, w in self.weights.items():
            self.put(7, FRAME, "alliances.coverage", name, w @ x.covered / w.sum())
        for q in (0.1, 0.3):
            self.put(7, FRAME, "alliances.survival", f"q={q}", np.where(depth > 0, 1 - q ** depth, 0).mean())
        for name, values in (("breadth", breadth), ("depth", depth)):
            C, error = concentration(values, self.shock)
            self.put(7, FRAME, "alliances.concentration", name, C, error, half_width(error, len(values) - 1))
        for name, mean, error, df in compared(self.shock, depth):
            self.put(7, FRAME, "alliances.shock_by_depth", name, mean, error, half_width(error, df))
        self.put(7, FRAME, "alliances.pairing", "", (x.marks[:, 0] & x.marks[:, 2]).mean())
        self.put_slope(7, "depth", depth)

    def bodies(self):                                   # 8
        scope = Scope(self.data, self.name, ALL_TIERS)
        x, star = Reach(scope, scope.B, self.codes), scope.star > 0
        codes, alliances = list(scope.organisations["organisation"]), scope.alliances.index
        reached = []
        for actor in ACTORS:
            i = codes.index(actor)
            own = scope.B[i] > 0
            alias = scope.organisations["alliance_alias"].iloc[i]
            if alias in alliances:
                own[alliances.get_loc(alias)] = True
            direct, federated = x.present[:, own].any(axis=1), x.present[:, star[:, own].any(axis=1)].any(axis=1)
            self.put(8, FRAME, "alliances.actor_reach", f"direct/{actor}", direct.sum())
            self.put(8, FRAME, "alliances.actor_reach", f"federated/{actor}", federated.sum())
            reached.append(federated)
        for actor, value in zip(ACTORS, shapley(np.array(reached))):
            self.put(8, FRAME, "alliances.actor_shapley", f"federated/{actor}", value)

    def levels(self):                                   # 9
        x = self.reach
        present = np.array(list(x.by_level.values()))
        alone = (present & (present.sum(axis=0) == 1)).sum(axis=1)
        for level, value, only in zip(x.by_level, shapley(present), alone):
            self.put(9, FRAME, "alliances.shapley", level, value)
            self.put(9, FRAME, "alliances.unique", level, only)
        level = x.alliances["level"]
        local = level.isin(["local", "regional"]).to_numpy() & self.scope.B.any(axis=0)
        reaching = (self.scope.star > 0)[:, level == "international"].any(axis=1)
        self.put(9, "", "alliances.articulation", "alliance", reaching[local].mean())
        members = self.network.organisations
        local = members["level"].isin(["local", "regional"]).to_numpy()
        reaching = self.network.federated[:, level == "international"].any(axis=1)
        self.put(9, "", "alliances.articulation", "organisation", reaching[local].mean())
        local = local & members["territory"].isin(self.codes).to_numpy()
        self.put(9, FRAME, "alliances.articulation", "organisation_in_frame", reaching[local].mean())
        self.put(9, FRAME, "alliances.breadth", "", x.marks.mean())
        self.put(9, FRAME, "alliances.level_complete", "", x.marks.all(axis=1).mean())

    def gaps(self):                                     # 10
        def answer(indicator, component):
            return next(row[4] for row in self.rows if row[2:4] == (indicator, component))

        s, x = self.name, self.reach
        for name, gap in (
                ("coverage", 1 - answer("alliances.coverage", f"q7/{s}/plain")), ("need", 1 - answer("alliances.coverage", f"q7/{s}/need")),
                ("inequality", gini(x.depth)), ("fragmentation", answer("network.fragmentation", f"q1/{s}/direct")),
                ("dependence", (x.depth == 1).sum() / x.covered.sum()), ("broker", answer("network.fragmentation_rise", f"q6/{s}/1")),
                ("closure", 1 - (answer("network.external_internal", f"q5/{s}") + 1) / 2),
                ("knowledge", 1 - completeness(x.alliances)),
                ("levels", 1 - answer("alliances.level_complete", f"q9/{s}"))):
            self.put(10, FRAME, "alliances.gap", name, gap)


def shapley(present):
    """Of the number of territories that any player covers (players x territories): all who are there share it."""
    return (present / np.maximum(present.sum(axis=0), 1)).sum(axis=1)


def alliance_questions(data):
    rows = []
    for scope in ("core", "all"):
        q = Questions(data, scope)
        for part in (q.partnerships, q.benefit, q.governments, q.themes, q.sectors):
            part()
        q.places(q.key())
        for part in (q.recovery, q.bodies, q.levels, q.gaps):
            part()
        rows += q.rows
    return rows


def question_bands(data, times):
    """Bands of the numbers that rest on draws."""
    rows = []
    for scope in ("core", "all"):
        q = Questions(data, scope)
        leaders = q.key()
        places = q.deleted(leaders, times * DRAWS)
        for (name, k, _), drawn in zip(leaders, places.T):
            territory = "" if name == "kpp_negative" else FRAME
            rows += [(territory, "", "network.rank", f"q6/{scope}/{name}/{k}", column, *quantile_band(drawn, p, DRAWS))
                     for column, p in (("ci_lower", (1 - LEVEL) / 2), ("ci_upper", (1 + LEVEL) / 2))]
    return rows
