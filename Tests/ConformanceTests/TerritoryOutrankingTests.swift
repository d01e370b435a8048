import ESSIndicators
import Testing

/// Section 3.5 of the territories study: social choice in the OECD and JRC Handbook (2008), Tables 25 to 37 (published, exact).
@Suite struct TerritoryOutrankingTests {
  /// Values whose order in each column is that of a ballot, best first.
  private func values(_ ballots: [String]) -> Matrix {
    let units = ballots[0].sorted()
    return Matrix(rows: units.count, columns: ballots.count) { unit, ballot in
      Double(
        units.count
          - (Array(ballots[ballot]).firstIndex(of: units[unit]) ?? units.count))
    }
  }

  private func outranking(_ ballots: [String], _ counts: [Double]) throws -> OutrankingMatrix {
    try OutrankingMatrix(
      values(ballots), weights: counts, indicators: ballots.indices.map { "ballot \($0)" })
  }

  private func borda(_ ballots: [String], _ counts: [Double]) throws -> [Double] {
    try BordaCount.scores(values(ballots), weights: counts, indicators: ballots)
  }

  // Tables 25 to 27.
  @Test func fourCountries() throws {
    let ballots = ["abcd", "acbd", "bdca", "cbda"]
    let counts: [Double] = [3, 5, 7, 6]
    let frequencies = BordaCount.frequencies(values(ballots), weights: counts)
    let table: [[Double]] = [[8, 7, 6, 0], [0, 9, 5, 7], [0, 5, 10, 6], [13, 0, 0, 8]]
    #expect((0..<4).map { frequencies.row($0) } == table)
    #expect(try borda(ballots, counts) == [24, 44, 38, 20])
    let matrix = try outranking(ballots, counts)
    let support: [[Double]] = [[0, 8, 8, 8], [13, 0, 10, 21], [13, 11, 0, 14], [13, 0, 7, 0]]
    #expect((0..<4).map { matrix.support.row($0) } == support)
    #expect(matrix.condorcetWinner == 2)
    #expect(matrix.condorcetGroups == [[2], [1], [3], [0]])
    #expect(!matrix.hasCycleOrTie)
    #expect(matrix.copelandScores == [-3, 1, 3, -1])
    let kemeny = try KemenyOrder(matrix)
    #expect(kemeny.orders == [[2, 1, 3, 0]] && kemeny.count == 1 && kemeny.isExact)
  }

