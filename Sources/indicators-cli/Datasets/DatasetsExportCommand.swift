import CommandLineKit
import ESSIndicators

/// `indicators datasets export`.
enum DatasetsExportCommand {
  static let command = Command(
    name: "export", summary: "Write a data package to a folder",
    operands: [CommonOptions.dataset],
    options: [
      CommonOptions.messages,
      Option(
        long: "output", short: "o", kind: .file("DIR"),
        help: "Folder to write to, made if it does not exist", group: CommonOptions.group),
      Option(
        long: "overwrite", kind: .flag,
        help: "Write over files that are there and hold something else", group: CommonOptions.group),
      CommonOptions.quiet,
    ],
    examples: [
      Example(
        command: "indicators datasets export lac-covid -o results/lac-covid",
        explanation: "The descriptor and the tables of the default package"),
      Example(
        command: "indicators datasets export mexico-states --output results/mexico --quiet",
        explanation: "Another package, without a note of what was written"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        guard let folder = arguments.text("output") else {
          throw Failure(status: .usage, message: "-o DIR is needed: the folder to write to")
        }
        let dataset = try Dataset(arguments.operands.first ?? Dataset.defaultName)
        let files = try dataset.fileNames.map { ($0, try dataset.bytes(of: $0)) }
        if !arguments.flag("overwrite") { try checkNothingIsLost(files, in: folder) }
        try Files.makeFolder(folder)
        for (name, bytes) in files { try Files.write(bytes, to: folder + "/" + name) }
        arguments.diagnostics.note("\(files.count) files written to \(folder)")
      }
    })

  /// Refuses a folder with tables that somebody changed.
  private static func checkNothingIsLost(
    _ files: [(name: String, bytes: [UInt8])], in folder: String
  ) throws {
    for (name, bytes) in files {
      let path = folder + "/" + name
      guard Files.exists(path), try Files.read(path) != bytes else { continue }
      throw DataError.cannotCreate(
        path: path, reason: "it is there and holds something else; --overwrite writes over it")
    }
  }
}
