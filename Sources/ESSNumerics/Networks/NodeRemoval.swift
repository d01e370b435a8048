/// What the removal of each node alone does to the parts of a graph.
public struct NodeRemoval: Sendable, Equatable {
  /// Fragmentation of the other nodes once the node is gone; `nil` with fewer than two of them.
  public let fragmentation: [Double?]

  /// All removals in one depth-first search (Tarjan): O(nodes + ties).
  ///
  /// Directions are ignored.
  public init(_ graph: Graph) {
    let both = graph.undirected
    let n = both.nodeCount
    let components = Components(both)
    var whole = 0.0
    for size in components.sizes { whole += Double(size) * Double(size - 1) }
    let pieces = RemovalSearch(both).pieces
    let pairs = Double(n - 1) * Double(n - 2)
    fragmentation = (0..<n).map { node in
      guard n > 2 else { return nil }
      let size = Double(components.sizes[Int(components.membership[node])])
      let rest = size - 1 - pieces[node].reduce(0, +)
      let left =
        whole - size * (size - 1) + pieces[node].reduce(0) { $0 + $1 * ($1 - 1) }
        + rest * (rest - 1)
      return 1 - left / pairs
    }
  }
}

/// Sizes of the subtrees that a node alone ties to the rest of its component.
private struct RemovalSearch {
  private(set) var pieces: [[Double]]

  init(_ graph: Graph) {
    let n = graph.nodeCount
    pieces = [[Double]](repeating: [], count: n)
    var found = [Int32](repeating: -1, count: n)
    var low = found
    var sizes = [Double](repeating: 1, count: n)
    var parent = found
    var next = graph.starts
    var time: Int32 = 0
    for root in 0..<n where found[root] < 0 {
      var stack = [root]
      found[root] = time
      low[root] = time
      time += 1
      while let node = stack.last {
        if next[node] < graph.starts[node + 1] {
          let other = Int(graph.neighbours[Int(next[node])])
          next[node] += 1
          if found[other] < 0 {
            parent[other] = Int32(node)
            found[other] = time
            low[other] = time
            time += 1
            stack.append(other)
          } else if other != Int(parent[node]) {
            low[node] = min(low[node], found[other])
          }
          continue
        }
        stack.removeLast()
        guard let above = stack.last else { continue }
        low[above] = min(low[above], low[node])
        sizes[above] += sizes[node]
        // Nothing below the node reaches past the one above; for the root that holds of all but what remains of its tree.
        if low[node] >= found[above] { pieces[above].append(sizes[node]) }
      }
    }
  }
}
