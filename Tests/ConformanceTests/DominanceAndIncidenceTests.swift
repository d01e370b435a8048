import ESSIndicators
import Foundation
import Testing

@Suite struct DominanceAndIncidenceTests {
  private static let before: [Double] = [4, 6, 8, 9, 12, 21]
  private static let after: [Double] = [4, 5, 7, 9, 11, 18]
  private static let periods = SurveyComparison.periods(from: "0", to: "1")

  private func expect(_ estimate: SurveyEstimate?, _ value: Double, _ tolerance: Double = 1e-12)
    throws
  {
    #expect(abs(try #require(estimate?.value) - value) <= tolerance)
  }

  // The Datt-Ravallion toy: growth 0, -1/6, -1/8, 0, -1/12, -1/7 at ranks 1 to 6, the mean by -1/10, the poor (z = 10) by -7/96.
  @Test func growthIncidence() throws {
    let sample = try SyntheticHouseholds.periods(Self.before, Self.after)
    let result = try GrowthIncidence(
      sample,
      .init(
        comparison: Self.periods, shares: (0..<6).map { (Double($0) + 0.5) / 6 }, line: 10))
    let row = try #require(result.rows.first)
    let growth: [Double] = [0, -1.0 / 6, -1.0 / 8, 0, -1.0 / 12, -1.0 / 7]
    for (estimate, value) in zip(row.curve, growth) { try expect(estimate, value) }
    try expect(row.mean, -0.1)
    try expect(row.proPoor, -7.0 / 96)
    // The last rank is the richest record, whose own quantile has no linearised error.
    #expect(row.curve.map { $0.standardError != nil } == [true, true, true, true, true, false])
    // Bottom 40 %: 4 + 6 + 0.4 * 8 = 13.2 to 4 + 5 + 0.4 * 7 = 11.8.
    try expect(row.bottom, 11.8 / 13.2 - 1)
  }

  // SYN-A, the same households twice: the ratio of means with its linearised standard error (independently: sum by PSU of
  // w (y1 - R y0) / Y0, stratified).
  @Test func growthOfTheMeanHasTheRatiosError() throws {
    let result = try GrowthIncidence(
      SyntheticHouseholds.panel(), .init(comparison: Self.periods, line: 120))
    let mean = try #require(result.rows.first?.mean)
    try expect(mean, -0.018255205614105874)
    #expect(abs(try #require(mean.standardError) - 0.01606646522465088) < 1e-12)
    // One welfare is zero: the poorest quantile has no growth rate, but others have.
    let row = try #require(result.rows.first)
    #expect(row.proPoor?.value == nil && row.curve.last?.value != nil)
  }

  // The derivative of the rate with respect to each weight, by differences of the rate itself, gives its error: every record is a PSU, and
  // the periods are independent. The headcount ratio moves too.
  @Test(arguments: [[70, 90], [20, 30], [25, 40], [33, 21], [47, 52], [11, 13], [9, 35]])
  func theErrorOfProPoorGrowthIsThatOfItsInfluence(_ counts: [Int]) throws {
    func part(_ k: Int, _ step: Double) -> Double {
      (Double(k) * step).truncatingRemainder(dividingBy: 1)
    }
    let total = counts[0] + counts[1]
    func rate(_ weights: [Double], _ variance: VarianceMethod) throws -> SurveyEstimate {
      var records = SurveyRecords(count: total)
      records.welfare = (0..<total).map {
        exp(1 + 2.2 * part($0 + 1, 0.618034) + ($0 < counts[0] ? 0 : 0.1 * part($0, 0.414214)))
      }
      records.weight = weights
      records.period = CodedColumn((0..<total).map { $0 < counts[0] ? "0" : "1" })
      let options = GrowthIncidence.Options(
        comparison: Self.periods, line: 9, variance: VarianceOptions(method: variance))
      return try #require(GrowthIncidence(SurveySample(records), options).rows.first?.proPoor)
    }
    let weights = (0..<total).map { 1 + part($0 + 1, 0.754878) }
    var squares = 0.0
    for (first, count) in [(0, counts[0]), (counts[0], counts[1])] {
      let moved = try (first..<first + count).map { record in
        let values = try [-1e-6, 1e-6].map { step in
          var weights = weights
          weights[record] *= 1 + step
          return try #require(rate(weights, .none).value)
        }
        return (values[1] - values[0]) / 2e-6
      }
      let mean = moved.reduce(0, +) / Double(count)
      squares +=
        moved.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * Double(count) / Double(count - 1)
    }
    let found = try rate(weights, .taylor)
    #expect(abs(try #require(found.standardError) / squares.squareRoot() - 1) < 1e-6)
  }

