import CommandLineKit

/// `indicators poverty`.
enum PovertyCommand {
  static let command = Command(
    name: "poverty", summary: "How many people are poor, how that changed and why",
    subcommands: [
      PovertyChangeCommand.command, PovertyMeasureCommand.command,
      PovertyInequalityCommand.command, PovertyQuantilesCommand.command,
      PovertyLorenzCommand.command, PovertyDominanceCommand.command,
      PovertyIncidenceCommand.command, PovertyGroupedCommand.command,
      PovertyNowcastCommand.command, PovertyMultidimensionalCommand.command,
    ])
}
