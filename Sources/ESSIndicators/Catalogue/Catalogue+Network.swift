internal import ESSData

extension Catalogue {
  /// What the network verbs of `indicators alliances` compute, also on a table of ties.
  static let network: [IndicatorDefinition] =
    networkStructure + networkProjection + networkCentrality + networkBrokerage
    + networkMixing + networkCommunities + networkKeyActors + networkAssociation

  /// A definition of a network measure: its id has the noun `network`, its command is a verb of `alliances`.
  static func network(
    _ id: String, _ verb: String, unit: String, range: String, formula: String, reference: String,
    name: Translated, definition: Translated
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id: "network." + id, name: name, definition: definition, unit: unit, range: range,
      formula: formula, convention: networkConventions[verb], reference: reference,
      command: "indicators alliances " + verb)
  }
}
