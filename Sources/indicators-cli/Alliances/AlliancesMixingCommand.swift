import CommandLineKit
import ESSIndicators

/// `indicators alliances mixing`.
enum AlliancesMixingCommand {
  static let command = Command.measuring(
    "mixing", summary: "How ties and alliances mix actors of different kinds",
    discussion: """
      The mixing matrix, the E-I index with its expectation and z for groups given at random, nominal and numeric \
      assortativity, Blau's heterogeneity of each alliance, and, by actor type, the share of pairs of other actors that \
      meet in an alliance with a government; each also beside its mean, spread, z and p in random memberships with the \
      same margins.
      """,
    operand: AllianceOptions.input,
    options: NetworkOptions.network(modes: [.organisations, .alliances], weights: "count") + [
      NetworkOptions.top, CommonOptions.seed,
      NetworkOptions.draws(999, "Random assignments of the groups, 0 for none"),
      NetworkOptions.nullDraws,
      Option(
        long: "by", kind: .text("ATTRIBUTE"),
        help:
          "Attribute that groups nodes: actor_type, territory, level, in_sse, theme or a column",
        fallback: "actor_type"),
      Option(
        long: "numeric", kind: .text("ATTRIBUTES"),
        help: "Attributes that are numbers, for assortativity", repeats: true, separator: ","),
    ], columns: [],
    examples: [
      Example(
        command: "indicators alliances mixing --scope all --draws 99 --null-draws 20",
        explanation: "By type of actor, every theme"),
      Example(
        command: "indicators alliances mixing --by in_sse --draws 99 --null-draws 0 --format csv",
        explanation: "Ties between the SSE and others"),
    ],
    defaultsOf: []
  ) { arguments, input in
    let network = try input.actorNetwork(arguments, mode: .organisations, weights: "count")
    let draws = try NullDraws(
      arguments, option: "null-draws",
      steps: 3 * network.stepsOfRedrawing + 4 * network.storedTies)
    let mixing = try NetworkMixing(
      network,
      .init(
        attribute: arguments.text("by") ?? "actor_type", numeric: arguments.list("numeric") ?? [],
        permutations: arguments.draws(default: 999), draws: draws.count, seed: arguments.seed()))
    return CommandResult(
      observations: mixing.observations,
      displays: mixing.displays(
        try arguments.displayContext(input.territories()), most: try arguments.top()),
      warnings: network.origin == nil ? [] : draws.warnings)
  }
}
