internal import ESSData

extension Catalogue {
  /// What `indicators territories structure` computes.
  static let territoryStructure: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "territories.location_quotient",
      name: Translated(
        en: "Location quotient", fr: "Quotient de localisation", es: "Cociente de localización"),
      definition: Translated(
        en:
          "Share of a branch in a territory over its share in the whole.",
        fr:
          "Part d'une branche dans un territoire sur sa part dans l'ensemble.",
        es:
          "Parte de una rama en un territorio sobre su parte en el conjunto."),
      unit: "ratio_any", range: "0 or more",
      formula:
        "s_ij / s_j",
      reference:
        "Isard (1960), Methods of Regional Analysis",
      command: "indicators territories structure"),
    IndicatorDefinition(
      id: "territories.specialisation",
      name: Translated(
        en: "Specialisation", fr: "Spécialisation", es: "Especialización"),
      definition: Translated(
        en:
          "Krugman's index, Herfindahl's index or Hachman's likeness of a territory's branches.",
        fr:
          "Indice de Krugman, de Herfindahl ou ressemblance de Hachman des branches d'un territoire.",
        es:
          "Índice de Krugman, de Herfindahl o semejanza de Hachman de las ramas de un territorio."),
      unit: "ratio_any", range: "0 or more",
      formula:
        "sum |s_ij - s_j|; sum s_ij^2; 1 / sum s_ij^2 / s_j",
      reference:
        "Krugman (1991), Geography and Trade",
      command: "indicators territories structure"),
    IndicatorDefinition(
      id: "territories.concentration",
      name: Translated(
        en: "Concentration of a branch", fr: "Concentration d'une branche",
        es: "Concentración de una rama"),
      definition: Translated(
        en:
          "How unevenly a branch is spread over territories: Krugman's index or the locational Gini.",
        fr:
          "Inégalité de la répartition d'une branche entre territoires : Krugman ou Gini de localisation.",
        es:
          "Desigualdad del reparto de una rama entre territorios: Krugman o Gini de localización."),
      unit: "ratio_any", range: "0 or more",
      formula:
        "sum |x_ij / x_j - x_i / x|; Gini of location quotients",
      reference:
        "Krugman (1991), Geography and Trade",
      command: "indicators territories structure"),
    IndicatorDefinition(
      id: "territories.complexity",
      name: Translated(
        en: "Economic complexity", fr: "Complexité économique", es: "Complejidad económica"),
      definition: Translated(
        en:
          "Complexity of a territory or a branch: mean 0, standard deviation 1.",
        fr:
          "Complexité d'un territoire ou d'une branche : moyenne 0, écart type 1.",
        es:
          "Complejidad de un territorio o una rama: media 0, desviación típica 1."),
      unit: "statistic", range: "any",
      formula:
        "second eigenvector of D^-1 M U^-1 M'",
      reference:
        "Hidalgo and Hausmann (2009), PNAS 106, 10570-10575",
      command: "indicators territories structure"),
    IndicatorDefinition(
      id: "territories.relatedness",
      name: Translated(
        en: "Relatedness density", fr: "Densité de parenté", es: "Densidad de afinidad"),
      definition: Translated(
        en:
          "Share of what is related to a branch that a territory has.",
        fr:
          "Part de ce qui est apparenté à une branche que possède un territoire.",
        es:
          "Parte de lo afín a una rama que tiene un territorio."),
      unit: "ratio", range: "0 to 1",
      formula:
        "sum M phi / sum phi",
      reference:
        "Hidalgo, Klinger, Barabasi and Hausmann (2007), Science 317, 482-487",
      command: "indicators territories structure"),
  ]
}
