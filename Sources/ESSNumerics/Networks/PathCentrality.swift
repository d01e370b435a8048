/// Centralities that count shortest paths, of every node, in one visit from each source.
///
/// Exact: Brandes (2001), O(nodes x ties), weighted O(nodes x ties x log nodes). Sources are cut into blocks that depend on the
/// graph alone and added up in order, so that the number of threads does not change a digit.
public struct PathCentrality: Sendable, Equatable {
  /// Sum over pairs of other nodes of the share of their shortest paths that run through the node; pairs of an undirected graph once.
  public let betweenness: [Double]
  /// Sum of the distances to the nodes that can be reached; empty for a sample of sources.
  public let farness: [Double]
  /// Number of nodes that can be reached, the node itself included; empty for a sample of sources.
  public let reached: [Int]
  /// Sum of the reciprocal distances; empty for a sample of sources.
  public let harmonic: [Double]
  /// Number of sources visited.
  public let sourceCount: Int
  /// With a probability of 0.95 no betweenness, as a share of the pairs of other nodes, is further off than this; 0 if exact.
  public let error: Double

  /// The centralities of a graph, of all nodes as sources.
  ///
  /// - Parameters:
  ///   - graph: The graph; ties are followed in their direction.
  ///   - lengths: How long each stored tie is, above 0; `nil` for one step each.
  public init(_ graph: Graph, lengths: [Double]? = nil) {
    self.init(graph, lengths: lengths, sources: nil, error: 0)
  }

  /// Betweenness estimated from a random sample of sources, without replacement.
  ///
  /// By Hoeffding's inequality and the sum over nodes, ln(2n / 0.05) / (2 error^2) sources hold the error for all nodes at
  /// once with a probability of 0.95; where that is no fewer than the nodes, all are taken and the result is exact.
  public init(approximating graph: Graph, lengths: [Double]? = nil, error: Double, seed: UInt64) {
    precondition(error > 0, "an error of zero takes all sources")
    let n = Double(graph.nodeCount)
    let scaled = error * (n - 1) / max(n, 1)
    let needed = SpecialFunctions.log(2 * max(n, 1) / 0.05) / (2 * scaled * scaled)
    guard n > 2, needed < n else {
      self.init(graph, lengths: lengths)
      return
    }
    var generator = KeyedRandom(seed: seed, stream: 0).generator()
    let order = (0..<graph.nodeCount).shuffled(using: &generator)
    self.init(
      graph, lengths: lengths, sources: order.prefix(Int(needed.rounded(.up))).sorted(),
      error: error)
  }

  private init(_ graph: Graph, lengths: [Double]?, sources: [Int]?, error: Double) {
    let n = graph.nodeCount
    let all = sources ?? Array(0..<n)
    let kernel = PathKernel(graph, TieLengths(lengths))
    let blocks = Parallel.blocks(of: max(1, (all.count + 63) / 64), in: all.count)
    let parts = Parallel.map(blocks.count) { kernel.visit(Array(all[blocks[$0]])) }
    // Each pair of an undirected graph was met from both ends.
    let factor =
      (graph.isDirected ? 1 : 0.5) * (all.isEmpty ? 1 : Double(n) / Double(all.count))
    var sums = [Double](repeating: 0, count: n)
    for part in parts {
      for node in 0..<n { sums[node] += part.dependencies[node] }
    }
    betweenness = sums.map { $0 * factor }
    farness = sources == nil ? parts.flatMap(\.farness) : []
    reached = sources == nil ? parts.flatMap(\.reached) : []
    harmonic = sources == nil ? parts.flatMap(\.harmonic) : []
    sourceCount = all.count
    self.error = error
    nodeCount = n
    isDirected = graph.isDirected
  }

  private let nodeCount: Int
  private let isDirected: Bool

  /// Betweenness as a share of the pairs of other nodes; `nil` for fewer than three nodes.
  public var normalisedBetweenness: [Double]? {
    guard nodeCount > 2 else { return nil }
    let pairs = Double(nodeCount - 1) * Double(nodeCount - 2) / (isDirected ? 1 : 2)
    return betweenness.map { $0 / pairs }
  }

  /// Closeness by Wasserman and Faust (1994): (r / f) (r / (n-1)), r the nodes reached and f the sum of their distances; 0 for
  /// a node that reaches none, and the usual (n-1) / f where all are reached.
  public var closeness: [Double] {
    zip(farness, reached).map { far, reached in
      let others = Double(reached - 1)
      return far > 0 ? others / far * (others / Double(nodeCount - 1)) : 0
    }
  }
}
