import CommandLineKit
import ESSIndicators

/// `indicators alliances structure`.
enum AlliancesStructureCommand {
  static let command = Command.measuring(
    "structure", summary: "How memberships, or ties, are laid out as a whole",
    discussion: """
      Density, degrees and their inequality, parts and fragmentation, nestedness (NODF), the clustering of Robins and \
      Alexander and of Latapy, direct and federated, each beside its mean, spread, z and p in random networks with the \
      same numbers of memberships and members (curveball draws). Of a table of ties: density, parts, triangles, \
      assortativity, cores, maximal cliques, beside random networks in which every node has as many ties.
      """,
    operand: AllianceOptions.input,
    options: NetworkOptions.incidence.filter { !["reach", "weighted"].contains($0.long) }
      + NetworkOptions.ties + [
        CommonOptions.seed,
        NetworkOptions.draws(
          100, "Random networks for the null model, 0 for none; fewer by default if they take long"),
      ], columns: [],
    examples: [
      Example(
        command: "indicators alliances structure --scope all --draws 20 --format table",
        explanation: "Every theme, direct and federated"),
      Example(
        command: "indicators alliances structure --isolates keep --draws 0 --format csv",
        explanation: "The core with all organisations listed, without a null model"),
    ],
    defaultsOf: []
  ) { arguments, input in
    let context = try arguments.displayContext(input.territories())
    if arguments.flag("ties") {
      let network = try input.actorNetwork(arguments, mode: .organisations, weights: "none")
      let wedges = network.graph.degrees.reduce(0) { $0 + Double($1) * Double($1) }
      let draws = try NullDraws(arguments, steps: 3 * wedges + 2_000 * network.storedTies)
      let structure = TieStructure(network, draws: draws.count, seed: try arguments.seed())
      return CommandResult(
        observations: structure.observations, displays: structure.displays(context),
        warnings: draws.warnings)
    }
    let network = try input.allianceTables(arguments).network()
    let options = try input.incidenceOptions(network, arguments)
    let draws = try NullDraws(arguments, steps: steps(network, options))
    let structure = try NetworkStructure(
      network, options, draws: draws.count, seed: arguments.seed())
    return CommandResult(
      observations: structure.observations,
      displays: [structure.display(context)]
        + [structure.nullDisplay(context)].compactMap(\.self),
      warnings: draws.warnings)
  }

  /// Pairs that a draw visits on both sides, direct and federated.
  private static func steps(
    _ network: AllianceNetwork, _ options: AllianceIncidence.Options
  ) throws(DataError) -> Double {
    let graph = try AllianceIncidence(network, options).graph
    let degrees = graph.rowDegrees + graph.columnDegrees
    return 2 * degrees.reduce(0) { $0 + Double($1) * Double($1) }
  }
}
