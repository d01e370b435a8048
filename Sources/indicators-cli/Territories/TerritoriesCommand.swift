import CommandLineKit

/// `indicators territories`.
enum TerritoriesCommand {
  static let command = Command(
    name: "territories",
    summary: "How territories compare: scores and ranks, peers, inequality, convergence, space",
    subcommands: [
      TerritoriesClustersCommand.command, TerritoriesCompareCommand.command,
      TerritoriesConvergeCommand.command, TerritoriesInequalityCommand.command,
      TerritoriesOrderCommand.command, TerritoriesPeersCommand.command,
      TerritoriesRanksCommand.command, TerritoriesScoreCommand.command,
      TerritoriesSpatialCommand.command, TerritoriesStressCommand.command,
      TerritoriesStructureCommand.command, TerritoriesWeightsCommand.command,
    ])
}
