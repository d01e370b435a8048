/// Grouped distributions of one table: one for each territory and period.
public struct GroupedTable: Sendable {
  /// Which columns hold what.
  public struct Columns: Sendable {
    /// How the groups are given.
    public var form: GroupedDistribution.Form
    /// Column of people; groups are of equal size where the table has none of the default name.
    public var population: String
    /// Column of welfare.
    public var welfare: String
    /// Column of territories, used where the table has it.
    public var territory: String
    /// Column of periods, used where the table has it.
    public var period: String
    /// Column with the mean welfare, the same in every row of a distribution; `nil` if it is given otherwise.
    public var mean: String?

    /// A mapping of columns.
    public init(
      form: GroupedDistribution.Form, population: String = "population",
      welfare: String = "welfare", territory: String = "territory", period: String = "period",
      mean: String? = nil
    ) {
      self.form = form
      self.population = population
      self.welfare = welfare
      self.territory = territory
      self.period = period
      self.mean = mean
    }
  }

  /// One distribution.
  public struct Entry: Sendable {
    /// The territory, or an empty text.
    public let territory: String
    /// The period, or an empty text.
    public let period: String
    /// Its groups.
    public let distribution: GroupedDistribution
    /// Its mean welfare: from the column, else from the means of the groups.
    public let mean: Double?

    /// One distribution.
    public init(
      territory: String = "", period: String = "", distribution: GroupedDistribution, mean: Double?
    ) {
      self.territory = territory
      self.period = period
      self.distribution = distribution
      self.mean = mean
    }
  }

  /// The distributions, in the order of their first rows.
  public let entries: [Entry]

  /// A table of distributions.
  public init(entries: [Entry]) {
    self.entries = entries
  }

  /// Reads the distributions of a table.
  ///
  /// `hasPeople` says that the column of people was asked for, so that it must be there.
  public init(
    _ table: CSVTable, _ columns: Columns, hasPeople: Bool = false
  ) throws(DataError) {
    let isGiven = hasPeople || table.has(columns.population)
    let people = isGiven ? try table.numbers(columns.population) : nil
    let welfare = try table.numbers(columns.welfare)
    let means = try columns.mean.map { name throws(DataError) in try table.numbers(name) }
    func texts(_ name: String) throws(DataError) -> CodedColumn? {
      table.has(name) ? try table.coded(name) : nil
    }
    let territories = try texts(columns.territory)
    let periods = try texts(columns.period)
    var rowsOf: [[String]: [Int]] = [:]
    var keys: [[String]] = []
    for row in 0..<table.rowCount {
      let key = [territories?[row] ?? "", periods?[row] ?? ""]
      if rowsOf[key] == nil { keys.append(key) }
      rowsOf[key, default: []].append(row)
    }
    var entries: [Entry] = []
    for key in keys {
      let rows = rowsOf[key] ?? []
      let distribution = try GroupedDistribution(
        columns.form, population: people.map { column in rows.map { column[$0] } },
        welfare: rows.map { welfare[$0] }
      ) { row, column, text in
        let name = column == .population && people != nil ? columns.population : columns.welfare
        return table.problem(row: rows[row], column: name, text)
      }
      if let means, let name = columns.mean,
        let other = rows.first(where: { means[$0] != means[rows[0]] })
      {
        throw .invalid(
          [table.problem(row: other, column: name, "the mean differs within one distribution")],
          omitted: 0)
      }
      entries.append(
        Entry(
          territory: key[0], period: key[1], distribution: distribution,
          mean: means.map { $0[rows[0]] } ?? distribution.groupMean))
    }
    guard !entries.isEmpty else { throw .invalid(table.file, "the table has no rows") }
    self.entries = entries
  }
}
