/// How far each column of a bipartite graph joins rows that nothing else joins.
public struct Bridging: Sendable, Equatable {
  /// For each column the number of pairs of its rows.
  public let pairs: [Int]
  /// For each column the number of those that share no other column.
  public let onlyHere: [Int]

  /// Visits every pair of rows that share a column.
  public init(_ graph: IncidenceGraph) {
    pairs = graph.columnDegrees.map { $0 * ($0 - 1) / 2 }
    let blocks = Parallel.blocks(of: max(256, graph.rows / 64), in: graph.rows)
    let parts = Parallel.map(blocks.count) { piece -> [Int] in
      var only = [Int](repeating: 0, count: graph.columns)
      var counts = [Int32](repeating: 0, count: graph.rows)
      var last = counts
      var touched: [Int32] = []
      for row in blocks[piece] {
        touched.removeAll(keepingCapacity: true)
        for column in graph.columns(ofRow: row) {
          for other in graph.rows(ofColumn: Int(column)) where Int(other) > row {
            if counts[Int(other)] == 0 { touched.append(other) }
            counts[Int(other)] += 1
            last[Int(other)] = column
          }
        }
        for other in touched {
          if counts[Int(other)] == 1 { only[Int(last[Int(other)])] += 1 }
          counts[Int(other)] = 0
        }
      }
      return only
    }
    var sum = [Int](repeating: 0, count: graph.columns)
    for part in parts {
      for (column, count) in part.enumerated() { sum[column] += count }
    }
    onlyHere = sum
  }

  /// Share of the pairs of a column that share no other; `nil` for a column of fewer than two rows.
  public func share(_ column: Int) -> Double? {
    pairs[column] > 0 ? Double(onlyHere[column]) / Double(pairs[column]) : nil
  }
}
