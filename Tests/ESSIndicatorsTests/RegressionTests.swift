import ESSIndicators
import Testing

/// Panel regressions on fifteen rows, against dense matrices in numpy 2.4 (dummies for all effects, n x n sums over pairs), and
/// properties.
@Suite struct RegressionTests {
  private static let rows = """
    territory,period,y,x,z,w,lat,lon
    a,2001,1.0,0,2,1,10,-60
    a,2002,2.5,1,3,1,10,-60
    a,2003,2.0,1,1,2,10,-60
    a,2004,4.1,2,2,1,10,-60
    b,2001,2.0,1,4,1,11,-60
    b,2002,1.5,0,1,1,11,-60
    b,2003,3.9,2,2,1,11,-60
    b,2004,5.2,3,5,0,11,-60
    c,2001,0.5,0,1,1,40,10
    c,2002,1.1,1,2,1,40,10
    c,2003,2.2,1,3,3,40,10
    c,2004,2.6,1,1,1,40,10
    d,2001,3.0,1,2,1,41,10
    d,2002,3.4,2,2,1,41,10
    d,2004,6.0,4,3,1,41,10

    """

  private func sample(_ text: String = rows) throws -> PanelSample {
    try PanelSample(
      CSVTable(bytes: Array(text.utf8), file: "p.csv"),
      numbers: ["y", "x", "z", "w", "lat", "lon"], factors: ["z"])
  }

  private func fit(
    _ formula: String, _ change: (inout PanelRegression.Options) -> Void = { _ in }
  ) throws -> PanelRegression {
    var options = PanelRegression.Options(formula: try RegressionFormula(formula))
    change(&options)
    return try PanelRegression(sample(), options)
  }

