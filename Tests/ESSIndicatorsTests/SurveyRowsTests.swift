import ESSIndicators
import Testing

/// Rows of the measures over the shipped survey: every indicator is defined with its unit, a key names one row, and an empty value says why.
@Suite struct SurveyRowsTests {
  private static func sample(_ attributes: [String] = []) throws -> SurveySample {
    let table = try Dataset("synthetic-survey").table("survey")
    return try SurveySample(
      table,
      SurveyColumns(
        welfare: "welfare", weight: "weight", size: "size", stratum: "stratum", psu: "psu",
        period: "period", by: ["territory"], attributes: attributes))
  }

  private static func observations(_ verb: String) throws -> [Observation] {
    let periods = SurveyComparison.periods(from: "2019", to: "2020")
    let scenario = NowcastScenario(growth: -0.053, passThrough: 0.7)
    switch verb {
    case "multidimensional":
      let dimensions = ["housing", "food"].map {
        AlkireFoster.Dimension(column: $0, rule: .flag)
      }
      return try AlkireFoster(
        sample(["housing", "food"]), .init(dimensions: dimensions, cutoffs: [1, 2])
      ).observations
    case "dominance":
      return try PovertyDominance(
        sample(), .init(comparison: periods, orders: [1, 2], lines: 3)
      ).observations
    case "incidence":
      return try GrowthIncidence(
        sample(), .init(comparison: periods, shares: [0.1, 0.5], line: 8.3)
      ).observations
    case "nowcast":
      return try SurveyNowcast(
        sample(), .init(scenarios: [scenario], lines: [8.3])
      ).observations
    default:
      let grouped = try GroupedPoverty(
        GroupedTable(sample(), groups: 10), .init(lines: [8.3], allowsInvalid: true))
      return grouped.observations
        + GroupedNowcast(grouped, scenarios: [scenario], population: 1e6).observations
    }
  }

  @Test(arguments: ["multidimensional", "dominance", "incidence", "nowcast", "grouped"])
  func rowsKeepTheContract(_ verb: String) throws {
    let observations = try Self.observations(verb)
    #expect(observations.count > 40)
    var keys: Set<[String]> = []
    for row in observations {
      #expect(Catalogue[row.indicator]?.unit == row.unit, "\(row.indicator) \(row.unit)")
      #expect(row.value != nil || !row.note.isEmpty, "\(row.indicator) \(row.component)")
      keys.insert([row.territory, row.period, row.indicator, row.component])
    }
    #expect(keys.count == observations.count)
  }

  // The order of the records changes no more than the order of sums does.
  @Test func theOrderOfRecordsDoesNotMatter() throws {
    let table = try Dataset("synthetic-survey").table("survey")
    let columns = SurveyColumns(
      welfare: "welfare", weight: "weight", size: "size", stratum: "stratum", psu: "psu",
      period: "period", attributes: ["housing", "food"])
    let records = try SurveyRecords(table, columns)
    var turned = records
    turned.welfare = records.welfare.map { Array($0.reversed()) }
    turned.weight = records.weight.map { Array($0.reversed()) }
    turned.size = records.size.map { Array($0.reversed()) }
    func reversed(_ column: CodedColumn?) -> CodedColumn? {
      column.map {
        CodedColumn($0.codes.reversed().map { code in column?.values[Int(code)] ?? "" })
      }
    }
    turned.stratum = reversed(records.stratum)
    turned.psu = reversed(records.psu)
    turned.period = reversed(records.period)
    turned.attributes = records.attributes.map { $0.reversed() }
    let options = PovertyDominance.Options(
      comparison: .periods(from: "2019", to: "2020"), orders: [2], range: 2...15, lines: 3)
    let first = try PovertyDominance(SurveySample(records, columns: columns), options)
    let second = try PovertyDominance(SurveySample(turned, columns: columns), options)
    for (a, b) in zip(first.observations, second.observations) {
      #expect(abs((a.value ?? 0) - (b.value ?? 0)) <= 1e-12 * abs(a.value ?? 0))
      #expect(abs((a.standardError ?? 0) - (b.standardError ?? 0)) <= 1e-10)
    }
  }
}
