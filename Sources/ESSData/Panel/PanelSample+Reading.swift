internal import ESSNumerics

extension PanelSample {
  /// Reads the rows of a table: one row for each unit and time, one column for each number.
  ///
  /// A table without the default column of territories or periods has a single unit or time; a table in the long form of a panel (a
  /// variable and a value column) is read as one.
  /// - Parameters:
  ///   - table: The table.
  ///   - columns: Where units and times are found.
  ///   - numbers: Columns of numbers to read.
  ///   - factors: Columns of texts to read.
  ///   - repeats: Whether rows of one unit and time may repeat.
  /// - Throws: On a column that is not there, a text that is no number, and rows that repeat, with their lines.
  public init(
    _ table: CSVTable, columns: PanelColumns = PanelColumns(), numbers: [String],
    factors: [String] = [], repeats: Bool = false
  ) throws(DataError) {
    if table.has(columns.variable), table.has(columns.value) {
      let panel = try Panel(table, columns: columns)
      if let factor = factors.first {
        throw .unknownName(kind: "grouping column", name: factor, known: ["unit", "time"])
      }
      self = try PanelSample(panel, numbers: numbers, file: table.file)
      return
    }
    let defaults = PanelColumns()
    func codes(_ name: String, default standard: String) throws(DataError) -> CodedColumn? {
      if name == standard, !table.has(name) { return nil }
      return try table.coded(name)
    }
    let unit = try codes(columns.territory, default: defaults.territory)
    let time = try codes(columns.period, default: defaults.period)
    var problems = ProblemList()
    var values: [[Double]] = []
    for name in numbers { values.append(try table.numbers(name, problems: &problems)) }
    try problems.check()
    var texts: [String: CodedColumn] = [:]
    for name in factors { texts[name] = try table.coded(name) }
    let (axis, positions) = TimeAxis.ordering(time?.values ?? [""], frequency: columns.frequency)
    let none = [Int32](repeating: 0, count: table.rowCount)
    let unitCodes = unit?.codes ?? none
    let timeCodes = time?.codes.map { positions[Int($0)] } ?? none
    // The names that the input uses for units and times name their groupings too.
    if let unit { texts[columns.territory] = unit }
    if time != nil {
      texts[columns.period] = CodedColumn(values: axis.labels, codes: timeCodes)
    }
    let order = Self.order(
      units: unitCodes, unitCount: unit?.values.count ?? 1, times: timeCodes,
      timeCount: axis.labels.count)
    if unit != nil, time != nil, !repeats {
      try Self.checkRepeats(unitCodes, timeCodes, order, in: table) { row in
        "\(unit?[row] ?? ""), \(axis.labels[Int(timeCodes[row])])"
      }
    }
    self = PanelSample(
      units: unit?.values ?? [""], axis: axis, unitCodes: unitCodes, timeCodes: timeCodes,
      names: numbers, columns: values, factors: texts, dropped: [], file: table.file
    ).reordered(order)
  }

  /// The sample with its rows in another order; as it is for `nil`.
  private func reordered(_ order: [Int32]?) -> PanelSample {
    guard let order else { return self }
    return PanelSample(
      units: units, axis: axis, unitCodes: order.map { unitCodes[Int($0)] },
      timeCodes: order.map { timeCodes[Int($0)] }, names: names,
      columns: columns.map { column in order.map { column[Int($0)] } },
      factors: factors.mapValues { factor in
        CodedColumn(values: factor.values, codes: order.map { factor.codes[Int($0)] })
      }, dropped: dropped, file: file)
  }

