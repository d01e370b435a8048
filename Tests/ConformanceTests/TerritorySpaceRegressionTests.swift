import ESSIndicators
import Testing

/// Join counts, empirical-Bayes rates and regression diagnostics: Columbus with the 236 links of libpysal's `columbus.gal`, and exact hand cases.
@Suite struct TerritorySpaceRegressionTests {
  private typealias Reference = TerritoryReference

  private static func columbus(standardised: Bool) throws -> (TerritoryTable, SpatialWeights) {
    let table = try TerritoryTable(
      Reference.table("columbus.csv"), territory: "id", variables: ["crime", "hoval", "inc"])
    let weights = try Reference.weights(
      "columbus_queen_edges.csv", columns: ("id", "neighbour"), territories: table.territories,
      standardised: standardised)
    return (table, weights)
  }

  /// A grid of 4 by 4 with neighbours by edges: 24 joins.
  private static let grid: SpatialWeights = {
    var entries: [SparseMatrix.Entry] = []
    for i in 0..<16 {
      for j in [i + 1, i + 4] where j < 16 && (j == i + 4 || j % 4 != 0) {
        entries.append(.init(row: i, column: j, value: 1))
        entries.append(.init(row: j, column: i, value: 1))
      }
    }
    return SpatialWeights(
      territories: (0..<16).map(String.init),
      matrix: SparseMatrix(rows: 16, columns: 16, entries: entries), method: "rook")
  }()

