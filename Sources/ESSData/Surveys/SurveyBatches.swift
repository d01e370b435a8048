/// The records of a survey as they pass by, batch by batch: for standard input, and for files larger than memory.
///
/// A piece of text is cut behind its last whole row and read as a table of its own below the header. Memory: one piece and its columns.
public final class SurveyBatches {
  /// What messages call the text.
  public let file: String
  /// The column names of the header.
  public let columns: [String]

  private static let pieceSize = 1 << 20
  private static let newline = UInt8(ascii: "\n")
  private static let quote = UInt8(ascii: "\"")

  private let stream: ByteStream
  private let header: [UInt8]
  private var rest: [UInt8]
  private var nextLine: Int
  private var isEnded = false

  /// Opens a file, or standard input for `-`, and reads the header.
  public init(path: String) throws(DataError) {
    file = ByteStream.displayName(path)
    stream = try ByteStream(path: path)
    let first = try Self.piece(stream)
    isEnded = first.count < Self.pieceSize
    let end = Self.rowEnds(first).first ?? first.count
    header = Array(first[..<end])
    rest = Array(first[end...])
    columns = try CSVTable(bytes: header, file: file).columns
    nextLine = 1 + header.count { $0 == Self.newline }
  }

  private static func piece(_ stream: ByteStream) throws(DataError) -> [UInt8] {
    try unsafe [UInt8](reading: pieceSize) { buffer throws(DataError) in
      try unsafe stream.fill(buffer)
    }
  }

  /// The first and the last position behind a row's end: quoted line ends do not count.
  private static func rowEnds(_ bytes: [UInt8]) -> (first: Int?, last: Int?) {
    var isQuoted = false
    var ends: (first: Int?, last: Int?) = (nil, nil)
    for (position, byte) in bytes.enumerated() {
      if byte == quote {
        isQuoted.toggle()
      } else if byte == newline, !isQuoted {
        if ends.first == nil { ends.first = position + 1 }
        ends.last = position + 1
      }
    }
    return ends
  }

  /// The next records as a table, `nil` after the last one.
  ///
  /// Throws all problems of form of the batch; those of cells come up when columns are decoded.
  public func next() throws(DataError) -> CSVTable? {
    while true {
      if isEnded, rest.isEmpty { return nil }
      let end = isEnded ? rest.count : Self.rowEnds(rest).last
      if let end, end > 0 {
        let body = rest[..<end]
        let table = try CSVTable(
          bytes: header + body, file: file,
          form: TableForm(firstLine: nextLine - header.count { $0 == Self.newline }),
          options: ReadingOptions(threads: 1))
        nextLine += body.count { $0 == Self.newline }
        rest = Array(rest[end...])
        return table
      }
      try fill()
    }
  }

  private func fill() throws(DataError) {
    guard rest.count < 256 * Self.pieceSize else {
      throw .invalid(file, line: nextLine, "a row longer than 256 MB; is a quote not closed?")
    }
    let more = try Self.piece(stream)
    isEnded = more.count < Self.pieceSize
    rest += more
  }
}
