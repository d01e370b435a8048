import CommandLineKit

/// `indicators alliances`.
enum AlliancesCommand {
  static let command = Command(
    name: "alliances", summary: "How far alliances of the SSE reach",
    subcommands: [
      AlliancesCoverageCommand.command, AlliancesEvolutionCommand.command,
      AlliancesGapsCommand.command, AlliancesLevelsCommand.command,
      AlliancesReachCommand.command, AlliancesRecommendCommand.command,
    ])
}
