import ESSIndicators
import Testing

/// Stress tests of the Handbook's Technology Achievement Index (numpy 2.4 and scipy 1.17 for what the Handbook does not print), and of scores
/// small enough to be integrated by hand.
@Suite(.enabled(if: TerritoryReference.isPresent, "needs shared/reference"))
struct TerritoryStressTests {
  /// The 23 countries under one group, with the UN's goalposts.
  private struct Study {
    let reference: TechnologyReference
    let table: IndicatorTable
    var recipe = Recipe()

    init() throws {
      let reference = try TechnologyReference()
      self.reference = reference
      let upper: [Double] = [
        994, 272.6, 232.4, 80.8, 2.954724790979063, 3.843170464458755, 12, 27.4,
      ]
      let lower: [Double] = [0, 0, 0, 0, 0, 1.3424226808222062, 0.8, 0.1]
      let metadata = reference.indicators.indices.map { j in
        IndicatorMetadata(
          code: reference.indicators[j], goalposts: .init(lower: lower[j], upper: upper[j]))
      }
      table = try IndicatorTable(
        units: reference.countries, framework: IndicatorFramework(metadata),
        values: reference.values)
      recipe.normalise = .goalposts(0...1, cap: .both)
    }
  }

  private func table(
    _ rows: [[Double]], _ units: [String] = ["a", "b", "c"]
  ) throws -> IndicatorTable {
    let framework = try IndicatorFramework(
      rows[0].indices.map { IndicatorMetadata(code: "x\($0 + 1)") })
    return try IndicatorTable(
      units: Array(units.prefix(rows.count)), framework: framework,
      values: Matrix(rows: rows.count, columns: rows[0].count) { rows[$0][$1] })
  }

  private func recipe(_ normalisation: Normalisation = .none) -> Recipe {
    var recipe = Recipe()
    recipe.normalise = normalisation
    return recipe
  }

