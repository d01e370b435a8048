/// Draws of graphs with the degrees of a given one, each such graph as likely as any other: pairs of ties exchange their ends (Maslov and
/// Sneppen 2002).
///
/// An exchange that would tie a node to itself or two nodes twice is not made but counts, without which draws would not be alike in
/// likelihood. Of a directed graph both degrees of each node are kept. Weights are ignored.
public struct TieSwitching: Sendable {
  private let graph: Graph
  private let sources: [Int32]
  private let targets: [Int32]
  /// Exchanges tried for a draw.
  public let attempts: Int
  private let seed: UInt64

  /// Draws with the degrees of `graph`; each begins at the graph itself.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - attemptsPerTie: Exchanges tried for each tie.
  ///   - seed: Draws of the same seed and index are the same.
  public init(_ graph: Graph, attemptsPerTie: Int = 20, seed: UInt64) {
    self.graph = graph
    let list = graph.tieList
    (sources, targets) = (list.sources, list.targets)
    attempts = attemptsPerTie * sources.count
    self.seed = seed
  }

  /// The draw of an index.
  public func draw(_ index: Int) -> Graph {
    var ends = targets
    var starts = sources
    let count = sources.count
    guard count > 1 else { return graph.unweighted }
    var generator = KeyedRandom(seed: seed, stream: UInt64(index)).generator()
    var isTied = Set<Int64>(minimumCapacity: 2 * count)
    for tie in 0..<count { isTied.insert(key(starts[tie], ends[tie])) }
    for _ in 0..<attempts {
      let first = Int.random(in: 0..<count, using: &generator)
      var second = Int.random(in: 0..<(count - 1), using: &generator)
      if second >= first { second += 1 }
      // An undirected tie has no first end: which ends are exchanged is drawn.
      if !graph.isDirected, Bool.random(using: &generator) {
        (starts[second], ends[second]) = (ends[second], starts[second])
      }
      let (a, b, c, d) = (starts[first], ends[first], starts[second], ends[second])
      if a == d || c == b || isTied.contains(key(a, d)) || isTied.contains(key(c, b)) { continue }
      isTied.remove(key(a, b))
      isTied.remove(key(c, d))
      isTied.insert(key(a, d))
      isTied.insert(key(c, b))
      (ends[first], ends[second]) = (d, b)
    }
    return Graph(
      nodes: graph.nodeCount, sources: starts, targets: ends, isDirected: graph.isDirected)
  }

  private func key(_ from: Int32, _ to: Int32) -> Int64 {
    let (low, high) = graph.isDirected || from < to ? (from, to) : (to, from)
    return Int64(low) << 32 | Int64(high)
  }

  /// What `measure` gives for each of so many draws, in order; draws are spread over the cores.
  public func map<Value: Sendable>(
    draws: Int, _ measure: @Sendable (Graph) -> Value
  ) -> [Value] {
    Parallel.map(draws) { measure(draw($0)) }
  }
}
