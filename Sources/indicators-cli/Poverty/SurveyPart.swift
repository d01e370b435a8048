import CommandLineKit
import ESSIndicators

/// One of two surveys that are compared: its records of one period, and what that period is called.
struct SurveyPart {
  /// What messages call the file.
  let file: String
  /// The label of the period.
  let period: String
  /// The records of the period.
  let records: SurveyRecords
  private let rows: [Int]
  private let placeInFile: RecordPlace

  /// Reads the records of a period; `option` names the period or, where the file has no column of periods, is the label.
  ///
  /// A file with records of several periods is refused unless the option chooses one.
  init(
    _ source: SurveySource, file: String, _ columns: SurveyColumns, option: String,
    fallback: String, _ arguments: Arguments
  ) throws {
    self.file = file
    let wanted = arguments.text(option)
    let all: SurveyRecords
    (all, placeInFile) = try source.records(columns)
    guard all.count > 0 else { throw DataError.invalid(file, "no records") }
    guard let column = columns.period, let periods = all.period else {
      period = wanted ?? fallback
      records = all
      rows = Array(0..<all.count)
      return
    }
    if let row = (0..<all.count).first(where: { MissingTokens.standard.contains(periods[$0]) }) {
      throw DataError.invalid(
        [placeInFile(row, column, "no value; the record is of no period")], omitted: 0)
    }
    if wanted == nil, periods.values.count > 1 {
      let shown = periods.values.sorted().prefix(12).map(excerpt).joined(separator: ", ")
      throw DataError.invalid(
        file, column: column,
        "there are records of \(periods.values.count) periods, \(shown); choose one with --\(option), "
          + "or take all records with --period none")
    }
    period = wanted ?? periods.values[0]
    guard let code = periods.values.firstIndex(of: period) else {
      throw DataError.unknownName(
        kind: "period of \(file)", name: period, known: periods.values.sorted())
    }
    rows = periods.codes.indices.filter { periods.codes[$0] == code }
    records = all.selecting(rows)
  }

  /// A problem of one of the records, placed in the file.
  func place(_ record: Int, _ column: String?, _ message: String) -> DataProblem {
    placeInFile(rows[record], column, message)
  }
}
