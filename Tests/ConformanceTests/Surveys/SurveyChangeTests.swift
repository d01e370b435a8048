import ESSIndicators
import Testing

/// V4 to V7: decompositions of poverty change.
@Suite struct SurveyChangeTests {
  typealias Change = SurveyPovertyChange

  private func sample(_ before: [Double], _ after: [Double]) throws -> SurveySample {
    var first = SurveyRecords(count: before.count)
    first.welfare = before
    var second = SurveyRecords(count: after.count)
    second.welfare = after
    return try SurveySample(first.appending(second, periods: ("0", "1")))
  }

  private func change(
    _ sample: SurveySample, _ line: Double, _ methods: [Change.Method],
    variance: VarianceOptions = .init(method: .none)
  ) throws -> [Change.Row] {
    try Change(
      sample,
      .init(from: "0", to: "1", lines: [.absolute(line)], methods: methods, variance: variance)
    ).rows
  }

  private func parts(_ row: Change.Row, _ method: Change.Method) throws -> [Double] {
    let split = try #require(row.splits.first { $0.method == method })
    return split.parts.compactMap(\.estimate.value)
  }

  /// The parts add up to the change without any rounding.
  private func isExact(_ row: Change.Row) -> Bool {
    row.splits.allSatisfy { split in
      split.parts.compactMap(\.estimate.value).reduce(0, +) == row.change.value
    }
  }

  // V5, exact. With the final period as reference rank 4 is scaled to 9 x 60 / 54 = 10, the line itself: the tolerance at
  // the line decides, not the rounding.
  @Test func dattRavallionToy() throws {
    let rows = try change(
      sample([4, 6, 8, 9, 12, 21], [4, 5, 7, 9, 11, 18]), 10,
      [.dattRavallion(.initial), .dattRavallion(.final), .shapley])
    let ends: [[Double]] = [
      [ratio(2, 3), ratio(2, 3)], [ratio(13, 60), 0.25], [ratio(19, 200), ratio(71, 600)],
    ]
    let initial: [[Double]] = [
      [0, ratio(-1, 6), ratio(1, 6)], [ratio(9, 200), ratio(-7, 540), ratio(7, 5400)],
      [ratio(1657, 60000), ratio(-13, 5400), ratio(-1013, 540_000)],
    ]
    let shapley: [[Double]] = [
      [ratio(1, 12), ratio(-1, 12)], [ratio(493, 10800), ratio(-133, 10800)],
      [ratio(28813, 1_080_000), ratio(-3613, 1_080_000)],
    ]
    for (number, row) in rows.enumerated() {
      #expect(agrees(row.start.value, ends[number][0]))
      #expect(agrees(row.end.value, ends[number][1]))
      let early = try parts(row, .dattRavallion(.initial))
      let late = try parts(row, .dattRavallion(.final))
      #expect(zip(early, initial[number]).allSatisfy { agrees($0, $1) })
      #expect(agrees(late[2], -initial[number][2]))
      #expect(zip(try parts(row, .shapley), shapley[number]).allSatisfy { agrees($0, $1) })
      #expect(isExact(row))
    }
  }

  // V4, exact: SYN-A with fixed weights, at 120.
  @Test func dattRavallionOfSynA() throws {
    let rows = try change(
      SynA.panel(), 120, [.dattRavallion(.initial), .dattRavallion(.final), .shapley],
      variance: VarianceOptions())
    let changes: [Double] = [0, ratio(-1187, 164_400), ratio(25069, 19_728_000)]
    let initial: [[Double]] = [
      [ratio(12, 137), ratio(-48, 685), ratio(-12, 685)],
      [0.00424533467784972, -0.00993661447515046, -0.00152891484990121],
      [0.00157346751363654, 8.97559166770003e-5, -0.000392491475731225],
    ]
    let shapley: [[Double]] = [
      [ratio(54, 685), ratio(-54, 685)], [0.00348087725289912, -0.0107010719001011],
      [0.00137722177577093, -0.000106489821188612],
    ]
    // Panel change, standard errors: same PSUs, so that the covariance counts.
    let errors: [Double] = [0, 0.00793391513051, 0.00279767350413]
    for (number, row) in rows.enumerated() {
      #expect(agrees(row.change.value, changes[number], 1e-11))
      #expect(agrees(row.change.standardError, errors[number], 1e-10))
      let early = try parts(row, .dattRavallion(.initial))
      #expect(zip(early, initial[number]).allSatisfy { agrees($0, $1, 1e-11) })
      #expect(agrees(try parts(row, .dattRavallion(.final))[2], -initial[number][2], 1e-11))
      #expect(zip(try parts(row, .shapley), shapley[number]).allSatisfy { agrees($0, $1, 1e-11) })
      #expect(isExact(row))
      for split in row.splits {
        #expect(split.parts.allSatisfy { $0.estimate.standardError != nil })
      }
    }
  }