  private func isNear(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) <= 1e-12 * max(1, abs(expected)) } ?? false
  }

  @Test(
    arguments: [
      (.uniform, 0, 0.17671504264011545, 0.08589619040893066),
      (.uniform, 1, 0.19338038558845264, 0.0893499390122038),
      (.bartlett, 0, 0.18329458696583098, 0.08437264657298826),
      (.bartlett, 1, 0.19941081426546414, 0.08788628769294826),
    ] as [(Covariance.Conley.Kernel, Int, Double, Double)])
  func conley(
    _ kernel: Covariance.Conley.Kernel, _ lag: Int, _ constant: Double, _ slope: Double
  ) throws {
    let fit = try fit("y ~ x") {
      $0.covariance = .conley(
        .init(latitude: "lat", longitude: "lon", cutoff: 200, kernel: kernel, lag: lag))
    }
    #expect(isNear(fit["(intercept)"]?.standardError, constant))
    #expect(isNear(fit["x"]?.standardError, slope))
  }

  // Baltagi and Chang's extension of Swamy and Arora.
  @Test func unbalancedRandomEffects() throws {
    let random = try fit("y ~ x + z") { $0.model = .random }
    let components = try #require(random.components)
    #expect(isNear(components.idiosyncratic, 0.26579583248489785))
    #expect(isNear(components.individual, 0.006840692982340486))
    let estimates = [0.9835960895969124, 1.3375482727523456, -0.014717112251613387]
    let errors = [0.3050008025967669, 0.1475668212820926, 0.14080386401955636]
    for (coefficient, (estimate, error)) in zip(random.coefficients, zip(estimates, errors)) {
      #expect(isNear(coefficient.estimate, estimate))
      #expect(isNear(coefficient.standardError, error))
    }
  }

  // Periods are not nested in units: dummies for them, as in the full regression.
  @Test func unbalancedTwoWay() throws {
    let plain = try fit("y ~ x | unit + time")
    #expect(isNear(plain["x"]?.estimate, 0.7476190476190456))
    #expect(isNear(plain["x"]?.standardError, 0.20923759052945862))
    #expect(plain.parameterCount == 8)
    let second = try fit("y ~ x | unit + time") { $0.covariance = .cluster(["unit"], .cr2, .none) }
    #expect(isNear(second["x"]?.standardError, 0.19784138166055448))
    #expect(isNear(second["x"]?.degreesOfFreedom, 1.954304970315003))
    let third = try fit("y ~ x | unit + time") { $0.covariance = .cluster(["unit"], .cr3, .none) }
    #expect(isNear(third["x"]?.standardError, 0.2811806477738144))
  }

  // A weight of 0 takes the row out; hc1 counts the rows that are left.
  @Test func weighted() throws {
    let fit = try fit("y ~ x") {
      $0.weights = "w"
      $0.covariance = .robust(.hc1)
    }
    #expect(isNear(fit["(intercept)"]?.estimate, 0.9414634146341456))
    #expect(isNear(fit["x"]?.estimate, 1.309756097560976))
    #expect(isNear(fit["(intercept)"]?.standardError, 0.17433235513396048))
    #expect(isNear(fit["x"]?.standardError, 0.08619725698636323))
    #expect(fit.sample.dropped == [.init(unit: "b", times: ["2004"], reason: "weight 0")])
  }

  // Three effects go by projections; twelve independent dummies and slopes on fifteen rows.
  @Test func threeWay() throws {
    let fit = try fit("y ~ x | unit + time + z") { $0.keepsSingletons = true }
    #expect(isNear(fit["x"]?.estimate, 0.47648456057007255))
    #expect(fit.projection.isConverged)
    #expect(fit.residualDegreesOfFreedom == 3)
    #expect(fit.effects() == nil)
  }

  // Effects as dummies of the formula give the same coefficient.
  @Test func effectsEqualDummies() throws {
    let dummies = try fit("y ~ x + factor(unit) + factor(time)")
    let effects = try fit("y ~ x | unit + time")
    #expect(isNear(dummies["x"]?.estimate, effects["x"]?.estimate ?? .nan))
    #expect(isNear(dummies["x"]?.standardError, effects["x"]?.standardError ?? .nan))
  }

  // Units a, b only in 2001 and 2002, c, d only later: two parts, one dummy less in each.
  @Test func disconnectedEffects() throws {
    let text = Self.rows.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      let early = line.contains(",2001,") || line.contains(",2002,")
      let first = line.hasPrefix("a") || line.hasPrefix("b")
      return !line.contains(",200") || early == first
    }.joined(separator: "\n")
    var options = PanelRegression.Options(formula: try RegressionFormula("y ~ z | unit + time"))
    options.keepsSingletons = true
    #expect(
      throws: DataError.notIdentified(
        "7 rows are not enough for 7 parameters, 6 of them fixed effects")
    ) {
      try PanelRegression(try sample(text), options)
    }
  }

  @Test func sameBitsOnAnyNumberOfThreads() throws {
    let results = try [1, 2].map { threads in
      Parallel.setThreads(threads)
      let fit = try fit("y ~ x + z | unit") {
        $0.covariance = .cluster(["unit"], .cr1, .standard)
        $0.wild = ["x"]
      }
      return fit.coefficients.flatMap { [$0.estimate, $0.standardError] } + fit.wild.map(\.pValue)
    }
    #expect(results[0] == results[1])
  }

  // A random bootstrap is near the exact one: 12 groups give 4,096 sign vectors; the same seed gives the same draws.
  @Test func randomSigns() throws {
    var text = "territory,period,y,x,z,w,lat,lon\n"
    let random = KeyedRandom(seed: 4)
    for unit in 0..<14 {
      for period in 0..<3 {
        let x = random.normal(at: unit * 3 + period)
        let y = 0.3 * x + random.normal(at: 100 + unit * 3 + period)
        text += "u\(unit),\(2000 + period),\(y),\(x),1,1,0,0\n"
      }
    }
    func p(_ draws: Int) throws -> WildClusterBootstrap {
      var options = PanelRegression.Options(formula: try RegressionFormula("y ~ x"))
      options.covariance = .cluster(["unit"], .cr1, .standard)
      options.wild = ["x"]
      options.draws = draws
      return try PanelRegression(try sample(text), options).wild[0]
    }
    let exact = try p(1 << 14)
    let drawn = try p(3000)
    #expect(exact.isExact && !drawn.isExact)
    #expect(abs(exact.pValue - drawn.pValue) <= 0.03)
    #expect(try p(3000).pValue == drawn.pValue)
  }

  // Every regressor works in each state: the same as two regressions, one on the rows of each state.
  @Test func statesAreSeparate() throws {
    let states = try sample()
    let state = states.timeCodes.map { $0 == 1 ? 1.0 : 0.0 }
    var options = LocalProjection.Options(formula: try RegressionFormula("y ~ x"))
    options.state = "state"
    options.horizons = 0
    options.lags = 0
    let projection = try LocalProjection(states.adding("state", state), options)
    let change = zip(try states.column("y"), states.lagged(try states.column("y"), by: 1)).map {
      $0 - $1
    }
    let before = states.lagged(state, by: 1)
    for (name, value) in [("1", 1.0), ("0", 0.0)] {
      let rows = states.adding("d", change).keeping(before.map { $0 == value }) { _ in "state" }
      let plain = try PanelRegression(
        rows, PanelRegression.Options(formula: try RegressionFormula("d ~ x")))
      let point = projection.points.first { $0.state == name && $0.response == .longDifference }
      #expect(isNear(point?.estimate, plain["x"]?.estimate ?? .nan))
    }
  }

  @Test(
    arguments: [
      ("y ~ a*b|i+t", "y ~ a + b + a:b | i + t"), ("y~a - 1", "y ~ a - 1"),
      ("y ~ 0 + a", "y ~ a - 1"),
      ("log(y) ~ lag(x, 2) + diff(x)^2", "log(y) ~ lag(x, 2) + diff(x)^2"),
      ("`my y` ~ post(2020-Q1):x", "my y ~ post(2020-Q1):x"), ("y ~ 1", "y ~ 1"),
    ])
  func formulas(_ text: String, _ written: String) throws {
    #expect(try RegressionFormula(text).description == written)
  }

  @Test(arguments: [
    "y", "y ~", "y ~ x + ", "y ~ x | ", "y ~ sqrt(x)", "y ~ lag(x", "y ~ x y", "y ~ 3x",
  ])
  func formulasThatAreNone(_ text: String) {
    #expect(throws: RegressionFormula.SyntaxError.self) { try RegressionFormula(text) }
  }
}

