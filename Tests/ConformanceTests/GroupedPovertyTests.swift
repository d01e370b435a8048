import ESSIndicators
import Foundation
import Testing

/// Rural India 1983 (Datt 1998, FCND Discussion Paper 50), the table that worldbank/pip ships as `pip_datt`.
///
/// Values from 25-digit arithmetic, not from a peer: wbpip's Watts (0.16474) and Beta headcount (0.4511816) are known not to have converged.
@Suite struct GroupedPovertyTests {
  private static let people: [Double] = [
    0.0092, 0.0339, 0.0850, 0.1640, 0.2609, 0.4133, 0.5497, 0.7196, 0.8196, 0.9174, 0.9570,
    0.9751, 1,
  ]
  private static let welfare: [Double] = [
    0.00208, 0.01013, 0.03122, 0.07083, 0.12808, 0.23498, 0.34887, 0.51994, 0.64270, 0.79201,
    0.86966, 0.91277, 1,
  ]
  private static let mean = 109.90
  private static let line = 89.0

  private func distribution() throws -> GroupedDistribution {
    try GroupedDistribution(.cumulative, population: Self.people, welfare: Self.welfare)
  }

  private func expect(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-9) throws {
    let value = try #require(value)
    #expect(abs(value - expected) <= tolerance, "\(value) is not \(expected)")
  }

  @Test func generalQuadratic() throws {
    let fit = LorenzFit.generalQuadratic(try distribution())
    let curve = try #require(fit.curve as? GeneralQuadraticLorenz)
    let errors = fit.parameters.map { $0.standardError ?? .nan }
    let pairs: [(Double, Double)] = [
      (curve.a, 0.887747843624), (curve.b, -1.451445918127), (curve.c, 0.202640047739),
      (errors[0], 0.00667312673267), (errors[1], 0.019034520534), (errors[2], 0.0128279227227),
      (fit.residualVariance ?? .nan, 3.79784220157e-7), (curve.e, -0.63894197323564),
      (curve.m, -1.444296121248), (curve.n, 1.0442192469908),
      (curve.rSquared.squareRoot(), 1.8571244373236), (curve.gini, 0.28901711934),
      (curve.lorenz(0.5), 0.30507842762), (Self.mean * curve.median, 94.325534313),
    ]
    for (value, expected) in pairs { try expect(value, expected) }
    #expect(fit.isValid && fit.isNormal)
    let deciles: [Double] = [
      0.03911772074, 0.09067746533, 0.1526342473, 0.2241284922, 0.3050784276, 0.3961458633,
      0.4990355797, 0.6175282373, 0.7615740786,
    ]
    for (k, expected) in deciles.enumerated() {
      try expect(curve.lorenz(Double(k + 1) / 10), expected)
    }
    let poverty = curve.poverty(mean: Self.mean, line: Self.line)
    try expect(poverty.headcount, 0.45061477567)
    try expect(poverty.gap, 0.12474671596)
    try expect(poverty.severity, 0.04751996799)
    try expect(poverty.watts, 0.15961488788)
    let mean = try #require(poverty.toMean)
    try expect(mean.headcount, -1.8676911057)
    try expect(mean.gap, -2.6122375824)
    try expect(mean.severity, -3.2502861948)
    let gini = try #require(poverty.toGini)
    try expect(gini.headcount, 0.43859263044)
    try expect(gini.gap, 1.8482670278)
    try expect(gini.severity, 3.2329323761)
    // As printed by Datt: 45.06 %, 12.47 %, 4.752 %, 0.289.
    try expect(poverty.headcount, 0.4506, 5e-5)
    try expect(poverty.gap, 0.1247, 5e-5)
    try expect(poverty.severity, 0.04752, 5e-6)
    try expect(curve.gini, 0.289, 5e-4)
  }

