/// What can be said of the pairs of rows that share columns without storing one of them.
public struct PairStatistics: Sendable, Equatable {
  /// Number of pairs that share exactly so many columns; the first element, for none, stays 0.
  public let pairsByShared: [Int]
  /// Sum over pairs of unequal degree of the share of the smaller one's columns that both have: what NODF averages.
  public let nestedOverlap: Double
  /// For each row the mean Jaccard similarity with the rows that it shares a column with; 0 where there is none.
  public let meanJaccard: [Double]

  /// Number of pairs that share a column.
  public var pairCount: Int { pairsByShared.reduce(0, +) }

  /// Number of four-cycles: two rows and two columns all tied.
  public var fourCycles: Int {
    pairsByShared.enumerated().reduce(0) { $0 + $1.element * ($1.offset * ($1.offset - 1) / 2) }
  }

  private struct Block: Sendable {
    var histogram: [Int]
    var nested: [Double] = []
    var jaccard: [Double] = []
  }

  /// Visits every pair twice, once from each end.
  public init(_ graph: IncidenceGraph) {
    let degrees = graph.rowDegrees
    let largest = degrees.max() ?? 0
    let stream = PairStream(graph: graph, columnWeights: nil, visitsBothEnds: true)
    let blocks = stream.blocks
    let parts = Parallel.map(blocks.count) { piece -> Block in
      var part = Block(histogram: [Int](repeating: 0, count: largest + 1))
      unsafe stream.counts(in: blocks[piece]) { row, others, sums in
        var similarity = 0.0
        var overlap = 0.0
        var count = 0
        for k in 0..<others.count {
          let other = unsafe others[k]
          if Int(other) == row { continue }
          let shared = unsafe Int(sums[Int(other)])
          let theirs = degrees[Int(other)]
          similarity += Double(shared) / Double(degrees[row] + theirs - shared)
          count += 1
          guard Int(other) > row else { continue }
          part.histogram[shared] += 1
          if theirs != degrees[row] {
            overlap += Double(shared) / Double(min(theirs, degrees[row]))
          }
        }
        part.nested.append(overlap)
        part.jaccard.append(count == 0 ? 0 : similarity / Double(count))
      }
      return part
    }
    var histogram = [Int](repeating: 0, count: largest + 1)
    for part in parts {
      for (shared, count) in part.histogram.enumerated() { histogram[shared] += count }
    }
    pairsByShared = histogram
    nestedOverlap = parts.reduce(0) { $1.nested.reduce($0, +) }
    meanJaccard = parts.flatMap(\.jaccard)
  }
}
