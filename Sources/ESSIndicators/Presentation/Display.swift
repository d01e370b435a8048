internal import ESSData

/// A table for people: a title, columns of text, and notes.
public struct Display: Sendable {
  /// A column.
  public struct Column: Sendable {
    /// Its header.
    public var header: String
    /// Whether its cells are numbers, set flush right.
    public var isNumeric: Bool

    /// A column of numbers, or of text.
    public init(_ header: String, isNumeric: Bool = true) {
      self.header = header
      self.isNumeric = isNumeric
    }
  }

  /// What the table shows.
  public var title: String
  /// The columns.
  public var columns: [Column]
  /// The cells, row by row.
  public var rows: [[String]]
  /// What a reader must know, below the table.
  public var notes: [String]

  /// A table.
  public init(title: String, columns: [Column], rows: [[String]], notes: [String] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }

  /// The table in plain text, columns aligned, headers broken to the width of their columns and notes to that given.
  public func text(width: Int = 100) -> String {
    let widths = columnWidths
    let headers = columns.indices.map { Self.fill(columns[$0].header, widths[$0]) }
    let height = headers.map(\.count).max() ?? 0
    let headerLines = (0..<height).map { row in
      headers.map { lines in
        // Short headers stand at the bottom.
        let at = row - (height - lines.count)
        return at < 0 ? "" : lines[at]
      }
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { index in
        let fill = String(repeating: " ", count: widths[index] - cells[index].count)
        return columns[index].isNumeric ? fill + cells[index] : cells[index] + fill
      }
      var text = padded.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    let body = [title, ""] + headerLines.map(line) + [rule] + rows.map(line)
    return (body + notes.flatMap { Self.wrap($0, width) }).joined(separator: "\n") + "\n"
  }

  /// The width of each column in plain text.
  var columnWidths: [Int] {
    columns.indices.map { column in
      // A header may take as many lines as it has words.
      let words = columns[column].header.split(separator: " ").map(\.count)
      return rows.reduce(words.max() ?? 0) { max($0, $1[column].count) }
    }
  }

  /// The table in Markdown.
  public var markdown: String {
    func escaped(_ text: String) -> String {
      text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
    func line(_ cells: [String]) -> String {
      "| " + cells.map(escaped).joined(separator: " | ") + " |"
    }
    let rule = columns.map { $0.isNumeric ? "---:" : "---" }
    let body =
      ["### \(title)", "", line(columns.map(\.header)), line(rule)] + rows.map(line)
    return (body + (notes.isEmpty ? [] : [""]) + notes.map { "- \($0)" }).joined(separator: "\n")
      + "\n"
  }

  /// Breaks a text into lines at spaces, those after the first indented.
  public static func wrap(_ text: String, _ width: Int) -> [String] {
    fill(text, width, indent: "  ")
  }

  private static func fill(_ text: String, _ width: Int, indent: String = "") -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = indent + word
      } else {
        line += line.isEmpty ? String(word) : " " + word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

/// How numbers are shown to people in a language.
struct NumberStyle {
  let language: Language
  /// Decimals asked for; `nil` for those that suit each column.
  let decimals: Int?

  /// A number, or a dash where there is none.
  func text(_ value: Double?, decimals: Int) -> String {
    guard let value else { return "-" }
    return local(NumberText.fixed(value, decimals: self.decimals ?? decimals))
  }

  /// A number as short as it can be told, such as a threshold asked for.
  func shortest(_ value: Double) -> String { local(NumberText.shortest(value)) }

  private func local(_ text: String) -> String {
    guard language != .english else { return text }
    return text.split(separator: ".", omittingEmptySubsequences: false).joined(separator: ",")
  }

  /// Persons in millions.
  func millions(_ persons: Double?) -> String {
    text(persons.map { $0 / 1e6 }, decimals: 2)
  }

  /// A change with its sign.
  func signed(_ value: Double?, decimals: Int) -> String {
    let text = text(value, decimals: decimals)
    guard let value, value > 0 else { return text }
    return "+" + text
  }
}
