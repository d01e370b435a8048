import ESSIndicators
import Testing

/// V4: SYN-A, poverty.
///
/// Values exact in rational arithmetic; standard errors exact and equal to R survey 4.1-1.
@Suite struct SynAPovertyTests {
  private static let measures: [PovertyMeasure] = [
    .headcount, .gap, .squaredGap, .watts, .sen, .senShorrocksThon, .mean, .numberOfPoor,
    .population,
  ]

  private func measure(
    _ sample: SurveySample, _ measures: [PovertyMeasure] = measures, tie: LineTie = .strict,
    variance: VarianceOptions = VarianceOptions()
  ) throws -> [SurveyEstimate] {
    let result = try PovertyMeasures(
      sample,
      .init(
        measures: measures, lines: [.absolute(120)], tie: tie, nonpositive: .drop,
        variance: variance))
    return try #require(result.rows.first).estimates
  }

  @Test(arguments: ["income0", "income1"])
  func exactValues(_ income: String) throws {
    let first: [Double] = [
      ratio(321, 1370), ratio(306, 3425), ratio(29587, 616500), 0.1177560097586,
      ratio(175599, 1_465_900), ratio(3_094_749, 18_769_000), ratio(277729, 1370), 321, 1370,
    ]
    let second: [Double] = [
      ratio(321, 1370), ratio(13501, 164400), ratio(323951, 6_576_000), 0.114056448930546,
      ratio(6_339_581, 52_772_400), ratio(11_554_893, 75_076_000), ratio(272659, 1370), 321, 1370,
    ]
    let expected = income == "income0" ? first : second
    let found = try measure(SynA.sample(income)).map(\.value)
    for (number, value) in found.enumerated() {
      #expect(agrees(value, expected[number], 2e-12), "\(Self.measures[number])")
    }
    let inclusive = try measure(SynA.sample(), [.headcount], tie: .inclusive)
    #expect(agrees(inclusive[0].value, 441.0 / 1370))
  }

  @Test func taylorStandardErrors() throws {
    let wanted: [PovertyMeasure] = [
      .headcount, .gap, .squaredGap, .numberOfPoor, .mean, .population, .total,
    ]
    let expected: [Double] = [
      0.078192768664, 0.0324466068776, 0.0206434599207, 113.55615351, 37.5453099354, 86.6198591548,
      50249.9467363,
    ]
    let found = try measure(SynA.sample(), wanted)
    for (number, estimate) in found.enumerated() {
      #expect(agrees(estimate.standardError, expected[number], 1e-10), "\(wanted[number])")
      #expect(estimate.degreesOfFreedom == 5)
    }
    #expect(found[6].value == 277_729)
    let inclusive = try measure(SynA.sample(), [.headcount], tie: .inclusive)
    #expect(agrees(inclusive[0].standardError, 0.0975969025447, 1e-10))
  }

  // Around the mean of the replicates, and around the full estimate.
  @Test func jackknife() throws {
    let wanted: [PovertyMeasure] = [.mean, .headcount, .gap]
    let expected: [(ReplicateCentre, [Double])] = [
      (.mean, [37.531654256, 0.0984575529879, 0.0329593567099]),
      (.estimate, [37.532517998019, 0.0984588973485, 0.0329600606233]),
    ]
    for (centre, errors) in expected {
      let found = try measure(
        SynA.sample(), wanted, tie: .inclusive, variance: .init(method: .jackknife, centre: centre))
      for (estimate, error) in zip(found, errors) {
        #expect(agrees(estimate.standardError, error, 1e-11))
      }
    }
  }

