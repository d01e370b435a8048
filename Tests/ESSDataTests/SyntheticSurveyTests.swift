import ESSData
import Testing

@Suite struct SyntheticSurveyTests {
  private func survey(_ households: Int, seed: UInt64 = 20_211_001) throws -> SyntheticSurvey {
    try SyntheticSurvey(
      households: households, seed: seed, targets: SyntheticSurvey.publishedTargets())
  }

  // The package that ships is the generator's output.
  @Test func theShippedSurveyIsTheGenerators() throws {
    let shipped = try Dataset("synthetic-survey").bytes(of: "survey.csv")
    #expect(try survey(2000).csv() == shipped)
    #expect(try survey(2000, seed: 1).csv() != shipped)
  }

  // The targets are published rates (World Bank, 8.30-dollar line), met by the persons of each territory and year.
  @Test func ratesFollowThePublishedOnes() throws {
    let targets = try SyntheticSurvey.publishedTargets()
    #expect(
      targets.prefix(10).map(\.territory)
        == ["ARG", "BOL", "BRA", "COL", "CRI", "DOM", "ECU", "PER", "PRY", "URY"])
    #expect(targets.count == 20)
    let published: [Double] = [
      14.9, 17.8, 28, 40.3, 16.7, 18.8, 30.6, 33.6, 25, 5, 18.3, 19.5, 20.8, 48, 23.3, 21.7, 36,
      48.1, 27.9, 7.1,
    ]
    let table = try CSVTable(bytes: survey(2000).csv(), file: "survey")
    let territory = try table.texts("territory")
    let period = try table.texts("period")
    let numbers = try ["weight", "size", "welfare", "social_security"].map { try table.numbers($0) }
    var sums = [String: (persons: Double, poor: Double, deprived: Double)]()
    for row in 0..<table.rowCount {
      let persons = numbers[0][row] * numbers[1][row]
      var sum = sums[territory[row] + period[row]] ?? (0, 0, 0)
      sum.persons += persons
      sum.poor += numbers[2][row] < SyntheticSurvey.line ? persons : 0
      sum.deprived += persons * numbers[3][row]
      sums[territory[row] + period[row]] = sum
    }
    for (target, rate) in zip(targets, published) {
      #expect(abs(100 * target.headcount - rate) < 1e-9)
      let sum = try #require(sums[target.territory + target.period])
      #expect(abs(sum.persons - target.population) <= 1e-6 * target.population)
      // One household of a hundred is about one point.
      #expect(abs(100 * sum.poor / sum.persons - rate) < 2.5)
      // CONEVAL, Mexico: 53.46 % in 2018, 52.05 % in 2020 without social security.
      #expect(abs(100 * sum.deprived / sum.persons - (target.period == "2019" ? 53.5 : 52)) < 8)
    }
  }

  @Test func everyStratumHasTwoPSUs() throws {
    let table = try CSVTable(bytes: survey(200).csv(), file: "survey")
    #expect(table.rowCount == 200)
    #expect(table.columns == SyntheticSurvey.columns)
    let strata = try table.coded("stratum")
    let psus = try table.coded("psu")
    #expect(strata.values.count == 20)
    #expect(psus.values.count == 40)
    #expect(throws: DataError.self) { try survey(199) }
  }
}