  @Test func beta() throws {
    let fit = LorenzFit.beta(try distribution())
    let curve = try #require(fit.curve as? BetaLorenz)
    let errors = fit.parameters.map { $0.standardError ?? .nan }
    let pairs: [(Double, Double)] = [
      (curve.theta, 0.561353174425), (curve.gamma, 0.930950066049),
      (curve.delta, 0.580025924368), (errors[0] / curve.theta, 0.0148715778963),
      (errors[1], 0.00550561992866), (errors[2], 0.00640766917351),
      (fit.residualVariance ?? .nan, 3.56109840506e-4), (curve.gini, 0.28940450067),
      (curve.lorenz(0.5), 0.30303589496),
    ]
    for (value, expected) in pairs { try expect(value, expected) }
    let poverty = curve.poverty(mean: Self.mean, line: Self.line)
    try expect(poverty.headcount, 0.45117327226)
    try expect(poverty.gap, 0.12735341227)
    try expect(poverty.severity, 0.04966338297)
    // gamma < 1: the poorest have infinitely negative welfare, so that there is no Watts index and no mean log deviation.
    #expect(poverty.watts == nil)
    #expect(curve.meanLogDeviation == nil)
    #expect(poverty.negativeShare > 0 && poverty.negativeShare < 1e-3)
  }

  // PIP: the curve with the smaller sum of squares; here General Quadratic for both uses.
  @Test func selection() throws {
    let selection = LorenzSelection(try distribution())
    #expect(selection.forInequality()?.name == "gq")
    #expect(selection.forPoverty(mean: Self.mean, line: Self.line)?.name == "gq")
    #expect(selection.generalQuadratic.squaredErrors < selection.beta.squaredErrors)
  }

  // Growth of -5.3 %, distribution neutral, pass-through k.
  @Test func nowcast() throws {
    let selection = LorenzSelection(try distribution())
    let table: [[Double]] = [
      [
        0, 109.9, 0.450614775671, 0.124746715958, 0.0475199679906, 0.451173272262, 0.127353412272,
        0.0496633829736,
      ],
      [
        0.7, 105.82271, 0.482657188948, 0.137433298164, 0.0536072178034, 0.480822959214,
        0.139919976923, 0.0557804674057,
      ],
      [
        0.85, 104.949005, 0.489729599188, 0.140312801671, 0.0550093854359, 0.487347477142,
        0.142761544821, 0.0571874822256,
      ],
      [
        1, 104.0753, 0.496871372694, 0.143251474726, 0.0564481647024, 0.493931572830,
        0.145657679226, 0.0586304013259,
      ],
    ]
    for row in table {
      let scenario = NowcastScenario(growth: -0.053, passThrough: row[0])
      try expect(Self.mean * scenario.meanFactor, row[1], 1e-12 * 110)
      for (k, fit) in selection.fits.enumerated() {
        let poverty = scenario.poverty(of: fit.curve, mean: Self.mean, line: Self.line)
        try expect(poverty.headcount, row[2 + 3 * k])
        try expect(poverty.gap, row[3 + 3 * k])
        try expect(poverty.severity, row[4 + 3 * k])
      }
    }
  }

  // The elasticities are derivatives: a Kakwani shift of a millionth moves the indices by them.
  @Test func giniShift() throws {
    let curve = LorenzFit.generalQuadratic(try distribution()).curve
    let before = curve.poverty(mean: Self.mean, line: Self.line)
    let shift = NowcastScenario(growth: 0, passThrough: 1, giniChange: 1e-6)
    let after = shift.poverty(of: curve, mean: Self.mean, line: Self.line)
    let elasticity = try #require(before.toGini)
    try expect((after.headcount / before.headcount - 1) / 1e-6, elasticity.headcount, 1e-4)
    try expect((after.gap / before.gap - 1) / 1e-6, elasticity.gap, 1e-4)
    #expect(ShiftedLorenz(curve, giniChange: 0.1).gini == 1.1 * curve.gini)
  }

