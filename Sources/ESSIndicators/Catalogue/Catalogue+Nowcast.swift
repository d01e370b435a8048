internal import ESSData

extension Catalogue {
  private static let command = "indicators poverty nowcast"
  private static let lineUp =
    "Mahler and Newhouse (2024), Global Poverty Monitoring Technical Note 35; Lakner, Mahler, Negre and "
    + "Prydz (2022), Journal of Economic Inequality 20, 559-585"

  private static func entry(
    _ id: String, _ unit: String, _ range: String, _ formula: String, _ name: Translated,
    _ definition: Translated, reference: String = lineUp
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id: "nowcast." + id, name: name, definition: definition, unit: unit, range: range,
      formula: formula, convention: passedThrough, reference: reference, command: command)
  }

  static let nowcast: [IndicatorDefinition] = [
    entry(
      "gini", "ratio", "0 to 1", "sum(P G) / sum(P) over members, the latest G of six years",
      Translated(
        en: "Gini index behind a nowcast", fr: "Indice de Gini derrière une prévision immédiate",
        es: "Índice de Gini detrás de una estimación inmediata"),
      Translated(
        en:
          "Mean of the members' Gini indices, weighted by population: inequality within territories, not "
          + "between them.",
        fr:
          "Moyenne des indices de Gini des membres, pondérée par la population : inégalité dans les "
          + "territoires, non entre eux.",
        es:
          "Media de los índices de Gini de los miembros, ponderada por población: desigualdad dentro de "
          + "los territorios, no entre ellos."),
      reference: "definition of this project"),
    entry(
      "growth", "percent", "any", "published",
      Translated(
        en: "Growth of the scenario", fr: "Croissance du scénario", es: "Crecimiento del escenario"),
      Translated(
        en: "Published growth of output, with its vintage in the component.",
        fr: "Croissance publiée de la production, son millésime dans la composante.",
        es: "Crecimiento publicado del producto, con su edición en el componente.")),
    entry(
      "growth_per_head", "percent", "any", "100 ((1 + g) / (1 + n) - 1)",
      Translated(
        en: "Growth per head of the scenario", fr: "Croissance par tête du scénario",
        es: "Crecimiento por persona del escenario"),
      Translated(
        en: "Growth less population growth: what mean welfare can follow.",
        fr: "Croissance moins celle de la population : ce que le niveau de vie moyen peut suivre.",
        es: "Crecimiento menos el de la población: lo que el bienestar medio puede seguir.")),
    entry(
      "headcount", "percent", "0 to 100",
      "H at mean (1 + k g); the Lorenz curve fixed or its Gini changed",
      Translated(
        en: "Headcount ratio of a scenario", fr: "Taux de pauvreté d'un scénario",
        es: "Tasa de pobreza de un escenario"),
      Translated(
        en: "Share of people below the line before and after the scenario, or as published.",
        fr: "Part des personnes sous le seuil avant et après le scénario, ou publiée.",
        es: "Parte de las personas bajo la línea antes y después del escenario, o publicada.")),
    entry(
      "headcount_change", "percentage_points", "-100 to 100", "100 (H1 - H0)",
      Translated(
        en: "Change of the headcount ratio in a scenario",
        fr: "Variation du taux de pauvreté d'un scénario",
        es: "Variación de la tasa de pobreza en un escenario"),
      Translated(
        en: "What growth times the pass-through does to the headcount ratio.",
        fr: "Effet de la croissance multipliée par la transmission sur le taux de pauvreté.",
        es: "Efecto del crecimiento por la transmisión sobre la tasa de pobreza.")),
    entry(
      "number_change", "persons", "any",
      "N1 - N0; parts rate and population where both ends have one",
      Translated(
        en: "People moved into poverty by a scenario",
        fr: "Personnes devenues pauvres dans un scénario",
        es: "Personas que pasan a ser pobres en un escenario"),
      Translated(
        en:
          "Change of the number of poor that the scenario implies; negative if people leave poverty.",
        fr: "Variation du nombre de pauvres selon le scénario ; négative si la pauvreté recule.",
        es: "Variación del número de pobres según el escenario; negativa si la pobreza baja.")),
    entry(
      "poverty_gap", "ratio", "0 or more", "P1 before and after",
      Translated(
        en: "Poverty gap index of a scenario", fr: "Indice d'écart de pauvreté d'un scénario",
        es: "Índice de brecha de pobreza de un escenario"),
      Translated(
        en: "Poverty gap index before and after the scenario.",
        fr: "Indice d'écart de pauvreté avant et après le scénario.",
        es: "Índice de brecha de pobreza antes y después del escenario.")),
    entry(
      "squared_poverty_gap", "ratio", "0 or more", "P2 before and after",
      Translated(
        en: "Squared poverty gap index of a scenario",
        fr: "Indice d'écart de pauvreté au carré d'un scénario",
        es: "Índice de brecha de pobreza al cuadrado de un escenario"),
      Translated(
        en: "Severity before and after the scenario.", fr: "Sévérité avant et après le scénario.",
        es: "Severidad antes y después del escenario.")),
    entry(
      "implied_pass_through", "number", "any", "(L'(H0) / L'(H1) - 1) / g",
      Translated(
        en: "Pass-through implied by a published rate",
        fr: "Transmission implicite d'un taux publié",
        es: "Transmisión implícita en una tasa publicada"),
      Translated(
        en:
          "The pass-through at which growth per head gives the published headcount ratio; above 1 where "
          + "inequality was projected to rise too, below 0 where poverty fell in a recession.",
        fr:
          "La transmission avec laquelle la croissance par tête donne le taux publié ; au-dessus de 1 si "
          + "l'inégalité devait croître aussi, négative si la pauvreté a reculé en récession.",
        es:
          "La transmisión con la que el crecimiento por persona da la tasa publicada; mayor que 1 si se "
          + "proyectaba más desigualdad, negativa si la pobreza bajó en la recesión."),
      reference: lineUp),
  ]
}
