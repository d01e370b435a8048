import ESSIndicators
import Testing

/// Odd input of scores, orders, stress tests, comparisons and clusters; expected numbers follow from the definitions, as each comment says.
@Suite struct TerritoryEdgeTests {
  private func table(
    _ columns: [[Double]], weights: [Double]? = nil, groups: [String: [String]] = [:]
  ) throws(DataError) -> IndicatorTable {
    let count = columns[0].count
    return try IndicatorTable(
      units: (0..<count).map { "u\($0)" },
      framework: IndicatorFramework(
        columns.indices.map { IndicatorMetadata(code: "x\($0)", weight: weights?[$0] ?? 1) }),
      values: Matrix(rows: count, columns: columns.count, elements: columns.flatMap(\.self)),
      groups: groups)
  }

  /// Why something is refused; empty if it is not.
  private func reason(_ body: () throws(DataError) -> Void) -> String {
    do throws(DataError) {
      try body()
      return ""
    } catch {
      switch error {
      case .notIdentified(let reason): return reason
      case .invalid(let problems, _): return problems.map(\.description).joined(separator: "; ")
      default: return "\(error)"
      }
    }
  }

  private func recipe(_ aggregation: Aggregation) -> Recipe {
    var recipe = Recipe()
    recipe.normalise = .none
    recipe.aggregate = [aggregation]
    return recipe
  }

  private func scores(_ columns: [[Double]], _ recipe: Recipe, weights: [Double]? = nil) throws
    -> [Double]
  {
    let board = try recipe.build(table(columns, weights: weights))
    return Array(board.scores.column(board.framework.root))
  }

