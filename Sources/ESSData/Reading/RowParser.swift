internal import Glibc

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

  private let plan: ReadingPlan
  private let missing: MissingTokens
  private let hasNumericTokens: Bool
  private let steps: UnsafeMutableBufferPointer<ReadingPlan.Step>
  /// The texts met, for each kept column.
  let tables: UnsafeMutableBufferPointer<CodeTable>
  /// Missing values, for each kept column.
  let missingCounts: UnsafeMutableBufferPointer<Int>
  private let powersOfTen: UnsafeMutablePointer<Double>
  private let wholePowersOfTen: UnsafeMutablePointer<UInt64>
  private var scanner: CSVScanner
  private var region: RowRegion?
  /// The last row whose line was asked for, and its line.
  private var lineMark = (offset: 0, line: 0)

  private(set) var formProblems = ProblemList()
  private(set) var numberProblems = ProblemList()
  private(set) var emptyLines: [Rows] = []
  private(set) var longRows: [LongRow] = []
  private(set) var encodingFault: (line: Int, reason: String)?

  init(_ plan: ReadingPlan, missing: MissingTokens, file: String) {
    self.plan = plan
    self.missing = missing
    hasNumericTokens = !missing.numbers.isEmpty
    scanner = CSVScanner(file: file)
    unsafe steps = .allocate(capacity: plan.steps.count)
    _ = unsafe steps.initialize(from: plan.steps)
    unsafe tables = .allocate(capacity: plan.kept.count)
    for slot in plan.kept.indices {
      unsafe tables.initializeElement(at: slot, to: CodeTable())
    }
    unsafe missingCounts = .allocate(capacity: plan.kept.count)
    unsafe missingCounts.initialize(repeating: 0)
    unsafe powersOfTen = .allocate(capacity: 16)
    unsafe wholePowersOfTen = .allocate(capacity: 9)
    var power: UInt64 = 1
    for exponent in 0..<16 {
      unsafe powersOfTen[exponent] = Double(power)
      if exponent < 9 { unsafe wholePowersOfTen[exponent] = power }
      power *= 10
    }
  }

  /// A parser that begins with the texts that another one has met.
  init(copying other: RowParser, file: String) {
    plan = other.plan
    missing = other.missing
    hasNumericTokens = other.hasNumericTokens
    scanner = CSVScanner(file: file)
    unsafe steps = .allocate(capacity: other.steps.count)
    _ = unsafe steps.initialize(from: other.steps)
    unsafe tables = .allocate(capacity: other.tables.count)
    for slot in other.plan.kept.indices {
      unsafe tables.initializeElement(at: slot, to: CodeTable(copying: other.tables[slot]))
    }
    unsafe missingCounts = .allocate(capacity: other.missingCounts.count)
    unsafe missingCounts.initialize(repeating: 0)
    unsafe powersOfTen = .allocate(capacity: 16)
    unsafe powersOfTen.initialize(from: other.powersOfTen, count: 16)
    unsafe wholePowersOfTen = .allocate(capacity: 9)
    unsafe wholePowersOfTen.initialize(from: other.wholePowersOfTen, count: 9)
  }

  deinit {
    unsafe steps.deallocate()
    unsafe tables.deinitialize()
    unsafe tables.deallocate()
    unsafe missingCounts.deallocate()
    unsafe powersOfTen.deallocate()
    unsafe wholePowersOfTen.deallocate()
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
    let end = unsafe start + region.text.count
    var place = unsafe start
    var row = unsafe region.firstRow
    unsafe region.columns.withUnsafeBufferPointer { columns in
      while unsafe place < end {
        var next: UnsafeRawPointer?
        if unsafe !region.hasQuote || !ByteWords.hasQuote(place) {
          unsafe next = plainRow(at: place, row: row, index: row &- region.segmentStart, columns)
        }
        if let next = unsafe next {
          unsafe place = next
        } else {
          unsafe place = start + strictRow(at: place - start, row: row, region)
        }
        row &+= 1
      }
    }
  }

  // MARK: plain rows

  private static let comma = UInt8(ascii: ",")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  @inline(__always)
  private func byte(_ place: UnsafeRawPointer) -> UInt8 { unsafe place.load(as: UInt8.self) }

  /// Reads a row without quotes; `nil`, with nothing noted, where it is not as plain as that.
  @inline(__always)
  private func plainRow(
    at start: UnsafeRawPointer, row: Int, index: Int,
    _ columns: UnsafeBufferPointer<UnsafeMutableRawPointer>
  ) -> UnsafeRawPointer? {
    var place = unsafe start
    for number in unsafe 0..<steps.count {
      let step = unsafe steps[number]
      switch step.action {
      case .skip:
        guard let next = unsafe skip(step, from: place) else { return nil }
        unsafe place = next
      case .number:
        var value = 0.0
        guard let next = unsafe readNumber(&value, step, from: place) else { return nil }
        unsafe columns[step.slot].assumingMemoryBound(to: Double.self)[index] = value
        unsafe place = next
      case .code:
        let end = unsafe ByteWords.fieldEnd(place)
        var length = unsafe end - place
        if step.isLast {
          guard unsafe byte(end) == Self.newline else { return nil }
          if length > 0, unsafe byte(end - 1) == Self.carriageReturn { length &-= 1 }
        } else {
          guard unsafe byte(end) == Self.comma else { return nil }
        }
        let code = unsafe tables[step.slot].code(of: place, length: length, row: row)
        unsafe columns[step.slot].assumingMemoryBound(to: Int32.self)[index] = code
        unsafe place = end + 1
      }
    }
    return unsafe place
  }

  @inline(__always)
  private func skip(
    _ step: ReadingPlan.Step, from start: UnsafeRawPointer
  ) -> UnsafeRawPointer? {
    var place = unsafe start
    for _ in 0..<(step.isLast ? step.fields &- 1 : step.fields) {
      unsafe place = ByteWords.fieldEnd(place)
      guard unsafe byte(place) == Self.comma else { return nil }
      unsafe place += 1
    }
    if step.isLast {
      unsafe place = ByteWords.fieldEnd(place)
      guard unsafe byte(place) == Self.newline else { return nil }
      unsafe place += 1
    }
    return unsafe place
  }

  /// Reads a number of at most 15 digits: the digits as a whole number, divided by a power of ten.
  ///
  /// Both are exact doubles, so that the one division rounds correctly (Clinger 1990).
  @inline(__always)
  private func readNumber(
    _ value: inout Double, _ step: ReadingPlan.Step, from start: UnsafeRawPointer
  ) -> UnsafeRawPointer? {
    let zeros: UInt64 = 0x3030_3030_3030_3030
    var place = unsafe start
    let isNegative = unsafe byte(place) == UInt8(ascii: "-")
    if isNegative { unsafe place += 1 }
    var word = unsafe ByteWords.load(place) ^ zeros
    var digits = ByteWords.digitCount(word)
    var mantissa = ByteWords.digits(word, digits)
    unsafe place += digits
    if digits == 8 {
      word = unsafe ByteWords.load(place) ^ zeros
      let more = ByteWords.digitCount(word)
      mantissa = unsafe mantissa &* wholePowersOfTen[more] &+ ByteWords.digits(word, more)
      unsafe place += more
      digits &+= more
    }
    var magnitude: Double
    if unsafe byte(place) == UInt8(ascii: ".") {
      unsafe place += 1
      word = unsafe ByteWords.load(place) ^ zeros
      var decimals = ByteWords.digitCount(word)
      mantissa = unsafe mantissa &* wholePowersOfTen[decimals] &+ ByteWords.digits(word, decimals)
      unsafe place += decimals
      if decimals == 8 {
        word = unsafe ByteWords.load(place) ^ zeros
        let more = ByteWords.digitCount(word)
        mantissa = unsafe mantissa &* wholePowersOfTen[more] &+ ByteWords.digits(word, more)
        unsafe place += more
        decimals &+= more
      }
      digits &+= decimals
      guard digits <= 15 else {
        return unsafe readOtherNumber(&value, step, from: start)
      }
      magnitude = unsafe Double(Int64(truncatingIfNeeded: mantissa)) / powersOfTen[decimals]
    } else {
      magnitude = Double(Int64(truncatingIfNeeded: mantissa))
    }
    guard digits > 0, digits <= 15, let next = unsafe behind(place, step) else {
      return unsafe readOtherNumber(&value, step, from: start)
    }
    value = isNegative ? -magnitude : magnitude
    if hasNumericTokens, missing.numbers.contains(value) {
      return unsafe readOtherNumber(&value, step, from: start)
    }
    return unsafe next
  }

  /// Where the next field begins, if a field of this step may end here.
  @inline(__always)
  private func behind(_ place: UnsafeRawPointer, _ step: ReadingPlan.Step) -> UnsafeRawPointer? {
    let found = unsafe byte(place)
    if step.isLast {
      if found == Self.newline { return unsafe place + 1 }
      if found == Self.carriageReturn, unsafe byte(place + 1) == Self.newline {
        return unsafe place + 2
      }
      return nil
    }
    return found == Self.comma ? unsafe place + 1 : nil
  }

  /// Reads a missing value or a number of any form; `nil` where the row must be looked at strictly.
  @inline(never)
  private func readOtherNumber(
    _ value: inout Double, _ step: ReadingPlan.Step, from start: UnsafeRawPointer
  ) -> UnsafeRawPointer? {
    let separator = unsafe ByteWords.fieldEnd(start)
    var end = unsafe separator
    if step.isLast, unsafe end > start, unsafe byte(end - 1) == Self.carriageReturn {
      unsafe end -= 1
    }
    guard let next = unsafe behind(end, step) else { return nil }
    let field = unsafe UnsafeBufferPointer(
      start: start.assumingMemoryBound(to: UInt8.self), count: end - start)
    guard let number = unsafe missing.number(field.span) else { return nil }
    if number.isNaN { unsafe missingCounts[step.slot] += 1 }
    value = number
    return unsafe next
  }

  // MARK: every other row

  /// Reads any row by the grammar and notes what is wrong with it; returns where the next one begins.
  private func strictRow(at offset: Int, row: Int, _ region: RowRegion) -> Int {
    let startLine = line(at: offset)
    scanner.line = startLine
    let next = unsafe scanner.scanRow(region.text.span, from: offset)
    formProblems.add(contentsOf: scanner.problems)
    scanner.problems = ProblemList()
    let fields = scanner.fields
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
