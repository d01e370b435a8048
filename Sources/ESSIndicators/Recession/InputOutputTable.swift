public import ESSData
public import ESSNumerics

/// A symmetric input-output table: what sectors deliver to each other, and the rows and columns beside that.
public struct InputOutputTable: Sendable {
  /// The sectors, in the order of the rows.
  public let sectors: [String]
  /// Deliveries from the sector of the row to that of the column.
  public let flows: Matrix
  /// Total output of each sector.
  public let output: [Double]
  /// Uses beside the sectors, such as exports, by name: one number for each sector.
  public let finalUses: [String: [Double]]
  /// Inputs beside the sectors, such as value added or employment, by name: one number for each sector.
  public let primaryInputs: [String: [Double]]
  /// The name of the input, for messages.
  public let file: String

  /// A table; shapes must fit.
  public init(
    sectors: [String], flows: Matrix, output: [Double], finalUses: [String: [Double]] = [:],
    primaryInputs: [String: [Double]] = [:], file: String = ""
  ) {
    precondition(
      flows.rows == sectors.count && flows.columns == sectors.count
        && output.count == sectors.count, "one row and one column for each sector")
    self.sectors = sectors
    self.flows = flows
    self.output = output
    self.finalUses = finalUses
    self.primaryInputs = primaryInputs
    self.file = file
  }

  /// Reads a table with the names of the rows in one column.
  ///
  /// Sectors are the names that are both a row and a column, in the order of the rows; other columns are final uses, other rows primary inputs.
  /// - Parameters:
  ///   - table: The table.
  ///   - label: The column of row names.
  ///   - output: The row (or else the column) of total output.
  ///   - leaving: Names that are no sector although they are a row and a column, such as `total`.
  /// - Throws: On names that are not there, rows that repeat, numbers that are missing, and negative outputs.
  public init(
    _ table: CSVTable, label: String, output: String, leaving: [String]
  ) throws(DataError) {
    let labels = try table.texts(label)
    if let twice = labels.first(where: { name in labels.count { $0 == name } > 1 }) {
      throw .invalid(table.file, column: label, "two rows are called '\(excerpt(twice))'")
    }
    let place = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    let sectors = labels.filter {
      table.has($0) && !leaving.contains($0) && $0 != label && $0 != output
    }
    guard !sectors.isEmpty else {
      throw .notIdentified("no row of \(table.file) has the name of a column")
    }
    let rows = sectors.map { place[$0] ?? 0 }
    var columns: [[Double]] = []
    for name in sectors { columns.append(try table.numbers(name)) }
    for (column, name) in sectors.enumerated() {
      for (row, other) in zip(rows, sectors) where columns[column][row].isNaN {
        throw .invalid(
          table.file, line: table.line(ofRow: row), column: name, "no delivery from \(other)")
      }
    }
    var finalUses: [String: [Double]] = [:]
    for name in table.columns where name != label && !sectors.contains(name) {
      let values = try table.numbers(name)
      finalUses[name] = rows.map { values[$0].isNaN ? 0 : values[$0] }
    }
    var primary: [String: [Double]] = [:]
    for (row, name) in labels.enumerated() where !sectors.contains(name) {
      primary[name] = columns.map { $0[row].isNaN ? 0 : $0[row] }
    }
    guard let total = primary[output] ?? finalUses[output] else {
      throw .unknownName(
        kind: "row or column of outputs", name: output,
        known: primary.keys.sorted() + finalUses.keys.sorted())
    }
    if let negative = total.firstIndex(where: { $0 < 0 }) {
      throw .notIdentified("the output of \(sectors[negative]) is negative")
    }
    self.init(
      sectors: sectors,
      flows: Matrix(rows: sectors.count, columns: sectors.count) { columns[$1][rows[$0]] },
      output: total, finalUses: finalUses, primaryInputs: primary, file: table.file)
  }

  /// The sector of a name; throws with the names there are.
  public func index(of sector: String) throws(DataError) -> Int {
    guard let index = sectors.firstIndex(of: sector) else {
      throw .unknownName(kind: "sector", name: sector, known: sectors)
    }
    return index
  }

  /// The primary input of a name.
  public func primaryInput(_ name: String) throws(DataError) -> [Double] {
    guard let values = primaryInputs[name] else {
      throw .unknownName(kind: "row", name: name, known: primaryInputs.keys.sorted())
    }
    return values
  }

  /// The final use of a name.
  public func finalUse(_ name: String) throws(DataError) -> [Double] {
    guard let values = finalUses[name] else {
      throw .unknownName(kind: "column", name: name, known: finalUses.keys.sorted())
    }
    return values
  }

  /// For each sector the sum of its deliveries and of some final uses, less its output.
  public func rowImbalances(finalUses names: [String]) throws(DataError) -> [Double] {
    var sums = sectors.indices.map { flows.row($0).reduce(0, +) - output[$0] }
    for name in names {
      let use = try finalUse(name)
      for sector in sums.indices { sums[sector] += use[sector] }
    }
    return sums
  }

  /// For each sector the sum of its purchases and of some primary inputs, less its output.
  public func columnImbalances(primaryInputs names: [String]) throws(DataError) -> [Double] {
    var sums = sectors.indices.map { flows.column($0).reduce(0, +) - output[$0] }
    for name in names {
      let input = try primaryInput(name)
      for sector in sums.indices { sums[sector] += input[sector] }
    }
    return sums
  }
}
