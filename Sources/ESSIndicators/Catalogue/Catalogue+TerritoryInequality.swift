internal import ESSData

extension Catalogue {
  /// What `indicators territories inequality` computes.
  static let territoryInequality: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "territories.inequality",
      name: Translated(
        en: "Inequality between territories", fr: "Inégalité entre territoires",
        es: "Desigualdad entre territorios"),
      definition: Translated(
        en:
          "Gini, Theil, Hoover, coefficient of variation or Atkinson over territories, weighted by population or not.",
        fr:
          "Gini, Theil, Hoover, coefficient de variation ou Atkinson entre territoires, pondérés ou non par la population.",
        es:
          "Gini, Theil, Hoover, coeficiente de variación o Atkinson entre territorios, ponderados o no por la población."
      ),
      unit: "ratio_any", range: "0 or more",
      formula:
        "gini = sum s_i s_j |y_i - y_j| / (2 mean); theil-t = sum s r ln r, r = y / mean; cv with population sd",
      reference:
        "Cowell (2011), Measuring Inequality, 3rd edition",
      command: "indicators territories inequality"),
    IndicatorDefinition(
      id: "territories.inequality_split",
      name: Translated(
        en: "Inequality by level", fr: "Inégalité par niveau", es: "Desigualdad por nivel"),
      definition: Translated(
        en:
          "Theil's index split into what lies between the groups of each level and within the last; the parts add up exactly.",
        fr:
          "Indice de Theil décomposé entre les groupes de chaque niveau et à l'intérieur du dernier ; les parts s'additionnent exactement.",
        es:
          "Índice de Theil descompuesto entre los grupos de cada nivel y dentro del último; las partes suman exactamente."
      ),
      unit: "ratio_any", range: "0 or more",
      formula:
        "sum of q ln(q / p) - q + p over nodes, p the share expected from the parent",
      reference:
        "Shorrocks (1984), Econometrica 52, 1369-1385",
      command: "indicators territories inequality"),
    IndicatorDefinition(
      id: "territories.inequality_split_p",
      name: Translated(
        en: "Grouping test", fr: "Test du regroupement", es: "Prueba de agrupación"),
      definition: Translated(
        en:
          "Share of random groupings whose between part is at least as large.",
        fr:
          "Part des regroupements aléatoires dont la part entre groupes est au moins aussi grande.",
        es:
          "Parte de las agrupaciones aleatorias cuya parte entre grupos es al menos igual."),
      unit: "probability", range: "0 to 1",
      formula:
        "(count + 1) / (permutations + 1)",
      reference:
        "Rey (2004), Annals of Regional Science 38, 337-354",
      command: "indicators territories inequality"),
    IndicatorDefinition(
      id: "territories.inequality_group",
      name: Translated(
        en: "Inequality within a group", fr: "Inégalité dans un groupe",
        es: "Desigualdad dentro de un grupo"),
      definition: Translated(
        en:
          "Theil's index over the territories of one group.",
        fr:
          "Indice de Theil entre les territoires d'un groupe.",
        es:
          "Índice de Theil entre los territorios de un grupo."),
      unit: "ratio_any", range: "0 or more",
      formula:
        "theil over the group",
      reference:
        "Shorrocks (1984), Econometrica 52, 1369-1385",
      command: "indicators territories inequality"),
    IndicatorDefinition(
      id: "territories.spatial_gini",
      name: Translated(
        en: "Spatial Gini", fr: "Gini spatial", es: "Gini espacial"),
      definition: Translated(
        en:
          "Gini coefficient split into pairs of neighbours and pairs apart.",
        fr:
          "Coefficient de Gini décomposé entre paires de voisins et paires éloignées.",
        es:
          "Coeficiente de Gini descompuesto en pares vecinos y pares alejados."),
      unit: "ratio_any", range: "0 to 1",
      formula:
        "sum over pairs |y_i - y_j| / (2 n^2 mean), near or not",
      reference:
        "Rey and Smith (2013), Letters in Spatial and Resource Sciences 6, 55-70",
      command: "indicators territories inequality"),
    IndicatorDefinition(
      id: "territories.spatial_gini_p",
      name: Translated(
        en: "Spatial Gini test", fr: "Test du Gini spatial", es: "Prueba del Gini espacial"),
      definition: Translated(
        en:
          "Share of random arrangements whose part of distant pairs is at least as large.",
        fr:
          "Part des arrangements aléatoires dont la part des paires éloignées est au moins aussi grande.",
        es:
          "Parte de los arreglos aleatorios cuya parte de pares alejados es al menos igual."),
      unit: "probability", range: "0 to 1",
      formula:
        "(count + 1) / (permutations + 1)",
      reference:
        "Rey and Smith (2013), Letters in Spatial and Resource Sciences 6, 55-70",
      command: "indicators territories inequality"),
  ]
}
