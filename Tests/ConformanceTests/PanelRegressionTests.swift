import ESSIndicators
import Foundation
import Testing

/// Section 3.4 of the recovery study: the Grunfeld panel (10 firms, 1935 to 1954), `inv ~ value + capital`.
///
/// The estimators are plm's (2.6-2); linearmodels 7.1 agrees on within, two-way and Swamy-Arora.
@Suite(.enabled(if: RecoveryReference.has("grunfeld.csv"), "needs shared/reference"))
struct GrunfeldTests {
  let sample: PanelSample

  init() throws {
    sample = try RecoveryReference.sample(
      "grunfeld.csv", unit: "firm", time: "year", numbers: ["inv", "value", "capital"])
  }

  private func fit(
    _ formula: String, _ change: (inout PanelRegression.Options) -> Void = { _ in }
  ) throws -> PanelRegression {
    var options = PanelRegression.Options(formula: try RegressionFormula(formula))
    change(&options)
    return try PanelRegression(sample, options)
  }

  private static let slopes = ["value", "capital"]
  private static let all = ["(intercept)", "value", "capital"]

  private func expect(
    _ fit: PanelRegression, _ names: [String], _ estimates: [Double], _ errors: [Double],
    within tolerance: Double = 1e-9
  ) {
    for (index, name) in names.enumerated() {
      let coefficient = fit[name]
      #expect(
        isClose(coefficient?.estimate, estimates[index], tolerance),
        "\(name) of \(fit.options.model)")
      #expect(
        isClose(coefficient?.standardError, errors[index], tolerance),
        "error of \(name), \(fit.options.model)")
    }
  }

  @Test func estimators() throws {
    expect(
      try fit("inv ~ value + capital"), Self.all,
      [-42.71436944, 0.1155621564, 0.2306784887], [9.511676031, 0.005835709557, 0.02547580148])
    let within = try fit("inv ~ value + capital | firm")
    expect(
      within, Self.slopes, [0.1101238041, 0.3100653413], [0.01185669421, 0.01735450278])
    #expect(isClose(within.rSquared, 0.7667575837, 1e-9))
    #expect(isClose(within.slopes?.statistic, 309.0141752, 1e-9))
    expect(
      try fit("inv ~ value + capital | firm + year"), Self.slopes,
      [0.1177158551, 0.3579162731], [0.013751283, 0.02271901088], within: 1e-8)
    expect(
      try fit("inv ~ value + capital") { $0.model = .between }, Self.all,
      [-8.527113722, 0.134646087, 0.03203147433], [47.51530774, 0.02874545914, 0.1909377992])
    expect(
      try fit("inv ~ value + capital") { $0.model = .difference }, Self.all,
      [-1.818890159, 0.08976249499, 0.2917667197], [3.565593136, 0.008363585016, 0.05375159764])
  }

  @Test(
    arguments: [
      (
        VarianceComponents.Method.swamyArora, [-57.83441491, 0.1097811522, 0.3081129828],
        [28.89893526, 0.01049266355, 0.01718046909]
      ),
      (
        .amemiya, [-57.77105402, 0.1097636877, 0.3079518704],
        [27.96147663, 0.01042115977, 0.01720028014]
      ),
      (
        .wallaceHussain, [-57.55386353, 0.109710374, 0.3073739276],
        [25.33553747, 0.01018133401, 0.01727218067]
      ),
      (
        .nerlove, [-57.90736208, 0.109802323, 0.308294302],
        [30.10699537, 0.01057580731, 0.01715831398]
      ),
    ] as [(VarianceComponents.Method, [Double], [Double])])
  func randomEffects(
    _ method: VarianceComponents.Method, _ estimates: [Double], _ errors: [Double]
  ) throws {
    let random = try fit("inv ~ value + capital") {
      $0.model = .random
      $0.components = method
    }
    expect(random, Self.all, estimates, errors)
    if method == .swamyArora {
      let components = try #require(random.components)
      #expect(isClose(components.theta[0], 0.8612236207, 1e-9))
      #expect(isClose(components.idiosyncratic, 2784.458231, 1e-9))
      #expect(isClose(components.individual, 7089.800099, 1e-9))
    }
  }

  @Test func firmEffects() throws {
    let effects = try #require(try fit("inv ~ value + capital | firm").effects())
    let expected = [
      -70.29671746, 101.9058137, -235.571841, -27.80929456, -114.6168128, -23.16129513,
      -66.55347354, -57.54565725, -87.22227242, -6.567843537,
    ]
    for (level, value) in zip(effects[0].levels, expected) {
      #expect(isClose(level.value, value, 1e-9), "firm \(level.name)")
    }
  }

  @Test func tests() throws {
    let tests = try PanelTests(
      sample, PanelRegression.Options(formula: RegressionFormula("inv ~ value + capital")))
    #expect(isClose(tests.hausman?.statistic, 2.330366894, 1e-8))
    #expect(isClose(tests.hausman?.pValue, 0.3118654461, 1e-8))
    #expect(isClose(tests.effects?.statistic, 49.1766255, 1e-8))
    #expect(isClose(tests.breuschPagan.statistic, 798.1615484, 1e-9))
    #expect(isClose(tests.pesaran?.statistic, 4.661192485, 1e-9))
    #expect(isClose(tests.pesaran?.pValue, 3.143825e-06, 1e-6))
  }

  private static let firm = ["firm"]

  @Test(
    arguments: [
      (.cluster(firm, .cr1, .none), 0.01434214371, 0.04979260872),
      (.cluster(firm, .cr1, .slopes), 0.01441439678, 0.05004345469),
      (.cluster(firm, .cr1, .slopesAndGroups), 0.01515607544, 0.05261839159),
      (.cluster(firm, .cr1, .standard), 0.015194493943, 0.052751771759),
      (.cluster(firm, .rowHC2, .none), 0.0152293771, 0.05553598553),
      (.cluster(firm, .rowHC3, .none), 0.01631234993, 0.06224823212),
      (.cluster(firm, .cr3, .standard), 0.038073375743, 0.155250781404),
      (.cluster(firm, .cr3, .jackknife), 0.034093412193, 0.139021790961),
      (.robust(.hc1), 0.019378033291, 0.042795005619),
      (.cluster(["year"], .cr1, .none), 0.01641574142, 0.03057966036),
      (.driscollKraay(lag: 0, .none), 0.01641574142, 0.03057966036),
      (.driscollKraay(lag: 1, .none), 0.0163235114, 0.03420370796),
      (.driscollKraay(lag: nil, .none), 0.01768603272, 0.03482014687),
      (.driscollKraay(lag: 3, .none), 0.01881107647, 0.03453252853),
      (.driscollKraay(lag: 4, .none), 0.01958260422, 0.03301581668),
      (.driscollKraay(lag: 2, .parameters), 0.018241749907, 0.035914239283),
      (.periodCorrected, 0.01184433399, 0.04028216184),
      (.panelCorrected, 0.01755675718, 0.02457309121),
      (.cluster(["firm", "year"], .cr1, .none), 0.01105422855, 0.04114476584),
    ] as [(Covariance, Double, Double)])
  func standardErrors(_ covariance: Covariance, _ value: Double, _ capital: Double) throws {
    let fit = try fit("inv ~ value + capital | firm") { $0.covariance = covariance }
    #expect(isClose(fit["value"]?.standardError, value, 1e-9))
    #expect(isClose(fit["capital"]?.standardError, capital, 1e-9))
  }

  // Two-way effects, firms nested in the clusters: K = 22.
  @Test func twoWayClustered() throws {
    let fit = try fit("inv ~ value + capital | firm + year") {
      $0.covariance = .cluster(Self.firm, .cr1, .standard)
    }
    #expect(isClose(fit["value"]?.standardError, 0.010824429477, 1e-9))
    #expect(isClose(fit["capital"]?.standardError, 0.047848396593, 1e-9))
  }

  // clubSandwich on the dummy regression: 0.0206, 0.0827; df 1.81, 1.80; p 0.0410, 0.0755.
  @Test func biasReduced() throws {
    let fit = try fit("inv ~ value + capital | firm") {
      $0.covariance = .cluster(Self.firm, .cr2, .none)
    }
    let value = try #require(fit["value"])
    let capital = try #require(fit["capital"])
    #expect(abs(value.standardError - 0.0206) <= 5e-5)
    #expect(abs(capital.standardError - 0.0827) <= 5e-5)
    #expect(abs(value.degreesOfFreedom - 1.81) <= 5e-3)
    #expect(abs(capital.degreesOfFreedom - 1.80) <= 5e-3)
    #expect(abs(value.pValue - 0.0410) <= 5e-5)
    #expect(abs(capital.pValue - 0.0755) <= 5e-5)
  }

  // All 2^10 sign vectors: strictly above 2 and 24 of 1024, ties counted 4 and 26.
  @Test func wildBootstrap() throws {
    let fit = try fit("inv ~ value + capital | firm") {
      $0.covariance = .cluster(Self.firm, .cr1, .groups)
      $0.wild = Self.slopes
    }
    let expected: [(Double, Double, Double)] = [
      (7.2843094995, 2, 4), (5.9075798226, 24, 26),
    ]
    for (test, (statistic, strict, tied)) in zip(fit.wild, expected) {
      #expect(test.isExact && test.draws == 1024)
      #expect(isClose(test.statistic, statistic, 1e-9))
      #expect(test.strictPValue == strict / 1024)
      #expect(test.pValue == tied / 1024)
    }
  }
}

