#!/usr/bin/env python3
"""Builds the shipped data packages from the compiled source tables.

    python3 Datasets/build.py SOURCE_DIR

SOURCE_DIR holds the source tables (lac_panel.csv, ess_memberships.csv, ...). Rewrites Datasets/lac-covid,
Datasets/mexico-states, the descriptor of Datasets/synthetic-survey and Sources/CDatasets/datasets.c; the same input gives the same bytes. Standard library only.
"""
import csv
import hashlib
import io
import json
import sys
from decimal import Decimal
from pathlib import Path

import borders
from words import (COLUMNS, CONEVAL, CONEVAL_INDICATORS, GROUPS, LAC_SCORE, LAC_VARIABLES,
                   MEXICO_SCORE, SCORE_COLUMNS, TABLES)

HERE = Path(__file__).resolve().parent
STATUS = {"actual": "A", "estimate": "E", "derived": "E", "projection": "F", "preliminary": "P",
          "revised": "A", "suspect": "U"}
SUBREGIONS = {"South America": "SOUTH_AMERICA", "Caribbean": "CARIBBEAN",
              "Central America and Mexico": "CENTRAL_AMERICA_AND_MEXICO"}
M49_GROUPS = {"029": "M49_CARIBBEAN", "013": "M49_CENTRAL_AMERICA", "005": "M49_SOUTH_AMERICA"}


