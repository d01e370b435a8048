/// A program with commands.
public struct Tool: Sendable {
  /// Its name.
  public let name: String
  /// One line for `--version`.
  public let version: String
  /// More lines for `--version --verbose`.
  public let verboseVersion: @Sendable () -> String
  /// What it is for, in one line.
  public let summary: String
  /// Its commands, with those that every tool has.
  public let commands: [Command]
  private let prepare: @Sendable (Arguments) throws -> Void

  /// A tool; `completions`, `help` and `man` are added to its commands, and `prepare` is done before each of the others, for options
  /// that mean the same everywhere.
  public init(
    name: String, version: String, verboseVersion: @escaping @Sendable () -> String,
    summary: String, commands: [Command],
    prepare: @escaping @Sendable (Arguments) throws -> Void = { _ in }
  ) {
    self.name = name
    self.version = version
    self.verboseVersion = verboseVersion
    self.summary = summary
    self.commands = commands + Self.ownCommands(name)
    self.prepare = prepare
  }

  /// Runs a command line (without the program's name) and returns its exit status.
  public func run(_ arguments: [String]) -> Int32 {
    StandardOutput.ignoreWriteSignals()
    do {
      try dispatch(arguments)
      return ExitStatus.done.rawValue
    } catch let failure as Failure {
      if failure.status != .brokenPipe { diagnostics(arguments).error(failure) }
      return failure.status.rawValue
    } catch {
      let failure = Failure(status: .internalError, message: "internal error: \(error)")
      diagnostics(arguments).error(failure)
      return failure.status.rawValue
    }
  }

  /// The form of messages that the words ask for, whether or not they can be parsed.
  private func diagnostics(_ arguments: [String]) -> Diagnostics {
    let follows = zip(arguments, arguments.dropFirst()).contains {
      $0 == "--messages" && $1 == "json"
    }
    return Diagnostics(isJSON: follows || arguments.contains("--messages=json"))
  }

  private func dispatch(_ arguments: [String]) throws {
    if arguments.isEmpty { return try StandardOutput.write(overview) }
    if arguments.first == "--version" {
      let rest = Array(arguments.dropFirst())
      guard rest.isEmpty || rest == ["--verbose"] else {
        throw Parser.usage("--version takes only --verbose beside it")
      }
      return try StandardOutput.write((rest.isEmpty ? version : verboseVersion()) + "\n")
    }
    if arguments.first == "help" {
      let words = arguments.dropFirst().filter { !["-h", "--help"].contains($0) }
      let isOnItself = words.isEmpty && arguments.count > 1
      return try StandardOutput.write(help(for: isOnItself ? ["help"] : words))
    }
    if let first = arguments.first, first.hasPrefix("-"), !["-h", "--help"].contains(first) {
      throw Parser.usage("options come after a command; see \(name) --help")
    }
    // Words up to a lone "--" can ask for help.
    let asked = arguments.prefix { $0 != "--" }
    if asked.contains("--help") || asked.contains("-h") {
      let words = asked.prefix { !$0.hasPrefix("-") }
      return try StandardOutput.write(help(for: leadingCommands(words)))
    }
    let (command, path, rest) = try find(arguments)
    guard let run = command.run else {
      throw Parser.usage("\(path.joined(separator: " ")) needs a verb")
    }
    if ["completions", "man"].contains(command.name), path.count == 2 {
      var parser = Parser(command, path: path)
      return try runOwn(command, try parser.parse(rest))
    }
    var parser = Parser(command, path: path)
    let parsed = try parser.parse(rest)
    try prepare(parsed)
    defer { Progress.stop() }
    try run(parsed)
  }

  /// The words that name commands; operands behind them are left out.
  private func leadingCommands(_ words: ArraySlice<String>) -> [String] {
    var names: [String] = []
    var level = commands
    for word in words {
      guard let next = level.first(where: { $0.name == word }) else {
        // An operand of a command that runs, or a word that is no command at all.
        return names.isEmpty || !level.isEmpty ? names + [word] : names
      }
      names.append(word)
      level = next.subcommands
    }
    return names
  }

