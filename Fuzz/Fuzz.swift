// One entry for libFuzzer; the first byte of the input chooses what is tried. Compiled together with the sources it tries (see run),
// so that internal types are in reach.

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  switch start[0] {
  case UInt8(ascii: "t"): tryTable(bytes)
  case UInt8(ascii: "f"): tryPieces(bytes)
  case UInt8(ascii: "n"): tryNumber(bytes)
  case UInt8(ascii: "p"): tryPanel(bytes)
  case UInt8(ascii: "o"): tryOptions(bytes)
  case UInt8(ascii: "g"): tryGraph(bytes)
  case UInt8(ascii: "i"): tryIncidence(bytes)
  default: break
  }
  return 0
}

/// A table that is read can be written and read again, with the same fields.
private func tryTable(_ bytes: [UInt8]) {
  guard let table = try? CSVTable(bytes: bytes, file: "fuzz") else { return }
  var text = DelimitedText()
  text.add(table.columns.map { .text($0) })
  let columns = table.columns.compactMap { try? table.coded($0) }
  for row in 0..<table.rowCount {
    text.add(columns.map { .text($0[row]) })
    precondition(table.line(ofRow: row) >= 1)
  }
  // One empty field on a line of its own is an empty line, which the end of a file may have any number of.
  guard table.columns.count > 1 else { return }
  guard let again = try? CSVTable(bytes: text.bytes, file: "again") else {
    preconditionFailure("what was written cannot be read")
  }
  precondition(again.columns == table.columns && again.rowCount == table.rowCount)
  for name in table.columns {
    guard let left = try? table.texts(name), let right = try? again.texts(name) else {
      preconditionFailure("a column is lost")
    }
    precondition(left == right)
    _ = try? table.numbers(name)
  }
}

/// A table read in small pieces by several threads, in batches, or by one column is the table read at once.
private func tryPieces(_ bytes: [UInt8]) {
  guard let first = bytes.first else { return }
  let text = Array(bytes.dropFirst())
  var options = ReadingOptions(threads: Int(first >> 6) + 1)
  options.pieceSize = Int(first & 31) + 1
  func outcome(_ body: () throws -> [String]) -> [String] {
    do { return try body() } catch { return ["\(error)"] }
  }
  func shown(_ table: TypedTable) throws -> [String] {
    try table.columns.flatMap { name in
      let coded = try table.coded(name)
      return coded.values + coded.codes.map(String.init)
    } + (0..<table.rowCount).map { String(table.line(ofRow: $0)) }
  }
  let header = (try? TypedTable.header(bytes: text, file: "f")) ?? []
  let columns = header.map { TypedColumn.codes($0) }
  let whole = outcome {
    try shown(TypedTable.read(bytes: text, file: "f", columns: columns, options: .init(threads: 1)))
  }
  let pieces = outcome {
    try shown(TypedTable.read(bytes: text, file: "f", columns: columns, options: options))
  }
  precondition(whole == pieces)
  guard let table = try? CSVTable(bytes: text, file: "f") else { return }
  for name in header {
    let expected = outcome { try table.numbers(name).map { String($0.bitPattern) } }
    let found = outcome {
      try TypedTable.read(bytes: text, file: "f", columns: [.numbers(name)], options: options)
        .numbers(name).map { String($0.bitPattern) }
    }
    precondition(expected == found)
  }
  guard let name = header.first, let texts = try? table.texts(name),
    let batches = try? TypedBatches(
      TextPieces(bytes: text, file: "f", pieceSize: options.pieceSize), [.codes(name)], options)
  else { return }
  var codes: [Int32] = []
  while let batch = try? batches.next() { codes += (try? batch.codes(name)) ?? [] }
  let known = (try? batches.texts(name)) ?? []
  precondition(codes.map { known[Int($0)] } == texts)
}

/// A number that is accepted is the one that the standard library reads.
private func tryNumber(_ bytes: [UInt8]) {
  guard let value = NumberText.parse(bytes.span) else { return }
  guard let standard = Double(String(decoding: bytes, as: UTF8.self)) else {
    preconditionFailure("accepted what is no number")
  }
  precondition(value.bitPattern == standard.bitPattern)
  precondition(Double(NumberText.shortest(value)) == value)
}

private func tryPanel(_ bytes: [UInt8]) {
  guard let panel = try? Panel(bytes: bytes, file: "fuzz") else { return }
  // A typing error in a year can make the span of periods long; the cells are what counts.
  guard panel.periods.count * panel.territories.count * panel.variables.count < 100_000 else {
    return
  }
  let written = panel.csv(.long, structure: "x")
  guard panel.variables.contains(where: { !panel.periods(of: $0).isEmpty }) else { return }
  guard let again = try? Panel(bytes: written, file: "again") else {
    preconditionFailure("what was written cannot be read")
  }
  precondition(again.csv(.long, structure: "x").count == written.count)
}

/// Any words either parse or are refused with a sentence.
private func tryOptions(_ bytes: [UInt8]) {
  let words = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  let command = Command(
    name: "c", summary: "s",
    operands: [Operand(name: "A", help: "h", isOptional: true, repeats: false, kind: .file)],
    options: [
      Option(long: "count", short: "c", kind: .integer("N"), help: "h"),
      Option(long: "level", kind: .number("X"), help: "h"),
      Option(long: "line", kind: .text("T"), help: "h", repeats: true, separator: ","),
      Option(long: "lang", short: "l", kind: .choice(["en", "fr"]), help: "h"),
      Option(long: "quiet", short: "q", kind: .flag, help: "h"),
    ], run: { _ in })
  do throws(Failure) {
    var parser = Parser(command, path: ["tool", "c"])
    let arguments = try parser.parse(words)
    precondition(arguments.operands.count <= 1)
    if let count = try arguments.integer("count") { precondition(Int("\(count)") == count) }
    if let level = try arguments.number("level") { precondition(level.isFinite) }
  } catch {
    precondition(error.status == .usage && !error.message.isEmpty)
  }
}
