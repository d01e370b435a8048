import CommandLineKit
import ESSIndicators

/// `indicators convert`.
enum ConvertCommand {
  static let command = Command(
    name: "convert", summary: "A panel in another form: long, wide, or SDMX-CSV",
    discussion: """
      Reads a dataset's panel or a CSV file (long with a variable and a value column, wide with a column for each \
      variable, or the World Bank's form with a column for each year, its lines about the download and its empty last \
      column) and writes it long, wide, or as SDMX-CSV 2 with action M (merge). A wide file has no place for \
      statuses and sources.
      """,
    operands: [CommonOptions.input],
    options: [
      Option(
        long: "structure", kind: .text("ID"),
        help: "SDMX dataflow of the rows", fallback: "ESS:INDICATORS(1.0)"),
      Option(
        long: "to", kind: .choice(PanelForm.allCases.map(\.rawValue)), help: "Form to write",
        fallback: "long"),
    ] + CommonOptions.columns + [
      CommonOptions.messages,
      Option(
        long: "output", short: "o", kind: .file("FILE"),
        help: "Write to FILE, whole or not at all, instead of standard output",
        group: CommonOptions.group),
      CommonOptions.progress,
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
      try ErrorMessages.translating {
        let form = arguments.text("to").flatMap(PanelForm.init) ?? .long
        if arguments.isGiven("structure"), form != .sdmx {
          throw Failure(status: .usage, message: "--structure goes with --to sdmx-csv")
        }
        let structure = arguments.text("structure") ?? "ESS:INDICATORS(1.0)"
        let bytes = try Input(arguments).panel().csv(form, structure: structure)
        if let path = arguments.text("output") {
          try Files.write(bytes, to: path)
        } else {
          try StandardOutput.write(bytes)
        }
      }
    })
}
