import CommandLineKit
import ESSIndicators

/// `indicators territories weights`.
enum TerritoriesWeightsCommand {
  static let command = Command.measuring(
    "weights", summary: "Weights of a score's indicators by several rules, side by side",
    discussion: """
      What weights would follow from the data (rotated factors, entropy, CRITIC, the benefit of the doubt of each territory) or from experts \
      (pairwise comparisons, budgets of 100 points), with eigenvalues and loadings, consistency ratio, and the spread of the experts. Rules from data \
      see the normalised indicators of the recipe; territories that lack a value are left out, unless --impute fills it in. The whole takes the \
      weights of a recipe; these are to compare them with.
      """,
    options: options
      + TerritoriesScoreCommand.choices.filter {
        !["show", "save-recipe", "aggregate", "ties", "known", "budgets", "comparisons"].contains(
          $0.long)
      } + [TerritoryOptions.at],
    columns: TerritoryOptions.columns,
    examples: [
      Example(
        command: "indicators territories weights mexico-states --format table",
        explanation: "Five sets of weights for social rights in Mexico's states"),
      Example(
        command:
          "indicators territories weights mexico-states --rule benefit-of-the-doubt --shares weights --share-from 0.1 --share-to 0.4",
        explanation: "Each state with the weights that are best for it, none below a tenth"),
    ], defaultsOf: ["score"]
  ) { arguments, input in
    let recipe = try TerritoriesScoreCommand.complete(
      TerritoriesScoreCommand.recipe(arguments, input), arguments)
    let framework = try TerritoriesScoreCommand.framework(arguments, input, recipe)
    let board = try recipe.build(
      TerritoriesScoreCommand.table(arguments, input, framework, imputing: [recipe.impute]))
    let study = try WeightStudy(
      board, rules(arguments), settings(arguments, input, framework))
    let context = try arguments.displayContext(input.territories())
    let title = Translated(en: "Weights", fr: "Poids", es: "Pesos")
    return CommandResult(
      observations: study.observations,
      displays: [
        Display(
          estimates: study.observations, title: title[context.language], level: 1,
          context: context)
      ], warnings: TerritoriesScoreCommand.leftOut(board))
  }

  private static let options: [Option] = [
    Option(
      long: "assignment", kind: .choice(FactorWeights.Assignment.allCases.map(\.rawValue)),
      help:
        "The factor of an indicator: of its highest signed loading, or of its largest absolute one",
      fallback: "signed", group: factors),
    Option(
      long: "budgets", kind: .file("FILE"),
      help: "CSV file: one row an expert, one column an indicator, 100 points a row", group: experts
    ),
    Option(
      long: "comparisons", kind: .file("FILE"),
      help:
        "CSV file: indicators in the first column and in the header, how many times as important "
        + "the row's is as the column's", group: experts),
    Option(
      long: "keep", kind: .choice(["share", "eigenvalue", "cumulative", "count"]),
      help: "Which components are kept, with --keep-limit", fallback: "share", group: factors),
    Option(
      long: "keep-limit", kind: .number("LIMIT"),
      help:
        "Share above 0.1, eigenvalue above 1, cumulative share of 0.6, or a count of 2, unless given",
      group: factors),
    Option(
      long: "rotation", kind: .choice(FactorWeights.Rotation.allCases.map(\.rawValue)),
      help: "How factors are turned", fallback: "varimax", group: factors),
    Option(
      long: "rule", kind: .text("RULES"),
      help: "Rules: " + WeightStudy.Rule.allCases.map(\.rawValue).joined(separator: ", "),
      fallback: WeightStudy.Rule.fromData.map(\.rawValue).joined(separator: ","), repeats: true,
      separator: ","),
    Option(
      long: "share-from", kind: .number("SHARE"), help: "Least share, with --shares",
      fallback: "0", group: doubt),
    Option(
      long: "share-to", kind: .number("SHARE"), help: "Largest share, with --shares",
      fallback: "1", group: doubt),
    Option(
      long: "shares", kind: .choice(["none", "weights", "contributions"]),
      help: "What a benefit of the doubt restricts: shares of the weights, or of the score",
      fallback: "none", group: doubt),
  ]
  private static let factors = "Factors"
  private static let doubt = "Benefit of the doubt"
  private static let experts = "Experts"

