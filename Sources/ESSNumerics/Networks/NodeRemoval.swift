/// What the removal of each node alone does to the parts of a graph.
public struct NodeRemoval: Sendable, Equatable {
  /// Fragmentation of the other nodes that count once the node is gone; `nil` with fewer than two of them.
  public let fragmentation: [Double?]

  /// Number of nodes that count in each part of the graph as it is, in the order of the parts' first nodes.
  public let parts: [Int]

  /// All removals in one depth-first search (Hopcroft and Tarjan 1973): O(nodes + ties).
  ///
  /// Of a bipartite graph the nodes that count can be those of one side, `counted`; the others only join them. Directions are ignored.
  public init(_ graph: Graph, counted: Range<Int>? = nil) {
    let both = graph.undirected
    let counted = counted ?? 0..<both.nodeCount
    let search = RemovalSearch(both, counted)
    let whole = search.parts.reduce(0) { $0 + $1 * ($1 - 1) }
    fragmentation = (0..<both.nodeCount).map { node in
      let own: Double = counted.contains(node) ? 1 : 0
      let left = Double(counted.count) - own
      guard left >= 2 else { return nil }
      let size = search.parts[Int(search.part[node])]
      let rest = size - own - search.members[node]
      let joined = whole - size * (size - 1) + search.pairs[node] + rest * (rest - 1)
      return 1 - joined / (left * (left - 1))
    }
    parts = search.parts.map { Int($0) }
  }
}

/// The parts of a component that a node alone ties to the rest.
private struct RemovalSearch {
  /// Nodes that count in these parts together.
  var members: [Double]
  /// Sum of c (c - 1) over parts of c of them.
  var pairs: [Double]
  /// The part of the graph that each node is in.
  var part: [Int32]
  /// Nodes that count in each part of the graph.
  var parts: [Double] = []

  init(_ graph: Graph, _ counted: Range<Int>) {
    let count = graph.nodeCount
    members = [Double](repeating: 0, count: count)
    pairs = members
    part = [Int32](repeating: -1, count: count)
    var order = part
    var lowest = order
    var below = members
    var next = graph.starts
    var clock: Int32 = 0
    var path: [Int] = []
    for root in 0..<count where order[root] < 0 {
      path.append(root)
      while let node = path.last {
        if order[node] < 0 {
          order[node] = clock
          lowest[node] = clock
          below[node] = counted.contains(node) ? 1 : 0
          part[node] = Int32(parts.count)
          clock += 1
        }
        if next[node] < graph.starts[node + 1] {
          let neighbour = Int(graph.neighbours[Int(next[node])])
          next[node] += 1
          if order[neighbour] < 0 {
            path.append(neighbour)
          } else {
            lowest[node] = min(lowest[node], order[neighbour])
          }
          continue
        }
        path.removeLast()
        guard let parent = path.last else { continue }
        below[parent] += below[node]
        lowest[parent] = min(lowest[parent], lowest[node])
        // Nothing below the node reaches past the one above; for the root that holds of all but what remains of its tree.
        if lowest[node] >= order[parent] {
          members[parent] += below[node]
          pairs[parent] += below[node] * (below[node] - 1)
        }
      }
      parts.append(below[root])
    }
  }
}
