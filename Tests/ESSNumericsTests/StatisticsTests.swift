import ESSNumerics
import Testing

@Suite struct StatisticsTests {
  // Student's t, two-sided 5 %: Fisher and Yates' table as reprinted in every textbook, three decimals; and the values with
  // twelve digits of the recovery study, section 3.11 (t(0.975) + t(0.80)).
  @Test(arguments: [(1.0, 12.706), (2, 4.303), (8, 2.306), (10, 2.228), (30, 2.042)])
  func studentTable(_ degrees: Double, _ value: Double) {
    let t = StudentT(degreesOfFreedom: degrees).quantile(0.975)
    #expect(abs(t - value) <= 0.0005)
  }

  @Test(arguments: [(8.0, 3.194893652971), (20, 2.945927886998), (48, 2.859808577611)])
  func studentSums(_ degrees: Double, _ sum: Double) {
    let distribution = StudentT(degreesOfFreedom: degrees)
    let (upper, power) = (distribution.quantile(0.975), distribution.quantile(0.80))
    #expect(abs(upper + power - sum) <= 1e-12)
  }

  @Test func intervalsOutsideTheDomain() {
    func interval(_ freedom: Double, _ level: Double, error: Double = 1) -> ClosedRange<Double>? {
      StudentT.interval(
        estimate: 0, standardError: error, degreesOfFreedom: freedom, level: level)
    }
    #expect(interval(0, 0.95) == nil)
    #expect(interval(3, 1) == nil)
    #expect(interval(3, 0.95, error: -1) == nil)
    #expect(interval(3, .nan) == nil)
  }

  // y = 2 exp(0.1 t) exactly.
  @Test func trendOfAnExactGrowth() throws {
    let levels = (0..<6).map { 2 * exponential(0.1 * Double($0)) }
    let trend = try #require(LogLinearTrend(levels: levels))
    #expect(abs(trend.slope - 0.1) <= 1e-14)
    #expect(abs(trend.level(at: 10) - 2 * exponential(1)) <= 1e-12)
    #expect(trend.slopeStandardError <= 1e-14)
    #expect(LogLinearTrend(levels: [1, 2]) == nil)
    #expect(LogLinearTrend(levels: [1, -2, 3]) == nil)
  }

  // Standard error of a prediction at t: s sqrt(1/n + (t - mean)^2 / Sxx), the textbook formula.
  @Test func trendDeltaMethod() throws {
    let trend = try #require(LogLinearTrend(levels: [100, 103, 104, 109, 111, 118]))
    let t = 8.0
    let expected = (trend.residualVariance * (1 / 6 + (t - 2.5) * (t - 2.5) / 17.5)).squareRoot()
    #expect(abs(trend.standardError(gradient: (1, t)) - expected) <= 1e-15)
  }

  private func exponential(_ x: Double) -> Double {
    // Taylor's series, so that the expectation does not come from the library under test.
    var term = 1.0
    var sum = 1.0
    for k in 1..<40 {
      term *= x / Double(k)
      sum += term
    }
    return sum
  }

  @Test func additiveSplitsAddUp() {
    var state: UInt64 = 1
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53) * 2 - 1
    }
    for _ in 0..<2000 {
      let scale = 1e9 * next()
      let parts = (0..<5).map { _ in scale * next() }
      let start = scale * next()
      let end = start + parts.reduce(0, +)
      let split = AdditiveSplit(start: start, end: end, parts: parts)
      #expect(split.parts.reduce(0, +) == split.change)
      #expect(split.parts.reversed().reduce(0, +) == split.change)
      #expect(split.start + split.change == split.end)
      let size = abs(start) + parts.reduce(0) { $0 + abs($1) } + abs(end)
      #expect(zip(split.parts, parts).allSatisfy { abs($0 - $1) <= 8 * size.ulp })
    }
    let nothing = AdditiveSplit(start: 0, end: 0, parts: [0, 0])
    #expect(nothing.change == 0)
  }
}
