"""A dataset folder as data frames, and rows of the output."""
from functools import cached_property
from itertools import repeat
from pathlib import Path

import pandas as pd

MIN_SHARE = 50.0                      # percent of the group's population
NAN = float("nan")
COLUMNS = ["territory", "period", "indicator", "component", "value", "std_error", "ci_lower", "ci_upper"]


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
        self.sizes = read("sse_size", text=["territory", "variable", "status", "source"])
        self.score_indicators = read("score_indicators", text=["code", "parent", "direction", "denominator"])
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

    @cached_property
    def _by_variable(self):
        return dict(tuple(self.panel.groupby("variable")))

    def wide(self, variable):
        """(territories x periods) of one variable, periods sorted."""
        return self._by_variable[variable].pivot(index="territory", columns="period", values="value").sort_index(axis=1)


def entries(territory, period, indicator, component, value):
    """Rows without uncertainty from columns and constants; at least the value is a column."""
    columns = (territory, period, indicator, component)
    return list(zip(*(repeat(c) if isinstance(c, str) else c for c in columns), value, *(repeat(NAN) for _ in range(3))))
