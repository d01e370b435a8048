/// A table read from CSV into typed columns: RFC 4180, UTF-8, one header row, every row with as many fields as the header.
///
/// Only the columns asked for are parsed and kept; the form of every row is checked. Several threads read the file piece by
/// piece; rows, codes and problems come in file order at any number of threads. A gzip file is decompressed on the way. Memory: the
/// columns kept (8 bytes a number, 4 bytes a code and each distinct text once) and a quarter of a mebibyte a thread.
///
/// Take it for anything large, such as microdata; take ``CSVTable`` where the columns of a small table are looked up by
/// and by; take ``TypedBatches`` where the rows must not be in memory at once.
public struct TypedTable: Sendable {
  /// The name of the file, for messages.
  public let file: String
  /// The column names of the header, in file order.
  public let columns: [String]
  /// Number of data rows.
  public let rowCount: Int

  private enum Column: Sendable {
    case numbers([Double], missing: Int)
    case codes(CodedColumn)
  }

  private let kept: [String: Column]
  private let lines: LineIndex
  private let missing: MissingTokens
  /// What is no number in the column of numbers of a table that was read to be judged later; else empty.
  private let numberProblems: ProblemList

  /// The column names of a file, without reading its rows; not for standard input, which can be read once only.
  public static func header(path: String) throws(DataError) -> [String] {
    let options = ReadingOptions(threads: 1)
    return try header(TextPieces(path: path, pieceSize: options.pieceSize), options)
  }

  /// The column names of a text; `file` names it in messages.
  public static func header(bytes: [UInt8], file: String) throws(DataError) -> [String] {
    let options = ReadingOptions(threads: 1)
    return try header(
      TextPieces(bytes: bytes, file: file, pieceSize: options.pieceSize), options)
  }

  private static func header(
    _ pieces: TextPieces, _ options: ReadingOptions
  ) throws(DataError) -> [String] {
    try TableHead(pieces, options, TableForm()).names
  }

  /// Reads a file, or standard input for `-`.
  ///
  /// - Parameters:
  ///   - path: The file; decompressed if it is a gzip file.
  ///   - columns: The columns to keep.
  ///   - options: Missing tokens and threads.
  /// - Returns: The table.
  /// - Throws: `DataError.invalid` with all problems up to a limit, `DataError.unknownName` for a column that is not
  ///   there, `DataError.noInput`, `DataError.inputOutput`.
  public static func read(
    path: String, columns: [TypedColumn], options: ReadingOptions = ReadingOptions()
  ) throws(DataError) -> TypedTable {
    try read(path: path, options: options) { _ in columns }
  }

  /// Reads a file, or standard input for `-`, and chooses the columns when the header is known.
  public static func read(
    path: String, options: ReadingOptions = ReadingOptions(),
    choosing columns: (_ header: [String]) throws(DataError) -> [TypedColumn]
  ) throws(DataError) -> TypedTable {
    let pieces = try TextPieces(path: path, pieceSize: options.pieceSize)
    return try TypedTable(TypedReader(pieces, options, choosing: columns), pieces.file, options)
  }

  /// Reads the bytes of a file; `file` names it in messages.
  public static func read(
    bytes: [UInt8], file: String, columns: [TypedColumn],
    options: ReadingOptions = ReadingOptions()
  ) throws(DataError) -> TypedTable {
    let pieces = TextPieces(bytes: bytes, file: file, pieceSize: options.pieceSize)
    return try TypedTable(TypedReader(pieces, options) { _ in columns }, file, options)
  }

  /// Reads the table; with `judgesLater`, texts that are no number in the one column of numbers are problems when it is asked for.
  init(
    _ reader: TypedReader, _ file: String, _ options: ReadingOptions, judgesLater: Bool = false
  ) throws(DataError) {
    let outcome = try reader.read()
    if !judgesLater { try outcome.numberProblems.check() }
    numberProblems = outcome.numberProblems
    self.file = file
    columns = outcome.header
    rowCount = outcome.rowCount
    lines = outcome.lines
    missing = options.missing
    var kept: [String: Column] = [:]
    for (slot, column) in outcome.plan.kept.enumerated() {
      switch outcome.values[slot] {
      case .numbers(let values):
        kept[column.name] = .numbers(values, missing: outcome.missingCounts[slot])
      case .codes(let codes):
        kept[column.name] = .codes(CodedColumn(values: outcome.texts[slot], codes: codes))
      }
    }
    self.kept = kept
  }

  /// Whether a column was kept.
  public func has(_ column: String) -> Bool { kept[column] != nil }

  /// A kept column of numbers, missing values as `nan`.
  ///
  /// The numbers of a column kept as codes are read from its texts, and all that are none are thrown as problems.
  public func numbers(_ column: String) throws(DataError) -> [Double] {
    var problems = ProblemList()
    let values = try numbers(column, problems: &problems)
    try problems.check()
    return values
  }

  /// A kept column of numbers; every text that is neither a number nor missing is a problem.
  func numbers(_ column: String, problems: inout ProblemList) throws(DataError) -> [Double] {
    switch try find(column) {
    case .numbers(let values, _):
      problems.add(contentsOf: numberProblems)
      return values
    case .codes(let coded):
      let values = coded.values.map { missing.number(Array($0.utf8).span) }
      if values.contains(where: { $0 == nil }) {
        for (row, code) in coded.codes.enumerated() where values[Int(code)] == nil {
          let text = coded.values[Int(code)]
          problems.add(problem(row: row, column: column, "'\(excerpt(text))' is not a number"))
        }
      }
      return coded.codes.map { values[Int($0)] ?? .nan }
    }
  }

  /// A column that was kept as codes.
  public func coded(_ column: String) throws(DataError) -> CodedColumn {
    guard case .codes(let coded) = try find(column) else {
      preconditionFailure("the column '\(column)' was asked for as numbers")
    }
    return coded
  }

  /// How many values of a column of numbers are missing.
  public func missingCount(_ column: String) throws(DataError) -> Int {
    switch try find(column) {
    case .numbers(_, let count): return count
    case .codes: return try numbers(column).count { $0.isNaN }
    }
  }

  private func find(_ column: String) throws(DataError) -> Column {
    guard let found = kept[column] else {
      throw .unknownName(kind: "column of \(file)", name: column, known: columns)
    }
    return found
  }

  /// The line of the file on which a row begins.
  public func line(ofRow row: Int) -> Int { lines.line(ofRow: row) }

  /// Places problems at the line of their row; the columns are not kept for it.
  public var rowPlace: RecordPlace {
    { [file, lines] row, column, message in
      DataProblem(file: file, line: lines.line(ofRow: row), column: column, message: message)
    }
  }

  /// A problem placed at a row and a column of this table.
  public func problem(row: Int, column: String?, _ message: String) -> DataProblem {
    DataProblem(file: file, line: line(ofRow: row), column: column, message: message)
  }
}
