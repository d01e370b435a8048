import CommandLineKit

/// `indicators datasets`.
enum DatasetsCommand {
  static let command = Command(
    name: "datasets", summary: "The data packages that ship with the program, and your own",
    subcommands: [
      DatasetsDescribeCommand.command, DatasetsExportCommand.command, DatasetsListCommand.command,
      DatasetsSynthesiseCommand.command,
    ], defaultSubcommand: "list")
}
