extension Graph {
  /// The core number of each node: the largest k such that the node is in a part where all have k ties to each other.
  ///
  /// Batagelj and Zaversnik (2003), O(nodes + ties); directions and weights are ignored.
  public var coreNumbers: [Int] { degeneracy.cores }

  /// The core numbers, and the nodes in the order in which they are taken away: each of those that have fewest ties to the rest.
  var degeneracy: (cores: [Int], order: [Int]) {
    let graph = isDirected ? undirected : self
    var degrees = graph.degrees
    let largest = degrees.max() ?? 0
    var starts = [Int](repeating: 0, count: largest + 2)
    for degree in degrees { starts[degree + 1] += 1 }
    for k in 0...largest { starts[k + 1] += starts[k] }
    var place = [Int](repeating: 0, count: nodeCount)
    var order = place
    var next = starts
    for node in 0..<nodeCount {
      place[node] = next[degrees[node]]
      order[place[node]] = node
      next[degrees[node]] += 1
    }
    for position in 0..<nodeCount {
      let node = order[position]
      for other in graph.slice(node).lazy.map({ Int($0) }) where degrees[other] > degrees[node] {
        // The neighbour loses a tie: it swaps with the first of its degree, whose group begins one later.
        let first = starts[degrees[other]]
        let moved = order[first]
        order.swapAt(first, place[other])
        place[moved] = place[other]
        place[other] = first
        starts[degrees[other]] += 1
        degrees[other] -= 1
      }
    }
    return (degrees, order)
  }

  /// The graph with every tie taken both ways; weights of both directions are added, so that of two ties of weight 1 there and back comes
  /// one of weight 2.
  public var undirected: Graph {
    guard isDirected else { return self }
    let ties = tieList
    return Graph(
      nodes: nodeCount, sources: ties.sources, targets: ties.targets, weights: ties.weights)
  }

  /// Three times the triangles per pair of ties that meet, and the mean share of a node's neighbours that are tied.
  ///
  /// Each is `nil` where there is nothing to count. Directions and weights are ignored.
  public var clustering: (transitivity: Double?, meanLocal: Double?, triangles: Int) {
    let graph = isDirected ? undirected : self
    var mark = [Int32](repeating: -1, count: nodeCount)
    var closed = 0.0
    var open = 0.0
    var local = 0.0
    for node in 0..<nodeCount {
      let mine = graph.slice(node)
      for other in mine { mark[Int(other)] = Int32(node) }
      var ties = 0
      for other in mine {
        for third in graph.slice(Int(other)) where mark[Int(third)] == Int32(node) { ties += 1 }
      }
      let pairs = Double(mine.count) * Double(mine.count - 1)
      closed += Double(ties)
      open += pairs
      if pairs > 0 { local += Double(ties) / pairs }
    }
    return (
      open > 0 ? closed / open : nil, nodeCount > 0 ? local / Double(nodeCount) : nil,
      Int(closed) / 6
    )
  }
}