  // Of a and b with equal weights the mean of exponent p is b ((1 + (a/b)^p) / 2)^(1/p); (1/2)^100 is nothing beside 1. The powers
  // themselves, 10^400 and 10^-400, are beyond the range of doubles.
  @Test(arguments: [(100.0, 20_000 * 0.99309249543703593), (-100.0, 10_000 / 0.99309249543703593)])
  func powersBeyondTheRange(exponent: Double, expected: Double) throws {
    let found = try scores([[20_000, 3], [10_000, 3]], recipe(.power(exponent)))
    #expect(abs(found[0] / expected - 1) < 1e-14 && abs(found[1] - 3) < 1e-14)
    // A zero is the whole mean below 0, and zeros alone are their mean above.
    #expect(
      try scores([[0, 0], [5, 0]], recipe(.power(exponent)))[0]
        == (exponent < 0 ? 0 : 5 * 0.99309249543703593))
    #expect(try scores([[0, 0], [5, 0]], recipe(.power(exponent)))[1] == 0)
  }

  // A part of weight 0 is no part: 1 + 3 without the 7, and a missing value there is none.
  @Test func sumsLeaveOutPartsWithoutWeight() throws {
    let found = try scores([[1, 2], [7, .nan], [3, 4]], recipe(.sum), weights: [1, 0, 2])
    #expect(found == [4, 6])
    let board = try recipe(.sum).build(table([[1, 2], [7, 8], [3, 4]], weights: [1, 0, 2]))
    let parts = try #require(board.contributions(to: board.framework.root))
    #expect(parts.row(0) == [1, 0, 3])
  }

  // Sums of (3, 0) and (1, 1): the first unit is ahead unless its 3 is left out, which is one of three equally likely cases. Weights
  // change no sum, so that they are no source.
  @Test func sumsWithoutAnIndicator() throws {
    var space = StressSpace()
    space.weights = .uniform(spread: 0.5)
    space.dropsIndicator = true
    let data = try table([[3, 1], [0, 1]])
    let test = try StressTest(data, recipe(.sum), space, replications: 3000)
    #expect(test.sources == ["drop(1 of 2 or none)"])
    // Three standard errors of a share of 2/3.
    #expect(abs(test.ranks.share(of: 0, top: 1) - 2.0 / 3) < 0.026)
    space.dropsIndicator = false
    #expect(throws: DataError.self) { try StressTest(data, recipe(.sum), space, replications: 3) }
  }

  @Test func alternativesCountOnce() throws {
    var space = StressSpace()
    let winsorised = try OutlierTreatment(parsing: "winsorise(points=1)")
    space.treatments = [.none, winsorised, winsorised]
    space.aggregations = [[.power(2)], [.power(2)]]
    let test = try StressTest(
      table([[1, 2, 5], [3, 2, 1]]), recipe(.arithmetic), space, replications: 10)
    #expect(
      test.sources == [
        "treat(none|winsorise(skewness=2,kurtosis=3.5,points=1))",
        "aggregate(arithmetic|power(exponent=2))",
      ])
  }

  @Test func noGroupToImputeFrom() throws {
    let data = try table(
      [[1, 2, .nan, 4, .nan], [5, 6, 7, 8, 9]],
      groups: ["region": ["n", "s", "s", "", ""]])
    var recipe = recipe(.arithmetic)
    recipe.impute = .groupMean(grouping: "region")
    #expect(
      reason { () throws(DataError) in _ = try recipe.build(data) }
        == "'x0': 'u4' has no value, and no 'region' to impute one from")
    // The median of the known 1, 2 and 4.
    recipe.impute = .median
    #expect(try recipe.build(data).prepared.imputed.column(0).map { $0 } == [1, 2, 2, 4, 2])
  }

  /// Groups by their definition: two units are in one if each reaches the other along "is not outranked by" (Warshall 1962).
  private func groups(_ matrix: OutrankingMatrix) -> [[Int]] {
    let units = 0..<matrix.count
    var reach = units.map { i in units.map { j in i == j || !matrix.outranks(j, i) } }
    for k in units {
      for i in units where reach[i][k] {
        for j in units where reach[k][j] { reach[i][j] = true }
      }
    }
    var found: [[Int]] = []
    for unit in units where !found.contains(where: { $0.contains(unit) }) {
      found.append(units.filter { reach[unit][$0] && reach[$0][unit] })
    }
    return found.sorted { reach[$0[0]][$1[0]] && !reach[$1[0]][$0[0]] }
  }

  @Test func condorcetGroupsByDefinition() throws {
    var sizes: Set<Int> = []
    for seed in 0..<60 {
      let random = KeyedRandom(seed: UInt64(seed), stream: 5)
      let matrix = try OutrankingMatrix(
        Matrix(rows: 6, columns: 4) { Double(random.below(4, at: 4 * $0 + $1)) },
        weights: [1, 1, 2, 1], indicators: ["a", "b", "c", "d"])
      let expected = groups(matrix)
      #expect(matrix.condorcetGroups == expected)
      sizes.formUnion(expected.map(\.count))
    }
    #expect(sizes.count > 3)
  }

  // Winsorising moves 90 onto 8, where it would tie: an order is of the values as they are.
  @Test func ordersAreOfUntreatedValues() throws {
    var recipe = Recipe()
    recipe.treat = try OutlierTreatment(parsing: "winsorise(points=1,skewness=0,kurtosis=0)")
    let board = try recipe.build(table([[1, 2, 3, 4, 5, 6, 8, 90]]))
    #expect(board.prepared.values[7, 0] == 8)
    #expect(try OutrankingStudy(board).borda == [0, 1, 2, 3, 4, 5, 6, 7])
  }

  @Test func weights() throws {
    // One indicator twice another: no conflict, whatever their correlation rounds to.
    let twins = Matrix(rows: 4, columns: 2, elements: [1, 2, 4, 7, 2, 4, 8, 14])
    #expect(throws: DataError.self) { try DispersionWeights.critic(twins, indicators: ["a", "b"]) }
    // Saaty's 1/8 with two decimals; 0.14 is none of it.
    func ratio(_ back: Double) throws -> [Double] {
      try PairwiseComparison(
        Matrix(rows: 2, columns: 2, elements: [1, back, 8, 1]), indicators: ["a", "b"]
      ).weights
    }
    // The eigenvector of ((1, 8), (r, 1)) is in the ratio of the roots of 8 and r.
    let found = try ratio(0.13)
    #expect(abs(found[0] / found[1] - (8 / 0.13).squareRoot()) < 1e-9)
    #expect(throws: DataError.self) { try ratio(0.14) }
    #expect(throws: DataError.self) {
      try PairwiseComparison(
        Matrix(rows: 2, columns: 2, elements: [1, 0.024, 50, 1]), indicators: ["a", "b"])
    }
  }

  // The mean of 2 and 4 alone: the third member has no weight.
  @Test func membersWithoutWeight() throws {
    let data = TerritoryTable(
      territories: ["a", "b", "c"], variables: ["x", "w"],
      values: Matrix(rows: 3, columns: 2, elements: [2, 4, 9, 1, 1, .nan]))
    var options = TerritoryComparison.Options(
      values: ["x"], reference: .init(name: "all", members: nil))
    options.weight = "w"
    let found = try TerritoryComparison(data, options)
    #expect(found.indicators[0].reference.value == 3 && found.indicators[0].unweighted == ["c"])
    #expect(found.observations[0].note == "not in the mean for want of a weight: c")
  }

  @Test func clustersBeyondThoseCompared() throws {
    let count = 14
    var options = TerritoryClusters.Options(variables: ["x"])
    options.count = 12
    let found = try TerritoryClusters(
      TerritoryTable(
        territories: (0..<count).map { "t\($0)" }, variables: ["x"],
        values: Matrix(rows: count, columns: 1) { row, _ in Double(row * row) }), options)
    #expect(found.cuts.map(\.count) == [2, 3, 4, 5, 6, 7, 8, 12])
    #expect(found.chosen.count == 12 && Set(found.chosen.labels).count == 12)
  }

  @Test func groupsOfAPanelsFile() throws {
    let text = """
      territory,period,region,v
      a,2019,N,1
      b,2019,S,2
      a,2020,S,3
      b,2020,,4
      c,2020,N,5

      """
    let bytes = Array(text.utf8)
    let file = try CSVTable(bytes: bytes, file: "p.csv")
    let data = try TerritoryTable(
      Panel(bytes: bytes, file: "p.csv", columns: PanelColumns()),
      TerritoryTree([], groupMembers: []),
      variables: ["v"],
      period: #require(Period("2020")))
    let found = try data.grouped(
      by: ["region"], of: file, territory: "territory", period: "period")
    #expect(found.groupings == ["region"])
    let regions = Dictionary(uniqueKeysWithValues: zip(found.territories, found.groups[0]))
    #expect(regions == ["a": "S", "b": "", "c": "N"])
    let twice = try CSVTable(bytes: bytes + Array("a,2020,N,3\n".utf8), file: "p.csv")
    #expect(
      reason { () throws(DataError) in
        _ = try data.grouped(by: ["region"], of: twice, territory: "territory", period: "period")
      } == "p.csv:7: column 'region': 'a' is in 'N' here and in 'S' before")
  }
}
