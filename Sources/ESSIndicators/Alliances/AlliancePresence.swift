public import ESSData
public import ESSNumerics

/// In which alliances each territory of a frame is present.
///
/// X = G'B, the product of the (organisations x territories) and (organisations x alliances) incidences, accumulated relation by
/// relation so that neither is ever stored dense. Cost: O(relations + territories x alliances^2 for federated reach).
public struct AlliancePresence: Sendable {
  /// How far membership reaches.
  public enum Reach: String, Sendable, CaseIterable {
    /// Through an organisation's own alliances.
    case direct
    /// Also through the alliances that these belong to, at any remove.
    case federated
  }

  /// Relations through which an alliance belongs to another one.
  public static let nestingRelations: Set<String> = [
    "member", "founding_member", "associate_member", "board_organisation", "chair",
    "structural_body", "observer",
  ]

  /// 1 where a territory is present in an alliance; territories x alliances.
  public let presence: Matrix
  /// Whether a local or regional organisation of the territory is in any alliance that counts.
  public let hasLocalOrganisation: [Bool]
  /// Level of each alliance, in table order.
  let levels: [String]

  /// The presence of the frame's territories.
  public init(
    _ network: AllianceNetwork, _ selection: AllianceSelection, frame: Frame, reach: Reach
  ) {
    let position = Dictionary(
      uniqueKeysWithValues: frame.territories.enumerated().map { ($1, $0) })
    let relations = selection.memberships(of: network)
    var counts = Matrix(rows: frame.territories.count, columns: network.alliances.count)
    var hasLocal = [Bool](repeating: false, count: frame.territories.count)
    for relation in relations {
      let organisation = network.organisations[relation.organisation]
      guard let territory = position[organisation.territory] else { continue }
      counts[territory, relation.alliance] += 1
      if organisation.level == "local" || organisation.level == "regional" {
        hasLocal[territory] = true
      }
    }
    if reach == .federated {
      counts = counts * Self.closure(of: network, relations)
    }
    presence = counts.map { $0 > 0 ? 1 : 0 }
    hasLocalOrganisation = hasLocal
    levels = network.alliances.map(\.level)
  }

  /// The closure N* of nesting: 1 where an alliance belongs to another at any remove.
  ///
  /// Warshall's algorithm; cycles are allowed.
  public static func closure(
    of network: AllianceNetwork, _ relations: [AllianceNetwork.Membership]
  ) -> Matrix {
    let count = network.alliances.count
    let index = Dictionary(network.alliances.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var reaches = Matrix(rows: count, columns: count) { $0 == $1 ? 1 : 0 }
    for relation in relations where nestingRelations.contains(relation.relation) {
      guard let alias = network.organisations[relation.organisation].allianceAlias,
        let member = index[alias]
      else { continue }
      reaches[member, relation.alliance] = 1
    }
    for through in 0..<count {
      for from in 0..<count where reaches[from, through] == 1 {
        for to in 0..<count where reaches[through, to] == 1 { reaches[from, to] = 1 }
      }
    }
    return reaches
  }

  /// Number of alliances in which each territory is present.
  public var depth: [Double] {
    presence * [Double](repeating: 1, count: presence.columns)
  }

  /// 1 for each territory that is present in an alliance of one of the given levels.
  public func covered(byLevels chosen: Set<String>) -> [Double] {
    let marks = levels.map { chosen.contains($0) ? 1.0 : 0.0 }
    return (presence * marks).map { $0 > 0 ? 1 : 0 }
  }
}