def read(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Package:
    """A data package under construction: tables in order, each a list of rows."""

    def __init__(self, name):
        self.name = name
        self.tables = {}

    def add(self, name, key, columns, rows, sort=True, foreign=()):
        columns = columns.split()
        key = key.split()
        rows = [[str(row.get(column) or "") for column in columns] for row in rows]
        keys = [tuple(row[columns.index(k)] for k in key) for row in rows]
        seen = set()
        for value in keys:
            if value in seen:
                sys.exit(f"{self.name}/{name}: duplicate key {value}")
            seen.add(value)
        if sort:
            rows = [row for _, row in sorted(zip(keys, rows))]
        self.tables[name] = (columns, key, rows, foreign)

    def column(self, table, name):
        columns, _, rows, _ = self.tables[table]
        return [row[columns.index(name)] for row in rows]

    def check(self):
        for name, (columns, _, rows, foreign) in self.tables.items():
            for column, table, target in foreign:
                known = set(self.column(table, target))
                for value in self.column(name, column):
                    if value and value not in known:
                        sys.exit(f"{self.name}/{name}: {column} '{value}' is not in {table}")
            for index, column in enumerate(columns):
                if COLUMNS[column][0] != "string":
                    for row in rows:
                        if row[index]:
                            Decimal(row[index])
            if "source" in columns and name != "sources":
                known = set(self.column("sources", "source"))
                for value in self.column(name, "source"):
                    for key in filter(None, value.split(";")):
                        if key not in known:
                            sys.exit(f"{self.name}/{name}: unknown source '{key}'")

    def write(self, descriptor):
        self.check()
        folder = HERE / self.name
        folder.mkdir(exist_ok=True)
        resources = []
        for name, (columns, key, rows, foreign) in self.tables.items():
            text = io.StringIO()
            writer = csv.writer(text, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(rows)
            data = text.getvalue().encode("utf-8")
            (folder / f"{name}.csv").write_bytes(data)
            resources.append(self.resource(name, columns, key, rows, foreign, data))
        descriptor["resources"] = resources
        text = json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n"
        (folder / "datapackage.json").write_text(text, encoding="utf-8")

    def resource(self, name, columns, key, rows, foreign, data):
        def titles(words):
            return {"en": words[0], "fr": words[1], "es": words[2]}

        def field(column):
            kind, *words = COLUMNS[column]
            field = {"name": column, "type": kind, "title": words[0], "titles": titles(words)}
            if column == "value":
                field["unit"] = UNITS.get(name, "see variables.unit")
            if column == "status":
                field["constraints"] = {"enum": ["A", "P", "E", "F", "I", "U", "O"]}
            elif column in key:
                field["constraints"] = {"required": True}
            return field

        schema = {"fields": [field(column) for column in columns], "primaryKey": key,
                  "missingValues": [""]}
        if foreign:
            schema["foreignKeys"] = [
                {"fields": [column], "reference": {"resource": table, "fields": [target]}}
                for column, table, target in foreign]
        words = TABLES[name]
        return {"name": name, "path": f"{name}.csv", "type": "table", "format": "csv",
                "mediatype": "text/csv", "encoding": "utf-8", "bytes": len(data),
                "hash": "sha256:" + hashlib.sha256(data).hexdigest(), "rowCount": len(rows),
                "title": words[0], "titles": titles(words), "schema": schema}


UNITS = {"outlook": "percent", "poverty_vintages": "see unit", "regional_outlook": "see unit"}
TERRITORY = ("territory", "territories", "territory")
SOURCE_COLUMNS = ("source publisher title date table url licence language kind accessed_as note")


def sources(folder):
    first = [dict(row, source=row["key"], url=row["identifier"]) for row in
             read(folder, "sources.csv")]
    second = [dict(row, date=row["year"], licence="cited as facts") for row in
              read(folder, "ess_sources.csv")]
    return first + second


def cited(package, rows):
    used = set()
    for name, (columns, _, _, _) in package.tables.items():
        if "source" in columns:
            for value in package.column(name, "source"):
                used.update(value.split(";"))
    return [row for row in rows if row["source"] in used]


def network(package, folder, keep, place):
    """Organisations, alliances and memberships of the organisations kept, placed by `place`."""
    organisations = {row["org_id"]: row for row in read(folder, "ess_organisations.csv")}
    alliances = {row["alliance_id"]: row for row in read(folder, "ess_alliances.csv")}
    memberships = [row for row in read(folder, "ess_memberships.csv")
                   if keep(organisations[row["org_id"]])]
    for row in memberships:
        organisation = organisations[row["org_id"]]
        alliance = alliances[row["alliance_id"]]
        for column, value in [("org_name", organisation["name"]),
                              ("actor_type", organisation["actor_type"]),
                              ("country_iso3", organisation["country_iso3"]),
                              ("admin1", organisation["admin1"]), ("city", organisation["city"]),
                              ("alliance_level", alliance["level"])]:
            if row[column] != value:
                sys.exit(f"{row['membership_id']}: {column} differs from the other tables")
    used = {row["alliance_id"] for row in memberships}
    everything = len(used) == len(alliances)
    package.add(
        "organisations", "organisation",
        "organisation name acronym actor_type in_sse level territory seat_territory admin1 city generic "
        "alliance_alias source",
        [dict(row, organisation=row["org_id"], territory=place(row),
              seat_territory=row["hq_iso3"]) for row in organisations.values() if keep(row)])
    package.add(
        "alliances", "alliance",
        "alliance name level kind theme region founded members_stated members_stated_year records "
        "completeness source note",
        [dict(row, alliance=row["alliance_id"]) for row in alliances.values()
         if everything or row["alliance_id"] in used], sort=False)
    package.add(
        "memberships", "membership",
        "membership organisation alliance relation tier weight since until as_of source note",
        [dict(row, membership=row["membership_id"], organisation=row["org_id"],
              alliance=row["alliance_id"], since=row["since_year"], until=row["until_year"],
              as_of=row["as_of_year"]) for row in memberships], sort=False,
        foreign=[("organisation", "organisations", "organisation"),
                 ("alliance", "alliances", "alliance")])


def descriptor(name, titles, descriptions, publishers, defaults):
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name, "version": "1.0.0", "created": "2026-11-24T00:00:00Z",
        "title": titles[0], "titles": dict(zip(("en", "fr", "es"), titles)),
        "description": descriptions[0],
        "descriptions": dict(zip(("en", "fr", "es"), descriptions)),
        "keywords": ["social and solidarity economy", "poverty", "recession", "alliances"],
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/",
                      "title": "Creative Commons Attribution 4.0 for the compilation; each source "
                               "keeps its own licence (table sources)"}],
        "sources": [{"title": title, "path": path} for title, path in publishers],
        "contributors": [{"title": "The ESSIndicators authors", "roles": ["compiler"]}],
        "citation": f"The ESSIndicators authors (2026). {titles[0]}, version 1.0.0, and the sources "
                    "that its table of sources names.",
        "essindicators": {"defaults": defaults},
    }


def score(package, rows):
    """Metadata of the score that the package has by default."""
    package.add("score_indicators", "code", SCORE_COLUMNS, [
        dict(zip(("code", "parent", "name_en", "name_fr", "name_es", "unit", "direction", "lower",
                  "upper", "denominator", "note_en", "note_fr", "note_es"), row), weight="1")
        for row in rows], sort=False, foreign=[("parent", "score_indicators", "code")])


