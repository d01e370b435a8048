/// A field within a text: its content without the quotes around it.
struct CSVField: Sendable {
  var start: Int
  var length: Int
  var hasDoubledQuotes: Bool
}

/// Finds the fields of a CSV text row by row and notes every fault of form.
///
/// This is the grammar, byte by byte. `RowParser` reads the rows that are plain on a faster way and hands every other one here.
struct CSVScanner {
  let file: String
  /// The line at which the next row begins.
  var line: Int
  /// The fields of the last row.
  private(set) var fields: [CSVField] = []
  var problems = ProblemList()
  /// A quote without an end has swallowed the rest: the number of its fields says nothing.
  private(set) var isCutByQuote = false

  init(file: String, line: Int = 1) {
    self.file = file
    self.line = line
  }

  /// Reads the row that begins at a position.
  ///
  /// - Returns: Where the next row begins; beyond the end after a last row without a line end.
  mutating func scanRow(_ bytes: Span<UInt8>, from start: Int) -> Int {
    fields.removeAll(keepingCapacity: true)
    var at = start
    while true {
      at =
        at < bytes.count && bytes[at] == UInt8(ascii: "\"")
        ? scanQuotedField(bytes, from: at) : scanPlainField(bytes, from: at)
      if at >= bytes.count || bytes[at] == UInt8(ascii: "\n") {
        line += 1
        return at + 1
      }
      at += 1
    }
  }

  /// Reads a field without quotes; returns where it ends.
  private mutating func scanPlainField(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var at = start
    var hasQuote = false
    while at < bytes.count, bytes[at] != UInt8(ascii: ","), bytes[at] != UInt8(ascii: "\n") {
      if bytes[at] == UInt8(ascii: "\"") { hasQuote = true }
      at += 1
    }
    if hasQuote {
      add("a quote inside an unquoted field; quote the field and double the quote", line)
    }
    var end = at
    let isRowEnd = at == bytes.count || bytes[at] == UInt8(ascii: "\n")
    if isRowEnd, end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    fields.append(CSVField(start: start, length: end - start, hasDoubledQuotes: false))
    return at
  }

  private mutating func scanQuotedField(_ bytes: Span<UInt8>, from quote: Int) -> Int {
    let startLine = line
    let start = quote + 1
    var at = start
    var hasDoubledQuotes = false
    while true {
      guard at < bytes.count else {
        add("a quoted field is not closed", startLine)
        isCutByQuote = true
        fields.append(
          CSVField(start: start, length: at - start, hasDoubledQuotes: hasDoubledQuotes))
        return at
      }
      if bytes[at] == UInt8(ascii: "\"") {
        guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") else { break }
        hasDoubledQuotes = true
        at += 1
      } else if bytes[at] == UInt8(ascii: "\n") {
        line += 1
      }
      at += 1
    }
    fields.append(CSVField(start: start, length: at - start, hasDoubledQuotes: hasDoubledQuotes))
    at += 1
    if at < bytes.count, bytes[at] == UInt8(ascii: "\r"),
      at + 1 == bytes.count || bytes[at + 1] == UInt8(ascii: "\n")
    {
      at += 1
    }
    if at < bytes.count, bytes[at] != UInt8(ascii: ","), bytes[at] != UInt8(ascii: "\n") {
      add("text after the closing quote of a field", line)
      while at < bytes.count, bytes[at] != UInt8(ascii: ","), bytes[at] != UInt8(ascii: "\n") {
        at += 1
      }
    }
    return at
  }

  private mutating func add(_ message: String, _ line: Int) {
    problems.add(DataProblem(file: file, line: line, message: message))
  }
}
