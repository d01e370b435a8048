/// A command that runs, with the way to it.
struct Leaf {
  let path: [String]
  let command: Command
}

extension Tool {
  /// All commands that run.
  var leaves: [Leaf] {
    commands.flatMap { command in
      if command.subcommands.isEmpty { return [Leaf(path: [command.name], command: command)] }
      return command.subcommands.map { Leaf(path: [command.name, $0.name], command: $0) }
    }
  }

  /// The shell patterns of "noun verb" that lead to a command, the default verb's also of the noun with an option.
  private func pattern(_ leaf: Leaf) -> String {
    guard leaf.path.count == 2 else { return "'\(leaf.path[0]) '*" }
    let noun = commands.first { $0.name == leaf.path[0] }
    let isDefault = noun?.defaultSubcommand == leaf.path[1]
    return "'\(leaf.path.joined(separator: " "))'" + (isDefault ? "|'\(leaf.path[0]) -'*" : "")
  }

  /// For a noun with a default verb: the shell's test that a word is no option of that verb.
  private func isVerb(_ word: String, of noun: Command) -> String {
    noun.defaultSubcommand == nil ? "" : " && \(word) != -*"
  }

  /// The completion script of bash; plain `complete -F`, no other package needed.
  var bashCompletions: String {
    var text = """
      # Completion of \(name) for bash.
      _\(name)() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
        local noun=${COMP_WORDS[1]} verb=${COMP_WORDS[2]}
        COMPREPLY=()
        if ((COMP_CWORD == 1)); then
          COMPREPLY=($(compgen -W '\(commands.map(\.name).joined(separator: " ")) --help --version' -- "$cur"))
          return
        fi

      """
    for command in commands where !command.subcommands.isEmpty {
      let names = command.subcommands.map(\.name).joined(separator: " ")
      text += """
          if ((COMP_CWORD == 2)) && [[ $noun == \(command.name)\(isVerb("$cur", of: command)) ]]; then
            COMPREPLY=($(compgen -W '\(names) --help' -- "$cur"))
            return
          fi

        """
    }
    text += "  case \"$noun $verb\" in\n"
    for leaf in leaves {
      text += "  \(pattern(leaf)))\n" + bashBody(leaf.command) + "    ;;\n"
    }
    return text + "  esac\n}\ncomplete -o default -F _\(name) \(name)\n"
  }

  private func bashBody(_ command: Command) -> String {
    var text = ""
    let choices = command.options.compactMap { option -> (Option, [String])? in
      guard case .choice(let words) = option.kind else { return nil }
      return (option, words)
    }
    if !choices.isEmpty {
      text += "    case $prev in\n"
      for (option, words) in choices {
        text +=
          "    --\(option.long)) COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$cur\")); return ;;\n"
      }
      text += "    esac\n"
    }
    var words = command.options.map { "--\($0.long)" } + ["--help"]
    switch command.operands.first?.kind {
    case .choice(let names):
      text +=
        "    if [[ $cur != -* ]]; then COMPREPLY=($(compgen -W '\(names.joined(separator: " "))' -- \"$cur\")); return; fi\n"
    case .fileOr(let names):
      text +=
        "    if [[ $cur != -* ]]; then mapfile -t COMPREPLY < <(compgen -W '\(names.joined(separator: " "))' -- \"$cur\"; "
        + "compgen -f -- \"$cur\"); return; fi\n"
    case .text, .file, nil: break
    }
    words.sort()
    return text
      + "    if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$cur\")); fi\n"
  }

  /// The completion script of zsh.
  var zshCompletions: String {
    var text = "#compdef \(name)\n# Completion of \(name) for zsh.\n_\(name)() {\n"
    text += "  if ((CURRENT == 2)); then\n    local -a nouns\n    nouns=(\n"
    for command in commands { text += "      \(zshQuoted("\(command.name):\(command.summary)"))\n" }
    text += "    )\n    _describe command nouns\n    return\n  fi\n"
    for command in commands where !command.subcommands.isEmpty {
      text +=
        "  if ((CURRENT == 3)) && [[ $words[2] == \(command.name)\(isVerb("$words[3]", of: command)) ]]; then\n    local -a verbs\n    verbs=(\n"
      for verb in command.subcommands {
        text += "      \(zshQuoted("\(verb.name):\(verb.summary)"))\n"
      }
      text += "    )\n    _describe verb verbs\n    return\n  fi\n"
    }
    text += "  case \"$words[2] $words[3]\" in\n"
    for leaf in leaves {
      text += "  \(pattern(leaf)))\n    _arguments"
      for option in leaf.command.options {
        let action: String
        switch option.kind {
        case .flag: action = ""
        case .file(let value): action = ":\(value):_files"
        case .choice(let words): action = ":value:(\(words.joined(separator: " ")))"
        case .text(let value), .integer(let value), .number(let value): action = ":\(value): "
        }
        let help = zshEscaped(option.help)
        text += " \\\n      \(zshQuoted("--\(option.long)[\(help)]\(action)"))"
      }
      let action: String
      switch leaf.command.operands.first?.kind {
      case .choice(let words): action = "*:operand:(\(words.joined(separator: " ")))"
      case .fileOr(let words):
        action =
          "*:input:{_alternative 'names:name:(\(words.joined(separator: " ")))' 'files:file:_files'}"
      case .file: action = "*:file:_files"
      case .text, nil: action = "*:operand: "
      }
      text += " \\\n      \(zshQuoted(action))"
      text += "\n    ;;\n"
    }
    return text + "  esac\n}\n_\(name) \"$@\"\n"
  }

  private func zshQuoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  private func zshEscaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }

  /// The completion script of fish.
  var fishCompletions: String {
    var text = "# Completion of \(name) for fish.\ncomplete -c \(name) -f\n"
    for command in commands {
      text +=
        "complete -c \(name) -n __fish_use_subcommand -a \(command.name) -d \(fishQuoted(command.summary))\n"
      let names = command.subcommands.map(\.name).joined(separator: " ")
      for verb in command.subcommands {
        text +=
          "complete -c \(name) -n '__fish_seen_subcommand_from \(command.name); and not "
          + "__fish_seen_subcommand_from \(names)' -a \(verb.name) -d \(fishQuoted(verb.summary))\n"
      }
    }
    for leaf in leaves {
      let condition = leaf.path.map { "__fish_seen_subcommand_from \($0)" }.joined(
        separator: "; and ")
      for option in leaf.command.options {
        text += "complete -c \(name) -n '\(condition)' -l \(option.long)"
        if let short = option.short { text += " -s \(short)" }
        switch option.kind {
        case .flag: break
        case .file: text += " -r -F"
        case .choice(let words): text += " -x -a '\(words.joined(separator: " "))'"
        case .text, .integer, .number: text += " -x"
        }
        text += " -d \(fishQuoted(option.help))\n"
      }
      switch leaf.command.operands.first?.kind {
      case .choice(let words):
        text += "complete -c \(name) -n '\(condition)' -a '\(words.joined(separator: " "))'\n"
      case .file: text += "complete -c \(name) -n '\(condition)' -F\n"
      case .fileOr(let words):
        text += "complete -c \(name) -n '\(condition)' -F -a '\(words.joined(separator: " "))'\n"
      case .text, nil: break
      }
    }
    return text
  }

  private func fishQuoted(_ text: String) -> String {
    "'" + text.map { "'\\".contains($0) ? "\\\($0)" : "\($0)" }.joined() + "'"
  }
}
