import ESSIndicators
import Testing

/// County teen employment (mpdta of the R package did): Callaway and Sant'Anna (2021); recovery study, section 3.6.
///
/// Values without another source are those of that section (diff-diff 3.13.0, the points those of the did vignette); those marked "peer" were
/// computed with the same version of diff-diff for this test.
@Suite(.enabled(if: RecoveryReference.has("mpdta.csv")))
struct TeenEmploymentTests {
  let sample: PanelSample
  let timing: TreatmentTiming

  init() throws {
    sample = try RecoveryReference.sample(
      "mpdta.csv", unit: "countyreal", time: "year", numbers: ["lemp", "lpop", "first.treat"])
    timing = try TreatmentTiming(sample, cohort: "first.treat")
  }

  private func effects(
    _ options: GroupTimeEffects.Options = .init(), covariates: [String] = []
  ) throws -> GroupTimeEffects {
    try GroupTimeEffects(
      sample, outcome: "lemp", covariates: covariates, timing: timing, options)
  }

  /// By cohort and period: 2004 from 2004 on, 2006 and 2007 from 2004 on.
  private func check(
    _ result: GroupTimeEffects, _ values: [Double], _ errors: [Double], _ tolerance: Double
  ) throws {
    #expect(result.cells.count == 12)
    for (k, cell) in result.cells.enumerated() {
      let estimate = try #require(cell.estimate)
      #expect(
        isNear(estimate.value, values[k], tolerance), "\(cell.cohort) \(cell.period)")
      #expect(
        isNear(estimate.standardError, errors[k], tolerance), "\(cell.cohort) \(cell.period)")
    }
  }

  private static let plain: [Double] = [
    -0.0105032462, -0.0704231581, -0.1372587389, -0.1008113631, 0.0065201124, -0.0027508188,
    -0.0045946070, -0.0412244715, 0.0305066556, -0.0027258929, -0.0310871194, -0.0260544107,
  ]
  private static let plainErrors: [Double] = [
    0.0232510364, 0.0309847668, 0.0364356643, 0.0343592258, 0.0233268051, 0.0195585610,
    0.0177551967, 0.0202291807, 0.0150335603, 0.0163958329, 0.0178775113, 0.0166554353,
  ]

  @Test func cells() throws {
    let result = try effects()
    try check(result, Self.plain, Self.plainErrors, 1e-9)
    // Published: "P-value for pre-test of parallel trends assumption: 0.16812" (readme of did).
    #expect(isNear(result.preTest?.pValue, 0.16812, 5e-6))
    #expect(result.preTest?.degreesOfFreedom == 5)
    #expect(result.neverTreated == 309)
  }

  // Published: documentation of Stata's csdid with lpop, seven decimals. diff-diff 3.13.0 is 1e-6 away for this method.
  @Test func doublyRobust() throws {
    let result = try effects(covariates: ["lpop"])
    try check(
      result,
      [
        -0.0145297, -0.0764219, -0.1404483, -0.1069039, -0.0004721, -0.0062025, 0.0009606,
        -0.0412939, 0.0267278, -0.0045766, -0.0284475, -0.0287814,
      ],
      [
        0.0221292, 0.0286713, 0.0353782, 0.0328865, 0.0222234, 0.0184957, 0.0194002, 0.0197211,
        0.0140657, 0.0157178, 0.0181809, 0.016239,
      ], 6e-8)
    #expect(isNear(result.preTest?.statistic, 6.841824981670454, 2e-6))
    #expect(isNear(result.preTest?.pValue, 0.2326722805724242, 2e-7))
    let simple = try #require(result.aggregate(.simple).overall)
    #expect(isNear(simple.value, -0.0417518, 6e-8))
    #expect(isNear(simple.standardError, 0.0115028, 6e-8))
    let calendar: [(Double, Double)] = [
      (-0.0145297, 0.0221292), (-0.0764219, 0.0286713), (-0.0461757, 0.0212107),
      (-0.0395822, 0.0129299),
    ]
    let parts = result.aggregate(.calendar).parts
    for (k, (value, error)) in calendar.enumerated() {
      #expect(isNear(parts[k].estimate.value, value, 6e-8))
      #expect(isNear(parts[k].estimate.standardError, error, 6e-8))
    }
  }

  // Peer: with the logarithm of population, by weighting and by regression.
  @Test(arguments: [GroupTimeEffects.Method.weighting, .regression])
  func covariates(_ method: GroupTimeEffects.Method) throws {
    let values: [Double]
    let errors: [Double]
    if method == .weighting {
      values = [
        -0.0145484312, -0.0764498608, -0.1404646027, -0.1069325571, -0.0008685603, -0.0063972403,
        0.0012080452, -0.0413082317, 0.0265561036, -0.0046609049, -0.0283403038, -0.0288947666,
      ]
      errors = [
        0.0221145331, 0.0286488625, 0.0353710018, 0.0328891517, 0.0221528434, 0.0184573285,
        0.0194879291, 0.0197213982, 0.0140441585, 0.0156691642, 0.0181893091, 0.0162464094,
      ]
    } else {
      values = [
        -0.0149112378, -0.0769963230, -0.1410801046, -0.1075442747, -0.0020660581, -0.0069682831,
        0.0007655250, -0.0415356365, 0.0263658317, -0.0047598353, -0.0285021064, -0.0287894882,
      ]
      errors = [
        0.0220556931, 0.0283597455, 0.0348362870, 0.0327376926, 0.0221222865, 0.0183457856,
        0.0191959070, 0.0197168736, 0.0140189493, 0.0156699660, 0.0181320659, 0.0161678673,
      ]
    }
    try check(
      try effects(.init(method: method), covariates: ["lpop"]), values, errors, 2e-9)
  }

  @Test func aggregations() throws {
    let result = try effects()
    let simple = try #require(result.aggregate(.simple).overall)
    #expect(isNear(simple.value, -0.0399512752, 1e-9))
    #expect(isNear(simple.standardError, 0.0120340128, 1e-9))
    let dynamic = result.aggregate(.dynamic)
    let expected: [Double] = [
      0.0305066556, -0.0005630846, -0.0244587450, -0.0199318168, -0.0509573671, -0.1372587389,
      -0.1008113631,
    ]
    let errors: [Double] = [
      0.0150335603, 0.0132916447, 0.0142364022, 0.0118263641, 0.0168934763, 0.0364356643,
      0.0343592258,
    ]
    #expect(dynamic.parts.map(\.event) == Array(-3...3))
    for (k, part) in dynamic.parts.enumerated() {
      #expect(isNear(part.estimate.value, expected[k], 1e-9))
      #expect(isNear(part.estimate.standardError, errors[k], 1e-9))
    }
    // Published in the did vignette: the mean over e >= 0 is -0.0772.
    #expect(isNear(dynamic.overall?.value, -0.0772, 5e-5))
    let group = result.aggregate(.group)
    let groups: [Double] = [-0.0797491266, -0.0229095392, -0.0260544107]
    let groupErrors: [Double] = [0.0263677994, 0.0167033303, 0.0166554353]
    for (k, part) in group.parts.enumerated() {
      #expect(isNear(part.estimate.value, groups[k], 1e-9))
      #expect(isNear(part.estimate.standardError, groupErrors[k], 1e-9))
    }
    // Published in the did vignette: -0.0310 overall by group, -0.0417 by calendar time.
    #expect(isNear(group.overall?.value, -0.0310, 5e-5))
    let calendar = result.aggregate(.calendar)
    #expect(isNear(calendar.overall?.value, -0.0417, 5e-5))
    #expect(calendar.parts.map(\.label) == ["2004", "2005", "2006", "2007"])
  }

  // Peer: controls not treated yet, and a universal base.
  @Test func controlsAndBases() throws {
    let notYet = try effects(.init(control: .notYet))
    try check(
      notYet,
      [
        -0.0193723637, -0.0783190991, -0.1362743463, -0.1008113631, -0.0025625509, -0.0019392461,
        0.0046608763, -0.0412244715, 0.0297593648, -0.0024106128, -0.0310871194, -0.0260544107,
      ],
      [
        0.0223101129, 0.0303902285, 0.0354033850, 0.0343592258, 0.0225302351, 0.0190421586,
        0.0163355842, 0.0202291807, 0.0145335416, 0.0160312964, 0.0178775113, 0.0166554353,
      ], 1e-9)
    #expect(isNear(notYet.aggregate(.simple).overall?.value, -0.039763625623043676, 1e-12))
    #expect(
      isNear(notYet.aggregate(.simple).overall?.standardError, 0.012052424787341894, 1e-12))
    let universal = try effects(.init(base: .universal))
    let cell = try #require(
      universal.cells.first { $0.cohort == "2007" && $0.period == "2004" }?.estimate)
    #expect(isNear(cell.value, 0.0338130123, 1e-9))
    #expect(isNear(cell.standardError, 0.0211291749, 1e-9))
    let event = universal.aggregate(.dynamic).parts
    #expect(event.map(\.event) == Array(-4...3))
    #expect(isNear(event[1].estimate.value, 0.0250218296, 1e-9))
    #expect(isNear(event[1].estimate.standardError, 0.0181189207, 1e-9))
    #expect(event[3].isBase && event[3].estimate.standardError == nil)
  }

  @Test func twoWay() throws {
    let result = try TwoWayDifference(sample, outcome: "lemp", timing: timing)
    let effect = try #require(result.effect)
    #expect(isNear(effect.estimate, -0.0365489367, 1e-9))
    #expect(isNear(effect.standardError, 0.0132651554, 1e-9))
    #expect(result.events.map(\.event) == [-4, -3, -2, 0, 1, 2, 3])
    // Peer: Goodman-Bacon's comparisons, four decimals; their weighted mean is the coefficient.
    let bacon = try #require(result.decomposition)
    #expect(isNear(bacon.effect, effect.estimate, 1e-12))
    let expected: [(String, String, Double, Double)] = [
      ("2004", "never", -0.0797, 0.0818), ("2006", "never", -0.0226, 0.2453),
      ("2007", "never", -0.0431, 0.5357), ("2004", "2006", -0.0456, 0.0053),
      ("2006", "2004", 0.0543, 0.0106), ("2004", "2007", -0.0911, 0.0260),
      ("2007", "2004", -0.0196, 0.0260), ("2006", "2007", 0.0185, 0.0520),
      ("2007", "2006", 0.0106, 0.0173),
    ]
    #expect(bacon.comparisons.count == expected.count)
    for (treated, control, value, weight) in expected {
      let found = try #require(
        bacon.comparisons.first { $0.treated == treated && $0.control == control })
      #expect(isNear(found.effect, value, 6e-5) && isNear(found.weight, weight, 6e-5))
    }
    #expect(isNear(bacon.total(.treatedVersusNever).weight, 0.8628, 5e-5))
    #expect(isNear(bacon.total(.laterVersusEarlier).weight, 0.0539, 5e-5))
  }

  // Peer: ImputationDiD with the partition by cohort and period.
  @Test func imputation() throws {
    let result = try ImputationEffects(sample, outcome: "lemp", timing: timing)
    #expect(isNear(result.overall.value, -0.04770991827781727, 1e-12))
    #expect(isNear(result.overall.standardError, 0.013222488650016436, 1e-9))
    let events: [(Double, Double)] = [
      (-0.031066927191940524, 0.013577249746179961), (-0.052234856747866425, 0.01881242682276271),
      (-0.13607811443998677, 0.03534197213337396), (-0.10470747157562328, 0.033765853357791635),
    ]
    #expect(result.events.map(\.event) == [0, 1, 2, 3])
    for (k, (value, error)) in events.enumerated() {
      #expect(isNear(result.events[k].effect.value, value, 1e-12))
      #expect(isNear(result.events[k].effect.standardError, error, 1e-9))
    }
    let cohorts: [(Double, Double)] = [
      (-0.08461926218833085, 0.02561662026505675), (-0.018339436824341714, 0.02001766208610699),
      (-0.04310603280787039, 0.018372137994205003),
    ]
    for (k, (value, error)) in cohorts.enumerated() {
      #expect(isNear(result.cohorts[k].effect.value, value, 1e-12))
      #expect(isNear(result.cohorts[k].effect.standardError, error, 1e-9))
    }
  }

  // Section 3.6: lpop x (year >= 2006) with county and year effects, pyfixest's CRV1.
  @Test func dose() throws {
    let doses = try sample.column("lpop")
    let result = try DoseResponse(
      sample, dose: sample.rowsOfUnits.map { doses[$0.lowerBound] },
      .init(
        outcome: "lemp", post: "2006", covariance: .cluster(["unit"], .cr1, .standard), draws: 0))
    #expect(isNear(result.effect.estimate, 0.0046117705, 1e-9))
    #expect(isNear(result.effect.standardError, 0.0068349392, 1e-9))
    #expect(result.path.map(\.period) == ["2003", "2004", "2006", "2007"])
    #expect(result.placebos.map(\.period) == ["2004", "2005"])
    #expect(result.terciles.count == 3)
    #expect(result.terciles.reduce(0) { $0 + $1.units.count } == 500)
  }
}
