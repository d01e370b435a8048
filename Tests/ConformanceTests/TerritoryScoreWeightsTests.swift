import ESSIndicators
import Foundation
import Testing

/// Weights found from data or given by experts, and aggregation by ranks, as a recipe uses them (sections 3.3 to 3.5 of the territories study).
@Suite struct TerritoryScoreWeightsTests {
  private typealias Reference = TerritoryReference

  private static func tai() throws -> IndicatorTable {
    let codes = [
      "patents", "royalties", "internet", "exports", "telephones", "electricity", "schooling",
      "university",
    ]
    let table = try TerritoryTable(
      Reference.table("tai_72.csv"), territory: "country", variables: codes)
    return try IndicatorTable(
      table.selecting(Array(0..<23)),
      IndicatorFramework(codes.map { IndicatorMetadata(code: $0) }))
  }

  private static func weights(_ text: String, normalise: String) throws -> [Double] {
    var recipe = Recipe()
    recipe.normalise = try Normalisation(parsing: normalise)
    recipe.weights = [try Weighting(parsing: text)]
    return Array(try recipe.build(tai()).weights.shared.prefix(8))
  }

  /// Sections 3.3 (Nicoletti's weights) and 3.4 (pymcdm).
  @Test(
    .enabled(if: Reference.isPresent, "needs shared/reference"),
    arguments: [
      (
        "critic", "min-max(from=0,to=1)",
        [
          0.119948828437, 0.142146900067, 0.122474557421, 0.159202816973, 0.089817129456,
          0.090839748608, 0.139376931928, 0.136193087111,
        ]
      ),
      (
        "entropy", "none",
        [
          0.400072321198, 0.317314603351, 0.189015101948, 0.040550822474, 0.000366651613,
          0.001072500879, 0.009260278728, 0.042347719809,
        ]
      ),
      (
        "factors(share=0.1)", "z",
        [
          0.1679838179, 0.1546463674, 0.1112783151, 0.0564827459, 0.0862107629, 0.1185844476,
          0.1387795241, 0.1660340192,
        ]
      ),
    ]) func fromData(text: String, normalise: String, expected: [Double]) throws
  {
    let weights = try Self.weights(text, normalise: normalise)
    for (weight, value) in zip(weights, expected) { #expect(abs(weight - value) < 1e-6, "\(text)") }
  }

  /// Benefit of the doubt: scores are weighted sums that are not brought to a sum of weights of 1, at most 1, and 1 for who is best in something.
  @Test(.enabled(if: Reference.isPresent, "needs shared/reference"))
  func benefitOfTheDoubt() throws {
    var recipe = Recipe()
    recipe.normalise = try Normalisation(parsing: "min-max(from=0,to=1)")
    recipe.weights = [.benefitOfTheDoubt(.none)]
    let board = try recipe.build(Self.tai())
    let own = try BenefitOfTheDoubt(
      board.normalised, indicators: board.framework.indicators.map(\.code))
    let root = board.framework.root
    let parts = try #require(board.contributions(to: root))
    for unit in board.units.indices {
      let score = board.scores[unit, root]
      #expect(abs(score - own.scores[unit]) < 1e-9 && score <= 1 + 1e-9)
      #expect(abs(parts.row(unit).reduce(0, +) - score) < 1e-12)
      if board.normalised.row(unit).contains(1) { #expect(abs(score - 1) < 1e-9) }
    }
    recipe.aggregate = [.geometric]
    #expect(throws: DataError.self) { try recipe.build(Self.tai()) }
  }

  // Table 35 of the Handbook: five countries, equal weights.
  private static func five(_ aggregate: Aggregation) throws -> Scoreboard {
    let rows: [[Double]] = [
      [187, 125.6, 200.2, 50.7, 3.080, 4.150, 10, 27.4],
      [289, 130, 179.1, 66.2, 2.997, 4.073, 12, 13.9],
      [271, 156.6, 125.8, 59.7, 3.096, 4.145, 11.4, 15.3],
      [994, 64.6, 49, 80.8, 3.003, 3.865, 9.5, 10],
      [779, 9.8, 4.8, 66.7, 2.972, 3.653, 10.8, 23.2],
    ]
    let framework = try IndicatorFramework((0..<8).map { IndicatorMetadata(code: "i\($0)") })
    var recipe = Recipe()
    recipe.aggregate = [aggregate]
    return try recipe.build(
      IndicatorTable(
        units: ["FIN", "USA", "SWE", "JPN", "KOR"], framework: framework,
        values: Matrix(rows: 5, columns: 8) { rows[$0][$1] }))
  }

  /// Table 36: Kemeny's maximum for three orders, which put Finland 2nd or 3rd twice, the USA 1st, 2nd, 3rd, Sweden 1st, 2nd, 1st.
  @Test func kemeny() throws {
    let board = try Self.five(.kemeny(.refuse))
    let root = board.framework.root
    let order = try #require(try board.kemeny(of: root))
    #expect(order.score == 6.375 && order.count == 3)
    #expect(order.places == [2...3, 1...3, 1...2, 4...4, 5...5])
    #expect(Array(board.scores.column(root)) == [2.5, 3, 3.5, 1, 0])
    #expect(board.contributions(to: root) == nil)
    let rows = board.observations([.scores, .contributions])
    #expect(rows[0].note == "places 2 to 3 in 3 best orders")
    #expect(rows.last?.note == "an aggregation by ranks has no split into contributions")
  }

  /// Copeland's scores read off the rows of Table 36.
  @Test func copeland() throws {
    let board = try Self.five(.copeland)
    let matrix: [[Double]] = [
      [0, 0.5, 0.375, 0.75, 0.625], [0.5, 0, 0.5, 0.625, 0.625], [0.625, 0.5, 0, 0.75, 0.625],
      [0.25, 0.375, 0.25, 0, 0.75], [0.375, 0.375, 0.375, 0.25, 0],
    ]
    let expected = matrix.indices.map { row in
      matrix.indices.reduce(0.0) { sum, other in
        let (own, against) = (matrix[row][other], matrix[other][row])
        return sum + (own > against ? 1 : own < against ? -1 : 0)
      }
    }
    #expect(Array(board.scores.column(board.framework.root)) == expected)
  }

  /// Two experts on two groups, and Saaty's comparisons.
  @Test func experts() throws {
    let framework = try IndicatorFramework([
      IndicatorMetadata(code: "a", parent: "p"), IndicatorMetadata(code: "b", parent: "p"),
      IndicatorMetadata(code: "c", parent: "q"), IndicatorMetadata(code: "p", parent: "w"),
      IndicatorMetadata(code: "q", parent: "w"), IndicatorMetadata(code: "w"),
    ])
    func table(_ text: String) throws -> CSVTable {
      try CSVTable(bytes: Array(text.utf8), file: "experts.csv")
    }
    let budgets = try ExpertWeights(
      budgets: table("expert,a,b,p,q\nx,60,40,10,90\ny,80,20,30,70\n"), framework)
    #expect(
      zip(budgets.framework.nodes.map(\.metadata.weight), [0.7, 0.3, 1, 0.2, 0.8, 1])
        .allSatisfy { abs($0 - $1) < 1e-12 })
    let comparisons = try ExpertWeights(
      comparisons: table("part,a,b\na,1,3\nb,0.3333333333333333,1\n"), framework)
    #expect(
      zip(comparisons.framework.nodes.map(\.metadata.weight), [0.75, 0.25, 1])
        .allSatisfy { abs($0 - $1) < 1e-9 })
    for text in [
      "expert,a\nx,100\n", "expert,a,b\nx,60,30\n", "expert,w\nx,100\n", "expert,z\nx,100\n",
    ] {
      #expect(throws: DataError.self, "\(text)") {
        try ExpertWeights(budgets: table(text), framework)
      }
    }
  }
}
