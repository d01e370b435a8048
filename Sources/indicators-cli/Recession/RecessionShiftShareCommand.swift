import CommandLineKit
import ESSIndicators

/// `indicators recession shift-share`.
enum RecessionShiftShareCommand {
  static let command = Command(
    name: "shift-share", summary: "Change split into nation, mix of sectors, and region",
    discussion: """
      For every territory the change between two periods by Dunn's three parts, Esteban-Marquillas's homothetic and \
      allocation parts and Gerfin's indices; with --dynamic period by period, summed. Takes a table with a column of \
      sectors, one with a column for each sector, or with --columns a table of one row a sector.
      """,
    operands: [CommonOptions.input],
    options: options + CommonOptions.columns + SectorOptions.options + CommonOptions.results,
    examples: [
      Example(
        command:
          "indicators recession shift-share mexico-states --from 2018 --to 2020 --sectors poverty_persons,vulnerable_by_income_persons --format table",
        explanation: "Any persons that add up, here two welfare groups in Mexico's states"),
      Example(
        command:
          "indicators recession shift-share mexico-states --from 2016 --to 2022 --sectors poverty_persons,vulnerable_by_income_persons --format csv",
        explanation: "The same over a longer span"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        let input = try Input(arguments)
        let shifts = try shifts(arguments, input)
        let missing = shifts.rows.filter(\.steps.isEmpty)
        let tree = try input.territories()
        try Output.write(
          CommandResult(
            observations: shifts.observations,
            displays: [shifts.display(try arguments.displayContext(tree))],
            warnings: missing.isEmpty
              ? [] : ["no split for \(missing.map(\.territory).prefix(5).joined(separator: ", "))"]),
          arguments, input, nouns: ["recession"])
      }
    })

  private static let options: [Option] = [
    Option(
      long: "columns", kind: .text("R0,R1,N0,N1"),
      help: "Of a table with one row a sector: the columns of region and nation at start and end",
      repeats: true, separator: ","),
    Option(long: "dynamic", kind: .flag, help: "Split period by period and sum"),
    Option(long: "from", kind: .text("PERIOD"), help: "The start"),
    SectorOptions.nation,
    Option(long: "to", kind: .text("PERIOD"), help: "The end"),
  ]

  private static func shifts(_ arguments: Arguments, _ input: Input) throws -> RegionalShifts {
    var options = RegionalShifts.Options(
      from: try arguments.required("from"), to: try arguments.required("to"))
    if let columns = arguments.list("columns") {
      return try RegionalShifts(
        oneRowASector(columns, arguments, input, options), nationed(options))
    }
    let panel = try SectorOptions.panel(arguments, input)
    options.nation = arguments.text("nation")
    options.sectors = try SectorOptions.sectors(arguments, input, panel)
    options.isDynamic = arguments.flag("dynamic")
    return try RegionalShifts(panel, options)
  }

  private static func nationed(_ options: RegionalShifts.Options) -> RegionalShifts.Options {
    var options = options
    options.nation = "nation"
    return options
  }

  /// The panel of a region and a nation from four columns.
  private static func oneRowASector(
    _ columns: [String], _ arguments: Arguments, _ input: Input, _ options: RegionalShifts.Options
  ) throws -> Panel {
    guard columns.count == 4 else {
      throw Failure(
        status: .usage, message: "--columns takes four names, \(columns.count) are given")
    }
    let table = try input.table()
    let names = try table.texts(arguments.text("sector") ?? "sector")
    var text = DelimitedText()
    text.add(["territory", "period", "sector", "value"].map { .text($0) })
    for (index, column) in columns.enumerated() {
      let values = try table.numbers(column)
      for (row, value) in values.enumerated() where !value.isNaN {
        text.add([
          .text(index < 2 ? "region" : "nation"),
          .text((index % 2 == 0 ? options.from : options.to).description), .text(names[row]),
          .number(NumberText.shortest(value)),
        ])
      }
    }
    var panelColumns = PanelColumns()
    panelColumns.variable = "sector"
    return try Panel(CSVTable(bytes: text.bytes, file: table.file), columns: panelColumns)
  }
}
