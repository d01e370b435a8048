import CommandLineKit
import ESSIndicators

/// `indicators territories score`.
enum TerritoriesScoreCommand {
  static let command = Command.measuring(
    "score", summary: "Composite scores and ranks, with what each indicator contributes",
    discussion: """
      Indicators with metadata (hierarchy, direction, weight, goalposts, denominator) are denominated, screened, imputed, treated for \
      outliers, normalised, weighted and aggregated level by level. Every choice is a method with settings, such as \
      goalposts(from=0,to=1,cap=upper); all of them together are a recipe, a JSON file that reproduces the score. A dataset has a score of its own: \
      what sources record of the SSE ecosystem of Latin America and the Caribbean, and social rights in Mexico's states.
      """,
    options: choices + [TerritoryOptions.at],
    columns: TerritoryOptions.columns,
    examples: [
      Example(
        command: "indicators territories score --format table",
        explanation: "The SSE ecosystem of Latin America and the Caribbean as recorded"),
      Example(
        command:
          "indicators territories score mexico-states --aggregate geometric --show scores,contributions --save-recipe rights.json -o rights.csv",
        explanation: "Social rights in Mexico's states without full compensation"),
    ], defaultsOf: ["score"]
  ) { arguments, input in
    var recipe = try recipe(arguments, input)
    let (framework, warnings) = try weighted(
      framework(arguments, input, recipe), arguments, input, recipe)
    recipe.indicators = framework.metadata
    let board = try recipe.build(table(arguments, input, framework, imputing: [recipe.impute]))
    if let path = arguments.text("save-recipe") { try Files.write(recipe.json(), to: path) }
    let parts = try parts(arguments)
    let observations = board.observations(parts)
    let context = try arguments.displayContext(input.territories())
    return CommandResult(
      observations: observations, displays: [board.display(context)], warnings: warnings)
  }

  /// The options of a recipe.
  static let choices: [Option] = [
    Option(
      long: "aggregate", kind: .text("METHODS"),
      help: "How parts make a score, one method for each level of groups from the lowest: "
        + Aggregation.names.joined(separator: ", "),
      fallback: "arithmetic", group: group),
    Option(
      long: "budgets", kind: .file("FILE"),
      help: "CSV file of weights by experts who share out 100 points: expert, then a column a part"),
    Option(
      long: "comparisons", kind: .file("FILE"),
      help:
        "CSV file of pairwise comparisons (analytic hierarchy process), a row and a column a part"
    ),
    Option(
      long: "frame", kind: .text("GROUP"),
      help: "Territories to score: a group of the dataset, which has a default"),
    Option(
      long: "impute", kind: .text("METHOD"),
      help: "What missing values are filled with: " + Imputation.names.joined(separator: ", "),
      fallback: "none", group: group),
    Option(
      long: "known", kind: .number("SHARE"),
      help: "Least share of a group's weights that must have a value", fallback: "0.5",
      group: group),
    Option(
      long: "metadata", kind: .file("FILE"),
      help: "CSV file of indicators and groups: code, parent, direction, weight, lower, upper, "
        + "target, denominator, transformation"),
    Option(
      long: "no-denominate", kind: .flag, help: "Leave indicators undivided by their denominators",
      group: group),
    Option(
      long: "normalise", kind: .text("METHOD"),
      help: "The common scale: " + Normalisation.names.joined(separator: ", "),
      fallback: "min-max(from=0,to=100)", group: group),
    Option(
      long: "recipe", kind: .file("FILE"),
      help: "JSON file of choices and, if it has them, metadata; other options go before it"),
    Option(
      long: "save-recipe", kind: .file("FILE"),
      help: "Write the recipe with its metadata to FILE"),
    Option(
      long: "screen", kind: .text("METHOD"),
      help: "Which units are scored: known(share=S,basis=reported) or basis=imputed",
      fallback: "known(share=0,basis=reported)", group: group),
    Option(
      long: "show", kind: .text("PARTS"),
      help: "Rows of the result: "
        + Scoreboard.Part.allCases.map(\.rawValue).joined(separator: ", "),
      fallback: "scores,ranks,contributions", repeats: true, separator: ","),
    Option(
      long: "ties", kind: .choice(TieRule.allCases.map(\.rawValue)),
      help: "How equal scores are ranked", fallback: "min", group: group),
    Option(
      long: "treat", kind: .text("METHOD"),
      help: "What is done about outliers: none, winsorise, winsorise+log, log, box-cox, clamp",
      fallback: "none", group: group),
    Option(
      long: "weights", kind: .text("METHODS"),
      help: "How much parts count, one method for each level of groups from the lowest: "
        + Weighting.names.joined(separator: ", "),
      fallback: "given", group: group),
  ]
  private static let group = "Recipe"

