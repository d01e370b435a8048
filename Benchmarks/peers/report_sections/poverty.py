"""Change of poverty, line by line and vintage by vintage."""
import numpy as np
import pandas as pd

from .data import MIN_SHARE, NAN, entries


def poverty_rows(table, component, t0, t1):
    """Rows from a table with index territory and columns h0, h1, N0, N1, total and the parts (fractions and persons)."""
    change = f"{t0}/{t1}"
    names = table.index
    out = []
    for period, indicator, part, values in (
            (t0, "headcount", "", 100 * table["h0"]), (t1, "headcount", "", 100 * table["h1"]),
            (t0, "number_of_poor", "", table["N0"]), (t1, "number_of_poor", "", table["N1"]),
            (change, "headcount_change", "", 100 * (table["h1"] - table["h0"])),
            (change, "number_change", "", table["N1"] - table["N0"]),
            *((change, "number_change", f"/{part}", table[part]) for part in ("rate", "population", "mix") if part in table)):
        out += entries(names, period, f"poverty.{indicator}", component + part, values)
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


def vintage_cells(published, scenario, t0, t1):
    """h0 and h1 of one vintage and scenario, by the order of preference of the page; `published` holds its figures."""
    end = published("headcount", t1, scenario)
    start = {place: end[place] - change for place, change in published("change_points", f"{t0}/{t1}", scenario).items() if place in end}
    for of in ("central", "observed", scenario):
        start |= published("headcount", t0, of)
    cells = pd.DataFrame({"h0": pd.Series(start, dtype=float), "h1": pd.Series(end, dtype=float)})
    return cells / 100


def poverty_change(data, t0="2019", t1="2020", lines=("eclac", "8.30")):
    population, wpp = data.wide("population"), data.wide("population_wpp2019")
    group_wpp = data.members.merge(wpp[[t0, t1]], left_on="territory", right_index=True).groupby("group")[[t0, t1]].sum()
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
            out += entries(share.index, f"{t0}/{t1}", "poverty.data_share", line, share.to_numpy())

        rows = data.vintages[data.vintages["line"] == line]      # a line that comes by vintage
        figures = {key: dict(zip(part["territory"], part["value"]))
                   for key, part in rows.groupby(["vintage", "measure", "period", "scenario"])}
        ends = rows[rows["period"].isin([t1, f"{t0}/{t1}"])][["vintage", "scenario"]].drop_duplicates()
        for vintage, scenario in ends.itertuples(index=False):
            component = f"{line}/{vintage}/{scenario}"

            def published(measure, period, of):
                return figures.get((vintage, measure, period, of), {})

            cells = vintage_cells(published, scenario, t0, t1)
            is_group = cells.index.isin(group_wpp.index)
            people = wpp.reindex(cells.index)
            for t, P in ((t0, "P0"), (t1, "P1")):
                cells[P] = np.where(is_group, group_wpp[t].reindex(cells.index), people[t])
            out += poverty_rows(single_change(cells), component, t0, t1)
            known = cells.index[cells["h0"].notna() & cells["h1"].notna()]
            change = published("change_points", f"{t0}/{t1}", scenario)
            only = [place for place in change if place not in known]     # where nothing but the change was published
            out += entries(only, f"{t0}/{t1}", "poverty.headcount_change", component, [change[place] for place in only])
            start = {}
            for of in ("central", "observed", scenario):
                start |= published("number_of_poor", t0, of)
            for found, indicator, period in ((start, "poverty.number_of_poor", t0),
                                             (published("number_of_poor", t1, scenario), "poverty.number_of_poor", t1),
                                             (published("change_persons", f"{t0}/{t1}", scenario), "poverty.number_change", f"{t0}/{t1}")):
                out += entries(found.keys(), period, indicator, f"{component}/published", found.values())
            paired = data.exercises[data.exercises["poverty_vintage"] == vintage].merge(
                data.outlook[data.outlook["period"] == t1], how="inner",
                left_on=["growth_institution", "growth_vintage", "growth_territory"],
                right_on=["institution", "vintage", "territory"])
            # CHOICE: it stands beside the groups that the vintage has figures for.
            regional = [place for place in dict.fromkeys([*cells.index, *only]) if place in group_wpp.index]
            for growth in paired["value"]:
                out += entries(regional, t1, "poverty.growth_paired", component, [growth] * len(regional))
    return out
