internal import ESSNumerics

/// How organisations hang together through alliances, and what falls apart when one of them, or an alliance, goes.
///
/// Two organisations are joined if they share an alliance; walked on the incidence itself, so that the ties among organisations are
/// never made. Fragmentation F = 1 - sum c (c - 1) / (n (n - 1)) over parts of c organisations is the share of pairs that no path
/// joins (Borgatti 2006). Cost: O(organisations + alliances + memberships).
struct MemberConnectivity {
  /// Number of organisations of each part, largest first; alliances without an organisation are no part.
  let sizes: [Int]
  /// F; `nil` for fewer than two organisations.
  let fragmentation: Double?

  private let graph: Graph
  private let components: Components
  private let organisations: Int

  init(_ incidence: IncidenceGraph) {
    graph = Graph(incidence)
    components = Components(graph)
    organisations = incidence.rows
    let membership = components.membership
    var members = [Int](repeating: 0, count: Int(membership.max() ?? -1) + 1)
    for organisation in 0..<incidence.rows { members[Int(membership[organisation])] += 1 }
    sizes = members.filter { $0 > 0 }.sorted(by: >)
    let n = Double(incidence.rows)
    let joined = members.reduce(0) { $0 + Double($1) * Double($1 - 1) }
    fragmentation = n > 1 ? 1 - joined / (n * (n - 1)) : nil
  }

  /// By how much F rises: of the others without each organisation, and of all without each alliance.
  ///
  /// As cheap as F itself: one depth-first walk finds the parts that hang on a node alone.
  var rises: (organisations: [Double?], alliances: [Double?]) {
    let removal = NodeRemoval(graph, counted: 0..<organisations, components: components)
    let after = removal.fragmentation.map { after in
      after.flatMap { after in fragmentation.map { after - $0 } }
    }
    return (Array(after.prefix(organisations)), Array(after.dropFirst(organisations)))
  }
}
