import CommandLineKit
import ESSIndicators

/// `indicators territories peers`.
enum TerritoriesPeersCommand {
  static let command = Command.measuring(
    "peers", summary: "The territories most like a given one, and what keeps them apart",
    discussion: """
      The nearest territories by a named distance over several indicators, with the share of each indicator in it: the drivers. Indicators \
      are put on a common scale; the rule for missing cells is named.
      """,
    options: [
      TerritoryOptions.at, TerritoryOptions.indicators,
      Option(
        long: "category", kind: .text("COLUMNS"),
        help: "Columns of categories of a CSV file, for Gower's distance", repeats: true,
        separator: ","),
      Option(
        long: "distance", kind: .choice(TerritoryDistance.Kind.allCases.map(\.rawValue)),
        help: "Distance; robust has medians and median absolute deviations for means and sd",
        fallback: "euclidean"),
      Option(
        long: "missing", kind: .choice(TerritoryDistance.MissingRule.allCases.map(\.rawValue)),
        help:
          "Missing cells: leave territories out, compare in what both have, or put in the median",
        fallback: "complete"),
      Option(
        long: "of", kind: .text("TERRITORIES"), help: "Whose peers", repeats: true, separator: ","),
      Option(long: "peers", short: "k", kind: .integer("K"), help: "How many", fallback: "5"),
    ],
    columns: TerritoryOptions.columns,
    examples: [
      Example(
        command:
          "indicators territories peers --of CRI --at 2019 --missing available -k 4 --format table",
        explanation: "The countries of the region most like Costa Rica, by the dataset's rates"),
      Example(
        command:
          "indicators territories peers mexico-states --of MX-OAX --at 2020 --distance mahalanobis --value poverty_pct,deprivation_education_pct,deprivation_health_pct",
        explanation: "The states most like Oaxaca in poverty, schooling and health"),
    ], defaultsOf: ["territories"]
  ) { arguments, input in
    guard let targets = arguments.list("of") else {
      throw Failure(status: .usage, message: "--of is needed: the territory whose peers are found")
    }
    let categories = arguments.list("category") ?? []
    let variables = try input.indicatorColumns(arguments)
    let table = try input.territoryTable(
      arguments, variables: variables, categories: categories)
    let distance = try TerritoryDistance(
      table, variables: table.variables, categories: categories,
      kind: arguments.choice("distance", default: .euclidean),
      missing: arguments.choice("missing", default: .complete))
    let count = try arguments.count("peers", in: 1...1_000_000, default: 5)
    let peers = try targets.distinct.map {
      try TerritoryPeers(of: $0, count: count, distance)
    }
    let context = try arguments.displayContext(input.territories())
    return CommandResult(
      observations: peers.flatMap(\.observations), displays: peers.map { $0.display(context) })
  }
}
