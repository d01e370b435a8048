import CommandLineKit
import ESSIndicators

/// The options by which commands find territories, their columns and their neighbours.
enum TerritoryOptions {
  static let at = Option(
    long: "at", kind: .text("PERIOD"),
    help: "Period to compare; a dataset has a default, and a CSV file may be of one period")
  static let within = Option(
    long: "within", kind: .text("COLUMNS"),
    help: "Columns of groups, the outermost first; a dataset has its hierarchy", repeats: true,
    separator: ",")

  static let discoveryRate = Option(
    long: "discovery-rate", kind: .number("RATE"),
    help: "Share of false discoveries, or chance of any under Holm's rule, that is borne",
    fallback: "0.05")
  static let indicators = Option(
    long: "value", kind: .text("VARIABLES"),
    help:
      "Indicators; of a dataset its rates that half of the territories have, of a CSV file every column of numbers",
    repeats: true, separator: ",")

  /// The neighbours.
  static let neighbours: [Option] = [
    Option(
      long: "edges", kind: .file("FILE"),
      help: "CSV file of neighbours: two columns of territory codes, and a third of weights if any",
      group: group),
    Option(
      long: "inverse", kind: .number("POWER"),
      help: "Weights of 1 over the distance to this power, among all or within --radius",
      group: group),
    Option(
      long: "nearest", kind: .integer("K"), help: "The K nearest territories, with --x and --y",
      group: group),
    Option(
      long: "radius", kind: .number("DISTANCE"),
      help: "Territories at most so far (km for --spherical), with --x and --y", group: group),
    Option(
      long: "spherical", kind: .flag, help: "--x and --y are degrees of longitude and latitude",
      group: group),
    Option(
      long: "symmetric", kind: .flag, help: "Each line of --edges stands for both directions",
      group: group),
    Option(long: "x", kind: .text("COLUMN"), help: "Column of first coordinates", group: group),
    Option(long: "y", kind: .text("COLUMN"), help: "Column of second coordinates", group: group),
  ]
  private static let group = "Neighbours"

  /// The columns of a CSV file with one row a territory, or a panel.
  static let columns = CommonOptions.columns.filter { ["territory", "period"].contains($0.long) }
}

extension Input {
  /// The period that a comparison is of: asked for, or the dataset's reference.
  func comparisonPeriod(_ arguments: Arguments) throws -> Period? {
    if let period = try arguments.period("at") { return period }
    guard let dataset else { return nil }
    let defaults = dataset.package.defaults
    guard
      let period = (defaults["territories.at"] ?? defaults["recession.reference"]).flatMap({
        Period($0)
      })
    else {
      throw Failure(status: .usage, message: "--at is needed; \(name) has no default for it")
    }
    return period
  }

  /// A table of territories: the cells of a dataset or a panel in one period, or a file with one row a territory.
  func territoryTable(
    _ arguments: Arguments, variables: [String]?, groupings: [String]? = nil,
    categories: [String] = []
  ) throws -> TerritoryTable {
    let groupings = (groupings ?? arguments.list("within") ?? []) + categories
    if dataset != nil || arguments.isGiven("at") {
      if !categories.isEmpty {
        throw Failure(
          status: .usage, message: "--category is for a CSV file with one row a territory")
      }
      if arguments.isGiven("within"), dataset != nil {
        throw Failure(
          status: .usage, message: "--within is for a CSV file; a dataset has its hierarchy")
      }
      let panel = try panel()
      guard let period = try comparisonPeriod(arguments) else {
        throw Failure(status: .usage, message: "--at is needed: the period to compare")
      }
      let cells = try TerritoryTable(
        panel, territories(), variables: variables ?? panel.variables, period: period)
      guard dataset == nil, !groupings.isEmpty else { return cells }
      guard !isOtherForm else {
        throw Failure(
          status: .usage,
          message: "groups of territories are columns of a plain CSV file, which \(name) is not")
      }
      return try cells.grouped(
        by: groupings, of: table(), territory: arguments.text("territory") ?? "territory",
        period: arguments.text("period") ?? "period")
    }
    return try TerritoryTable(
      table(), territory: arguments.text("territory") ?? "territory", variables: variables,
      groupings: groupings)
  }

  /// The columns that several indicators are taken from: those asked for, or a dataset's rates that half of the territories have in the period; `nil` for
  /// every column of numbers.
  func indicatorColumns(_ arguments: Arguments) throws -> [String]? {
    if let given = arguments.list("value") { return given.distinct }
    guard let dataset, let period = try comparisonPeriod(arguments) else { return nil }
    let panel = try panel()
    let leaves = panel.leaves(of: try territories())
    let rates = try dataset.variables()
      .filter { ["percent", "gini_points"].contains($0.unit) && panel.has($0.name) }
      .map(\.name)
      .filter { name in
        2 * leaves.count { panel.cell(name, $0, period) != nil } >= leaves.count
      }
    guard !rates.isEmpty else {
      throw DataError.notIdentified(
        "no rate has a value for half of the territories in \(period); name columns with --value")
    }
    return rates
  }

