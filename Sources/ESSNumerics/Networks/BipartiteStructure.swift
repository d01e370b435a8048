/// Indices of a bipartite graph as a whole.
public struct BipartiteStructure: Sendable, Equatable {
  /// Ties per possible tie; `nil` where none is possible.
  public let density: Double?
  /// Four times the four-cycles per path of three ties (Robins and Alexander 2004); `nil` where there is no such path.
  public let robinsAlexander: Double?
  /// Mean over the rows of their mean Jaccard similarity with rows at distance two (Latapy, Magnien and Del Vecchio 2008).
  public let latapyRows: Double?
  /// The same over the columns.
  public let latapyColumns: Double?
  /// Pairs of rows that share a column.
  public let tiedPairs: Int
  /// Nestedness of rows, of columns and of both, from 0 to 100 (Almeida-Neto and others 2008); `nil` for fewer than two.
  public let nestedness: Nestedness

  /// The NODF index, from 0 to 100.
  public struct Nestedness: Sendable, Equatable {
    /// Of rows.
    public let rows: Double?
    /// Of columns.
    public let columns: Double?
    /// Of both, weighted by their numbers of pairs.
    public let total: Double?
  }

  /// The indices of a graph; visits every pair of rows and of columns that have a neighbour in common.
  public init(_ graph: IncidenceGraph) {
    let rows = PairStatistics(graph)
    let columns = PairStatistics(graph.transposed)
    let cells = Double(graph.rows) * Double(graph.columns)
    density = cells > 0 ? Double(graph.tieCount) / cells : nil
    tiedPairs = rows.pairCount
    let degrees = (graph.rowDegrees, graph.columnDegrees)
    var paths = 0.0
    for row in 0..<graph.rows {
      for column in graph.columns(ofRow: row) {
        paths += Double(degrees.0[row] - 1) * Double(degrees.1[Int(column)] - 1)
      }
    }
    robinsAlexander = paths > 0 ? 4 * Double(rows.fourCycles) / paths : nil
    func mean(_ values: [Double]) -> Double? {
      values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
    latapyRows = mean(rows.meanJaccard)
    latapyColumns = mean(columns.meanJaccard)
    func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
    func share(_ overlap: Double, _ pairs: Double) -> Double? {
      pairs > 0 ? 100 * overlap / pairs : nil
    }
    let (rowPairs, columnPairs) = (pairs(graph.rows), pairs(graph.columns))
    nestedness = Nestedness(
      rows: share(rows.nestedOverlap, rowPairs),
      columns: share(columns.nestedOverlap, columnPairs),
      total: share(rows.nestedOverlap + columns.nestedOverlap, rowPairs + columnPairs))
  }
}
