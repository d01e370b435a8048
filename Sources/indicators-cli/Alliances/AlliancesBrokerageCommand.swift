import CommandLineKit
import ESSIndicators

/// `indicators alliances brokerage`.
enum AlliancesBrokerageCommand {
  static let command = Command.measuring(
    "brokerage", summary: "Who stands between others that are not tied",
    discussion: """
      Burt's constraint, effective size, efficiency and hierarchy; with --by the brokerage roles of Gould and Fernandez \
      between groups, with their expectation and z for independent ties; and for each alliance the share of the pairs it \
      joins that nothing else joins. Measures of nodes and these shares stand beside their mean, spread, z and p in random \
      memberships with the same margins.
      """,
    operand: AllianceOptions.input,
    options: NetworkOptions.network(modes: [.organisations, .alliances], weights: "none") + [
      NetworkOptions.top, CommonOptions.seed,
      NetworkOptions.draws(
        100, "Random memberships for the null model, 0 for none; fewer by default if they take long"
      ),
      Option(
        long: "by", kind: .text("ATTRIBUTE"),
        help: "Attribute that groups nodes: actor_type, territory, level, in_sse, theme or a column"
      ),
    ], columns: [],
    examples: [
      Example(
        command: "indicators alliances brokerage --by in_sse --draws 5 --format table",
        explanation: "Brokers between the SSE and others"),
      Example(
        command:
          "indicators alliances brokerage --mode alliances --weights count --draws 5 --format csv",
        explanation: "Structural holes among alliances"),
    ],
    defaultsOf: []
  ) { arguments, input in
    let network = try input.actorNetwork(arguments, mode: .organisations, weights: "none")
    let triples = network.graph.degrees.reduce(0) { $0 + Double($1) * Double($1) }
    let draws = try NullDraws(arguments, steps: 2 * network.stepsOfRedrawing + triples)
    let brokerage = try NetworkBrokerage(
      network, by: arguments.text("by"), draws: draws.count, seed: arguments.seed())
    return CommandResult(
      observations: brokerage.observations,
      displays: brokerage.displays(
        try arguments.displayContext(input.territories()), most: try arguments.top()),
      warnings: network.origin == nil ? [] : draws.warnings)
  }
}
