import ESSIndicators
import Testing

/// Section 3.8 of the territories study: Mexico's states (PySAL inequality 1.1.2) and the synthetic table of six territories.
@Suite struct TerritoryInequalityTests {
  private typealias Reference = TerritoryReference

  // Year, Gini, Theil T, between, within, CV, sd of logs, Hoover.
  private static let mexico: [(String, [Double])] = [
    (
      "1940",
      [
        0.3537237117345, 0.208943442304, 0.034588900047, 0.174354542257, 0.7085205527820,
        0.6300039877339, 0.2600371903863,
      ]
    ),
    (
      "1950",
      [
        0.2964461343902, 0.152224505265, 0.028168529079, 0.124055976187, 0.6147744795671,
        0.5038537694378, 0.2139202173960,
      ]
    ),
    (
      "1960",
      [
        0.2537183285656, 0.104729414882, 0.052609214822, 0.052120200061, 0.4846915950118,
        0.4437679424220, 0.1815489374745,
      ]
    ),
    (
      "1970",
      [
        0.2551335649493, 0.101947249697, 0.059312191112, 0.042635058585, 0.4646050547472,
        0.4651053811525, 0.1852659561691,
      ]
    ),
    (
      "1980",
      [
        0.2450533804942, 0.095601127585, 0.032052570973, 0.063548556612, 0.4553702237600,
        0.4387798288529, 0.1797018236983,
      ]
    ),
    (
      "1990",
      [
        0.2518182587954, 0.105112563980, 0.029637312183, 0.075475251797, 0.4898902343053,
        0.4445425773879, 0.1813627197344,
      ]
    ),
    (
      "2000",
      [
        0.2581130824883, 0.106608323496, 0.036358718880, 0.070249604616, 0.4848074445062,
        0.4584291503094, 0.1950429517233,
      ]
    ),
  ]

