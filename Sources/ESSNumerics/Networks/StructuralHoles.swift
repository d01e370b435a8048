/// Burt's measures of how far a node's contacts are tied to each other (Burt 1992).
///
/// Ties of both directions are added. A node without ties has no measures.
public struct StructuralHoles: Sendable, Equatable {
  /// Constraint: the sum over contacts of (p_ij + sum_q p_iq p_qj)^2; `nil` for a node without ties.
  public let constraint: [Double?]
  /// Contacts less their redundancy: sum over contacts j of 1 - sum_q p_iq m_jq.
  public let effectiveSize: [Double?]
  /// Effective size per contact.
  public let efficiency: [Double?]
  /// How far constraint comes from one contact: Theil's index of the contacts' shares, from 0 to 1; 1 with one contact.
  public let hierarchy: [Double?]

  /// The measures of every node; O(sum over nodes of their contacts' contacts).
  public init(_ graph: Graph) {
    let both = graph.undirected
    let n = both.nodeCount
    let strengths = both.strengths
    let largest = (0..<n).map { node in
      both.ties(of: node).reduce(0) { max($0, both.weight(at: $1)) }
    }
    let blocks = Parallel.blocks(of: max(1, (n + 63) / 64), in: n)
    let parts = Parallel.map(blocks.count) { piece in
      var walker = HoleWalker(both, strengths, largest)
      return blocks[piece].map { walker.measures(of: $0) }
    }
    let all = parts.flatMap { $0 }
    constraint = all.map { $0?.constraint }
    effectiveSize = all.map { $0?.effectiveSize }
    efficiency = all.map { $0?.efficiency }
    hierarchy = all.map { $0?.hierarchy }
  }
}

private struct HoleWalker {
  let graph: Graph
  let strengths: [Double]
  let largest: [Double]
  /// The share of the current node's strength that each node has.
  var share: [Double]
  var indirect: [Double]

  init(_ graph: Graph, _ strengths: [Double], _ largest: [Double]) {
    self.graph = graph
    self.strengths = strengths
    self.largest = largest
    share = [Double](repeating: 0, count: graph.nodeCount)
    indirect = share
  }

  mutating func measures(
    of node: Int
  ) -> (constraint: Double, effectiveSize: Double, efficiency: Double, hierarchy: Double)? {
    let contacts = graph.slice(node)
    guard strengths[node] > 0 else { return nil }
    for tie in graph.ties(of: node) {
      share[Int(graph.neighbours[tie])] = graph.weight(at: tie) / strengths[node]
    }
    var redundancy = 0.0
    for contact in contacts.lazy.map({ Int($0) }) {
      for tie in graph.ties(of: contact) {
        let third = Int(graph.neighbours[tie])
        guard third != node, share[third] > 0 else { continue }
        let weight = graph.weight(at: tie)
        // Both as a way to the third and as a sign that the contact tells nothing new.
        indirect[third] += share[contact] * weight / strengths[contact]
        redundancy += share[third] * weight / largest[contact]
      }
    }
    var parts: [Double] = []
    for contact in contacts.lazy.map({ Int($0) }) {
      let sum = share[contact] + indirect[contact]
      parts.append(sum * sum)
    }
    for contact in contacts.lazy.map({ Int($0) }) {
      share[contact] = 0
      indirect[contact] = 0
    }
    let total = parts.reduce(0, +)
    let count = Double(contacts.count)
    let size = count - redundancy
    var hierarchy = 1.0
    if contacts.count > 1 {
      let mean = total / count
      hierarchy =
        parts.reduce(0) { $0 + $1 / mean * SpecialFunctions.log($1 / mean) }
        / (count * SpecialFunctions.log(count))
    }
    return (total, size, size / count, hierarchy)
  }
}
