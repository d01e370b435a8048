import CommandLineKit
import ESSIndicators

/// `indicators territories clusters`.
enum TerritoriesClustersCommand {
  static let command = Command.measuring(
    "clusters", summary: "Groups of territories that are alike in several indicators",
    discussion: """
      Ward's tree (ward.D2) or k-means (k-means++, the best of several starts), with the silhouette of each territory. Without --clusters their number is that with the \
      largest mean silhouette.
      """,
    options: [
      TerritoryOptions.at, TerritoryOptions.indicators, CommonOptions.seed,
      Option(
        long: "algorithm", kind: .choice(KMeans.Algorithm.allCases.map(\.rawValue)),
        help: "How k-means improves a start", fallback: "hartigan"),
      Option(
        long: "clusters", short: "k", kind: .integer("K"),
        help: "Number of clusters; the one with the largest mean silhouette"),
      Option(
        long: "method", kind: .choice(TerritoryClusters.Method.allCases.map(\.rawValue)),
        help: "How clusters are made", fallback: "ward"),
      Option(
        long: "missing", kind: .choice(["complete", "median"]),
        help: "Missing cells: leave territories out, or put in the median", fallback: "complete"),
      Option(
        long: "most", kind: .integer("K"), help: "The most clusters that are tried", fallback: "8"),
      Option(
        long: "scale", kind: .choice(TerritoryClusters.Scale.allCases.map(\.rawValue)),
        help: "Scale of the indicators", fallback: "z"),
      Option(long: "starts", kind: .integer("N"), help: "Starts of k-means", fallback: "20"),
    ],
    columns: TerritoryOptions.columns,
    examples: [
      Example(
        command:
          "indicators territories clusters mexico-states --at 2020 --value poverty_pct,deprivation_education_pct,deprivation_health_pct --format table",
        explanation: "Mexico's states in groups by poverty, schooling and health"),
      Example(
        command: "indicators territories clusters --at 2019 --method k-means -k 3 --missing median",
        explanation: "Three groups in Latin America and the Caribbean, by the dataset's rates"),
    ], defaultsOf: ["territories"]
  ) { arguments, input in
    let table = try input.territoryTable(
      arguments, variables: try input.indicatorColumns(arguments))
    var options = TerritoryClusters.Options(variables: table.variables)
    options.method = arguments.choice("method", default: .ward)
    options.scale = arguments.choice("scale", default: .z)
    options.missing = arguments.choice("missing", default: .complete)
    options.algorithm = arguments.choice("algorithm", default: .hartigan)
    options.most = try arguments.count("most", in: 2...1000, default: 8)
    if arguments.isGiven("clusters") {
      options.count = try arguments.count("clusters", in: 2...1_000_000, default: 2)
    }
    options.starts = try arguments.count("starts", in: 1...100_000, default: 20)
    options.seed = try arguments.seed()
    let clusters = try TerritoryClusters(table, options)
    return CommandResult(
      observations: clusters.observations,
      displays: clusters.displays(try arguments.displayContext(input.territories())))
  }
}
