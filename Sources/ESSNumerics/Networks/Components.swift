/// The connected components of a graph, ties taken both ways, the largest first.
public struct Components: Sendable, Equatable {
  /// For each node the position of its component in `sizes`.
  public let membership: [Int32]
  /// Number of nodes of each component, largest first; of equal ones that with the smallest node first.
  public let sizes: [Int]

  /// The components of a graph; O(nodes + ties).
  public init(_ graph: Graph) {
    self.init(graph, reversed: graph.isDirected ? graph.reversed : nil)
  }

  private init(_ graph: Graph, reversed: Graph?) {
    var found = [Int32](repeating: -1, count: graph.nodeCount)
    var sizes: [Int] = []
    var open: [Int32] = []
    for start in 0..<graph.nodeCount where found[start] < 0 {
      let component = Int32(sizes.count)
      func take(_ next: Int32) {
        guard found[Int(next)] < 0 else { return }
        found[Int(next)] = component
        open.append(next)
      }
      take(Int32(start))
      var size = 0
      while let node = open.popLast() {
        size += 1
        for tie in graph.ties(of: Int(node)) { take(graph.neighbours[tie]) }
        guard let reversed else { continue }
        for tie in reversed.ties(of: Int(node)) { take(reversed.neighbours[tie]) }
      }
      sizes.append(size)
    }
    let order = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    var place = [Int32](repeating: 0, count: sizes.count)
    for (position, component) in order.enumerated() { place[component] = Int32(position) }
    membership = found.map { place[Int($0)] }
    self.sizes = order.map { sizes[$0] }
  }

  /// Fragmentation F = 1 - sum s(s-1) / (n(n-1)): the share of pairs that no path joins (Borgatti 2006).
  ///
  /// `nil` for fewer than two nodes.
  public var fragmentation: Double? {
    let n = Double(membership.count)
    guard n >= 2 else { return nil }
    return 1 - sizes.reduce(0) { $0 + Double($1) * Double($1 - 1) } / (n * (n - 1))
  }
}

extension Graph {
  /// The neighbours of a node.
  public func slice(_ node: Int) -> ArraySlice<Int32> { neighbours[ties(of: node)] }
}
