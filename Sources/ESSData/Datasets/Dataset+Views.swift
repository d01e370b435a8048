/// A variable of a panel, as the table of variables describes it.
public struct Variable: Sendable {
  /// Its name in the panel.
  public let name: String
  /// What it is for the measures: `gdp_constant`, `population`, `poverty_headcount`, ...
  public let role: String
  /// The poverty line that it belongs to, if any.
  public let line: String?
  /// Its unit.
  public let unit: String
  /// Its name in each language.
  public let title: Translated
}

extension Dataset {
  /// The territories and groups; a forest without an entry if the package has no table of territories.
  public func territories() throws(DataError) -> TerritoryTree {
    guard has("territories") else { return try TerritoryTree([], groupMembers: []) }
    let table = try self.table("territories")
    let codes = try table.texts("territory")
    let levels = try table.texts("level")
    let kinds = try table.texts("kind")
    let parents = try table.texts("parent")
    let names = try table.names()
    var problems = ProblemList()
    var territories: [Territory] = []
    for row in codes.indices {
      guard let level = Territory.Level(rawValue: levels[row]) else {
        problems.add(table.problem(row: row, column: "level", "'\(levels[row])' is no level"))
        continue
      }
      territories.append(
        Territory(
          code: codes[row], level: level, kind: kinds[row],
          parent: parents[row].isEmpty ? nil : parents[row], name: names[row]))
    }
    try problems.check()
    var members: [(group: String, territory: String)] = []
    if has("group_members") {
      let table = try self.table("group_members")
      let groups = try table.coded("group")
      let parts = try table.coded("territory")
      members = (0..<table.rowCount).map { (groups[$0], parts[$0]) }
    }
    return try TerritoryTree(territories, groupMembers: members, file: table.file)
  }

  /// The variables of the panel.
  public func variables() throws(DataError) -> [Variable] {
    let table = try self.table("variables")
    let variables = try table.texts("variable")
    let roles = try table.texts("role")
    let lines = try table.texts("line")
    let units = try table.texts("unit")
    let names = try table.names()
    return variables.indices.map {
      Variable(
        name: variables[$0], role: roles[$0], line: lines[$0].isEmpty ? nil : lines[$0],
        unit: units[$0], title: names[$0])
    }
  }

  /// The panel.
  public func panel() throws(DataError) -> Panel {
    let columns = PanelColumns()
    return try Panel(table("panel", panel: columns), columns: columns)
  }
}

extension CSVTable {
  /// The names in columns `name_en`, `name_fr` and `name_es`, row by row.
  fileprivate func names() throws(DataError) -> [Translated] {
    let en = try texts("name_en")
    let fr = try texts("name_fr")
    let es = try texts("name_es")
    return en.indices.map { Translated(en: en[$0], fr: fr[$0], es: es[$0]) }
  }
}
