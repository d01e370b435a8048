import CommandLineKit
import ESSIndicators

/// The options that every command with results has.
enum CommonOptions {
  static let group = "Common options"

  static let results: [Option] = [
    Option(
      long: "decimals", kind: .integer("N"), help: "Round numbers to N decimals", group: group),
    Option(
      long: "format", kind: .choice(["table", "csv", "tsv", "json", "md"]),
      help:
        "Form of the output: a table on a terminal, otherwise CSV or what the file's ending says",
      group: group),
    Option(
      long: "lang", kind: .choice(Language.allCases.map(\.rawValue)),
      help: "Language of the labels in tables", fallback: "en", group: group),
    manifest, messages,
    Option(
      long: "output", short: "o", kind: .file("FILE"),
      help: "Write to FILE, whole or not at all, instead of standard output", group: group),
    progress, quiet,
    Option(
      long: "spreadsheet-safe", kind: .flag,
      help: "Protect text that a spreadsheet would run as a formula", group: group),
    threads,
    Option(
      long: "wide", kind: .flag,
      help: "One row for each territory and period, one column for each number", group: group),
  ]

  /// The threshold below which an aggregate is refused; `what` its data must cover.
  static func minimumShare(_ what: String) -> Option {
    Option(
      long: "min-share", kind: .number("PERCENT"),
      help: "Refuse a group whose \(what)", fallback: "50")
  }

  /// The variable of levels at constant prices.
  static func gdp(_ use: String = "") -> Option {
    Option(
      long: "gdp", kind: .text("VARIABLE"),
      help: "Variable of levels at constant prices\(use); the dataset has a default")
  }

  static let manifest = Option(
    long: "manifest", kind: .file("FILE"),
    help: "Write the version, the options and the digests of inputs and outputs to FILE",
    group: group)

  static let messages = Option(
    long: "messages", kind: .choice(["text", "json"]),
    help: "Form of the messages on standard error", fallback: "text", group: group)

  static let progress = Option(
    long: "progress", kind: .choice(Progress.Mode.allCases.map(\.rawValue)),
    help:
      "Show what a command is at that runs for more than a second: on a terminal, always, never",
    fallback: "auto", group: group)

  static let quiet = Option(
    long: "quiet", short: "q", kind: .flag, help: "No notes on standard error", group: group)

  static let threads = Option(
    long: "threads", kind: .integer("N"),
    help: "Threads for parallel work, by default one for each processor; no number depends on it",
    group: group)

  static let lang = Option(
    long: "lang", kind: .choice(Language.allCases.map(\.rawValue)), help: "Language of the text",
    fallback: "en", group: group)

  /// The columns of a CSV file that is not a dataset.
  static let columns: [Option] = [
    expectRows(in: columnGroup),
    Option(
      long: "frequency", kind: .choice(["year", "quarter", "month"]),
      help: "Frequency of the data, where periods are written as dates", group: columnGroup),
    missingTokens(in: columnGroup),
    Option(
      long: "period", kind: .text("COLUMN"), help: "Column of periods", fallback: "period",
      group: columnGroup),
    Option(
      long: "territory", kind: .text("COLUMN"), help: "Column of territory codes",
      fallback: "territory", group: columnGroup),
  ]

  /// The number of rows that a CSV file must have.
  static func expectRows(in group: String) -> Option {
    Option(
      long: "expect-rows", kind: .integer("N"),
      help: "Refuse a CSV file that has not N rows: it was cut", group: group)
  }

  /// The texts that stand for a missing value.
  static func missingTokens(in group: String) -> Option {
    Option(
      long: "missing-tokens", kind: .text("TEXTS"),
      help: "Texts of a CSV file that stand for a missing number, separated by commas",
      fallback: MissingTokens.standard.texts.joined(separator: ","), group: group)
  }

  static let columnGroup = "Columns of a CSV file"

  static let input = Operand(
    name: "INPUT", help: "A dataset by name or folder, a CSV file, or - for standard input",
    isOptional: true, repeats: false, kind: .fileOr(Dataset.shippedNames))

  static let dataset = Operand(
    name: "DATASET", help: "A dataset by name or folder", isOptional: true, repeats: false,
    kind: .fileOr(Dataset.shippedNames))
}

extension Arguments {
  /// Refuses options that would change nothing; the reason completes a sentence about the one that is given.
  func refuse(
    _ options: [String], unless hasEffect: Bool = false, _ reason: String
  ) throws(Failure) {
    guard !hasEffect, let option = options.first(where: isGiven) else { return }
    throw Failure(status: .usage, message: "--\(option) \(reason)")
  }

  /// The language of labels.
  var language: Language { text("lang").flatMap(Language.init) ?? .english }

  /// A period given by an option.
  func period(_ option: String, frequency: Period.Frequency? = nil) throws(Failure) -> Period? {
    guard let text = text(option) else { return nil }
    guard let period = Period(text, frequency: frequency) else {
      throw Failure(
        status: .usage,
        message: "--\(option): '\(text)' is not a period such as 2020, 2020-Q1 or 2020-03")
    }
    return period
  }

  /// A percentage given by an option.
  func share(_ option: String, default fallback: Double) throws(Failure) -> Double {
    try number(option, in: 0...100, default: fallback)
  }

  /// A count given by an option.
  func count(
    _ option: String, in range: ClosedRange<Int>, default fallback: Int
  ) throws(Failure) -> Int {
    guard let value = try integer(option) else { return fallback }
    guard range.contains(value) else {
      throw Failure(
        status: .usage,
        message: "--\(option): \(value) is not between \(range.lowerBound) and \(range.upperBound)")
    }
    return value
  }

  /// Messages on standard error, as the options ask.
  var diagnostics: Diagnostics {
    Diagnostics(isQuiet: flag("quiet"), isJSON: text("messages") == "json")
  }
}
