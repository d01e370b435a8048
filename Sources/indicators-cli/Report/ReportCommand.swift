import CommandLineKit
import ESSIndicators

/// `indicators report`: the main job.
enum ReportCommand {
  static let command = Command(
    name: "report",
    summary: "Poverty change, recession and recovery, territories and alliances in one go",
    discussion: """
      The tables of poverty change, recession impact, growth outlook, gap to the trend, poverty and output, ranks of the dataset's score with intervals, \
      alliance coverage and the ten questions with the defaults of a dataset, headline first, as text; with -o one CSV file for each command and a manifest with the version, the \
      options after defaults and the digests of inputs and outputs. What a dataset has no tables for is left out.
      """,
    operands: [CommonOptions.dataset],
    options: [
      Option(
        long: "decimals", kind: .integer("N"), help: "Round numbers in the tables to N decimals",
        group: CommonOptions.group),
      Option(
        long: "format", kind: .choice(["table", "md"]), help: "Form of the tables",
        fallback: "table", group: CommonOptions.group),
      Option(
        long: "lang", kind: .choice(Language.allCases.map(\.rawValue)),
        help: "Language of the labels in tables", fallback: "en", group: CommonOptions.group),
      CommonOptions.messages,
      Option(
        long: "output", short: "o", kind: .file("DIR"),
        help: "Folder for the CSV files and the manifest, made if it does not exist",
        group: CommonOptions.group),
      CommonOptions.progress, CommonOptions.quiet, CommonOptions.threads,
    ],
    examples: [
      Example(
        command: "indicators report -o results",
        explanation: "The report on Latin America and the Caribbean, and its CSV files"),
      Example(
        command: "indicators report mexico-states --lang es --format md",
        explanation: "Mexico's states, in Spanish, as Markdown"),
    ],
    run: { arguments in
      try ErrorMessages.translating { try run(arguments) }
    })

  private static func run(_ arguments: Arguments) throws {
    let input = try Input(arguments)
    let dataset = try input.requiredDataset(for: "the report")
    let context = try arguments.displayContext(try input.territories())
    let parts = try ReportParts(
      arguments: arguments, input: input, dataset: dataset, context: context
    ).measured()
    let sections = parts.flatMap(\.sections)
    let poverty = parts.lazy.compactMap(\.poverty).first
    let headline = ForumHeadline(
      outlook: parts.lazy.compactMap(\.outlook).first, poverty: poverty?.vintages,
      surveyed: poverty?.panel ?? [], defaults: dataset.package.defaults)
    var text = try header(headline, context, format: arguments.text("format") ?? "table")
    text += sections.map(\.text).joined(separator: "\n")
    if let folder = arguments.text("output") {
      try write(sections, to: folder, arguments, input)
      arguments.diagnostics.note(
        "\(sections.count) CSV files and manifest.json written to \(folder)")
    }
    try StandardOutput.write(text)
  }

  private static func header(
    _ headline: ForumHeadline?, _ context: DisplayContext, format: String
  ) throws -> String {
    guard let headline else { return "" }
    let lines = headline.lines(context)
    if format == "md" {
      return "## \(lines[0])\n\n" + lines.dropFirst(2).map { "- \($0)\n" }.joined() + "\n"
    }
    let wrapped = lines.flatMap { line in
      line.isEmpty ? [""] : Display.wrap(line, max(Terminal.width, 60))
    }
    return wrapped.joined(separator: "\n") + "\n\n"
  }

  private static func write(
    _ sections: [ReportParts.Section], to folder: String, _ arguments: Arguments, _ input: Input
  ) throws {
    try Files.makeFolder(folder)
    let runs = try Parallel.map(sections.count) { number in
      Result {
        let section = sections[number]
        let file = section.arguments.commandPath.dropFirst().joined(separator: "-") + ".csv"
        try Files.write(section.bytes, to: "\(folder)/\(file)")
        return Manifest.Run(
          command: section.arguments.commandPath,
          options: input.settings(section.arguments, nouns: section.nouns), file: file,
          bytes: section.bytes)
      }
    }.map { try $0.get() }
    // Last, so that a manifest stands only beside the files that it names.
    let manifest = Manifest(inputs: try input.files(), results: runs)
    try Files.write(manifest.json(), to: "\(folder)/manifest.json")
  }
}
