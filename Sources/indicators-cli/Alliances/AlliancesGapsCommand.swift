import CommandLineKit
import ESSIndicators

/// `indicators alliances gaps`.
enum AlliancesGapsCommand {
  static let command = Command.measuring(
    "gaps", summary: "What is missing, ranked",
    discussion: """
      Nine gaps from 0 to 1, the largest first: territories and need without an alliance, unequal numbers of \
      alliances, organisations that nothing connects, dependence on one alliance or one organisation, closure to actors \
      outside the SSE, members that are not recorded, and missing levels. They are ranked, never averaged.
      """,
    operand: AllianceOptions.input, options: AllianceViewOptions.all, columns: [],
    examples: [
      Example(
        command: "indicators alliances gaps --format table",
        explanation: "The SSE core in Latin America and the Caribbean"),
      Example(
        command: "indicators alliances gaps --scope all --frame SOUTH_AMERICA",
        explanation: "All themes in South America"),
    ],
    defaultsOf: ["alliances", "recession"]
  ) { arguments, input in
    let opened = try input.allianceView(arguments)
    let gaps = AllianceGaps(opened.view)
    return CommandResult(
      observations: gaps.observations,
      displays: [gaps.display(try arguments.displayContext(opened.tree))],
      warnings: opened.warnings)
  }
}