  /// A sample from columns in memory, in any order of rows.
  ///
  /// - Parameters:
  ///   - units: Names of the units, by code.
  ///   - unitCodes: For each row the code of its unit.
  ///   - periods: Consecutive or not, ascending: the times, by code.
  ///   - timeCodes: For each row the code of its time.
  ///   - numbers: The number columns, by name.
  ///   - name: What messages call the input.
  /// - Throws: If two rows have one unit and time; shapes that do not fit are programmer errors.
  public init(
    units: [String], unitCodes: [Int32], periods: [Period], timeCodes: [Int32],
    numbers: [(name: String, values: [Double])], name: String
  ) throws(DataError) {
    precondition(
      timeCodes.count == unitCodes.count
        && numbers.allSatisfy { $0.values.count == unitCodes.count }, "one value for each row")
    let axis = TimeAxis(periods)
    let sample = PanelSample(
      units: units, axis: axis, unitCodes: unitCodes, timeCodes: timeCodes,
      names: numbers.map(\.name), columns: numbers.map(\.values), factors: [:], dropped: [],
      file: name
    ).reordered(
      Self.order(
        units: unitCodes, unitCount: units.count, times: timeCodes, timeCount: periods.count))
    for row in sample.unitCodes.indices.dropFirst()
    where sample.unitCodes[row] == sample.unitCodes[row - 1]
      && sample.timeCodes[row] == sample.timeCodes[row - 1]
    {
      throw .invalid(
        name,
        "a second row for \(units[Int(sample.unitCodes[row])]), \(axis.labels[Int(sample.timeCodes[row])])"
      )
    }
    self = sample
  }

  /// The rows of a panel: every territory and period at which one of the variables has a value.
  ///
  /// - Parameters:
  ///   - panel: The panel.
  ///   - territories: The units; `nil` for all of the panel.
  ///   - numbers: The variables.
  ///   - file: The name of the input, for messages.
  /// - Throws: On a variable that the panel does not have.
  public init(
    _ panel: Panel, territories: [String]? = nil, numbers: [String], file: String
  ) throws(DataError) {
    for name in numbers where !panel.has(name) {
      throw .unknownName(kind: "variable", name: name, known: panel.variables)
    }
    let territories = territories ?? panel.territories
    let axis = TimeAxis(panel.periods)
    var unitCodes: [Int32] = []
    var timeCodes: [Int32] = []
    var columns = [[Double]](repeating: [], count: numbers.count)
    for (unit, territory) in territories.enumerated() {
      for (time, period) in panel.periods.enumerated() {
        let cells = numbers.map { panel.cell($0, territory, period)?.value }
        guard cells.contains(where: { $0 != nil }) else { continue }
        unitCodes.append(Int32(unit))
        timeCodes.append(Int32(time))
        for (index, value) in cells.enumerated() { columns[index].append(value ?? .nan) }
      }
    }
    let all = PanelSample(
      units: territories, axis: axis, unitCodes: unitCodes, timeCodes: timeCodes, names: numbers,
      columns: columns,
      factors: [
        "territory": CodedColumn(values: territories, codes: unitCodes),
        "period": CodedColumn(values: axis.labels, codes: timeCodes),
      ], dropped: [], file: file)
    self = all.compacted()
  }

  /// The rows in the order of unit and time, those of one unit and time as in the file; `nil` if they are so already.
  private static func order(
    units: [Int32], unitCount: Int, times: [Int32], timeCount: Int
  ) -> [Int32]? {
    let isSorted = units.indices.dropFirst().allSatisfy { row in
      units[row - 1] < units[row]
        || (units[row - 1] == units[row] && times[row - 1] <= times[row])
    }
    if isSorted { return nil }
    let byTime = countingSort((0..<Int32(units.count)).map { $0 }, by: times, count: timeCount)
    return countingSort(byTime, by: units, count: unitCount)
  }

  private static func countingSort(_ rows: [Int32], by codes: [Int32], count: Int) -> [Int32] {
    var next = [Int](repeating: 0, count: count + 1)
    for code in codes { next[Int(code) + 1] += 1 }
    for code in 0..<count { next[code + 1] += next[code] }
    var sorted = [Int32](repeating: 0, count: rows.count)
    for row in rows {
      let code = Int(codes[Int(row)])
      sorted[next[code]] = row
      next[code] += 1
    }
    return sorted
  }

  private static func checkRepeats(
    _ units: [Int32], _ times: [Int32], _ order: [Int32]?, in table: CSVTable,
    name: (_ row: Int) -> String
  ) throws(DataError) {
    var problems = ProblemList()
    var first = 0
    for position in units.indices.dropFirst() {
      let row = order.map { Int($0[position]) } ?? position
      let start = order.map { Int($0[first]) } ?? first
      if units[row] == units[start], times[row] == times[start] {
        problems.add(
          table.problem(
            row: row, column: nil,
            "a second row for \(name(row)); the first is on line \(table.line(ofRow: start))"))
      } else {
        first = position
      }
    }
    try problems.check()
  }
}
