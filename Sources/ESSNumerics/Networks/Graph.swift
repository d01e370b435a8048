/// A graph of one kind of node in compressed form: for each node its neighbours, sorted, and the weights of the ties.
///
/// An undirected tie is stored at both ends, a directed one at its source. There are no ties of a node to itself. Memory: 4
/// bytes a stored tie, 12 with weights.
public struct Graph: Sendable, Equatable {
  /// Number of nodes.
  public let nodeCount: Int
  /// Whether a tie runs one way only.
  public let isDirected: Bool
  /// Where the neighbours of each node begin; one more element for the end.
  public let starts: [Int32]
  /// The neighbours, sorted within each node.
  public let neighbours: [Int32]
  /// The weights in the order of `neighbours`; `nil` where all are 1.
  public let weights: [Double]?

  /// Number of ties, an undirected one counted once.
  public var tieCount: Int { isDirected ? neighbours.count : neighbours.count / 2 }

  /// The graph of the ties (`sources[k]`, `targets[k]`); weights of a tie given more than once are added, and those of a node
  /// to itself are left out.
  public init(
    nodes: Int, sources: [Int32], targets: [Int32], weights: [Double]? = nil,
    isDirected: Bool = false
  ) {
    var from: [Int32] = []
    var to: [Int32] = []
    var kept: [Double] = []
    let copies = isDirected ? 1 : 2
    from.reserveCapacity(sources.count * copies)
    to.reserveCapacity(sources.count * copies)
    for k in sources.indices where sources[k] != targets[k] {
      from.append(sources[k])
      to.append(targets[k])
      if let weights { kept.append(weights[k]) }
      guard !isDirected else { continue }
      from.append(targets[k])
      to.append(sources[k])
      if let weights { kept.append(weights[k]) }
    }
    let incidence = IncidenceGraph(
      rows: nodes, columns: nodes, rowIndices: from, columnIndices: to,
      weights: weights == nil ? nil : kept)
    nodeCount = nodes
    self.isDirected = isDirected
    starts = incidence.rowStarts
    neighbours = incidence.rowColumns
    self.weights = incidence.weights
  }

  init(starts: [Int32], neighbours: [Int32], weights: [Double]?, isDirected: Bool) {
    nodeCount = starts.count - 1
    self.isDirected = isDirected
    self.starts = starts
    self.neighbours = neighbours
    self.weights = weights
  }

  /// A bipartite graph as one of rows + columns nodes, the rows first.
  public init(_ incidence: IncidenceGraph) {
    let rows = incidence.rows
    let shifted = incidence.rowColumns.map { $0 + Int32(rows) }
    let end = Int32(incidence.tieCount)
    let weights = incidence.weights.flatMap { weights in
      incidence.transposed.weights.map { weights + $0 }
    }
    self.init(
      starts: incidence.rowStarts + incidence.columnStarts.dropFirst().map { $0 + end },
      neighbours: shifted + incidence.columnRows, weights: weights, isDirected: false)
  }

  /// The positions of a node's ties in `neighbours` and `weights`.
  public func ties(of node: Int) -> Range<Int> {
    Int(starts[node])..<Int(starts[node + 1])
  }

  /// The weight of the tie at a position.
  public func weight(at position: Int) -> Double { weights?[position] ?? 1 }

  /// The weight of the tie between two nodes, 0 where there is none; O(log degree).
  public func weight(from source: Int, to target: Int) -> Double {
    position(from: source, to: target).map(weight(at:)) ?? 0
  }

  /// The position of the tie between two nodes.
  public func position(from source: Int, to target: Int) -> Int? {
    var low = Int(starts[source])
    var high = Int(starts[source + 1])
    while low < high {
      let middle = (low + high) / 2
      if neighbours[middle] < Int32(target) { low = middle + 1 } else { high = middle }
    }
    return low < Int(starts[source + 1]) && neighbours[low] == Int32(target) ? low : nil
  }

  /// Number of ties of each node; of a directed graph those that leave it.
  public var degrees: [Int] { zip(starts, starts.dropFirst()).map { Int($1 - $0) } }

  /// Sum of the weights of each node's ties; of a directed graph those that leave it.
  public var strengths: [Double] {
    (0..<nodeCount).map { node in ties(of: node).reduce(0) { $0 + weight(at: $1) } }
  }

  /// Sum of all weights, an undirected tie counted once.
  public var totalWeight: Double {
    let sum = weights.map { $0.reduce(0, +) } ?? Double(neighbours.count)
    return isDirected ? sum : sum / 2
  }

  /// The same ties, each of weight 1.
  public var unweighted: Graph {
    Graph(starts: starts, neighbours: neighbours, weights: nil, isDirected: isDirected)
  }

  /// The same ties the other way round.
  public var reversed: Graph {
    guard isDirected else { return self }
    let list = tieList
    return Graph(
      nodes: nodeCount, sources: list.targets, targets: list.sources,
      weights: weights == nil ? nil : list.weights, isDirected: true)
  }

  /// The ties, an undirected one once with its smaller node first; in order of source, then target.
  public var tieList: (sources: [Int32], targets: [Int32], weights: [Double]) {
    var sources: [Int32] = []
    var targets: [Int32] = []
    var values: [Double] = []
    for node in 0..<nodeCount {
      for position in ties(of: node) where isDirected || neighbours[position] > Int32(node) {
        sources.append(Int32(node))
        targets.append(neighbours[position])
        values.append(weight(at: position))
      }
    }
    return (sources, targets, values)
  }

  /// The graph without the nodes that are marked; the others keep their order.
  public func removing(_ isRemoved: [Bool]) -> Graph {
    var place = [Int32](repeating: -1, count: nodeCount)
    var count: Int32 = 0
    for node in 0..<nodeCount where !isRemoved[node] {
      place[node] = count
      count += 1
    }
    var newStarts: [Int32] = [0]
    var kept: [Int32] = []
    var keptWeights: [Double]? = weights == nil ? nil : []
    for node in 0..<nodeCount where !isRemoved[node] {
      for position in ties(of: node) where place[Int(neighbours[position])] >= 0 {
        kept.append(place[Int(neighbours[position])])
        keptWeights?.append(weight(at: position))
      }
      newStarts.append(Int32(kept.count))
    }
    return Graph(
      starts: newStarts, neighbours: kept, weights: keptWeights, isDirected: isDirected)
  }
}
