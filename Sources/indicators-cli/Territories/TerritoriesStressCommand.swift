import CommandLineKit
import ESSIndicators

/// `indicators territories stress`.
enum TerritoriesStressCommand {
  static let command = Command.measuring(
    "stress", summary: "How firm the ranks of a score are under other weights, data and choices",
    discussion: """
      The score of territories score, made again many times with drawn weights, errors in the data and other choices of its recipe: ranks \
      with intervals that say which sources of uncertainty they hold (with standard errors of the indicators, sampling and method \
      together), how often a territory is first, which source moves ranks most (Sobol indices), what becomes of ranks without each \
      indicator, and the least change of weights that hands the first place to another.
      """,
    options: options
      + TerritoriesScoreCommand.choices.filter { !["show", "save-recipe"].contains($0.long) }
      + [TerritoryOptions.at],
    columns: TerritoryOptions.columns,
    examples: [
      Example(
        command: "indicators territories stress --replications 200 --format table",
        explanation: "The score of the dataset under other weights"),
      Example(
        command:
          "indicators territories stress mexico-states --recipes all --drop --replications 200 --sobol 32 --show ranks,sobol --seed 7",
        explanation: "Every choice of the recipe at once, and which of them moves ranks"),
    ], defaultsOf: ["score"]
  ) { arguments, input in
    let outcome = try measure(arguments, input)
    let context = try arguments.displayContext(input.territories())
    // A table for people leaves out who cannot be first by any weights.
    let rest = outcome.observations.filter { row in
      !["territories.stress_rank", "territories.stress_top", "territories.stress_shift"]
        .contains(row.indicator) && (row.value != nil || row.territory.isEmpty)
    }
    let title = Translated(
      en: "What moves the ranks", fr: "Ce qui déplace les rangs", es: "Lo que mueve los rangos")
    let causes = Display(
      estimates: rest, title: title[context.language], level: outcome.level, context: context)
    return CommandResult(
      observations: outcome.observations,
      displays: [outcome.display(context)] + (rest.isEmpty ? [] : [causes]),
      warnings: outcome.warnings)
  }

  /// A test with the rows that were asked for.
  struct Outcome {
    let test: StressTest
    let observations: [Observation]
    let level: Double
    let top: Int
    let warnings: [String]

    /// The ranks as a table.
    func display(_ context: DisplayContext) -> Display {
      test.display(context, level: level, top: top)
    }
  }

  static func measure(_ arguments: Arguments, _ input: Input) throws -> Outcome {
    let recipe = try TerritoriesScoreCommand.recipe(arguments, input)
    let (framework, warnings) = try TerritoriesScoreCommand.weighted(
      TerritoriesScoreCommand.framework(arguments, input, recipe), arguments, input, recipe)
    let level = try arguments.number("level") == nil ? 0.9 : arguments.level()
    let top = try arguments.count("top", in: 1...1_000_000, default: 10)
    var space = try space(arguments, recipe)
    let table = try TerritoriesScoreCommand.table(
      arguments, input, framework, imputing: [recipe.impute] + space.imputations)
    if let errors = arguments.list("error") {
      space.noise = .standardErrors(try standardErrors(errors, arguments, input, table))
    }
    let test = try StressTest(
      table, recipe, space,
      replications: arguments.count("replications", in: 1...1_000_000, default: 1000),
      seed: arguments.seed())
    var observations: [Observation] = []
    for part in try parts(arguments) {
      switch part {
      case .ranks: observations += test.observations(level: level, top: top)
      case .smaa: observations += try test.acceptabilityObservations()
      case .sobol: observations += try sensitivity(arguments, test, level)
      case .removal:
        observations += test.observations(of: try IndicatorRemoval.all(table, test.board))
      case .winner: observations += test.observations(of: GroupWinnerChange.all(test.board))
      }
    }
    return Outcome(
      test: test, observations: observations, level: level, top: top, warnings: warnings)
  }

  /// What the result shows.
  private enum Part: String, CaseIterable {
    case ranks
    case smaa
    case sobol
    case removal
    case winner
  }

  private static let options: [Option] = [
    Option(
      long: "alternative", kind: .text("STEP=METHOD"),
      help: "Another choice beside the recipe's, as likely: impute, treat, normalise or aggregate "
        + "(levels separated by ;)",
      repeats: true, group: group),
    Option(
      long: "concentration", kind: .number("C"),
      help: "How close --draw dirichlet stays to the recipe's weights", fallback: "50",
      group: group),
    Option(
      long: "draw", kind: .choice(["uniform", "dirichlet", "simplex", "none"]),
      help: "How weights are drawn in each group: times 1 - spread to 1 + spread, around the "
        + "recipe's, without any preference, or not",
      fallback: "uniform", group: group),
    Option(
      long: "drop", kind: .flag, help: "Leave out one indicator at random, or none", group: group),
    Option(
      long: "error", kind: .text("INDICATOR=COLUMN"),
      help: "Column of standard errors of an indicator, in the units of the data", repeats: true,
      separator: ",", group: group),
    Option(
      long: "estimator", kind: .choice(SobolIndices.Estimator.allCases.map(\.rawValue)),
      help: "Estimator of first-order indices", fallback: "saltelli", group: sobol),
    Option(
      long: "level", kind: .number("LEVEL"),
      help: "Share of replications in the intervals of ranks",
      fallback: "0.9"),
    Option(
      long: "noise", kind: .number("SHARE"),
      help: "Errors of all data, as a share of each indicator's standard deviation", group: group),
    Option(
      long: "recipes", kind: .choice(["own", "all"]),
      help: "The recipe alone, or with the usual alternatives to every step", fallback: "own",
      group: group),
    Option(
      long: "replications", kind: .integer("N"), help: "How many scores are made", fallback: "1000"),
    Option(
      long: "sampling", kind: .choice(SobolIndices.Sampling.allCases.map(\.rawValue)),
      help: "Base points of the Sobol design", fallback: "quasi-random", group: sobol),
    CommonOptions.seed,
    Option(
      long: "show", kind: .text("PARTS"),
      help: "Rows of the result: " + Part.allCases.map(\.rawValue).joined(separator: ", ")
        + "; sobol is added by --sobol",
      fallback: "ranks,removal,winner", repeats: true, separator: ","),
    Option(
      long: "sobol", kind: .integer("BASE"),
      help:
        "Base points of the variance decomposition, best a power of 2; BASE times (sources + 2) "
        + "scores", group: sobol),
    Option(
      long: "top", kind: .integer("K"), help: "How often a territory is among the first K",
      fallback: "10"),
    Option(
      long: "weights-spread", kind: .number("SPREAD"), help: "Spread of --draw uniform",
      fallback: "0.25", group: group),
  ]
  private static let group = "What is uncertain"
  private static let sobol = "Sobol indices"

