import CommandLineKit

/// `indicators territories`.
enum TerritoriesCommand {
  static let command = Command(
    name: "territories", summary: "How territories compare: inequality, convergence, space, ranks",
    subcommands: [
      TerritoriesClustersCommand.command, TerritoriesCompareCommand.command,
      TerritoriesConvergeCommand.command, TerritoriesInequalityCommand.command,
      TerritoriesPeersCommand.command, TerritoriesRanksCommand.command,
      TerritoriesSpatialCommand.command,
      TerritoriesStructureCommand.command,
    ])
}
