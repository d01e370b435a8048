import CommandLineKit

/// `indicators recession`.
enum RecessionCommand {
  static let command = Command(
    name: "recession", summary: "How deep, how long, regained when, and what had been expected",
    subcommands: [
      RecessionImpactCommand.command, RecessionOutlookCommand.command,
      RecessionCycleCommand.command, RecessionGapCommand.command,
      RecessionResilienceCommand.command, RecessionShiftShareCommand.command,
      RecessionShockCommand.command,
    ])
}
