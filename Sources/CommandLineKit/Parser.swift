/// Reads the words after a command's name against its table.
struct Parser {
  let command: Command
  let path: [String]
  private var values: [String: [String]] = [:]
  private var operands: [String] = []

  init(_ command: Command, path: [String]) {
    self.command = command
    self.path = path
  }

  static func usage(_ message: String) -> Failure { Failure(status: .usage, message: message) }

  mutating func parse(_ words: [String]) throws(Failure) -> Arguments {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      } else if word.hasPrefix("--") {
        try long(word.dropFirst(2), &rest)
      } else if word.hasPrefix("-"), word.count > 1 {
        try short(word.dropFirst(), &rest)
      } else {
        operands.append(word)
      }
    }
    try checkOperands()
    return Arguments(
      commandPath: path, operands: operands, options: command.options, values: values)
  }

  private mutating func long(
    _ body: Substring, _ rest: inout ArraySlice<String>
  ) throws(Failure) {
    let name = body.prefix { $0 != "=" }
    let option = try find(String(name))
    let attached = name.endIndex == body.endIndex ? nil : String(body[name.endIndex...].dropFirst())
    try store(option, shown: "--\(option.long)", attached, &rest)
  }

  private func find(_ name: String) throws(Failure) -> Option {
    let hits = command.options.filter { $0.long.hasPrefix(name) }
    if let exact = hits.first(where: { $0.long == name }) { return exact }
    if hits.count == 1 { return hits[0] }
    if hits.count > 1, !name.isEmpty {
      let names = hits.map { "--\($0.long)" }.joined(separator: ", ")
      throw Self.usage("--\(name) is ambiguous: \(names)")
    }
    let hint = suggestion(name, command.options.map(\.long) + ["help"], prefix: "--")
    throw Self.usage("unknown option --\(name) of \(path.joined(separator: " "))" + hint)
  }

  private mutating func short(
    _ letters: Substring, _ rest: inout ArraySlice<String>
  ) throws(Failure) {
    var letters = letters
    while let letter = letters.popFirst() {
      guard let option = command.options.first(where: { $0.short == letter }) else {
        throw Self.usage("unknown option -\(letter) of \(path.joined(separator: " "))")
      }
      if case .flag = option.kind {
        try store(option, shown: "-\(letter)", nil, &rest)
      } else {
        return try store(
          option, shown: "-\(letter)", letters.isEmpty ? nil : String(letters), &rest)
      }
    }
  }

  private mutating func store(
    _ option: Option, shown: String, _ attached: String?, _ rest: inout ArraySlice<String>
  ) throws(Failure) {
    guard values[option.long] == nil || option.repeats else {
      throw Self.usage("\(shown) is given twice")
    }
    if case .flag = option.kind {
      guard attached == nil else { throw Self.usage("\(shown) takes no value") }
      values[option.long] = []
      return
    }
    guard let text = attached ?? rest.popFirst() else {
      throw Self.usage("\(shown) needs a value: \(option.valueName ?? "")")
    }
    let parts = option.separator.map { separator in
      text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
    for part in parts ?? [text] {
      guard !part.isEmpty else { throw Self.usage("\(shown) has an empty value") }
      try check(part, option)
      values[option.long, default: []].append(part)
    }
  }

  private func check(_ text: String, _ option: Option) throws(Failure) {
    switch option.kind {
    case .flag, .text, .file: break
    case .integer: _ = try Arguments.integer(text, option.long)
    case .number: _ = try Arguments.number(text, option.long)
    case .choice(let words):
      guard words.contains(text) else {
        throw Self.usage(
          "--\(option.long): '\(text)' is not one of \(words.joined(separator: ", "))"
            + suggestion(text, words))
      }
    }
  }

  private func checkOperands() throws(Failure) {
    let needed = command.operands.count { !$0.isOptional }
    if operands.count < needed {
      let missing = command.operands[operands.count]
      throw Self.usage("\(path.joined(separator: " ")) needs \(missing.name): \(missing.help)")
    }
    let isOpen = command.operands.last?.repeats ?? false
    if operands.count > command.operands.count, !isOpen {
      let extra = operands[command.operands.count]
      throw Self.usage("\(path.joined(separator: " ")) takes no '\(extra)'")
    }
  }
}

/// "; did you mean 'x'?", or nothing.
func suggestion(_ word: String, _ candidates: [String], prefix: String = "") -> String {
  let near = nearest(word, in: candidates)
  guard !near.isEmpty else { return "" }
  return "; did you mean " + near.map { "'\(prefix)\($0)'" }.joined(separator: " or ") + "?"
}
