/// The numbers of survey records, checked, the weight of those that cannot be used set to zero.
public struct CleanedRecords: Sendable {
  private let records: SurveyRecords
  private let columns: SurveyColumns
  /// Welfare; 0 where it was missing.
  public private(set) var welfare: [Double]
  /// Person weights.
  public private(set) var weight: [Double]
  /// Poverty lines.
  public private(set) var line: [Double]?
  /// Further numbers, column by column.
  public private(set) var attributes: [[Double]]
  /// Person weights of each replicate.
  public private(set) var replicateWeights: [[Double]]
  /// What was dropped or changed.
  public private(set) var report = RecordReport()
  private var problems = ProblemList()
  private var missing: [(column: String, first: Int, count: Int)] = []

  /// Checks records and throws all problems at once; `place` makes a problem of a record and the name of a column.
  public init(
    _ records: SurveyRecords, _ columns: SurveyColumns,
    place: (_ record: Int, _ column: String?, _ message: String) -> DataProblem
  ) throws(DataError) {
    self.records = records
    self.columns = columns
    welfare = records.welfare ?? []
    weight = records.weight ?? Array(repeating: 1, count: records.count)
    line = records.line
    attributes = records.attributes
    replicateWeights = records.replicateWeights
    try run(place)
  }

  private mutating func run(_ place: (Int, String?, String) -> DataProblem) throws(DataError) {
    report.records = records.count
    guard records.count > 0 else { throw .notIdentified("the survey has no records") }
    checkWeights(place)
    checkLabels(place)
    for row in weight.indices where weight[row] == 0 { report.zeroWeights += 1 }
    report.weight = weight.reduce(0) { $1.isNaN ? $0 : $0 + $1 }
    dropMissing()
    for gap in missing where columns.missing == .fail {
      problems.add(
        place(
          gap.first, gap.column,
          "no value, the first of \(gap.count) such records; fill them, or drop them with --missing drop"
        ))
    }
    treatNegatives()
    checkLines(place)
    try problems.check()
  }

  /// Refuses negative numbers and multiplies design weights by sizes.
  private mutating func checkWeights(_ place: (Int, String?, String) -> DataProblem) {
    func refuse(_ values: [Double], _ column: String?) {
      for (row, value) in values.enumerated() where value < 0 || value.isInfinite {
        problems.add(
          place(row, column, "\(NumberText.shortest(value)) is negative; a weight is not"))
      }
    }
    refuse(weight, columns.weight)
    if let size = records.size {
      refuse(size, columns.size)
      for row in weight.indices { weight[row] *= size[row] }
    }
    for (number, values) in replicateWeights.enumerated() {
      let column =
        number < columns.replicateWeights.count ? columns.replicateWeights[number] : nil
      refuse(values, column)
      if let row = values.firstIndex(where: \.isNaN) {
        problems.add(place(row, column, "no replicate weight"))
      }
      if let size = records.size {
        for row in values.indices { replicateWeights[number][row] *= size[row] }
      }
    }
  }

  /// A record without stratum, PSU or period cannot be placed in the design, whatever the policy.
  private mutating func checkLabels(_ place: (Int, String?, String) -> DataProblem) {
    let labels: [(CodedColumn?, String?)] = [
      (records.stratum, columns.stratum), (records.psu, columns.psu),
      (records.period, columns.period),
    ]
    for case (let column?, let name) in labels {
      for code in column.missingCodes {
        guard let row = column.codes.firstIndex(of: code) else { continue }
        problems.add(place(row, name, "no value; the record has no place in the design"))
      }
    }
    if let fpc = records.fpc, let row = fpc.firstIndex(where: \.isNaN) {
      problems.add(place(row, columns.fpc, "no value; every record needs one"))
    }
  }

  private mutating func dropMissing() {
    drop(records.weight, columns.weight ?? "weight")
    drop(records.size, columns.size ?? "size")
    drop(records.welfare, columns.welfare ?? "welfare")
    drop(records.line, columns.line ?? "line")
    for (number, values) in records.attributes.enumerated() {
      drop(values, number < columns.attributes.count ? columns.attributes[number] : "attribute")
    }
    for (number, column) in records.by.enumerated() {
      let codes = column.missingCodes
      guard !codes.isEmpty else { continue }
      let name = number < columns.by.count ? columns.by[number] : "domain"
      drop(name) { codes.contains(column.codes[$0]) }
    }
    for row in weight.indices where weight[row].isNaN { weight[row] = 0 }
    replaceMissing(&welfare, by: 0)
    if var line {
      replaceMissing(&line, by: 1)
      self.line = line
    }
    for number in attributes.indices { replaceMissing(&attributes[number], by: 0) }
  }

  private mutating func drop(_ values: [Double]?, _ name: String) {
    guard let values else { return }
    drop(name) { values[$0].isNaN }
  }

  private mutating func drop(_ name: String, where isMissing: (Int) -> Bool) {
    var first: Int?
    var count = 0
    for row in 0..<records.count where isMissing(row) {
      // A record without any weight is not missed.
      if weight[row] == 0 { continue }
      first = first ?? row
      count += 1
      report.add(.missing, name, weight: weight[row])
      remove(row)
    }
    if let first { missing.append((name, first, count)) }
  }

  private mutating func remove(_ row: Int) {
    weight[row] = 0
    for number in replicateWeights.indices { replicateWeights[number][row] = 0 }
  }

  private func replaceMissing(_ values: inout [Double], by value: Double) {
    for row in values.indices where values[row].isNaN { values[row] = value }
  }

  private mutating func treatNegatives() {
    let name = columns.welfare ?? "welfare"
    for row in welfare.indices where welfare[row] < 0 && weight[row] > 0 {
      switch columns.negative {
      case .keep: report.negatives += 1
      case .drop:
        report.add(.negativeDropped, name, weight: weight[row])
        remove(row)
      case .zero:
        report.add(.negativeSetToZero, name, weight: weight[row])
        welfare[row] = 0
      }
    }
  }

  private mutating func checkLines(_ place: (Int, String?, String) -> DataProblem) {
    guard let line else { return }
    for (row, value) in line.enumerated() where !(value > 0) {
      problems.add(
        place(
          row, columns.line, "\(NumberText.shortest(value)) is not above zero, as a line must be"))
    }
  }
}

extension CleanedRecords {
  /// For each record whether none of some labels is missing; `nil` if none is anywhere.
  static func hasLabels(_ labels: [CodedColumn], count: Int) -> [Bool]? {
    var result: [Bool]?
    for column in labels {
      let missing = column.missingCodes
      if missing.isEmpty { continue }
      var known = result ?? Array(repeating: true, count: count)
      for row in 0..<count where missing.contains(column.codes[row]) { known[row] = false }
      result = known
    }
    return result
  }
}

extension CodedColumn {
  /// The codes of texts that stand for a missing value and occur.
  fileprivate var missingCodes: [Int32] {
    values.indices.filter { MissingTokens.standard.contains(values[$0]) }.map(Int32.init)
  }

  /// The column without the texts that stand for a missing value; their records, which have no weight, go to the first other text.
  var withoutMissing: CodedColumn {
    let missing = Set(missingCodes)
    guard !missing.isEmpty, missing.count < values.count else { return self }
    var recoded = [Int32](repeating: 0, count: values.count)
    var kept: [String] = []
    for code in values.indices where !missing.contains(Int32(code)) {
      recoded[code] = Int32(kept.count)
      kept.append(values[code])
    }
    return CodedColumn(values: kept, codes: codes.map { recoded[Int($0)] })
  }
}
