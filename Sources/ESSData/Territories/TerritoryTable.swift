public import ESSNumerics

/// Territories side by side: one row each, columns of numbers, and the groups that they belong to.
///
/// A missing cell is NaN. Rows keep the order of the input.
public struct TerritoryTable: Sendable {
  /// Territory codes, each once.
  public let territories: [String]
  /// Names of the columns of numbers.
  public let variables: [String]
  /// The numbers, territories x variables, NaN where missing.
  public let values: Matrix
  /// Names of the groupings, the outermost first.
  public let groupings: [String]
  /// For each grouping the group of each territory.
  public let groups: [[String]]
  /// The worst status of each territory's cells.
  public let status: [ObservationStatus]
  /// Sources of each variable's cells.
  public let sources: [[String]]
  /// The period that the numbers are of; empty if the input names none.
  public let period: String

  /// A table of the given columns.
  public init(
    territories: [String], variables: [String], values: Matrix, groupings: [String] = [],
    groups: [[String]] = [], status: [ObservationStatus]? = nil, sources: [[String]]? = nil,
    period: String = ""
  ) {
    precondition(values.rows == territories.count && values.columns == variables.count)
    precondition(groups.count == groupings.count)
    precondition(groups.allSatisfy { $0.count == territories.count })
    self.territories = territories
    self.variables = variables
    self.values = values
    self.groupings = groupings
    self.groups = groups
    self.status = status ?? Array(repeating: .actual, count: territories.count)
    self.sources = sources ?? Array(repeating: [], count: variables.count)
    self.period = period
  }

  /// The numbers of a variable, one for each territory.
  public func column(_ variable: String) throws(DataError) -> [Double] {
    guard let index = variables.firstIndex(of: variable) else {
      throw .unknownName(kind: "variable", name: variable, known: variables)
    }
    return Array(values.column(index))
  }

  /// The table with only the rows at some positions.
  public func selecting(_ rows: [Int]) -> TerritoryTable {
    TerritoryTable(
      territories: rows.map { territories[$0] }, variables: variables,
      values: values.selecting(rows: rows), groupings: groupings,
      groups: groups.map { column in rows.map { column[$0] } }, status: rows.map { status[$0] },
      sources: sources, period: period)
  }

  /// The rows in which every given variable has a number, and the territories that were left out.
  public func complete(_ names: [String]) throws(DataError) -> (TerritoryTable, dropped: [String]) {
    var columns: [[Double]] = []
    for name in names { columns.append(try column(name)) }
    let kept = territories.indices.filter { row in columns.allSatisfy { !$0[row].isNaN } }
    let isKept = Set(kept)
    let dropped = territories.indices.filter { !isKept.contains($0) }.map { territories[$0] }
    return (selecting(kept), dropped)
  }
}

extension TerritoryTable {
  /// Reads a table with one row a territory.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - territory: Column of territory codes.
  ///   - variables: Columns of numbers; `nil` for every column that holds only numbers.
  ///   - groupings: Columns of groups, the outermost first.
  /// - Throws: `DataError` for an unknown column, a territory that occurs twice or is empty, a text in a column of numbers.
  public init(
    _ table: CSVTable, territory: String, variables: [String]?, groupings: [String] = []
  ) throws(DataError) {
    var problems = ProblemList()
    let codes = try table.texts(territory)
    var seen: [String: Int] = [:]
    for (row, code) in codes.enumerated() {
      if code.isEmpty {
        problems.add(table.problem(row: row, column: territory, "the territory is empty"))
      } else if let first = seen.updateValue(row, forKey: code) {
        problems.add(
          table.problem(
            row: row, column: territory,
            "'\(excerpt(code))' occurs twice; the first is on line \(table.line(ofRow: first))"))
      }
    }
    var names: [String] = []
    var elements: [Double] = []
    for name in variables ?? table.columns where variables != nil || name != territory {
      if variables == nil, groupings.contains(name) { continue }
      var unreadable = ProblemList()
      let numbers = try table.numbers(name, problems: &unreadable)
      // A column of labels is no variable unless it was asked for.
      if variables == nil, !unreadable.isEmpty, numbers.allSatisfy(\.isNaN) { continue }
      problems.add(contentsOf: unreadable)
      names.append(name)
      elements += numbers
    }
    var groups: [[String]] = []
    for name in groupings { groups.append(try table.texts(name)) }
    try problems.check()
    self.init(
      territories: codes, variables: names,
      values: Matrix(rows: codes.count, columns: names.count, elements: elements),
      groupings: groupings, groups: groups)
  }

  /// The cells of some variables of a panel in one period, for its territories that have none below themselves.
  ///
  /// The groupings are the levels of the tree above the territories, the outermost first; a territory without a group at a
  /// level is its own.
  public init(
    _ panel: Panel, _ tree: TerritoryTree, variables: [String], period: Period
  ) throws(DataError) {
    for name in variables where !panel.has(name) {
      throw .unknownName(kind: "variable", name: name, known: panel.variables)
    }
    let territories = panel.leaves(of: tree)
    let cells = variables.map { name in territories.map { panel.cell(name, $0, period) } }
    guard cells.contains(where: { $0.contains { $0 != nil } }) else {
      throw .notIdentified(
        "\(variables.joined(separator: ", ")): no territory has a value in \(period)")
    }
    let paths = territories.map { code in
      var path: [String] = []
      var next = tree[code]?.parent
      while let parent = next {
        path.insert(parent, at: 0)
        next = tree[parent]?.parent
      }
      return path
    }
    // A level at which all are one says nothing.
    let depth = paths.map(\.count).max() ?? 0
    let levels = (0..<depth).map { level in
      paths.enumerated().map { $1.count > level ? $1[level] : territories[$0] }
    }.filter { Set($0).count > 1 }
    self.init(
      territories: territories, variables: variables,
      values: Matrix(rows: territories.count, columns: variables.count) {
        cells[$1][$0]?.value ?? .nan
      },
      groupings: levels.indices.map { "level \($0 + 1)" }, groups: levels,
      status: territories.indices.map { row in cells.compactMap { $0[row]?.status }.worst },
      sources: cells.map { column in
        column.compactMap { $0?.source }.flatMap { $0.split(separator: ";").map(String.init) }
          .distinct
      },
      period: period.description)
  }
}
