import CommandLineKit
import ESSIndicators

/// `indicators alliances communities`.
enum AlliancesCommunitiesCommand {
  static let command = Command.measuring(
    "communities", summary: "Groups with many ties inside, and how stable they are",
    discussion: """
      The best of several runs of Leiden or Louvain by modularity, with --mode both by Barber's modularity of two \
      sides; the agreement of the other runs with it; and modularity in random networks with the same numbers of \
      memberships and members. Groups are numbered by size. The same seed gives the same groups.
      """,
    operand: AllianceOptions.input,
    options: NetworkOptions.network(
      modes: [.organisations, .alliances, .both], weights: "count") + [
        CommonOptions.seed,
        NetworkOptions.draws(
          20, "Random networks for the null model, 0 for none; none by default if they take long"),
        Option(
          long: "method", kind: .choice(Communities.Method.allCases.map(\.rawValue)),
          help: "How groups are looked for", fallback: "leiden"),
        Option(
          long: "resolution", kind: .number("X"), help: "More and smaller groups above 1",
          fallback: "1"),
        Option(
          long: "runs", kind: .integer("N"), help: "Runs, of which the best counts", fallback: "20"),
      ], columns: [],
    examples: [
      Example(
        command: "indicators alliances communities --draws 5 --format table",
        explanation: "Communities of organisations"),
      Example(
        command: "indicators alliances communities --mode both --runs 10 --draws 0 --format csv",
        explanation: "Organisations with their alliances"),
    ],
    defaultsOf: []
  ) { arguments, input in
    let network = try input.actorNetwork(arguments, mode: .organisations, weights: "count")
    let draws = try NullDraws(
      arguments, usual: 20, steps: network.stepsOfRedrawing + 100 * network.storedTies)
    let communities = try NetworkCommunities(
      network,
      .init(
        method: arguments.choice("method", default: .leiden),
        runs: arguments.count("runs", in: 1...10_000, default: 20),
        resolution: arguments.number("resolution", in: 1e-6...1e6, default: 1),
        draws: draws.count, seed: arguments.seed()))
    return CommandResult(
      observations: communities.observations,
      displays: communities.displays(try arguments.displayContext(input.territories())),
      warnings: network.origin == nil ? [] : draws.warnings)
  }
}
