extension TerritoryTable {
  /// The table with groups from columns of the file that its panel was read from, the outermost first; they take the place of those it has.
  ///
  /// The groups of a territory are those of its rows in the table's period; an empty cell says nothing.
  ///
  /// - Parameters:
  ///   - names: Columns of groups.
  ///   - file: The file, with one row or several for each territory and period.
  ///   - territory: Column of territory codes.
  ///   - period: Column of periods.
  /// - Returns: The table with the groups; empty for a territory of which the file names none.
  /// - Throws: `DataError` for an unknown column, and for a territory that is in two groups of one column.
  public func grouped(
    by names: [String], of file: CSVTable, territory: String, period: String
  ) throws(DataError) -> TerritoryTable {
    let codes = try file.texts(territory)
    let periods = try file.texts(period)
    let place = Dictionary(
      territories.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = periods.indices.filter { Period(periods[$0])?.description == self.period }
    var problems = ProblemList()
    var groups: [[String]] = []
    for name in names {
      let column = try file.texts(name)
      var found = [String](repeating: "", count: territories.count)
      for row in rows {
        guard let unit = place[codes[row]], !column[row].isEmpty else { continue }
        if found[unit].isEmpty { found[unit] = column[row] }
        guard found[unit] == column[row] else {
          problems.add(
            file.problem(
              row: row, column: name,
              "'\(excerpt(codes[row]))' is in '\(excerpt(column[row]))' here and in '\(excerpt(found[unit]))' before"
            ))
          continue
        }
      }
      groups.append(found)
    }
    try problems.check()
    return TerritoryTable(
      territories: territories, variables: variables, values: values, groupings: names,
      groups: groups, status: status, sources: sources, period: self.period)
  }
}
