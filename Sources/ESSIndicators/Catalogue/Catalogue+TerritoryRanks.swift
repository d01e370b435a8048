internal import ESSData

extension Catalogue {
  /// What `indicators territories ranks` computes.
  static let territoryRanks: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "territories.rank",
      name: Translated(
        en: "Rank", fr: "Rang", es: "Rango"),
      definition: Translated(
        en:
          "Place among the territories, 1 for the largest estimate; equal ones share the best place.",
        fr:
          "Place parmi les territoires, 1 pour la plus grande estimation ; ex aequo à la meilleure place.",
        es:
          "Lugar entre los territorios, 1 para la mayor estimación; los iguales comparten el mejor."
      ),
      unit: "count", range: "1 or more",
      formula:
        "1 + number of larger estimates",
      reference:
        "Mogstad, Romano, Shaikh and Wilhelm (2024), Review of Economic Studies 91, 476-518",
      command: "indicators territories ranks"),
    IndicatorDefinition(
      id: "territories.rank_set",
      name: Translated(
        en: "Confidence set of a rank", fr: "Ensemble de confiance du rang",
        es: "Conjunto de confianza del rango"),
      definition: Translated(
        en:
          "Lowest or highest place that a territory may have at the level, by itself (marginal), with all others (simultaneous), or whatever the method (union).",
        fr:
          "Meilleure ou pire place possible au niveau donné, seul (marginal), avec tous (simultané) ou quelle que soit la méthode (union).",
        es:
          "Mejor o peor lugar posible al nivel dado, por sí solo (marginal), con todos (simultáneo) o sea cual sea el método (unión)."
      ),
      unit: "count", range: "1 or more",
      formula:
        "1 + territories significantly better; n - territories significantly worse",
      reference:
        "Mogstad, Romano, Shaikh and Wilhelm (2024), Review of Economic Studies 91, 476-518",
      command: "indicators territories ranks"),
    IndicatorDefinition(
      id: "territories.rank_best",
      name: Translated(
        en: "May be among the best", fr: "Peut être parmi les meilleurs",
        es: "Puede estar entre los mejores"),
      definition: Translated(
        en:
          "1 if the territory may be among the best at the level.",
        fr:
          "1 si le territoire peut être parmi les meilleurs au niveau donné.",
        es:
          "1 si el territorio puede estar entre los mejores al nivel dado."),
      unit: "ratio", range: "0 or 1",
      formula:
        "1[lower bound <= tau]",
      reference:
        "Mogstad, Romano, Shaikh and Wilhelm (2024), Review of Economic Studies 91, 476-518",
      command: "indicators territories ranks"),
  ]
}
