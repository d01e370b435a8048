/// The organisations and alliances of a network, with their attributes.
struct AllianceSides {
  let organisations: [AllianceNetwork.Organisation]
  let alliances: [AllianceNetwork.Alliance]
  let attributes: [String: [String]]

  init(
    _ tables: AllianceTables, members: CodedColumn, joined: CodedColumn
  ) throws(DataError) {
    let actors = try AllianceSide(
      "organisation", own: tables.organisations, memberships: tables.memberships, coded: members,
      tables.columns)
    let groups = try AllianceSide(
      "alliance", own: tables.alliances, memberships: tables.memberships, coded: joined,
      tables.columns)
    alliances = try Self.alliances(groups, joined)
    organisations = try Self.organisations(actors, members, groups)
    attributes = try Self.attributes(actors)
  }

  private static func alliances(
    _ side: AllianceSide, _ coded: CodedColumn
  ) throws(DataError) -> [AllianceNetwork.Alliance] {
    // In a table of memberships `level`, `name` and `source` are the row's or the organisation's.
    let names = side.isOwnTable ? try side.texts("name", coded: coded) : side.ids
    let levels = try side.texts(side.isOwnTable ? "level" : "alliance_level", coded: coded)
    let themes = try side.texts("theme", coded: coded)
    let sources = side.isOwnTable ? try side.texts("source", coded: coded) : names.map { _ in "" }
    var stated = [Double](repeating: .nan, count: side.ids.count)
    if side.has("members_stated") {
      let column = try side.table.numbers(side.columns["members_stated"])
      stated = side.rows.map { column[$0] }
    }
    return side.ids.indices.map {
      AllianceNetwork.Alliance(
        id: side.ids[$0], name: names[$0].isEmpty ? side.ids[$0] : names[$0], level: levels[$0],
        theme: themes[$0], membersStated: stated[$0].isNaN ? nil : stated[$0], source: sources[$0])
    }
  }

  private static func organisations(
    _ side: AllianceSide, _ coded: CodedColumn, _ groups: AllianceSide
  ) throws(DataError) -> [AllianceNetwork.Organisation] {
    let names = side.isOwnTable ? try side.texts("name", coded: coded) : side.ids
    let types = try side.texts("actor_type", coded: coded)
    let marks = try side.texts("in_sse", coded: coded)
    let levels = try side.texts("level", coded: coded)
    let territories = try side.texts("territory", coded: coded)
    let generic = try side.texts("generic", coded: coded)
    var aliases = try side.texts("alliance_alias", coded: coded)
    let known = Set(groups.ids)
    if side.has("alliance_alias") {
      var problems = ProblemList()
      for (id, alias) in aliases.enumerated() where !alias.isEmpty && !known.contains(alias) {
        problems.add {
          side.table.problem(
            row: side.rows[id], column: side.columns["alliance_alias"],
            "'\(excerpt(alias))' is no alliance of \(groups.table.file)")
        }
      }
      try problems.check()
    } else {
      aliases = side.ids.map { known.contains($0) ? $0 : "" }
    }
    return side.ids.indices.map {
      AllianceNetwork.Organisation(
        id: side.ids[$0], name: names[$0].isEmpty ? side.ids[$0] : names[$0],
        actorType: types[$0], isSSE: ["1", "yes", "true"].contains(marks[$0]), level: levels[$0],
        territory: territories[$0], isGeneric: ["1", "yes", "true"].contains(generic[$0]),
        allianceAlias: aliases[$0].isEmpty ? nil : aliases[$0])
    }
  }

  /// Columns of the table of organisations that no field reads.
  private static func attributes(_ side: AllianceSide) throws(DataError) -> [String: [String]] {
    guard side.isOwnTable else { return [:] }
    let read = Set(AllianceColumns.fields.map { side.columns[$0] })
    var attributes: [String: [String]] = [:]
    for name in side.table.columns where !read.contains(name) {
      let column = try side.table.coded(name)
      attributes[name] = side.rows.map { column[$0] }
    }
    return attributes
  }
}
