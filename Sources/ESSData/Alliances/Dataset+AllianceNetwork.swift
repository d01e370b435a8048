extension Dataset {
  /// The alliance network; every relation must name an organisation and an alliance of the tables, once.
  public func allianceNetwork() throws(DataError) -> AllianceNetwork {
    let memberships = try table("memberships")
    let organisations = try self.organisations()
    let alliances = try self.alliances()
    return AllianceNetwork(
      organisations: organisations, alliances: alliances,
      memberships: try Self.relations(memberships, organisations, alliances))
  }

  private func organisations() throws(DataError) -> [AllianceNetwork.Organisation] {
    let table = try self.table("organisations")
    let ids = try table.texts("organisation")
    let names = try table.texts("name")
    let types = try table.texts("actor_type")
    let marks = try table.texts("in_sse")
    let levels = try table.texts("level")
    let territories = try table.texts("territory")
    let generic = try table.texts("generic")
    let aliases = try table.texts("alliance_alias")
    return ids.indices.map {
      AllianceNetwork.Organisation(
        id: ids[$0], name: names[$0], actorType: types[$0], isSSE: marks[$0] == "1",
        level: levels[$0], territory: territories[$0], isGeneric: generic[$0] == "1",
        allianceAlias: aliases[$0].isEmpty ? nil : aliases[$0])
    }
  }

  private func alliances() throws(DataError) -> [AllianceNetwork.Alliance] {
    let table = try self.table("alliances")
    let ids = try table.texts("alliance")
    let names = try table.texts("name")
    let levels = try table.texts("level")
    let themes = try table.texts("theme")
    let stated = try table.numbers("members_stated")
    let sources = try table.texts("source")
    return ids.indices.map {
      AllianceNetwork.Alliance(
        id: ids[$0], name: names[$0], level: levels[$0], theme: themes[$0],
        membersStated: stated[$0].isNaN ? nil : stated[$0], source: sources[$0])
    }
  }

  private static func relations(
    _ table: CSVTable, _ organisations: [AllianceNetwork.Organisation],
    _ alliances: [AllianceNetwork.Alliance]
  ) throws(DataError) -> [AllianceNetwork.Membership] {
    let members = try table.coded("organisation")
    let joined = try table.coded("alliance")
    let relations = try table.texts("relation")
    let tiers = try table.texts("tier")
    let since = try table.numbers("since")
    let until = try table.numbers("until")
    let asOf = try table.numbers("as_of")
    let sources = try table.texts("source")
    func positions(_ column: CodedColumn, _ ids: [String]) -> [Int?] {
      let index = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
      return column.values.map { index[$0] }
    }
    let memberAt = positions(members, organisations.map(\.id))
    let allianceAt = positions(joined, alliances.map(\.id))
    var problems = ProblemList()
    var firstRow: [[Int]: Int] = [:]
    var result: [AllianceNetwork.Membership] = []
    for row in 0..<table.rowCount {
      guard let organisation = memberAt[Int(members.codes[row])] else {
        problems.add(
          table.problem(
            row: row, column: "organisation",
            "'\(members[row])' is not in the table of organisations"))
        continue
      }
      guard let alliance = allianceAt[Int(joined.codes[row])] else {
        problems.add(
          table.problem(
            row: row, column: "alliance", "'\(joined[row])' is not in the table of alliances"))
        continue
      }
      if let first = firstRow.updateValue(row, forKey: [organisation, alliance]) {
        problems.add(
          table.problem(
            row: row, column: nil,
            "\(members[row]) is in \(joined[row]) a second time; the first is on line "
              + "\(table.line(ofRow: first))"))
      }
      func year(_ value: Double) -> Int? { value.isNaN ? nil : Int(exactly: value) }
      result.append(
        AllianceNetwork.Membership(
          organisation: organisation, alliance: alliance, relation: relations[row],
          tier: tiers[row], since: year(since[row]), until: year(until[row]),
          asOf: year(asOf[row]), source: sources[row]))
    }
    try problems.check()
    return result
  }
}
