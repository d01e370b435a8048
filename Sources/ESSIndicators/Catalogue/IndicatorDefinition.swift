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
  /// All definitions, room by room.
  public static let all: [IndicatorDefinition] = [
    poverty,
    surveyPoverty,
    inequality,
    recession,
    outlook,
    alliances,
    grouped,
    nowcast,
    regression,
    territories,
    scores,
    dominance,
    incidence,
    multidimensional,
    businessCycle,
    gap,
    resilience,
    inputOutput,
    syntheticControl,
    differences,
    dose,
    allianceCoverage,
    allianceDynamics,
    allianceQuestions,
    network,
    stress,
    weights,
  ].flatMap(\.self)

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  /// The definition of an indicator.
  public static subscript(id: String) -> IndicatorDefinition? { byID[id] }

  /// A unit in words.
  public static func unit(_ unit: String, in language: Language) -> String {
    units[unit]?[language] ?? unit
  }
}
