extension Tool {
  /// The help of the program: its commands.
  var overview: String {
    var text = "\(summary)\n\nUsage: \(name) NOUN VERB [INPUT] [options]\n\n"
    for command in commands {
      text += entry("  \(command.name)", command.summary)
      for verb in command.subcommands { text += entry("    \(verb.name)", verb.summary) }
    }
    return text
      + "\n\(name) NOUN VERB --help explains a command; \(name) --version --verbose tells what it runs on.\n"
  }

  /// The help of one command.
  func helpText(_ command: Command, path: [String]) -> String {
    var text = "\(command.summary)\n\nUsage: \(usage(command, path))\n"
    if !command.discussion.isEmpty { text += "\n" + wrap(command.discussion, 80) + "\n" }
    if !command.subcommands.isEmpty {
      text += "\nVerbs:\n"
      for verb in command.subcommands {
        let mark = verb.name == command.defaultSubcommand ? " (the default)" : ""
        text += entry("  \(verb.name)", verb.summary + mark)
      }
    }
    if !command.operands.isEmpty {
      text += "\nOperands:\n"
      for operand in command.operands { text += entry("  \(operand.name)", operand.help) }
    }
    for group in groups(of: command) {
      text += "\n\(group):\n"
      for option in command.options where option.group == group {
        text += entry("  " + spelling(option), explanation(option))
      }
    }
    if !command.examples.isEmpty {
      text += "\nExamples:\n"
      for example in command.examples {
        text += "  \(example.explanation):\n    \(example.command)\n"
      }
    }
    return text
  }

  func usage(_ command: Command, _ path: [String]) -> String {
    var words = path
    if !command.subcommands.isEmpty {
      words.append(command.defaultSubcommand == nil ? "VERB" : "[VERB]")
    }
    for operand in command.operands {
      let name = operand.name + (operand.repeats ? "..." : "")
      words.append(operand.isOptional ? "[\(name)]" : name)
    }
    if !command.options.isEmpty { words.append("[options]") }
    return words.joined(separator: " ")
  }

  func groups(of command: Command) -> [String] {
    command.options.reduce(into: []) { if !$0.contains($1.group) { $0.append($1.group) } }
  }

  func spelling(_ option: Option) -> String {
    let short = option.short.map { "-\($0), " } ?? "    "
    return short + "--\(option.long)" + (option.valueName.map { " \($0)" } ?? "")
  }

  func explanation(_ option: Option) -> String {
    option.help + (option.fallback.map { " [default: \($0)]" } ?? "")
  }

  private func entry(_ left: String, _ right: String) -> String {
    let column = 30
    let lines = wrap(right, 80 - column).split(separator: "\n").map(String.init)
    let indent = String(repeating: " ", count: column)
    let first =
      left.count + 2 > column
      ? left + "\n" + indent : left + String(repeating: " ", count: column - left.count)
    return first + lines.joined(separator: "\n" + indent) + "\n"
  }

  /// Breaks a text into lines at spaces; empty lines part paragraphs.
  func wrap(_ text: String, _ width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      var lines = [""]
      for word in paragraph.split(separator: " ") {
        let last = lines[lines.count - 1]
        if !last.isEmpty, last.count + 1 + word.count > width {
          lines.append(String(word))
        } else {
          lines[lines.count - 1] = last.isEmpty ? String(word) : last + " " + word
        }
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