  private static func parts(_ arguments: Arguments) throws -> [Part] {
    guard let names = arguments.list("show") else {
      return [.ranks] + (arguments.isGiven("sobol") ? [.sobol] : []) + [.removal, .winner]
    }
    return try names.distinct.map { name in
      guard let part = Part(rawValue: name) else {
        throw DataError.unknownName(
          kind: "part of the result", name: name, known: Part.allCases.map(\.rawValue))
      }
      return part
    }
  }

  private static func sensitivity(
    _ arguments: Arguments, _ test: StressTest, _ level: Double
  ) throws -> [Observation] {
    test.observations(
      of: try StressSensitivity(
        test, base: arguments.count("sobol", in: 2...1_048_576, default: 256),
        sampling: arguments.choice("sampling", default: .quasiRandom),
        estimator: arguments.choice("estimator", default: .saltelli), level: level))
  }

  /// What the options make uncertain, apart from standard errors of the data.
  private static func space(_ arguments: Arguments, _ recipe: Recipe) throws -> StressSpace {
    var space = StressSpace()
    let spread = try arguments.number("weights-spread", in: 0...1, default: 0.25)
    let concentration = try arguments.number("concentration", in: 0.001...1e9, default: 50)
    switch arguments.text("draw") ?? "uniform" {
    case "dirichlet": space.weights = .dirichlet(concentration: concentration)
    case "simplex": space.weights = .simplex
    case "none": space.weights = .none
    default: space.weights = .uniform(spread: spread)
    }
    space.dropsIndicator = arguments.flag("drop")
    if arguments.text("recipes") == "all" {
      space.addAlternatives(to: recipe, StressSpace.Choice.allCases)
    }
    for text in arguments.list("alternative") ?? [] { try add(text, to: &space) }
    let noise = try arguments.number("noise", in: 0...1000, default: 0)
    guard noise == 0 || !arguments.isGiven("error") else {
      throw Failure(status: .usage, message: "--noise and --error exclude each other")
    }
    if noise > 0 { space.noise = .relative(noise) }
    return space
  }

  private static func add(_ text: String, to space: inout StressSpace) throws {
    let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2, let step = StressSpace.Choice(rawValue: sides[0]) else {
      throw Failure(
        status: .usage,
        message: "--alternative: '\(excerpt(text))' is not STEP=METHOD with one of the steps "
          + StressSpace.Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    try TerritoriesScoreCommand.read("alternative") { () throws(DataError) in
      switch step {
      case .impute: space.imputations.append(try Imputation(parsing: sides[1]))
      case .treat: space.treatments.append(try OutlierTreatment(parsing: sides[1]))
      case .normalise: space.normalisations.append(try Normalisation(parsing: sides[1]))
      case .aggregate:
        var levels: [Aggregation] = []
        for level in sides[1].split(separator: ";") {
          levels.append(try Aggregation(parsing: String(level)))
        }
        space.aggregations.append(levels)
      }
    }
  }

  /// Standard errors of the table's cells; NaN where none is given.
  private static func standardErrors(
    _ texts: [String], _ arguments: Arguments, _ input: Input, _ table: IndicatorTable
  ) throws -> Matrix {
    let codes = table.framework.indicators.map(\.code)
    var pairs: [(indicator: Int, column: String)] = []
    for text in texts {
      let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2 else {
        throw Failure(
          status: .usage, message: "--error: '\(excerpt(text))' is not INDICATOR=COLUMN")
      }
      guard let position = codes.firstIndex(of: sides[0]) else {
        throw DataError.unknownName(kind: "indicator", name: sides[0], known: codes)
      }
      pairs.append((position, sides[1]))
    }
    var errors = Matrix(rows: table.units.count, columns: codes.count, repeating: .nan)
    if input.dataset == nil {
      let columns = try input.territoryTable(arguments, variables: pairs.map(\.column).distinct)
      for (indicator, name) in pairs {
        for (unit, error) in try columns.column(name).enumerated() {
          errors[unit, indicator] = error
        }
      }
      return errors
    }
    let panel = try input.panel()
    let period = try input.period("at", of: "score", arguments)
    for (indicator, name) in pairs {
      guard panel.has(name) else {
        throw DataError.unknownName(kind: "variable", name: name, known: panel.variables)
      }
      for (unit, code) in table.units.enumerated() {
        errors[unit, indicator] = panel.cell(name, code, period)?.value ?? .nan
      }
    }
    return errors
  }
}
