public import ESSData
public import ESSNumerics

/// In which alliances each territory of a frame is present.
///
/// The ones of X = G'B, the product of the (organisations x territories) and (organisations x alliances) incidences, found in one pass over
/// the relations. Cost: O(relations + territories + alliances); federated reach adds the ones of X N*.
public struct AlliancePresence: Sendable {
  /// How far membership reaches.
  public enum Reach: String, Sendable, CaseIterable {
    /// Through an organisation's own alliances.
    case direct
    /// Also through the alliances that these belong to, at any remove.
    case federated
  }

  /// Where a territory is present in an alliance; territories x alliances.
  public let pattern: IncidenceGraph
  /// Whether a local or regional organisation of the territory is in any alliance that counts.
  public let hasLocalOrganisation: [Bool]
  /// Level of each alliance, in table order.
  let levels: [String]

  /// The presence of the frame's territories.
  public init(
    _ network: AllianceNetwork, _ selection: AllianceSelection, frame: Frame, reach: Reach
  ) {
    let relations = SelectedRelations(network, selection)
    let direct = Self(relations, places: FramePlaces(network, frame))
    self = reach == .direct ? direct : direct.federated(by: AllianceNesting(relations))
  }

  init(_ relations: SelectedRelations, places: FramePlaces) {
    let network = relations.network
    let table = relations.table
    let rows = relations.rows
    var hasLocal = [Bool](repeating: false, count: places.count)
    var territories: [Int32] = []
    var alliances: [Int32] = []
    territories.reserveCapacity(rows.count)
    alliances.reserveCapacity(rows.count)
    for row in rows {
      let organisation = table.organisation(row)
      let territory = places.territory[organisation]
      guard territory >= 0 else { continue }
      territories.append(territory)
      alliances.append(table.allianceCode(row))
      if places.isLocal[organisation] { hasLocal[Int(territory)] = true }
    }
    pattern = IncidenceGraph(
      rows: places.count, columns: network.alliances.count, rowIndices: territories,
      columnIndices: alliances)
    hasLocalOrganisation = hasLocal
    levels = network.alliances.map(\.level)
  }

  private init(_ pattern: IncidenceGraph, _ hasLocal: [Bool], _ levels: [String]) {
    self.pattern = pattern
    hasLocalOrganisation = hasLocal
    self.levels = levels
  }

  /// The presence through the alliances that alliances belong to.
  func federated(by nesting: AllianceNesting) -> AlliancePresence {
    nesting.isTrivial
      ? self
      : AlliancePresence(pattern.booleanProduct(nesting.closure), hasLocalOrganisation, levels)
  }

  /// Number of alliances in which each territory is present.
  public var depth: [Double] { pattern.rowDegrees.map(Double.init) }

  /// 1 for each territory that is present in an alliance of one of the given levels.
  public func covered(byLevels chosen: Set<String>) -> [Double] {
    let isChosen = levels.map(chosen.contains)
    return (0..<pattern.rows).map { territory in
      pattern.columns(ofRow: territory).contains { isChosen[Int($0)] } ? 1 : 0
    }
  }
}

/// Where the organisations of a network stand in a frame.
struct FramePlaces: Sendable {
  /// Number of territories.
  let count: Int
  /// For each organisation the position of its territory, -1 outside the frame.
  let territory: [Int32]
  /// For each organisation whether its level is local or regional.
  let isLocal: [Bool]

  init(_ network: AllianceNetwork, _ frame: Frame) {
    count = frame.territories.count
    let position = Dictionary(
      uniqueKeysWithValues: frame.territories.enumerated().map { ($1, Int32($0)) })
    territory = network.organisations.map { position[$0.territory] ?? -1 }
    isLocal = network.organisations.map { AllianceLevel.isLocal($0.level) }
  }
}