  @Test func intervals() throws {
    // t and normal of the inclusive headcount; logit and Korn-Graubard's beta of the strict one.
    let cases: [(IntervalMethod, LineTie, Double, Double)] = [
      (.t, .inclusive, 0.0710169853231, 0.572778635115),
      (.normal, .inclusive, 0.130611396229, 0.513184224209),
      (.logit, .strict, 0.0907497880819, 0.4840582073546),
      (.automatic, .strict, 0.0907497880819, 0.4840582073546),
      (.beta, .strict, 0.0723992975641, 0.4855896283775),
    ]
    for (method, tie, lower, upper) in cases {
      let found = try measure(
        SynA.sample(), [.headcount], tie: tie, variance: .init(interval: method))
      #expect(agrees(found[0].interval?.lowerBound, lower, 1e-10), "\(method)")
      #expect(agrees(found[0].interval?.upperBound, upper, 1e-10), "\(method)")
    }
  }

  // survey's default, and its deff = "replace".
  @Test func designEffects() throws {
    let cases: [(DesignEffectBase, Double)] = [
      (.withoutReplacement, 0.833436223472), (.withReplacement, 0.813969100004),
    ]
    for (base, expected) in cases {
      let found = try measure(SynA.sample(), [.mean], variance: .init(designEffect: base))
      #expect(agrees(found[0].designEffect, expected, 1e-11))
    }
  }

  @Test func territories() throws {
    let sample = try SynA.sample(by: ["territory"])
    let rows = try PovertyMeasures(
      sample, .init(measures: [.headcount, .gap, .mean], lines: [.absolute(120)])
    ).rows
    #expect(rows.map(\.cell.territory) == ["North", "Centre", "South"])
    let expected: [[Double]] = [
      [ratio(107, 577), 0.0863192681488, ratio(276, 2885), 0.0372389609025, ratio(107392, 577)],
      [ratio(148, 335), 0.194038761417, ratio(497, 6700), 0.0144088512661, ratio(54078, 335)],
      [ratio(33, 229), 0.13167908818, ratio(847, 9160), 0.084494081582, ratio(116259, 458)],
    ]
    for (row, numbers) in zip(rows, expected) {
      #expect(agrees(row.estimates[0].value, numbers[0]))
      #expect(agrees(row.estimates[0].standardError, numbers[1], 1e-11))
      #expect(agrees(row.estimates[1].value, numbers[2]))
      #expect(agrees(row.estimates[1].standardError, numbers[3], 1e-11))
      #expect(agrees(row.estimates[2].value, numbers[4]))
    }
    // The strata that hold the domain: 3 - 1, 2 - 1, 3 - 1.
    #expect(rows.map { $0.estimates[0].degreesOfFreedom } == [2, 1, 2])
  }

  // laeken 0.5.2: ARPT 98.4, ARPR 14.9635036496 %.
  @Test func relativeLine() throws {
    let line = PovertyLine.relative(.median, share: 0.6)
    let row = try #require(
      PovertyMeasures(SynA.sample(), .init(measures: [.headcount], lines: [line])).rows.first)
    #expect(agrees(row.height.value, 98.4))
    #expect(agrees(row.estimates[0].value, 0.149635036496, 1e-11))
  }

  // V4, stratum 2 cut to its last PSU, mean of income0: R's survey.lonely.psu options.
  @Test func singlePSU() throws {
    let lines = SynA.text.split(separator: "\n").filter { !$0.contains(",Centre,2,21,") }
    let table = try CSVTable(bytes: Array(lines.joined(separator: "\n").utf8), file: "SYN-A")
    let sample = try SurveySample(table, SynA.columns("income0"))
    let cases: [(SinglePSU, Double)] = [
      (.certainty, 43.5034103743), (.centre, 43.7814624235), (.average, 53.280578744),
    ]
    for (rule, expected) in cases {
      let found = try measure(sample, [.mean], variance: .init(singlePSU: rule))
      #expect(agrees(found[0].value, 210.466553768, 1e-11))
      #expect(agrees(found[0].standardError, expected, 1e-11), "\(rule)")
    }
    #expect(throws: DataError.self) { try measure(sample, [.mean]) }
    // Joined to stratum 3: four PSUs in it, one stratum less.
    let collapsed = try measure(sample, [.mean], variance: .init(singlePSU: .collapse))
    #expect(collapsed[0].degreesOfFreedom == 5)
  }
}
