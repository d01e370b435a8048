/// Forms of a table beside the common one.
struct TableForm {
  /// The line of the file on which the text begins.
  var firstLine = 1
  /// Whether the last column may be without a name: files whose rows all end with a comma.
  var allowsUnnamedLastColumn = false
}

/// The header row of a text, and what was read with it.
struct TableHead {
  /// The column names, in file order.
  let names: [String]
  /// The line on which the first row begins.
  let nextLine: Int
  /// What is wrong with the form of the header row.
  let problems: ProblemList
  /// The text behind the header, as far as it was read.
  let rest: [UInt8]
  /// The number of the last piece that was read.
  let pieceIndex: Int
  /// Whether it was the last one of the text.
  let isEnd: Bool

  private let file: String
  private let firstLine: Int

  /// Reads pieces until there is a header row.
  init(_ pieces: TextPieces, _ options: ReadingOptions, _ form: TableForm) throws(DataError) {
    let buffer = PieceBuffer(pieceSize: pieces.pieceSize)
    var text: [UInt8] = []
    var index = 0
    var isEnd = false
    var start = 0
    var length = 0
    repeat {
      let piece = try unsafe pieces.read(into: buffer.piece)
      index = piece.index
      buffer.count = piece.count
      unsafe text.append(contentsOf: buffer.bytes)
      isEnd = piece.count < pieces.pieceSize
      guard text.count >= 3 || isEnd else { continue }
      start = try TextEncoding.start(of: text.span, file: pieces.file)
      length = unsafe text.withUnsafeBytes { bytes in
        unsafe RowEnds(UnsafeRawBufferPointer(rebasing: bytes[start...]), limit: 1).length
      }
    } while length == 0 && !isEnd && text.count <= options.longestRow
    if length == 0 { length = text.count - start }
    let header = Array(text[start..<(start + length)])
    if let fault = TextEncoding.firstFault(in: header.span) {
      let line = form.firstLine + header[..<fault.offset].count { $0 == UInt8(ascii: "\n") }
      throw .invalid(pieces.file, line: line, fault.reason)
    }
    guard length <= options.longestRow else {
      throw .invalid(
        pieces.file, line: form.firstLine,
        "a row longer than \(options.longestRow) bytes; is a quote not closed, or is this no table?"
      )
    }
    guard !header.isEmpty else {
      throw .invalid(pieces.file, "the file is empty; a header row was expected")
    }
    var scanner = CSVScanner(file: pieces.file, line: form.firstLine)
    _ = scanner.scanRow(header.span, from: 0)
    names = scanner.fields.map { field in
      let content = header[field.start..<(field.start + field.length)]
      let text = String(decoding: content, as: UTF8.self)
      return field.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
    }
    nextLine = scanner.line
    problems = scanner.problems
    rest = Array(text[(start + length)...])
    pieceIndex = index
    self.isEnd = isEnd
    file = pieces.file
    firstLine = form.firstLine
  }

  /// Refuses names that do not tell the columns apart.
  func check(_ form: TableForm) throws(DataError) {
    var problems = ProblemList()
    var seen: Set<String> = []
    for (number, name) in names.enumerated() {
      if name.isEmpty {
        if form.allowsUnnamedLastColumn, number == names.count - 1 { continue }
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
    if names.count == 1, names[0].contains(";") || names[0].contains("\t") {
      let found = names[0].contains(";") ? "semicolons" : "tabs"
      problems.add(
        DataProblem(
          file: file, line: firstLine,
          message: "fields are separated by \(found); commas were expected"))
    }
    try problems.check()
  }
}
