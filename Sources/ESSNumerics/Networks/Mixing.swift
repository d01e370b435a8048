/// How ties run between groups of nodes.
public struct Mixing: Sendable, Equatable {
  /// Number of groups.
  public let groupCount: Int
  /// Weight of the ties from group to group; an undirected tie counts at both ends, so that the diagonal is twice the weight inside.
  public let matrix: Matrix
  /// Number of nodes of each group.
  public let sizes: [Int]
  /// Weight of the ties between groups.
  public let external: Double
  /// Weight of the ties inside groups.
  public let inner: Double

  /// The mixing of a graph whose nodes are in the given groups, numbered from 0.
  public init(_ graph: Graph, groups: [Int], count: Int) {
    var matrix = Matrix(rows: count, columns: count)
    for node in 0..<graph.nodeCount {
      for tie in graph.ties(of: node) {
        matrix[groups[node], groups[Int(graph.neighbours[tie])]] += graph.weight(at: tie)
      }
    }
    var sizes = [Int](repeating: 0, count: count)
    for group in groups { sizes[group] += 1 }
    let ways: Double = graph.isDirected ? 1 : 2
    var trace = 0.0
    var all = 0.0
    for i in 0..<count {
      trace += matrix[i, i]
      for j in 0..<count { all += matrix[i, j] }
    }
    groupCount = count
    self.matrix = matrix
    self.sizes = sizes
    inner = trace / ways
    external = (all - trace) / ways
  }

  /// (E - I) / (E + I), from -1 for ties inside groups only to 1 (Krackhardt and Stern 1988); `nil` without ties.
  public var externalInternal: Double? {
    external + inner > 0 ? (external - inner) / (external + inner) : nil
  }

  /// Share of the ties that run between groups; `nil` without ties.
  public var externalShare: Double? {
    external + inner > 0 ? external / (external + inner) : nil
  }

  /// The expectation of the E-I index where the groups, with their sizes, are given to the nodes at random.
  public var expectedExternalInternal: Double? {
    let n = Double(sizes.reduce(0, +))
    guard n > 1, external + inner > 0 else { return nil }
    let inside = sizes.reduce(0) { $0 + Double($1) * Double($1 - 1) } / (n * (n - 1))
    return 1 - 2 * inside
  }

  /// Newman's assortativity (2003): the share of ties inside groups less that of random ties, over its largest value; `nil`
  /// where all ties are of one group.
  public var assortativity: Double? {
    var all = 0.0
    var trace = 0.0
    var expected = 0.0
    var rows = [Double](repeating: 0, count: groupCount)
    var columns = rows
    for i in 0..<groupCount {
      trace += matrix[i, i]
      for j in 0..<groupCount {
        all += matrix[i, j]
        rows[i] += matrix[i, j]
        columns[j] += matrix[i, j]
      }
    }
    guard all > 0 else { return nil }
    for k in 0..<groupCount { expected += rows[k] / all * (columns[k] / all) }
    return expected < 1 ? (trace / all - expected) / (1 - expected) : nil
  }
}

extension Graph {
  /// The correlation over ties of the values at both ends, weighted; `nil` where the values at either end do not vary.
  ///
  /// With degrees as values, degree assortativity (Newman 2002).
  public func assortativity(of values: [Double]) -> Double? {
    var (w, sx, sy) = (0.0, 0.0, 0.0)
    for node in 0..<nodeCount {
      for tie in ties(of: node) {
        let weight = weight(at: tie)
        w += weight
        sx += weight * values[node]
        sy += weight * values[Int(neighbours[tie])]
      }
    }
    guard w > 0 else { return nil }
    let (mx, my) = (sx / w, sy / w)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for node in 0..<nodeCount {
      for tie in ties(of: node) {
        let weight = weight(at: tie)
        let (dx, dy) = (values[node] - mx, values[Int(neighbours[tie])] - my)
        xx += weight * dx * dx
        yy += weight * dy * dy
        xy += weight * dx * dy
      }
    }
    // Equal values leave only what rounding did.
    let scale = 1e-24 * w * (mx * mx + my * my)
    return xx > scale && yy > scale ? xy / (xx * yy).squareRoot() : nil
  }
}
