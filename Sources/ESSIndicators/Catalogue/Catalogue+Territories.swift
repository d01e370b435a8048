internal import ESSData

extension Catalogue {
  /// What the verbs of `indicators territories` compute.
  static let territories: [IndicatorDefinition] =
    territoryInequality + territoryConvergence + territorySpace + territoryRanks
    + territoryStructure + territoryComparison + territoryGroups

  /// A definition of a measure of the noun `territories`.
  static func territories(
    _ id: String, _ verb: String, unit: String, range: String, formula: String, reference: String,
    name: Translated, definition: Translated
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id: "territories." + id, name: name, definition: definition, unit: unit, range: range,
      formula: formula, reference: reference, command: "indicators territories " + verb)
  }
}
