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
    let (questions, opened) = try measure(arguments, input)
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
    CommonOptions.level,
  ]

  static func measure(
    _ arguments: Arguments, _ input: Input
  ) throws -> (AllianceQuestions, OpenedView) {
    let opened = try input.allianceView(arguments)
    var views = [opened.view]
    if !arguments.isGiven("scope") {
      let others = AllianceSelection.Scope.allCases.filter { $0 != opened.view.selection.scope }
      views += others.map(opened.view.withScope)
    }
    // Without themes every alliance is of the core, so that the scopes do not differ.
    if !opened.view.network.alliances.contains(where: { !$0.theme.isEmpty }) {
      views = [opened.view.withScope(.all)]
    }
    let actors = arguments.list("actors") ?? input.defaultActors
    return (
      AllianceQuestions(views, actors: actors, level: try arguments.level()), opened
    )
  }
}
