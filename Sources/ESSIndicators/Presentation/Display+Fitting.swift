public import ESSData

extension Display {
  /// The table for a width that it may not have room in: long texts are broken over several lines, and then the last columns are
  /// left out, with a note that names them.
  public func fitted(to width: Int, _ language: Language) -> Display {
    guard self.width > width else { return self }
    let narrow = breakingTexts()
    var table = narrow
    while table.width > width, table.columns.count > 2 { table.removeLastColumn() }
    let hidden = narrow.columns[table.columns.count...].map(\.header)
    guard !hidden.isEmpty else { return table }
    let words = Translated(
      en: "Not shown for lack of room", fr: "Non affiché faute de place",
      es: "No se muestra por falta de espacio")
    table.notes.append("\(words[language]): \(hidden.joined(separator: "; ")) (--format csv, md).")
    return table
  }

  /// The width of the table in plain text.
  private var width: Int { columnWidths.reduce(0, +) + 2 * max(columns.count - 1, 0) }

  /// Every text column no wider than 24 characters or its longest word; the parts of a text stand on rows of their own.
  private func breakingTexts() -> Display {
    var table = self
    table.rows = rows.flatMap { row in
      let cells = row.indices.map { index in
        columns[index].isNumeric ? [row[index]] : Self.wrap(row[index], 24)
      }
      let height = cells.map(\.count).max() ?? 1
      return (0..<max(height, 1)).map { line in
        cells.map { line < $0.count ? $0[line] : "" }
      }
    }
    return table
  }

  private mutating func removeLastColumn() {
    columns.removeLast()
    for index in rows.indices { rows[index].removeLast() }
  }
}
