import CommandLineKit
import ESSIndicators

/// `indicators convert`.
enum ConvertCommand {
  static let command = Command(
    name: "convert", summary: "A panel in another form: long, wide, SDMX-CSV or a data package",
    discussion: """
      Reads a dataset's panel or a file: CSV, long with a variable and a value column or wide with a column for each \
      variable; a World Bank download (a column for each year, lines about the download, an empty last column, groups \
      of countries mixed in); Eurostat's tab-separated form with its flags; SDMX-CSV. Writes it long, wide, as SDMX-CSV \
      2.1 with action M (merge), or as a data package, which the other commands read by its folder. Statuses and \
      sources are kept, but a wide file has no place for them. Flags that no status stands for go to a column of their \
      own.
      """,
    operands: [CommonOptions.input],
    options: [
      Option(
        long: "aggregates", kind: .choice(["keep", "drop"]),
        help: "Groups of countries in a World Bank download", fallback: "keep"),
      Option(
        long: "structure", kind: .text("ID"),
        help: "SDMX dataflow of the rows", fallback: defaultStructure),
      Option(long: "to", kind: .choice(targets), help: "Form to write", fallback: "long"),
    ] + columns + [
      CommonOptions.manifest, CommonOptions.messages,
      Option(
        long: "output", short: "o", kind: .file("PATH"),
        help:
          "Write to a file, whole or not at all, instead of standard output; for a data package a folder",
        group: CommonOptions.group),
      CommonOptions.progress, CommonOptions.quiet, CommonOptions.threads,
    ],
    examples: [
      Example(
        command: "indicators convert mexico-states --to wide -o states.csv",
        explanation: "Mexico's states, one column a variable"),
      Example(
        command: "indicators convert lac-covid --to sdmx-csv",
        explanation: "The default panel as SDMX-CSV"),
    ],
    run: { arguments in
      try ErrorMessages.translating { try convert(arguments) }
    })

  private static let package = "datapackage"
  private static let targets = PanelForm.allCases.map(\.rawValue) + [package]
  private static let defaultStructure = "ESS:INDICATORS(1.0)"

  private static let columns =
    (CommonOptions.columns
    + [
      ("source", "source keys"), ("status", "SDMX statuses"), ("value", "values of a long file"),
      ("variable", "variable names of a long file"),
    ].map { name, what in
      Option(
        long: name, kind: .text("COLUMN"), help: "Column of \(what)", fallback: name,
        group: CommonOptions.columnGroup)
    }).sorted { $0.long < $1.long }

  private static func convert(_ arguments: Arguments) throws {
    let target = arguments.text("to") ?? PanelForm.long.rawValue
    if arguments.isGiven("structure"), target != PanelForm.sdmx.rawValue {
      throw Failure(status: .usage, message: "--structure goes with --to sdmx-csv")
    }
    let input = try Input(
      arguments, mapped: columns.map(\.long).filter { $0 != "frequency" })
    if target == package {
      guard input.dataset == nil else {
        throw Failure(
          status: .usage, message: "\(input.name) is a data package already; see datasets export")
      }
      guard let folder = arguments.text("output") else {
        throw Failure(status: .usage, message: "-o DIR is needed: the folder of the data package")
      }
      return try write(try panel(arguments, input), to: folder, arguments, input)
    }
    let form = PanelForm(rawValue: target) ?? .long
    let bytes = try panel(arguments, input).csv(
      form, structure: arguments.text("structure") ?? defaultStructure)
    try Output.write(bytes, arguments, input, nouns: [])
  }

  private static func panel(_ arguments: Arguments, _ input: Input) throws -> Panel {
    let panel = try input.panel()
    guard input.isWorldBankDownload else {
      guard !arguments.isGiven("aggregates") else {
        throw Failure(
          status: .usage,
          message: "--aggregates is for a World Bank download; \(input.name) is none")
      }
      return panel
    }
    let groups = panel.worldBankAggregates
    guard !groups.isEmpty else { return panel }
    let isDropped = arguments.text("aggregates") == "drop"
    arguments.diagnostics.note(
      "groups of countries \(isDropped ? "dropped" : "kept"): \(groups.joined(separator: ", "))")
    return isDropped ? panel.removing(Set(groups)) : panel
  }

  private static func write(
    _ panel: Panel, to folder: String, _ arguments: Arguments, _ input: Input
  ) throws {
    let name = folder.split(separator: "/").last.map(String.init) ?? "panel"
    let files = panel.dataPackage(name: name)
    try Files.makeFolder(folder)
    // The descriptor comes last, so that it stands only beside the tables that it names.
    for (file, bytes) in files { try Files.write(bytes, to: "\(folder)/\(file)") }
    if let manifest = arguments.text("manifest") {
      let runs = files.map { file, bytes in
        Manifest.Run(
          command: arguments.commandPath, options: input.settings(arguments, nouns: []),
          file: "\(folder)/\(file)", bytes: bytes)
      }
      try Files.write(Manifest(inputs: try input.files(), results: runs).json(), to: manifest)
    }
    arguments.diagnostics.note(
      "\(files.count) files written to \(folder); variables.csv has room for roles and units")
  }
}