  /// The file's recipe, or the dataset's choices; options go before both.
  static func recipe(_ arguments: Arguments, _ input: Input) throws -> Recipe {
    var recipe = Recipe()
    var isFile = false
    if let bytes = try input.bytes(option: "recipe", arguments) {
      recipe = try Recipe(json: bytes, file: arguments.text("recipe") ?? "")
      isFile = true
    }
    func choice(_ option: String) -> String? {
      isFile ? arguments.text(option) : input.setting(option, of: "score", arguments)
    }
    func one<Choice: RecipeChoice>(_ option: String, _ path: WritableKeyPath<Recipe, Choice>) throws
    {
      guard let text = choice(option) else { return }
      recipe[keyPath: path] = try read(option) { () throws(DataError) in
        try Choice(parsing: text)
      }
    }
    func list<Choice: RecipeChoice>(
      _ option: String, _ path: WritableKeyPath<Recipe, [Choice]>
    ) throws {
      guard let text = choice(option) else { return }
      var choices: [Choice] = []
      for part in MethodText.list(text) {
        choices.append(try read(option) { () throws(DataError) in try Choice(parsing: part) })
      }
      recipe[keyPath: path] = choices
    }
    try one("impute", \.impute)
    try one("screen", \.screen)
    try one("treat", \.treat)
    try one("normalise", \.normalise)
    try list("weights", \.weights)
    try list("aggregate", \.aggregate)
    recipe.ties = choice("ties").flatMap(TieRule.init) ?? recipe.ties
    recipe.known = try arguments.number("known", in: 0...1, default: recipe.known)
    if arguments.flag("no-denominate") { recipe.denominate = false }
    return recipe
  }

  /// The recipe of a command that needs every value: units that lack one are left out, unless options impute or screen otherwise.
  static func complete(_ recipe: Recipe, _ arguments: Arguments) -> Recipe {
    var complete = recipe
    if recipe.impute == .none, !arguments.isGiven("screen") { complete.screen.share = 1 }
    return complete
  }

  /// Which units a command that needs every value has left out.
  static func leftOut(_ board: Scoreboard) -> [String] {
    let units = board.prepared.excluded.map(\.unit)
    return units.isEmpty
      ? [] : ["left out for want of values (see --impute): \(units.joined(separator: ", "))"]
  }

  /// Names the option whose text is no choice.
  static func read<Value>(
    _ option: String, _ body: () throws(DataError) -> Value
  ) throws -> Value {
    do throws(DataError) {
      return try body()
    } catch {
      let failure = ErrorMessages.failure(error)
      throw Failure(
        status: .usage,
        message: "--\(option): " + failure.problems.map(\.message).joined(separator: "; "))
    }
  }

  /// The framework of the options, the recipe or the dataset.
  static func framework(
    _ arguments: Arguments, _ input: Input, _ recipe: Recipe
  ) throws -> IndicatorFramework {
    if let table = try input.table(option: "metadata", arguments) {
      return try IndicatorFramework(table)
    }
    if let indicators = recipe.indicators { return try IndicatorFramework(indicators) }
    guard let dataset = input.dataset, dataset.has("score_indicators") else {
      throw Failure(
        status: .usage,
        message: "--metadata is needed, a table of indicators, or a --recipe that has them")
    }
    return try IndicatorFramework(dataset.table("score_indicators"))
  }

  /// The framework with the weights of experts, if a file has them.
  static func weighted(
    _ framework: IndicatorFramework, _ arguments: Arguments, _ input: Input, _ recipe: Recipe
  ) throws -> (IndicatorFramework, warnings: [String]) {
    var weighted = (framework, warnings: [String]())
    for (option, read) in [
      ("budgets", ExpertWeights.init(budgets:_:)),
      ("comparisons", ExpertWeights.init(comparisons:_:)),
    ] {
      guard let table = try input.table(option: option, arguments) else { continue }
      guard recipe.weights.contains(where: { [.given, .shares].contains($0) }) else {
        throw Failure(
          status: .usage, message: "--\(option) goes with --weights given, which takes its weights")
      }
      let experts = try read(table, weighted.0)
      weighted = (experts.framework, weighted.warnings + experts.warnings)
    }
    return weighted
  }

  /// The values of a framework's indicators, with the groups that some imputations are made within.
  static func table(
    _ arguments: Arguments, _ input: Input, _ framework: IndicatorFramework,
    imputing imputations: [Imputation]
  ) throws -> IndicatorTable {
    guard let dataset = input.dataset else {
      if arguments.isGiven("frame") {
        throw Failure(
          status: .usage, message: "--frame is for a dataset; a CSV file is scored as it is")
      }
      return try IndicatorTable(
        input.territoryTable(
          arguments, variables: framework.columns,
          groupings: imputations.compactMap(\.grouping).distinct), framework)
    }
    let tree = try input.territories()
    guard let code = input.setting("frame", of: "score", arguments) else {
      throw Failure(
        status: .usage, message: "--frame is needed; \(input.name) has no default for it")
    }
    let frame = try Frame(group: code, in: tree)
    return try IndicatorTable(
      input.panel(), tree, recorded: EcosystemIndicators(dataset, frame: frame), framework,
      frame: frame, period: input.period("at", of: "score", arguments))
  }

  private static func parts(_ arguments: Arguments) throws -> [Scoreboard.Part] {
    try (arguments.list("show") ?? ["scores", "ranks", "contributions"]).distinct.map { name in
      guard let part = Scoreboard.Part(rawValue: name) else {
        throw DataError.unknownName(
          kind: "part of the result", name: name,
          known: Scoreboard.Part.allCases.map(\.rawValue))
      }
      return part
    }
  }
}
