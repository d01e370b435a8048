/// A table read from CSV whose columns are looked up by and by: RFC 4180, UTF-8, one header row, every row with as many fields as the header.
///
/// It is a ``TypedTable`` that keeps every column as codes, so that one reader judges both; the values of a long panel, most of them
/// distinct, may be kept as numbers. Memory: 4 bytes a field and each distinct text of a column once. For a large file name the
/// columns you need and read a ``TypedTable``.
public struct CSVTable: Sendable {
  let table: TypedTable

  /// Reads a file, or standard input for `-`; decompressed if it is a gzip file.
  public init(path: String, options: ReadingOptions = ReadingOptions()) throws(DataError) {
    try self.init(TextPieces(path: path, pieceSize: options.pieceSize), options)
  }

  /// Reads the bytes of a file; `file` names it in messages.
  public init(
    bytes: [UInt8], file: String, options: ReadingOptions = ReadingOptions()
  ) throws(DataError) {
    try self.init(bytes: bytes, file: file, form: TableForm(), options: options)
  }

  /// Reads a table that begins on a later line of a file, or whose rows all end with a comma.
  init(
    bytes: [UInt8], file: String, form: TableForm, options: ReadingOptions
  ) throws(DataError) {
    try self.init(
      TextPieces(bytes: bytes, file: file, pieceSize: options.pieceSize), options, form)
  }

  /// Reads a table from which a panel is made.
  ///
  /// It is as any other table, but that the column of values of a long one has numbers and no texts.
  public init(
    bytes: [UInt8], file: String, panel columns: PanelColumns,
    options: ReadingOptions = ReadingOptions()
  ) throws(DataError) {
    try self.init(
      TextPieces(bytes: bytes, file: file, pieceSize: options.pieceSize), options,
      numbers: columns.numbers)
  }

  private init(
    _ pieces: TextPieces, _ options: ReadingOptions, _ form: TableForm = TableForm(),
    numbers: ([String]) -> String? = { _ in nil }
  ) throws(DataError) {
    let reader = try TypedReader(pieces, options, form: form) { header in
      let number = numbers(header)
      return header.map { $0 == number ? .numbers($0) : .codes($0) }
    }
    table = try TypedTable(reader, pieces.file, options, judgesLater: true)
  }

  /// The name of the file, for messages.
  public var file: String { table.file }

  /// The column names, in file order.
  public var columns: [String] { table.columns }

  /// Number of data rows.
  public var rowCount: Int { table.rowCount }

  /// The position of a column, or an error that names the columns there are.
  public func index(of column: String) throws(DataError) -> Int {
    guard let index = columns.firstIndex(of: column) else {
      throw .unknownName(kind: "column of \(file)", name: column, known: columns)
    }
    return index
  }

  /// Whether the table has a column of that name.
  public func has(_ column: String) -> Bool { table.has(column) }

  /// A column as codes and distinct texts; much cheaper than a text for every row where values repeat.
  public func coded(_ column: String) throws(DataError) -> CodedColumn { try table.coded(column) }

  /// The texts of a column, row by row.
  public func texts(_ column: String) throws(DataError) -> [String] {
    let coded = try self.coded(column)
    return coded.codes.map { coded.values[Int($0)] }
  }

  /// A column of numbers, missing values as `nan`.
  ///
  /// Throws all problems of the column at once.
  public func numbers(_ column: String) throws(DataError) -> [Double] {
    try table.numbers(column)
  }

  /// A column of numbers.
  ///
  /// Missing values are `nan`, and every text that is neither is a problem.
  func numbers(_ column: String, problems: inout ProblemList) throws(DataError) -> [Double] {
    try table.numbers(column, problems: &problems)
  }

  /// The line of the file on which a row begins.
  public func line(ofRow row: Int) -> Int { table.line(ofRow: row) }

  /// A problem placed at a row and a column of this table.
  public func problem(row: Int, column: String?, _ message: String) -> DataProblem {
    table.problem(row: row, column: column, message)
  }
}
