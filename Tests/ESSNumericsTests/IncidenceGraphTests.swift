import ESSNumerics
import Testing

@Suite struct IncidenceGraphTests {
  private let graph = IncidenceGraph(
    rows: 3, columns: 4, rowIndices: [2, 0, 0, 2, 0], columnIndices: [1, 3, 0, 3, 3],
    weights: [1, 2, 3, 4, 5])

  @Test func listsAreSortedAndMerged() {
    #expect(graph.rowStarts == [0, 2, 2, 4])
    #expect(graph.rowColumns == [0, 3, 1, 3])
    #expect(graph.weights == [3, 7, 1, 4])
    #expect(graph.columnStarts == [0, 1, 2, 2, 4])
    #expect(graph.columnRows == [0, 2, 0, 2])
    #expect(graph.rowDegrees == [2, 0, 2] && graph.columnDegrees == [1, 1, 0, 2])
    #expect(graph.contains(row: 0, column: 3) && !graph.contains(row: 1, column: 3))
  }

  @Test func transposingTwiceIsNothing() {
    #expect(graph.transposed.transposed == graph)
    #expect(graph.transposed.weights == [3, 1, 7, 4])
    #expect(graph.unweighted.weights == nil)
  }

  @Test(arguments: [(IncidenceGraph.Merging.max, 5.0), (.first, 2), (.sum, 7)])
  func merging(_ rule: IncidenceGraph.Merging, _ weight: Double) {
    let merged = IncidenceGraph(
      rows: 1, columns: 1, rowIndices: [0, 0], columnIndices: [0, 0], weights: [2, 5],
      merging: rule)
    #expect(merged.weights == [weight])
    #expect(merged.tieCount == 1)
  }
}
