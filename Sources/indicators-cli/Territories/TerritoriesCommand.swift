import CommandLineKit

/// `indicators territories`.
enum TerritoriesCommand {
  static let command = Command(
    name: "territories", summary: "How territories compare: inequality, convergence, space, ranks",
    subcommands: [
      TerritoriesConvergeCommand.command, TerritoriesInequalityCommand.command,
      TerritoriesRanksCommand.command, TerritoriesScoreCommand.command,
      TerritoriesSpatialCommand.command, TerritoriesStructureCommand.command,
    ])
}
