/// The World Bank's wide form: one row for each territory and indicator, one column for each year.
///
/// `Country Name,Country Code,Indicator Name,Indicator Code,1960,1961,...` and an empty last column, after a few lines about the
/// download. Aggregates such as LCN and WLD are mixed in under codes of their own and are kept.
enum WorldBankTable {
  private static let marks = ["Country Code", "Indicator Code"]

  /// Where the table begins in a download; `nil` for any other text.
  static func start(in bytes: [UInt8]) -> Int? {
    var lineStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // The lines before the header: source, date, and empty ones.
    for _ in 0..<8 {
      guard lineStart < bytes.count else { return nil }
      let end = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = String(decoding: bytes[lineStart..<end], as: UTF8.self)
      if marks.allSatisfy(line.contains) { return lineStart }
      lineStart = end + 1
    }
    return nil
  }

  /// Reads the table that begins at `start`.
  static func panel(_ bytes: [UInt8], from start: Int, file: String) throws(DataError) -> Panel {
    let table = try CSVTable(
      bytes: Array(bytes[start...]), file: file,
      form: TableForm(
        firstLine: 1 + bytes[..<start].count { $0 == UInt8(ascii: "\n") },
        allowsUnnamedLastColumn: true),
      options: ReadingOptions())
    let territories = try table.coded("Country Code")
    let variables = try table.coded("Indicator Code")
    var problems = ProblemList()
    var entries: [Panel.Entry] = []
    for name in table.columns {
      guard let period = Period(name), period.frequency == .year else { continue }
      let values = try table.numbers(name, problems: &problems)
      for (row, value) in values.enumerated() where !value.isNaN {
        entries.append(
          Panel.Entry(
            territory: Int(territories.codes[row]), variable: Int(variables.codes[row]),
            period: period, value: value, row: row))
      }
    }
    if entries.isEmpty, table.rowCount > 0 {
      problems.add(
        DataProblem(file: file, message: "no column is named by a year, or none has a value"))
    }
    var panel = Panel(
      territories: territories.values, variables: variables.values, entries: entries
    ) {
      entry, firstRow in
      problems.add(
        table.problem(
          row: entry.row, column: nil,
          "a second row for \(territories[entry.row]), \(variables[entry.row]); the first is on line "
            + "\(table.line(ofRow: firstRow))"))
    }
    try problems.check()
    panel.file = file
    return panel
  }
}
