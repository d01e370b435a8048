"""The score of the dataset under other weights, without each indicator, and with the weights that would put another territory first."""
from itertools import combinations

import numpy as np
import pandas as pd

from .bands import mean_band, quantile_band, share_band
from .coverage import OUTSIDE_CORE, Reach, Scope
from .data import NAN

AT, FRAME = "2019", "LAC33"
KNOWN_UNITS, KNOWN_WEIGHT = 0.8, 0.5        # shares of indicators, and of a group's weight, that have to be known
SKEWNESS, KURTOSIS, POINTS = 2.0, 3.5, 5
REPLICATIONS, SPREAD, LEVEL, TOP, SEED = 1000, 0.25, 0.9, 10, 1


def indicators(data, framework):
    """(territories x indicators), those with a denominator divided by it."""
    codes = sorted(data.members.loc[data.members["group"] == FRAME, "territory"])
    scope = Scope(data, "core", ("A", "B"))
    reach = Reach(scope, scope.B, codes)
    relations = data.memberships.merge(data.organisations, on="organisation").merge(data.alliances[["alliance", "theme"]], on="alliance")
    member = relations["tier"].isin(["A", "B"])
    core = ~relations["theme"].isin(OUTSIDE_CORE)
    public = relations["actor_type"].isin(["local_government", "national_government"])
    # The latest figure of any year; of one year the better status, then the source that comes first.
    order = data.sizes["status"].map({status: -rank for rank, status in enumerate("APEFU")})
    sizes = data.sizes.assign(order=order).sort_values(["period", "order", "source"], ascending=[True, True, False])
    latest = sizes.drop_duplicates(["territory", "variable"], keep="last").pivot(index="territory", columns="variable", values="value")
    laws = latest.reindex(columns=["sse_law", "national_institution"]).notna().sum(axis=1)

    def distinct(rows, column):
        return rows.groupby("territory")[column].nunique().reindex(codes, fill_value=0)

    table = pd.DataFrame({
        "alliances_depth": reach.depth, "alliances_breadth": reach.marks.mean(axis=1),
        "organisations": distinct(relations[member & core], "organisation"),
        "cooperatives": latest["cooperatives"].reindex(codes), "cooperative_members": latest["cooperative_members"].reindex(codes),
        "public_bodies": distinct(relations[member & public], "organisation"),
        "commitments": distinct(relations[(relations["tier"] == "C") & (relations["relation"] != "covered_country")], "alliance"),
        "laws_and_institutions": laws.reindex(codes, fill_value=0)}, index=codes).astype(float)
    table = table[[code for code in framework.index if code in table]]
    for denominator, parts in framework.loc[list(table), "denominator"].groupby(framework["denominator"]):
        table[parts.index] = table[parts.index].div(data.wide(denominator)[AT].reindex(codes), axis=0)
    return table


