import CommandLineKit
import ESSIndicators

/// `indicators territories inequality`.
enum TerritoriesInequalityCommand {
  static let command = Command.measuring(
    "inequality", summary: "How unequal territories are, and at which level",
    discussion: """
      Gini, Theil, Hoover, coefficient of variation, spread of logarithms, Williamson's coefficient and Atkinson over territories, weighted by \
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
        long: "records", kind: .flag,
        help:
          "Every row of a CSV file counts by itself, without a column of territories: Theil's index (--split) in one pass"
      ),
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
      Option(
        long: "williamson",
        kind: .choice(RegionalInequality.WilliamsonMean.allCases.map(\.rawValue)),
        help: "Mean that Williamson's coefficient is around", fallback: "population"),
    ] + TerritoryOptions.neighbours,
    columns: TerritoryOptions.columns,
    examples: [
      Example(
        command: "indicators territories inequality --at 2019 --replicates 200 --format table",
        explanation: "GDP a head of Latin America and the Caribbean, by sub-region"),
      Example(
        command: "indicators territories inequality mexico-states --at 2020 --weight none",
        explanation: "Mexico's states, each counted once"),
    ], defaultsOf: ["territories"]
  ) { arguments, input in
    if arguments.flag("records") { return try records(arguments, input) }
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
    options.williamson = arguments.choice("williamson", default: .population)
    options.decomposed = arguments.choice("split", default: .theilT)
    options.replicates = try arguments.count("replicates", in: 0...1_000_000, default: 0)
    options.seed = try arguments.seed()
    options.level = try arguments.level()
    let places = [arguments.text("x"), arguments.text("y")].compactMap(\.self)
    let names = [options.value] + [options.per, options.weight].compactMap(\.self) + places
    let table = try input.territoryTable(arguments, variables: names.distinct)
    options.neighbours = try input.neighbours(arguments, of: table)
    let result = try TerritoryInequality(table, options)
    return try TerritoryResult.make(result.observations, arguments, input, title: title)
  }

  private static let title = (
    en: "Inequality between territories", fr: "Inégalité entre territoires",
    es: "Desigualdad entre territorios"
  )

  /// Theil's index over the rows of a file, of which only the columns asked for are read.
  private static func records(_ arguments: Arguments, _ input: Input) throws -> CommandResult {
    if let other = ["at", "atkinson", "edges", "per", "replicates", "x", "y"].first(
      where: arguments.isGiven)
    {
      throw Failure(status: .usage, message: "--\(other) does not go with --records")
    }
    guard let value = arguments.text("value") else {
      throw Failure(status: .usage, message: "--value is needed: the column that is compared")
    }
    let weight = arguments.text("weight").flatMap { $0 == "none" ? nil : $0 }
    let groupings = arguments.list("within") ?? []
    let table = try input.typedTable(
      [.numbers(value)] + (weight.map { [.numbers($0)] } ?? []) + groupings.map { .codes($0) })
    try input.checkRows(table.rowCount)
    let index = arguments.choice("split", default: NestedDecomposition.Index.theilT)
    let levels = try groupings.map { try table.coded($0) }
    let (values, weights) = (
      try table.numbers(value), try weight.map { try table.numbers($0) }
    )
    let result: RecordInequality
    do {
      result = try RecordInequality(index, values, weights: weights, levels: levels)
    } catch {
      throw failure(error, table, value, weight ?? "")
    }
    return try TerritoryResult.make(
      result.observations(index, value: value, weight: weight, groupings: groupings), arguments,
      input, title: title)
  }

  private static func failure(
    _ fault: RecordInequality.Fault, _ table: TypedTable, _ value: String, _ weight: String
  ) -> DataError {
    switch fault {
    case .value(let row, let number):
      .invalid(
        [
          table.problem(
            row: row, column: value,
            number < 0
              ? "\(NumberText.shortest(number)) is below 0; inequality indices need values of at least 0"
              : "Theil's L is not defined where a value is 0; Theil's T is")
        ], omitted: 0)
    case .weight(let row, let number):
      .invalid(
        [
          table.problem(
            row: row, column: weight, "the weight \(NumberText.shortest(number)) is below 0")
        ], omitted: 0)
    case .nothing:
      .notIdentified("no row has a value and a weight, or they are all 0")
    }
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
