/// Draws of bipartite graphs with the degrees of a given one, each such graph as likely as any other (Strona and others 2014).
///
/// Two rows trade the columns that only one of them has, at random, keeping their numbers; after many trades the graph is a
/// draw. Columns are chosen in order, so that lists stay sorted and nothing is allocated for a trade. Cost: the lengths of the two lists.
public struct Curveball: Sendable {
  private let graph: IncidenceGraph
  private let isTurned: Bool
  /// Trades for a draw.
  public let trades: Int
  private let seed: UInt64

  /// Draws with the degrees of `graph`; each begins at the graph itself.
  ///
  /// - Parameters:
  ///   - graph: The graph; its weights are ignored.
  ///   - tradesPerRow: Trades for each row of the side that has fewer nodes; 5 is the usual choice.
  ///   - seed: Draws of the same seed and index are the same.
  public init(_ graph: IncidenceGraph, tradesPerRow: Int = 5, seed: UInt64) {
    isTurned = graph.columns < graph.rows
    self.graph = (isTurned ? graph.transposed : graph).unweighted
    trades = tradesPerRow * self.graph.rows
    self.seed = seed
  }

  /// The draw of an index.
  public func draw(_ index: Int) -> IncidenceGraph {
    var columns = graph.rowColumns
    var generator = KeyedRandom(seed: seed, stream: UInt64(index)).generator()
    if graph.rows > 1, graph.tieCount > 0 {
      CurveballKernel(starts: graph.rowStarts).trade(&columns, times: trades, &generator)
    }
    let lists = (0..<graph.rows).map {
      Array(columns[Int(graph.rowStarts[$0])..<Int(graph.rowStarts[$0 + 1])])
    }
    let result = IncidenceGraph(columns: graph.columns, sortedLists: lists)
    return isTurned ? result.transposed : result
  }

  /// What `measure` gives for each of so many draws, in order; draws are spread over the cores.
  public func map<Value: Sendable>(
    draws: Int, _ measure: @Sendable (IncidenceGraph) -> Value
  ) -> [Value] {
    Parallel.map(draws) { measure(draw($0)) }
  }
}
