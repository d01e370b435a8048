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
    try ResultRows.expectDefined(outcome.output, of: run)
    let alone = try Program.run("indicators territories \(run) --format csv --threads 1")
    #expect(alone.output == outcome.output)
  }
}