SIZE_STATUS = {True: "U", False: "E"}


def sse_size(package, folder, members):
    """Size and institutions of the SSE in the territories, from the rows of countries."""
    package.add("sse_size", "variable territory period source",
                "territory period variable value status source note",
                [dict(row, territory=row["entity"], period=row["year"], variable=row["indicator"],
                      status=SIZE_STATUS[row["note"].startswith("implausible")],
                      note="; ".join(filter(None, (row["text"], row["scope"], row["note"]))))
                 for row in read(folder, "ess_size.csv")
                 if row["entity_type"] == "country" and row["entity"] in members],
                foreign=[TERRITORY])


def lac(folder):
    package = Package("lac-covid")
    states = read(folder, "lac_territories.csv")
    territories = [
        dict(zip(("territory", "kind", "level", "parent", "m49", "name_en", "name_fr", "name_es"),
                 group), source="" if group[1] == "reported" else "un-m49") for group in GROUPS]
    members = []
    for row in states:
        sovereign = row["in_lac33"] == "1"
        territories.append(dict(
            row, territory=row["iso3"], level="national",
            kind="state" if sovereign else "dependency",
            parent=SUBREGIONS[row["eclac_subregion"]] if sovereign else "LAC_DEPENDENT"))
        groups = [M49_GROUPS[row["m49_subregion_code"]]]
        if row["in_eclac_poverty18"] == "1":
            groups.append("LATAM18")
        if row["eclac_subregion"] == "Caribbean" and row["iso3"] != "GUY":
            groups.append("CARIBBEAN_EX_GUY")
        if row["eclac_subregion"] == "Central America and Mexico" and row["iso3"] != "MEX":
            groups.append("CENTRAL_AMERICA")
        members += [{"group": group, "territory": row["iso3"]} for group in groups]
    order = ["international", "regional", "national", "local"]
    territories.sort(key=lambda row: (order.index(row["level"]),
                                      "" if row["level"] != "national" else row["territory"]))
    package.add("territories", "territory",
                "territory level kind parent name_en name_fr name_es iso2 m49 source", territories,
                sort=False, foreign=[("parent", "territories", "territory")])
    package.add("group_members", "group territory", "group territory", members,
                foreign=[("group", "territories", "territory"), TERRITORY])
    package.add("variables", "variable", "variable role line unit name_en name_fr name_es note",
                [dict(zip(("role", "line", "unit", "name_en", "name_fr", "name_es", "note"), words),
                      variable=name) for name, words in LAC_VARIABLES.items()], sort=False)
    panel = [dict(row, territory=row["iso3"], period=row["year"], variable=row["indicator"],
                  status=STATUS[row["status"]]) for row in read(folder, "lac_panel.csv")]
    panel += [dict(row, territory=row["iso3"], period=row["year"], value=row["population"],
                   variable="population_wpp2019", status=STATUS[row["status"]])
              for row in read(folder, "un_wpp2019_population.csv")]
    package.add("panel", "variable territory period",
                "territory period variable value status source", panel,
                foreign=[TERRITORY, ("variable", "variables", "variable")])
    package.add("outlook", "period vintage institution territory",
                "territory period institution vintage value status source quality note",
                [dict(row, territory=row["iso3"], period=row["target_year"],
                      value=row["gdp_growth_pct"], status=STATUS[row["status"]])
                 for row in read(folder, "lac_outlook_2020.csv")],
                foreign=[TERRITORY])
    vintages(package, folder)
    package.add("exercises", "poverty_vintage",
                "poverty_vintage growth_institution growth_vintage growth_territory source note",
                [dict(zip(("poverty_vintage", "growth_institution", "growth_vintage",
                           "growth_territory", "source"), row)) for row in [
                    ("2020-05-12", "ECLAC", "2020-04-21", "LAC33", "eclac-sr3-2020-05"),
                    ("2020-07-15", "ECLAC", "2020-07-15", "LAC33", "eclac-sr5-2020-07"),
                    ("2021-03-04", "ECLAC", "2020-12-16", "LAC33", "eclac-sp-2020"),
                    ("2022-01-27", "ECLAC", "2022-01", "LAC33", "eclac-sp-2021")]])
    network(package, folder, lambda row: True, lambda row: row["country_iso3"])
    sse_size(package, folder, {row["iso3"] for row in states})
    score(package, LAC_SCORE)
    package.add("neighbours", "territory neighbour", "territory neighbour source",
                borders.rows(borders.LATIN_AMERICA),
                foreign=[TERRITORY, ("neighbour", "territories", "territory")])
    package.add("sources", "source", SOURCE_COLUMNS, sources(folder) + [borders.SOURCE])
    package.write(descriptor(
        "lac-covid",
        ("COVID-19 and alliances of the social and solidarity economy in Latin America and the "
         "Caribbean",
         "COVID-19 et alliances de l'économie sociale et solidaire en Amérique latine et dans les "
         "Caraïbes",
         "COVID-19 y alianzas de la economía social y solidaria en América Latina y el Caribe"),
        ("Output, population, labour and poverty of 42 territories from 1990 to 2025, growth "
         "projections and regional poverty by vintage, and recorded memberships of organisations in "
         "alliances. Nothing is imputed; a missing membership row means not recorded.",
         "Production, population, emploi et pauvreté de 42 territoires de 1990 à 2025, projections de "
         "croissance et pauvreté régionale par millésime, et adhésions recensées d'organisations à "
         "des alliances. Rien n'est imputé ; une adhésion absente signifie non recensée.",
         "Producción, población, empleo y pobreza de 42 territorios de 1990 a 2025, proyecciones de "
         "crecimiento y pobreza regional por edición, y membresías registradas de organizaciones en "
         "alianzas. Nada se imputa; una membresía ausente significa que no consta."),
        [("World Bank, World Development Indicators", "https://data.worldbank.org"),
         ("ECLAC, figures cited as facts", "https://www.cepal.org"),
         ("United Nations, World Population Prospects 2019", "https://population.un.org/wpp"),
         ("Public pages of organisations and alliances (table sources)", "https://www.gsef-net.org")],
        {"poverty.from": "2019", "poverty.to": "2020", "poverty.lines": "eclac,8.30",
         "poverty.population": "population", "poverty.vintage-population": "population_wpp2019",
         "recession.reference": "2019", "recession.trend-from": "2010", "outlook.target": "2020",
         "alliances.actors": "OECD_INT,EC_INT,ILO_INT,UNTFSSE_INT",
         "alliances.frame": "LAC33", "report.growth-group": "LAC33",
         "report.growth-institution": "ECLAC", "report.growth-vintage": "2020-04-21",
         "report.poverty-group": "LATAM18", "report.poverty-line": "eclac",
         "report.poverty-vintage": "2021-03-04", "report.poverty-scenario": "with_transfers",
         "score.at": "2019", "score.frame": "LAC33",
         "score.screen": "known(share=0.8,basis=reported)",
         "score.treat": "winsorise+log(skewness=2,kurtosis=3.5,points=5)",
         "territories.at": "2019"}))