/// Shapes of recovery and cycles, by hand.
@Suite struct ShapeTests {
  @Test(
    arguments: [
      ([1, 2, 3], .none), ([-6, 1, 2], .v), ([-6, -5, -4, -1, 2], .u),
      ([-6, 1, -7, 2], .w), ([-6, -5, -6, -4], .l), ([-6, -4, -2], .u), ([-4, -6, -5, -5, 1], .v),
    ] as [([Double], RecoveryShape.Letter)])
  func letters(_ gaps: [Double], _ letter: RecoveryShape.Letter) {
    #expect(RecoveryShape(gaps: gaps).letter == letter)
  }

  @Test func bothTroughsOfADoubleDip() {
    let shape = RecoveryShape(gaps: [-6, 1, -7, 2])
    #expect(shape.firstTrough == 0)
    #expect(shape.trough == 2)
  }

  // Up 10, down 4, up 6 in logarithms: durations, amplitudes and areas by hand.
  @Test func phases() throws {
    let values = [0, 2, 6, 10, 7, 6, 8, 12].map { SpecialFunctions.exp($0 / 100) }
    let series = Series(start: try #require(Period(year: 2000)), values: values)
    let cycle = try BusinessCycle(series, rules: .init(.year))
    #expect(cycle.turns.map(\.index) == [3, 5])
    let fall = cycle.phases[1]
    #expect(!fall.isExpansion && fall.isComplete && fall.duration == 2)
    #expect(abs(fall.amplitude - -4) <= 1e-12)
    // -3 - 4 less half of -4; the triangle is -4.
    #expect(abs(fall.cumulative - -5) <= 1e-12)
    #expect(abs(fall.excess - 0.5) <= 1e-12)
    #expect(!cycle.phases[0].isComplete && !cycle.phases[2].isComplete)
    let same = try #require(cycle.concordance(with: cycle))
    #expect(same.share == 1 && abs((same.correlation ?? 0) - 1) <= 1e-12)
  }

  // The level may be negative where logarithms are not asked for, a gap is refused.
  @Test func refusals() throws {
    let start = try #require(Period(year: 2000))
    #expect(throws: BusinessCycle.Failure.notPositive(start.advanced(by: 1))) {
      try BusinessCycle(Series(start: start, values: [1, -1, 2, 3]), rules: .init(.year))
    }
    #expect(throws: BusinessCycle.Failure.missing(start.advanced(by: 1))) {
      try BusinessCycle(Series(start: start, values: [1, nil, 2, 3]), rules: .init(.year))
    }
    let levels = try BusinessCycle(
      Series(start: start, values: [1, -1, 2, 1]), rules: .init(.year), scale: .level)
    #expect(levels.turns.count == 2)
  }
}
