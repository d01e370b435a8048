import CommandLineKit
import ESSIndicators

/// `indicators alliances levels`.
enum AlliancesLevelsCommand {
  static let command = Command.measuring(
    "levels", summary: "Articulation of local, national and international alliances",
    discussion: """
      How far sub-national alliances and local organisations reach national and international alliances, directly and \
      through alliances that belong to alliances; the territories with a presence at each level; and what each level \
      contributes to coverage: what only it covers, what is lost without it, and its Shapley value.
      """,
    operand: AllianceOptions.input, options: AllianceViewOptions.all, columns: [],
    examples: [
      Example(
        command: "indicators alliances levels --scope all --format table",
        explanation: "All themes, Latin America and the Caribbean"),
      Example(
        command: "indicators alliances levels --year 2015",
        explanation: "The SSE core, as of 2015"),
    ],
    defaultsOf: ["alliances", "recession"]
  ) { arguments, input in
    let opened = try input.allianceView(arguments)
    let context = try arguments.displayContext(opened.tree)
    let levels = AllianceLevels(opened.view)
    return CommandResult(
      observations: levels.observations,
      displays: [
        levels.articulationDisplay(context), levels.markDisplay(context),
        levels.contributions.display(context),
      ], warnings: opened.warnings)
  }
}