def vintages(package, folder):
    def millions(text):
        return format((Decimal(text) * 1000000).normalize(), "f")

    poverty, other = [], []
    rows = [dict(row, area=row["iso3"]) for row in read(folder, "eclac_poverty.csv")]
    for row in read(folder, "eclac_regional.csv") + rows:
        entry = dict(row, territory=row["area"], period=row["year"], status=STATUS[row["status"]])
        name = row["indicator"]
        line = "eclac-extreme" if name.startswith("extreme_") else "eclac"
        measure = {"poverty_headcount_pct": "headcount", "poor_millions": "number_of_poor",
                   "poverty_change_2019_2020_pp": "change_points",
                   "poor_change_millions": "change_persons"}.get(name.removeprefix("extreme_"))
        if measure is None:
            other.append(dict(entry, variable=name))
            continue
        entry.update(line=line, measure=measure, unit={
            "headcount": "percent", "change_points": "percentage_points"}.get(measure, "persons"))
        if entry["unit"] == "persons":
            entry["value"] = millions(row["value"])
        if row["note"].startswith("value handed over"):
            entry["note"] = "not met in a text that could be opened; 187 million / 613.14 million = 30.50 %"
        if measure.startswith("change"):
            entry["period"] = "2019/2020"
        poverty.append(entry)
    package.add("poverty_vintages", "line vintage territory period measure scenario",
                "territory period line measure vintage scenario value unit status source quality note",
                poverty, foreign=[TERRITORY])
    package.add("regional_outlook", "variable vintage territory period scenario",
                "territory period variable vintage scenario value unit status source quality note",
                other, foreign=[TERRITORY])