  // A chessboard of 16 fields has 24 joins, all of different colours. Moments: means and variances over all 2^16 colourings, those with 8 (6) black fields alike for
  // non-free sampling, weighted by p = 1/2 (3/8) for free sampling; fractions where they are short.
  @Test func joinCounts() throws {
    let board = (0..<16).map { ($0 / 4 + $0 % 4) % 2 == 0 }
    let counts = try #require(JoinCounts(isBlack: board, Self.grid))
    #expect(counts.counts.map(\.name) == ["BB", "BW", "WW"])
    #expect(counts.counts.map(\.value) == [0, 24, 0] && counts.black == 8)
    let six = (0..<16).map { $0 < 6 }
    let cases: [([Bool], JoinCounts.Sampling, [Double], [Double])] = [
      (
        board, .nonFree, [5.6, 12.8, 5.6],
        [1.8707692307692307, 5.349743589743591, 1.8707692307692307]
      ),
      (board, .free, [6, 12, 6], [11, 6, 11]),
      (six, .nonFree, [3, 12, 9], [1.4065934065934067, 4.769230769230769, 1.978021978021978]),
      (six, .free, [3.375, 11.25, 9.375], [6.328125, 7.5, 15.234375]),
    ]
    for (colours, sampling, means, variances) in cases {
      let found = try #require(JoinCounts(isBlack: colours, Self.grid, sampling: sampling)).counts
      for (k, count) in found.enumerated() {
        #expect(Reference.isNear(count.expectation, means[k], 1e-12), "\(sampling) \(count.name)")
        #expect(Reference.isNear(count.variance, variances[k], 1e-12), "\(sampling) \(count.name)")
      }
    }
    // Permutations have the moments of non-free sampling, and no arrangement has more joins of different colours.
    let permuted = try #require(
      JoinCounts(isBlack: board, Self.grid, permutations: 999, seed: 5)
    ).counts
    let unlike = try #require(permuted[1].permutation)
    #expect(unlike.pValue(.greater) == 0.001)
    #expect(abs(unlike.mean - 12.8) < 4 * 5.35.squareRoot() / 999.0.squareRoot())
    #expect(abs(unlike.deviation / 5.349743589743591.squareRoot() - 1) < 0.1)
    #expect(JoinCounts(isBlack: board.map { _ in true }, Self.grid) == nil)
  }

  // esda 2.9.0, Join_Counts of CRIME above 35 with binary weights.
  @Test(.enabled(if: TerritoryReference.isPresent, "needs shared/reference"))
  func columbusJoinCounts() throws {
    let (table, weights) = try Self.columbus(standardised: false)
    let colours = try table.column("crime").map { $0 > 35 }
    let counts = try #require(JoinCounts(isBlack: colours, weights))
    #expect(counts.counts.map(\.value) == [54, 29, 35] && counts.black == 24)
  }

  // spreg 1.9, OLS(..., spat_diag=True, moran=True); the statistics of HOVAL on INC and CRIME are also printed in spreg's documentation of LMtests and
  // MoranRes (3.097094, 0.981552, 3.209187, 1.093645, 4.190739; 0.1713). CRIME on INC and HOVAL is the classic of Anselin (1988), here with 236 links: spdep's
  // col.gal.nb of 230 gives 4.611126 and 8.897998 for error and lag.
  @Test(.enabled(if: TerritoryReference.isPresent, "needs shared/reference"))
  func regressions() throws {
    let (table, weights) = try Self.columbus(standardised: true)
    let cases: [(String, [String], [Double], [Double], [Double], [Double])] = [
      (
        "crime", ["inc", "hoval"],
        [68.61896109502523, -1.5973108340846947, -0.2739314781716718],
        [4.73548613376533, 0.33413076178008033, 0.10319868379090574],
        [
          5.206213923882115, 8.89799859108775, 0.04390593188505881, 3.735690599090695,
          8.94190452297281,
        ],
        [0.22210940657867684, -0.03341833457648187, 0.00809930501331144, 2.8393189345136975]
      ),
      (
        "hoval", ["inc", "crime"],
        [46.42818267882386, 0.6289839696726792, -0.48488854340527165],
        [13.191757027759525, 0.5359104481117786, 0.1826729071032613],
        [
          3.0970936509697875, 0.9815521063599582, 3.209186904424119, 1.0936453598142892,
          4.1907390107840765,
        ],
        [0.17131015816921605, -0.03452266606364394, 0.008130490446112259, 2.282739012820429]
      ),
    ]
    for (response, names, coefficients, errors, statistics, moran) in cases {
      let found = try SpatialDiagnostics(
        response: table.column(response), regressors: names.map { ($0, try table.column($0)) },
        weights)
      for k in coefficients.indices {
        #expect(Reference.isNear(found.coefficients[k], coefficients[k], 1e-10))
        #expect(Reference.isNear(found.standardErrors[k], errors[k], 1e-10))
      }
      for (test, statistic) in zip(found.tests, statistics) {
        #expect(Reference.isNear(test.statistic, statistic, 1e-9), "\(response) \(test.name)")
      }
      #expect(Reference.isNear(found.moran, moran[0], 1e-10))
      #expect(Reference.isNear(found.moranExpectation, moran[1], 1e-10))
      #expect(Reference.isNear(found.moranVariance, moran[2], 1e-9))
      #expect(Reference.isNear(found.moranScore, moran[3], 1e-9))
    }
    // p-values as spreg prints them, for CRIME.
    let crime = try SpatialDiagnostics(
      response: table.column("crime"),
      regressors: ["inc", "hoval"].map { ($0, try table.column($0)) }, weights)
    let p = [
      0.022506293821436433, 0.0028548339507324626, 0.8340287239312996, 0.05326164505076349,
      0.011436420201075574,
    ]
    for (test, value) in zip(crime.tests, p) { #expect(Reference.isNear(test.p, value, 1e-9)) }
    #expect(Reference.isNear(crime.moranP, 0.0045209944743342485, 1e-8))
    let error = #expect(throws: SpatialDiagnostics.Dependent.self) {
      try SpatialDiagnostics(
        response: table.column("crime"),
        regressors: [
          ("inc", table.column("inc")), ("twice", table.column("inc").map { 2 * $0 }),
        ], weights)
    }
    #expect(error?.names == ["twice"])
  }

  // The rates in esda's documentation of assuncao_rate.
  @Test func standardisedRates() throws {
    let weights = SpatialWeights(
      territories: (0..<8).map(String.init), matrix: SparseMatrix(rows: 8, columns: 8, entries: []),
      method: "none")
    let rates = try #require(
      RateSmoothing(
        events: [30, 25, 25, 15, 33, 21, 30, 20],
        populations: [100, 100, 110, 90, 100, 90, 110, 90], weights))
    for (value, expected) in zip(
      rates.standardised, [1.03843594, -0.04099089, -0.56250375, -1.73061861])
    {
      #expect(abs(value - expected) < 5e-9)
    }
    // Islands keep their raw rate.
    #expect(zip(rates.local, rates.raw).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(RateSmoothing(events: [1], populations: [0], Self.grid.selecting([0])) == nil)
  }

  // esda 2.9.0 on Columbus: events = CRIME and populations = 10 HOVAL, both rounded to whole numbers. Empirical_Bayes, Spatial_Empirical_Bayes and Moran_Rate.
  @Test(.enabled(if: TerritoryReference.isPresent, "needs shared/reference"))
  func smoothedRates() throws {
    let (table, weights) = try Self.columbus(standardised: true)
    let events = try table.column("crime").map { ($0 + 0.5).rounded(.down) }
    let people = try table.column("hoval").map { (10 * $0 + 0.5).rounded(.down) }
    let rates = try #require(RateSmoothing(events: events, populations: people, weights))
    let global = [
      0.02119578101243, 0.04420394334596, 0.1160220213556, 0.09617383301326, 0.21198227998291,
    ]
    let local = [
      0.02092922608241, 0.0434649163882, 0.11441813162733, 0.09718787358287, 0.2140215522272,
    ]
    for k in 0..<5 {
      #expect(Reference.isNear(rates.global[k], global[k], 1e-11))
      #expect(Reference.isNear(rates.local[k], local[k], 1e-11))
    }
    #expect(Reference.isNear(rates.global.reduce(0, +), 5.885731865836004, 1e-12))
    #expect(Reference.isNear(rates.local.reduce(0, +), 5.9044246675641245, 1e-12))
    let moran = try #require(SpatialAutocorrelation.moran(rates.standardised, weights))
    #expect(Reference.isNear(moran.value, 0.4617816511191098, 1e-12))
    #expect(Reference.isNear(moran.normalScore, 5.215276686022847, 1e-12))
    #expect(Reference.isNear(moran.randomisationScore, 5.198550936779885, 1e-12))
  }

  // A territory without a value changes nothing for the others but the loss of its links.
  @Test(.enabled(if: TerritoryReference.isPresent, "needs shared/reference"))
  func missingCells() throws {
    let (table, weights) = try Self.columbus(standardised: false)
    var elements = table.values.elements
    elements[2 * 49 + 10] = .nan
    let holed = TerritoryTable(
      territories: table.territories, variables: table.variables,
      values: Matrix(rows: 49, columns: 3, elements: elements))
    var options = SpatialStudy.Options(value: "crime")
    options.statistics = [.moran, .localMoran, .joinCounts, .regression, .smoothedRates]
    options.regressors = ["inc"]
    options.population = "hoval"
    options.threshold = 35
    options.permutations = 19
    let kept = (0..<49).filter { $0 != 10 }
    let with = try SpatialStudy(holed, weights, options)
    let without = try SpatialStudy(table.selecting(kept), weights.selecting(kept), options)
    #expect(with.dropped == [table.territories[10]])
    let ours = with.observations
    let theirs = without.observations
    #expect(ours.count == theirs.count && ours.map(\.value) == theirs.map(\.value))
    #expect(ours.filter { $0.indicator != "territories.rate" }.allSatisfy { $0.value != nil })
  }
}
