public import ESSData
public import ESSNumerics

/// Alliances that belong to alliances.
///
/// N_ab is 1 where the organisation that is alliance a holds in b a relation of `relations`. Cycles are normal: two alliances may
/// be members of each other.
public struct AllianceNesting: Sendable {
  /// Relations through which an alliance belongs to another one.
  public static let relations: Set<String> = [
    "member", "founding_member", "associate_member", "board_organisation", "chair",
    "structural_body", "observer",
  ]

  /// The ties N, alliances x alliances.
  public let ties: IncidenceGraph
  /// The closure N* of N: an alliance reaches itself and all that it belongs to, at any remove.
  public let closure: IncidenceGraph

  /// The nesting among the relations of a network that count.
  public init(_ network: AllianceNetwork, _ selection: AllianceSelection) {
    self.init(SelectedRelations(network, selection))
  }

  init(_ relations: SelectedRelations) {
    let network = relations.network
    let count = network.alliances.count
    let embodied = Self.embodied(network)
    var pairs: [(member: Int32, alliance: Int32)] = []
    for row in relations.rows {
      let member = embodied[relations.table.organisation(row)]
      guard member >= 0,
        Self.relations.contains(network.memberships[Int(row)].relation)
      else { continue }
      pairs.append((member, Int32(relations.table.alliance(row))))
    }
    self.init(count: count, pairs)
  }

  init(count: Int, _ pairs: [(member: Int32, alliance: Int32)]) {
    ties = IncidenceGraph(
      rows: count, columns: count, rowIndices: pairs.map(\.member),
      columnIndices: pairs.map(\.alliance))
    closure = Self.closure(of: ties)
  }

  /// For each organisation the alliance that it is, or -1.
  static func embodied(_ network: AllianceNetwork) -> [Int32] {
    guard network.organisations.contains(where: { $0.allianceAlias != nil }) else {
      return [Int32](repeating: -1, count: network.organisations.count)
    }
    let index = Dictionary(network.alliances.enumerated().map { ($1.id, Int32($0)) }) {
      first, _ in first
    }
    return network.organisations.map { $0.allianceAlias.flatMap { index[$0] } ?? -1 }
  }

  /// Whether no alliance belongs to another one, so that federated reach is direct reach.
  public var isTrivial: Bool { ties.tieCount == 0 }

  /// Breadth first from each alliance that belongs to another one.
  ///
  /// Cost: O(alliances x ties) at worst; alliances without ties cost nothing.
  private static func closure(of ties: IncidenceGraph) -> IncidenceGraph {
    var seenFrom = [Int32](repeating: -1, count: ties.rows)
    let rows = (0..<ties.rows).map { start -> [Int32] in
      var found = [Int32(start)]
      seenFrom[start] = Int32(start)
      var next = 0
      while next < found.count {
        for alliance in ties.columns(ofRow: Int(found[next]))
        where seenFrom[Int(alliance)] != Int32(start) {
          seenFrom[Int(alliance)] = Int32(start)
          found.append(alliance)
        }
        next += 1
      }
      return found.sorted()
    }
    return IncidenceGraph(columns: ties.rows, lists: rows)
  }
}
