@testable import CommandLineKit

/// A tool with every kind of option and operand.
enum Sample {
  static let tool = Tool(
    name: "sample", version: "sample 1.0", verboseVersion: { "sample 1.0\nmore" },
    summary: "A sample", commands: [broken, noun, single])

  static let leaf = Command(
    name: "change", summary: "The change", discussion: "More about it.",
    operands: [
      Operand(name: "INPUT", help: "A file", isOptional: true, kind: .fileOr(["example"]))
    ],
    options: [
      Option(long: "count", kind: .integer("N"), help: "A count", fallback: "2"),
      Option(long: "format", kind: .choice(["csv", "json", "table"]), help: "The form"),
      Option(long: "from", kind: .text("PERIOD"), help: "First period"),
      Option(long: "level", kind: .number("LEVEL"), help: "A level"),
      Option(
        long: "line", kind: .text("LINE"), help: "Lines; it's quoted", repeats: true, separator: ","
      ),
      Option(long: "output", short: "o", kind: .file("FILE"), help: "A file"),
      Option(long: "quiet", short: "q", kind: .flag, help: "Be quiet"),
      Option(long: "wide", short: "w", kind: .flag, help: "Be wide"),
    ],
    examples: [
      Example(command: "sample poverty change --count 3", explanation: "Three"),
      Example(command: "sample poverty change x.csv -q", explanation: "Quietly"),
    ], run: { _ in })

  static let noun = Command(
    name: "poverty", summary: "About poverty",
    subcommands: [
      leaf,
      Command(
        name: "measure", summary: "The measure",
        options: [Option(long: "year", kind: .integer("YEAR"), help: "A year")],
        examples: [
          Example(command: "sample poverty measure", explanation: "One"),
          Example(command: "sample poverty", explanation: "The default"),
        ], run: { _ in }),
    ], defaultSubcommand: "measure")

  /// Fails with an error that nobody foresaw.
  static let broken = Command(
    name: "break", summary: "Breaks",
    examples: [
      Example(command: "sample break", explanation: "Breaks"),
      Example(command: "sample break --help", explanation: "Tells how"),
    ], run: { _ in throw CancellationError() })

  static let single = Command(
    name: "show", summary: "Shows a colour",
    operands: [
      Operand(name: "COLOUR", help: "Which one", kind: .choice(["red", "green"]))
    ],
    examples: [
      Example(command: "sample show red", explanation: "Red"),
      Example(command: "sample show green", explanation: "Green"),
    ], run: { _ in })

  static func parse(_ words: String...) throws -> Arguments {
    var parser = Parser(leaf, path: ["sample", "poverty", "change"])
    return try parser.parse(words)
  }
}