/// Section 3.5: Petersen's simulated panel (500 firms, 10 years), `y ~ x`; sandwich 3.0-2, clubSandwich, statsmodels 0.15.
@Suite(.enabled(if: RecoveryReference.has("petersen_cl.csv"), "needs shared/reference"))
struct PetersenTests {
  @Test(
    arguments: [
      (.classical, 0.02835931627, 0.02858328779), (.robust(.hc0), 0.02835499953, 0.02838948187),
      (.robust(.hc1), 0.02836067223, 0.02839516147),
      (.robust(.hc2), 0.02836063855, 0.02840078773),
      (.robust(.hc3), 0.02836627982, 0.02841210127),
      (.robust(.hc4), 0.02836318621, 0.02841778259),
      (.cluster(["firm"], .cr1, .none), 0.06693896122, 0.05054004906),
      (.cluster(["firm"], .cr1, .groups), 0.06700600075, 0.05059066505),
      (.cluster(["firm"], .cr1, .standard), 0.0670127037, 0.05059572588),
      (.cluster(["firm"], .cr2, .none), 0.06704093717, 0.05067776674),
      (.cluster(["firm"], .cr3, .none), 0.06714314778, 0.05081596631),
      (.cluster(["year"], .cr1, .standard), 0.0233867211, 0.03338891341),
      (.cluster(["firm", "year"], .cr1, .standard), 0.0650639182, 0.05355802294),
      (.cluster(["firm", "year"], .cr1, .standardRows), 0.06506639058, 0.05356103375),
    ] as [(Covariance, Double, Double)])
  func standardErrors(_ covariance: Covariance, _ constant: Double, _ slope: Double) throws {
    let sample = try Self.sample.get()
    var options = PanelRegression.Options(formula: try RegressionFormula("y ~ x"))
    options.covariance = covariance
    let fit = try PanelRegression(sample, options)
    #expect(isClose(fit["(intercept)"]?.estimate, 0.02967972073, 1e-9))
    #expect(isClose(fit["x"]?.estimate, 1.034833439, 1e-9))
    #expect(isClose(fit["(intercept)"]?.standardError, constant, 1e-9))
    #expect(isClose(fit["x"]?.standardError, slope, 1e-9))
  }

