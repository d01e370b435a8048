import CommandLineKit
import ESSIndicators

/// `indicators check`.
enum CheckCommand {
  static let command = Command(
    name: "check", summary: "All problems of a dataset or a CSV file",
    discussion: """
      A dataset is held against its descriptor: digests, row counts, columns, types, keys, references between \
      tables, and what the measures would refuse. A CSV file is read strictly; --key names the columns that must \
      not repeat together and --expect-rows catches a file that was cut. Problems are printed one a line, with file, \
      line and column, as JSON objects with --messages json; the exit status is 1 if there are any, 65 if the file is not CSV at all. Files of the World \
      Bank and of Eurostat are read as the panels that they are.
      """,
    operands: [CommonOptions.input],
    options: [
      Option(
        long: "expect-rows", kind: .integer("N"), help: "Number of rows that a CSV file must have"),
      Option(
        long: "key", kind: .text("COLUMNS"),
        help: "Columns of a CSV file that name a row, separated by commas", repeats: true,
        separator: ","),
      CommonOptions.messages, CommonOptions.progress, CommonOptions.quiet, CommonOptions.threads,
    ],
    examples: [
      Example(command: "indicators check lac-covid", explanation: "The default data package"),
      Example(command: "indicators check mexico-states", explanation: "Another one"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        let (problems, summary) = try check(arguments)
        if problems.isEmpty {
          if !arguments.flag("quiet") { try StandardOutput.write(summary + "\n") }
          return
        }
        let isJSON = arguments.text("messages") == "json"
        try StandardOutput.write(
          problems.map { (isJSON ? ErrorMessages.problem($0).json : $0.description) + "\n" }
            .joined())
        let count = problems.count
        throw Failure(
          status: .problemsFound,
          message: count == 1 ? "1 problem found" : "\(count) problems found")
      }
    })

  private static func check(_ arguments: Arguments) throws -> ([DataProblem], summary: String) {
    let input = try Input(arguments)
    if let dataset = input.dataset {
      for option in ["key", "expect-rows"] where arguments.isGiven(option) {
        throw Failure(
          status: .usage, message: "--\(option) is for a CSV file; a dataset's descriptor has it")
      }
      let tables = dataset.package.resources.count
      return (dataset.problems(), "\(dataset.package.name): \(tables) tables, no problem")
    }
    if input.isOtherForm {
      for option in ["key", "expect-rows"] where arguments.isGiven(option) {
        throw Failure(status: .usage, message: "--\(option) is for a CSV file with a header row")
      }
      let panel = try input.panel()
      let size =
        "\(count(panel.territories.count, "territory", "territories")), "
        + "\(count(panel.variables.count, "variable", "variables"))"
      return ([], "\(input.name): \(size), no problem")
    }
    let table = try input.table()
    var problems: [DataProblem] = []
    if let expected = try arguments.integer("expect-rows"), expected != table.rowCount {
      problems.append(
        DataProblem(
          file: table.file, message: "\(table.rowCount) rows, \(expected) expected (cut?)"))
    }
    if let key = arguments.list("key") { problems += try table.duplicates(of: key) }
    let size =
      "\(count(table.rowCount, "row", "rows")) of \(count(table.columns.count, "column", "columns"))"
    return (problems, "\(table.file): \(size), no problem")
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
