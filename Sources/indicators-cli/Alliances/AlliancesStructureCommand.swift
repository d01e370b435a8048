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
      assortativity, cores.
      """,
    operand: AllianceOptions.input,
    options: NetworkOptions.incidence.filter { !["reach", "weighted"].contains($0.long) }
      + NetworkOptions.ties + [
        CommonOptions.seed,
        NetworkOptions.draws(100, "Random networks for the null model, 0 for none"),
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
      let opened = try input.actorNetwork(arguments, mode: .organisations, weights: "none")
      let structure = TieStructure(opened.actors)
      return CommandResult(
        observations: structure.observations, displays: [structure.display(context)])
    }
    let network = try input.allianceTables(arguments).network()
    let structure = try NetworkStructure(
      network, input.incidenceOptions(network, arguments),
      draws: arguments.draws(default: 100), seed: arguments.seed())
    return CommandResult(
      observations: structure.observations,
      displays: [structure.display(context)]
        + (structure.draws > 0 ? [structure.nullDisplay(context)] : []))
  }
}
