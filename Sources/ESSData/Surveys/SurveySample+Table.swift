extension SurveyRecords {
  /// Decodes the columns of a table that a mapping names; throws all problems of their cells at once.
  public init(_ table: TypedTable, _ columns: SurveyColumns) throws(DataError) {
    self.init(count: table.rowCount)
    var problems = ProblemList()
    func numbers(_ name: String?) throws(DataError) -> [Double]? {
      guard let name else { return nil }
      return try table.numbers(name, problems: &problems)
    }
    func texts(_ name: String?) throws(DataError) -> CodedColumn? {
      guard let name else { return nil }
      return try table.coded(name)
    }
    welfare = try numbers(columns.welfare)
    weight = try numbers(columns.weight)
    size = try numbers(columns.size)
    line = try numbers(columns.line)
    fpc = try numbers(columns.fpc)
    for name in columns.replicateWeights {
      replicateWeights.append(try table.numbers(name, problems: &problems))
    }
    for name in columns.attributes {
      attributes.append(try table.numbers(name, problems: &problems))
    }
    stratum = try texts(columns.stratum)
    psu = try texts(columns.psu)
    period = try texts(columns.period)
    for name in columns.by { by.append(try table.coded(name)) }
    try problems.check()
  }
}

extension SurveySample {
  /// Reads a sample from a table that holds every column; see `init(_:_:)` for one with the needed columns only.
  public init(_ table: CSVTable, _ columns: SurveyColumns) throws(DataError) {
    try self.init(table.table, columns)
  }
}

extension SurveyRecords {
  /// Decodes the columns of a table that holds every column.
  public init(_ table: CSVTable, _ columns: SurveyColumns) throws(DataError) {
    try self.init(table.table, columns)
  }
}

extension SurveyColumns {
  /// The columns to ask of a table, those of numbers and those of texts.
  public var typed: [TypedColumn] {
    let numbers = [welfare, weight, size, line, fpc].compactMap(\.self)
    let texts = [stratum, psu, period].compactMap(\.self)
    return (numbers + replicateWeights + attributes).map { .numbers($0) }
      + (texts + by).map { .codes($0) }
  }
}

extension SurveySample {
  /// Reads a sample from a table; every problem is placed at its line and column.
  public init(_ table: TypedTable, _ columns: SurveyColumns) throws(DataError) {
    guard table.rowCount > 0 else {
      throw .invalid(table.file, "no records below the header")
    }
    try self.init(SurveyRecords(table, columns), columns: columns, place: table.rowPlace)
  }
}
