/// Where the rows of a text with quotes end: a line end within a quoted field ends none.
///
/// It follows `CSVScanner` exactly, faults included: a quote opens a field only where the field begins.
struct RowEnds {
  /// Complete rows.
  private(set) var rows = 0
  /// Line ends within them.
  private(set) var lines = 0
  /// The bytes that they take.
  private(set) var length = 0

  /// Walks over a text that begins with a row.
  init(_ text: UnsafeRawBufferPointer, limit: Int = .max) {
    let end = text.count
    var at = 0
    var newlines = 0
    while at < end, rows < limit {
      if unsafe text[at] == UInt8(ascii: "\"") {
        at += 1
        // To the quote that is not doubled; none, or one that may be doubled behind the end, leaves the row open.
        while at < end {
          let byte = unsafe text[at]
          if byte == UInt8(ascii: "\n") { newlines += 1 }
          if byte == UInt8(ascii: "\"") {
            guard at + 1 < end, unsafe text[at + 1] == UInt8(ascii: "\"") else { break }
            at += 1
          }
          at += 1
        }
      }
      while at < end, unsafe text[at] != UInt8(ascii: ","), unsafe text[at] != UInt8(ascii: "\n") {
        at += 1
      }
      guard at < end else { return }
      if unsafe text[at] == UInt8(ascii: "\n") {
        newlines += 1
        rows += 1
        lines = newlines
        length = at + 1
      }
      at += 1
    }
  }
}