  // CR2 by year: 0.0234, 0.0334; df 9.00 and 8.99.
  @Test func fewClusters() throws {
    var options = PanelRegression.Options(formula: try RegressionFormula("y ~ x"))
    options.covariance = .cluster(["year"], .cr2, .none)
    let fit = try PanelRegression(try Self.sample.get(), options)
    let coefficients = fit.coefficients
    #expect(abs(coefficients[0].standardError - 0.0234) <= 5e-5)
    #expect(abs(coefficients[1].standardError - 0.0334) <= 5e-5)
    #expect(abs(coefficients[0].degreesOfFreedom - 9.00) <= 5e-3)
    #expect(abs(coefficients[1].degreesOfFreedom - 8.99) <= 5e-3)
  }

  private static let sample = Result {
    try RecoveryReference.sample(
      "petersen_cl.csv", unit: "firm", time: "year", numbers: ["y", "x"])
  }
}

/// Section 3.6: two-way fixed effects on the county panel, pyfixest 0.60.
@Suite(.enabled(if: RecoveryReference.has("mpdta.csv"), "needs shared/reference"))
struct CountyRegressionTests {
  let sample: PanelSample

  init() throws {
    let read = try RecoveryReference.sample(
      "mpdta.csv", unit: "countyreal", time: "year", numbers: ["lemp", "lpop", "first.treat"])
    let treated = try read.column("first.treat")
    let post = read.timeCodes.indices.map { row -> Double in
      let year = Double(read.axis.ordinals[Int(read.timeCodes[row])])
      return treated[row] > 0 && year >= treated[row] ? 1 : 0
    }
    sample = read.adding("post", post)
  }

