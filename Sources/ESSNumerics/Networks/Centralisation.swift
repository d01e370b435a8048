/// How far one node stands out: the sum of the differences from the largest value, over the largest that sum can be
/// (Freeman 1979), which a star has.
public enum Centralisation {
  /// Of degrees, an undirected graph; `nil` for fewer than three nodes.
  public static func degree(_ graph: Graph) -> Double? {
    let n = Double(graph.nodeCount)
    guard n > 2, !graph.isDirected else { return nil }
    return spread(graph.degrees.map(Double.init)) / ((n - 1) * (n - 2))
  }

  /// Of betweenness as shares of the pairs of other nodes; `nil` for fewer than two nodes.
  public static func betweenness(_ normalised: [Double]) -> Double? {
    normalised.count > 1 ? spread(normalised) / Double(normalised.count - 1) : nil
  }

  private static func spread(_ values: [Double]) -> Double {
    let largest = values.max() ?? 0
    return values.reduce(0) { $0 + (largest - $1) }
  }
}
