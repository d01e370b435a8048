/// The relations of a table of memberships, checked and with duplicates treated by rule.
struct AllianceRelations {
  let memberships: [AllianceNetwork.Membership]

  init(
    _ tables: AllianceTables, _ members: CodedColumn, _ joined: CodedColumn,
    _ sides: AllianceSides
  ) throws(DataError) {
    let reader = try RelationReader(tables, members, joined, sides)
    var problems = ProblemList()
    let rows = reader.validRows(&problems)
    let firsts = reader.firstRows(of: rows)
    if tables.duplicates == .fail { reader.checkDuplicates(rows, firsts, &problems) }
    try problems.check()
    memberships = reader.merged(rows, firsts, by: tables.duplicates)
  }
}

private struct RelationReader {
  let table: CSVTable
  let columns: AllianceColumns
  let sides: AllianceSides
  let members: CodedColumn
  let joined: CodedColumn
  /// Positions of the distinct ids in the sides, -1 for an unknown one.
  let organisationAt: [Int]
  let allianceAt: [Int]
  let relations: CodedColumn?
  let tiers: CodedColumn?
  let sources: CodedColumn?
  let weights: [Double]?
  let since: [Double]?
  let until: [Double]?
  let asOf: [Double]?
  let hasOrganisations: Bool
  let hasAlliances: Bool

  init(
    _ tables: AllianceTables, _ members: CodedColumn, _ joined: CodedColumn, _ sides: AllianceSides
  ) throws(DataError) {
    table = tables.memberships
    columns = tables.columns
    self.sides = sides
    self.members = members
    self.joined = joined
    hasOrganisations = tables.organisations != nil
    hasAlliances = tables.alliances != nil
    func positions(_ values: [String], _ ids: [String]) -> [Int] {
      let index = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
      return values.map { index[$0] ?? -1 }
    }
    organisationAt = positions(members.values, sides.organisations.map(\.id))
    allianceAt = positions(joined.values, sides.alliances.map(\.id))
    func texts(_ field: String) throws(DataError) -> CodedColumn? {
      tables.memberships.has(tables.columns[field])
        ? try tables.memberships.coded(tables.columns[field]) : nil
    }
    func numbers(_ field: String) throws(DataError) -> [Double]? {
      tables.memberships.has(tables.columns[field])
        ? try tables.memberships.numbers(tables.columns[field]) : nil
    }
    relations = try texts("relation")
    tiers = try texts("tier")
    sources = try texts("source")
    weights = try numbers("weight")
    since = try numbers("since")
    until = try numbers("until")
    asOf = try numbers("as_of")
  }