  @Test(
    arguments: [
      (.classical, 0.0126464735), (.robust(.hc1), 0.0123601005),
      (.cluster(["countyreal"], .cr1, .standard), 0.0132651554),
      (.cluster(["countyreal"], .cr3, .standard), 0.0133290063),
      (.cluster(["countyreal"], .cr3, .jackknife), 0.0132890339),
    ] as [(Covariance, Double)])
  func staticEffect(_ covariance: Covariance, _ error: Double) throws {
    var options = PanelRegression.Options(
      formula: try RegressionFormula("lemp ~ post | countyreal + year"))
    options.covariance = covariance
    let fit = try PanelRegression(sample, options)
    #expect(isClose(fit["post"]?.estimate, -0.0365489367, 1e-8))
    #expect(isClose(fit["post"]?.standardError, error, 1e-8))
  }

  @Test func dose() throws {
    var options = PanelRegression.Options(
      formula: try RegressionFormula("lemp ~ lpop:post(2006) | countyreal + year"))
    options.covariance = .cluster(["countyreal"], .cr1, .standard)
    let dose = try #require(try PanelRegression(sample, options)["lpop:post(2006)"])
    #expect(isClose(dose.estimate, 0.0046117705, 1e-8))
    #expect(isClose(dose.standardError, 0.0068349392, 1e-8))
  }
}

/// Section 3.11: local projections of output on the Treasury bill rate, statsmodels 0.15.
@Suite(
  .enabled(if: RecoveryReference.has("us_macrodata_1959_2009.csv"), "needs shared/reference"))
struct LocalProjectionTests {
  // Long difference, 3 lags of growth and of the shock, Newey-West lag h, no small-sample factor; n from 199 to 191.
  @Test func responses() throws {
    let table = try RecoveryReference.table("us_macrodata_1959_2009.csv")
    let years = try table.numbers("year")
    let quarters = try table.numbers("quarter")
    let gdp = try table.numbers("realgdp")
    let rate = try table.numbers("tbilrate")
    var text = "period,y,rate\n"
    for row in years.indices {
      text += "\(Int(years[row]))-Q\(Int(quarters[row])),\(100 * log(gdp[row])),\(rate[row])\n"
    }
    let sample = try PanelSample(
      CSVTable(bytes: Array(text.utf8), file: "us.csv"), numbers: ["y", "rate"])
    var options = LocalProjection.Options(formula: try RegressionFormula("y ~ diff(rate)"))
    options.lags = 3
    let projection = try LocalProjection(sample, options)
    let expected: [(Double, Double)] = [
      (0.2457801697, 0.0726650055), (0.4338981348, 0.1098948170), (0.3537885296, 0.1690192427),
      (0.2158541722, 0.2198697948), (0.2144242909, 0.2421053203), (-0.0418896629, 0.2966172052),
      (-0.1184322963, 0.3430828969), (-0.3689159047, 0.2676676252), (-0.6684797411, 0.2508859890),
    ]
    let points = projection.points.filter { $0.response == .longDifference }
    #expect(points.count == 9)
    for (point, (estimate, error)) in zip(points, expected) {
      #expect(isClose(point.estimate, estimate, 1e-8), "h \(point.horizon)")
      #expect(isClose(point.standardError, error, 1e-8), "h \(point.horizon)")
      #expect(point.count == 199 - point.horizon)
    }
    // The running sum at horizon 0 is the long difference.
    let sums = projection.points.filter { $0.response == .cumulative }
    #expect(sums[0].estimate == points[0].estimate)
  }
}
