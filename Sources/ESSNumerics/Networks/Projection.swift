/// The rows of a bipartite graph tied by the columns that they share; only ties asked for are stored.
///
/// Every pair that shares a column is visited once, row by row, and forgotten unless it is kept. Cost: the sum over columns of
/// their rows squared, half of it where no number per row is given; memory: the ties kept.
public struct Projection: Sendable {
  /// Which ties are kept.
  public struct Options: Sendable, Equatable {
    /// What a tie weighs.
    public var weighting: TieWeighting
    /// The least weight of a tie kept.
    public var minimum: Double
    /// Each row keeps so many of its heaviest ties, those with the smaller other end first among equals; a tie is kept if either
    /// end keeps it.
    public var mostPerRow: Int?

    /// The options; by default every tie is kept.
    public init(weighting: TieWeighting = .count, minimum: Double = 0, mostPerRow: Int? = nil) {
      self.weighting = weighting
      self.minimum = minimum
      self.mostPerRow = mostPerRow
    }
  }

  /// The ties kept.
  public let graph: Graph
  /// Number of pairs that share a column.
  public let pairCount: Int
  /// Sum of the weights of all these pairs.
  public let totalWeight: Double

  private struct Block: Sendable {
    var counts: [Int32] = []
    var others: [Int32] = []
    var weights: [Double] = []
    var sharedCounts: [Int32] = []
    var pairs = 0
    var total = 0.0
    var sharedTotal = 0
  }

  /// The projection of a bipartite graph on its rows.
  public init(_ graph: IncidenceGraph, _ options: Options = Options()) {
    let columnWeights = options.weighting.columnWeights(graph)
    let isCounting = columnWeights == nil && (graph.weights == nil || options.weighting != .count)
    let stream = PairStream(
      graph: graph, columnWeights: columnWeights, visitsBothEnds: options.mostPerRow != nil)
    let shared = SharedWeights(options.weighting, graph)
    let turned = isCounting ? nil : graph.transposed.weights
    let blocks = stream.blocks
    let parts = Parallel.map(blocks.count) { piece -> Block in
      var part = Block()
      if isCounting {
        Self.count(stream, blocks[piece], shared, options, &part)
      } else {
        stream.sums(in: blocks[piece], turned) { row, others, sums in
          let pairs = others.map { (other: $0, weight: sums[Int($0)]) }
          part.pairs += pairs.count
          for pair in pairs { part.total += pair.weight }
          let kept = Self.kept(pairs, options)
          part.counts.append(Int32(kept.count))
          part.others += kept.map(\.other)
          part.weights += kept.map(\.weight)
        }
      }
      return part
    }
    let halves = options.mostPerRow == nil ? 1 : 2
    pairCount = parts.reduce(0) { $0 + $1.pairs } / halves
    totalWeight =
      parts.reduce(0) { $0 + $1.total + Double($1.sharedTotal) } / Double(halves)
    self.graph = Self.graph(
      parts, rows: graph.rows, isShared: isCounting && options.weighting == .count,
      isHalf: options.mostPerRow == nil)
  }

  private static func count(
    _ stream: PairStream, _ block: Range<Int>, _ shared: SharedWeights, _ options: Options,
    _ part: inout Block
  ) {
    // The common case, on the numbers themselves: no weight is computed for a pair that is not kept.
    let isPlain = options.weighting == .count && options.mostPerRow == nil
    let least = Int32(clamping: Int(max(options.minimum, 1).rounded(.up)))
    unsafe stream.counts(in: block) { row, others, sums in
      if isPlain {
        var kept: Int32 = 0
        var total = 0
        for k in 0..<others.count {
          let other = unsafe others[k]
          let count = unsafe sums[Int(other)]
          total &+= Int(count)
          guard count >= least else { continue }
          kept += 1
          part.others.append(other)
          part.sharedCounts.append(count)
        }
        part.pairs += others.count
        part.sharedTotal += total
        part.counts.append(kept)
        return
      }
      let pairs = unsafe others.compactMap { other -> (other: Int32, weight: Double)? in
        guard Int(other) != row else { return nil }
        return unsafe (other, shared.weight(row, Int(other), shared: Int(sums[Int(other)])))
      }
      part.pairs += pairs.count
      for pair in pairs { part.total += pair.weight }
      let kept = kept(pairs, options)
      part.counts.append(Int32(kept.count))
      part.others += kept.map(\.other)
      part.weights += kept.map(\.weight)
    }
  }

  private static func kept(
    _ pairs: [(other: Int32, weight: Double)], _ options: Options
  ) -> [(other: Int32, weight: Double)] {
    let heavy = pairs.filter { $0.weight >= options.minimum && $0.weight > 0 }
    guard let most = options.mostPerRow, heavy.count > most else { return heavy }
    return Array(heavy.sorted { ($1.weight, $0.other) < ($0.weight, $1.other) }.prefix(most))
  }

  private static func graph(
    _ parts: [Block], rows: Int, isShared: Bool, isHalf: Bool
  ) -> Graph {
    let counts = parts.flatMap(\.counts)
    guard isHalf else { return graph(ofEitherEnd: parts, counts, rows: rows) }
    // Where the ties of a row to earlier ones begin, and after them those to later ones.
    var earlier = [Int32](repeating: 0, count: rows)
    for part in parts {
      for other in part.others { earlier[Int(other)] += 1 }
    }
    var starts = [Int32](repeating: 0, count: rows + 1)
    for row in 0..<rows { starts[row + 1] = starts[row] + earlier[row] + counts[row] }
    let size = Int(starts[rows])
    var neighbours = [Int32](repeating: 0, count: size)
    var weights = [Double](repeating: 0, count: size)
    var next = starts
    var row = 0
    for part in parts {
      var k = 0
      for count in part.counts {
        for _ in 0..<count {
          let other = Int(part.others[k])
          let place = Int(next[other])
          neighbours[place] = Int32(row)
          weights[place] = isShared ? Double(part.sharedCounts[k]) : part.weights[k]
          next[other] += 1
          k += 1
        }
        row += 1
      }
    }
    // Later ends in order: walked from the earlier ends just filled in.
    for other in 0..<rows {
      let first = Int(starts[other])
      for place in first..<(first + Int(earlier[other])) {
        let row = Int(neighbours[place])
        neighbours[Int(next[row])] = Int32(other)
        weights[Int(next[row])] = weights[place]
        next[row] += 1
      }
    }
    let isPlain = weights.allSatisfy { $0 == 1 }
    return Graph(
      starts: starts, neighbours: neighbours, weights: isPlain ? nil : weights, isDirected: false)
  }

  private static func graph(
    ofEitherEnd parts: [Block], _ counts: [Int32], rows: Int
  ) -> Graph {
    let others = parts.flatMap(\.others)
    let weights = parts.flatMap(\.weights)
    var sources: [Int32] = []
    for (row, count) in counts.enumerated() {
      sources += repeatElement(Int32(row), count: Int(count))
    }
    let incidence = IncidenceGraph(
      rows: rows, columns: rows, rowIndices: sources + others, columnIndices: others + sources,
      weights: weights + weights, merging: .max)
    return Graph(
      starts: incidence.rowStarts, neighbours: incidence.rowColumns, weights: incidence.weights,
      isDirected: false)
  }
}
