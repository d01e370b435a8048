import Testing

@testable import ESSIndicators

@Suite struct ShapleyValueTests {
  /// Worth 1 as soon as a majority of weight is there.
  private struct Vote: CoalitionGame {
    let weights: [Int]
    var sum = 0
    var playerCount: Int { weights.count }
    var value: Double { sum * 2 > weights.reduce(0, +) ? 1 : 0 }
    mutating func add(_ player: Int) { sum += weights[player] }
  }

  /// Worth the sum of what its members bring.
  private struct Sum: CoalitionGame {
    let parts: [Double]
    var value = 0.0
    var playerCount: Int { parts.count }
    mutating func add(_ player: Int) { value += parts[player] }
  }

  // A textbook case (Shapley and Shubik 1954): votes 3, 2, 1, 1 with a majority of 4 give 1/2, 1/6, 1/6, 1/6.
  @Test func weightedMajority() {
    let shapley = ShapleyValue(of: Vote(weights: [3, 2, 1, 1]))
    for (value, expected) in zip(shapley.values, [0.5, 1.0 / 6, 1.0 / 6, 1.0 / 6]) {
      #expect(abs(value - expected) < 1e-15)
    }
    #expect(shapley.standardErrors == nil && shapley.orders == nil)
    #expect(ShapleyValue(of: Sum(parts: [])).values.isEmpty)
    #expect(ShapleyValue(of: Sum(parts: [3])).values == [3])
  }

  // Beyond 20 players: an additive game has no error; of equal voters each is worth 1/21 within sampling error, and all together 1.
  @Test func sampling() throws {
    let parts = (0..<21).map(Double.init)
    let sum = ShapleyValue(of: Sum(parts: parts), orders: 10, seed: 7)
    #expect(sum.values == parts)
    #expect(sum.standardErrors == [Double](repeating: 0, count: 21))
    let vote = ShapleyValue(of: Vote(weights: [Int](repeating: 1, count: 21)), orders: 400, seed: 7)
    let errors = try #require(vote.standardErrors)
    #expect(abs(vote.values.reduce(0, +) - 1) < 1e-12)
    for (value, error) in zip(vote.values, errors) {
      #expect(abs(value - 1.0 / 21) <= 4 * error)
      // The standard error of a share of 400 draws with probability 1/21 is 0.0106.
      #expect(abs(error - 0.0106) < 0.004)
    }
    let again = ShapleyValue(
      of: Vote(weights: [Int](repeating: 1, count: 21)), orders: 400, seed: 7)
    #expect(again == vote)
  }

  // The closed forms agree with every coalition looked at: coverage, all three marks, and federated depth of players without ties, which
  // is additive.
  @Test func closedForms() {
    var numbers = Numbers(seed: 5)
    for _ in 0..<20 {
      let ones = (0..<4).map { _ in (0..<7).map { _ in numbers.next() < 0.6 } }
      let bits = (0..<4).map { _ in (0..<7).map { _ in UInt8(numbers.next() * 8) } }
      let pattern = IncidenceGraph(Matrix(rows: 4, columns: 7) { ones[$0][$1] ? 1 : 0 })
      let shared = SharedCoverage(pattern: pattern, marks: { bits[$0][$1] })
      let covered = ShapleyValue(of: MarkGame(ones: ones, bits: bits, isComplete: false))
      let complete = ShapleyValue(of: MarkGame(ones: ones, bits: bits, isComplete: true))
      for (left, right) in zip(shared.coverage { _ in 1 }, covered.values) {
        #expect(abs(left - right) < 1e-12)
      }
      for (left, right) in zip(shared.completeness { _ in 1 }, complete.values) {
        #expect(abs(left - right) < 1e-12)
      }
    }
  }

  /// Territories with a player, or with all three marks.
  private struct MarkGame: CoalitionGame {
    let ones: [[Bool]]
    let bits: [[UInt8]]
    let isComplete: Bool
    var members: [Int] = []
    var playerCount: Int { 7 }
    var value: Double {
      Double(
        ones.indices.count { row in
          let here = members.filter { ones[row][$0] }
          return isComplete
            ? here.reduce(UInt8(0)) { $0 | bits[row][$1] } == 7 : !here.isEmpty
        })
    }
    mutating func add(_ player: Int) { members.append(player) }
  }

  // One territory in a, a in b by a second player, b in c by a third: by hand 1 + 1/2 + 1/3, 1/2 + 1/3 and 1/3 alliances reached.
  @Test func federatedDepth() {
    let game = FederatedDepthGame(
      [
        .init(presences: [(0, 0)]), .init(ties: [(0, 1)]), .init(ties: [(1, 2)]),
      ], territories: 1, alliances: 3)
    let values = ShapleyValue(of: game).values
    for (value, expected) in zip(values, [11.0 / 6, 5.0 / 6, 1.0 / 3]) {
      #expect(abs(value - expected) < 1e-15)
    }
  }
}
