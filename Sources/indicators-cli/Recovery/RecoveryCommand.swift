import CommandLineKit

/// `indicators recovery`.
enum RecoveryCommand {
  static let command = Command(
    name: "recovery", summary: "What made a difference: effects with honest uncertainty",
    subcommands: [
      RecoveryRegressCommand.command, RecoveryLocalProjectionCommand.command, RecoveryDifferenceCommand.command, RecoverySyntheticCommand.command, RecoverySyntheticDifferenceCommand.command, RecoveryDoseCommand.command, RecoveryPowerCommand.command,
    ])
}