  /// Records that have given headcounts: for each sector the poor and the others, with weights.
  private func sectors(_ ends: [[(share: Double, rate: Double)]]) throws -> SurveySample {
    var records = SurveyRecords(count: 0)
    var (welfare, weight) = ([Double](), [Double]())
    var (periods, names) = ([String](), [String]())
    for (period, sectors) in ends.enumerated() {
      for (number, sector) in sectors.enumerated() {
        welfare += [1, 3]
        weight += [sector.share * sector.rate, sector.share * (1 - sector.rate)]
        periods += Array(repeating: "\(period)", count: 2)
        names += Array(repeating: "s\(number)", count: 2)
      }
    }
    records = SurveyRecords(count: welfare.count)
    records.welfare = welfare
    records.weight = weight
    records.period = CodedColumn(periods)
    records.by = [CodedColumn(names)]
    return try SurveySample(records, columns: SurveyColumns(by: ["sector"]))
  }

  // V6, exact; the split as in Ravallion and Huppi (1991).
  @Test func sectoralToy() throws {
    let sample = try sectors([[(0.6, 0.45), (0.4, 0.2)], [(0.55, 0.48), (0.45, 0.26)]])
    let row = try #require(
      try change(sample, 2, [.sectoral]).first { $0.domain.isEmpty && $0.alpha == 0 })
    #expect(agrees(row.start.value, 7.0 / 20))
    #expect(agrees(row.end.value, 381.0 / 1000))
    let found = try parts(row, .sectoral)
    #expect(zip(found, [21.0 / 500, -1.0 / 80, 3.0 / 2000]).allSatisfy { agrees($0, $1, 1e-11) })
    #expect(isExact(row))
  }

  // V6: 612 to 618 million people, 30.3 to 33.7 % poor: 185.436 to 208.266; Shapley 20.91 + 1.92.
  @Test func numberOfPoorIdentity() throws {
    let sample = try sectors([[(612, 0.303)], [(618, 0.337)]])
    let row = try #require(try change(sample, 2, [.number]).last { $0.alpha == nil })
    #expect(agrees(row.start.value, 185.436))
    #expect(agrees(row.end.value, 208.266))
    let found = try parts(row, .number)
    #expect(agrees(found[0], 20.91, 1e-11) && agrees(found[1], 1.92, 1e-11))
    #expect(isExact(row))
  }

  // The number's three parts are those of the same cells by territory, which are Shapley values by definition.
  @Test func numberOverDomainsIsShapley() throws {
    let sample = try sectors([[(60, 0.45), (40, 0.2)], [(66, 0.48), (54, 0.26)]])
    let row = try #require(
      try change(sample, 2, [.number]).first { $0.domain.isEmpty && $0.alpha == nil })
    // rate: the mean over the orders, by hand for two groups.
    let (p0, p1) = (100.0, 120.0)
    let groups = [(0.6, 0.55, 0.45, 0.48), (0.4, 0.45, 0.2, 0.26)]
    var expected = [0.0, 0, 0]
    for (s0, s1, h0, h1) in groups {
      expected[0] += (h1 - h0) * (2 * p0 * s0 + p0 * s1 + p1 * s0 + 2 * p1 * s1) / 6
      expected[1] += (p1 - p0) * (2 * s0 * h0 + s0 * h1 + s1 * h0 + 2 * s1 * h1) / 6
      expected[2] += (s1 - s0) * (2 * p0 * h0 + p0 * h1 + p1 * h0 + 2 * p1 * h1) / 6
    }
    #expect(zip(try parts(row, .number), expected).allSatisfy { agrees($0, $1, 1e-11) })
  }

  // Two independent samples: the variance of the change is the sum of the variances.
  @Test func independentSamplesAddVariances() throws {
    var columns = SynA.columns("income0")
    let first = try SurveyRecords(SynA.table(), columns)
    columns.welfare = "income1"
    let second = try SurveyRecords(SynA.table(), columns)
    let sample = try SurveySample(first.appending(second, periods: ("0", "1")), columns: columns)
    let rows = try change(sample, 120, [], variance: VarianceOptions())
    for row in rows {
      let before = try #require(row.start.standardError)
      let after = try #require(row.end.standardError)
      #expect(
        agrees(row.change.standardError, (before * before + after * after).squareRoot(), 1e-10))
      #expect(row.change.degreesOfFreedom == 10)
    }
    #expect(sample.design.repeatedLabels == 0)
  }

  // V7: 33.7 % with 209 million and 12.5 % with 78 million, as ECLAC printed them: which denominators fit both roundings.
  @Test func publishedDenominators() {
    func band(_ percent: Double, _ million: Double) -> ClosedRange<Double> {
      (million - 0.5) / (percent + 0.05) * 100...(million + 0.5) / (percent - 0.05) * 100
    }
    let poor = band(33.7, 209)
    let extreme = band(12.5, 78)
    #expect(abs(poor.lowerBound - 617.8) < 0.05 && abs(poor.upperBound - 622.6) < 0.05)
    #expect(abs(extreme.lowerBound - 617.5) < 0.05 && abs(extreme.upperBound - 630.5) < 0.05)
    #expect(poor.overlaps(extreme))
    #expect(!poor.contains(654) && !extreme.contains(654))
  }
}
