import ESSIndicators

/// Where the records of a survey come from: a table of text, or the file of a statistics package.
enum SurveySource {
  /// The names of the columns, and how those that a mapping names are read.
  case table(columns: [String], read: (SurveyColumns) throws -> TypedTable)
  case file(SurveyFile)

  /// Opens a file by its name's ending; the options say how a table of text is read.
  init(path: String, options: ReadingOptions) throws {
    if let format = SurveyFile.Format(path: path) {
      self = .file(try SurveyFile(path: path, format: format))
    } else {
      self = .table(columns: try TypedTable.header(path: path)) { columns in
        try TypedTable.read(path: path, columns: columns.typed, options: options)
      }
    }
  }

  /// The names of the columns.
  var columns: [String] {
    switch self {
    case .table(let columns, _): columns
    case .file(let file): file.columns
    }
  }

  /// The records with the columns that a mapping names, and how a problem of one of them is placed.
  func records(
    _ columns: SurveyColumns
  ) throws -> (records: SurveyRecords, place: RecordPlace) {
    switch self {
    case .table(_, let read):
      let table = try read(columns)
      return (try SurveyRecords(table, columns), table.rowPlace)
    case .file(let file):
      let values = try file.values(of: columns.names)
      return (try SurveyRecords(values, columns), values.recordPlace)
    }
  }

  /// The sample that a mapping of columns makes of the records.
  func sample(_ columns: SurveyColumns) throws -> SurveySample {
    switch self {
    case .table(_, let read): try SurveySample(read(columns), columns)
    case .file(let file): try SurveySample(file, columns)
    }
  }
}

extension Input {
  /// The survey of the input.
  func surveySource() throws -> SurveySource {
    if let surveyFile { return .file(surveyFile) }
    return .table(columns: try surveyHeader(), read: surveyTable)
  }
}
