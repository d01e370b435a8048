import CommandLineKit

/// `indicators alliances`.
enum AlliancesCommand {
  static let command = Command(
    name: "alliances", summary: "How far alliances of the SSE reach",
    subcommands: [
      AlliancesCoverageCommand.command, AlliancesEvolutionCommand.command,
      AlliancesGapsCommand.command, AlliancesLevelsCommand.command,
      AlliancesQuestionsCommand.command, AlliancesReachCommand.command, AlliancesRecommendCommand.command, AlliancesStructureCommand.command, AlliancesProjectCommand.command, AlliancesCentralityCommand.command, AlliancesBrokerageCommand.command, AlliancesMixingCommand.command, AlliancesCommunitiesCommand.command, AlliancesBackboneCommand.command, AlliancesKeyCommand.command, AlliancesRobustnessCommand.command, AlliancesAssociationCommand.command, AlliancesExportCommand.command,
}