  private static func rules(_ arguments: Arguments) throws -> [WeightStudy.Rule] {
    guard let names = arguments.list("rule") else {
      return WeightStudy.Rule.fromData
        + (arguments.isGiven("comparisons") ? [.comparisons] : [])
        + (arguments.isGiven("budgets") ? [.budgets] : [])
    }
    return try names.distinct.map { name in
      guard let rule = WeightStudy.Rule(rawValue: name) else {
        throw DataError.unknownName(
          kind: "rule", name: name, known: WeightStudy.Rule.allCases.map(\.rawValue))
      }
      return rule
    }
  }

  private static func settings(
    _ arguments: Arguments, _ input: Input, _ framework: IndicatorFramework
  ) throws -> WeightStudy.Options {
    var options = WeightStudy.Options()
    options.retention = try retention(arguments)
    options.rotation = arguments.choice("rotation", default: .varimax)
    options.assignment = arguments.choice("assignment", default: .signed)
    let from = try arguments.number("share-from", in: 0...1, default: 0)
    let to = try arguments.number("share-to", in: 0...1, default: 1)
    guard from <= to else {
      throw Failure(status: .usage, message: "--share-from is above --share-to")
    }
    switch arguments.text("shares") ?? "none" {
    case "weights": options.restriction = .weights(from...to)
    case "contributions": options.restriction = .contributions(from...to)
    default:
      if let option = ["share-from", "share-to"].first(where: arguments.isGiven) {
        throw Failure(
          status: .usage, message: "--\(option) goes with --shares weights or contributions")
      }
    }
    let codes = framework.indicators.map(\.code)
    if let table = try input.table(option: "comparisons", arguments) {
      options.comparisons = try comparisons(table, codes)
    }
    if let table = try input.table(option: "budgets", arguments) {
      options.budgets = try budgets(table, codes)
    }
    return options
  }

  private static func retention(_ arguments: Arguments) throws -> FactorWeights.Retention {
    func limit(_ range: ClosedRange<Double>, _ fallback: Double) throws -> Double {
      try arguments.number("keep-limit", in: range, default: fallback)
    }
    switch arguments.text("keep") ?? "share" {
    case "eigenvalue": return .eigenvalueAbove(try limit(0...1e6, 1))
    case "cumulative": return .cumulativeShare(try limit(0...1, 0.6))
    case "count":
      let number = try limit(1...1e6, 2)
      guard let count = Int(exactly: number) else {
        throw Failure(
          status: .usage, message: "--keep-limit: \(number) is no number of components")
      }
      return .count(count)
    default: return .shareAbove(try limit(0...1, 0.1))
    }
  }

  /// A square table whose first column names its rows, in the order of the framework.
  private static func comparisons(_ table: CSVTable, _ codes: [String]) throws -> Matrix {
    let names = try table.texts(table.columns[0])
    try ExpertWeights.checkRows(names, of: table)
    let rows = try codes.map { code in
      guard let row = names.firstIndex(of: code) else {
        throw DataError.invalid(table.file, "there is no row of '\(excerpt(code))'")
      }
      return row
    }
    let columns = try codes.map { try table.numbers($0) }
    return Matrix(rows: codes.count, columns: codes.count) { columns[$1][rows[$0]] }
  }

  /// One row an expert; a column that is no indicator names them.
  private static func budgets(
    _ table: CSVTable, _ codes: [String]
  ) throws -> (experts: [String], points: Matrix) {
    let columns = try codes.map { try table.numbers($0) }
    let label = table.columns.first { !codes.contains($0) }
    let experts =
      try label.map { try table.texts($0) }
      ?? (0..<table.rowCount).map { "expert \($0 + 1)" }
    return (
      experts, Matrix(rows: experts.count, columns: codes.count) { columns[$1][$0] }
    )
  }
}
