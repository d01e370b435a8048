/// Finds the fields of a CSV text in one pass and notes every fault of form.
struct CSVScanner {
  let file: String
  var position: Int
  var fields: [CSVTable.Field] = []
  /// Fields in the header row; 0 before it is read.
  var width = 0
  var problems = ProblemList()
  private var line: Int
  /// A quote without an end has swallowed the rest: the number of its fields says nothing.
  private var isCutByQuote = false

  init(file: String, position: Int, line: Int) {
    self.file = file
    self.position = position
    self.line = line
  }

  mutating func scan(_ bytes: [UInt8]) {
    fields.reserveCapacity(bytes.count / 8)
    let end = bytes.count
    var rowStart = fields.count
    var rowLine = line
    while position < end {
      let isRowEnd = scanField(bytes)
      guard isRowEnd else { continue }
      finishRow(from: rowStart, line: rowLine, isLast: isBlank(bytes, from: position))
      rowStart = fields.count
      rowLine = line
    }
    if fields.count > rowStart { finishRow(from: rowStart, line: rowLine, isLast: true) }
  }

  /// Whether nothing but empty lines follows.
  private func isBlank(_ bytes: [UInt8], from start: Int) -> Bool {
    guard start < bytes.count else { return true }
    guard bytes[start] == 0x0A || bytes[start] == 0x0D else { return false }
    return bytes[start...].allSatisfy { $0 == 0x0A || $0 == 0x0D }
  }

  private mutating func finishRow(from start: Int, line: Int, isLast: Bool) {
    let count = fields.count - start
    if width == 0 {
      width = count
      return
    }
    if count == width { return }
    if isCutByQuote {
      fields.removeLast(count)
      return
    }
    // Empty lines at the end of the file are no rows.
    let isEmptyLine = count == 1 && fields[start].length == 0
    if !(isEmptyLine && isLast) {
      problems.add(
        DataProblem(
          file: file, line: line,
          message: "\(count) field\(count == 1 ? "" : "s"), \(width) expected as in the header"))
    }
    fields.removeLast(count)
  }

  /// Reads one field and the separator behind it; true at the end of a row.
  private mutating func scanField(_ bytes: [UInt8]) -> Bool {
    let end = bytes.count
    if bytes[position] == UInt8(ascii: "\"") { return scanQuotedField(bytes) }
    let start = position
    var at = position
    while at < end {
      let byte = bytes[at]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "\"") {
        problems.add(
          DataProblem(
            file: file, line: line,
            message: "a quote inside an unquoted field; quote the field and double the quote"))
      }
      at += 1
    }
    let isRowEnd = at == end || bytes[at] == UInt8(ascii: "\n")
    var length = at - start
    if isRowEnd, length > 0, bytes[at - 1] == UInt8(ascii: "\r") { length -= 1 }
    append(start: start, length: length, hasDoubledQuotes: false)
    return finishField(at: at, end: end, isRowEnd: isRowEnd)
  }

  private mutating func scanQuotedField(_ bytes: [UInt8]) -> Bool {
    let end = bytes.count
    let startLine = line
    let start = position + 1
    var at = start
    var hasDoubledQuotes = false
    while true {
      guard at < end else {
        problems.add(
          DataProblem(file: file, line: startLine, message: "a quoted field is not closed"))
        append(start: start, length: end - start, hasDoubledQuotes: hasDoubledQuotes)
        isCutByQuote = true
        position = end
        return true
      }
      if bytes[at] == UInt8(ascii: "\"") {
        guard at + 1 < end, bytes[at + 1] == UInt8(ascii: "\"") else { break }
        hasDoubledQuotes = true
        at += 1
      } else if bytes[at] == UInt8(ascii: "\n") {
        line += 1
      }
      at += 1
    }
    append(start: start, length: at - start, hasDoubledQuotes: hasDoubledQuotes)
    at += 1
    if at + 1 < end, bytes[at] == UInt8(ascii: "\r"), bytes[at + 1] == UInt8(ascii: "\n") {
      at += 1
    }
    if at < end, bytes[at] != UInt8(ascii: ","), bytes[at] != UInt8(ascii: "\n") {
      problems.add(
        DataProblem(file: file, line: line, message: "text after the closing quote of a field"))
      while at < end, bytes[at] != UInt8(ascii: ","), bytes[at] != UInt8(ascii: "\n") { at += 1 }
    }
    return finishField(at: at, end: end, isRowEnd: at >= end || bytes[at] == UInt8(ascii: "\n"))
  }

  private mutating func finishField(at: Int, end: Int, isRowEnd: Bool) -> Bool {
    if isRowEnd {
      position = at + 1
      line += 1
    } else {
      position = at + 1
      // A comma as the last byte of the file opens one more, empty, field.
      if position == end {
        append(start: end, length: 0, hasDoubledQuotes: false)
      }
    }
    return isRowEnd
  }

  private mutating func append(start: Int, length: Int, hasDoubledQuotes: Bool) {
    fields.append(
      CSVTable.Field(
        start: start, length: Int32(clamping: length), hasDoubledQuotes: hasDoubledQuotes))
  }
}
