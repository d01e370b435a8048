import CommandLineKit
import ESSIndicators

/// What a command hands over: its rows, and its tables for people.
struct CommandResult {
  var observations: [Observation]
  var displays: [Display]
  var warnings: [String] = []
}

/// Writes a result where and as the options say.
enum Output {
  static func write(
    _ result: CommandResult, _ arguments: Arguments, _ input: Input, nouns: [String]
  ) throws {
    for warning in result.warnings { arguments.diagnostics.warning(warning) }
    try write(try bytes(result, arguments), arguments, input, nouns: nouns)
  }

  /// Writes bytes to the file asked for or to standard output, and the manifest of the run if one is asked for.
  static func write(
    _ bytes: [UInt8], _ arguments: Arguments, _ input: Input, nouns: [String]
  ) throws {
    let path = arguments.text("output")
    if let path {
      try Files.write(bytes, to: path)
    } else {
      try StandardOutput.write(bytes)
    }
    if let manifest = arguments.text("manifest") {
      let run = Manifest.Run(
        command: arguments.commandPath, options: input.settings(arguments, nouns: nouns),
        file: path ?? "-", bytes: bytes)
      try Files.write(Manifest(inputs: try input.files(), results: [run]).json(), to: manifest)
    }
  }

  private static func bytes(_ result: CommandResult, _ arguments: Arguments) throws -> [UInt8] {
    let decimals = try self.decimals(arguments)
    let format = try format(arguments)
    guard let data = ObservationFormat(rawValue: format) else {
      if let option = ["wide", "spreadsheet-safe"].first(where: arguments.flag) {
        throw Failure(
          status: .usage, message: "--\(option) goes with --format csv, tsv or json")
      }
      return Array(text(result.displays, format: format, arguments.language).utf8)
    }
    let writer = ObservationWriter(
      format: data, decimals: decimals, isSpreadsheetSafe: arguments.flag("spreadsheet-safe"))
    return arguments.flag("wide")
      ? writer.wideBytes(result.observations) : writer.bytes(result.observations)
  }

  /// Tables as text or Markdown; on a terminal no wider than it.
  static func text(_ displays: [Display], format: String, _ language: Language) -> String {
    let width = max(Terminal.width, 60)
    let isOnTerminal = Terminal.isStandardOutputATerminal
    return displays.map { display in
      let display = display.spaced(for: language)
      if format == "md" { return display.markdown }
      let table = isOnTerminal ? display.fitted(to: width, language) : display
      return table.text(width: width)
    }.joined(separator: "\n")
  }

  static func decimals(_ arguments: Arguments) throws(Failure) -> Int? {
    guard arguments.isGiven("decimals") else { return nil }
    return try arguments.count("decimals", in: 0...15, default: 0)
  }

  /// The form asked for; else the file's ending; else a table on a terminal and CSV in a pipe.
  private static func format(_ arguments: Arguments) throws(Failure) -> String {
    if let format = arguments.text("format") { return format }
    if let path = arguments.text("output") {
      let file = path.split(separator: "/").last ?? ""
      let ending = file.contains(".") ? file.split(separator: ".").last.map(String.init) ?? "" : ""
      if ["csv", "tsv", "json", "md"].contains(ending) { return ending }
      guard !unwritable.contains(ending.lowercased()) else {
        throw Failure(
          status: .usage,
          message: "-o \(path): no file of the form '\(ending)' can be written; "
            + "name it .csv, .tsv, .json or .md, or give --format")
      }
      return "csv"
    }
    let isData = arguments.flag("wide") || arguments.flag("spreadsheet-safe")
    return Terminal.isStandardOutputATerminal && !isData ? "table" : "csv"
  }

  /// Endings that promise a form which is none of ours.
  private static let unwritable: Set<String> = [
    "xlsx", "xls", "ods", "parquet", "arrow", "feather", "dta", "sav", "rds", "html", "xml", "pdf",
    "db", "sqlite",
  ]
}
