import ESSIndicators

/// SYN-A of the research pages: a synthetic survey of 32 households, typed in; no licence attaches to it.
enum SynA {
  static let text = """
    id,territory,stratum,psu,size,weight,income0,income1
    1,North,1,11,5,16,191,169
    2,North,1,11,1,5,64,63
    3,North,1,11,4,11,86,91
    4,North,1,11,5,6,164,160
    5,North,1,12,5,18,120,120
    6,North,1,12,2,18,505,531
    7,North,1,12,6,8,44,41
    8,North,1,12,2,6,181,189
    9,North,1,13,6,24,238,252
    10,North,1,13,2,5,0,0
    11,North,1,13,3,10,120,120
    12,North,1,13,3,16,249,219
    13,Centre,2,21,1,19,372,368
    14,Centre,2,21,1,20,103,97
    15,Centre,2,21,4,24,103,118
    16,Centre,2,21,6,9,188,189
    17,Centre,2,22,2,7,98,101
    18,Centre,2,22,6,14,175,161
    19,Centre,2,22,3,10,246,221
    20,Centre,2,22,2,9,81,82
    21,South,3,31,2,22,162,172
    22,South,3,31,3,12,219,228
    23,South,3,31,3,10,1640,1557
    24,South,3,31,4,7,149,137
    25,South,3,32,1,7,285,297
    26,South,3,32,1,10,162,145
    27,South,3,32,6,16,150,134
    28,South,3,32,6,11,43,39
    29,South,3,33,1,13,214,195
    30,South,3,33,1,14,303,316
    31,South,3,33,3,20,210,216
    32,South,3,33,6,9,137,125

    """

  static func columns(_ welfare: String, by: [String] = []) -> SurveyColumns {
    SurveyColumns(
      welfare: welfare, weight: "weight", size: "size", stratum: "stratum", psu: "psu", by: by)
  }

  static func table() throws -> CSVTable { try CSVTable(bytes: Array(text.utf8), file: "SYN-A") }

  /// The survey with one of its two incomes.
  static func sample(_ welfare: String = "income0", by: [String] = []) throws -> SurveySample {
    try SurveySample(table(), columns(welfare, by: by))
  }

  /// Both incomes as two periods of the same households.
  static func panel(by: [String] = []) throws -> SurveySample {
    var columns = columns("income0", by: by)
    columns.periods = .overlapping
    var later = columns
    later.welfare = "income1"
    let table = try table()
    let records = try SurveyRecords(table, columns).appending(
      SurveyRecords(table, later), periods: ("0", "1"))
    return try SurveySample(records, columns: columns)
  }
}

/// A sample from numbers alone, with equal weights unless given.
func plainSample(_ welfare: [Double], weight: [Double]? = nil) throws -> SurveySample {
  var records = SurveyRecords(count: welfare.count)
  records.welfare = welfare
  records.weight = weight
  return try SurveySample(records)
}

/// Whether two numbers agree to a relative tolerance, or an absolute one below 1.
func agrees(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-12) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= tolerance * max(abs(expected), 1e-3)
}

/// A fraction; a call is quicker to type-check than an operator in a long list.
func ratio(_ numerator: Double, _ denominator: Double) -> Double { numerator / denominator }
