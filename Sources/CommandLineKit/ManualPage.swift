extension Tool {
  /// The manual page of the whole program, in roff's man macros.
  var manualPage: String {
    var text = ".TH \(name.uppercased()) 1 \"\" \"\(roff(version))\"\n"
    text += ".SH NAME\n\(name) \\- \(roff(summary))\n"
    text +=
      ".SH SYNOPSIS\n.B \(name)\n.I NOUN VERB\n[\\fIINPUT\\fR] [\\fIoptions\\fR]\n.SH COMMANDS\n"
    for leaf in leaves {
      let path = [name] + leaf.path
      text += ".SS \"\(roff(usage(leaf.command, path)))\"\n\(roff(leaf.command.summary)).\n"
      if !leaf.command.discussion.isEmpty { text += ".PP\n\(roff(leaf.command.discussion))\n" }
      for operand in leaf.command.operands {
        text += ".TP\n.I \(roff(operand.name))\n\(roff(operand.help))\n"
      }
      for option in leaf.command.options {
        let short = option.short.map { "\\fB\\-\($0)\\fR, " } ?? ""
        let value = option.valueName.map { " \\fI\(roff($0))\\fR" } ?? ""
        text +=
          ".TP\n\(short)\\fB\\-\\-\(roff(option.long))\\fR\(value)\n\(roff(explanation(option)))\n"
      }
      for example in leaf.command.examples {
        text += ".PP\n\(roff(example.explanation)):\n.PP\n.nf\n    \(roff(example.command))\n.fi\n"
      }
    }
    text += ".SH \"EXIT STATUS\"\n"
    for status in ExitStatus.allCases {
      text += ".TP\n\(status.rawValue)\n\(roff(status.meaning)).\n"
    }
    return text
  }

  /// Text that roff prints as it is.
  private func roff(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\"": result += "\\(dq"
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
  }
}
