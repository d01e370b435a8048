import CommandLineKit
import ESSIndicators

/// `indicators alliances robustness`.
enum AlliancesRobustnessCommand {
  static let command = Command.measuring(
    "robustness", summary: "How a network falls apart, and what hangs on single alliances",
    discussion: """
      The share of the largest part as nodes are removed by falling degree, by falling betweenness and in random order, its \
      mean over all removals, and for each alliance the members that have no other and the rise of fragmentation when it \
      leaves; these beside their mean, spread, z and p in random memberships with the same margins.
      """,
    operand: AllianceOptions.input,
    options: NetworkOptions.network(modes: [.organisations, .alliances, .both], weights: "none") + [
      NetworkOptions.top, CommonOptions.seed, NetworkOptions.draws(100, "Random orders of removal"),
      NetworkOptions.nullDraws,
    ], columns: [],
    examples: [
      Example(
        command: "indicators alliances robustness --draws 20 --null-draws 5 --format table",
        explanation: "Organisations of the core"),
      Example(
        command:
          "indicators alliances robustness --mode both --scope all --draws 20 --null-draws 0 --format csv",
        explanation: "Organisations and alliances in one network"),
    ],
    defaultsOf: []
  ) { arguments, input in
    let network = try input.actorNetwork(arguments, mode: .organisations, weights: "none")
    let orders = try arguments.draws(default: 100)
    let perNode = Double(network.ids.count + 2 * orders)
    let draws = try NullDraws(
      arguments, option: "null-draws",
      steps: network.stepsOfRedrawing + perNode * network.storedTies)
    let robustness = try NetworkRobustness(
      network, draws: orders, nullDraws: draws.count, seed: arguments.seed())
    return CommandResult(
      observations: robustness.observations,
      displays: robustness.displays(
        try arguments.displayContext(input.territories()), most: try arguments.top()),
      warnings: network.origin == nil ? [] : draws.warnings)
  }
}
