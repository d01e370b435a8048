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
  /// For each row the positions of its ids in the sides, -1 for an unknown or missing one.
  let organisationOf: [Int32]
  let allianceOf: [Int32]
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
    func positions(_ column: CodedColumn, _ ids: [String]) -> [Int32] {
      let index = Dictionary(ids.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
      let known = column.values.map { $0.isEmpty ? -1 : index[$0] ?? -1 }
      return column.codes.map { known[Int($0)] }
    }
    organisationOf = positions(members, sides.organisations.map(\.id))
    allianceOf = positions(joined, sides.alliances.map(\.id))
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
  func validRows(_ problems: inout ProblemList) -> [Int32] {
    let isOwn = ownAlliance
    let hasNumbers = weights != nil || since != nil || until != nil || asOf != nil
    var rows: [Int32] = []
    rows.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let (organisation, alliance) = (organisationOf[row], allianceOf[row])
      let isJoined =
        organisation >= 0 && alliance >= 0 && isOwn[Int(organisation)] != alliance
      if isJoined, !hasNumbers {
        rows.append(Int32(row))
      } else if let (field, message) = fault(row, isOwn) {
        problems.add { table.problem(row: row, column: field.map { columns[$0] }, message) }
      } else {
        rows.append(Int32(row))
      }
    }
    return rows
  }

  /// For each organisation the position of the alliance that it is, -1 if it is none.
  private var ownAlliance: [Int32] {
    let index = Dictionary(sides.alliances.enumerated().map { ($1.id, Int32($0)) }) { first, _ in
      first
    }
    return sides.organisations.map { $0.allianceAlias.flatMap { index[$0] } ?? -1 }
  }

  private func fault(_ row: Int, _ ownAlliance: [Int32]) -> (field: String?, message: String)? {
    guard organisationOf[row] >= 0 else {
      return (
        "organisation",
        members[row].isEmpty
          ? "the organisation is missing"
          : "'\(excerpt(members[row]))' is not in the table of organisations"
      )
    }
    guard allianceOf[row] >= 0 else {
      return (
        "alliance",
        joined[row].isEmpty
          ? "the alliance is missing"
          : "'\(excerpt(joined[row]))' is not in the table of alliances"
      )
    }
    if ownAlliance[Int(organisationOf[row])] == allianceOf[row] {
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
  func firstRows(of rows: [Int32]) -> [Int32] {
    var starts = [Int32](repeating: 0, count: sides.organisations.count + 1)
    for row in rows { starts[Int(organisationOf[Int(row)]) + 1] += 1 }
    for k in 1..<max(starts.count, 1) { starts[k] += starts[k - 1] }
    var order = [Int32](repeating: 0, count: rows.count)
    // The alliances in that order, so that the pass below reads what stands side by side.
    var alliances = order
    for (at, row) in rows.enumerated() {
      let organisation = Int(organisationOf[Int(row)])
      let place = Int(starts[organisation])
      order[place] = Int32(at)
      alliances[place] = allianceOf[Int(row)]
      starts[organisation] += 1
    }
    var seenBy = [Int32](repeating: -1, count: sides.alliances.count)
    var seenAt = seenBy
    var first = [Int32](repeating: 0, count: rows.count)
    var place = 0
    // A start has moved to where its organisation's rows end.
    for organisation in 0..<sides.organisations.count {
      while place < Int(starts[organisation]) {
        let alliance = Int(alliances[place])
        let at = order[place]
        if seenBy[alliance] == Int32(organisation) {
          first[Int(at)] = seenAt[alliance]
        } else {
          seenBy[alliance] = Int32(organisation)
          seenAt[alliance] = at
          first[Int(at)] = at
        }
        place += 1
      }
    }
    return first
  }

  func checkDuplicates(_ rows: [Int32], _ firsts: [Int32], _ problems: inout ProblemList) {
    for (at, first) in firsts.enumerated() where Int(first) != at {
      let row = Int(rows[at])
      problems.add {
        table.problem(
          row: row, column: nil,
          "\(members[row]) is in \(joined[row]) a second time; the first is on line "
            + "\(table.line(ofRow: Int(rows[Int(first)])))")
      }
    }
  }

  /// The relations, one for each pair.
  func merged(
    _ rows: [Int32], _ firsts: [Int32], by rule: DuplicateRule
  ) -> [AllianceNetwork.Membership] {
    let isAdded = rule == .sum || rule == .max
    var memberships: [AllianceNetwork.Membership] = []
    memberships.reserveCapacity(rows.count)
    var place = [Int](repeating: -1, count: isAdded ? rows.count : 0)
    for (at, row) in rows.enumerated() {
      let first = Int(firsts[at])
      if first == at {
        if isAdded { place[at] = memberships.count }
        memberships.append(membership(Int(row)))
      } else if isAdded {
        let earlier = memberships[place[first]]
        memberships[place[first]] = earlier.joined(with: membership(Int(row)), rule)
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
      organisation: Int(organisationOf[row]), alliance: Int(allianceOf[row]),
      relation: relations?[row] ?? "member",
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
