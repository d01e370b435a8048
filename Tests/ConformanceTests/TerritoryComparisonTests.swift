import ESSIndicators
import Testing

/// Comparisons with a reference: PISA 2018 reading, the example of Benjamini and Hochberg, and hand cases.
@Suite struct TerritoryComparisonTests {
  private typealias Reference = TerritoryReference

  // Benjamini and Hochberg (1995), section 3: fifteen p-values, of which their rule finds four, Holm's and Bonferroni's three. Adjusted values: SciPy 1.17.1,
  // scipy.stats.false_discovery_control, methods bh and by.
  @Test func adjustments() {
    let p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0,
    ]
    let bh = FalseDiscovery.adjusted(p)
    let by = FalseDiscovery.adjusted(p, by: .benjaminiYekutieli)
    let holm = FalseDiscovery.adjusted(p, by: .holm)
    #expect(bh.count { $0 <= 0.05 } == 4 && holm.count { $0 <= 0.05 } == 3)
    for (rank, value) in [(0, 0.0015), (3, 0.035625), (5, 0.06385714285714), (6, 0.06385714285714)]
    {
      #expect(Reference.isNear(bh[rank], value, 1e-12))
    }
    for (rank, value) in [(0, 0.00497734348984), (3, 0.11821190788378), (9, 1)] {
      #expect(Reference.isNear(by[rank], value, 1e-12))
    }
    // Holm by definition: the running maximum of (m - k + 1) p_(k).
    #expect(Reference.isNear(holm[0], 0.0015) && Reference.isNear(holm[3], 12 * 0.0095))
    #expect(FalseDiscovery.adjusted(p, by: .none) == p)
  }

  // z, p and adjusted p against the United States: numpy and SciPy (norm.sf, false_discovery_control) over 35 tests.
  @Test(.enabled(if: TerritoryReference.isPresent, "needs shared/reference")) func pisa() throws {
    let table = try TerritoryTable(
      Reference.table("pisa2018_reading.csv"), territory: "jurisdiction",
      variables: ["reading_score", "reading_se"])
    var options = TerritoryComparison.Options(
      values: ["reading_score"],
      reference: .init(name: "United States", members: ["United States"]))
    options.errors = ["reading_se"]
    let z = [-0.69324036173672, -4.68546347541645, -2.93319946004707, 3.6861369051839]
    let expected: [(FalseDiscovery.Rule, [Double], Int)] = [
      (
        .none,
        [4.88158722636588e-01, 2.79327110410862e-06, 3.35488285320058e-03, 2.27683899928622e-04], 25
      ),
      (
        .benjaminiHochberg,
        [5.51146944912276e-01, 6.98317776027155e-06, 4.89253749425085e-03, 4.42718694305654e-04], 25
      ),
      (
        .benjaminiYekutieli,
        [1, 2.89577117819859e-05, 2.02882835730027e-02, 1.83585765539809e-03], 25
      ),
      (.holm, [1, 6.14519642903897e-05, 4.02585942384070e-02, 4.09831019871520e-03], 24),
    ]
    for (rule, adjusted, discoveries) in expected {
      options.adjustment = rule
      let comparison = try TerritoryComparison(table, options)
      let rows = comparison.indicators[0].rows
      #expect(rows.count == 35 && comparison.familySizes == [35])
      for (row, value) in zip(rows, z) { #expect(Reference.isNear(row.z, value, 1e-11)) }
      for (row, value) in zip(rows, adjusted) {
        #expect(Reference.isNear(row.adjusted, value, 1e-9))
      }
      #expect(rows.count { ($0.adjusted ?? 1) <= 0.05 } == discoveries)
    }
    // Against the mean of all, which holds the territory: variance (1 - 1/n)^2 s_i^2 + sum of the others' s^2 / n^2.
    let all = try TerritoryComparison(
      table,
      .init(
        values: ["reading_score"], errors: ["reading_se"],
        reference: .init(name: "all", members: nil)))
    #expect(Reference.isNear(all.indicators[0].reference.value, 487.1259946305556))
    #expect(Reference.isNear(all.indicators[0].reference.standardError, 0.4147690562208826))
    #expect(Reference.isNear(all.indicators[0].rows[0].difference.value, 15.50572966944435))
    #expect(
      Reference.isNear(all.indicators[0].rows[0].difference.standardError, 1.641559451883053))
    // The same variances as a covariance.
    let errors = try table.column("reading_se")
    var given = TerritoryComparison.Options(
      values: ["reading_score"], reference: .init(name: "all", members: nil))
    given.covariance = Matrix.diagonal(errors.map { $0 * $0 })
    let same = try TerritoryComparison(table, given)
    for (a, b) in zip(same.indicators[0].rows, all.indicators[0].rows) {
      #expect(Reference.isNear(a.z, b.z ?? .nan, 1e-12))
    }
  }

  // 10 / 5 with variances 1 and 1/4 and covariance 3/10: the roots of (25 - z^2/4) r^2 - 2 (50 - 0.3 z^2) r + 100 - z^2 at z = 1.959963984540054, and the
  // delta method's 0.04 (1 + 4/4 - 4 * 0.3) = 0.032.
  @Test func ratios() {
    let variances = (numerator: 1.0, denominator: 0.25, covariance: 0.3)
    let fieller = RatioEstimate(10, 5, variances: variances, rule: .fieller, level: 0.95)
    #expect(fieller.value == 2 && fieller.standardError == nil && !fieller.isUnbounded)
    #expect(Reference.isNear(fieller.interval?.lowerBound, 1.6729901452626808, 1e-12))
    #expect(Reference.isNear(fieller.interval?.upperBound, 2.390928608471838, 1e-12))
    let delta = RatioEstimate(10, 5, variances: variances, rule: .delta, level: 0.95)
    #expect(Reference.isNear(delta.standardError, 0.032.squareRoot(), 1e-12))
    // A denominator within two standard errors of zero bounds nothing; one of zero has no ratio.
    let wide = RatioEstimate(
      10, 0.5, variances: (numerator: 1, denominator: 0.25, covariance: 0), rule: .fieller,
      level: 0.95)
    #expect(wide.isUnbounded && wide.interval == nil && wide.value == 20)
    #expect(RatioEstimate(1, 0, variances: nil, rule: .delta, level: 0.95).value == nil)
  }

  @Test func byHand() throws {
    // Without errors: differences from the weighted mean of a group, (1 * 2 + 3 * 4) / 4 = 3.5; c has no value.
    let table = TerritoryTable(
      territories: ["a", "b", "c", "d"], variables: ["x", "w"],
      values: Matrix(rows: 4, columns: 2, elements: [2, 4, .nan, 7, 1, 3, 1, 1]))
    var options = TerritoryComparison.Options(
      values: ["x"], reference: .init(name: "ab", members: ["a", "b", "c"]))
    options.weight = "w"
    let comparison = try TerritoryComparison(table, options)
    let indicator = comparison.indicators[0]
    #expect(
      indicator.reference.value == 3.5 && indicator.reference.standardError == nil
        && indicator.members == 2)
    #expect(indicator.rows.map(\.difference.value) == [-1.5, 0.5, 3.5])
    #expect(indicator.rows.map(\.ratio.value) == [2 / 3.5, 4 / 3.5, 2])
    #expect(indicator.dropped == ["c"] && indicator.rows.allSatisfy { $0.p == nil })
    let notes = comparison.observations.filter { $0.indicator == "territories.difference" }
    #expect(notes.allSatisfy { $0.note.contains("no standard errors were given") })
    #expect(throws: DataError.self) {
      try TerritoryComparison(
        table, .init(values: ["x"], reference: .init(name: "c", members: ["c"])))
    }
    #expect(throws: DataError.self) {
      try TerritoryComparison(
        table, .init(values: ["x"], reference: .init(name: "z", members: ["z"])))
    }
  }
}

extension TerritoryComparison.Options {
  fileprivate init(
    values: [String], errors: [String], reference: TerritoryComparison.Reference
  ) {
    self.init(values: values, reference: reference)
    self.errors = errors
  }
}
