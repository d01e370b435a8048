import ESSIndicators
import Testing

/// Checks 9 to 12 and 15 of the data study: CONEVAL, INEGI, and the World Bank's growth of Mexico.
@Suite struct MexicoTests {
  let dataset: Dataset
  let panel: Panel
  let tree: TerritoryTree

  init() throws {
    dataset = try Dataset("mexico-states")
    panel = try dataset.panel()
    tree = try dataset.territories()
  }

  private func change(_ from: Int, _ to: Int) throws -> PanelPovertyChange {
    try PanelPovertyChange(
      panel, tree,
      .init(
        from: try #require(Period(year: from)), to: try #require(Period(year: to)),
        line: "multidimensional", headcount: "poverty_pct", population: "population_enigh"))
  }

  private func total(_ variable: String, _ year: Int) throws -> Double {
    let period = try #require(Period(year: year))
    return try tree.leaves(of: "MEX").reduce(0) {
      $0 + (try #require(panel.cell(variable, $1, period)).value)
    }
  }

  // Check 9: CONEVAL: 51,890,880 poor in 2018, 55,654,225 (43.911 %) in 2020, 46,804,510 in 2022.
  @Test(arguments: [(2018, 51_890_880.0), (2020, 55_654_225), (2022, 46_804_510)])
  func poor(_ year: Int, _ published: Double) throws {
    #expect(try total("poverty_persons", year) == published)
  }

  @Test func poorFromRates() throws {
    let row = try #require(try change(2018, 2020).rows.first { $0.territory == "MEX" })
    let result = try #require(row.change)
    #expect(abs(100 * result.headcount.end - 43.911) <= 0.001)
    // State rates are published to four decimals: a few persons a state.
    #expect(abs(result.number.end - 55_654_225) <= 200)
    #expect(abs(result.number.change - 3_763_345) <= 200)
    #expect(result.number.parts.reduce(0, +) == result.number.change)
    #expect(row.share == 100)
    #expect(row.matched == 32)
  }

  // CONEVAL parts everybody into four groups: poor, vulnerable by deprivation, vulnerable by income, neither.
  @Test func fourGroupsAreEverybody() throws {
    let names = [
      "poverty_pct", "vulnerable_by_deprivation_pct", "vulnerable_by_income_pct",
      "non_poor_non_vulnerable_pct",
    ]
    for year in [2016, 2018, 2020, 2022] {
      let period = try #require(Period(year: year))
      for state in tree.leaves(of: "MEX") {
        let sum = try names.reduce(0) { $0 + (try #require(panel.cell($1, state, period)).value) }
        // Each rate is published to four decimals.
        #expect(abs(sum - 100) <= 2.1e-4, "\(state) \(year)")
      }
    }
  }

  // Check 10: INEGI, 22,069,934.772 million pesos in 2020. Check 12: census 2020, 126,014,024.
  @Test func outputAndCensus() throws {
    #expect(abs(try total("gdp_constant_2018_mxn_million", 2020) - 22_069_934.772) <= 0.01)
    #expect(try total("population_census", 2020) == 126_014_024)
  }

  // Check 11: World Bank, NY.GDP.MKTP.KD.ZG of Mexico, against INEGI's national line.
  @Test(arguments: [(2019, -0.3927), (2020, -8.3540), (2021, 6.0485), (2022, 3.7098)])
  func growthOfMexico(_ year: Int, _ published: Double) throws {
    let before = try #require(Period(year: year - 1))
    let after = before.advanced(by: 1)
    let variable = "gdp_constant_2018_mxn_million"
    let level0 = try #require(panel.cell(variable, "MEX", before)).value
    let level1 = try #require(panel.cell(variable, "MEX", after)).value
    #expect(abs(100 * (level1 / level0 - 1) - published) <= 0.0005)
  }

  // Check 15: falls of 2020, and their correlation with the change of the poverty rate 2018 to 2020.
  @Test func statesIn2020() throws {
    let impact = try RecessionImpact(
      panel, tree,
      .init(
        reference: try #require(Period(year: 2019)), level: "gdp_constant_2018_mxn_million",
        population: "population_enigh"))
    let growth = Dictionary(
      uniqueKeysWithValues: impact.rows.compactMap { row in
        row.episode.map { (row.territory, $0.growth[0]) }
      })
    for (state, fall) in [
      ("MX-ROO", -22.30), ("MX-BCS", -14.58), ("MX-COA", -11.52), ("MX-TAB", 4.24),
    ] {
      #expect(abs(try #require(growth[state]) - fall) <= 0.005)
    }
    let points = try change(2018, 2020).rows.filter { $0.share == nil }.map {
      (try #require(growth[$0.territory]), try #require($0.change).headcountChange)
    }
    #expect(points.count == 32)
    #expect(abs(correlation(points) + 0.693) <= 0.0005)
  }

  private func correlation(_ points: [(Double, Double)]) -> Double {
    let n = Double(points.count)
    let meanX = points.reduce(0) { $0 + $1.0 } / n
    let meanY = points.reduce(0) { $0 + $1.1 } / n
    let xy = points.reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let xx = points.reduce(0) { $0 + ($1.0 - meanX) * ($1.0 - meanX) }
    let yy = points.reduce(0) { $0 + ($1.1 - meanY) * ($1.1 - meanY) }
    return xy / (xx * yy).squareRoot()
  }
}
