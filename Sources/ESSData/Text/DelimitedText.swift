/// Writes rows of fields as RFC 4180 text with LF line ends.
public struct DelimitedText: Sendable {
  private let delimiter: UInt8
  private let isSpreadsheetSafe: Bool
  /// The text so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty text.
  ///
  /// - Parameters:
  ///   - delimiter: The separator of fields.
  ///   - isSpreadsheetSafe: Whether text cells that a spreadsheet would run as a formula get a leading apostrophe.
  public init(delimiter: UInt8 = UInt8(ascii: ","), isSpreadsheetSafe: Bool = false) {
    self.delimiter = delimiter
    self.isSpreadsheetSafe = isSpreadsheetSafe
  }

  /// A cell.
  public enum Cell: Sendable {
    /// Text, quoted where the format asks for it.
    case text(String)
    /// A number, already as text; never altered.
    case number(String)
  }

  /// Adds a row.
  public mutating func add(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      switch cell {
      case .number(let text): bytes.append(contentsOf: text.utf8)
      case .text(let text): add(text)
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func add(_ text: String) {
    let quote = UInt8(ascii: "\"")
    let content = text.utf8Span.span
    // A mark of byte order at the very start would be read as the file's, not as the field's.
    var needsQuotes = bytes.isEmpty && text.utf8.starts(with: [0xEF, 0xBB, 0xBF])
    // Without branches, so that many bytes are looked at together.
    var special: UInt8 = 0
    for place in content.indices {
      let byte = content[place]
      special |= byte == delimiter ? 1 : 0
      special |= byte == quote ? 1 : 0
      special |= byte == 0x0A ? 1 : 0
      special |= byte == 0x0D ? 1 : 0
    }
    if special != 0 { needsQuotes = true }
    if needsQuotes { bytes.append(quote) }
    if isSpreadsheetSafe, Self.looksLikeFormula(text) { bytes.append(UInt8(ascii: "'")) }
    if needsQuotes {
      for place in content.indices {
        if content[place] == quote { bytes.append(quote) }
        bytes.append(content[place])
      }
      bytes.append(quote)
    } else {
      bytes.append(contentsOf: text.utf8)
    }
  }

  /// Whether a spreadsheet may read a text as a formula (OWASP, CSV injection): by its first character.
  static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    // = + - @, tab, line ends and zero, and the full-width forms of the first four.
    return "=+-@\t\r\n\0\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
  }
}
