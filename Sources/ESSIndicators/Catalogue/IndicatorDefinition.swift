public import ESSData

/// What an indicator is: the one definition that help, tables and pages show.
public struct IndicatorDefinition: Sendable {
  /// Stable dotted id.
  public let id: String
  /// Its name in each language.
  public let name: Translated
  /// What it says, in each language.
  public let definition: Translated
  /// Unit of its values.
  public let unit: String
  /// The values it can take.
  public let range: String
  /// How it is computed.
  public let formula: String
  /// The choices behind the number that others make differently, in each language; `nil` where there are none.
  public var convention: Translated? = nil
  /// Author, year and place of the definition.
  public let reference: String
  /// The command that computes it.
  public let command: String
}

/// The definitions of all indicators.
public enum Catalogue {
  /// All definitions: poverty, recession, alliances.
  public static let all: [IndicatorDefinition] =
    poverty + surveyPoverty + inequality + recession + outlook + alliances + grouped + nowcast
    regression + territories + dominance + incidence + multidimensional + businessCycle + gap + resilience + inputOutput + syntheticControl + differences + dose + allianceCoverage + allianceDynamics + allianceQuestions + network

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  /// The definition of an indicator.
  public static subscript(id: String) -> IndicatorDefinition? { byID[id] }

  /// A unit in words.
  public static func unit(_ unit: String, in language: Language) -> String {
    units[unit]?[language] ?? unit
  }

  static let units: [String: Translated] = [
    "ratio_any": Translated(en: "ratio", fr: "rapport", es: "razón"),
    "probability": Translated(en: "probability", fr: "probabilité", es: "probabilidad"),
    "per_year": Translated(en: "a year", fr: "par an", es: "al año"),
    "periods": Translated(en: "periods", fr: "périodes", es: "periodos"),
    "correlation": Translated(en: "correlation", fr: "corrélation", es: "correlación"),
    "percent": Translated(en: "%", fr: "%", es: "%"),
    "outcome_squared": Translated(
      en: "outcome units squared", fr: "carré des unités de la variable",
      es: "unidades del resultado al cuadrado"),
    "level": Translated(
      en: "units of the series", fr: "unités de la série", es: "unidades de la serie"),
    "log_percent": Translated(
      en: "% (logarithmic)", fr: "% (logarithmique)", es: "% (logarítmico)"),
    "log_percent_years": Translated(
      en: "% (logarithmic) times years", fr: "% (logarithmique) fois années",
      es: "% (logarítmico) por años"),
    "factor": Translated(en: "factor", fr: "facteur", es: "factor"),
    "correlation": Translated(
      en: "correlation (-1 to 1)", fr: "corrélation (-1 à 1)", es: "correlación (-1 a 1)"),
    "outcome_unit": Translated(
      en: "units of the outcome", fr: "unités du résultat", es: "unidades del resultado"),
    "statistic": Translated(en: "statistic", fr: "statistique", es: "estadístico"),
    "percent_per_year": Translated(en: "% a year", fr: "% par an", es: "% anual"),
    "percent_of_reference_year": Translated(
      en: "% of a reference year's output", fr: "% de la production d'une année de référence",
      es: "% de la producción de un año de referencia"),
    "percentage_points": Translated(
      en: "percentage points", fr: "points de pourcentage", es: "puntos porcentuales"),
    "persons": Translated(en: "persons", fr: "personnes", es: "personas"),
    "ratio": Translated(en: "ratio (0 to 1)", fr: "rapport (0 à 1)", es: "razón (0 a 1)"),
    "count": Translated(en: "count", fr: "nombre", es: "número"),
    "coefficient": Translated(en: "coefficient", fr: "coefficient", es: "coeficiente"),
    "elasticity": Translated(en: "elasticity", fr: "élasticité", es: "elasticidad"),
    "years": Translated(en: "years", fr: "années", es: "años"),
    "number": Translated(en: "number", fr: "nombre", es: "número"),
    "welfare_units": Translated(
      en: "units of welfare", fr: "unités de revenu", es: "unidades de ingreso"),
    "index": Translated(
      en: "index (reference = 100)", fr: "indice (référence = 100)",
      es: "índice (referencia = 100)"),
  ]
}
