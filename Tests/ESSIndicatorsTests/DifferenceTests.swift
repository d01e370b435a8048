import ESSIndicators
import Testing

/// Difference in differences on panels whose effects are known, and the edges of the recovery study, section 5.
@Suite struct DifferenceTests {
  private func effects(
    _ sample: PanelSample, _ options: GroupTimeEffects.Options = .init(),
    covariates: [String] = []
  ) throws -> GroupTimeEffects {
    try GroupTimeEffects(
      sample, outcome: "y", covariates: covariates,
      timing: TreatmentTiming(sample, cohort: "first"), options)
  }

  private static func effect(_ first: Int, _ event: Int) -> Double {
    Double(first - 2000) + 2 * Double(event)
  }

  // Without noise every estimator that allows for effects that grow finds them exactly.
  @Test func additivePanel() throws {
    let sample = try RecoverySample.additive(
      firsts: [0, 0, 0, 2004, 2004, 2006, 2006], effect: Self.effect)
    for control in GroupTimeEffects.Control.allCases {
      for base in GroupTimeEffects.Base.allCases {
        for cell in try effects(sample, .init(control: control, base: base)).cells {
          let first = cell.cohort == "2004" ? 2004 : 2006
          let expected = cell.event < 0 ? 0 : Self.effect(first, cell.event)
          #expect(abs((cell.estimate?.value ?? .nan) - expected) <= 1e-12)
        }
      }
    }
    let timing = try TreatmentTiming(sample, cohort: "first")
    let imputed = try ImputationEffects(sample, outcome: "y", timing: timing)
    #expect(imputed.overall.cells == 16)
    // 2004: 4, 6, 8, 10, 12; 2006: 6, 8, 10; two units each.
    #expect(abs(imputed.overall.value - 8) <= 1e-12)
    let grid = try OutcomeGrid(sample, "y")
    for estimator in SyntheticEstimator.allCases where estimator != .syntheticControl {
      let study = try SyntheticDifferenceStudy(
        grid, firstTreated: timing.first, .init(estimator: estimator, inference: .none))
      #expect(abs(study.effect - 8) <= 1e-9)
      #expect(study.cohorts.map(\.cells) == [10, 6])
    }
    // The two-way coefficient is not 8: a comparison with units already treated counts their growth against it.
    let twoWay = try TwoWayDifference(sample, outcome: "y", timing: timing)
    let bacon = try #require(twoWay.decomposition)
    #expect(abs(bacon.effect - (twoWay.effect?.estimate ?? .nan)) <= 1e-10)
    #expect(abs(bacon.comparisons.reduce(0) { $0 + $1.weight } - 1) <= 1e-12)
    #expect((bacon.total(.laterVersusEarlier).effect ?? 0) < 6)
  }

  // A gap inside a series: the unit goes as a whole, or takes part where it can, and either is said.
  @Test func unbalancedPolicies() throws {
    let sample = try RecoverySample.additive(
      firsts: [0, 0, 0, 2004, 2004], effect: Self.effect, missing: ["4/2005"])
    let balanced = try effects(sample)
    #expect(balanced.unitCount == 4)
    #expect(balanced.dropped.map(\.unit) == ["u4"])
    let pairs = try effects(sample, .init(policy: .pairs))
    #expect(pairs.unitCount == 5)
    let cells = pairs.cells.filter { $0.period == "2005" || $0.period == "2006" }
    #expect(cells.map(\.treated) == [1, 2])
    #expect(cells[0].estimate != nil && cells[0].estimate?.standardError == nil)
    for result in [balanced, pairs] {
      #expect(abs((result.aggregate(.simple).overall?.value ?? .nan) - 8) <= 1e-12)
    }
  }

