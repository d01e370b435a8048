/// The tables that an alliance network is read from: memberships, and what is known of the other two sides.
///
/// Without a table of organisations or alliances they are those of the memberships, in the order of their first row, with the
/// attributes that the memberships carry. With one, an id that it does not hold is refused.
public struct AllianceTables: Sendable {
  /// One row for each relation of an organisation to an alliance.
  public var memberships: CSVTable
  /// One row for each organisation.
  public var organisations: CSVTable?
  /// One row for each alliance.
  public var alliances: CSVTable?
  /// What the columns are called.
  public var columns: AllianceColumns
  /// What to do with a pair that occurs more than once.
  public var duplicates: DuplicateRule

  /// The tables of a network.
  public init(
    memberships: CSVTable, organisations: CSVTable? = nil, alliances: CSVTable? = nil,
    columns: AllianceColumns = AllianceColumns(), duplicates: DuplicateRule = .fail
  ) {
    self.memberships = memberships
    self.organisations = organisations
    self.alliances = alliances
    self.columns = columns
    self.duplicates = duplicates
  }

  /// The network; throws all problems of a table at once.
  ///
  /// Where no table has a column of aliases, an organisation whose id is that of an alliance is that alliance. Cost:
  /// O(rows) time and memory.
  public func network() throws(DataError) -> AllianceNetwork {
    let tables = [memberships] + [organisations, alliances].compactMap { $0 }
    if let name = columns.missing(in: tables).first {
      throw .unknownName(
        kind: "column of \(tables.map(\.file).joined(separator: ", "))", name: name,
        known: tables.flatMap(\.columns).distinct)
    }
    let members = try memberships.coded(columns["organisation"])
    let joined = try memberships.coded(columns["alliance"])
    let sides = try AllianceSides(self, members: members, joined: joined)
    let relations = try AllianceRelations(self, members, joined, sides)
    return AllianceNetwork(
      organisations: sides.organisations, alliances: sides.alliances,
      memberships: relations.memberships, attributes: sides.attributes)
  }
}

/// A table beside the memberships, or the memberships themselves, from which one side's attributes come.
struct AllianceSide {
  let table: CSVTable
  let columns: AllianceColumns
  let ids: [String]
  /// For each id the row that describes it.
  let rows: [Int]
  let isOwnTable: Bool
  let field: String

  /// Reads the ids of a table of its own, each of which must occur once; otherwise those of the memberships.
  init(
    _ field: String, own: CSVTable?, memberships: CSVTable, coded: CodedColumn,
    _ columns: AllianceColumns
  ) throws(DataError) {
    self.field = field
    self.columns = columns
    isOwnTable = own != nil
    guard let own else {
      table = memberships
      ids = coded.values
      var rows = [Int](repeating: -1, count: ids.count)
      for (row, code) in coded.codes.enumerated() where rows[Int(code)] < 0 {
        rows[Int(code)] = row
      }
      self.rows = rows
      return
    }
    table = own
    let column = try own.coded(columns[field])
    var problems = ProblemList()
    var first = [Int](repeating: -1, count: column.values.count)
    for (row, code) in column.codes.enumerated() {
      if first[Int(code)] >= 0 {
        problems.add {
          own.problem(
            row: row, column: columns[field],
            "'\(excerpt(column[row]))' occurs twice; the first is on line "
              + "\(own.line(ofRow: first[Int(code)]))")
        }
      } else {
        first[Int(code)] = row
        if MissingTokens.standard.contains(column[row]) {
          problems.add { own.problem(row: row, column: columns[field], "the id is missing") }
        }
      }
    }
    try problems.check()
    ids = column.values
    rows = first
  }

  /// Whether there is a column for one of this side's attributes.
  func has(_ name: String) -> Bool { table.has(columns[name]) }

  /// The texts of an attribute; empty where there is no such column.
  ///
  /// Read from the memberships, an attribute must be the same on every row of an id.
  func texts(_ name: String, coded: CodedColumn) throws(DataError) -> [String] {
    guard has(name) else { return [String](repeating: "", count: ids.count) }
    let column = try table.coded(columns[name])
    if !isOwnTable {
      var problems = ProblemList()
      for (row, code) in coded.codes.enumerated()
      where column.codes[row] != column.codes[rows[Int(code)]] {
        problems.add {
          table.problem(
            row: row, column: columns[name],
            "'\(excerpt(coded[row]))' has '\(excerpt(column[row]))' here and "
              + "'\(excerpt(column[rows[Int(code)]]))' on line "
              + "\(table.line(ofRow: rows[Int(code)]))")
        }
      }
      try problems.check()
    }
    return rows.map { column[$0] }
  }
}
