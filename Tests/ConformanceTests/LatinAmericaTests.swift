import ESSIndicators
import Testing

/// The checks of the data study (section 5): published aggregates against what the shipped tables give.
@Suite struct LatinAmericaTests {
  let dataset: Dataset
  let panel: Panel
  let tree: TerritoryTree

  init() throws {
    dataset = try Dataset("lac-covid")
    panel = try dataset.panel()
    tree = try dataset.territories()
  }

  private func total(_ variable: String, _ group: String, _ year: Int) throws -> Double {
    let period = try #require(Period(year: year))
    return try tree.leaves(of: group).reduce(0) { sum, territory in
      sum + (try #require(panel.cell(variable, territory, period)).value)
    }
  }

  /// World Bank, SP.POP.TOTL of LCN, 1990 to 2025 (vintage of July 2026).
  private static let publishedPopulation: [Double] = [
    440_958_144, 449_128_999, 457_245_250, 465_325_731, 473_328_616, 481_309_028,
    489_235_073, 497_097_004, 504_952_583, 512_730_984, 520_272_118, 527_572_583,
    534_691_591, 541_643_365, 548_455_563, 555_120_780, 561_751_999, 568_345_245,
    574_908_733, 581_388_129, 587_752_505, 594_086_829, 600_420_316, 606_683_307,
    612_849_401, 618_868_462, 624_737_786, 630_414_986, 635_778_081, 640_962_372,
    645_498_187, 649_236_092, 653_108_131, 657_616_519, 662_185_614, 666_592_570,
  ]

  // Check 1: the sum over the 42 territories is the published figure, exactly and in every year.
  @Test func populationOfTheRegion() throws {
    #expect(tree.leaves(of: "LAC").count == 42)
    #expect(Self.publishedPopulation[30] == 645_498_187)
    for (index, published) in Self.publishedPopulation.enumerated() {
      #expect(try total("population", "LAC", 1990 + index) == published, "\(1990 + index)")
    }
  }

  // Checks 2 and 3: ECLAC, 21 April 2020: -5.3 and South America -5.2; 16 December 2020: -7.7 and -7.3;
  // 15 July 2020: -9.1, -9.4, -8.4. Ours from the study's table (constant 2015 USD weights), printed to 0.01 or finer.
  @Test(
    arguments: [
      ("2020-04-21", "LAC33", -5.326, -5.3, 0.0005, 0.15),
      ("2020-04-21", "SOUTH_AMERICA", -5.24, -5.2, 0.005, 0.15),
      ("2020-07-15", "LAC33", -8.88, -9.1, 0.005, 0.25),
      ("2020-07-15", "SOUTH_AMERICA", -9.26, -9.4, 0.005, 0.25),
      ("2020-07-15", "CENTRAL_AMERICA_AND_MEXICO", -8.25, -8.4, 0.005, 0.25),
      ("2020-12-16", "LAC33", -7.63, -7.7, 0.005, 0.15),
      ("2020-12-16", "SOUTH_AMERICA", -7.276, -7.3, 0.0005, 0.1),
    ])
  func outlookByVintage(
    _ vintage: String, _ group: String, _ computed: Double, _ published: Double,
    _ toComputed: Double, _ toPublished: Double
  ) throws {
    let comparison = try outlook()
    let row = try #require(
      comparison.rows.first {
        $0.vintage == .init(institution: "ECLAC", date: vintage) && $0.territory == group
      })
    let projection = try #require(row.projection)
    #expect(abs(projection - computed) <= toComputed)
    #expect(abs(projection - published) <= toPublished)
    #expect(row.published?.value == published)
  }

  private func outlook() throws -> OutlookComparison {
    try OutlookComparison(
      dataset.growthOutlook(), panel, tree,
      .init(target: try #require(Period(year: 2020)), level: "gdp_constant_2015_usd"))
  }

  // Section 3 of the study: 16 states with 92 % of output in April, 25 with 99 % in July, 20 with 98 % in December.
  @Test(arguments: [("2020-04-21", 16, 92.0), ("2020-07-15", 25, 99), ("2020-12-16", 20, 98)])
  func outlookCoverage(_ vintage: String, _ states: Int, _ share: Double) throws {
    let row = try #require(
      try outlook().rows.first {
        $0.vintage == .init(institution: "ECLAC", date: vintage) && $0.territory == "LAC33"
      })
    #expect(row.matched == states)
    // The study prints whole percents.
    #expect(abs(try #require(row.share) - share) <= 0.6)
  }

  // Check 4: growth of the sum of constant GDP over 33 states; WDI LCN -6.859, 7.076, 2.255.
  @Test(arguments: [(2020, -6.885, -6.859), (2021, 7.185, 7.076), (2024, 2.232, 2.255)])
  func growthOfTheRegion(_ year: Int, _ computed: Double, _ published: Double) throws {
    let row = try #require(try impact().rows.first { $0.territory == "LAC33" })
    let growth = try #require(row.episode?.growth)[year - 2020]
    #expect(abs(growth - computed) <= 0.0005)
    #expect(abs(growth - published) <= 0.12)
  }

  private func impact() throws -> RecessionImpact {
    try RecessionImpact(
      panel, tree,
      .init(
        reference: try #require(Period(year: 2019)), trendFrom: Period(year: 2010),
        level: "gdp_constant_2015_usd", population: "population"))
  }

  // Check 5: ECLAC, GDP per head -7.6 % in 2020; ours -7.547.
  @Test func growthPerHead() throws {
    let before =
      try total("gdp_constant_2015_usd", "LAC33", 2019) / total("population", "LAC33", 2019)
    let after =
      try total("gdp_constant_2015_usd", "LAC33", 2020) / total("population", "LAC33", 2020)
    let growth = 100 * (after / before - 1)
    #expect(abs(growth + 7.547) <= 0.0005)
    #expect(abs(growth + 7.6) <= 0.1)
  }

  private func vintages() throws -> VintagePovertyChange {
    try VintagePovertyChange(
      dataset.povertyVintages(), population: panel, tree, growth: dataset.growthOutlook(),
      .init(
        from: try #require(Period(year: 2019)), to: try #require(Period(year: 2020)),
        lines: ["eclac", "eclac-extreme"], population: "population_wpp2019"))
  }

  // Check 6 and section 4: ECLAC, Social Panorama 2020 (March 2021): 187 to 209 million, +22 million.
  @Test func twentyTwoMillion() throws {
    let row = try #require(
      try vintages().rows.first {
        $0.territory == "LATAM18" && $0.vintage == "2021-03-04" && $0.scenario == "with_transfers"
          && $0.line == "eclac"
      })
    let number = try #require(row.change).number
    #expect(abs(number.start / 1e6 - 187.01) <= 0.005)
    #expect(abs(number.end / 1e6 - 208.67) <= 0.005)
    #expect(abs(number.change / 1e6 - 21.67) <= 0.005)
    #expect(abs(number.parts[0] / 1e6 - 19.7) <= 0.05)
    #expect(abs(number.parts[1] / 1e6 - 1.9) <= 0.06)
    #expect(number.parts[0] + number.parts[1] == number.change)
    #expect(row.published.change == 22e6)
    #expect(row.growth?.figure.value == -7.7)
    #expect(row.growth?.isSameExercise == true)
  }

