import Testing

@testable import ESSIndicators

/// The edge table of the specification, section 5: what is refused, what is kept and said.
@Suite struct SurveyEdgeTests {
  private func sample(
    _ welfare: [Double], weight: [Double]? = nil, by: [String]? = nil,
    columns: SurveyColumns = SurveyColumns(by: [])
  ) throws -> SurveySample {
    var records = SurveyRecords(count: welfare.count)
    records.welfare = welfare
    records.weight = weight
    if let by { records.by = [CodedColumn(by)] }
    return try SurveySample(records, columns: columns)
  }

  private func poverty(
    _ sample: SurveySample, _ measure: PovertyMeasure, line: Double = 2,
    nonpositive: NonpositivePolicy = .fail
  ) throws -> SurveyEstimate {
    try PovertyMeasures(
      sample, .init(measures: [measure], lines: [.absolute(line)], nonpositive: nonpositive)
    ).rows[0].estimates[0]
  }

  private func inequality(
    _ sample: SurveySample, _ measure: InequalityMeasure, _ nonpositive: NonpositivePolicy = .fail
  ) throws -> SurveyEstimate {
    try InequalityMeasures(sample, .init(measures: [measure], nonpositive: nonpositive))
      .rows[0].estimates[0]
  }

  @Test func missingWelfare() throws {
    #expect(throws: DataError.self) { try sample([1, .nan, 3]) }
    let dropped = try sample([1, .nan, 3], columns: SurveyColumns(missing: .drop))
    #expect(dropped.weight == [1, 0, 1])
    // The record stays in the design: three PSUs, not two.
    #expect(dropped.design.psuCount == 3)
    #expect(
      dropped.report.sentences == [
        "1 of 3 records with no welfare: dropped (33.33 % of the weight)"
      ])
    #expect(try poverty(dropped, .headcount).value == 0.5)
    #expect(try poverty(dropped, .headcount).count == 2)
  }

  @Test func negativeWelfare() throws {
    let kept = try sample([-50, 1, 3])
    #expect(try poverty(kept, .gap).notes == ["1 record with negative welfare: gaps above 1"])
    #expect(try poverty(kept, .gap).value == (26 + 0.5) / 3)
    #expect(throws: DataError.self) { try poverty(kept, .watts) }
    for measure in [InequalityMeasure.meanLogDeviation, .theil, .atkinson(0.5), .atkinson(1)] {
      #expect(throws: DataError.self) { try inequality(kept, measure) }
    }
    #expect(try inequality(kept, .generalisedEntropy(2)).value != nil)
    let dropped = try sample([-50, 1, 3], columns: SurveyColumns(negative: .drop))
    #expect(try poverty(dropped, .headcount).value == 0.5)
    #expect(dropped.report.changes.first?.reason == .negativeDropped)
    let zeroed = try sample([-50, 1, 3], columns: SurveyColumns(negative: .zero))
    #expect(zeroed.welfare == [0, 1, 3])
  }

  @Test func zeroWelfare() throws {
    let zero = try sample([0, 1, 3])
    #expect(try poverty(zero, .gap).value == 0.5)
    #expect(try inequality(zero, .gini()).value != nil)
    #expect(try inequality(zero, .theil).value != nil)
    #expect(try inequality(zero, .atkinson(0.5)).value != nil)
    #expect(throws: DataError.self) { try poverty(zero, .watts) }
    for measure in [InequalityMeasure.meanLogDeviation, .generalisedEntropy(-1), .atkinson(2)] {
      #expect(throws: DataError.self) { try inequality(zero, measure) }
      #expect(
        try inequality(zero, measure, .drop).notes == ["1 record of zero or below: drop"])
      #expect(try inequality(zero, measure, .floor(0.5)).value != nil)
    }
    // Left out of the sum, counted in the population.
    let watts = try #require(try poverty(zero, .watts, nonpositive: .drop).value)
    #expect(abs(watts - 0.693147180559945 / 3) < 1e-15)
    let raised = try #require(try poverty(zero, .watts, nonpositive: .floor(1)).value)
    #expect(abs(raised - 2 * 0.693147180559945 / 3) < 1e-15)
  }

  @Test func weights() throws {
    #expect(throws: DataError.self) { try sample([1, 2], weight: [1, -1]) }
    #expect(throws: DataError.self) { try sample([1, 2], weight: [0, 0]) }
    // Zero weights are counted, and define no quantile.
    let zero = try sample([1, 2, 3], weight: [1, 0, 1])
    #expect(zero.report.zeroWeights == 1)
    let row = try WelfareQuantiles(zero, .init(shares: [0.4, 0.5, 0.6])).rows[0]
    #expect(row.estimates.map(\.value) == [1, 2, 3])
    #expect(
      try WelfareQuantiles(zero, .init(shares: [0.5], rule: .inverse)).rows[0]
        .estimates[0].value == 1)
  }

  @Test func emptyDomainAndOneRecord() throws {
    let sample = try sample([1, 2, 3, 4], weight: [1, 1, 0, 1], by: ["a", "a", "b", "c"])
    let rows = try InequalityMeasures(sample, .init(measures: [.gini()])).rows
    #expect(rows[1].estimates[0].value == nil)
    #expect(rows[1].estimates[0].count == 0)
    #expect(rows[1].estimates[0].notes == ["no record with weight"])
    #expect(rows[2].estimates[0].value == 0)
    #expect(rows[2].estimates[0].standardError == nil)
    #expect(rows[2].estimates[0].notes == ["one record: no standard error"])
  }

  @Test func constantAndAllZero() throws {
    let constant = try sample([5, 5, 5], weight: [0.3, 0.7, 1.1])
    for measure in [InequalityMeasure.gini(), .theil, .meanLogDeviation, .atkinson(2)] {
      #expect(try inequality(constant, measure).value == 0)
    }
    let zero = try sample([0, 0, 0])
    #expect(try inequality(zero, .gini()).value == nil)
    #expect(try inequality(zero, .gini()).notes == ["all welfare is zero"])
    #expect(try poverty(zero, .headcount).value == 1)
  }

  @Test func lines() throws {
    let plain = try sample([1, 2, 3])
    for line in [0, -1, Double.infinity] {
      #expect(throws: DataError.self) { try poverty(plain, .headcount, line: line) }
    }
    let everyone = try poverty(plain, .headcount, line: 10)
    #expect(everyone.value == 1)
    #expect(everyone.standardError == 0)
    #expect(everyone.interval == nil)
    #expect(throws: DataError.self) { try poverty(plain, .fgt(-0.5)) }
    // Nobody poor: no gap of the poor, but Sen's index is 0.
    #expect(try poverty(plain, .incomeGapRatio, line: 0.5).value == nil)
    #expect(try poverty(plain, .sen, line: 0.5).value == 0)
  }

  @Test func linePerRecord() throws {
    var records = SurveyRecords(count: 4)
    records.welfare = [1, 2, 3, 4]
    records.line = [2, 2, 6, 4]
    let sample = try SurveySample(records)
    func measure(_ tie: LineTie) throws -> [Double?] {
      try PovertyMeasures(
        sample, .init(measures: [.headcount, .gap], lines: [.perRecord], tie: tie)
      ).rows[0].estimates.map(\.value)
    }
    #expect(try measure(.strict) == [0.5, 0.25])
    #expect(try measure(.inclusive) == [1, 0.25])
    records.line = [2, 0, 6, 4]
    #expect(throws: DataError.self) { try SurveySample(records) }
  }

  @Test func design() throws {
    var records = SurveyRecords(count: 4)
    records.welfare = [1, 2, 3, 4]
    records.stratum = CodedColumn(["x", "x", "y", "y"])
    records.psu = CodedColumn(["1", "2", "1", "2"])
    let nested = try SurveySample(records)
    #expect(nested.design.psuCount == 4)
    #expect(nested.design.repeatedLabels == 2)
    #expect(nested.design.degreesOfFreedom == 2)
    // A fraction above 1 is a number of PSUs, and no less than those drawn.
    records.fpc = [0.5, 0.5, 10, 10]
    #expect(try SurveySample(records).design.fractions == [0.5, 0.2])
    for wrong in [[1.5, 1.5, 10, 10], [0.5, 0.6, 10, 10], [0, 0, 10, 10]] {
      records.fpc = wrong
      #expect(throws: DataError.self) { try SurveySample(records) }
    }
    // All PSUs drawn: nothing is left to vary.
    records.fpc = [1, 1, 2, 2]
    #expect(try poverty(SurveySample(records), .mean).standardError == 0)
  }

  // A bootstrap replicate without any PSU of the domain is skipped and counted.
  @Test func replicatesWithoutTheDomain() throws {
    var records = SurveyRecords(count: 6)
    records.welfare = [1, 2, 3, 4, 5, 6]
    records.psu = CodedColumn(["1", "2", "3", "4", "5", "6"])
    records.by = [CodedColumn(["a", "a", "b", "b", "b", "b"])]
    let sample = try SurveySample(records, columns: SurveyColumns(by: ["d"]))
    let estimate = try PovertyMeasures(
      sample,
      .init(
        measures: [.mean], lines: [.absolute(1)],
        variance: .init(method: .bootstrap(replicates: 200, seed: 3)))
    ).rows[0].estimates[0]
    #expect(estimate.standardError != nil)
    let note = try #require(estimate.notes.first)
    #expect(note.hasSuffix("of 200 replicates have no value"))
    // (4/6)^5 of the replicates draw none of two PSUs: 26 on average.
    let skipped = try #require(note.split(separator: " ").first.flatMap { Int($0) })
    #expect((10...45).contains(skipped))
  }

  @Test func balancedReplicationNeedsPairs() throws {
    let plain = try sample([1, 2, 3])
    #expect(throws: DataError.self) {
      try PovertyMeasures(
        plain,
        .init(
          measures: [.mean], lines: [.absolute(1)], variance: .init(method: .balanced(fay: 0))))
    }
  }

  // Weights that vanish beside others, or add up to infinity, and welfare whose mean does: an answer or a reason, and never a trap or a loop.
  @Test(arguments: [
    ([1.0, 2], [1.0, 1e-17]), ([1, 2], [1e17, 1]), ([1, 2, 3, 4], [5e307, 5e307, 5e307, 5e307]),
    ([1, 2, 3], [1e12, 1e-12, 1e12]), ([1, 1e308, 1e308], [1, 1, 1]), ([3, 3, 3], [1, 1, 1]),
  ])
  func weightsAndWelfareOfAnySize(_ welfare: [Double], _ weight: [Double]) throws {
    for bandwidth in DensityBandwidth.allCases {
      let sample = try sample(welfare, weight: weight)
      let variance = VarianceOptions(bandwidth: bandwidth)
      let rows = try PovertyMeasures(
        sample,
        .init(
          measures: [.headcount, .gap, .sen],
          lines: [.relative(.median, share: 0.6), .relative(.mean, share: 0.5)], variance: variance)
      ).rows
      let measures = try InequalityMeasures(
        sample, .init(measures: [.quintileRatio(.quantiles), .wolfson], variance: variance))
      let quantiles = try WelfareQuantiles(sample, .init(shares: [0.1, 0.5, 0.9]))
      let estimates =
        rows.flatMap(\.estimates) + measures.rows.flatMap(\.estimates)
        + quantiles.rows.flatMap(\.estimates)
      for estimate in estimates {
        #expect(estimate.value.map(\.isFinite) ?? !estimate.notes.isEmpty)
        #expect(estimate.standardError?.isNaN != true)
      }
    }
  }
}
