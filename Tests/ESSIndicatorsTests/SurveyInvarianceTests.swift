import Testing

@testable import ESSIndicators

/// V13: what no correct estimator changes, on random surveys.
@Suite struct SurveyInvarianceTests {
  private static let measures: [PovertyMeasure] = [
    .headcount, .gap, .squaredGap, .fgt(0.5), .fgt(3), .incomeGapRatio, .watts, .sen,
    .senShorrocksThon,
  ]
  private static let inequality: [InequalityMeasure] = [
    .gini(), .meanLogDeviation, .theil, .generalisedEntropy(2), .atkinson(0.5), .atkinson(1),
    .palma, .quintileRatio(.lorenz), .wolfson,
  ]

  /// 60 records in three strata of four PSUs and two domains; welfare in steps, so that there are ties.
  private func records(_ seed: UInt64, scale: Double = 1, weights: Double = 1) -> SurveyRecords {
    var numbers = Numbers(seed: seed)
    let count = 60
    var records = SurveyRecords(count: count)
    records.welfare = (0..<count).map { _ in
      scale * (1 + (40 * numbers.next() * numbers.next()).rounded())
    }
    records.weight = (0..<count).map { _ in weights * (1 + 9 * numbers.next()) }
    records.stratum = CodedColumn((0..<count).map { "\($0 % 3)" })
    records.psu = CodedColumn((0..<count).map { "\($0 % 12)" })
    records.by = [CodedColumn((0..<count).map { $0 % 5 < 2 ? "a" : "b" })]
    return records
  }

  private func estimates(
    _ records: SurveyRecords, line: Double, variance: VarianceOptions = .init(), split: Bool = false
  ) throws -> [SurveyEstimate] {
    var records = records
    if !split { records.by = [] }
    let sample = try SurveySample(
      records, columns: SurveyColumns(by: split ? ["domain"] : []))
    let poverty = try PovertyMeasures(
      sample, .init(measures: Self.measures, lines: [.absolute(line)], variance: variance))
    let inequality = try InequalityMeasures(
      sample, .init(measures: Self.inequality, variance: variance))
    return poverty.rows.flatMap(\.estimates) + inequality.rows.flatMap(\.estimates)
  }

  private func agree(_ left: Double?, _ right: Double?, _ tolerance: Double = 1e-9) -> Bool {
    guard let left, let right else { return left == right }
    return abs(left - right) <= tolerance * max(1e-3, abs(left))
  }

  @Test(arguments: [1, 2] as [UInt64])
  func scales(_ seed: UInt64) throws {
    let plain = try estimates(records(seed), line: 12)
    // Powers of two change no rounding; ties at the line stay ties.
    let scaled = try estimates(records(seed, scale: 4), line: 48)
    let weighted = try estimates(records(seed, weights: 0.125), line: 12)
    for (number, estimate) in plain.enumerated() {
      #expect(agree(estimate.value, scaled[number].value))
      #expect(agree(estimate.standardError, scaled[number].standardError))
      #expect(agree(estimate.value, weighted[number].value))
      #expect(agree(estimate.standardError, weighted[number].standardError))
    }
  }

  @Test func replicationAndOrder() throws {
    let plain = records(3)
    let doubled = plain.appending(plain, periods: ("", ""))
    var twice = doubled
    twice.period = nil
    let expected = try estimates(plain, line: 12)
    for (left, right) in zip(expected, try estimates(twice, line: 12)) {
      #expect(agree(left.value, right.value))
      // Within PSUs, so that the design's error does not fall either.
      #expect(agree(left.standardError, right.standardError))
    }
    var reversed = plain
    reversed.welfare = plain.welfare.map { $0.reversed() }
    reversed.weight = plain.weight.map { $0.reversed() }
    reversed.stratum = plain.stratum.map { c in CodedColumn((0..<60).reversed().map { c[$0] }) }
    reversed.psu = plain.psu.map { c in CodedColumn((0..<60).reversed().map { c[$0] }) }
    for method in [VarianceMethod.taylor, .bootstrap(replicates: 20, seed: 5)] {
      let before = try estimates(plain, line: 12, variance: .init(method: method))
      let after = try estimates(reversed, line: 12, variance: .init(method: method))
      for (left, right) in zip(before, after) {
        #expect(agree(left.value, right.value))
        #expect(agree(left.standardError, right.standardError))
      }
    }
  }

  @Test func boundsAndNesting() throws {
    let found = try estimates(records(4), line: 12).map { $0.value ?? .nan }
    #expect(found[0] >= found[3] && found[3] >= found[1])
    #expect(found[1] >= found[2] && found[2] >= found[4])
    #expect(found[8] <= 2 * found[1])
    let gini = found[Self.measures.count]
    #expect(gini >= 0 && gini < 1)
    // Sen and SST lie between the gap and the headcount.
    #expect(found[7] >= found[1] && found[7] <= found[0])
    let curve = try LorenzCurves(
      SurveySample(records(4)), .init(shares: (0...20).map { Double($0) / 20 })
    ).rows[0].estimates.compactMap(\.value)
    let steps = zip(curve.dropFirst(), curve).map { $0 - $1 }
    #expect(zip(steps.dropFirst(), steps).allSatisfy { $0 >= $1 - 1e-12 })
    #expect(curve.first == 0 && abs((curve.last ?? 0) - 1) < 1e-12)
  }

