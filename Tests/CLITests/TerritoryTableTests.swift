import ESSIndicators
import Testing

/// What the verbs that compare territories promise of their rows.
@Suite struct TerritoryTableTests {
  private static let runs = [
    "compare --reference SOUTH_AMERICA --at 2020",
    "compare mexico-states --at 2020 --value poverty_pct,deprivation_health_pct --weight none",
    "peers --of CRI,MEX --at 2019 --missing available",
    "clusters mexico-states --at 2020 --value poverty_pct,deprivation_education_pct",
    "clusters --at 2019 --method k-means --missing median --scale robust --most 4",
    "spatial mexico-states --at 2020 --value poverty_pct --permutations 99 --threshold 45 "
      + "--statistic moran,local-moran,join-counts,regression --regressors deprivation_health_pct",
    "spatial mexico-states --at 2020 --value poverty_persons --population population_enigh "
      + "--statistic eb-moran,eb-rates --permutations 99",
  ]

  // Every number is defined in the catalogue with its unit, named once, says why it is missing, and is the same on one thread.
  @Test(arguments: runs)
  func rowsAreDefined(_ run: String) throws {
    let outcome = try Program.run("indicators territories \(run) --format csv --threads 2")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = try CSVTable(bytes: Array(outcome.output.utf8), file: run)
    #expect(table.rowCount > 5)
    let (indicators, units) = (try table.coded("indicator"), try table.coded("unit"))
    let (values, notes) = (try table.texts("value"), try table.texts("note"))
    let keys = try ["territory", "period", "indicator", "component"].map { try table.texts($0) }
    var seen: Set<[String]> = []
    for row in 0..<table.rowCount {
      let key = keys.map { $0[row] }
      #expect(Catalogue[indicators[row]]?.unit == units[row], "\(indicators[row]) \(units[row])")
      #expect(seen.insert(key).inserted, "\(key) occurs twice")
      #expect(!values[row].isEmpty || !notes[row].isEmpty, "no reason for \(key)")
    }
    let alone = try Program.run("indicators territories \(run) --format csv --threads 1")
    #expect(alone.output == outcome.output)
  }
}
