import CommandLineKit
import ESSIndicators

/// `indicators alliances robustness`.
enum AlliancesRobustnessCommand {
  static let command = Command.measuring(
    "robustness", summary: "How a network falls apart, and what hangs on single alliances",
    discussion: """
      The share of the largest part as nodes are removed by falling degree, by falling betweenness and in random order, its \
      mean over all removals, and for each alliance the members that have no other and the rise of fragmentation when it \
      leaves.
      """,
    operand: AllianceOptions.input,
    options: NetworkOptions.network(modes: [.organisations, .alliances, .both], weights: "none") + [
      NetworkOptions.top, CommonOptions.seed, NetworkOptions.draws(100, "Random orders of removal"),
    ], columns: [],
    examples: [
      Example(
        command: "indicators alliances robustness --draws 20 --format table",
        explanation: "Organisations of the core"),
      Example(
        command: "indicators alliances robustness --mode both --scope all --draws 20 --format csv",
        explanation: "Organisations and alliances in one network"),
    ],
    defaultsOf: []
  ) { arguments, input in
    let opened = try input.actorNetwork(arguments, mode: .organisations, weights: "none")
    let robustness = try NetworkRobustness(
      opened.actors, incidence: opened.incidence, draws: arguments.draws(default: 100),
      seed: arguments.seed())
    return CommandResult(
      observations: robustness.observations,
      displays: robustness.displays(
        try arguments.displayContext(input.territories()), most: try arguments.top()))
  }
}