def moments(x):
    """Skewness and excess kurtosis of type 2."""
    n, z = len(x), x - x.mean()
    s2 = np.mean(z ** 2)
    if s2 == 0:
        return 0.0, 0.0
    skewness = np.mean(z ** 3) / s2 ** 1.5 * np.sqrt(n * (n - 1)) / (n - 2)
    kurtosis = ((n + 1) * (np.mean(z ** 4) / s2 ** 2 - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
    return skewness, kurtosis


def treated(values):
    """Winsorised, or else in logarithms, where both moments are too large."""
    x = values[~np.isnan(values)]
    low, high, moved = x.min(), x.max(), 0
    while True:
        skewness, kurtosis = moments(np.clip(x, low, high))
        if abs(skewness) <= SKEWNESS or kurtosis <= KURTOSIS:
            return np.clip(values, low, high)
        if skewness > 0:                                        # all values at the extreme go to the next one
            moved, high = moved + (x >= high).sum(), x[x < high].max()
        else:
            moved, low = moved + (x <= low).sum(), x[x > low].min()
        if moved > POINTS or low == high:                       # CHOICE: a constant is no treatment either
            return np.log(values - x.min() + 0.01 * (x.max() - x.min()))


class Score:
    """A recipe: treated and normalised indicators, and the tree of groups above them."""

    def __init__(self, table, framework):
        self.units, self.names = table.index, list(table)
        x = np.column_stack([treated(column) for column in table.to_numpy().T])
        low, high = np.nanmin(x, axis=0), np.nanmax(x, axis=0)
        self.x = 100 * (x - low) / (high - low)
        parents = framework["parent"].reindex(self.names).to_numpy()
        self.groups = [group for group in framework.index if group in parents]
        self.member = (parents[:, None] == np.array(self.groups)).astype(float)
        self.weights = tuple(framework["weight"].reindex(codes).to_numpy(float) for codes in (self.names, self.groups))

    def of_groups(self, weights):
        """(replications x territories x groups) from (replications x indicators)."""
        known = ~np.isnan(self.x)
        spread = weights[:, :, None] * self.member              # replications x indicators x groups
        have = np.einsum("um,rmg->rug", known.astype(float), spread)
        total = np.einsum("um,rmg->rug", np.where(known, self.x, 0), spread)
        # Enough is known or not by the weights of the recipe, whatever weights are tried.
        own = self.weights[0][:, None] * self.member
        enough = known @ own >= KNOWN_WEIGHT * own.sum(axis=0) * (1 - 1e-12)
        return np.divide(total, have, out=np.full(total.shape, NAN), where=enough & (have > 0))

    def total(self, groups, weights):
        """(replications x territories) from those of the groups and (replications x groups) weights."""
        known = ~np.isnan(groups)
        have = np.einsum("rug,rg->ru", known.astype(float), weights)
        return np.einsum("rug,rg->ru", np.where(known, groups, 0), weights) / have

    def scores(self, leaf=None, group=None):
        leaf = self.weights[0][None] if leaf is None else leaf
        group = self.weights[1][None] if group is None else group
        return self.total(self.of_groups(leaf), group)


def ranks(scores):
    """Places from 1, equal scores share the best; one row a replication."""
    return 1 + (scores[:, None, :] > scores[:, :, None]).sum(axis=2)


def replicated(score, replications):
    """Ranks under weights that are each up to a quarter smaller or larger."""
    draw = np.random.default_rng(SEED)
    leaf, group = (w * (1 + SPREAD * (2 * draw.random((replications, len(w))) - 1)) for w in score.weights)
    return ranks(score.scores(leaf, group))


def least_change(values, weights, unit):
    """The weights next to `weights` (half the sum of absolute changes) that put a unit first, or None.

    The distance is linear between the planes where a weight is 0 or as it was, and a unit is first on one side of planes: the least is at a corner
    where as many of these planes meet as there are weights to choose, so that all corners are looked at.
    """
    k = len(weights)
    others = np.delete(values, unit, axis=0)
    # Whoever is nowhere better than another one cannot be the one to beat.
    below = (others[:, None, :] <= others[None, :, :]).all(axis=2) & (others[:, None, :] < others[None, :, :]).any(axis=2)
    lead = values[unit] - others[~below.any(axis=1)]
    if (lead < 0).all(axis=1).any():
        return None
    planes = np.vstack([np.eye(k), np.eye(k), lead])
    sides = np.concatenate([np.zeros(k), weights, np.zeros(len(lead))])
    chosen = np.array(list(combinations(range(len(planes)), k - 1)))
    A = np.concatenate([planes[chosen], np.ones((len(chosen), 1, k))], axis=1)
    b = np.column_stack([sides[chosen], np.ones(len(chosen))])
    meet = np.abs(np.linalg.det(A / np.abs(A).max(axis=2, keepdims=True).clip(1e-300))) > 1e-12
    corners = np.linalg.solve(A[meet], b[meet][:, :, None])[:, :, 0]
    first = (corners >= -1e-12).all(axis=1) & (corners @ lead.T >= -1e-9).all(axis=1)
    if not first.any():
        return None
    corners = corners[first]
    return corners[np.abs(corners - weights).sum(axis=1).argmin()]


def winners(score):
    """Rows of the least change of weights of each group that puts each other territory first."""
    leaf, group = score.weights
    groups = score.of_groups(leaf[None])[0]
    share = group / group.sum()
    leader = int(score.scores()[0].argmax())
    games = {"all indicators": (score.x, leaf / leaf.sum(), score.names), "ecosystem": (groups, share, score.groups)}
    for g, name in enumerate(score.groups):
        inside = score.member[:, g] == 1
        if inside.sum() > 1:
            own = leaf[inside] / leaf[inside].sum()
            rest = np.delete(groups, g, axis=1) @ np.delete(share, g)
            games[name] = share[g] * score.x[:, inside] + rest[:, None], own, np.array(score.names)[inside]
    rows = []
    for name, (values, weights, parts) in games.items():
        if np.isnan(values).any():                              # not linear in the weights where a part is missing
            rows.append(("", "winner_change", name, NAN))
            continue
        found = {unit: least_change(values, weights, u) for u, unit in enumerate(score.units) if u != leader}
        change = {unit: NAN if new is None else np.abs(new - weights).sum() / 2 for unit, new in found.items()}
        rows += [(unit, "winner_change", name, value) for unit, value in change.items()]
        nearest = min((unit for unit in found if found[unit] is not None), key=change.get, default=None)
        if nearest is not None:                                 # the weights of the nearest one alone are listed
            rows += [(nearest, "winner_weight", f"{name}/{part}", weight) for part, weight in zip(parts, found[nearest])]
    return rows


def removals(score, table, framework):
    """Rows of the shift of ranks when the recipe is run anew without an indicator, on the territories scored before."""
    rows, before = [], ranks(score.scores())[0]
    for name in score.names:
        # The screen too is anew: without a gap there may be more territories on the common scale.
        without = Score(screened(table.drop(columns=name)), framework)
        shift = ranks(without.scores()[:, without.units.get_indexer(score.units)])[0] - before
        largest = np.abs(shift).argmax()
        rows += [("", "removal_shift", name, np.abs(shift).mean()), (score.units[largest], "removal_largest", name, shift[largest])]
    return rows


def screened(table):
    """The territories of which enough indicators are known."""
    return table[table.notna().mean(axis=1) >= KNOWN_UNITS]


def scored(data):
    framework = data.score_indicators.set_index("code")
    table = indicators(data, framework)
    return Score(screened(table), framework), table, framework


def territories_stress(data):
    score, table, framework = scored(data)
    recipe = ranks(score.scores())[0]
    places = replicated(score, REPLICATIONS)
    low, median, high = np.quantile(places, [(1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2], axis=0)
    rows = [("", "stress_shift", "", np.abs(places - recipe).mean())]
    rows += removals(score, table, framework) + winners(score)
    rows = [(unit, name, component, value, NAN, NAN) for unit, name, component, value in rows]
    for u, unit in enumerate(score.units):
        rows += [(unit, "stress_rank", "recipe", recipe[u], NAN, NAN), (unit, "stress_rank", "median", median[u], low[u], high[u]),
                 (unit, "stress_rank", "mean", places[:, u].mean(), NAN, NAN)]
        rows += [(unit, "stress_top", str(k), (places[:, u] <= k).mean(), NAN, NAN) for k in (1, TOP)]
    return [(unit, AT, f"territories.{name}", component, value, NAN, low, high) for unit, name, component, value, low, high in rows]


def stress_bands(data, times):
    """Bands of the numbers that rest on draws."""
    score = scored(data)[0]
    recipe = ranks(score.scores())[0]
    places, n = replicated(score, times * REPLICATIONS), REPLICATIONS
    rows = [("", "stress_shift", "", "value", *mean_band(np.abs(places - recipe).mean(axis=1), n))]
    for u, unit in enumerate(score.units):
        rows.append((unit, "stress_rank", "mean", "value", *mean_band(places[:, u], n)))
        for column, q in (("ci_lower", (1 - LEVEL) / 2), ("value", 0.5), ("ci_upper", (1 + LEVEL) / 2)):
            rows.append((unit, "stress_rank", "median", column, *quantile_band(places[:, u], q, n)))
        rows += [(unit, "stress_top", str(k), "value", *share_band((places[:, u] <= k).mean(), n)) for k in (1, TOP)]
    return [(unit, AT, f"territories.{name}", *rest) for unit, name, *rest in rows]
