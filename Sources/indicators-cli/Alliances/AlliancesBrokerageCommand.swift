import CommandLineKit
import ESSIndicators

/// `indicators alliances brokerage`.
enum AlliancesBrokerageCommand {
  static let command = Command.measuring(
    "brokerage", summary: "Who stands between others that are not tied",
    discussion: """
      Burt's constraint, effective size, efficiency and hierarchy; with --by the brokerage roles of Gould and Fernandez \
      between groups, with their expectation and z for independent ties; and for each alliance the share of the pairs it \
      joins that nothing else joins.
      """,
    operand: AllianceOptions.input,
    options: NetworkOptions.network(modes: [.organisations, .alliances], weights: "none") + [
      NetworkOptions.top,
      Option(
        long: "by", kind: .text("ATTRIBUTE"),
        help: "Attribute that groups nodes: actor_type, territory, level, in_sse, theme or a column"
      ),
    ], columns: [],
    examples: [
      Example(
        command: "indicators alliances brokerage --by in_sse --top 10 --format table",
        explanation: "Brokers between the SSE and others"),
      Example(
        command: "indicators alliances brokerage --mode alliances --weights count --format csv",
        explanation: "Structural holes among alliances"),
    ],
    defaultsOf: []
  ) { arguments, input in
    let opened = try input.actorNetwork(arguments, mode: .organisations, weights: "none")
    let brokerage = try NetworkBrokerage(
      opened.actors, by: arguments.text("by"), incidence: opened.incidence)
    return CommandResult(
      observations: brokerage.observations,
      displays: brokerage.displays(
        try arguments.displayContext(input.territories()), most: try arguments.top()))
  }
}
