internal import CKernels

/// Complete rows of a text, and where their values go.
@unsafe struct RowRegion {
  /// The text; behind it a line end that may be added, and `ByteWords.padding`.
  var text: UnsafeBufferPointer<UInt8>
  /// The number of the first row, from 0.
  var firstRow: Int
  /// The line of the file at which the first row begins.
  var line: Int
  var hasQuote: Bool
  /// Whether all bytes are ASCII and none is zero.
  var isPlain: Bool
  /// Where the columns keep the values of row `segmentStart`.
  var columns: [UnsafeMutableRawPointer]
  var segmentStart: Int
}

/// Reads complete rows into columns; one for each thread.
///
/// A row that is plain (no quotes, the right number of fields, numbers that a few words of eight bytes hold) is read in one pass; any
/// other is handed to `CSVScanner`, the only judge of what is wrong.
@safe final class RowParser {
  /// Rows one after the other.
  struct Rows {
    var first: Int
    var line: Int
    var count: Int
  }

  /// A row that takes more than one line.
  struct LongRow {
    var row: Int
    var extraLines: Int
  }

  /// A kept field of a row.
  private struct Field {
    var position: Int
    var isNumber: Bool
    /// What is left off at its ends.
    var form: Int32
  }

  /// How much text is searched for separators at a time: little enough for both to stay in the first-level cache.
  private static let block = 1 << 13

  private let plan: ReadingPlan
  let missing: MissingTokens
  private let hasNumericTokens: Bool
  private let fields: UnsafeMutableBufferPointer<Field>
  /// Places of separators: those of the next rows, behind room for that of the row before them.
  private let separators: UnsafeMutableBufferPointer<UInt32>
  /// The texts met, for each kept column.
  let tables: UnsafeMutableBufferPointer<CodeTable>
  /// Missing values, for each kept column.
  let missingCounts: UnsafeMutableBufferPointer<Int>
  private var scanner: CSVScanner
  private var region: RowRegion?
  /// The last row whose line was asked for, and its line.
  private var lineMark = (offset: 0, line: 0)

  private(set) var formProblems = ProblemList()
  private(set) var numberProblems = ProblemList()
  private(set) var emptyLines: [Rows] = []
  private(set) var longRows: [LongRow] = []
  private(set) var encodingFault: (line: Int, reason: String)?

  /// A parser that has met no text.
  convenience init(_ plan: ReadingPlan, missing: MissingTokens, file: String) {
    self.init(plan, missing, file, beginningWith: nil)
  }

  /// A parser that begins with the texts that another one has met.
  convenience init(copying other: RowParser) {
    self.init(other.plan, other.missing, other.scanner.file, beginningWith: other)
  }

  private init(
    _ plan: ReadingPlan, _ missing: MissingTokens, _ file: String, beginningWith other: RowParser?
  ) {
    self.plan = plan
    self.missing = missing
    hasNumericTokens = !missing.numbers.isEmpty
    scanner = CSVScanner(file: file)
    unsafe fields = .allocate(capacity: plan.kept.count)
    unsafe tables = .allocate(capacity: plan.kept.count)
    for (slot, column) in plan.kept.enumerated() {
      unsafe fields.initializeElement(
        at: slot,
        to: Field(
          position: column.position, isNumber: column.kind == .numbers,
          form: column.position == plan.width - 1 ? Int32(ESS_LAST) : 0))
      if let other {
        unsafe tables.initializeElement(at: slot, to: CodeTable(copying: other.tables[slot]))
      } else {
        unsafe tables.initializeElement(at: slot, to: CodeTable())
      }
    }
    unsafe separators = .allocate(capacity: 1 + plan.width + Self.block + 64)
    unsafe missingCounts = .allocate(capacity: plan.kept.count)
    unsafe missingCounts.initialize(repeating: 0)
  }

  deinit {
    unsafe fields.deallocate()
    unsafe separators.deallocate()
    unsafe tables.deinitialize()
    unsafe tables.deallocate()
    unsafe missingCounts.deallocate()
  }

  /// Reads all rows of a region.
  func parse(_ region: RowRegion) {
    unsafe self.region = region
    lineMark = unsafe (0, region.line)
    defer { unsafe self.region = nil }
    guard let first = unsafe region.text.baseAddress, unsafe !region.text.isEmpty else { return }
    let start = unsafe UnsafeRawPointer(first)
    if unsafe !region.isPlain, let fault = unsafe TextEncoding.firstFault(in: region.text.span) {
      if encodingFault == nil { encodingFault = (line(at: fault.offset), fault.reason) }
      return
    }
    unsafe region.columns.withUnsafeBufferPointer { columns in
      unsafe parse(region, start, columns)
    }
  }

