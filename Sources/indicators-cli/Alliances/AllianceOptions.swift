import CommandLineKit
import ESSIndicators

/// The options by which the verbs of the noun find their network and choose what counts of it.
enum AllianceOptions {
  private static let tableGroup = "Tables of a memberships file"

  /// The tables beside a CSV file of memberships, and what their columns are called.
  static let tables: [Option] = [
    Option(
      long: "alliances", kind: .file("FILE"),
      help: "Table of alliances (alliance, name, level, theme, members_stated)", group: tableGroup),
    Option(
      long: "columns", kind: .text("FIELD=COLUMN"),
      help: "Where a field is called differently, such as organisation=member", repeats: true,
      separator: ",", group: tableGroup),
    Option(
      long: "duplicates", kind: .choice(DuplicateRule.allCases.map(\.rawValue)),
      help: "What to do with a pair that occurs more than once", fallback: "fail",
      group: tableGroup),
    Option(
      long: "organisations", kind: .file("FILE"),
      help: "Table of organisations (organisation, territory, actor_type, level, in_sse, ...)",
      group: tableGroup),
    Option(
      long: "territories", kind: .file("FILE"),
      help: "Table of the territories to cover (territory, population, need)", group: tableGroup),
  ]

  /// Which relations count.
  static let selection: [Option] = [namedOnly, scope, tiers, year]

  static let namedOnly = Option(
    long: "named-only", kind: .flag,
    help: "Leave out seats whose organisation the source does not name")

  static let scope = Option(
    long: "scope", kind: .choice(AllianceSelection.Scope.allCases.map(\.rawValue)),
    help: "Alliances of the SSE proper, or of every theme", fallback: "core")

  static let tiers = Option(
    long: "tiers", kind: .text("TIERS"),
    help: "Relations that count: A stated, B implied by a seat, C commitments",
    fallback: "A,B", repeats: true, separator: ",")

  static let year = Option(
    long: "year", kind: .integer("YEAR"), help: "Only relations that held in this year")

  /// A dataset, or a CSV file of memberships.
  static let input = Operand(
    name: "INPUT", help: "A dataset by name or folder, a CSV file of memberships, or -",
    isOptional: true, repeats: false, kind: .file)
}

extension Arguments {
  /// The relations that count, as the options say.
  func allianceSelection() throws(Failure) -> AllianceSelection {
    AllianceSelection(
      scope: text("scope").flatMap(AllianceSelection.Scope.init) ?? .core,
      namedOnly: flag("named-only"), tiers: (list("tiers") ?? ["A", "B"]).distinct,
      year: try integer("year"))
  }
}

extension Input {
  /// The tables of the alliance network: the dataset's, or a file of memberships and those that the options name.
  func allianceTables(_ arguments: Arguments) throws -> AllianceTables {
    if let dataset {
      let options = AllianceOptions.tables.map(\.long)
      if let option = options.first(where: { $0 != "territories" && arguments.isGiven($0) }) {
        throw Failure(
          status: .usage,
          message: "--\(option) is for a CSV file of memberships; a dataset has its tables")
      }
      return try dataset.allianceTables()
    }
    return AllianceTables(
      memberships: try table(),
      organisations: try table(option: "organisations", arguments),
      alliances: try table(option: "alliances", arguments),
      columns: try AllianceColumns(mapping: arguments.list("columns") ?? []),
      duplicates: arguments.text("duplicates").flatMap(DuplicateRule.init) ?? .fail)
  }

  /// The territories to cover that `--territories` gives, if it does.
  func frameTable(_ arguments: Arguments) throws -> FrameTable? {
    guard let table = try table(option: "territories", arguments) else { return nil }
    return try FrameTable(
      table, columns: AllianceColumns(mapping: arguments.list("columns") ?? []))
  }
}
