/// Records of a survey that pass by in a batch, checked as those of a whole sample are.
///
/// A batch with nothing to drop or refuse is taken as it is; any other goes through the cleaning of whole samples.
public struct PassingRecords: Sendable {
  /// Welfare.
  public let welfare: [Double]
  /// Person weights.
  public let weight: [Double]
  /// Poverty lines, if there is one for each.
  public let line: [Double]?
  /// Sampling fractions, or numbers of PSUs in the population.
  public let fpc: [Double]?
  /// For each record whether its labels say which domain it is in; `nil` if those of all do.
  public let hasDomain: [Bool]?
  /// What was dropped or changed.
  public let report: RecordReport

  /// Number of records.
  public var count: Int { weight.count }

  /// Takes the columns that a mapping names from a batch; throws all problems of the batch at once.
  public init(_ batch: FoldedBatch, _ columns: SurveyColumns) throws(DataError) {
    func numbers(_ name: String?) throws(DataError) -> [Double]? {
      guard let name else { return nil }
      return try batch.numbers(name)
    }
    let welfare = try numbers(columns.welfare) ?? []
    let given = try numbers(columns.weight)
    let size = try numbers(columns.size)
    let line = try numbers(columns.line)
    let fpc = try numbers(columns.fpc)
    var isPlain = given.map(Self.areWeights) ?? true
    isPlain = isPlain && size.map(Self.areWeights) ?? true
    isPlain = isPlain && Self.all(welfare) { !$0.isNaN }
    isPlain = isPlain && line.map { Self.all($0) { $0 > 0 } } ?? true
    isPlain = isPlain && fpc.map { Self.all($0) { !$0.isNaN } } ?? true
    for name in [columns.period, columns.stratum, columns.psu].compactMap(\.self) + columns.by
    where isPlain {
      isPlain = try !batch.hasMissing(name)
    }
    if isPlain, columns.negative != .keep { isPlain = Self.all(welfare) { $0 >= 0 } }
    guard isPlain else {
      var records = SurveyRecords(count: batch.count)
      (records.welfare, records.weight, records.size) = (welfare, given, size)
      (records.line, records.fpc) = (line, fpc)
      if let name = columns.period { records.period = try batch.coded(name) }
      if let name = columns.stratum { records.stratum = try batch.coded(name) }
      if let name = columns.psu { records.psu = try batch.coded(name) }
      for name in columns.by { records.by.append(try batch.coded(name)) }
      self = try PassingRecords(records, columns) { row, column, message in
        batch.rows.problem(row: row, column: column, message)
      }
      return
    }
    var weight = given ?? Array(repeating: 1, count: batch.count)
    if let size {
      for row in weight.indices { weight[row] *= size[row] }
    }
    self.init(
      welfare: welfare, weight: weight, line: line, fpc: fpc, hasDomain: nil,
      report: RecordReport(weights: weight, welfare: welfare))
  }

  private init(
    welfare: [Double], weight: [Double], line: [Double]?, fpc: [Double]?, hasDomain: [Bool]?,
    report: RecordReport
  ) {
    self.welfare = welfare
    self.weight = weight
    self.line = line
    self.fpc = fpc
    self.hasDomain = hasDomain
    self.report = report
  }

  /// Takes records; throws all problems at once.
  public init(
    _ records: SurveyRecords, _ columns: SurveyColumns,
    place: (_ record: Int, _ column: String?, _ message: String) -> DataProblem
  ) throws(DataError) {
    let clean = try CleanedRecords(records, columns, place: place)
    welfare = clean.welfare
    weight = clean.weight
    line = clean.line
    fpc = records.fpc
    report = clean.report
    hasDomain = CleanedRecords.hasLabels(records.by, count: records.count)
  }

  private static func areWeights(_ values: [Double]) -> Bool {
    all(values) { ($0 >= 0) && ($0 < .infinity) }
  }

  /// Whether a condition holds for all values; without a way out, so that many are looked at together.
  @inline(__always)
  private static func all(_ values: [Double], _ condition: (Double) -> Bool) -> Bool {
    let values = values.span
    var failures = 0
    for row in values.indices { failures |= condition(values[row]) ? 0 : 1 }
    return failures == 0
  }
}

extension RecordReport {
  /// The report of records of which none was dropped or changed.
  init(weights: [Double], welfare: [Double]) {
    records = weights.count
    for row in weights.indices {
      let weight = weights[row]
      self.weight += weight
      if weight == 0 {
        zeroWeights += 1
      } else if !welfare.isEmpty, welfare[row] < 0 {
        negatives += 1
      }
    }
  }
}