  // Tables 28 to 30: a cycle, which Kemeny's rule resolves as b, c, a with 104.
  @Test func cycle() throws {
    let ballots = ["abc", "bca", "bac", "cab", "cba"]
    let counts: [Double] = [23, 17, 2, 10, 8]
    #expect(try borda(ballots, counts) == [58, 69, 53])
    let matrix = try outranking(ballots, counts)
    #expect((0..<3).map { matrix.support.row($0) } == [[0, 33, 25], [27, 0, 42], [35, 18, 0]])
    #expect(matrix.condorcetWinner == nil && matrix.hasCycleOrTie)
    #expect(matrix.condorcetGroups == [[0, 1, 2]])
    let scores: [([Int], Double)] = [
      ([0, 1, 2], 100), ([1, 2, 0], 104), ([2, 0, 1], 86), ([1, 0, 2], 94), ([2, 1, 0], 80),
      ([0, 2, 1], 76),
    ]
    for (order, score) in scores { #expect(matrix.score(of: order) == score) }
    let kemeny = try KemenyOrder(matrix)
    #expect(kemeny.orders == [[1, 2, 0]] && kemeny.score == 104)
  }

  // Tables 31 to 33: Borda's winner changes from a to c when the last unit leaves.
  @Test func irrelevantAlternative() throws {
    #expect(try borda(["cbad", "badc", "adcb"], [3, 2, 2]) == [13, 12, 11, 6])
    #expect(try borda(["cba", "bac", "acb"], [3, 2, 2]) == [6, 7, 8])
  }

  // Table 34: three orders tie.
  @Test func paradox() throws {
    let matrix = try outranking(["abc", "cab", "bca"], [1, 1, 1])
    #expect(try borda(["abc", "cab", "bca"], [1, 1, 1]) == [3, 3, 3])
    #expect(matrix.copelandScores == [0, 0, 0])
    let kemeny = try KemenyOrder(matrix)
    #expect(kemeny.orders == [[0, 1, 2], [1, 2, 0], [2, 0, 1]] && kemeny.count == 3)
    #expect(kemeny.places == [1...3, 1...3, 1...3])
    #expect(try KemenyOrder(matrix, listing: 2).orders.count == 2)
  }

  // Tables 35 to 37.
  @Test func fiveCountries() throws {
    let rows: [[Double]] = [
      [187, 125.6, 200.2, 50.7, 3.080, 4.150, 10, 27.4],
      [289, 130, 179.1, 66.2, 2.997, 4.073, 12, 13.9],
      [271, 156.6, 125.8, 59.7, 3.096, 4.145, 11.4, 15.3],
      [994, 64.6, 49, 80.8, 3.003, 3.865, 9.5, 10],
      [779, 9.8, 4.8, 66.7, 2.972, 3.653, 10.8, 23.2],
    ]
    let matrix = try OutrankingMatrix(
      Matrix(rows: 5, columns: 8) { rows[$0][$1] },
      weights: Array(repeating: 1.0 / 8, count: 8), indicators: (1...8).map { "\($0)" })
    let support: [[Double]] = [
      [0, 0.5, 0.375, 0.75, 0.625], [0.5, 0, 0.5, 0.625, 0.625], [0.625, 0.5, 0, 0.75, 0.625],
      [0.25, 0.375, 0.25, 0, 0.75], [0.375, 0.375, 0.375, 0.25, 0],
    ]
    #expect((0..<5).map { matrix.support.row($0) } == support)
    let kemeny = try KemenyOrder(matrix)
    #expect(kemeny.score == 6.375 && kemeny.count == 3)
    #expect(kemeny.orders == [[1, 2, 0, 3, 4], [2, 0, 1, 3, 4], [2, 1, 0, 3, 4]])
    #expect(kemeny.places == [2...3, 1...3, 1...2, 4...4, 5...5])
    for order in [[0, 1, 2, 3, 4], [0, 2, 1, 3, 4], [1, 0, 2, 3, 4]] {
      #expect(matrix.score(of: order) == 6.125)
    }
  }

  /// The largest support over all orders of up to eight units, one by one.
  private func byEnumeration(_ matrix: OutrankingMatrix) -> (score: Double, count: Int) {
    var (best, count) = (-Double.infinity, 0)
    var order = Array(0..<matrix.count)
    func permute(_ position: Int) {
      if position == order.count {
        let score = matrix.score(of: order)
        if score > best + 1e-9 {
          (best, count) = (score, 1)
        } else if score > best - 1e-9 {
          count += 1
        }
        return
      }
      for next in position..<order.count {
        order.swapAt(position, next)
        permute(position + 1)
        order.swapAt(position, next)
      }
    }
    permute(0)
    return (best, count)
  }

  @Test(arguments: 1...6) func againstEveryOrder(_ seed: Int) throws {
    let random = KeyedRandom(seed: UInt64(seed))
    // Few levels, so that ties are many.
    let data = Matrix(rows: 6, columns: 5) { Double(random.below(3, at: 6 * $1 + $0)) }
    let matrix = try OutrankingMatrix(
      data, weights: [1, 2, 1, 1, 2], indicators: ["a", "b", "c", "d", "e"])
    let kemeny = try KemenyOrder(matrix, listing: 1000)
    let expected = byEnumeration(matrix)
    #expect(abs(kemeny.score - expected.score) < 1e-9)
    #expect(kemeny.count == Double(expected.count) && kemeny.orders.count == expected.count)
    for (unit, places) in kemeny.places.enumerated() {
      let found = kemeny.orders.compactMap { $0.firstIndex(of: unit) }
      #expect(found.min().map { $0 + 1 } == places.lowerBound)
      #expect(found.max().map { $0 + 1 } == places.upperBound)
    }
  }

  @Test func beyondTheLimit() throws {
    // Each unit beats the next in two of three rotations, round the circle of 24.
    let circle = Matrix(rows: 24, columns: 3) { unit, turn in Double((24 - unit + 8 * turn) % 24) }
    let matrix = try OutrankingMatrix(
      circle, weights: [1, 1, 1], indicators: ["a", "b", "c"])
    #expect(matrix.condorcetGroups.map(\.count) == [24])
    #expect(throws: DataError.self) { try KemenyOrder(matrix, subsets: 20) }
    let found = try KemenyOrder(matrix, beyond: .insertion, subsets: 20)
    #expect(!found.isExact && Set(found.orders[0]) == Set(0..<24))
    // No order is better than one of the three rankings themselves.
    #expect(found.score >= matrix.score(of: Array(0..<24)) - 1e-9)
    #expect(throws: DataError.self) {
      try OutrankingMatrix(circle, weights: [0, 0, 0], indicators: ["a", "b", "c"])
    }
  }
}
