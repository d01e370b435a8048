import CommandLineKit

/// `indicators poverty`.
enum PovertyCommand {
  static let command = Command(
    name: "poverty", summary: "How many people are poor, how that changed and why",
    subcommands: [
      PovertyChangeCommand.command, PovertyGroupedCommand.command, PovertyMeasureCommand.command,
      PovertyNowcastCommand.command,
    ])
}
