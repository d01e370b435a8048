import ESSIndicators

/// Where the records of a survey come from: a table of text, or the file of a statistics package.
enum SurveySource {
  case table(CSVTable)
  case file(SurveyFile)

  /// Opens a file by its name's ending.
  init(path: String) throws {
    if let format = SurveyFile.Format(path: path) {
      self = .file(try SurveyFile(path: path, format: format))
    } else {
      self = .table(try CSVTable(path: path))
    }
  }

  /// The names of the columns.
  var columns: [String] {
    switch self {
    case .table(let table): table.columns
    case .file(let file): file.columns
    }
  }

  /// The records with the columns that a mapping names, and how a problem of one of them is placed.
  func records(
    _ columns: SurveyColumns
  ) throws -> (records: SurveyRecords, place: (Int, String?, String) -> DataProblem) {
    switch self {
    case .table(let table):
      return (
        try SurveyRecords(table, columns),
        { table.problem(row: $0, column: $1, $2) }
      )
    case .file(let file):
      let values = try file.values(of: columns.names)
      return (try SurveyRecords(values, columns), values.problem)
    }
  }
}

extension Input {
  /// The survey of the input.
  func surveySource() throws -> SurveySource {
    if let surveyFile { return .file(surveyFile) }
    return .table(try surveyTable())
  }
}
