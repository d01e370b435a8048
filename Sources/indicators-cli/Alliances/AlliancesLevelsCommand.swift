import CommandLineKit
import ESSIndicators

/// `indicators alliances levels`.
enum AlliancesLevelsCommand {
  static let command = Command.measuring(
    "levels", summary: "Articulation of local, national and international alliances",
    discussion: """
      How far sub-national alliances and local organisations reach national and international alliances, directly and \
      through alliances that belong to alliances; the territories with a presence at each level; and what each level \
      contributes to coverage: what only it covers, what is lost without it, and its Shapley value; beside their mean, \
      spread, z and p in random memberships with the same margins.
      """,
    operand: AllianceOptions.input,
    options: AllianceViewOptions.nullModel + AllianceViewOptions.all, columns: [],
    examples: [
      Example(
        command: "indicators alliances levels --scope all --draws 20 --format table",
        explanation: "All themes, Latin America and the Caribbean"),
      Example(
        command: "indicators alliances levels --year 2015 --draws 0",
        explanation: "The SSE core, as of 2015"),
    ],
    defaultsOf: ["alliances", "recession"]
  ) { arguments, input in
    let opened = try input.allianceView(arguments)
    let context = try arguments.displayContext(opened.tree)
    let levels = AllianceLevels(opened.view)
    let draws = try NullDraws(arguments, steps: opened.view.stepsOfRedrawing)
    let null = levels.nullModel(draws: draws.count, seed: try arguments.seed())
    return CommandResult(
      observations: levels.observations + levels.observations(of: null),
      displays: [
        levels.articulationDisplay(context), levels.markDisplay(context),
        levels.contributions.display(context),
      ] + [Display([null], context)].compactMap(\.self),
      warnings: opened.warnings + draws.warnings)
  }
}
