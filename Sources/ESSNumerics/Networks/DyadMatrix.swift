/// A value for every pair of nodes.
public struct DyadMatrix: Sendable, Equatable {
  /// Number of nodes.
  public let nodes: Int
  /// Value of (i, j) at i nodes + j; the diagonal is not looked at.
  public let values: [Double]
  /// Whether a pair has one value both ways.
  public let isSymmetric: Bool

  /// The value of every pair by a rule.
  public init(nodes: Int, isSymmetric: Bool, value: (_ i: Int, _ j: Int) -> Double) {
    var values = [Double](repeating: 0, count: nodes * nodes)
    for i in 0..<nodes {
      for j in 0..<nodes where i != j { values[i * nodes + j] = value(i, j) }
    }
    self.nodes = nodes
    self.values = values
    self.isSymmetric = isSymmetric
  }

  /// The weights of a graph's ties, 0 for pairs without one.
  public init(_ graph: Graph) {
    var values = [Double](repeating: 0, count: graph.nodeCount * graph.nodeCount)
    for node in 0..<graph.nodeCount {
      for tie in graph.ties(of: node) {
        values[node * graph.nodeCount + Int(graph.neighbours[tie])] = graph.weight(at: tie)
      }
    }
    nodes = graph.nodeCount
    self.values = values
    isSymmetric = !graph.isDirected
  }

  /// The pairs that count: each once if all matrices are symmetric, otherwise both ways.
  static func pairs(_ nodes: Int, isSymmetric: Bool) -> [(i: Int32, j: Int32)] {
    var pairs: [(i: Int32, j: Int32)] = []
    for i in 0..<nodes {
      for j in (isSymmetric ? i + 1 : 0)..<max(nodes, isSymmetric ? i + 1 : 0) where i != j {
        pairs.append((Int32(i), Int32(j)))
      }
    }
    return pairs
  }

  /// The values of pairs, nodes renamed by a permutation.
  func vector(_ pairs: [(i: Int32, j: Int32)], _ order: [Int]? = nil) -> [Double] {
    guard let order else { return pairs.map { values[Int($0.i) * nodes + Int($0.j)] } }
    return pairs.map { values[order[Int($0.i)] * nodes + order[Int($0.j)]] }
  }
}
