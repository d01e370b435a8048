/// Where a panel's columns are found in a table.
public struct PanelColumns: Sendable {
  /// Column of territory codes; a table without one is a single series.
  public var territory = "territory"
  /// Column of periods.
  public var period = "period"
  /// Column of variable names in a long table.
  public var variable = "variable"
  /// Column of values in a long table.
  public var value = "value"
  /// Column of statuses.
  public var status = "status"
  /// Column of source keys.
  public var source = "source"
  /// Column of the publisher's flags.
  public var flags = "flags"
  /// The frequency, where the periods are written as dates; `nil` to take it from their form.
  public var frequency: Period.Frequency?

  /// The default names.
  public init() {}

  /// The columns of a table of either form that are no variable.
  private var keys: [String] { [territory, period, status, source, flags] }

  /// The column that holds nothing but the values of a long table.
  func numbers(_ header: [String]) -> String? {
    let isLong = header.contains(variable) && header.contains(value)
    return isLong && !(keys + [variable]).contains(value) ? value : nil
  }

  /// The columns of a wide table that may be variables.
  func variables(_ header: [String]) -> [String] { header.filter { !keys.contains($0) } }
}

extension Panel {
  /// Reads a panel from a table.
  ///
  /// A table with a variable and a value column is long, one row a cell. Any other is wide: every column beside
  /// territory, period, status, source and flags that holds only numbers is a variable. Empty values are missing cells.
  public init(_ table: CSVTable, columns: PanelColumns = PanelColumns()) throws(DataError) {
    var problems = ProblemList()
    let rowPeriods = try Self.periods(of: table, columns, &problems)
    let places = table.has(columns.territory) ? try table.coded(columns.territory) : nil
    let statuses = table.has(columns.status) ? try table.coded(columns.status) : nil
    let statusCodes = Self.statuses(statuses, table, columns.status, &problems)
    let sources = table.has(columns.source) ? try table.coded(columns.source) : nil
    let flags = table.has(columns.flags) ? try table.coded(columns.flags) : nil
    var labels = LabelList(sources, flags)
    var entries: [Entry] = []
    var names: [String] = []
    func add(row: Int, variable: Int, value: Double) {
      guard !value.isNaN, let period = rowPeriods[row] else { return }
      entries.append(
        Entry(
          territory: places.map { Int($0.codes[row]) } ?? 0, variable: variable, period: period,
          value: value, status: statuses.map { statusCodes[Int($0.codes[row])] } ?? .actual,
          label: labels.label(ofRow: row), row: row))
    }
    if table.has(columns.variable), table.has(columns.value) {
      let variables = try table.coded(columns.variable)
      let values = try table.numbers(columns.value, problems: &problems)
      names = variables.values
      entries.reserveCapacity(table.rowCount)
      for row in 0..<table.rowCount {
        add(row: row, variable: Int(variables.codes[row]), value: values[row])
      }
    } else {
      for name in columns.variables(table.columns) {
        var unreadable = ProblemList()
        let values = try table.numbers(name, problems: &unreadable)
        // A column of labels is no variable.
        if unreadable.isEmpty || values.contains(where: { !$0.isNaN }) {
          problems.add(contentsOf: unreadable)
          for row in 0..<table.rowCount { add(row: row, variable: names.count, value: values[row]) }
          names.append(name)
        }
      }
    }
    if let frequency = entries.first?.period.frequency,
      rowPeriods.contains(where: { $0?.frequency != frequency })
    {
      for entry in entries where entry.period.frequency != frequency {
        problems.add(
          table.problem(
            row: entry.row, column: columns.period,
            "\(entry.period) has another frequency than the first row"))
      }
      entries.removeAll { $0.period.frequency != frequency }
    }
    self.init(
      territories: places?.values ?? [""], variables: names, labels: labels.labels, entries: entries
    ) {
      entry, firstRow in
      let place = places.map { column in "\(column[entry.row]), " } ?? ""
      problems.add(
        table.problem(
          row: entry.row, column: nil,
          "a second value for \(place)\(entry.period), \(names[entry.variable]); "
            + "the first is on line \(table.line(ofRow: firstRow))"))
    }
    try problems.check()
    file = table.file
  }

  private static func periods(
    of table: CSVTable, _ columns: PanelColumns, _ problems: inout ProblemList
  ) throws(DataError) -> [Period?] {
    let texts = try table.coded(columns.period)
    let parsed = texts.values.map { Period($0, frequency: columns.frequency) }
    for row in 0..<table.rowCount where parsed[Int(texts.codes[row])] == nil {
      problems.add(
        table.problem(
          row: row, column: columns.period,
          "'\(excerpt(texts[row]))' is not a period such as 2020, 2020-Q1 or 2020-03"))
    }
    return texts.codes.map { parsed[Int($0)] }
  }

  private static func statuses(
    _ column: CodedColumn?, _ table: CSVTable, _ name: String, _ problems: inout ProblemList
  ) -> [ObservationStatus] {
    guard let column else { return [] }
    return column.values.enumerated().map { code, text in
      if let status = text.isEmpty ? .actual : ObservationStatus(rawValue: text) { return status }
      let row = column.codes.firstIndex(of: Int32(code)) ?? 0
      problems.add(
        table.problem(
          row: row, column: name,
          "'\(excerpt(text))' is not an observation status (A, P, E, F, I, U or O)"))
      return .missing
    }
  }
}

/// The labels of the rows of a table, each once.
private struct LabelList {
  private(set) var labels: [Panel.Label]
  private let sources: CodedColumn?
  private let flags: CodedColumn?
  private var found: [Panel.Label: Int32] = [:]

  init(_ sources: CodedColumn?, _ flags: CodedColumn?) {
    self.sources = sources
    self.flags = flags
    labels = flags == nil ? (sources?.values ?? [""]).map { Panel.Label(source: $0) } : []
  }

  mutating func label(ofRow row: Int) -> Int32 {
    guard let flags else { return sources?.codes[row] ?? 0 }
    let label = Panel.Label(source: sources?[row] ?? "", flags: flags[row])
    if let known = found[label] { return known }
    let new = Int32(labels.count)
    found[label] = new
    labels.append(label)
    return new
  }
}
