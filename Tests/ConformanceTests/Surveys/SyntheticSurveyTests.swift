import ESSIndicators
import Testing

/// The shipped synthetic survey, 2019: R 4.2.2 with survey 4.1-1 on the same file.
///
/// `svydesign(ids = ~psu, strata = ~stratum, weights = ~pw, nest = TRUE)` with pw weight times size; `poor` is welfare below 8.3. Values typed in:
/// `svymean`, `svytotal` (with `deff`), `svyby`, `svyciprop(method = "logit")`, `svyquantile(qrule = "hf2", interval.type = "mean")`,
/// and `as.svrepdesign(type = "JKn")`.
@Suite struct SyntheticSurveyTests {
  private func sample(by: [String] = [], year: String? = "2019") throws -> SurveySample {
    var columns = SurveyColumns(
      weight: "weight", size: "size", stratum: "stratum", psu: "psu", period: "period", by: by)
    let table = try Dataset("synthetic-survey").table("survey", columns: columns.typed)
    let all = try SurveyRecords(table, columns)
    guard let year else { return try SurveySample(all, columns: columns) }
    let rows = (0..<all.count).filter { all.period?[$0] == year }
    func texts(_ column: CodedColumn?) -> CodedColumn? {
      column.map { column in CodedColumn(rows.map { column[$0] }) }
    }
    var records = SurveyRecords(count: rows.count)
    records.welfare = all.welfare.map { values in rows.map { values[$0] } }
    records.weight = all.weight.map { values in rows.map { values[$0] } }
    records.size = all.size.map { values in rows.map { values[$0] } }
    (records.stratum, records.psu) = (texts(all.stratum), texts(all.psu))
    records.by = all.by.compactMap(texts)
    columns.period = nil
    return try SurveySample(records, columns: columns)
  }

  private let measures: [PovertyMeasure] = [.headcount, .gap, .squaredGap, .mean, .numberOfPoor]

  @Test func whole() throws {
    let estimates = try PovertyMeasures(
      sample(),
      .init(
        measures: measures, lines: [.absolute(8.3)],
        variance: .init(designEffect: .withoutReplacement))
    ).rows[0].estimates
    let expected: [[Double]] = [
      [0.2758347933755981, 0.0328630753185307], [0.1100332793177781, 0.0192099698531935],
      [0.0593278550439738, 0.0129045591505656], [23.1154449443653647, 1.7412445605237319],
      [107_466_195.127, 12_040_286.28602],
    ]
    for (estimate, numbers) in zip(estimates, expected) {
      #expect(agrees(estimate.value, numbers[0]))
      #expect(agrees(estimate.standardError, numbers[1], 1e-11))
      #expect(estimate.degreesOfFreedom == 80)
    }
    // svyciprop's regression stops at ten digits.
    #expect(agrees(estimates[0].interval?.lowerBound, 0.215408870063446, 1e-9))
    #expect(agrees(estimates[0].interval?.upperBound, 0.345741737959329, 1e-9))
    #expect(agrees(estimates[0].designEffect, 5.40127520505331, 1e-11))
    #expect(agrees(estimates[4].designEffect, 4.77647903486225, 1e-11))
  }

  @Test(arguments: [VarianceMethod.taylor, .jackknife])
  func territories(_ method: VarianceMethod) throws {
    let rows = try PovertyMeasures(
      sample(by: ["territory"]),
      .init(measures: [.headcount], lines: [.absolute(8.3)], variance: .init(method: method))
    ).rows
    let expected: [(String, Double, Double, Double)] = [
      ("ARG", 0.158388609209524, 0.0480154312242433, 0.0480881198156703),
      ("BOL", 0.181065330979381, 0.0538306649903154, 0.0529654073317130),
      ("BRA", 0.277266451057026, 0.0556003962467017, 0.0557481047336938),
    ]
    for (row, numbers) in zip(rows, expected) {
      #expect(row.cell.territory == numbers.0)
      #expect(agrees(row.estimates[0].value, numbers.1))
      let error = method == .taylor ? numbers.2 : numbers.3
      #expect(agrees(row.estimates[0].standardError, error, 1e-11))
    }
  }

  // A period is a sample of its own, also where the mean of replicates is taken. No label names PSUs of two strata.
  @Test func periodsAreSamples() throws {
    let both = try sample(year: nil)
    #expect(both.design.repeatedLabels == 0)
    let rows = try PovertyMeasures(
      both,
      .init(measures: [.headcount], lines: [.absolute(8.3)], variance: .init(method: .jackknife))
    ).rows
    #expect(rows.map(\.cell.period) == ["2019", "2020"])
    #expect(agrees(rows[0].estimates[0].standardError, 0.0329051976435018, 1e-11))
  }

  // Quantiles with Woodruff's intervals, of all and of two domains.
  @Test func quantiles() throws {
    let whole = try WelfareQuantiles(sample(), .init(shares: [0.1, 0.25, 0.5, 0.75, 0.9])).rows[0]
    let expected: [[Double]] = [
      [4.21, 3, 5.7, 0.678370340151783], [7.71, 6.27, 9.44, 0.796457028993020],
      [14.7, 12.34, 17.9, 1.396940404164413], [27.67, 24.81, 34.41, 2.411983431650784],
      [50.2, 44.96, 67.98, 5.783735270479279],
    ]
    let domains = try WelfareQuantiles(
      sample(by: ["territory"]), .init(shares: [0.25, 0.5, 0.75], rule: .inverse)
    ).rows.filter { ["ARG", "PER"].contains($0.cell.territory) }
    let ofDomains: [[Double]] = [
      [10.91, 6.41, 16.44, 2.17475759190518], [20.44, 14.7, 29.66, 3.24370623877383],
      [34.76, 22.74, 70.54, 10.36424854367574], [7, 5.37, 8.44, 0.665653619855324],
      [11.58, 7.84, 17.41, 2.075017961568552], [20.16, 14.25, 33.6, 4.195569232638609],
    ]
    let all = zip(
      whole.estimates + domains.flatMap(\.estimates), expected + ofDomains)
    for (estimate, numbers) in all {
      #expect(estimate.value == numbers[0])
      #expect(estimate.interval == numbers[1]...numbers[2])
      #expect(agrees(estimate.standardError, numbers[3], 1e-11))
    }
  }
}
