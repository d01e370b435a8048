/// The rows of a CSV text batch by batch, in constant memory: for standard input and for files larger than memory.
///
/// The rules are those of ``TypedTable``; a batch with a fault throws all problems of the batch. Codes mean the same text in every
/// batch. Memory: one piece of text, its rows and the distinct texts. A row longer than a mebibyte is refused by its line.
public final class TypedBatches {
  /// What messages call the text.
  public let file: String
  /// The column names of the header, in file order.
  public let columns: [String]

  let pieces: TextPieces
  let options: ReadingOptions
  let plan: ReadingPlan
  let turns: RowTurns
  let parser: RowParser
  /// The header, until what was read with it is handed out.
  var head: TableHead?

  /// Opens a file, or standard input for `-`, and reads the header.
  ///
  /// - Parameters:
  ///   - path: The file; decompressed if it is a gzip file.
  ///   - columns: The columns to keep.
  ///   - options: Missing tokens, and the threads of ``fold(_:_:)``; one reads otherwise.
  /// - Throws: What ``TypedTable`` throws.
  public convenience init(
    path: String, columns: [TypedColumn], options: ReadingOptions = ReadingOptions()
  ) throws(DataError) {
    try self.init(path: path, options: options) { _ in columns }
  }

  /// Opens a file, or standard input for `-`, and chooses the columns when the header is known.
  public convenience init(
    path: String, options: ReadingOptions = ReadingOptions(),
    choosing columns: (_ header: [String]) throws(DataError) -> [TypedColumn]
  ) throws(DataError) {
    try self.init(TextPieces(path: path, pieceSize: options.pieceSize), options, columns)
  }

  convenience init(
    _ pieces: TextPieces, _ columns: [TypedColumn], _ options: ReadingOptions
  ) throws(DataError) {
    try self.init(pieces, options) { _ in columns }
  }

  private init(
    _ pieces: TextPieces, _ options: ReadingOptions,
    _ columns: ([String]) throws(DataError) -> [TypedColumn]
  ) throws(DataError) {
    var options = options
    options.longestRow = min(options.longestRow, 1 << 20)
    let head = try TableHead(pieces, options, TableForm())
    try head.problems.check()
    try head.check(TableForm())
    file = pieces.file
    self.columns = head.names
    self.pieces = pieces
    self.options = options
    self.head = head
    plan = ReadingPlan(
      header: head.names,
      columns: try TypedReader.present(columns(head.names), in: head.names, file: pieces.file))
    turns = RowTurns(
      file: pieces.file, line: head.nextLine, longestRow: options.longestRow,
      kinds: plan.kept.map(\.kind))
    parser = RowParser(plan, missing: options.missing, file: pieces.file)
  }

  /// The next rows; `nil` after the last one.
  public func next() throws(DataError) -> TypedBatch? {
    while !turns.isEnded {
      let (buffer, isEnd) = try nextPiece()
      let facts = unsafe PieceFacts(buffer.bytes)
      let first = turns.row
      turns.forgetSegments()
      guard let region = try unsafe turns.take(buffer, facts, isEnd: isEnd, capacity: { $0 })
      else { continue }
      unsafe parser.parse(region)
      guard let segment = turns.segments.first,
        let batch = try unsafe parser.batch(
          of: region, in: segment, rows: first..<turns.row, plan, file: file)
      else { continue }
      return batch
    }
    return nil
  }

  /// The distinct texts of a column of codes so far, by code.
  public func texts(_ column: String) throws(DataError) -> [String] {
    guard let slot = plan.kept.firstIndex(where: { $0.name == column }) else {
      throw .unknownName(kind: "column of \(file)", name: column, known: columns)
    }
    return unsafe parser.tables[slot].strings()
  }

  private func nextPiece() throws(DataError) -> (PieceBuffer, isEnd: Bool) {
    if let head {
      self.head = nil
      let buffer = PieceBuffer(pieceSize: head.rest.count)
      unsafe buffer.piece.copyBytes(from: head.rest)
      buffer.count = head.rest.count
      return (buffer, head.isEnd)
    }
    let buffer = PieceBuffer(pieceSize: pieces.pieceSize)
    buffer.count = try unsafe pieces.read(into: buffer.piece).count
    return (buffer, buffer.count < pieces.pieceSize)
  }
}

/// Some consecutive rows of a text.
public struct TypedBatch: Sendable {
  /// The name of the file, for messages.
  public let file: String
  /// The number of the first row, from 0.
  public let firstRow: Int
  /// Number of rows.
  public let rowCount: Int

  private let values: [String: ColumnValues]
  private let lines: LineIndex

  init(
    file: String, firstRow: Int, rowCount: Int, values: [String: ColumnValues], lines: LineIndex
  ) {
    self.file = file
    self.firstRow = firstRow
    self.rowCount = rowCount
    self.values = values
    self.lines = lines
  }

  /// The numbers of a column that was asked for as numbers, missing ones as `nan`.
  public func numbers(_ column: String) throws(DataError) -> [Double] {
    guard case .numbers(let numbers) = values[column] else { throw unknown(column) }
    return numbers
  }

  /// The codes of a column that was asked for as codes.
  public func codes(_ column: String) throws(DataError) -> [Int32] {
    guard case .codes(let codes) = values[column] else { throw unknown(column) }
    return codes
  }

  /// Whether a column was asked for as codes.
  func isCoded(_ column: String) -> Bool {
    if case .codes = values[column] { true } else { false }
  }

  private func unknown(_ column: String) -> DataError {
    .unknownName(kind: "column of the batch", name: column, known: values.keys.sorted())
  }

  /// A problem placed at a row of this batch, counted from 0, and a column.
  public func problem(row: Int, column: String?, _ message: String) -> DataProblem {
    DataProblem(
      file: file, line: lines.line(ofRow: firstRow + row), column: column, message: message)
  }
}