  private func parse(
    _ region: RowRegion, _ start: UnsafeRawPointer,
    _ columns: UnsafeBufferPointer<UnsafeMutableRawPointer>
  ) {
    let count = unsafe region.text.count
    // A text that ends without a line end has one put behind it.
    let limit = unsafe byte(start + (count - 1)) == Self.newline ? count : count + 1
    guard let memory = unsafe separators.baseAddress else { return }
    let places = unsafe memory + 1
    let bytes = unsafe start.assumingMemoryBound(to: UInt8.self)
    let width = plan.width
    let hasQuote = unsafe region.hasQuote
    var row = unsafe region.firstRow
    var offset = 0
    // The text up to `searched` has been searched; the separators `used` ..< `known` belong to rows not yet read.
    var searched = 0
    var used = 0
    var known = 0
    while offset < count {
      if known &- used < width, searched < limit {
        unsafe places.update(from: places + used, count: known - used)
        known -= used
        used = 0
        while known < width, searched < limit {
          let end = min(searched + Self.block, limit)
          unsafe known += ess_separators(bytes, searched, end, places + known)
          searched = end
        }
      }
      // The place of the line end before the first row, so that each field begins behind a separator.
      unsafe places[used &- 1] = UInt32(truncatingIfNeeded: offset &- 1)
      let rows = unsafe ess_plain_rows(
        bytes, places + used, width, (known &- used) / width, hasQuote ? 1 : 0)
      if rows > 0 {
        unsafe readPlainRows(region, start, places + used, row: row, rows, columns)
        used &+= rows &* width
        offset = unsafe Int(places[used &- 1]) &+ 1
        row &+= rows
      } else {
        offset = unsafe readStrictRow(at: offset, row: row, region)
        if offset > searched {
          searched = min(offset, limit)
          used = known
        }
        while used < known, unsafe Int(places[used]) < offset { used += 1 }
        row &+= 1
      }
    }
  }

  // MARK: plain rows

  private static let newline = UInt8(ascii: "\n")

  @inline(__always)
  private func byte(_ place: UnsafeRawPointer) -> UInt8 { unsafe place.load(as: UInt8.self) }

  /// Reads rows without quotes but those around whole fields, each with the right number of fields, from the places of their separators, a
  /// column at a time.
  private func readPlainRows(
    _ region: RowRegion, _ text: UnsafeRawPointer, _ ends: UnsafePointer<UInt32>, row: Int,
    _ rows: Int, _ columns: UnsafeBufferPointer<UnsafeMutableRawPointer>
  ) {
    let index = unsafe row - region.segmentStart
    // Rows with a field that is no number, which are told about in the order of rows.
    var refused: Set<Int> = []
    for slot in unsafe 0..<fields.count {
      var field = unsafe fields[slot]
      if unsafe region.hasQuote { field.form |= Int32(ESS_QUOTED) }
      let last = unsafe ends + field.position
      if field.isNumber {
        let values = unsafe columns[slot].assumingMemoryBound(to: Double.self) + index
        unsafe readNumbers(text, last, field, rows, into: values, slot, &refused)
      } else {
        let codes = unsafe columns[slot].assumingMemoryBound(to: Int32.self) + index
        unsafe tables[slot].code(
          rows, of: text, ending: last, width: plan.width, form: field.form, row: row, into: codes)
      }
    }
    for number in refused.sorted() {
      let start = unsafe Int(ends[number &* plan.width &- 1] &+ 1)
      _ = unsafe readStrictRow(at: start, row: row + number, region)
    }
  }

  /// Reads a column of numbers: the common form in one go, any other one by itself.
  private func readNumbers(
    _ text: UnsafeRawPointer, _ ends: UnsafePointer<UInt32>, _ field: Field, _ rows: Int,
    into values: UnsafeMutablePointer<Double>, _ slot: Int, _ refused: inout Set<Int>
  ) {
    let width = plan.width
    var done = 0
    while done < rows {
      let more = unsafe ess_numbers(
        text.assumingMemoryBound(to: UInt8.self), ends + done &* width, width,
        field.form, rows &- done, values + done)
      if hasNumericTokens {
        // A number may stand for a missing value, in the very form that was said.
        for row in done..<(done + more) where unsafe missing.numbers.contains(values[row]) {
          unsafe readOtherNumber(
            text, ends + row &* width, field, into: values + row, slot, row, &refused)
        }
      }
      done &+= more
      guard done < rows else { return }
      unsafe readOtherNumber(
        text, ends + done &* width, field, into: values + done, slot, done, &refused)
      done &+= 1
    }
  }