  // Check 7: published head counts at published rates.
  @Test(
    arguments: [
      ("eclac", "2020-07-15", "central", 230.96, 230.9),
      ("eclac", "2022-01-27", "observed", 204.34, 204),
      ("eclac-extreme", "2022-01-27", "observed", 81.12, 81),
      ("eclac", "2021-03-04", "without_transfers", 230.34, 230),
    ])
  func headCounts(
    _ line: String, _ vintage: String, _ scenario: String, _ computed: Double, _ published: Double
  ) throws {
    let row = try #require(
      try vintages().rows.first {
        $0.territory == "LATAM18" && $0.line == line && $0.vintage == vintage
          && $0.scenario == scenario
      })
    let rate = try #require(row.headcountEnd)
    let people = try #require(row.population).end
    #expect(abs(rate / 100 * people / 1e6 - computed) <= 0.005)
    #expect(row.published.end == published * 1e6)
  }

  // Check 8: WDI LCN unemployment, ours weighted by labour force over the states that have it.
  @Test(arguments: [(2019, 7.999, 8.001), (2020, 10.218, 10.214), (2021, 9.149, 9.145)])
  func unemployment(_ year: Int, _ computed: Double, _ published: Double) throws {
    let period = try #require(Period(year: year))
    var unemployed = 0.0
    var force = 0.0
    for territory in tree.leaves(of: "LAC33") {
      guard let rate = panel.cell("unemployment_pct", territory, period),
        let weight = panel.cell("labour_force", territory, period)
      else { continue }
      unemployed += rate.value * weight.value
      force += weight.value
    }
    #expect(abs(unemployed / force - computed) <= 0.0005)
    #expect(abs(unemployed / force - published) <= 0.01)
  }

  // Check 13: index of constant GDP, 2019 = 100; recovered in 2022.
  @Test func recoveryOfTheRegion() throws {
    let row = try #require(try impact().rows.first { $0.territory == "LAC33" })
    let episode = try #require(row.episode)
    let index = episode.levels.map { 100 * $0 / episode.levels[0] }
    for (year, value) in [(1, 93.11), (2, 99.81), (3, 103.89), (5, 108.62)] {
      #expect(abs(index[year] - value) <= 0.005)
    }
    guard case .regained(let regained) = episode.recovery else {
      Issue.record("not regained")
      return
    }
    #expect(regained.period == Period(year: 2022))
    let sum = row.contributions.reduce(0) { $0 + $1.points }
    #expect(abs(sum - (index[1] - 100)) <= 1e-12)
  }

  // Check 14: not recovered by 2024. Guyana (+43.5 %) must not break anything.
  @Test func notRecovered() throws {
    let rows = try impact().rows
    let states = Set(tree.leaves(of: "LAC33"))
    let still = rows.filter {
      guard states.contains($0.territory), case .notWithinSample = $0.episode?.recovery else {
        return false
      }
      return true
    }
    #expect(Set(still.map(\.territory)) == ["CUB", "HTI", "KNA", "SUR", "TTO", "VEN"])
    let guyana = try #require(rows.first { $0.territory == "GUY" }?.episode)
    #expect(guyana.recovery == .noDownturn)
    #expect(guyana.depth == 0)
    #expect(guyana.trough == nil)
  }

  // The properties that the study names: a higher line never has fewer poor, and the gap is at most the headcount.
  @Test func linesAreNested() throws {
    var rows = 0
    for territory in panel.territories {
      for period in panel.periods {
        let names = ["300", "420", "830"].map { "poverty_headcount_\($0)_pct" }
        let rates = names.compactMap { panel.cell($0, territory, period)?.value }
        guard rates.count == 3, let gap = panel.cell("poverty_gap_300_pct", territory, period)
        else { continue }
        rows += 1
        #expect(rates[0] <= rates[1] && rates[1] <= rates[2], "\(territory) \(period)")
        #expect(gap.value <= rates[0], "\(territory) \(period)")
      }
    }
    #expect(rows == 459)
  }
}
