import CommandLineKit
import ESSIndicators

/// `indicators report`: the main job.
enum ReportCommand {
  static let command = Command(
    name: "report", summary: "Poverty change, recession impact and alliance coverage in one go",
    discussion: """
      The tables of poverty change, recession impact, growth outlook and alliance coverage with the defaults of a \
      dataset, headline first, as text; with -o one CSV file for each command and a manifest with the version, the \
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

  /// One of the commands that a report is made of.
  private struct Section {
    let command: [String]
    let nouns: [String]
    let observations: [Observation]
    let displays: [Display]

    var file: String { command.joined(separator: "-") + ".csv" }
  }

  private static func run(_ arguments: Arguments) throws {
    let input = try Input(arguments)
    let dataset = try input.requiredDataset(for: "the report")
    let context = try arguments.displayContext(try input.territories())
    let (sections, headline) = try sections(arguments, input, dataset, context)
    guard !sections.isEmpty else {
      throw DataError.notIdentified(
        "the dataset '\(input.name)' has no table that the report is made of")
    }
    let format = arguments.text("format") ?? "table"
    var text = try header(headline, context, format: format)
    text += Output.text(sections.flatMap(\.displays), format: format, arguments.language)
    if let folder = arguments.text("output") {
      try write(sections, to: folder, arguments, input)
      arguments.diagnostics.note(
        "\(sections.count) CSV files and manifest.json written to \(folder)")
    }
    try StandardOutput.write(text)
  }

  private static func sections(
    _ arguments: Arguments, _ input: Input, _ dataset: Dataset, _ context: DisplayContext
  ) throws -> ([Section], ForumHeadline?) {
    var sections: [Section] = []
    let poverty = try PovertyChangeCommand.parts(arguments, input)
    sections.append(
      Section(
        command: ["poverty", "change"], nouns: ["poverty"], observations: poverty.observations,
        displays: (poverty.vintages.map { [$0.display(context, groupsOnly: true)] } ?? [])
          + poverty.panel.map { $0.display(context) }))
    let (impact, _) = try RecessionImpactCommand.measure(arguments, input)
    sections.append(
      Section(
        command: ["recession", "impact"], nouns: ["recession"],
        observations: impact.observations, displays: [impact.display(context)]))
    var outlook: OutlookComparison?
    if dataset.has("outlook") {
      let (comparison, _) = try RecessionOutlookCommand.compare(arguments, input)
      outlook = comparison
      sections.append(
        Section(
          command: ["recession", "outlook"], nouns: ["outlook"],
          observations: comparison.observations,
          displays: [comparison.groupDisplay(context, publishedOnly: true)]))
    }
    if dataset.has("memberships") {
      let opened = try input.allianceView(arguments)
      let coverage = try AlliancesCoverageCommand.measure(arguments, opened.view)
      sections.append(
        Section(
          command: ["alliances", "coverage"], nouns: ["alliances", "recession"],
          observations: coverage.observations,
          displays: [coverage.scopeDisplay(context), coverage.greedyDisplay(context)]))
      let (questions, _) = try AlliancesQuestionsCommand.measure(arguments, input)
      sections.append(
        Section(
          command: ["alliances", "questions"], nouns: ["alliances", "recession"],
          observations: questions.observations, displays: [questions.summary(context)]))
    }
    let headline = ForumHeadline(
      outlook: outlook, poverty: poverty.vintages, surveyed: poverty.panel,
      defaults: dataset.package.defaults)
    return (sections, headline)
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
    _ sections: [Section], to folder: String, _ arguments: Arguments, _ input: Input
  ) throws {
    try Files.makeFolder(folder)
    let writer = ObservationWriter(format: .csv)
    var runs: [Manifest.Run] = []
    for section in sections {
      let bytes = writer.bytes(section.observations)
      try Files.write(bytes, to: "\(folder)/\(section.file)")
      runs.append(
        Manifest.Run(
          command: ["indicators"] + section.command,
          options: input.settings(arguments, nouns: section.nouns), file: section.file,
          bytes: bytes))
    }
    // Last, so that a manifest stands only beside the files that it names.
    let manifest = Manifest(inputs: try input.files(), results: runs)
    try Files.write(manifest.json(), to: "\(folder)/manifest.json")
  }
}