  /// The rows that are in order; the problems of the others are added.
  func validRows(_ problems: inout ProblemList) -> [Int] {
    let isOwn = ownAlliance
    var rows: [Int] = []
    rows.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      if let (field, message) = fault(row, isOwn) {
        problems.add { table.problem(row: row, column: field.map { columns[$0] }, message) }
      } else {
        rows.append(row)
      }
    }
    return rows
  }

  /// For each organisation the position of the alliance that it is, -1 if it is none.
  private var ownAlliance: [Int] {
    let index = Dictionary(sides.alliances.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return sides.organisations.map { $0.allianceAlias.flatMap { index[$0] } ?? -1 }
  }

  private func fault(_ row: Int, _ ownAlliance: [Int]) -> (field: String?, message: String)? {
    let organisation = organisationAt[Int(members.codes[row])]
    guard organisation >= 0, !members.values[Int(members.codes[row])].isEmpty else {
      return (
        "organisation",
        members[row].isEmpty
          ? "the organisation is missing"
          : "'\(excerpt(members[row]))' is not in the table of organisations"
      )
    }
    let alliance = allianceAt[Int(joined.codes[row])]
    guard alliance >= 0, !joined.values[Int(joined.codes[row])].isEmpty else {
      return (
        "alliance",
        joined[row].isEmpty
          ? "the alliance is missing"
          : "'\(excerpt(joined[row]))' is not in the table of alliances"
      )
    }
    if ownAlliance[organisation] == alliance {
      return (nil, "'\(excerpt(joined[row]))' is recorded as a member of itself")
    }
    if let weight = weights?[row], weight < 0 {
      return ("weight", "\(NumberText.shortest(weight)) is below zero")
    }
    for (field, column) in [("since", since), ("until", until), ("as_of", asOf)] {
      if let value = column?[row], !value.isNaN, Int(exactly: value) == nil {
        return (field, "\(NumberText.shortest(value)) is not a year")
      }
    }
    if let since = since?[row], let until = until?[row], since > until {
      return (
        "since",
        "\(NumberText.shortest(since)) is after the last year, \(NumberText.shortest(until))"
      )
    }
    return nil
  }

  /// For each of the given rows the first one with the same pair of organisation and alliance.
  ///
  /// Rows are put in order of organisation by counting, and alliances are looked up by position: no hashing, linear time.
  func firstRows(of rows: [Int]) -> [Int] {
    var starts = [Int](repeating: 0, count: sides.organisations.count + 1)
    for row in rows { starts[organisationAt[Int(members.codes[row])] + 1] += 1 }
    for k in 1..<max(starts.count, 1) { starts[k] += starts[k - 1] }
    var order = [Int](repeating: 0, count: rows.count)
    var next = starts
    for (at, row) in rows.enumerated() {
      let organisation = organisationAt[Int(members.codes[row])]
      order[next[organisation]] = at
      next[organisation] += 1
    }
    var seenBy = [Int](repeating: -1, count: sides.alliances.count)
    var seenAt = [Int](repeating: -1, count: sides.alliances.count)
    var first = [Int](repeating: 0, count: rows.count)
    for at in order {
      let row = rows[at]
      let organisation = organisationAt[Int(members.codes[row])]
      let alliance = allianceAt[Int(joined.codes[row])]
      if seenBy[alliance] == organisation {
        first[at] = seenAt[alliance]
      } else {
        seenBy[alliance] = organisation
        seenAt[alliance] = at
        first[at] = at
      }
    }
    return first
  }

  func checkDuplicates(_ rows: [Int], _ firsts: [Int], _ problems: inout ProblemList) {
    for (at, first) in firsts.enumerated() where first != at {
      problems.add {
        table.problem(
          row: rows[at], column: nil,
          "\(members[rows[at]]) is in \(joined[rows[at]]) a second time; the first is on line "
            + "\(table.line(ofRow: rows[first]))")
      }
    }
  }

  /// The relations, one for each pair.
  func merged(
    _ rows: [Int], _ firsts: [Int], by rule: DuplicateRule
  ) -> [AllianceNetwork.Membership] {
    var memberships: [AllianceNetwork.Membership] = []
    memberships.reserveCapacity(rows.count)
    var place = [Int](repeating: -1, count: rows.count)
    for (at, row) in rows.enumerated() {
      let entry = membership(row)
      if firsts[at] == at {
        place[at] = memberships.count
        memberships.append(entry)
      } else if rule == .sum || rule == .max {
        let earlier = memberships[place[firsts[at]]]
        memberships[place[firsts[at]]] = earlier.joined(with: entry, rule)
      }
    }
    return memberships
  }

  private func membership(_ row: Int) -> AllianceNetwork.Membership {
    func year(_ column: [Double]?) -> Int? {
      column.flatMap { $0[row].isNaN ? nil : Int(exactly: $0[row]) }
    }
    let weight = weights?[row] ?? 1
    return AllianceNetwork.Membership(
      organisation: organisationAt[Int(members.codes[row])],
      alliance: allianceAt[Int(joined.codes[row])], relation: relations?[row] ?? "member",
      tier: tiers?[row] ?? "A", since: year(since), until: year(until), asOf: year(asOf),
      source: sources?[row] ?? "", weight: weight.isNaN ? 1 : weight)
  }
}

extension AllianceNetwork.Membership {
  /// One relation for two rows of the same pair: the best tier, from the earliest start to the latest end.
  fileprivate func joined(with other: Self, _ rule: DuplicateRule) -> Self {
    func earliest(_ left: Int?, _ right: Int?) -> Int? {
      guard let left, let right else { return nil }
      return min(left, right)
    }
    let sources = [source, other.source].filter { !$0.isEmpty }.distinct
    return Self(
      organisation: organisation, alliance: alliance, relation: relation,
      tier: min(tier, other.tier), since: earliest(since, other.since),
      until: until.flatMap { until in other.until.map { Swift.max(until, $0) } },
      asOf: earliest(asOf, other.asOf), source: sources.joined(separator: ";"),
      weight: rule == .sum ? weight + other.weight : Swift.max(weight, other.weight))
  }
}