  // Table 38, column LIN on goalposts with the cap, and column GME on the raw values (which the Handbook allows for geometric means, and
  // which alone gives 23 of 23; on the goalposts it is 20).
  @Test func aggregations() throws {
    let study = try Study()
    let linear = try study.recipe.build(study.table)
    #expect(
      TechnologyReference.ranks(Array(linear.scores.column(linear.framework.root)))
        == study.reference.inRowOrder(Array(1...23)))
    var geometric = recipe()
    geometric.aggregate = [.geometric]
    let board = try geometric.build(study.table)
    let printed = [
      2, 1, 3, 4, 16, 5, 6, 18, 13, 14, 8, 11, 7, 9, 17, 12, 10, 15, 19, 21, 23, 22, 20,
    ]
    #expect(
      TechnologyReference.ranks(Array(board.scores.column(board.framework.root)))
        == study.reference.inRowOrder(printed))
  }

  // 400,000 replications in numpy: weights times 0.75 to 1.25, scaled to 1.
  @Test func uniformWeights() throws {
    let study = try Study()
    var space = StressSpace()
    space.weights = .uniform(spread: 0.25)
    let test = try StressTest(
      study.table, study.recipe, space, replications: 8000, seed: 5)
    let places = (0..<23).map { test.board.units[$0] }
    #expect(places == study.reference.countries)
    // Standard error of a share of 0.86 in 8000: 0.004.
    for (unit, share) in [(0, 0.8563), (1, 0.131), (3, 0.0127), (2, 0)] {
      #expect(abs(test.ranks.share(of: unit, top: 1) - share) < 0.016)
    }
    let means: [Double] = [
      1.161, 1.884, 3.398, 3.57, 5.026, 5.977, 7.419, 9.557, 9.847, 8.627, 10.784, 11.051, 12.821,
      14.388, 15.092, 15.628, 16.77, 18.0, 19.002, 20.237, 21.267, 21.73, 22.764,
    ]
    for (unit, mean) in means.enumerated() {
      #expect(abs(test.ranks.mean(of: unit) - mean) < 0.08)
    }
    let lower = [1, 1, 3, 3, 5, 6, 7, 8, 7, 7, 9, 8, 11, 14, 13, 15, 16, 18, 19, 20, 20, 20, 21]
    let upper = [
      2, 2, 4, 4, 5, 6, 9, 11, 12, 11, 12, 13, 14, 15, 17, 16, 17, 18, 19, 22, 22, 23, 23,
    ]
    // A bound at the edge of its probability may fall on the next rank.
    let moved = (0..<23).reduce(0) { sum, unit in
      sum + abs(test.ranks.quantile(of: unit, 0.05) - lower[unit])
        + abs(test.ranks.quantile(of: unit, 0.95) - upper[unit])
    }
    #expect(moved <= 2)
    #expect(abs(test.meanShift - 0.48078) < 0.02)
    #expect(test.sources == ["weights(uniform,spread=0.25)"])
    #expect(test.ranks.share(of: 0, top: 23) == 1)
  }

  // Without preferences: 400,000 draws in numpy; and Finland's central weights there.
  @Test func acceptability() throws {
    let study = try Study()
    var space = StressSpace()
    space.weights = .simplex
    let test = try StressTest(study.table, study.recipe, space, replications: 8000, seed: 2)
    for (unit, share) in [(0, 0.4083), (1, 0.2285), (2, 0.0415), (3, 0.2685), (4, 0.0485)] {
      #expect(abs(test.ranks.acceptability(of: unit, rank: 1) - share) < 0.022)
    }
    let central = try #require(test.centralWeights[0])
    let expected: [Double] = [0.0774, 0.1252, 0.1675, 0.0866, 0.1253, 0.1263, 0.0951, 0.1966]
    for (weight, value) in zip(central, expected) { #expect(abs(weight - value) < 0.009) }
    #expect(try test.confidence()[0] == 1 && test.centralWeights[22] == nil)
  }

  // Three units in two parts, every weight as likely: c with (0.6, 0.6) is first for weights of x1 from 0.4 to 0.6, a above, b below.
  @Test func acceptabilityByHand() throws {
    var space = StressSpace()
    space.weights = .simplex
    let test = try StressTest(
      table([[1, 0], [0, 1], [0.6, 0.6]]), recipe(), space, replications: 4000)
    for (unit, share) in [(0, 0.4), (1, 0.4), (2, 0.2)] {
      #expect(abs(test.ranks.acceptability(of: unit, rank: 1) - share) < 0.03)
    }
    let central = try #require(test.centralWeights[0])
    #expect(abs(central[0] - 0.8) < 0.02 && abs(central[0] + central[1] - 1) < 1e-12)
    #expect(try test.confidence() == [1, 1, 1])
    // c is never third: (w, 1 - w) and 0.6.
    #expect(test.ranks.acceptability(of: 2, rank: 3) == 0)
  }

  // Of A's group (x1, x2) half is known, which is enough by the weights of the recipe: A has a score whatever weights are drawn. On 0 to 100
  // it is A 100 w + 50 (1 - w), C 38.1 w + 100 (1 - w), B at most 89.3 w + 37.5 (1 - w), D at most 12.5, with the group's weight w from
  // 0.375 to 0.625: so A is first, or second behind C, and B never before it.
  @Test func whatIsKnownIsJudgedByTheRecipe() throws {
    let framework = try IndicatorFramework([
      IndicatorMetadata(code: "x1", parent: "g"), IndicatorMetadata(code: "x2", parent: "g"),
      IndicatorMetadata(code: "x3", parent: "all"), IndicatorMetadata(code: "g", parent: "all"),
      IndicatorMetadata(code: "all"),
    ])
    let data = try IndicatorTable(
      units: ["A", "B", "C", "D"], framework: framework,
      values: Matrix(
        rows: 4, columns: 3, elements: [9, 7, 5, 2, .nan, 8, 6, 5, 5, 4, 9, 1]))
    var partial = recipe(.minMax(0...100))
    partial.screen = .init(share: 0.5, basis: .reported)
    var space = StressSpace()
    space.weights = .uniform(spread: 0.25)
    let test = try StressTest(data, partial, space, replications: 1000)
    #expect(test.ranks.share(of: 0, top: 2) == 1)
    #expect(test.ranks.share(of: 0, top: 1) > 0.5 && test.ranks.share(of: 2, top: 1) > 0.05)
    #expect(test.ranks.acceptability(of: 3, rank: 4) == 1)
  }

  // One indicator with standard errors 0.3 and 0.4 and a difference of 0.5: the first is ahead with the probability Phi(1); its confidence
  // factor with drawn weights, which change nothing for one indicator, is the same.
  @Test func samplingErrors() throws {
    let data = try table([[1], [0.5]])
    var space = StressSpace()
    space.noise = .standardErrors(Matrix(rows: 2, columns: 1, elements: [0.3, 0.4]))
    let test = try StressTest(data, recipe(), space, replications: 4000)
    #expect(abs(test.ranks.share(of: 0, top: 1) - 0.8413447) < 0.023)
    #expect(test.sources == ["sampling(standard errors)"])
    space.weights = .uniform(spread: 0.5)
    let both = try StressTest(data, recipe(), space, replications: 4000)
    #expect(try abs((both.confidence()[0] ?? 0) - 0.8413447) < 0.023)
    let rows = both.observations()
    #expect(
      rows[1].method.contains(
        "sources=weights(uniform,spread=0.5)+sampling(standard errors),replications=4000"))
    // Divided by 2 and with logarithms the error of 1 is about (ln 1.3 - ln 0.7) / 2, whatever the divisor.
    let framework = try IndicatorFramework([
      IndicatorMetadata(code: "x1", denominator: "d", transformation: .ln)
    ])
    let divided = try IndicatorTable(
      units: ["a", "b"], framework: framework,
      values: Matrix(rows: 2, columns: 1, elements: [1, 0.5]), denominators: ["d": [2, 2]])
    space.weights = .none
    let logs = try StressTest(divided, recipe(), space, replications: 4000)
    let first = (SpecialFunctions.log(1.3) - SpecialFunctions.log(0.7)) / 2
    let second = (SpecialFunctions.log(0.9) - SpecialFunctions.log(0.1)) / 2
    let distance = SpecialFunctions.log(2) / (first * first + second * second).squareRoot()
    #expect(
      abs(logs.ranks.share(of: 0, top: 1) - Normal().cumulative(distance)) < 0.028)
    #expect(throws: DataError.self) {
      space.noise = .standardErrors(Matrix(rows: 2, columns: 1, elements: [0.3, -0.4]))
      _ = try StressTest(data, recipe(), space, replications: 2)
    }
  }

  // numpy: each indicator left out, the others' weights scaled; Handbook ranks of the rest.
  @Test func removals() throws {
    let study = try Study()
    let board = try study.recipe.build(study.table)
    let removals = try IndicatorRemoval.all(study.table, board)
    let expected: [(shift: Double, country: String, places: Int, winner: String)] = [
      (0.9565217391304348, "Japan", 5, "Finland"),
      (1.565217391304348, "Netherlands", 5, "Finland"),
      (2.0869565217391304, "Norway", 5, "Japan"), (1.565217391304348, "Singapore", 6, "Finland"),
      (0.17391304347826086, "Italy", 2, "Finland"),
      (0.17391304347826086, "Hungary", -2, "Finland"),
      (1.1304347826086956, "Norway", 4, "Finland"),
      (1.9130434782608696, "Australia", 7, "United States"),
    ]
    #expect(removals.map(\.indicator) == study.reference.indicators)
    for (removal, values) in zip(removals, expected) {
      #expect(abs(removal.meanShift - values.shift) < 1e-12)
      #expect(board.units[removal.largest.unit] == values.country)
      #expect(removal.largest.places == values.places)
      #expect(removal.winners.map { board.units[$0] } == [values.winner])
    }
  }

  // scipy (HiGHS): the least weight moved for every country.
  @Test func winners() throws {
    let study = try Study()
    let found = try #require(
      GroupWinnerChange.all(study.recipe.build(study.table)).first?.change)
    let expected: [Double?] = [
      0.0175091712, 0.0932814326, 0.0317939934, 0.0807422118, 0.875, 0.875, 0.875, 0.3814933293,
      0.248345743, nil, 0.360172644, 0.875, 0.875, 0.875, 0.875, 0.875, 0.875, nil, 0.875, nil, nil,
      nil,
    ]
    #expect(found.winner == 0)
    for (rival, value) in zip(found.rivals, expected) {
      #expect((rival.moved == nil) == (value == nil))
      #expect(abs((rival.moved ?? 0) - (value ?? 0)) < 1e-9)
    }
    let nearest = try #require(found.nearest)
    #expect(nearest.unit == 1 && abs(nearest.weights.reduce(0, +) - 1) < 1e-12)
    // With those weights the two are level, and no one is above.
    let scores = study.reference.goalposts * nearest.weights
    #expect(abs(scores[0] - scores[1]) < 1e-12 && (scores.max() ?? 0) - scores[1] < 1e-12)
  }

  // By hand: scores 0.6 and 0.55 with equal weights; moving m takes 0.8 m from the one and gives 0.3 m to the other: m = 0.05 / 1.1.
  @Test func winnersByHand() throws {
    let change = WinnerChange(
      parts: Matrix(rows: 2, columns: 2, elements: [1, 0.4, 0.2, 0.7]), weights: [0.5, 0.5])
    #expect(abs((change.nearest?.moved ?? 0) - 0.05 / 1.1) < 1e-12)
    // A unit that is behind in every part is never first.
    let dominated = WinnerChange(
      parts: Matrix(rows: 2, columns: 2, elements: [1, 0.4, 0.8, 0.7]), weights: [0.5, 0.5])
    #expect(dominated.nearest == nil && dominated.rivals[0].moved == nil)
    var geometric = recipe()
    geometric.aggregate = [.geometric]
    let board = try geometric.build(table([[1, 2], [2, 1]]))
    let changes = GroupWinnerChange.all(board)
    #expect(changes.count == 1 && changes[0].change == nil && !changes[0].reason.isEmpty)
  }

  // With one indicator weights cannot matter: all variance of ranks is that of the errors.
  @Test func sensitivity() throws {
    let data = try table([[1], [0.9], [0.8]])
    var space = StressSpace()
    space.weights = .uniform(spread: 0.5)
    space.noise = .relative(1)
    let test = try StressTest(data, recipe(), space, replications: 10)
    let found = try StressSensitivity(test, base: 256, level: 0.9)
    #expect(found.factors == [.weights, .noise])
    for output in [found.shift] + found.ranks {
      #expect(output.effects[0].total == 0)
      #expect(abs(output.effects[1].total - 1) < 0.2)
      #expect(abs(output.effects[1].first - 1) < 0.2)
    }
    #expect(found.plan.runs == 1024)
  }

  @Test func sameAtAnyThreadCount() throws {
    let study = try Study()
    var space = StressSpace()
    space.weights = .dirichlet(concentration: 20)
    space.noise = .relative(0.1)
    space.dropsIndicator = true
    space.addAlternatives(to: study.recipe, StressSpace.Choice.allCases)
    let before = Parallel.threads
    defer { Parallel.setThreads(before) }
    let runs = try [1, 2].map { threads in
      Parallel.setThreads(threads)
      let test = try StressTest(study.table, study.recipe, space, replications: 100, seed: 9)
      return try (test, StressSensitivity(test, base: 16))
    }
    #expect(runs[0].0.ranks == runs[1].0.ranks && runs[0].0.meanShift == runs[1].0.meanShift)
    #expect(runs[0].0.centralWeights == runs[1].0.centralWeights)
    #expect(runs[0].1.ranks == runs[1].1.ranks)
    // The scale is lifted off 0 for the geometric mean; nothing is missing, so that imputations are no source.
    #expect(runs[0].0.board.recipe.normalise == .goalposts(0.01...1, cap: .both))
    #expect(runs[0].1.factors == [.weights, .noise, .drop, .treat, .normalise, .aggregate])
  }

  // A power mean of exponent 1 is the arithmetic mean, and takes the general way.
  @Test(arguments: [
    OutlierTreatment.none, .clamp(lower: 0.1, upper: 0.85),
  ]) func fastAndGeneralWay(_ treatment: OutlierTreatment) throws {
    let study = try Study()
    for normalisation in [
      Normalisation.minMax(0...1), .goalposts(0...1, cap: .both),
      .zScore(mean: 0, deviation: 1, estimator: .population),
    ] {
      var fast = study.recipe
      fast.normalise = normalisation
      fast.treat = treatment
      var general = fast
      // Powers of numbers below 0 are not defined: the scale is moved.
      if case .zScore = normalisation {
        general.normalise = .zScore(mean: 50, deviation: 1, estimator: .population)
      }
      general.aggregate = [.power(1)]
      var space = StressSpace()
      space.weights = .uniform(spread: 0.5)
      for noise in [StressSpace.Noise.none, .relative(0.3)] {
        space.noise = noise
        let tests = try [fast, general].map {
          try StressTest(study.table, $0, space, replications: 64, seed: 3)
        }
        #expect(tests[0].ranks == tests[1].ranks && tests[0].meanShift > 0.1)
      }
    }
  }

  // Mean w and variance w (1 - w) / (c + 1).
  @Test func dirichlet() {
    let weights = [0.5, 0.3, 0.2]
    let draws = (0..<4000).map {
      WeightPerturbation.dirichlet(concentration: 9).drawn(
        weights, KeyedRandom(seed: 4, stream: UInt64($0)))
    }
    for part in 0..<3 {
      let mean = draws.reduce(0) { $0 + $1[part] } / 4000
      let variance = draws.reduce(0) { $0 + ($1[part] - mean) * ($1[part] - mean) } / 4000
      let expected = weights[part] * (1 - weights[part]) / 10
      #expect(abs(mean - weights[part]) < 4.5 * (expected / 4000).squareRoot())
      #expect(abs(variance / expected - 1) < 0.12)
    }
  }

  @Test func refusals() throws {
    let data = try table([[1, 2], [2, 1]])
    #expect(throws: DataError.self) {
      try StressTest(data, recipe(), StressSpace(), replications: 10)
    }
    var space = StressSpace()
    // z-scores around 0 have no geometric mean.
    space.aggregations = [[.geometric]]
    space.normalisations = [.zScore(mean: 0, deviation: 1, estimator: .sample)]
    #expect(throws: DataError.self) {
      try StressTest(data, recipe(), space, replications: 50)
    }
  }
}
