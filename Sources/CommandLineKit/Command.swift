/// A command: a noun with verbs below it, or something that runs.
///
/// The tree of commands is the only source of parsing, help, completions and the manual page.
public struct Command: Sendable {
  /// Its name.
  public var name: String
  /// What it does, in one line.
  public var summary: String
  /// More about it, for help and manual.
  public var discussion: String
  /// What it takes beside options.
  public var operands: [Operand]
  /// Its options, sorted by name within each group.
  public var options: [Option]
  /// Command lines that run, with what they show.
  public var examples: [Example]
  /// The verbs of a noun.
  public var subcommands: [Command]
  /// The verb that runs if none is named.
  public var defaultSubcommand: String?
  /// What it does; `nil` for a noun.
  public var run: (@Sendable (Arguments) throws -> Void)?

  /// A command.
  public init(
    name: String, summary: String, discussion: String = "", operands: [Operand] = [],
    options: [Option] = [], examples: [Example] = [], subcommands: [Command] = [],
    defaultSubcommand: String? = nil, run: (@Sendable (Arguments) throws -> Void)? = nil
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.operands = operands
    self.options = options
    self.examples = examples
    self.subcommands = subcommands
    self.defaultSubcommand = defaultSubcommand
    self.run = run
  }
}

extension Command {
  /// What some words ask of the command, as if it had been called with them; `path` holds the words that lead to it.
  public func arguments(path: [String], words: [String]) throws(Failure) -> Arguments {
    var parser = Parser(self, path: path)
    return try parser.parse(words)
  }
}

/// What a command takes beside options.
public struct Operand: Sendable {
  /// What kind of text it is, for completion.
  public enum Kind: Sendable {
    /// Any text.
    case text
    /// A path.
    case file
    /// One of some words.
    case choice([String])
    /// A path, or one of some names.
    case fileOr([String])
  }

  /// Its name in help, in capitals.
  public var name: String
  /// What it is.
  public var help: String
  /// Whether it can be left out.
  public var isOptional: Bool
  /// Whether it can be given several times.
  public var repeats: Bool
  /// What kind of text it is.
  public var kind: Kind

  /// An operand.
  public init(
    name: String, help: String, isOptional: Bool = false, repeats: Bool = false, kind: Kind = .text
  ) {
    self.name = name
    self.help = help
    self.isOptional = isOptional
    self.repeats = repeats
    self.kind = kind
  }
}

/// An option of a command.
public struct Option: Sendable {
  /// What value it takes.
  public enum Kind: Sendable {
    /// None.
    case flag
    /// Any text, named so in help.
    case text(String)
    /// A whole number.
    case integer(String)
    /// A number.
    case number(String)
    /// One of some words.
    case choice([String])
    /// A path.
    case file(String)
  }

  /// Its name, without the dashes.
  public var long: String
  /// Its one-letter name.
  public var short: Character?
  /// What value it takes.
  public var kind: Kind
  /// What it does.
  public var help: String
  /// Its value if it is not given.
  public var fallback: String?
  /// Whether it can be given several times.
  public var repeats: Bool
  /// What separates several values in one text.
  public var separator: Character?
  /// The heading of help that it stands under.
  public var group: String

  /// An option.
  public init(
    long: String, short: Character? = nil, kind: Kind, help: String, fallback: String? = nil,
    repeats: Bool = false, separator: Character? = nil, group: String = "Options"
  ) {
    self.long = long
    self.short = short
    self.kind = kind
    self.help = help
    self.fallback = fallback
    self.repeats = repeats
    self.separator = separator
    self.group = group
  }

  /// The name of its value in help; `nil` for a flag.
  var valueName: String? {
    switch kind {
    case .flag: nil
    case .text(let name), .integer(let name), .number(let name), .file(let name): name
    case .choice(let words): words.joined(separator: "|")
    }
  }
}

/// A command line that runs.
public struct Example: Sendable {
  /// The line.
  public var command: String
  /// What it shows.
  public var explanation: String

  /// An example.
  public init(command: String, explanation: String) {
    self.command = command
    self.explanation = explanation
  }
}