  /// Reads a missing value or a number of any form.
  @inline(never)
  private func readOtherNumber(
    _ text: UnsafeRawPointer, _ end: UnsafePointer<UInt32>, _ field: Field,
    into value: UnsafeMutablePointer<Double>, _ slot: Int, _ row: Int, _ refused: inout Set<Int>
  ) {
    var length = 0
    let start = unsafe ess_field(
      text.assumingMemoryBound(to: UInt8.self), end, field.form, &length)
    let content = unsafe UnsafeBufferPointer(start: start, count: length)
    if let number = unsafe missing.number(content.span) {
      if number.isNaN { unsafe missingCounts[slot] += 1 }
      unsafe value.pointee = number
    } else {
      refused.insert(row)
    }
  }

  // MARK: every other row

  /// Reads any row by the grammar and notes what is wrong with it; returns where the next one begins.
  private func readStrictRow(at offset: Int, row: Int, _ region: RowRegion) -> Int {
    let startLine = line(at: offset)
    scanner.line = startLine
    let next = unsafe scanner.scanRow(region.text.span, from: offset)
    let fields = scanner.fields
    // The list is kept in the order of the lines: first what is wrong with the row as a whole, then within it.
    defer {
      formProblems.add(contentsOf: scanner.problems)
      scanner.problems = ProblemList()
    }
    guard fields.count == plan.width else {
      if fields.count == 1, fields[0].length == 0, !scanner.isCutByQuote {
        noteEmptyLine(row, startLine)
      } else if !scanner.isCutByQuote {
        let count = fields.count
        formProblems.add(
          DataProblem(
            file: scanner.file, line: startLine,
            message:
              "\(count) field\(count == 1 ? "" : "s"), \(plan.width) expected as in the header"))
      }
      return next
    }
    if scanner.line > startLine + 1 {
      longRows.append(LongRow(row: row, extraLines: scanner.line - startLine - 1))
    }
    for (slot, column) in plan.kept.enumerated() {
      unsafe store(fields[column.position], column, slot, row, startLine, region)
    }
    return next
  }

  private func store(
    _ field: CSVField, _ column: ReadingPlan.Kept, _ slot: Int, _ row: Int, _ line: Int,
    _ region: RowRegion
  ) {
    let index = unsafe row - region.segmentStart
    let content = unsafe UnsafeBufferPointer(
      rebasing: region.text[field.start..<(field.start + field.length)])
    let plain = unsafe field.hasDoubledQuotes ? Self.withoutDoubledQuotes(content) : nil
    switch column.kind {
    case .codes:
      var code: Int32 = 0
      if let plain {
        code = unsafe tables[slot].code(of: plain, row: row)
      } else if let start = content.baseAddress {
        code = unsafe tables[slot].code(of: start, length: content.count, row: row)
      }
      unsafe region.columns[slot].assumingMemoryBound(to: Int32.self)[index] = code
    case .numbers:
      let number = unsafe plain.map { missing.number($0.span) } ?? missing.number(content.span)
      if number == nil {
        let text = unsafe String(decoding: plain ?? Array(content), as: UTF8.self)
        numberProblems.add(
          DataProblem(
            file: scanner.file, line: line, column: column.name,
            message: "'\(excerpt(text))' is not a number"))
      }
      let value = number ?? .nan
      if value.isNaN { unsafe missingCounts[slot] += 1 }
      unsafe region.columns[slot].assumingMemoryBound(to: Double.self)[index] = value
    }
  }

  private static func withoutDoubledQuotes(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    var skips = false
    for byte in unsafe Array(content) {
      if skips {
        skips = false
        continue
      }
      plain.append(byte)
      skips = byte == UInt8(ascii: "\"")
    }
    return plain
  }

  /// Hands over the long rows noted so far.
  func takeLongRows() -> [LongRow] {
    defer { longRows = [] }
    return longRows
  }

  private func noteEmptyLine(_ row: Int, _ line: Int) {
    if let last = emptyLines.last, last.first + last.count == row {
      emptyLines[emptyLines.count - 1].count += 1
    } else {
      emptyLines.append(Rows(first: row, line: line, count: 1))
    }
  }

  /// The line of the file on which a place of the region lies; cheap for places in order.
  private func line(at offset: Int) -> Int {
    guard let region = unsafe region else { return lineMark.line }
    if offset < lineMark.offset { lineMark = unsafe (0, region.line) }
    var line = lineMark.line
    var at = lineMark.offset
    while at < offset {
      if unsafe region.text[at] == UInt8(ascii: "\n") { line += 1 }
      at += 1
    }
    lineMark = (offset, line)
    return line
  }
}
