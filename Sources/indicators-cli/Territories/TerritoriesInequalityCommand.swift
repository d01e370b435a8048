import CommandLineKit
import ESSIndicators

/// `indicators territories inequality`.
enum TerritoriesInequalityCommand {
  static let command = Command.measuring(
    "inequality", summary: "How unequal territories are, and at which level",
    discussion: """
      Gini, Theil, Hoover, coefficient of variation, spread of logarithms and Atkinson over territories, weighted by \
      population or not; Theil's index split over nested groups, parts that are never negative and add up exactly; with \
      --replicates bootstrap intervals over territories and permutation tests; with neighbours the spatial Gini.
      """,
    options: [
      TerritoryOptions.at, TerritoryOptions.within, CommonOptions.level, CommonOptions.seed,
      Option(
        long: "atkinson", kind: .text("AVERSIONS"),
        help: "Aversions to inequality of Atkinson's index",
        fallback: "0.5,1,2", repeats: true, separator: ","),
      Option(
        long: "per", kind: .text("VARIABLE"),
        help: "Divide the values by this variable; population for a dataset without --value"),
      Option(
        long: "replicates", kind: .integer("N"), help: "Bootstrap replicates and permutations",
        fallback: "0"),
      Option(
        long: "split", kind: .choice(NestedDecomposition.Index.allCases.map(\.rawValue)),
        help: "Theil index that is split over groups", fallback: "theil-t"),
      Option(
        long: "value", kind: .text("VARIABLE"),
        help: "What is compared; GDP a head at constant prices for a dataset"),
      Option(
        long: "weight", kind: .text("VARIABLE"),
        help: "Weights, or 'none'; population for a dataset without --value"),
    ] + TerritoryOptions.neighbours,
    columns: TerritoryOptions.columns,
    examples: [
      Example(
        command: "indicators territories inequality --at 2019 --replicates 200 --format table",
        explanation: "GDP a head of Latin America and the Caribbean, by sub-region"),
      Example(
        command: "indicators territories inequality mexico-states --at 2020 --weight none",
        explanation: "Mexico's states, each counted once"),
    ], defaultsOf: ["recession"]
  ) { arguments, input in
    var options = TerritoryInequality.Options(value: "")
    let isDefault = !arguments.isGiven("value")
    if isDefault, input.dataset == nil {
      throw Failure(status: .usage, message: "--value is needed: the column that is compared")
    }
    if input.dataset != nil, isDefault {
      let panel = try input.panel()
      options.value = try input.variable(
        option: "value", role: "gdp_constant", arguments, in: panel)
      let population = try input.variable(
        option: "population", role: "population", arguments, in: panel)
      options.per = arguments.text("per") ?? population
      options.weight = arguments.text("weight") ?? population
    } else {
      options.value = arguments.text("value") ?? ""
      options.per = arguments.text("per")
      options.weight = arguments.text("weight")
    }
    if options.weight == "none" { options.weight = nil }
    options.aversions = try aversions(arguments)
    options.decomposed = arguments.choice("split", default: .theilT)
    options.replicates = try arguments.count("replicates", in: 0...1_000_000, default: 0)
    options.seed = try arguments.seed()
    options.level = try arguments.level()
    let places = [arguments.text("x"), arguments.text("y")].compactMap(\.self)
    let names = [options.value] + [options.per, options.weight].compactMap(\.self) + places
    let table = try input.territoryTable(arguments, variables: names.distinct)
    options.neighbours = try input.neighbours(arguments, of: table)
    let result = try TerritoryInequality(table, options)
    return try TerritoryResult.make(
      result.observations, arguments, input,
      title: (
        "Inequality between territories", "Inégalité entre territoires",
        "Desigualdad entre territorios"
      ))
  }

  private static func aversions(_ arguments: Arguments) throws -> [Double] {
    try (arguments.list("atkinson") ?? ["0.5", "1", "2"]).map { text in
      guard let value = Double(text), value >= 0, value.isFinite else {
        throw Failure(
          status: .usage, message: "--atkinson: '\(text)' is not a number of at least 0")
      }
      return value
    }
  }
}