  // The quadratures against closed forms of the same curves (Datt 1998, table 2).
  @Test func quadratureAgreesWithClosedForms() throws {
    let gq = GeneralQuadraticLorenz(
      a: 0.887747843624, b: -1.451445918127, c: 0.202640047739)
    let poverty = gq.poverty(mean: Self.mean, line: Self.line)
    let (h, r) = (poverty.headcount, gq.rSquared.squareRoot())
    let (s1, s2) = ((r - gq.n) / (2 * gq.m), -(r + gq.n) / (2 * gq.m))
    let ratio = Self.mean / Self.line
    let severity =
      2 * poverty.gap - h - ratio * ratio
      * (gq.a * h + gq.b * gq.lorenz(h) - r / 16 * log((1 - h / s1) / (1 - h / s2)))
    try expect(poverty.severity, severity, 1e-13)
    let bend = gq.b + 2 / ratio
    try expect(
      h, -(gq.n + r * bend / (bend * bend - gq.m).squareRoot()) / (2 * gq.m), 1e-13)
    let root = (-gq.m).squareRoot()
    let gini =
      gq.e / 2 - gq.n * (gq.b + 2) / (4 * gq.m)
      + gq.rSquared / (8 * gq.m * root) * (asin((2 * gq.m + gq.n) / r) - asin(gq.n / r))
    try expect(gq.gini, gini, 1e-13)
    // A log-normal distribution: headcount F((ln z - ln mean) / sigma + sigma / 2), MLD sigma^2 / 2.
    let normal = LogNormalLorenz(sigma: 0.8)
    try expect(normal.meanLogDeviation, 0.32, 1e-9)
    try expect(normal.gini, 2 * Normal().cumulative(0.8 / 2.0.squareRoot()) - 1, 1e-14)
    try expect(
      normal.poverty(mean: 2, line: 1).headcount, Normal().cumulative(log(0.5) / 0.8 + 0.4), 1e-14)
  }

  @Test func outsideTheFittedRange() throws {
    let curve = LorenzFit.generalQuadratic(try distribution()).curve
    let above = curve.poverty(mean: Self.mean, line: 1e6)
    #expect(above.headcount == 1 && above.range == .above && above.toMean == nil)
    try expect(above.gap, 1 - Self.mean / 1e6 * curve.lorenz(1), 1e-12)
    let below = curve.poverty(mean: Self.mean, line: 1)
    #expect(below.headcount == 0 && below.range == .below && below.gap == 0)
  }

  // Curves that PIP's tests call invalid (wbpip, test of the Beta conditions), and one that ends below 1.
  @Test func invalidCurves() {
    #expect(
      !BetaLorenz(
        theta: 1.5059569306828811, gamma: 1.2068983362374488,
        delta: 0.60013901263412039
      ).isLorenzCurve)
    #expect(!BetaLorenz(theta: 1, gamma: 0.3, delta: 0.2).isLorenzCurve)
    #expect(
      GeneralQuadraticLorenz(
        a: 0.887747843624, b: -1.451445918127, c: 0.202640047739
      ).isLorenzCurve)
    #expect(!GeneralQuadraticLorenz(a: 0.5, b: -0.8, c: 0.2).isLorenzCurve)
  }

  // Shares, means and cumulative shares of one distribution are the same curve, at any scale of people.
  @Test func formsAgree() throws {
    let shares: [Double] = [2, 4, 5, 6, 8, 9, 11, 13, 17, 25]
    let a = try GroupedDistribution(.shares, population: nil, welfare: shares)
    let b = try GroupedDistribution(
      .means, population: Array(repeating: 1234, count: 10), welfare: shares.map { 7 * $0 })
    var sum = 0.0
    let running = shares.map { share in
      sum += share
      return sum
    }
    let c = try GroupedDistribution(.cumulative, population: nil, welfare: running)
    for (left, right) in [(a, b), (a, c)] {
      for (x, y) in zip(left.welfare, right.welfare) { try expect(x, y, 1e-15) }
    }
    try expect(b.groupMean, 70, 1e-12)
    #expect(a.groupMean == nil)
  }

  // The deciles of a survey are points of its interpolated Lorenz curve: SYN-A's, by R's convey.
  @Test func decilesOfASurvey() throws {
    let entry = try #require(
      GroupedTable(SyntheticHouseholds.sample(), groups: 10).entries.first)
    let lorenz: [Double] = [
      0.0213085417799, 0.0683796074591, 0.12469709681, 0.192821059378, 0.269752168481,
      0.356700236562, 0.452361834738, 0.562750018903, 0.681689704712, 1,
    ]
    #expect(entry.distribution.population.count == 10)
    for (value, expected) in zip(entry.distribution.welfare, lorenz) {
      try expect(value, expected, 1e-11)
    }
    try expect(entry.mean, 277729.0 / 1370, 1e-9)
  }
}