def mexico(folder):
    package = Package("mexico-states")
    french = {"MX": "Mexique", "MX-CMX": "Mexico (ville)", "MX-MEX": "État de Mexico",
              "MX-BCN": "Basse-Californie", "MX-BCS": "Basse-Californie du Sud",
              "MX-NLE": "Nouveau-León"}
    english = {"MX": "Mexico", "MX-CMX": "Mexico City", "MX-MEX": "State of Mexico",
               "MX-COA": "Coahuila", "MX-MIC": "Michoacán", "MX-VER": "Veracruz"}
    spanish = {"MX": "México", "MX-MEX": "Estado de México"}
    codes, territories = {}, []
    for row in read(folder, "mexico_states.csv"):
        code = row["iso3166_2"]
        nation = code == "MX"
        codes[row["cve_ent"]] = "MEX" if nation else code
        name = row["name_es"]
        territories.append(dict(
            row, territory=codes[row["cve_ent"]], level="national" if nation else "local",
            kind="state" if nation else "federal_entity", parent="" if nation else "MEX",
            name_en=english.get(code, name), name_fr=french.get(code, english.get(code, name)),
            name_es=spanish.get(code, name), iso2="MX" if nation else "",
            m49="484" if nation else ""))
    package.add("territories", "territory",
                "territory level kind parent name_en name_fr name_es iso2 m49 cve_ent source",
                territories, sort=False, foreign=[("parent", "territories", "territory")])
    variables = [
        dict(variable="gdp_constant_2018_mxn_million", role="gdp_constant", unit="mxn_2018_million",
             name_en="GDP at constant prices, million pesos of 2018",
             name_fr="PIB à prix constants, millions de pesos de 2018",
             name_es="PIB a precios constantes, millones de pesos de 2018"),
        dict(variable="population_enigh", role="population", unit="persons",
             name_en="Population of the survey", name_fr="Population de l'enquête",
             name_es="Población de la encuesta", note="Sum of the four CONEVAL groups."),
        dict(variable="population_census", role="population_census", unit="persons",
             name_en="Population, census 2020", name_fr="Population, recensement 2020",
             name_es="Población, censo 2020")]
    for stem, (role, line, en, fr, es) in CONEVAL_INDICATORS.items():
        variables.append(dict(variable=stem + "_pct", role=role, line=line, unit="percent",
                              name_en=en, name_fr=fr, name_es=es, note=CONEVAL))
        persons = "number_of_poor" if role == "poverty_headcount" else "deprivation_persons"
        variables.append(dict(variable=stem + "_persons", role=persons, line=line, unit="persons",
                              name_en=en + ", persons", name_fr=fr + ", personnes",
                              name_es=es + ", personas", note=CONEVAL))
    package.add("variables", "variable", "variable role line unit name_en name_fr name_es note",
                variables, sort=False)
    package.add("panel", "variable territory period",
                "territory period variable value status source",
                [dict(row, territory=codes[row["cve_ent"]], period=row["year"],
                      variable=row["indicator"], status=STATUS[row["status"]])
                 for row in read(folder, "mexico_states_panel.csv")],
                foreign=[TERRITORY, ("variable", "variables", "variable")])
    places = {"Ciudad de Mexico": "MX-CMX"}
    network(package, folder, lambda row: row["country_iso3"] == "MEX",
            lambda row: places[row["admin1"]] if row["admin1"] else "MEX")
    score(package, MEXICO_SCORE)
    package.add("neighbours", "territory neighbour", "territory neighbour source",
                borders.rows(borders.MEXICO, "MX-"),
                foreign=[TERRITORY, ("neighbour", "territories", "territory")])
    package.add("sources", "source", SOURCE_COLUMNS,
                cited(package, sources(folder) + [borders.SOURCE]))
    package.write(descriptor(
        "mexico-states",
        ("Mexico's states: output, poverty and recorded alliances",
         "États du Mexique : production, pauvreté et alliances recensées",
         "Entidades de México: producción, pobreza y alianzas registradas"),
        ("State GDP from 2003 to 2024 (INEGI), multidimensional poverty in 2016, 2018, 2020 and 2022 "
         "(CONEVAL), census population, and the recorded alliances of Mexican organisations; all but "
         "one of these represent the country and not a state. Members stated are those of the whole "
         "alliance.",
         "PIB des États de 2003 à 2024 (INEGI), pauvreté multidimensionnelle en 2016, 2018, 2020 et "
         "2022 (CONEVAL), population du recensement, et alliances recensées d'organisations "
         "mexicaines ; toutes sauf une représentent le pays et non un État. Les membres déclarés sont "
         "ceux de l'alliance entière.",
         "PIB de las entidades de 2003 a 2024 (INEGI), pobreza multidimensional en 2016, 2018, 2020 y "
         "2022 (CONEVAL), población del censo y alianzas registradas de organizaciones mexicanas; "
         "todas menos una representan al país y no a una entidad. Los miembros declarados son los de "
         "toda la alianza."),
        [("INEGI, PIB por entidad federativa", "https://www.inegi.org.mx"),
         ("CONEVAL, medición multidimensional de la pobreza", "https://www.coneval.org.mx")],
        {"poverty.from": "2018", "poverty.to": "2020", "poverty.lines": "multidimensional",
         "poverty.population": "population_enigh", "recession.reference": "2019",
         "recession.trend-from": "2010", "alliances.frame": "MEX",
         "score.at": "2020", "score.frame": "MEX", "score.normalise": "goalposts(from=0,to=100,cap=both)",
         "territories.at": "2020"}))


