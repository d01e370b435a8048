internal import ESSData

extension Catalogue {
  /// The units of values, in words.
  static let units: [String: Translated] = [
    "coefficient": Translated(en: "coefficient", fr: "coefficient", es: "coeficiente"),
    "correlation": Translated(
      en: "correlation (-1 to 1)", fr: "corrélation (-1 à 1)", es: "correlación (-1 a 1)"),
    "count": Translated(en: "count", fr: "nombre", es: "número"),
    "elasticity": Translated(en: "elasticity", fr: "élasticité", es: "elasticidad"),
    "factor": Translated(en: "factor", fr: "facteur", es: "factor"),
    "index": Translated(
      en: "index (reference = 100)", fr: "indice (référence = 100)", es: "índice (referencia = 100)"
    ),
    "level": Translated(
      en: "units of the series", fr: "unités de la série", es: "unidades de la serie"),
    "level_years": Translated(
      en: "units of the series times years", fr: "unités de la série fois années",
      es: "unidades de la serie por años"),
    "log_percent": Translated(
      en: "% (logarithmic)", fr: "% (logarithmique)", es: "% (logarítmico)"),
    "log_percent_years": Translated(
      en: "% (logarithmic) times years", fr: "% (logarithmique) fois années",
      es: "% (logarítmico) por años"),
    "number": Translated(en: "number", fr: "nombre", es: "número"),
    "outcome_squared": Translated(
      en: "outcome units squared", fr: "carré des unités de la variable",
      es: "unidades del resultado al cuadrado"),
    "outcome_unit": Translated(
      en: "units of the outcome", fr: "unités du résultat", es: "unidades del resultado"),
    "per_year": Translated(en: "a year", fr: "par an", es: "al año"),
    "percent": Translated(en: "%", fr: "%", es: "%"),
    "percent_of_reference_year": Translated(
      en: "% of a reference year's output", fr: "% de la production d'une année de référence",
      es: "% de la producción de un año de referencia"),
    "percent_per_year": Translated(en: "% a year", fr: "% par an", es: "% anual"),
    "percentage_points": Translated(
      en: "percentage points", fr: "points de pourcentage", es: "puntos porcentuales"),
    "periods": Translated(en: "periods", fr: "périodes", es: "periodos"),
    "persons": Translated(en: "persons", fr: "personnes", es: "personas"),
    "place": Translated(en: "place", fr: "place", es: "lugar"),
    "probability": Translated(en: "probability", fr: "probabilité", es: "probabilidad"),
    "ratio": Translated(en: "ratio (0 to 1)", fr: "rapport (0 à 1)", es: "razón (0 a 1)"),
    "ratio_any": Translated(en: "ratio", fr: "rapport", es: "razón"),
    "score": Translated(
      en: "points of the scale", fr: "points de l'échelle", es: "puntos de la escala"),
    "statistic": Translated(en: "statistic", fr: "statistique", es: "estadístico"),
    "welfare_units": Translated(
      en: "units of welfare", fr: "unités de revenu", es: "unidades de ingreso"),
    "years": Translated(en: "years", fr: "années", es: "años"),
  ]
}
