import CommandLineKit

/// `indicators poverty`.
enum PovertyCommand {
  static let command = Command(
    name: "poverty", summary: "How many people are poor, how that changed and why",
    subcommands: [
      PovertyChangeCommand.command, PovertyDominanceCommand.command, PovertyGroupedCommand.command,
      PovertyIncidenceCommand.command, PovertyMeasureCommand.command,
      PovertyMultidimensionalCommand.command, PovertyNowcastCommand.command,
    ])
}
