import CommandLineKit

/// `indicators alliances`.
enum AlliancesCommand {
  static let command = Command(
    name: "alliances", summary: "How far alliances of the SSE reach",
    subcommands: [
      AlliancesCoverageCommand.command, AlliancesEvolutionCommand.command,
      AlliancesGapsCommand.command, AlliancesLevelsCommand.command,
      AlliancesReachCommand.command, AlliancesRecommendCommand.command,
    ] + network)

  /// The verbs of the network itself.
  private static let network = [
    AlliancesStructureCommand.command, AlliancesProjectCommand.command,
    AlliancesCentralityCommand.command, AlliancesBrokerageCommand.command,
    AlliancesMixingCommand.command, AlliancesCommunitiesCommand.command,
    AlliancesBackboneCommand.command, AlliancesKeyCommand.command,
    AlliancesRobustnessCommand.command, AlliancesAssociationCommand.command,
    AlliancesExportCommand.command,
  ]
}