  // Repeated cross sections of a balanced panel have its points; a unit's rows count together in the errors.
  @Test func crossSections() throws {
    let sample = try RecoverySample.additive(
      firsts: [0, 0, 0, 2004, 2004, 2006, 2006],
      effect: { first, event in
        Self.effect(first, event)
      })
    let panel = try effects(sample)
    let sections = try effects(sample, .init(policy: .crossSections))
    for (left, right) in zip(panel.cells, sections.cells) {
      #expect(
        abs((left.estimate?.value ?? .nan) - (right.estimate?.value ?? .nan)) <= 1e-12)
      #expect(
        abs((left.estimate?.influence[0] ?? .nan) - (right.estimate?.influence[0] ?? .nan))
          <= 1e-10)
    }
    #expect(throws: DataError.self) {
      try effects(sample, .init(policy: .crossSections), covariates: ["first"])
    }
  }

  @Test func unitsWithoutAPeriodBefore() throws {
    let sample = try RecoverySample.additive(
      firsts: [0, 0, 2001, 2004, 2004], effect: Self.effect)
    let result = try effects(sample)
    #expect(result.dropped.map(\.unit) == ["u2"])
    let only = try RecoverySample.additive(firsts: [0, 0, 2001], effect: Self.effect)
    #expect(throws: DataError.self) { try effects(only) }
  }

  @Test func nobodyIsNeverTreated() throws {
    let sample = try RecoverySample.additive(
      firsts: [2004, 2004, 2006, 2006], effect: Self.effect)
    let result = try effects(sample)
    #expect(result.notes.count == 1)
    #expect(result.cells.map(\.period).last == "2005")
    #expect(abs((result.aggregate(.simple).overall?.value ?? .nan) - 5) <= 1e-12)
    let same = try RecoverySample.additive(firsts: [2004, 2004], effect: Self.effect)
    #expect(throws: DataError.self) { try effects(same) }
  }

  // Balancing takes every never-treated unit: the last cohort stands in, as if there had been none.
  @Test func groupsAreLookedForAfterFiltering() throws {
    let sample = try RecoverySample.additive(
      firsts: [0, 0, 2004, 2004, 2006, 2006], effect: Self.effect,
      missing: ["0/2002", "1/2003"])
    let result = try effects(sample)
    #expect(result.notes.first?.contains("no unit is never treated") == true)
    #expect(result.dropped.map(\.unit) == ["u0", "u1"])
    #expect(abs((result.aggregate(.simple).overall?.value ?? .nan) - 5) <= 1e-12)
  }

  // The point of a cohort of one unit stands, without a standard error.
  @Test func oneTreatedUnit() throws {
    let sample = try RecoverySample.additive(firsts: [0, 0, 0, 2004], effect: Self.effect)
    let result = try effects(sample)
    for cell in result.cells {
      #expect(cell.estimate != nil && cell.estimate?.standardError == nil)
    }
  }

  @Test func dependentCovariates() throws {
    var text = "unit,year,y,first,x,z\n"
    for unit in 0..<8 {
      for year in 2001...2004 {
        text +=
          "u\(unit),\(year),\(unit + year % 3),\(unit < 3 ? 2003 : 0),\(unit % 4),\(2 * (unit % 4))\n"
      }
    }
    let sample = try RecoverySample.sample(text, ["y", "first", "x", "z"])
    let timing = try TreatmentTiming(sample, cohort: "first")
    for method in GroupTimeEffects.Method.allCases {
      let thrown = #expect(throws: DataError.self) {
        try GroupTimeEffects(
          sample, outcome: "y", covariates: ["x", "z"], timing: timing, .init(method: method))
      }
      guard case .notIdentified(let reason)? = thrown else { continue }
      #expect(reason.contains("depends on the others"))
    }
  }

  @Test func timingThatIsNone() throws {
    let changing = try RecoverySample.sample(
      "unit,year,first\na,2001,2002\na,2002,2003\n", ["first"])
    #expect(throws: DataError.self) { try TreatmentTiming(changing, cohort: "first") }
    let fractional = try RecoverySample.sample("unit,year,first\na,2001,2001.5\n", ["first"])
    #expect(throws: DataError.self) { try TreatmentTiming(fractional, cohort: "first") }
    let reversed = try RecoverySample.sample(
      "unit,year,d\na,2001,0\na,2002,1\na,2003,0\n", ["d"])
    #expect(throws: DataError.self) { try TreatmentTiming(reversed, treatment: "d") }
    let lasting = try RecoverySample.sample(
      "unit,year,d\na,2001,0\na,2002,1\na,2003,1\nb,2001,0\n", ["d"])
    #expect(try TreatmentTiming(lasting, treatment: "d").first == [1, nil])
  }

  // Two threads give the bytes of one; another seed another band.
  @Test func bandsDependOnTheSeedAlone() throws {
    let random = KeyedRandom(seed: 4)
    let sample = try RecoverySample.additive(
      firsts: Array(repeating: 0, count: 12) + Array(repeating: 2004, count: 8),
      effect: { _, event in random.normal(at: event) })
    let noisy = sample.adding(
      "y", try zip(sample.column("y"), sample.unitCodes.indices).map { $0 + random.normal(at: $1) })
    func critical(_ seed: UInt64) throws -> Double {
      let result = try effects(noisy, .init(draws: 400, seed: seed))
      let band = try #require(result.bootstrap(result.cells.compactMap(\.estimate)))
      // Between one estimate and Bonferroni's seven.
      #expect(band.critical > 1.8 && band.critical < 3.2)
      for (error, cell) in zip(band.standardErrors, result.cells) {
        let analytic = try #require(cell.estimate?.standardError)
        #expect(abs((error ?? .nan) / analytic - 1) < 0.25)
      }
      return band.critical
    }
    let first = try critical(1)
    Parallel.setThreads(1)
    let again = try critical(1)
    Parallel.setThreads(0)
    #expect(first == again)
    #expect(try critical(2) != first)
  }
}