  // FGT adds up over domains; contributions add up to 1.
  @Test func subgroups() throws {
    let sample = try SurveySample(records(5), columns: SurveyColumns(by: ["domain"]))
    let measures: [PovertyMeasure] = [.headcount, .gap, .fgt(1.5), .population]
    let parts = try PovertyMeasures(
      sample, .init(measures: measures, lines: [.absolute(12)], decomposes: true)
    ).rows
    var whole = records(5)
    whole.by = []
    let total = try PovertyMeasures(
      SurveySample(whole), .init(measures: measures, lines: [.absolute(12)])
    ).rows[0].estimates.map { $0.value ?? .nan }
    for number in 0..<3 {
      let sum = parts.reduce(0.0) {
        $0 + ($1.estimates[3].value ?? .nan) * ($1.estimates[number].value ?? .nan)
      }
      #expect(agree(sum, total[number] * total[3]))
      let shares = parts.compactMap { $0.shares[number]?.value }
      #expect(agree(shares.reduce(0, +), 1))
    }
  }

  // The influence function of every measure is its derivative with respect to weights: raise one PSU's weights a little.
  @Test func influenceIsTheDerivative() throws {
    let plain = records(6)
    let sample = try SurveySample(plain)
    let arranged = try RankedSurvey(sample, VarianceOptions()).cells[0]
    let step = 1e-6
    for measure in Self.inequality {
      let evaluator = InequalityEvaluator(
        CellEvaluator(arranged, .linear), nonpositive: .fail, quantile: .averagedInverse)
      // The median behind Wolfson's index has a density in its linearisation, which no small step of weights shows.
      if measure == .wolfson { continue }
      let number = evaluator.value(measure)
      guard case .linear(let support, let totals) = number.motion else { continue }
      let unit = 5
      var raised = arranged
      raised.weights = ArraySlice(
        zip(arranged.weights, arranged.units).map { weight, local in
          Int(support.units[Int(local)]) == unit ? weight * (1 + step) : weight
        })
      let moved = InequalityEvaluator(
        CellEvaluator(raised, .values), nonpositive: .fail, quantile: .averagedInverse
      ).value(measure)
      let at = try #require(support.units.firstIndex(of: Int32(unit)))
      let slope = (moved.value - number.value) / step
      #expect(abs(slope - totals[at]) < 1e-4 * max(abs(slope), 1e-2), "\(measure)")
    }
    for measure in Self.measures {
      func poverty(_ cell: RankedCell, _ mode: CellEvaluator.Mode) -> Varying {
        PovertyEvaluator(
          cell: CellEvaluator(cell, mode), line: Varying(12), tie: .strict, nonpositive: .fail
        ).unchecked(measure)
      }
      let number = poverty(arranged, .linear)
      guard case .linear(let support, let totals) = number.motion else { continue }
      var raised = arranged
      raised.weights = ArraySlice(
        zip(arranged.weights, arranged.units).map { weight, local in
          Int(support.units[Int(local)]) == 5 ? weight * (1 + step) : weight
        })
      let at = try #require(support.units.firstIndex(of: 5))
      let slope = (poverty(raised, .values).value - number.value) / step
      #expect(abs(slope - totals[at]) < 1e-4 * max(abs(slope), 1e-2), "\(measure)")
    }
  }

  // A line that follows the mean moves every measure on it: the derivative again, through the line.
  @Test func relativeLineIsInTheDerivative() throws {
    let cell = try RankedSurvey(SurveySample(records(7)), VarianceOptions()).cells[0]
    let step = 1e-6
    for measure in [PovertyMeasure.gap, .squaredGap, .watts, .senShorrocksThon] {
      func poverty(_ cell: RankedCell, _ mode: CellEvaluator.Mode) -> Varying {
        let evaluator = CellEvaluator(cell, mode)
        let line = PovertyLine.relative(.mean, share: 0.9)
          .height(evaluator, rule: .averagedInverse)
        return PovertyEvaluator(
          cell: evaluator, line: line, tie: .strict, nonpositive: .fail
        ).unchecked(measure)
      }
      let number = poverty(cell, .linear)
      guard case .linear(let support, let totals) = number.motion else { continue }
      var raised = cell
      raised.weights = ArraySlice(
        zip(cell.weights, cell.units).map { weight, local in
          Int(support.units[Int(local)]) == 3 ? weight * (1 + step) : weight
        })
      let at = try #require(support.units.firstIndex(of: 3))
      let slope = (poverty(raised, .values).value - number.value) / step
      #expect(abs(slope - totals[at]) < 1e-3 * max(abs(slope), 1e-2), "\(measure)")
    }
  }

  // The sweep over eight replicates at a time gives what the measures give on each replicate's weights.
  @Test func theSweepAgreesWithEachReplicate() throws {
    let sample = try SurveySample(records(8))
    let ranked = try RankedSurvey(
      sample, VarianceOptions(method: .bootstrap(replicates: 19, seed: 2)))
    let cell = ranked.cells[0]
    func replicates(_ isPrepared: Bool, _ term: RankTerm) -> [Double] {
      let evaluator = ranked.estimator.evaluator(cell)
      if isPrepared {
        evaluator.prepare(gini: true, quantiles: [0.3, 0.5], rule: .averagedInverse)
      }
      guard case .replicates(let values) = evaluator.rank(term).motion else { return [] }
      return values
    }
    let terms: [RankTerm] = [
      .gini, .quantile(0.3, .averagedInverse), .quantile(0.5, .averagedInverse),
    ]
    for term in terms {
      let swept = replicates(true, term)
      let each = replicates(false, term)
      #expect(swept.count == 19)
      #expect(zip(swept, each).allSatisfy { agree($0, $1, 1e-12) })
    }
  }
}
