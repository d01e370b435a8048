import ESSIndicators
import Foundation
import Testing

/// What the published growth figures imply, by the closed form of a log-normal distribution, and beside it what was published.
@Suite struct RegionalNowcastTests {
  private func nowcast(_ shares: [Double], giniChange: Double = 0) throws -> RegionalNowcast {
    let dataset = try Dataset("lac-covid")
    return try RegionalNowcast(
      dataset.povertyVintages(), growth: dataset.growthOutlook(), panel: dataset.panel(),
      dataset.territories(),
      .init(
        from: #require(Period("2019")), to: #require(Period("2020")), group: "LATAM18",
        line: "eclac", passThroughs: shares, giniChange: giniChange,
        population: "population_wpp2019",
        pair: .init(poverty: "2021-03-04", scenario: "with_transfers", growth: "2020-04-21")))
  }

  // -5.3 % belongs with +28.7 million, -7.7 % with +22; the forum's note pairs -5.3 with +22 (ECLAC, see research notes).
  @Test func theExercises() throws {
    let result = try nowcast([0.7, 1])
    let found = result.rows.map { row in
      "\(row.growth.vintage.date) \(row.growth.value) \(row.vintage) \(row.published.scenario) "
        + "\(row.published.headcountEnd ?? 0) \(row.isSameExercise)"
    }
    #expect(
      found == [
        "2020-04-21 -5.3 2020-05-12 medium 34.7 true",
        "2020-07-15 -9.1 2020-07-15 central 37.3 true",
        "2020-12-16 -7.7 2021-03-04 with_transfers 33.7 true",
        "2020-12-16 -7.7 2021-03-04 without_transfers 37.2 true",
        "2022-01 -6.8 2021-03-04 observed 33.0 false",
        "2020-04-21 -5.3 2021-03-04 with_transfers 33.7 false",
      ])
    #expect(result.warnings.count == 2)
    // UN 2019 revision: 613.14 and 619.20 million.
    #expect(abs(result.population.start / 1e6 - 613.14) < 0.01)
    #expect(abs(result.population.end / 1e6 - 619.20) < 0.01)
  }

  @Test func theClosedForm() throws {
    let result = try nowcast([0.7, 1])
    let normal = Normal()
    let sigma = 2.0.squareRoot() * normal.quantile((1 + result.inequality.gini) / 2)
    let growth = result.population.end / result.population.start
    for row in result.rows {
      let perHead = (1 + row.growth.value / 100) / growth - 1
      #expect(abs(row.growthPerHead - perHead) < 1e-15)
      for outcome in row.outcomes {
        let k = outcome.scenario.passThrough
        let expected = normal.cumulative(
          normal.quantile(row.start) - log(1 + k * perHead) / sigma)
        #expect(abs(outcome.change.headcount.end - expected) < 1e-12)
        // The parts add up to the change exactly.
        #expect(outcome.change.number.parts.reduce(0, +) == outcome.change.number.change)
      }
      if let k = row.impliedPassThrough, let end = row.published.headcountEnd {
        let back = normal.cumulative(normal.quantile(row.start) - log(1 + k * perHead) / sigma)
        #expect(abs(100 * back - end) < 1e-9)
      }
    }
  }

  // More inequality at the same mean: sigma of the new Gini index, poverty further up.
  @Test func moreInequality() throws {
    let plain = try nowcast([1])
    let unequal = try nowcast([1], giniChange: 0.02)
    let gini = plain.inequality.gini
    let normal = Normal()
    let sigmas = [gini, 1.02 * gini].map { 2.0.squareRoot() * normal.quantile((1 + $0) / 2) }
    for (a, b) in zip(plain.rows, unequal.rows) {
      // ln(mean / z) from the start, then the headcount ratio of the wider distribution.
      let mean = sigmas[0] * sigmas[0] / 2 - sigmas[0] * normal.quantile(a.start)
      let expected = normal.cumulative(
        (-mean - log(1 + a.growthPerHead)) / sigmas[1] + sigmas[1] / 2)
      #expect(abs(b.outcomes[0].change.headcount.end - expected) < 1e-12)
      #expect(b.outcomes[0].change.headcount.end > a.outcomes[0].change.headcount.end)
    }
  }
}
