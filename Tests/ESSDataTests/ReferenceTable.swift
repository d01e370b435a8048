/// A CSV reader as plain as the rules, one byte after the other, to hold the fast one against.
struct ReferenceTable {
  var header: [String] = []
  var rows: [[String]] = []
  var lines: [Int] = []
  var problems: [String] = []

  private enum Place { case fieldStart, plain, quoted, quoteInQuoted, behindQuoted }

  init(_ text: [UInt8]) {
    var records: [(fields: [String], line: Int, isOpen: Bool)] = []
    var field: [UInt8] = []
    var fields: [String] = []
    var place = Place.fieldStart
    var line = 1
    var rowLine = 1
    var quoteLine = 1
    var faults: [(line: Int, message: String)] = []

    func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field = []
      place = .fieldStart
    }
    func endRow(isOpen: Bool = false) {
      if place == .fieldStart || place == .plain, field.last == 13 { field.removeLast() }
      endField()
      records.append((fields, rowLine, isOpen))
      fields = []
    }
    func fault(_ line: Int, _ message: String) {
      if !faults.contains(where: { $0 == (line, message) }) { faults.append((line, message)) }
    }

    var at = 0
    while at < text.count {
      let byte = text[at]
      let isSeparator = byte == 44 || byte == 10
      switch place {
      case .fieldStart where byte == 34:
        place = .quoted
        quoteLine = line
      case .fieldStart, .plain:
        if isSeparator { break }
        place = .plain
        if byte == 34 {
          fault(line, "a quote inside an unquoted field; quote the field and double the quote")
        }
        field.append(byte)
      case .quoted:
        if byte == 34 { place = .quoteInQuoted } else { field.append(byte) }
      case .quoteInQuoted where byte == 34:
        field.append(byte)
        place = .quoted
      case .quoteInQuoted:
        if isSeparator { break }
        let endsRow = byte == 13 && (at + 1 == text.count || text[at + 1] == 10)
        if !endsRow { fault(line, "text after the closing quote of a field") }
        place = .behindQuoted
      case .behindQuoted: break
      }
      if isSeparator, place != .quoted {
        if byte == 44 { endField() } else { endRow() }
      }
      if byte == 10 {
        line += 1
        if fields.isEmpty, place == .fieldStart { rowLine = line }
      }
      at += 1
    }
    if place == .quoted {
      fault(quoteLine, "a quoted field is not closed")
      endRow(isOpen: true)
    } else if place != .fieldStart || !fields.isEmpty {
      endRow()
    }
    header = records.first?.fields ?? []
    func isEmptyLine(_ fields: [String]) -> Bool { fields == [""] && header.count > 1 }
    while records.count > 1, let last = records.last, isEmptyLine(last.fields), !last.isOpen {
      records.removeLast()
    }
    // A row of the wrong length is told before what else is wrong on its first line.
    var lengths: [(line: Int, message: String)] = []
    for record in records.dropFirst() {
      if record.fields.count == header.count {
        rows.append(record.fields)
        lines.append(record.line)
      } else if !record.isOpen {
        let count = record.fields.count
        let message =
          "\(count) field\(count == 1 ? "" : "s"), \(header.count) expected as in the header"
        lengths.append((record.line, message))
      }
    }
    problems =
      (lengths + faults).enumerated().sorted {
        ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
      }
      .map { "t:\($0.element.line): \($0.element.message)" }
  }
}
