extension SurveyRecords {
  /// The columns of a statistics package's file that a mapping names; no others are read.
  ///
  /// Domains, strata, PSUs and periods get the labels of their values where the file has some.
  public init(_ values: SurveyFileValues, _ columns: SurveyColumns) throws(DataError) {
    self.init(count: values.rowCount)
    func numbers(_ name: String?) throws(DataError) -> [Double]? {
      guard let name else { return nil }
      guard let numbers = values.numbers[name] else {
        throw .invalid(values.file.path, column: name, "the column holds texts, not numbers")
      }
      return numbers
    }
    welfare = try numbers(columns.welfare)
    weight = try numbers(columns.weight)
    size = try numbers(columns.size)
    line = try numbers(columns.line)
    fpc = try numbers(columns.fpc)
    for name in columns.replicateWeights { replicateWeights.append(try numbers(name) ?? []) }
    for name in columns.attributes { attributes.append(try numbers(name) ?? []) }
    stratum = columns.stratum.map(values.coded)
    psu = columns.psu.map(values.coded)
    period = columns.period.map(values.coded)
    by = columns.by.map(values.coded)
  }
}

extension SurveySample {
  /// Reads a sample from a file of a statistics package; problems are placed at the number of their record.
  public init(_ file: SurveyFile, _ columns: SurveyColumns) throws(DataError) {
    let values = try file.values(of: columns.names)
    guard values.rowCount > 0 else { throw .invalid(file.path, "no records") }
    try self.init(SurveyRecords(values, columns), columns: columns, place: values.recordPlace)
  }
}

extension SurveyFileValues {
  /// Places problems at the number of their record; the columns are not kept for it.
  public var recordPlace: RecordPlace {
    var values = self
    (values.numbers, values.texts) = ([:], [:])
    return { [values] in values.problem($0, $1, $2) }
  }

  /// A problem of a record, counted from 0, with the missing codes of its column.
  public func problem(_ record: Int, _ column: String?, _ message: String) -> DataProblem {
    var message = "record \(record + 1): \(message)"
    let reasons = column.map(reasons) ?? []
    if !reasons.isEmpty {
      let list = reasons.prefix(5).map { "\($0.missing.text) \($0.count) times" }
      message += " (missing codes of the column: \(list.joined(separator: ", ")))"
    }
    return DataProblem(file: file.path, column: column, message: message)
  }
}

extension SurveyColumns {
  /// The names of all columns that the mapping names, each once.
  public var names: [String] {
    let single = [welfare, weight, size, line, stratum, psu, fpc, period].compactMap { $0 }
    return (single + by + replicateWeights + attributes).distinct
  }
}
