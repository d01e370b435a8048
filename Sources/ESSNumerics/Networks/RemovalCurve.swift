/// The share of the largest component as nodes are removed one after the other.
public struct RemovalCurve: Sendable, Equatable {
  /// The nodes in the order of their removal.
  public let order: [Int]
  /// Size of the largest component after each removal, as a share of the nodes at the start.
  public let shares: [Double]

  /// The mean share over all removals: robustness R (Schneider and others 2011), at most 1/2.
  public var mean: Double? {
    shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
  }

  /// Removes the nodes in the given order.
  ///
  /// Nodes are added back from the last to the first and components joined, so that the whole curve costs about as much as one search.
  public init(_ graph: Graph, order: [Int]) {
    precondition(order.count == graph.nodeCount, "every node is removed once")
    let both = graph.undirected
    var parent = Array(0..<graph.nodeCount)
    var size = [Int](repeating: 1, count: graph.nodeCount)
    func root(_ node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    var isThere = [Bool](repeating: false, count: graph.nodeCount)
    var largest = 0
    var sizes: [Int] = []
    for node in order.reversed() {
      sizes.append(largest)
      isThere[node] = true
      for other in both.slice(node) where isThere[Int(other)] {
        let (a, b) = (root(node), root(Int(other)))
        if a == b { continue }
        let (small, large) = size[a] < size[b] ? (a, b) : (b, a)
        parent[small] = large
        size[large] += size[small]
      }
      largest = max(largest, size[root(node)])
    }
    self.order = order
    shares = sizes.reversed().map { Double($0) / Double(graph.nodeCount) }
  }

  /// Nodes by falling score, the smaller node first among equals.
  public static func order(byFalling scores: [Double]) -> [Int] {
    scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  }
}
