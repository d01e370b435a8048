import CommandLineKit

/// `indicators recovery`.
enum RecoveryCommand {
  static let command = Command(
    name: "recovery", summary: "What made a difference: effects with honest uncertainty",
    subcommands: [
      RecoveryDifferenceCommand.command,
      RecoveryDoseCommand.command,
      RecoveryLocalProjectionCommand.command,
      RecoveryPowerCommand.command,
      RecoveryRegressCommand.command,
      RecoverySyntheticCommand.command,
      RecoverySyntheticDifferenceCommand.command,
    ])
}
