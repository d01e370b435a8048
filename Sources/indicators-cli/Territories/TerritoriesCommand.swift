import CommandLineKit

/// `indicators territories`.
enum TerritoriesCommand {
  static let command = Command(
    name: "territories", summary: "How territories compare: inequality, convergence, space, ranks",
    subcommands: [
      TerritoriesConvergeCommand.command, TerritoriesInequalityCommand.command,
      TerritoriesOrderCommand.command, TerritoriesRanksCommand.command,
      TerritoriesScoreCommand.command,
      TerritoriesSpatialCommand.command, TerritoriesStressCommand.command,
      TerritoriesStructureCommand.command, TerritoriesWeightsCommand.command,
    ])
}
