import CommandLineKit

/// All commands of the program, in the order of the help.
enum Registry {
  static let commands: [Command] = [
    ReportCommand.command, PovertyCommand.command, RecessionCommand.command,
    RecoveryCommand.command, AlliancesCommand.command, TerritoriesCommand.command,
    DatasetsCommand.command,
    CheckCommand.command, ConvertCommand.command,
    ExplainCommand.command,
  ]
}
