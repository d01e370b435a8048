/// Centralities that are the fixed point of a walk along the ties.
public enum SpectralCentrality {
  /// The leading eigenvector of the adjacency matrix, with length 1, and its eigenvalue.
  ///
  /// Of a graph in several parts that of the largest one, the rest being 0: beside it the vector would not be unique. For a directed
  /// graph a node counts by those that point to it. `nil` without ties, or if 100,000 steps do not bring the residual
  /// below 10^-12 of the eigenvalue. Cost: O(ties) a step.
  public static func eigenvector(_ graph: Graph) -> (values: [Double], eigenvalue: Double)? {
    guard graph.tieCount > 0 else { return nil }
    let membership = Components(graph).membership
    let start = membership.map { $0 == 0 ? 1.0 : 0 }
    return leading(graph.reversed, start: start)
  }

  /// The largest eigenvalue of the adjacency matrix over all parts of a graph.
  public static func spectralRadius(_ graph: Graph) -> Double? {
    let components = Components(graph)
    var largest = 0.0
    for (position, size) in components.sizes.enumerated() where size > 1 {
      let start = components.membership.map { Int($0) == position ? 1.0 : 0 }
      guard let found = leading(graph.reversed, start: start) else { return nil }
      largest = max(largest, found.eigenvalue)
    }
    return largest
  }

  /// Power iteration on A + s I: the shift keeps the vector of a bipartite part from swinging between its sides.
  private static func leading(
    _ graph: Graph, start: [Double]
  ) -> (values: [Double], eigenvalue: Double)? {
    var vector = normalised(start)
    var shift = graph.strengths.reduce(0, +) / Double(max(graph.nodeCount, 1))
    for step in 0..<100_000 {
      let image = product(graph, vector)
      let eigenvalue = dot(vector, image)
      var residual = 0.0
      for (x, y) in zip(vector, image) { residual += (y - eigenvalue * x) * (y - eigenvalue * x) }
      if residual.squareRoot() <= 1e-13 * max(eigenvalue, 1e-300) { return (vector, eigenvalue) }
      if step == 20 { shift = eigenvalue / 4 }
      var next = image
      for k in next.indices { next[k] += shift * vector[k] }
      guard dot(next, next) > 0 else { return nil }
      vector = normalised(next)
      // Rounding holds the residual of a large graph above the strict limit.
      if step > 2_000, residual.squareRoot() <= 1e-12 * eigenvalue { return (vector, eigenvalue) }
    }
    return nil
  }

  /// PageRank: the share of time at each node of a walk that follows ties by weight and begins anew anywhere with
  /// probability 1 - damping; from a node without ties it always does.
  ///
  /// Iterated until the sum of changes is below 10^-14; with damping d that takes about 32 / -ln d steps of O(ties).
  public static func pageRank(_ graph: Graph, damping: Double = 0.85) -> [Double] {
    precondition(damping >= 0 && damping < 1, "the walk must begin anew now and then")
    let n = graph.nodeCount
    guard n > 0 else { return [] }
    let strengths = graph.strengths
    let incoming = graph.reversed
    var ranks = [Double](repeating: 1 / Double(n), count: n)
    for _ in 0..<100_000 {
      var idle = 0.0
      var flow = ranks
      for node in 0..<n {
        if strengths[node] > 0 {
          flow[node] = ranks[node] / strengths[node]
        } else {
          idle += ranks[node]
          flow[node] = 0
        }
      }
      let base = (1 - damping + damping * idle) / Double(n)
      let next = product(incoming, flow).map { base + damping * $0 }
      let change = zip(next, ranks).reduce(0) { $0 + abs($1.0 - $1.1) }
      ranks = next
      if change <= 1e-14 { break }
    }
    return ranks
  }

  /// Hubs and authorities, each of length 1 (Kleinberg 1999); `nil` without ties or convergence.
  public static func hits(_ graph: Graph) -> (hubs: [Double], authorities: [Double])? {
    guard graph.tieCount > 0 else { return nil }
    let incoming = graph.reversed
    var authorities = normalised([Double](repeating: 1, count: graph.nodeCount))
    var hubs = authorities
    for _ in 0..<100_000 {
      let nextHubs = product(graph, authorities)
      guard dot(nextHubs, nextHubs) > 0 else { return nil }
      hubs = normalised(nextHubs)
      let next = normalised(product(incoming, hubs))
      let change = zip(next, authorities).reduce(0) { $0 + abs($1.0 - $1.1) }
      authorities = next
      if change <= 1e-13 * Double(graph.nodeCount).squareRoot() { return (hubs, authorities) }
    }
    return nil
  }

  /// Katz centrality: 1 for each node, and `alpha` times that of its neighbours; scaled to length 1.
  ///
  /// `nil` unless 0 < alpha < 1 / spectral radius, where the sum of walks has a limit, or if 100,000 steps do not reach it.
  public static func katz(_ graph: Graph, alpha: Double) -> [Double]? {
    guard let radius = spectralRadius(graph), alpha > 0, alpha * radius < 1 else { return nil }
    let incoming = graph.reversed
    var values = [Double](repeating: 1, count: graph.nodeCount)
    for _ in 0..<100_000 {
      let next = product(incoming, values).map { 1 + alpha * $0 }
      let change = zip(next, values).reduce(0) { max($0, abs($1.0 - $1.1)) }
      values = next
      if change <= 1e-14 * (values.max() ?? 1) { return normalised(values) }
    }
    return nil
  }

  /// For each node the weighted sum of its neighbours' values.
  static func product(_ graph: Graph, _ vector: [Double]) -> [Double] {
    (0..<graph.nodeCount).map { node in
      var sum = 0.0
      for tie in graph.ties(of: node) {
        sum += graph.weight(at: tie) * vector[Int(graph.neighbours[tie])]
      }
      return sum
    }
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func normalised(_ vector: [Double]) -> [Double] {
    let length = dot(vector, vector).squareRoot()
    return length > 0 ? vector.map { $0 / length } : vector
  }
}