def synthetic():
    """The survey of `indicators datasets synthesise` with its default options, kept as it is: the tests hold the two together."""
    package = Package("synthetic-survey")
    rows = read(HERE / "synthetic-survey", "survey.csv")
    package.add("survey", "household", " ".join(rows[0]), rows, sort=False)
    package.write(descriptor(
        "synthetic-survey",
        ("Synthetic household survey: nobody was asked",
         "Enquête synthétique auprès des ménages : personne n'a été interrogé",
         "Encuesta sintética de hogares: nadie fue entrevistado"),
        ("2,000 invented households of ten territories in 2019 and 2020, to try the survey commands on. Headcount "
         "ratios on the 8.30-dollar line and Gini indices follow the published ones of each territory and "
         "year, deprivations those of Mexico in 2018 and 2020; everything else is made up. Never cite "
         "results from it.",
         "2 000 ménages inventés de dix territoires en 2019 et 2020, pour essayer les commandes d'enquête. "
         "Taux de pauvreté au seuil de 8,30 dollars et indices de Gini suivent ceux publiés par territoire "
         "et année, les privations ceux du Mexique en 2018 et 2020 ; tout le reste est inventé. Ne jamais "
         "citer ses résultats.",
         "2000 hogares inventados de diez territorios en 2019 y 2020, para probar los comandos de "
         "encuestas. Las tasas de pobreza con la línea de 8,30 dólares y los índices de Gini siguen los "
         "publicados de cada territorio y año, las carencias los de México en 2018 y 2020; todo lo demás es "
         "inventado. Nunca citar sus resultados."),
        [("World Bank, World Development Indicators (targets)", "https://data.worldbank.org"),
         ("CONEVAL, medición multidimensional de la pobreza (targets)", "https://www.coneval.org.mx")],
        {"survey.period": "period",
         "survey.deprived": "education,health,social_security,housing,services,food"}))


def embed():
    """Writes the C file that compiles the packages in."""
    files = []
    for package in ("lac-covid", "mexico-states", "synthetic-survey"):
        paths = json.loads((HERE / package / "datapackage.json").read_text("utf-8"))["resources"]
        files += [(package, "datapackage.json")] + [(package, r["path"]) for r in paths]
    lines = ["// Made by Datasets/build.py.", '#include "CDatasets.h"', ""]
    for index, (package, name) in enumerate(files):
        lines += [f"static const unsigned char file_{index}[] = {{",
                  f'#embed "../../Datasets/{package}/{name}"', "};", ""]
    lines.append("static const ess_embedded_file files[] = {")
    lines += [f'  {{"{package}", "{name}", file_{index}, sizeof file_{index}}},'
              for index, (package, name) in enumerate(files)]
    lines += ["};", "", "size_t ess_embedded_file_count(void) {",
              "  return sizeof files / sizeof files[0];", "}", "",
              "const ess_embedded_file *ess_embedded_file_at(size_t index) {",
              "  return index < ess_embedded_file_count() ? &files[index] : 0;", "}", ""]
    path = HERE.parent / "Sources" / "CDatasets" / "datasets.c"
    path.write_text("\n".join(lines), encoding="utf-8")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    lac(folder)
    mexico(folder)
    synthetic()
    embed()


if __name__ == "__main__":
    main()
