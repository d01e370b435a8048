import ESSIndicators
import Testing

@Suite struct MultidimensionalTests {
  private func sample(_ attributes: [[Double]]) throws -> SurveySample {
    var records = SurveyRecords(count: attributes[0].count)
    records.attributes = attributes
    return try SurveySample(records, columns: SurveyColumns(welfare: nil))
  }

  private func dimensions(_ cutoffs: [Double]) -> [AlkireFoster.Dimension] {
    cutoffs.enumerated().map { .init(column: "d\($0 + 1)", rule: .below($1)) }
  }

  private func expect(_ estimate: SurveyEstimate?, _ value: Double, _ error: Double? = nil) throws {
    let estimate = try #require(estimate)
    #expect(abs(try #require(estimate.value) - value) <= 1e-12)
    if let error { #expect(abs(try #require(estimate.standardError) - error) <= 1e-10) }
  }

  // The four persons and four dimensions of Alkire and Foster (OPHI Working Paper 32; 2011), k = 2.
  @Test func theFourPersons() throws {
    let achievements: [[Double]] = [
      [13.1, 15.2, 12.5, 20], [14, 7, 10, 11], [4, 5, 1, 3], [1, 0, 0, 1],
    ]
    let result = try AlkireFoster(
      sample(achievements),
      .init(dimensions: dimensions([13, 12, 3, 1]), cutoffs: [1, 2, 3, 4]))
    let row = try #require(result.rows.first)
    let two = row.measures[1]
    try expect(two.headcount, 0.5)
    try expect(two.intensity, 0.75)
    try expect(two.adjusted, 0.375)
    try expect(two.gap, 171.0 / 832)
    try expect(two.squaredGap, 21475.0 / 129792)
    for (estimate, value) in zip(two.censored, [0.25, 0.5, 0.25, 0.5]) {
      try expect(estimate, value)
    }
    for (estimate, value) in zip(two.contributions, [1.0 / 6, 1.0 / 3, 1.0 / 6, 1.0 / 3]) {
      try expect(estimate, value)
    }
    // Counts 0 2 4 1: the sweep of k.
    for (measures, headcount) in zip(row.measures, [0.75, 0.5, 0.25, 0.25]) {
      try expect(measures.headcount, headcount)
    }
    try expect(row.uncensored[1], 0.75)
  }

  // One dimension of income below 120 is one-dimensional poverty: FGT 0 to 2 of SYN-A with the standard errors of R's survey.
  @Test func oneDimensionIsPoverty() throws {
    let sample = try SyntheticHouseholds.sample(attributes: [SyntheticHouseholds.income0])
    let options = AlkireFoster.Options(dimensions: dimensions([120]), cutoffs: [1])
    let measures = try #require(AlkireFoster(sample, options).rows.first?.measures.first)
    try expect(measures.headcount, 321.0 / 1370, 0.078192768664)
    try expect(measures.adjusted, 321.0 / 1370, 0.078192768664)
    try expect(measures.gap, 306.0 / 3425, 0.0324466068776)
    try expect(measures.squaredGap, 29587.0 / 616500, 0.0206434599207)
    try expect(measures.intensity, 1, 0)
    try expect(measures.contributions.first, 1, 0)
    // The same by delete-one jackknife (around the replicate mean).
    var jackknife = options
    jackknife.variance.method = .jackknife
    let other = try #require(AlkireFoster(sample, jackknife).rows.first?.measures.first)
    try expect(other.gap, 306.0 / 3425, 0.0329593567099)
  }

  // Weights: M0 is the weighted mean of censored headcount ratios, contributions add up to 1, H A = M0.
  @Test func identities() throws {
    let flags: [[Double]] = [
      [1, 0, 1, 1, 0, 0, 1, 0], [0, 1, 1, 0, 1, 0, 1, 1], [1, 1, 0, 0, 1, 0, 1, 0],
    ]
    let weights = [0.5, 0.3, 0.2]
    let dimensions = zip(["a", "b", "c"], weights).map {
      AlkireFoster.Dimension(column: $0, rule: .flag, weight: $1)
    }
    let result = try AlkireFoster(
      sample(flags), .init(dimensions: dimensions, cutoffs: [0.5, 1]))
    for measures in try #require(result.rows.first).measures {
      func value(_ estimate: SurveyEstimate) throws -> Double { try #require(estimate.value) }
      let m0 = try value(measures.adjusted)
      let sum = try zip(weights, measures.censored).reduce(0) { try $0 + $1.0 * value($1.1) }
      #expect(abs(m0 - sum) < 1e-14)
      #expect(abs(m0 - (try value(measures.headcount)) * (try value(measures.intensity))) < 1e-14)
      let shares = try measures.contributions.reduce(0) { try $0 + value($1) }
      #expect(abs(shares - 1) < 1e-14)
      #expect(measures.gap == nil)
    }
    // 0.5 + 0.3 + 0.2 is below 1 by rounding in some orders; all three deprivations reach k = 1 nevertheless.
    try expect(result.rows[0].measures[1].headcount, 0.125)
  }

  @Test func refusals() throws {
    let sample = try sample([[1, 0, 2]])
    let flag = AlkireFoster.Dimension(column: "x", rule: .flag)
    #expect(throws: DataError.self) {
      try AlkireFoster(sample, .init(dimensions: [flag], cutoffs: [1]))
    }
    let below = AlkireFoster.Dimension(column: "x", rule: .below(1))
    for cutoff in [0, 1.5] {
      #expect(throws: DataError.self) {
        try AlkireFoster(sample, .init(dimensions: [below], cutoffs: [cutoff]))
      }
    }
  }
}
