internal import Glibc
internal import Synchronization

/// Numbers the rows of a text that several threads read piece by piece.
///
/// Each thread, when its piece's turn comes, takes what the piece before has left of a row, learns the number and the line of
/// its first row, and leaves the row that its own piece cuts. So rows are numbered in file order at any number of threads.
final class RowTurns: @unchecked Sendable {
  private let turn = Atomic<Int>(0)

  // Everything below belongs to the thread whose turn it is.
  private var left: [UInt8] = []
  private var leftHasQuote = false
  private var leftIsPlain = true
  private(set) var row = 0
  private var line: Int
  private(set) var isEnded = false
  private(set) var segments: [ColumnSegment] = []

  private let file: String
  private let longestRow: Int
  private let kinds: [TypedColumn.Kind]

  init(file: String, line: Int, longestRow: Int, kinds: [TypedColumn.Kind]) {
    self.file = file
    self.line = line
    self.longestRow = longestRow
    self.kinds = kinds
  }

  /// Waits until the pieces before this one have had their turn; `false` if that will not be.
  func wait(for piece: Int, unless isOff: () -> Bool) -> Bool {
    while turn.load(ordering: .acquiring) != piece {
      if isOff() { return false }
      sched_yield()
    }
    return true
  }

  /// Lets the next piece have its turn.
  func pass(after piece: Int) { turn.store(piece + 1, ordering: .releasing) }

  /// Cuts the rows that a piece completes.
  ///
  /// - Parameters:
  ///   - buffer: Holds the piece; the rest of the row before is put in front of it.
  ///   - facts: What a look at the piece told.
  ///   - isEnd: Whether it is the last piece.
  ///   - capacity: For how many rows to make room where the columns have none left.
  /// - Returns: The rows; `nil` where there is none.
  /// - Throws: `DataError.invalid` for a row that is too long, `DataError.inputOutput` for a file that has changed.
  func take(
    _ buffer: PieceBuffer, _ facts: PieceFacts, isEnd: Bool, capacity: (Int) -> Int
  ) throws(DataError) -> RowRegion? {
    guard !isEnded else {
      if buffer.count > 0 {
        throw .inputOutput(path: file, reason: "the file changed while it was read")
      }
      return nil
    }
    let hasQuote = facts.hasQuote || leftHasQuote
    let isPlain = facts.isPlain && leftIsPlain
    let text = unsafe buffer.put(left, isEnd: isEnd)
    var rows = facts.newlines
    var lines = facts.newlines
    var length = unsafe rows == 0 ? 0 : Self.lastLineEnd(text)
    if hasQuote {
      let ends = unsafe RowEnds(UnsafeRawBufferPointer(text))
      (rows, lines, length) = (ends.rows, ends.lines, ends.length)
    }
    if isEnd {
      isEnded = true
      if length < text.count { rows += 1 }
      length = text.count
    }
    left = unsafe Array(text[length...])
    leftHasQuote = hasQuote && !left.isEmpty
    leftIsPlain = isPlain || left.isEmpty
    if left.count > longestRow {
      if let fault = TextEncoding.firstFault(in: left.span) {
        let at = left[..<fault.offset].count { $0 == UInt8(ascii: "\n") }
        throw .invalid(file, line: line + lines + at, fault.reason)
      }
      throw .invalid(
        file, line: line + lines,
        "a row longer than \(longestRow) bytes; is a quote not closed, or is this no table?")
    }
    guard rows > 0 else { return nil }
    let segment = segment(for: rows, capacity)
    let region = unsafe RowRegion(
      text: UnsafeBufferPointer(rebasing: text[..<length]), firstRow: row, line: line,
      hasQuote: hasQuote, isPlain: isPlain, columns: segment.columns,
      segmentStart: segment.firstRow)
    row += rows
    line += lines
    return unsafe region
  }

  /// Uses memory made elsewhere for the first rows.
  func begin(with segment: ColumnSegment) { segments = [segment] }

  /// Lets go of the memory of the rows so far; the next ones get new memory.
  func forgetSegments() { segments = [] }

  /// Memory with room for the next rows, in one piece.
  private func segment(for rows: Int, _ capacity: (Int) -> Int) -> ColumnSegment {
    if let last = segments.last, row + rows - last.firstRow <= last.capacity { return last }
    let segment = ColumnSegment(
      kinds: kinds, firstRow: row, capacity: max(capacity(row + rows) - row, rows))
    segments.append(segment)
    return segment
  }

  private static func lastLineEnd(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var length = text.count
    while length > 0, unsafe text[length - 1] != UInt8(ascii: "\n") { length -= 1 }
    return length
  }
}

/// Memory for one piece, with room in front for the rest of a row, and behind for reading words.
@safe final class PieceBuffer: @unchecked Sendable {
  private var memory: UnsafeMutableRawBufferPointer
  private var front: Int
  private let pieceSize: Int
  /// The size of the piece in it.
  var count = 0

  init(pieceSize: Int) {
    self.pieceSize = pieceSize
    front = 1 << 12
    unsafe memory = Self.allocate(front + pieceSize)
  }

  deinit { unsafe memory.deallocate() }

  private static func allocate(_ count: Int) -> UnsafeMutableRawBufferPointer {
    .allocate(byteCount: count + ByteWords.padding, alignment: 64)
  }

  /// Where the piece goes.
  var piece: UnsafeMutableRawBufferPointer {
    unsafe UnsafeMutableRawBufferPointer(rebasing: memory[front..<(front + pieceSize)])
  }

  /// The piece that was read.
  var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(rebasing: memory[front..<(front + count)])
  }

  /// Puts the rest of a row in front of the piece, and at the end of a text a line end behind.
  func put(_ left: [UInt8], isEnd: Bool) -> UnsafeBufferPointer<UInt8> {
    if left.count > front {
      let wider = unsafe Self.allocate(left.count * 2 + pieceSize)
      unsafe wider[(left.count * 2)...].copyBytes(from: bytes)
      unsafe memory.deallocate()
      unsafe memory = wider
      front = left.count * 2
    }
    let start = front - left.count
    unsafe memory[start...].copyBytes(from: left)
    // Words are read beyond the text; what they read there is never used, but should be something.
    unsafe memory[(front + count)..<(front + count + ByteWords.padding)].initializeMemory(
      as: UInt8.self, repeating: 0)
    if isEnd { unsafe memory[front + count] = UInt8(ascii: "\n") }
    let text = unsafe UnsafeRawBufferPointer(rebasing: memory[start..<(front + count)])
    return unsafe text.assumingMemoryBound(to: UInt8.self)
  }
}