  /// The command that words name, the way to it, and the words that are left.
  private func find(_ words: [String]) throws(Failure) -> (Command, path: [String], [String]) {
    var rest = words[...]
    let first = rest.popFirst() ?? ""
    guard var command = commands.first(where: { $0.name == first }) else {
      throw Parser.usage(
        "unknown command '\(first)'" + suggestion(first, commands.map(\.name))
          + "\(nearest(first, in: commands.map(\.name)).isEmpty ? "; see \(name) --help" : "")")
    }
    var path = [name, first]
    while !command.subcommands.isEmpty {
      let word = rest.first
      if let next = command.subcommands.first(where: { $0.name == word }) {
        rest.removeFirst()
        path.append(next.name)
        command = next
      } else if let name = command.defaultSubcommand, word == nil || word?.hasPrefix("-") == true,
        let next = command.subcommands.first(where: { $0.name == name })
      {
        path.append(name)
        command = next
      } else {
        let names = command.subcommands.map(\.name)
        guard let word, !word.hasPrefix("-") else {
          throw Parser.usage(
            "\(path.joined(separator: " ")) needs a verb: \(names.joined(separator: ", "))")
        }
        let near = suggestion(word, names)
        throw Parser.usage(
          "\(path.joined(separator: " ")) has no verb '\(word)'"
            + (near.isEmpty ? "; there are \(names.joined(separator: ", "))" : near))
      }
    }
    return (command, path, Array(rest))
  }

  private func help(for words: [String]) throws(Failure) -> String {
    var command: Command?
    var path = [name]
    for word in words {
      let level = command?.subcommands ?? commands
      guard let next = level.first(where: { $0.name == word }) else {
        throw Parser.usage(
          "no help on '\(word)': unknown command" + suggestion(word, level.map(\.name)))
      }
      path.append(word)
      command = next
    }
    return command.map { helpText($0, path: path) } ?? overview
  }

  private static func ownCommands(_ name: String) -> [Command] {
    let nothing: @Sendable (Arguments) throws -> Void = { _ in }
    return [
      Command(
        name: "completions", summary: "The script that completes commands in a shell",
        operands: [
          Operand(name: "SHELL", help: "bash, zsh or fish", kind: .choice(["bash", "zsh", "fish"]))
        ],
        examples: [
          Example(
            command: "\(name) completions bash",
            explanation: "Save it where bash looks for completions"),
          Example(command: "\(name) completions fish", explanation: "The same for fish"),
        ], run: nothing),
      Command(
        name: "help", summary: "Help on a command",
        operands: [
          Operand(name: "COMMAND", help: "Noun and verb", isOptional: true, repeats: true)
        ],
        examples: [
          Example(command: "\(name) help", explanation: "The commands there are"),
          Example(command: "\(name) help completions", explanation: "Help on one of them"),
        ], run: nothing),
      Command(
        name: "man", summary: "The manual page, as roff",
        examples: [
          Example(command: "\(name) man", explanation: "Read it with: man -l -"),
          Example(command: "\(name) man --help", explanation: "Help on this command"),
        ], run: nothing),
    ]
  }

  /// Runs a command that needs the whole table.
  private func runOwn(_ command: Command, _ arguments: Arguments) throws(Failure) {
    guard command.name == "completions" else { return try StandardOutput.write(manualPage) }
    switch arguments.operands[0] {
    case "bash": try StandardOutput.write(bashCompletions)
    case "zsh": try StandardOutput.write(zshCompletions)
    case "fish": try StandardOutput.write(fishCompletions)
    default:
      throw Parser.usage("'\(arguments.operands[0])' is no shell known; bash, zsh or fish")
    }
  }
}