  // Of evenly spaced welfare, and of welfare that is evenly spaced in logarithms, the density at the median is known, and so is the median's
  // error: 0.5 / (f sqrt(n - 1)). A kernel follows the whole spread instead.
  @Test(arguments: [false, true]) func theMediansErrorOnKnownDensities(_ isSkewed: Bool) throws {
    let n = 2001
    var records = SurveyRecords(count: n)
    records.welfare = (1...n).map { isSkewed ? exp(4 * Double($0) / Double(n)) : Double($0) }
    let measures = try PovertyMeasures(
      SurveySample(records), .init(measures: [.headcount], lines: [.relative(.median, share: 1)]))
    let height = try #require(measures.rows.first).height
    let median = try #require(height.value)
    let density = isSkewed ? 1 / (4 * median) : 1 / Double(n)
    let expected = 0.5 / (density * Double(n - 1).squareRoot())
    #expect(abs(try #require(height.standardError) / expected - 1) < 0.03)
  }

  // The bands of the bootstrap are of the size of the linearised ones, and the values the same.
  @Test func bandsByReplicates() throws {
    var options = GrowthIncidence.Options(comparison: Self.periods, shares: [0.5], line: nil)
    let taylor = try #require(GrowthIncidence(SyntheticHouseholds.panel(), options).rows.first)
    options.variance.method = .bootstrap(replicates: 100, seed: 7)
    let drawn = try #require(GrowthIncidence(SyntheticHouseholds.panel(), options).rows.first)
    #expect(taylor.curve[0].value == drawn.curve[0].value)
    let ratio = (drawn.mean.standardError ?? 0) / (taylor.mean.standardError ?? 1)
    #expect(ratio > 0.7 && ratio < 1.4)
  }

  // y(0) is at least y(1) at every rank: no more poverty for any line and any order.
  @Test func theToyIsDominated() throws {
    let sample = try SyntheticHouseholds.periods(Self.before, Self.after)
    let result = try PovertyDominance(
      sample, .init(comparison: Self.periods, range: 4...20, lines: 9))
    for order in try #require(result.rows.first).orders {
      #expect(order.verdict == .first && order.crossings.isEmpty)
      for point in order.points { #expect(try #require(point.difference.value) >= 0) }
    }
  }

  // {1, 4} and {2, 2}: D1 cross at 2, D2 at 3 ((z-1)/2 = z-2), D3 at 4.5 (((z-1)^2 + (z-4)^2) / 2 = (z-2)^2).
  @Test func crossingsAreExact() throws {
    let sample = try SyntheticHouseholds.periods([1, 4], [2, 2])
    let result = try PovertyDominance(
      sample, .init(comparison: Self.periods, range: 0.5...10, lines: 3))
    let orders = try #require(result.rows.first).orders
    #expect(orders.map(\.verdict) == [.crossing, .crossing, .crossing])
    #expect(orders[0].crossings == [2])
    #expect(orders[1].crossings.count == 1 && abs(orders[1].crossings[0] - 3) < 1e-12)
    #expect(orders[2].crossings.count == 1 && abs(orders[2].crossings[0] - 4.5) < 1e-12)
    // Below the crossing of order 2 the second is ahead.
    let low = try PovertyDominance(
      sample, .init(comparison: Self.periods, orders: [2], range: 0.5...2.9, lines: 3))
    #expect(low.rows.first?.orders.first?.verdict == .second)
    let same = try PovertyDominance(
      SyntheticHouseholds.periods([1, 4], [4, 1]),
      .init(comparison: Self.periods, range: 0.5...10, lines: 3))
    #expect(try #require(same.rows.first).orders.allSatisfy { $0.verdict == .equal })
  }

  // SYN-A at z = 120: panel changes of P0, P1, P2 and their standard errors (survey: 0; 0.00793391513051; 0.00279767350413).
  @Test func differencesHaveThePanelsErrors() throws {
    let result = try PovertyDominance(
      SyntheticHouseholds.panel(),
      .init(comparison: Self.periods, range: 60...120, lines: 2))
    let orders = try #require(result.rows.first).orders
    let expected: [(Double, Double)] = [
      (0, 0), (-0.0072201946472, 0.00793391513051), (0.00127073195458, 0.00279767350413),
    ]
    for (order, (value, error)) in zip(orders, expected) {
      let point = try #require(order.points.last)
      try expect(point.difference, value, 1e-12)
      #expect(abs(try #require(point.difference.standardError) - error) < 1e-12)
    }
    // df = 8 PSUs - 3 strata: t(0.95; 5) = 2.015048373; two lines: t at (1 + 0.95^(1/2)) / 2.
    #expect(abs(try #require(orders[1].critical) - 2.015048372669157) < 1e-9)
    let together = StudentT(degreesOfFreedom: 5).cumulative(try #require(orders[1].simultaneous))
    #expect(abs(together - (1 + 0.95.squareRoot()) / 2) < 1e-12)
  }

  @Test func unknownSides() throws {
    let sample = try SyntheticHouseholds.periods([1, 4], [2, 2])
    #expect(throws: DataError.self) {
      try PovertyDominance(sample, .init(comparison: .periods(from: "0", to: "2")))
    }
    #expect(throws: DataError.self) {
      try GrowthIncidence(sample, .init(comparison: .domains(first: "a", second: "b")))
    }
  }
}
