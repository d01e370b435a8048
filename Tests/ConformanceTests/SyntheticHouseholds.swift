import ESSIndicators

/// SYN-A: 32 invented households of three territories (strata) in eight PSUs, with a zero income, two ties on the line of 120 and one
/// duplicate; the reference values were derived in rational arithmetic and by R's survey package.
enum SyntheticHouseholds {
  // territory (0 North, 1 Centre, 2 South), psu, size, weight, income0, income1
  private static let table: [Double] = [
    0, 11, 5, 16, 191, 169, 0, 11, 1, 5, 64, 63, 0, 11, 4, 11, 86, 91, 0, 11, 5, 6, 164, 160,
    0, 12, 5, 18, 120, 120, 0, 12, 2, 18, 505, 531, 0, 12, 6, 8, 44, 41, 0, 12, 2, 6, 181, 189,
    0, 13, 6, 24, 238, 252, 0, 13, 2, 5, 0, 0, 0, 13, 3, 10, 120, 120, 0, 13, 3, 16, 249, 219,
    1, 21, 1, 19, 372, 368, 1, 21, 1, 20, 103, 97, 1, 21, 4, 24, 103, 118, 1, 21, 6, 9, 188, 189,
    1, 22, 2, 7, 98, 101, 1, 22, 6, 14, 175, 161, 1, 22, 3, 10, 246, 221, 1, 22, 2, 9, 81, 82,
    2, 31, 2, 22, 162, 172, 2, 31, 3, 12, 219, 228, 2, 31, 3, 10, 1640, 1557, 2, 31, 4, 7, 149, 137,
    2, 32, 1, 7, 285, 297, 2, 32, 1, 10, 162, 145, 2, 32, 6, 16, 150, 134, 2, 32, 6, 11, 43, 39,
    2, 33, 1, 13, 214, 195, 2, 33, 1, 14, 303, 316, 2, 33, 3, 20, 210, 216, 2, 33, 6, 9, 137, 125,
  ]

  private static func column(_ k: Int) -> [Double] {
    (0..<32).map { table[6 * $0 + k] }
  }

  /// Incomes of both periods.
  static let income0 = column(4)
  static let income1 = column(5)

  private static func labels(_ k: Int) -> [String] { column(k).map { "\(Int($0))" } }

  /// The first period, each attribute a column of numbers.
  static func sample(attributes: [[Double]] = []) throws -> SurveySample {
    var records = SurveyRecords(count: 32)
    records.welfare = income0
    records.weight = column(3)
    records.size = column(2)
    records.stratum = CodedColumn(labels(0))
    records.psu = CodedColumn(labels(1))
    records.attributes = attributes
    return try SurveySample(records)
  }

  /// Both periods, the same households: overlapping PSUs.
  static func panel() throws -> SurveySample {
    var records = SurveyRecords(count: 64)
    records.welfare = income0 + income1
    records.weight = column(3) + column(3)
    records.size = column(2) + column(2)
    records.stratum = CodedColumn(labels(0) + labels(0))
    records.psu = CodedColumn(labels(1) + labels(1))
    records.period = CodedColumn(
      Array(repeating: "0", count: 32) + Array(repeating: "1", count: 32))
    var columns = SurveyColumns()
    columns.periods = .overlapping
    return try SurveySample(records, columns: columns)
  }

  /// Two samples of equal weights, periods `0` and `1`, every record a PSU.
  static func periods(_ first: [Double], _ second: [Double]) throws -> SurveySample {
    var records = SurveyRecords(count: first.count + second.count)
    records.welfare = first + second
    records.period = CodedColumn(
      Array(repeating: "0", count: first.count) + Array(repeating: "1", count: second.count))
    return try SurveySample(records)
  }
}
