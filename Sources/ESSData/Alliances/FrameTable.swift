/// A table of the territories that a coverage is measured against, with their weights.
public struct FrameTable: Sendable, Equatable {
  /// The territories in table order, each once.
  public let territories: [String]
  /// Population of each, where the table has a column of it.
  public let population: [Double]?
  /// Need of each, where the table has a column of it.
  public let need: [Double]?
  /// How hard a shock hit each, larger where it was worse, where the table has a column of it.
  public let shock: [Double]?

  /// Reads a table; every territory must occur once, and a weight must be a number of at least zero.
  public init(
    _ table: CSVTable, columns: AllianceColumns = AllianceColumns()
  ) throws(DataError) {
    let side = try AllianceSide(
      "territory", own: table, memberships: table, coded: table.coded(columns["territory"]),
      columns)
    territories = side.ids
    func numbers(_ field: String, isWeight: Bool) throws(DataError) -> [Double]? {
      guard table.has(columns[field]) else { return nil }
      let values = try table.numbers(columns[field])
      var problems = ProblemList()
      for (row, value) in values.enumerated() where value.isNaN || isWeight && value < 0 {
        problems.add {
          table.problem(
            row: row, column: columns[field],
            value.isNaN
              ? "the \(isWeight ? "weight" : "value") is missing"
              : "\(NumberText.shortest(value)) is below zero")
        }
      }
      try problems.check()
      return values
    }
    population = try numbers("population", isWeight: true)
    need = try numbers("need", isWeight: true)
    shock = try numbers("shock", isWeight: false)
  }
}
