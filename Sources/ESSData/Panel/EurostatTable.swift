/// Eurostat's tab-separated form: one row a series, one column a period, flags behind the numbers.
///
/// The first cell is `freq,unit,geo\TIME_PERIOD`, the codes of the dimensions; a row begins with their values. A cell is a number or
/// `:` (not available), a space, and letters: flags. A series without any value has no row.
enum EurostatTable {
  /// What a flag says of a value, by Eurostat's list of flags: a status, or nothing that a status says (break, definition differs,
  /// not significant, revised), and then the letter is carried along.
  private static let statuses: [Character: ObservationStatus] = [
    "e": .estimated, "s": .estimated, "f": .forecast, "i": .imputed, "p": .provisional,
    "u": .lowReliability,
  ]
  private static let otherFlags: Set<Character> = ["b", "c", "d", "n", "r", "z"]

  /// Whether a file begins as the form does.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    let line = bytes.prefix(1000).prefix { $0 != UInt8(ascii: "\n") }
    let cell = String(decoding: line.prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self)
    return cell.utf8.count < line.count
      && (cell.hasSuffix("\\TIME_PERIOD") || cell.hasSuffix("\\time"))
  }

  /// Reads a file: territories are the values of the dimension `geo`, variables those of the others joined by dots.
  static func panel(_ bytes: [UInt8], file: String) throws(DataError) -> Panel {
    try TextEncoding.check(bytes, file: file)
    let start = try TextEncoding.start(of: bytes.span, file: file)
    let lines = bytes[start...].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { $0.last == 0x0D ? $0.dropLast() : $0 }
    var reader = Reader(file: file)
    try reader.readHeader(fields(lines[0]))
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      reader.readSeries(fields(line), line: index + 1)
    }
    return try reader.panel()
  }

  private static func fields(_ line: ArraySlice<UInt8>) -> [Substring] {
    String(decoding: line, as: UTF8.self)
      .split(separator: "\t", omittingEmptySubsequences: false).map(trimmed)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// A number and its flags; `nil` for a text that is neither that nor a missing value.
  static func cell(_ text: Substring) -> (value: Double?, status: ObservationStatus, flags: String)?
  {
    let parts = text.split(separator: " ")
    guard let first = parts.first else { return (nil, .missing, "") }
    let letters = parts.dropFirst().joined()
    guard letters.allSatisfy({ statuses[$0] != nil || otherFlags.contains($0) }) else { return nil }
    let status = letters.compactMap { statuses[$0] }.worst
    let flags = letters.filter { otherFlags.contains($0) }
    if first == ":" { return (nil, .missing, flags) }
    guard let value = NumberText.parse(first) else { return nil }
    return (value, status, flags)
  }

  private struct Reader {
    let file: String
    private var problems = ProblemList()
    private var dimensions: [Substring] = []
    private var geography = 0
    private var periods: [Period?] = []
    private var territories = CodeList()
    private var variables = CodeList()
    private var flags = CodeList()
    private var entries: [Panel.Entry] = []

    init(file: String) { self.file = file }

    mutating func readHeader(_ fields: [Substring]) throws(DataError) {
      let names = fields[0].prefix { $0 != "\\" }
      dimensions = names.split(separator: ",", omittingEmptySubsequences: false)
      guard let place = dimensions.firstIndex(of: "geo") else {
        throw .invalid(
          file, line: 1, "there is no dimension 'geo' among \(dimensions.joined(separator: ", "))")
      }
      geography = place
      for field in fields.dropFirst() {
        let period = Period(field)
        if period == nil {
          problems.add(
            DataProblem(
              file: file, line: 1, column: excerpt(String(field)),
              message: "not a period such as 2020, 2020-Q1 or 2020-03"))
        }
        periods.append(period)
      }
      let frequencies = Set(periods.compactMap { $0?.frequency })
      if frequencies.count > 1 {
        problems.add(
          DataProblem(
            file: file, line: 1,
            message: "periods of several frequencies; keep the columns of one"))
      }
      try problems.check()
    }

    mutating func readSeries(_ fields: [Substring], line: Int) {
      guard fields.count == periods.count + 1 else {
        problems.add(
          DataProblem(
            file: file, line: line,
            message: "\(fields.count) fields, \(periods.count + 1) expected as in the header"))
        return
      }
      let codes = fields[0].split(separator: ",", omittingEmptySubsequences: false)
      guard codes.count == dimensions.count else {
        problems.add(
          DataProblem(
            file: file, line: line,
            message: "\(codes.count) dimensions, \(dimensions.count) expected as in the header"))
        return
      }
      // The frequency is in the periods.
      let others = codes.indices.filter { $0 != geography && dimensions[$0] != "freq" }
      let name = others.isEmpty ? "value" : others.map { String(codes[$0]) }.joined(separator: ".")
      let territory = territories.code(String(codes[geography]))
      let variable = variables.code(name)
      for (field, period) in zip(fields.dropFirst(), periods) {
        guard let cell = EurostatTable.cell(field) else {
          problems.add(
            DataProblem(
              file: file, line: line, column: period?.description,
              message: "'\(excerpt(String(field)))' is not a number with Eurostat's flags"))
          continue
        }
        guard let value = cell.value, let period else { continue }
        entries.append(
          Panel.Entry(
            territory: territory, variable: variable, period: period, value: value,
            status: cell.status, label: Int32(flags.code(cell.flags)), row: line))
      }
    }

    mutating func panel() throws(DataError) -> Panel {
      var repeats = ProblemList()
      var panel = Panel(
        territories: territories.values, variables: variables.values,
        labels: flags.values.map { Panel.Label(source: "eurostat", flags: $0) }, entries: entries
      ) { entry, first in
        repeats.add(
          DataProblem(
            file: file, line: entry.row,
            message: "a second value for \(territories.values[entry.territory]), \(entry.period), "
              + "\(variables.values[entry.variable]); the first is on line \(first)"))
      }
      problems.add(contentsOf: repeats)
      try problems.check()
      panel.file = file
      return panel
    }
  }

  /// Texts and their codes, in the order met.
  private struct CodeList {
    private(set) var values: [String] = []
    private var codes: [String: Int] = [:]

    mutating func code(_ text: String) -> Int {
      if let code = codes[text] { return code }
      codes[text] = values.count
      values.append(text)
      return values.count - 1
    }
  }
}
