import CommandLineKit
import ESSIndicators

/// `indicators territories spatial`.
enum TerritoriesSpatialCommand {
  static let command = Command.measuring(
    "spatial", summary: "Whether neighbouring territories are alike, and where values cluster",
    discussion: """
      Moran's I, Geary's C, Getis and Ord's G, local Moran values and local G, join counts, by permutation with a stated alternative, and \
      adjusted for false discoveries; rates drawn towards a mean by empirical Bayes and their Moran's I (--population); tests of the residuals of \
      a regression against spatial lag and error (--regressors). Neighbours come from a list of edges, or from coordinates. Territories without a value are left \
      out with their links; those without a neighbour are named.
      """,
    options: [
      TerritoryOptions.at, TerritoryOptions.discoveryRate, CommonOptions.level,
      CommonOptions.seed,
      Option(
        long: "alternative", kind: .choice(Alternative.allCases.map(\.rawValue)),
        help: "Side of the permutation tests; folded is the smaller tail, as PySAL prints",
        fallback: "two-sided"),
      Option(long: "binary", kind: .flag, help: "Weights as they are, rows not standardised"),
      Option(
        long: "other", kind: .text("VARIABLE"),
        help: "Association with the neighbours' values of this variable"),
      Option(
        long: "population", kind: .text("VARIABLE"),
        help: "Population in which --value counts events, for eb-rates and eb-moran"),
      Option(
        long: "regressors", kind: .text("VARIABLES"),
        help: "What --value is regressed on, for regression", repeats: true, separator: ","),
      Option(
        long: "sampling", kind: .choice(JoinCounts.Sampling.allCases.map(\.rawValue)),
        help: "Chance model of join counts: the colours that are there, or a chance for each",
        fallback: "non-free"),
      Option(
        long: "threshold", kind: .number("VALUE"),
        help: "For join counts: values above it are black; 1 and 0 otherwise"),
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
    ], defaultsOf: ["territories"]
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
    options.discoveryRate = try arguments.number("discovery-rate", in: 0...1, default: 0.05)
    options.threshold = try arguments.number("threshold")
    options.sampling = arguments.choice("sampling", default: .nonFree)
    options.population = arguments.text("population")
    options.regressors = arguments.list("regressors")?.distinct ?? []
    try check(options)
    let places =
      [arguments.text("x"), arguments.text("y"), options.other, options.population]
      .compactMap(\.self) + options.regressors
    let table = try input.territoryTable(arguments, variables: ([value] + places).distinct)
    guard
      let weights = try input.neighbours(arguments, of: table) ?? input.shippedNeighbours(of: table)
    else {
      throw Failure(
        status: .usage, message: "neighbours are needed: --edges, or --x and --y with --nearest")
    }
    let study = try SpatialStudy(table, weights, options)
    return CommandResult(
      observations: study.observations,
      displays: study.displays(
        try arguments.displayContext(input.territories()), level: try arguments.level()))
  }

  /// Options that a measure needs, and those that none of the measures uses.
  private static func check(_ options: SpatialStudy.Options) throws {
    let rates: [SpatialStudy.Statistic] = [.smoothedRates, .ratesMoran]
    let needed: [(option: String, isGiven: Bool, statistics: [SpatialStudy.Statistic])] = [
      ("population", options.population != nil, rates),
      ("regressors", !options.regressors.isEmpty, [.regression]),
    ]
    for (option, isGiven, statistics) in needed {
      let isAsked = options.statistics.contains { statistics.contains($0) }
      let names = statistics.map(\.rawValue).joined(separator: " or ")
      if isAsked, !isGiven {
        throw Failure(status: .usage, message: "--\(option) is needed for \(names)")
      }
      if isGiven, !isAsked {
        throw Failure(status: .usage, message: "--\(option) goes with --statistic \(names)")
      }
    }
    if options.threshold != nil, !options.statistics.contains(.joinCounts) {
      throw Failure(status: .usage, message: "--threshold goes with --statistic join-counts")
    }
  }
}