  /// The neighbours that the options name among the territories of a table; `nil` if they name none.
  func neighbours(_ arguments: Arguments, of table: TerritoryTable) throws -> SpatialWeights? {
    let isPlaced = arguments.isGiven("x") || arguments.isGiven("y")
    if let edges = try self.table(option: "edges", arguments) {
      guard !isPlaced else {
        throw Failure(status: .usage, message: "--edges and --x exclude each other")
      }
      return try Self.edges(edges, arguments.flag("symmetric"), table)
    }
    guard isPlaced else {
      if let option = ["inverse", "nearest", "radius", "spherical"].first(where: arguments.isGiven)
      {
        throw Failure(status: .usage, message: "--\(option) goes with --x and --y")
      }
      return nil
    }
    guard let x = arguments.text("x"), let y = arguments.text("y") else {
      throw Failure(status: .usage, message: "--x and --y go together")
    }
    let rule: SpatialWeights.DistanceRule
    let (nearest, radius, power) = (
      try arguments.integer("nearest"), try arguments.number("radius"),
      try arguments.number("inverse")
    )
    switch (nearest, radius, power) {
    case (let k?, nil, nil) where k > 0: rule = .nearest(k)
    case (nil, let radius?, nil) where radius > 0: rule = .within(radius)
    case (nil, let radius, let power?) where power > 0 && radius.map({ $0 > 0 }) ?? true:
      rule = .inverse(power: power, within: radius ?? .infinity)
    default:
      throw Failure(
        status: .usage,
        message:
          "--nearest, --radius or --inverse is needed, above 0; only the last two go together"
      )
    }
    let (complete, dropped) = try table.complete([x, y])
    guard dropped.isEmpty else {
      throw DataError.notIdentified("no coordinates: \(dropped.joined(separator: ", "))")
    }
    let points = try zip(complete.column(x), complete.column(y)).map { [$0, $1] }
    if power != nil,
      let second = points.indices.first(where: { points[..<$0].contains(points[$0]) }),
      let first = points.firstIndex(of: points[second])
    {
      throw DataError.notIdentified(
        "\(table.territories[first]) and \(table.territories[second]) are at the same place, so that their distance has no inverse"
      )
    }
    return SpatialWeights(
      x: points.map { $0[0] }, y: points.map { $0[1] }, isSpherical: arguments.flag("spherical"),
      rule: rule, territories: table.territories)
  }

  /// The borders that ship with a dataset, each in both directions; `nil` if it has none.
  func shippedNeighbours(of table: TerritoryTable) throws -> SpatialWeights? {
    guard let dataset, dataset.has("neighbours") else { return nil }
    let borders = try dataset.table("neighbours")
    let pairs = zip(try borders.texts("territory"), try borders.texts("neighbour"))
    // A border of a territory that the panel does not have is none of the comparison's.
    let known = Set(table.territories)
    return try SpatialWeights(
      edges: pairs.filter { known.contains($0) && known.contains($1) }.map { ($0, $1) },
      territories: table.territories, symmetric: true
    ) { edge, message in borders.problem(row: edge, column: nil, message) }
  }

  private static func edges(
    _ edges: CSVTable, _ isSymmetric: Bool, _ table: TerritoryTable
  ) throws -> SpatialWeights {
    guard edges.columns.count == 2 || edges.columns.count == 3 else {
      throw DataError.invalid(
        edges.file, line: 1,
        "a list of neighbours has two columns, or a third of weights; here are \(edges.columns.count)"
      )
    }
    let pairs = zip(try edges.texts(edges.columns[0]), try edges.texts(edges.columns[1]))
    let weights = edges.columns.count == 3 ? try edges.numbers(edges.columns[2]) : nil
    return try SpatialWeights(
      edges: pairs.map { ($0, $1) }, weights: weights, territories: table.territories,
      symmetric: isSymmetric
    ) { edge, message in edges.problem(row: edge, column: nil, message) }
  }
}

/// Makes what a territories command hands over.
enum TerritoryResult {
  static func make(
    _ observations: [Observation], _ arguments: Arguments, _ input: Input,
    title: (en: String, fr: String, es: String)
  ) throws -> CommandResult {
    let context = try arguments.displayContext(input.territories())
    return CommandResult(
      observations: observations,
      displays: [
        Display(
          estimates: observations,
          title: Translated(en: title.en, fr: title.fr, es: title.es)[context.language],
          level: try arguments.level(), context: context)
      ])
  }
}
