import ESSIndicators
import Testing

/// V4: SYN-A, inequality, quantiles and Lorenz curve.
@Suite struct SynAInequalityTests {
  private static let measures: [InequalityMeasure] = [
    .gini(), .generalisedEntropy(0), .generalisedEntropy(0.5), .generalisedEntropy(1),
    .generalisedEntropy(2), .atkinson(0.5), .atkinson(1), .atkinson(2), .share(from: 0, to: 0.4),
    .share(from: 0.9, to: 1), .palma, .quintileRatio(.lorenz), .quintileRatio(.quantiles),
  ]

  private func measure(
    _ sample: SurveySample, _ measures: [InequalityMeasure] = measures,
    nonpositive: NonpositivePolicy = .drop, variance: VarianceOptions = VarianceOptions()
  ) throws -> [SurveyEstimate] {
    let result = try InequalityMeasures(
      sample, .init(measures: measures, nonpositive: nonpositive, variance: variance))
    return try #require(result.rows.first).estimates
  }

  // Exact; the last by laeken 0.5.2 (QSR 4.19675226586).
  @Test func exactValues() throws {
    let first: [Double] = [
      ratio(8_243_437, 22_381_690), 0.248157232911336, 0.269469169862307, 0.323536225414516,
      0.644764064457826, 0.130196232837011, 0.21976274534214, 0.355900068827783,
      ratio(53552, 277729), ratio(88404, 277729), ratio(22101, 13388), ratio(121437, 18991),
      4.19675226586,
    ]
    for (estimate, value) in zip(try measure(SynA.sample()), first) {
      #expect(agrees(estimate.value, value, 2e-12))
    }
    let second: [Double] = [
      ratio(138_063_751, 373_542_830), 0.249261220068444, 0.268007769077003, 0.318169433727851,
      0.614249220563354, 0.129514624270649, 0.220623641953941, 0.362952676110992,
      ratio(53271, 272659), ratio(87133, 272659), ratio(87133, 53271), ratio(121081, 19473),
    ]
    for (estimate, value) in zip(try measure(SynA.sample("income1")), second) {
      #expect(agrees(estimate.value, value, 4e-12))
    }
  }

  @Test func zeroKept() throws {
    let kept: [InequalityMeasure] = [
      .generalisedEntropy(1), .generalisedEntropy(2), .atkinson(0.5),
    ]
    let found = try measure(SynA.sample(), kept, nonpositive: .fail)
    for (estimate, value) in zip(found, [0.330862265506589, 0.653181447284721, 0.13654516544404]) {
      #expect(agrees(estimate.value, value))
    }
    #expect(throws: DataError.self) {
      try measure(SynA.sample(), [.meanLogDeviation], nonpositive: .fail)
    }
  }

  // The exact derivative of the pairwise Gini; the rest by convey 1.0.1 on positive incomes.
  @Test func taylorStandardErrors() throws {
    let expected: [Double] = [
      0.08626081114, 0.106372386836, 0.124039508078, 0.159665893375, 0.337809808116,
      0.0578416511299, 0.082995699076, 0.092284255857,
    ]
    for (estimate, error) in zip(try measure(SynA.sample()), expected) {
      #expect(agrees(estimate.standardError, error, 1e-10))
    }
    let jackknife = try measure(
      SynA.sample(), [.gini()], variance: .init(method: .jackknife, centre: .estimate))
    #expect(agrees(jackknife[0].standardError, 0.0954128860817, 1e-11))
  }

  // convey 1.0.1 takes one unit instead of a record's weight: 0.41259 on these records, -0.587 with weights scaled to 1, 0.0483 for
  // equal incomes, 0.9875 for one record. Ours is the pairwise value, which no scaling moves.
  @Test func giniIsNotConveys() throws {
    let sample = try SynA.sample()
    let gini = try #require(try measure(sample, [.gini()])[0].value)
    #expect(agrees(gini, 0.368311642239706))
    #expect(abs(gini - 0.41259) > 0.04)
    let total = sample.weight.reduce(0, +)
    let scaled = try plainSample(sample.welfare, weight: sample.weight.map { $0 / total })
    #expect(agrees(try measure(scaled, [.gini()])[0].value, gini))
    let equal = try plainSample(Array(repeating: 7, count: 5), weight: [1, 2, 3, 4, 5])
    #expect(try measure(equal, [.gini(), .theil, .atkinson(1)]).map(\.value) == [0, 0, 0])
    let one = try measure(try plainSample([12], weight: [3]), [.gini()])[0]
    #expect(one.value == 0)
    #expect(one.standardError == nil)
  }

  @Test func territories() throws {
    let result = try InequalityMeasures(
      SynA.sample(by: ["territory"]),
      .init(
        measures: [.gini(), .meanLogDeviation, .theil], nonpositive: .drop, decomposes: true))
    for (row, gini) in zip(result.rows, [0.293349504134451, 0.2217978122259, 0.470439514454081]) {
      #expect(agrees(row.estimates[0].value, gini, 1e-11))
    }
    let expected: [[Double]] = [
      [0.232121109521745, 0.0160361233895902], [0.307358642884924, 0.0161775825295919],
    ]
    for (split, parts) in zip(result.decompositions.dropFirst(), expected) {
      let found = split.parts.compactMap(\.estimate.value)
      #expect(zip(found, parts).allSatisfy { agrees($0, $1) })
      #expect(found.reduce(0, +) == split.whole.value)
    }
    let gini = try #require(result.decompositions.first)
    #expect(agrees(gini.whole.value, 8_243_437.0 / 22_381_690))
    #expect(gini.parts.map(\.name) == ["within", "between", "overlap"])
    #expect(gini.parts.compactMap(\.estimate.value).reduce(0, +) == gini.whole.value)
  }

  // convey agrees on the curve; the quantiles are survey's `math` and `school` rules.
  @Test func lorenzAndQuantiles() throws {
    let shares = (1...9).map { Double($0) / 10 }
    let expected: [Double] = [
      0.0213085417799, 0.0683796074591, 0.12469709681, 0.192821059378, 0.269752168481,
      0.356700236562, 0.452361834738, 0.562750018903, 0.681689704712,
    ]
    let row = try #require(LorenzCurves(SynA.sample(), .init(shares: shares)).rows.first)
    for (estimate, value) in zip(row.estimates, expected) {
      #expect(agrees(estimate.value, value, 1e-11))
    }
    for rule in [QuantileRule.inverse, .averagedInverse] {
      let row = try #require(WelfareQuantiles(SynA.sample(), .init(rule: rule)).rows.first)
      #expect(row.estimates.map(\.value) == [81, 120, 164, 219, 249])
    }
  }
}
