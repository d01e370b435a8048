import CommandLineKit
import ESSIndicators

/// `indicators recession shock`.
enum RecessionShockCommand {
  static let command = Command(
    name: "shock", summary: "Input-output multipliers, linkages, and what a shock pulls down",
    discussion: """
      From a symmetric input-output table (rows and columns of the same names are sectors): Leontief multipliers of \
      output and of primary inputs such as value added and jobs, backward and forward (Ghosh) linkages, the outputs and \
      jobs that a fall of final demand takes, inoperability, hypothetical extraction of sectors, and the share that rests \
      on a satellite account such as the social economy's. A table that is not productive (Hawkins-Simon) is refused.
      """,
    operands: [
      Operand(
        name: "TABLE", help: "An input-output table as CSV, or - for standard input", kind: .file)
    ],
    options: options + CommonOptions.results,
    examples: [
      Example(
        command:
          "printf 'row,farms,works\\nfarms,150,500\\nworks,200,100\\noutput,1000,2000\\n' | indicators recession shock - --shock farms=-10% --format table",
        explanation: "Two sectors (Miller and Blair), a tenth less demand for one"),
      Example(
        command:
          "printf 'row,farms,works\\nfarms,150,500\\nworks,200,100\\njobs,5,9\\noutput,1000,2000\\n' | indicators recession shock - --inputs jobs --extract works --format csv",
        explanation: "Jobs behind a unit of demand, and the table without a sector"),
    ],
    run: { arguments in
      try ErrorMessages.translating { try run(arguments) }
    })

  private static let options: [Option] = [
    Option(
      long: "demand", kind: .text("COLUMN"),
      help: "Final use that shocks in percent are taken of; default all of final demand"),
    Option(
      long: "extract", kind: .text("SECTORS"),
      help: "Take these sectors out, those joined by + together", repeats: true, separator: ","),
    Option(
      long: "final", kind: .text("COLUMNS"),
      help: "Final uses that make up each row, to check that the table balances", repeats: true,
      separator: ","),
    Option(
      long: "inputs", kind: .text("ROWS"),
      help: "Primary inputs to follow, such as value added and employment", repeats: true,
      separator: ","),
    Option(
      long: "label", kind: .text("COLUMN"), help: "Column of row names; default the first"),
    Option(
      long: "leave", kind: .text("NAMES"),
      help: "Rows and columns that are no sectors", fallback: "total", repeats: true,
      separator: ","),
    Option(
      long: "primary", kind: .text("ROWS"),
      help: "Primary inputs that make up each column, to check that the table balances",
      repeats: true, separator: ","),
    Option(
      long: "satellite", kind: .file("FILE"),
      help: "CSV with the columns sector and share: percent of each sector in the satellite account"
    ),
    Option(
      long: "shock", kind: .text("SECTOR=CHANGE"),
      help: "Change of final demand, as an amount or in percent, repeated", repeats: true,
      separator: ","),
    Option(
      long: "tolerance", kind: .number("PERCENT"),
      help: "Warn of imbalances above this share of output", fallback: "0.1"),
    Option(
      long: "total-output", kind: .text("NAME"), help: "Row or column of total output",
      fallback: "output"),
  ]

  private static func run(_ arguments: Arguments) throws {
    let input = try Input(arguments)
    guard input.dataset == nil else {
      throw Failure(status: .usage, message: "TABLE is an input-output table, not a dataset")
    }
    let file = try input.table()
    let table = try InputOutputTable(
      file, label: arguments.text("label") ?? file.columns[0],
      output: arguments.text("total-output") ?? "output",
      leaving: arguments.list("leave") ?? ["total"])
    var options = DemandShock.Options()
    options.inputs = arguments.list("inputs") ?? []
    options.demandChange = try demandChange(arguments, table)
    options.finalUses = arguments.list("final") ?? []
    options.primaryInputs = arguments.list("primary") ?? []
    options.tolerance = try arguments.number("tolerance", in: 0...100, default: 0.1)
    for names in arguments.list("extract") ?? [] {
      let sectors = names.split(separator: "+").map(String.init)
      options.extractions.append(
        (names, Dictionary(sectors.map { ($0, 1.0) }, uniquingKeysWith: { first, _ in first })))
    }
    if let path = arguments.text("satellite") { options.satellite = try satellite(path) }
    let shock = try DemandShock(table, options)
    let context = try arguments.displayContext(TerritoryTree([], groupMembers: []))
    try Output.write(
      CommandResult(
        observations: shock.observations, displays: [shock.display(context)],
        warnings: shock.warnings),
      arguments, input, nouns: [])
  }

  private static func demandChange(
    _ arguments: Arguments, _ table: InputOutputTable
  ) throws -> [String: Double] {
    let texts = arguments.list("shock") ?? []
    guard !texts.isEmpty else {
      if arguments.isGiven("demand") {
        throw Failure(status: .usage, message: "--demand goes with --shock in percent")
      }
      return [:]
    }
    let base =
      try arguments.text("demand").map { name in try table.finalUse(name) }
      ?? LeontiefModel(table).finalDemand
    var changes: [String: Double] = [:]
    for text in texts {
      guard let mark = text.lastIndex(of: "=") else {
        throw Failure(
          status: .usage, message: "--shock: '\(text)' is not of the form SECTOR=CHANGE")
      }
      let sector = String(text[..<mark])
      var amount = text[text.index(after: mark)...]
      let isPercent = amount.last == "%"
      if isPercent { amount = amount.dropLast() }
      guard let value = Double(amount), value.isFinite else {
        throw Failure(status: .usage, message: "--shock: '\(amount)' is not a number")
      }
      let index = try table.index(of: sector)
      changes[sector] = isPercent ? base[index] * value / 100 : value
    }
    return changes
  }

  private static func satellite(_ path: String) throws -> [String: Double] {
    let table = try CSVTable(path: path)
    let sectors = try table.texts("sector")
    let shares = try table.numbers("share")
    var result: [String: Double] = [:]
    for (row, sector) in sectors.enumerated() {
      guard (0...100).contains(shares[row]) else {
        throw DataError.invalid(
          table.file, line: table.line(ofRow: row), column: "share",
          "the share of \(sector) is not between 0 and 100")
      }
      result[sector] = shares[row] / 100
    }
    return result
  }
}
