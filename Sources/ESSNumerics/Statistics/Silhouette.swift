/// How well points lie within their clusters (Rousseeuw 1987, Journal of Computational and Applied Mathematics 20, 53-65).
///
/// With a the mean distance to the others of the own cluster and b the least mean distance to another cluster, a point's value is
/// (b - a) / max(a, b), from -1 to 1; that of a point alone in its cluster is 0.
public struct Silhouette: Sendable, Equatable {
  /// The value of each point.
  public let values: [Double]

  /// The silhouette of clusters numbered from 0; `nil` for fewer than two clusters, or as many as points.
  ///
  /// - Parameters:
  ///   - distances: The distances of all pairs, row by row of an n x n square.
  ///   - labels: The cluster of each point.
  public init?(distances: [Double], labels: [Int]) {
    let n = labels.count
    precondition(distances.count == n * n, "one distance for each pair")
    let clusters = (labels.max() ?? -1) + 1
    let sizes = labels.reduce(into: [Int](repeating: 0, count: clusters)) { $0[$1] += 1 }
    guard clusters > 1, clusters < n else { return nil }
    values = Parallel.map(n) { i in
      guard sizes[labels[i]] > 1 else { return 0 }
      var sums = [Double](repeating: 0, count: clusters)
      for j in 0..<n { sums[labels[j]] += distances[i * n + j] }
      let within = sums[labels[i]] / Double(sizes[labels[i]] - 1)
      let apart = (0..<clusters).filter { $0 != labels[i] && sizes[$0] > 0 }
        .map { sums[$0] / Double(sizes[$0]) }.min()
      guard let apart, max(within, apart) > 0 else { return 0 }
      return (apart - within) / max(within, apart)
    }
  }

  /// The mean over all points.
  public var mean: Double { ExactSum(values).value / Double(values.count) }
}
