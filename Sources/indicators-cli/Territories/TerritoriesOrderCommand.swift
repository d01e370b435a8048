import CommandLineKit
import ESSIndicators

/// `indicators territories order`.
enum TerritoriesOrderCommand {
  static let command = Command.measuring(
    "order", summary: "Orders of territories by majorities of indicators, without any scale",
    discussion: """
      Borda's count, Copeland's score, the Condorcet order with its circles, and Kemeny's orders with all that tie for the best: what can be said \
      when indicators have weights of importance and one may not make up for another. Only the order of territories in each indicator counts; \
      territories that lack a value are left out, unless --impute fills it in.
      """,
    options: [
      Option(
        long: "beyond", kind: .choice(KemenyOrder.Beyond.allCases.map(\.rawValue)),
        help:
          "A circle too large for Kemeny's exact order: refuse it, or look for a good one by insertion",
        fallback: "refuse"),
      Option(
        long: "orders", kind: .integer("N"), help: "The most of Kemeny's orders to list",
        fallback: "10"),
      Option(
        long: "subsets", kind: .integer("N"),
        help: "The most subsets of a circle to look at for Kemeny's exact order",
        fallback: "\(KemenyOrder.subsetLimit)"),
      Option(long: "pairs", kind: .flag, help: "Also the weight for each territory against each"),
    ]
      + TerritoriesScoreCommand.choices.filter {
        [
          "budgets", "comparisons", "frame", "impute", "metadata", "no-denominate", "recipe",
          "screen", "weights",
        ]
        .contains($0.long)
      } + [TerritoryOptions.at],
    columns: TerritoryOptions.columns,
    examples: [
      Example(
        command: "indicators territories order mexico-states --beyond insertion --format table",
        explanation: "Mexico's states by majorities of their social rights"),
      Example(
        command:
          "printf 'territory,x1,x2,x3\\na,3,1,2\\nb,2,3,1\\nc,1,2,3\\n' > circle.csv; printf 'code\\nx1\\nx2\\nx3\\n' > framework.csv; indicators territories order circle.csv --metadata framework.csv --pairs",
        explanation: "Condorcet's circle: three orders tie"),
    ], defaultsOf: ["score"]
  ) { arguments, input in
    var recipe = try TerritoriesScoreCommand.complete(
      TerritoriesScoreCommand.recipe(arguments, input), arguments)
    if recipe.weights.allSatisfy({ [.equal, .given, .shares].contains($0) }) {
      // Weights that look at no value need no scale, which an indicator that is the same everywhere does not have.
      (recipe.normalise, recipe.aggregate) = (.none, [.arithmetic])
    }
    let (framework, warnings) = try TerritoriesScoreCommand.weighted(
      TerritoriesScoreCommand.framework(arguments, input, recipe), arguments, input, recipe)
    let board = try recipe.build(
      TerritoriesScoreCommand.table(arguments, input, framework, imputing: [recipe.impute]))
    let study = try OutrankingStudy(
      board, beyond: arguments.choice("beyond", default: .refuse),
      listing: arguments.count("orders", in: 1...10_000, default: 10),
      subsets: arguments.count("subsets", in: 1...(1 << 26), default: KemenyOrder.subsetLimit))
    let observations = study.observations(pairs: arguments.flag("pairs"))
    let context = try arguments.displayContext(input.territories())
    let title = Translated(
      en: "Orders by majorities", fr: "Ordres par majorités", es: "Órdenes por mayorías")
    return CommandResult(
      observations: observations,
      displays: [
        Display(
          estimates: observations, title: title[context.language], level: 1, context: context)
      ], warnings: warnings + TerritoriesScoreCommand.leftOut(board))
  }
}
