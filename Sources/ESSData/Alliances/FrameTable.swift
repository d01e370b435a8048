/// A table of the territories that a coverage is measured against, with their weights.
public struct FrameTable: Sendable, Equatable {
  /// The territories in table order, each once.
  public let territories: [String]
  /// Population of each, where the table has a column of it.
  public let population: [Double]?
  /// Need of each, where the table has a column of it.
  public let need: [Double]?

  /// Reads a table; every territory must occur once, and a weight must be a number of at least zero.
  public init(
    _ table: CSVTable, columns: AllianceColumns = AllianceColumns()
  ) throws(DataError) {
    let side = try AllianceSide(
      "territory", own: table, memberships: table, coded: table.coded(columns["territory"]),
      columns)
    territories = side.ids
    func weights(_ field: String) throws(DataError) -> [Double]? {
      guard table.has(columns[field]) else { return nil }
      let values = try table.numbers(columns[field])
      var problems = ProblemList()
      for (row, value) in values.enumerated() where !(value >= 0) {
        problems.add {
          table.problem(
            row: row, column: columns[field],
            value.isNaN
              ? "the weight is missing" : "\(NumberText.shortest(value)) is below zero")
        }
      }
      try problems.check()
      return values
    }
    population = try weights("population")
    need = try weights("need")
  }
}