  // The study's value leaves out the factor 2 of Wolfson (1994), which the surveys' measure has.
  @Test(.enabled(if: TerritoryReference.isPresent, "needs shared/reference"))
  func polarisation() throws {
    let sample = try SurveySample(
      Reference.table("mexico_pcgdp.csv"), SurveyColumns(welfare: "pcgdp2000"))
    let result = try InequalityMeasures(
      sample, .init(measures: [.wolfson], variance: VarianceOptions(method: .none)))
    #expect(
      Reference.isNear(result.rows.first?.estimates.first?.value, 2 * 0.1361734783450, 1e-11))
  }

  @Test(.enabled(if: TerritoryReference.isPresent, "needs shared/reference")) func states() throws {
    let table = try Reference.table("mexico_pcgdp.csv")
    let regions = try table.texts("hanson98")
    for (year, row) in Self.mexico {
      let values = try table.numbers("pcgdp" + year)
      let measure = try #require(RegionalInequality(values))
      let split = try NestedDecomposition(.theilT, values, weights: nil, levels: [regions])
      let ours: [Double?] = [
        measure.gini, measure.theilT, split.between[0], split.within,
        measure.coefficientOfVariation, measure.deviationOfLogs, measure.hoover,
      ]
      for (value, expected) in zip(ours, row) {
        #expect(Reference.isNear(value, expected), "\(year)")
      }
      #expect(split.total == split.between[0] + split.within)
    }
    let values = try table.numbers("pcgdp2000")
    for (aversion, expected) in [
      (0.5, 0.0516751602605), (1, 0.0995917707643), (2, 0.1822496345190),
    ] {
      #expect(Reference.isNear(RegionalInequality.atkinson(values, aversion: aversion), expected))
    }
    // Spatial Gini with the regions as neighbourhoods, PySAL's non-neighbour component in Gini units.
    for (year, expected) in [
      ("1940", 0.2940179879590), ("1970", 0.2212882581200), ("2000", 0.2190953550726),
    ] {
      let values = try table.numbers("pcgdp" + year)
      let spatial = try #require(SpatialGini(values, blocks: regions))
      #expect(Reference.isNear(spatial.distant, expected))
      #expect(abs(spatial.near + spatial.distant - (RegionalInequality(values)?.gini ?? 0)) < 1e-14)
    }
  }

  @Test(.enabled(if: TerritoryReference.isPresent, "needs shared/reference"))
  func syntheticTerritories() throws {
    let table = try Reference.table("employment_6x5.csv")
    let branches = ["agri_coop", "finance_mutual", "health_assoc", "culture_assoc", "energy_coop"]
    let pay: [Double] = [30, 52, 35, 28, 40]
    let jobs = try branches.map { try table.numbers($0) }
    let y = (0..<6).map { t -> Double in
      let total = jobs.reduce(0) { $0 + $1[t] }
      return zip(jobs, pay).reduce(0) { $0 + $1.0[t] * $1.1 } / total
    }
    let population = try table.numbers("population")
    let measure = try #require(RegionalInequality(y, weights: population))
    #expect(Reference.isNear(measure.theilT, 0.001658673909602))
    #expect(Reference.isNear(measure.theilL, 0.001678980556452))
    #expect(Reference.isNear(measure.gini, 0.031169250103465))
    #expect(Reference.isNear(measure.hoover, 0.024841935383604))
    #expect(Reference.isNear(RegionalInequality(y)?.gini, 0.033837388216170))
    // Williamson around the population mean, and around the unweighted one.
    for (mean, expected) in [
      (RegionalInequality.WilliamsonMean.population, 0.05727454889), (.unweighted, 0.07557406962),
    ] {
      #expect(
        Reference.isNear(
          RegionalInequality.williamson(y, weights: population, mean: mean), expected, 1e-9))
    }
    let split = try NestedDecomposition(
      .theilT, y, weights: population, levels: [["a", "a", "a", "b", "b", "b"]])
    #expect(Reference.isNear(split.between[0], 0.000309747700455))
    #expect(Reference.isNear(split.within, 0.001348926209148))
    // The same from sums over records.
    let halves = CodedColumn(distinct: ["a", "b"], codes: [0, 0, 0, 1, 1, 1])
    let records = try RecordInequality(.theilT, y, weights: population, levels: [halves])
    #expect(Reference.isNear(records.total, 0.001658673909602, 1e-8))
    #expect(Reference.isNear(records.between[0], 0.000309747700455, 1e-8))
    #expect(Reference.isNear(records.within, 0.001348926209148, 1e-8))
    let logs = try RecordInequality(.theilL, y, weights: population)
    #expect(Reference.isNear(logs.total, 0.001678980556452, 1e-8) && logs.between.isEmpty)
  }

  // By hand: incomes 1 and 3 weighted 3 and 1 have mean 3/2, T = (3/6) ln(2/3) + (3/6) ln 2 = ln(4/3)/2 and L = ln(3/2) - ln(3)/4. Two levels, with a name that
  // occurs below both groups, agree with the nested decomposition record by record.
  @Test func records() throws {
    let t = try RecordInequality(.theilT, [1, 3], weights: [3, 1])
    #expect(Reference.isNear(t.total, 0.14384103622589045, 1e-14))
    let l = try RecordInequality(.theilL, [1, 3], weights: [3, 1])
    #expect(Reference.isNear(l.total, 0.13081203594113697, 1e-13))
    let values: [Double] = [0, 4, 1, 7, 2, 2, .nan, 5]
    let weights: [Double] = [1, 2, 3, 1, 1, 5, 1, .nan]
    let outer = ["a", "a", "a", "b", "b", "b", "b", "a"]
    let inner = ["p", "p", "q", "p", "r", "r", "r", "p"]
    let split = try NestedDecomposition(
      .theilT, Array(values.prefix(6)), weights: Array(weights.prefix(6)),
      levels: [Array(outer.prefix(6)), Array(inner.prefix(6))])
    let found = try RecordInequality(
      .theilT, values, weights: weights,
      levels: [
        CodedColumn(outer), CodedColumn(inner),
      ])
    #expect(found.count == 6 && found.missing == 2)
    #expect(Reference.isNear(found.total, split.total, 1e-13))
    for (a, b) in zip(found.between, split.between) { #expect(Reference.isNear(a, b, 1e-13)) }
    #expect(Reference.isNear(found.within, split.within, 1e-13))
    #expect(found.groups.map(\.name) == split.groups.map(\.name))
    for (a, b) in zip(found.groups, split.groups) {
      #expect(abs(a.index - b.index) < 1e-14 && abs(a.incomeShare - b.incomeShare) < 1e-14)
    }
    #expect(throws: RecordInequality.Fault.value(row: 1, -2)) {
      try RecordInequality(.theilT, [1, -2, -3])
    }
    #expect(throws: RecordInequality.Fault.value(row: 0, 0)) {
      try RecordInequality(.theilL, [0, 1])
    }
    #expect(throws: RecordInequality.Fault.weight(row: 0, -1)) {
      try RecordInequality(.theilT, [1, 1], weights: [-1, 2])
    }
    #expect(throws: RecordInequality.Fault.nothing) { try RecordInequality(.theilT, []) }
  }

  @Test func limits() throws {
    let equal = try #require(RegionalInequality([3, 3, 3]))
    #expect(equal.gini == 0 && equal.theilT == 0 && equal.theilL == 0 && equal.hoover == 0)
    // All in one hand of n: Gini 1 - 1/n, Theil T ln n, L not defined.
    let one = try #require(RegionalInequality([0, 0, 0, 8]))
    #expect(one.gini == 0.75 && abs(one.theilT - 1.3862943611198906) < 1e-15 && one.theilL == nil)
    #expect(RegionalInequality([1, -1]) == nil && RegionalInequality([0, 0]) == nil)
    #expect(RegionalInequality.atkinson([0, 1], aversion: 1) == 1)
    // Nested levels: groups of groups, with zeros, never negative and adding up.
    let split = try NestedDecomposition(
      .theilT, [0, 4, 1, 7, 2, 2], weights: [1, 2, 3, 1, 1, 5],
      levels: [["a", "a", "a", "b", "b", "b"], ["p", "p", "q", "p", "r", "r"]])
    #expect(split.between.allSatisfy { $0 >= 0 } && split.within >= 0)
    #expect(split.between[0] + split.between[1] + split.within == split.total)
    #expect(throws: DataError.self) {
      try NestedDecomposition(.theilL, [0, 1], weights: nil, levels: [])
    }
  }
}
