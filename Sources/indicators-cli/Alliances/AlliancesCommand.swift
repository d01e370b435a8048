import CommandLineKit

/// `indicators alliances`.
enum AlliancesCommand {
  static let command = Command(
    name: "alliances", summary: "How far alliances of the SSE reach, and who holds them together",
    subcommands: [
      AlliancesAssociationCommand.command,
      AlliancesBackboneCommand.command,
      AlliancesBrokerageCommand.command,
      AlliancesCentralityCommand.command,
      AlliancesCommunitiesCommand.command,
      AlliancesCoverageCommand.command,
      AlliancesEvolutionCommand.command,
      AlliancesExportCommand.command,
      AlliancesGapsCommand.command,
      AlliancesKeyCommand.command,
      AlliancesLevelsCommand.command,
      AlliancesMixingCommand.command,
      AlliancesProjectCommand.command,
      AlliancesQuestionsCommand.command,
      AlliancesReachCommand.command,
      AlliancesRecommendCommand.command,
      AlliancesRobustnessCommand.command,
      AlliancesStructureCommand.command,
    ], defaultSubcommand: "questions")
}
