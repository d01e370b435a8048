import CommandLineKit
import ESSIndicators

/// `indicators alliances questions`.
enum AlliancesQuestionsCommand {
  static let command = Command.measuring(
    "questions", summary: "The ten guiding questions of the forum, answered with numbers",
    discussion: """
      For each of the ten questions on alliances, in the forum's order: the numbers that answer it, for the SSE core and \
      for all themes side by side, with an interval where one is defined; what they say; what they cannot say; and the \
      command that gives the detail. With --scope for that scope alone. This is what `indicators alliances` prints.
      """,
    operand: AllianceOptions.input, options: options + AllianceViewOptions.all, columns: [],
    examples: [
      Example(
        command: "indicators alliances questions --format table",
        explanation: "The answers for Latin America and the Caribbean"),
      Example(
        command: "indicators alliances questions --lang es --format md",
        explanation: "In Spanish, as Markdown"),
    ],
    defaultsOf: ["alliances", "recession"]
  ) { arguments, input in
    let opened = try input.allianceView(arguments)
    let questions = try measure(arguments, input, opened.view)
    let context = try arguments.displayContext(opened.tree)
    return CommandResult(
      observations: questions.observations, displays: questions.displays(context),
      warnings: opened.warnings)
  }

  private static let options = [
    Option(
      long: "actors", kind: .text("IDS"),
      help: "Organisations of question 8, by their ids; the dataset has a default", repeats: true,
      separator: ","),
    CommonOptions.level, CommonOptions.seed,
    NetworkOptions.draws(
      100, "Random deletions behind the intervals of ranks in question 6, 0 for none"),
  ]

  static func measure(
    _ arguments: Arguments, _ input: Input, _ view: AllianceView
  ) throws -> AllianceQuestions {
    let hasThemes = view.network.alliances.contains { !$0.theme.isEmpty }
    var views = [view]
    if !arguments.isGiven("scope"), hasThemes {
      let others = AllianceSelection.Scope.allCases.filter { $0 != view.selection.scope }
      views += others.map(view.withScope)
    }
    let actors = arguments.list("actors") ?? input.defaultActors
    let draws =
      arguments.isGiven("draws")
      ? try arguments.count("draws", in: 0...1_000_000, default: 100) : nil
    return AllianceQuestions(
      views, actors: actors, level: try arguments.level(), draws: draws,
      seed: try arguments.seed())
  }
}
