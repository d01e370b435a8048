extension Tool {
  /// What is wrong with the table of commands itself: for tests, which expect nothing.
  public func tableProblems() -> [String] {
    problems(in: commands, path: [name])
  }

  private func problems(in commands: [Command], path: [String]) -> [String] {
    var list = repeated(commands.map(\.name)).map {
      "\(path.joined(separator: " ")): '\($0)' twice"
    }
    for command in commands {
      let path = path + [command.name]
      let place = path.joined(separator: " ")
      list += text(command.summary, place, "summary")
      if command.subcommands.isEmpty {
        list += leafProblems(command, path, place)
      } else {
        if let name = command.defaultSubcommand,
          !command.subcommands.contains(where: { $0.name == name })
        {
          list.append("\(place): the default verb '\(name)' does not exist")
        }
        list += problems(in: command.subcommands, path: path)
      }
    }
    return list
  }

  private func leafProblems(_ command: Command, _ path: [String], _ place: String) -> [String] {
    var list: [String] = []
    if command.run == nil { list.append("\(place): does nothing") }
    if command.examples.count < 2 { list.append("\(place): fewer than two examples") }
    list += repeated(command.options.map(\.long)).map { "\(place): --\($0) twice" }
    list += repeated(command.options.compactMap(\.short)).map { "\(place): -\($0) twice" }
    for group in groups(of: command) {
      let names = command.options.filter { $0.group == group }.map(\.long)
      if names != names.sorted() { list.append("\(place): '\(group)' is not sorted") }
    }
    for option in command.options {
      list += text(option.help, place, "--\(option.long)")
      if case .choice(let words) = option.kind, let fallback = option.fallback {
        let parts = option.separator.map { fallback.split(separator: $0).map(String.init) }
        if !(parts ?? [fallback]).allSatisfy(words.contains) {
          list.append("\(place): --\(option.long): the default '\(fallback)' is no choice")
        }
      }
    }
    for operand in command.operands { list += text(operand.help, place, operand.name) }
    let optional = command.operands.map(\.isOptional)
    if optional != optional.sorted(by: { !$0 && $1 }) {
      list.append("\(place): a needed operand behind an optional one")
    }
    for example in command.examples { list += exampleProblems(example, command, path, place) }
    return list
  }

  private func exampleProblems(
    _ example: Example, _ command: Command, _ path: [String], _ place: String
  ) -> [String] {
    // An example may make its input first, or take it from another command: the last call is the one it is for.
    let line = example.command.split(separator: " ").map(String.init)
    let end = line.lastIndex { ["|", "&&", ";"].contains($0) || $0.hasSuffix(";") }
    let words = Array(line[(end.map { $0 + 1 } ?? 0)...])
    let isPlain = words.starts(with: path) || words == Array(path.dropLast())
    guard isPlain else {
      return ["\(place): the example '\(example.command)' is of another command"]
    }
    let rest = Array(words.dropFirst(path.count))
    if rest.contains("--help") { return [] }
    do throws(Failure) {
      var parser = Parser(command, path: path)
      _ = try parser.parse(rest)
      return []
    } catch {
      return ["\(place): the example '\(example.command)' does not parse: \(error.message)"]
    }
  }

  private func text(_ text: String, _ place: String, _ what: String) -> [String] {
    if text.isEmpty { return ["\(place): \(what) is empty"] }
    return text.hasSuffix(".") ? ["\(place): \(what) ends with a full stop"] : []
  }

  private func repeated<Name: Hashable>(_ names: [Name]) -> [Name] {
    var seen: Set<Name> = []
    return names.filter { !seen.insert($0).inserted }
  }
}
