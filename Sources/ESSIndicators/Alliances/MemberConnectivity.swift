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

  /// By how much F rises: of the others without each organisation, and of all without each alliance.
  let rises: (organisations: [Double?], alliances: [Double?])

  init(_ incidence: IncidenceGraph) {
    let organisations = incidence.rows
    // One depth-first walk finds the parts, and those that hang on a node alone.
    let removal = NodeRemoval(Graph(incidence), counted: 0..<organisations)
    sizes = removal.parts.filter { $0 > 0 }.sorted(by: >)
    let n = Double(organisations)
    let joined = removal.parts.reduce(0) { $0 + Double($1) * Double($1 - 1) }
    let fragmentation = n > 1 ? 1 - joined / (n * (n - 1)) : nil
    self.fragmentation = fragmentation
    let after = removal.fragmentation.map { after in
      after.flatMap { after in fragmentation.map { after - $0 } }
    }
    rises = (Array(after.prefix(organisations)), Array(after.dropFirst(organisations)))
  }
}
