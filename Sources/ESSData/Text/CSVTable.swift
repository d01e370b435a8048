/// A table read from CSV: RFC 4180, UTF-8, one header row, every row with as many fields as the header.
///
/// The text stays as it is; columns are decoded when they are asked for. Memory: the file and 16 bytes a field.
public struct CSVTable: Sendable {
  /// The name of the file, for messages.
  public let file: String
  /// The column names, in file order.
  public let columns: [String]
  /// Number of data rows.
  public let rowCount: Int

  struct Field: Sendable {
    var start: Int
    var length: Int32
    var hasDoubledQuotes: Bool
  }

  let bytes: [UInt8]
  let fields: [Field]
  private let firstLine: Int

  /// Texts that stand for a missing value.
  public static let missingTokens: Set<String> = ["", "NA", "NaN", "#N/A", "..", ":"]

  /// Reads a file, or standard input for `-`.
  public init(path: String) throws(DataError) {
    try self.init(
      bytes: Files.read(path, isText: true), file: path == "-" ? "standard input" : path)
  }

  /// Reads the bytes of a file; `file` names it in messages.
  public init(bytes: [UInt8], file: String) throws(DataError) {
    try self.init(bytes: bytes, file: file, firstLine: 1, allowsUnnamedLastColumn: false)
  }

  /// Reads a table that begins on a later line of a file, or whose rows all end with a comma.
  init(
    bytes: [UInt8], file: String, firstLine: Int, allowsUnnamedLastColumn: Bool
  ) throws(DataError) {
    self.file = file
    self.firstLine = firstLine
    self.bytes = bytes
    let start = try TextEncoding.start(of: bytes, file: file)
    try TextEncoding.check(bytes, file: file)
    var scanner = CSVScanner(file: file, position: start, line: firstLine)
    scanner.scan(bytes)
    try scanner.problems.check()
    guard scanner.width > 0 else {
      throw .invalid(file, "the file is empty; a header row was expected")
    }
    fields = Array(scanner.fields[scanner.width...])
    rowCount = fields.count / scanner.width
    columns = scanner.fields[..<scanner.width].map { CSVTable.text(of: $0, in: bytes) }
    try checkHeader(allowsUnnamedLastColumn: allowsUnnamedLastColumn)
  }

  private func checkHeader(allowsUnnamedLastColumn: Bool) throws(DataError) {
    var problems = ProblemList()
    var seen: Set<String> = []
    for (number, name) in columns.enumerated() {
      if name.isEmpty {
        if allowsUnnamedLastColumn, number == columns.count - 1 { continue }
        problems.add(
          DataProblem(
            file: file, line: firstLine, column: "\(number + 1)", message: "the header is empty"))
      } else if !seen.insert(name).inserted {
        problems.add(
          DataProblem(
            file: file, line: firstLine, column: excerpt(name), message: "the header occurs twice")
        )
      }
    }
    if columns.count == 1, columns[0].contains(";") || columns[0].contains("\t") {
      let found = columns[0].contains(";") ? "semicolons" : "tabs"
      problems.add(
        DataProblem(
          file: file, line: firstLine,
          message: "fields are separated by \(found); commas were expected"))
    }
    try problems.check()
  }

  /// The position of a column, or an error that names the columns there are.
  public func index(of column: String) throws(DataError) -> Int {
    guard let index = columns.firstIndex(of: column) else {
      throw .unknownName(kind: "column of \(file)", name: column, known: columns)
    }
    return index
  }

  /// Whether the table has a column of that name.
  public func has(_ column: String) -> Bool { columns.contains(column) }

  func field(row: Int, column: Int) -> Field { fields[row * columns.count + column] }

  /// The text of one field.
  public func text(row: Int, column: Int) -> String {
    CSVTable.text(of: field(row: row, column: column), in: bytes)
  }

  /// The texts of a column, row by row.
  public func texts(_ column: String) throws(DataError) -> [String] {
    let coded = try self.coded(column)
    return coded.codes.map { coded.values[Int($0)] }
  }

  static func text(of field: Field, in bytes: [UInt8]) -> String {
    let content = bytes[field.start..<(field.start + Int(field.length))]
    guard field.hasDoubledQuotes else { return String(decoding: content, as: UTF8.self) }
    var plain: [UInt8] = []
    var skip = false
    for byte in content {
      if skip {
        skip = false
        continue
      }
      plain.append(byte)
      skip = byte == UInt8(ascii: "\"")
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The line of the file on which a row begins.
  public func line(ofRow row: Int) -> Int {
    let start = field(row: row, column: 0).start
    return firstLine + bytes[..<start].count { $0 == UInt8(ascii: "\n") }
  }

  /// A problem placed at a row and a column of this table.
  public func problem(row: Int, column: String?, _ message: String) -> DataProblem {
    DataProblem(file: file, line: line(ofRow: row), column: column, message: message)
  }
}
