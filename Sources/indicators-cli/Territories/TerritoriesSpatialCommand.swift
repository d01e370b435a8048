import CommandLineKit
import ESSIndicators

/// `indicators territories spatial`.
enum TerritoriesSpatialCommand {
  static let command = Command.measuring(
    "spatial", summary: "Whether neighbouring territories are alike, and where values cluster",
    discussion: """
      Moran's I, Geary's C, Getis and Ord's G, local Moran values and local G, by permutation with a stated alternative, and \
      adjusted for false discoveries. Neighbours come from a list of edges, or from coordinates. Territories without a value are left \
      out with their links; those without a neighbour are named.
      """,
    options: [
      TerritoryOptions.at, CommonOptions.level, CommonOptions.seed,
      Option(
        long: "alternative", kind: .choice(Alternative.allCases.map(\.rawValue)),
        help: "Side of the permutation tests; folded is the smaller tail, as PySAL prints",
        fallback: "two-sided"),
      Option(long: "binary", kind: .flag, help: "Weights as they are, rows not standardised"),
      Option(
        long: "other", kind: .text("VARIABLE"),
        help: "Association with the neighbours' values of this variable"),
      Option(
        long: "permutations", kind: .integer("N"), help: "Random arrangements", fallback: "999"),
      Option(
        long: "scale", kind: .choice(LocalAssociation.Scale.allCases.map(\.rawValue)),
        help: "Scale of local Moran values: n-1 as PySAL, n as spdep", fallback: "n-1"),
      Option(
        long: "statistic", kind: .text("NAMES"),
        help: "Measures: "
          + SpatialStudy.Statistic.allCases.map(\.rawValue).joined(separator: ", "),
        fallback: "moran,geary,local-moran", repeats: true, separator: ","),
      Option(
        long: "value", kind: .text("VARIABLE"),
        help: "What is compared; the poverty rate for a dataset"),
    ] + TerritoryOptions.neighbours,
    columns: TerritoryOptions.columns,
    examples: [
      Example(
        command: "indicators territories spatial mexico-states --at 2020 --statistic moran,geary",
        explanation: "Poverty of Mexico's states, with the borders that ship with the dataset"),
      Example(
        command:
          "indicators territories spatial mexico-states --at 2020 --statistic local-moran --alternative greater",
        explanation: "Where it clusters"),
    ], defaultsOf: ["recession"]
  ) { arguments, input in
    let value: String
    if let given = arguments.text("value") {
      value = given
    } else if input.dataset != nil {
      value = try input.variable(
        option: "value", role: "poverty_headcount", arguments, in: input.panel())
    } else {
      throw Failure(status: .usage, message: "--value is needed: the column that is compared")
    }
    var options = SpatialStudy.Options(value: value)
    options.other = arguments.text("other")
    options.statistics = try (arguments.list("statistic") ?? ["moran", "geary", "local-moran"])
      .distinct.map { name in
        guard let statistic = SpatialStudy.Statistic(rawValue: name) else {
          throw DataError.unknownName(
            kind: "statistic", name: name,
            known: SpatialStudy.Statistic.allCases.map(\.rawValue))
        }
        return statistic
      }
    options.isRowStandardised = !arguments.flag("binary")
    options.permutations = try arguments.count("permutations", in: 0...10_000_000, default: 999)
    options.seed = try arguments.seed()
    options.alternative = arguments.choice("alternative", default: .twoSided)
    options.scale = arguments.choice("scale", default: .sample)
    let places = [arguments.text("x"), arguments.text("y"), options.other].compactMap(\.self)
    let table = try input.territoryTable(arguments, variables: ([value] + places).distinct)
    guard
      let weights = try input.neighbours(arguments, of: table) ?? input.shippedNeighbours(of: table)
    else {
      throw Failure(
        status: .usage, message: "neighbours are needed: --edges, or --x and --y with --nearest")
    }
    let study = try SpatialStudy(table, weights, options)
    return try TerritoryResult.make(
      study.observations, arguments, input,
      title: ("Spatial association", "Association spatiale", "Asociación espacial"))
  }
}
