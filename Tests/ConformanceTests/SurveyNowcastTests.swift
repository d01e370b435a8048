import ESSIndicators
import Testing

@Suite struct SurveyNowcastTests {
  // A distribution-neutral scenario is poverty of the same incomes on a line moved the other way: value and standard error.
  @Test func aScenarioIsAMovedLine() throws {
    let sample = try SyntheticHouseholds.sample()
    let scenario = NowcastScenario(growth: -0.053, passThrough: 0.7)
    let nowcast = try SurveyNowcast(sample, .init(scenarios: [scenario], lines: [120]))
    let row = try #require(nowcast.rows.first)
    let moved = try PovertyMeasures(
      sample,
      .init(
        measures: [.headcount, .gap, .squaredGap, .numberOfPoor],
        lines: [.absolute(120), .absolute(120 / scenario.meanFactor)]))
    for k in 0..<3 {
      for (mine, other) in [
        (row.measures[k].before, moved.rows[0].estimates[k]),
        (row.measures[k].after, moved.rows[1].estimates[k]),
      ] {
        #expect(abs(try #require(mine.value) - (try #require(other.value))) < 1e-12)
        #expect(
          abs(try #require(mine.standardError) - (try #require(other.standardError))) < 1e-12)
      }
    }
    // Two persons' weights of 90 and 30 tie on the line; a fall of 3.71 % makes them poor: 321 to 441 of 1370.
    #expect(abs(try #require(row.moved.value) - 120) < 1e-9)
    #expect(abs(try #require(row.measures[0].change.value) - 120.0 / 1370) < 1e-12)
  }

  // No growth changes nothing, for certain.
  @Test func noGrowth() throws {
    let scenario = NowcastScenario(growth: 0, passThrough: 1)
    let nowcast = try SurveyNowcast(
      SyntheticHouseholds.sample(), .init(scenarios: [scenario], lines: [120]))
    let row = try #require(nowcast.rows.first)
    #expect(row.moved.value == 0 && row.moved.standardError == 0)
  }

  // The Gini index after the scenario is 1 + t times the one before, exactly (pairwise, SYN-A: 8243437 / 22381690), the mean the same.
  @Test func theGiniChangeIsExact() throws {
    let sample = try SyntheticHouseholds.sample()
    let mean = 277729.0 / 1370
    let scenario = NowcastScenario(growth: 0, passThrough: 1, giniChange: 0.1)
    let people = sample.weight
    let moved = sample.welfare.map { scenario.welfare($0, mean: mean) }
    var (pairs, total, sum) = (0.0, 0.0, 0.0)
    for i in moved.indices {
      total += people[i]
      sum += people[i] * moved[i]
      for j in moved.indices { pairs += people[i] * people[j] * abs(moved[i] - moved[j]) }
    }
    #expect(abs(sum / total - mean) < 1e-9)
    #expect(abs(pairs / (2 * total * sum) - 1.1 * 8243437.0 / 22381690) < 1e-12)
  }
}
