import Testing

@testable import ESSIndicators

@Suite struct GreedyCoverageTests {
  private func random(_ seed: UInt64, rows: Int, columns: Int) -> Matrix {
    var numbers = Numbers(seed: seed)
    return Matrix(rows: rows, columns: columns) { _, _ in numbers.next() < 0.25 ? 1 : 0 }
  }

  /// Most rows that any choice of k columns covers, by trying them all.
  private func best(_ presence: Matrix, _ k: Int) -> Int {
    (0..<(1 << presence.columns)).filter { $0.nonzeroBitCount == k }.map { choice in
      (0..<presence.rows).count { row in
        (0..<presence.columns).contains { choice >> $0 & 1 == 1 && presence[row, $0] == 1 }
      }
    }.max() ?? 0
  }

  // The bound holds for every choice, and the greedy choice is within its guarantee.
  @Test func againstAllChoices() {
    for seed in 1...60 {
      let presence = random(UInt64(seed), rows: 14, columns: 9)
      let greedy = GreedyCoverage(IncidenceGraph(presence))
      for (index, step) in greedy.steps.enumerated() {
        let most = best(presence, index + 1)
        #expect(step.covered <= most)
        #expect(most <= step.bound)
        #expect(Double(step.covered) >= 0.632 * Double(most))
      }
      let reachable = (0..<14).count { row in (0..<9).contains { presence[row, $0] == 1 } }
      #expect(greedy.steps.last?.covered ?? 0 == reachable)
    }
  }

  @Test func nothingToCover() {
    #expect(GreedyCoverage(IncidenceGraph(Matrix(rows: 3, columns: 2))).steps.isEmpty)
    #expect(GreedyCoverage(IncidenceGraph(Matrix(rows: 0, columns: 2))).steps.isEmpty)
  }
}
