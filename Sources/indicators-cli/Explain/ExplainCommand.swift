import CommandLineKit
import ESSIndicators

/// `indicators explain`.
enum ExplainCommand {
  static let command = Command(
    name: "explain",
    summary: "What an indicator is: definition, formula, unit, convention, reference",
    discussion: """
      The page of each indicator that is named, or a list: of all indicators, of those whose id begins with a word such as \
      recession, or of those whose id ends with one such as depth.
      """,
    operands: [
      Operand(
        name: "ID", help: "An indicator such as recession.depth, or the beginning of several",
        isOptional: true, repeats: true,
        kind: .choice(Catalogue.all.map(\.id)))
    ],
    options: [
      Option(
        long: "format", kind: .choice(["table", "md"]), help: "Text for a terminal, or Markdown",
        fallback: "table", group: CommonOptions.group),
      CommonOptions.lang, CommonOptions.messages,
    ],
    examples: [
      Example(command: "indicators explain", explanation: "The list of indicators"),
      Example(
        command: "indicators explain recession.years_to_level --lang es",
        explanation: "One of them, in Spanish"),
      Example(
        command: "indicators explain alliances --lang fr --format md",
        explanation: "Those of a noun, in French, as Markdown"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        let page = ExplainPage(
          language: arguments.language, isMarkdown: arguments.text("format") == "md")
        guard !arguments.operands.isEmpty else {
          return try StandardOutput.write(page.list(Catalogue.all))
        }
        var parts: [String] = []
        for name in arguments.operands {
          if let definition = Catalogue[name] {
            parts.append(page.text(definition))
          } else {
            parts.append(page.list(try matches(name)))
          }
        }
        try StandardOutput.write(parts.joined(separator: "\n"))
      }
    })

  /// The indicators whose id begins with some words, or else ends with one.
  private static func matches(_ name: String) throws(DataError) -> [IndicatorDefinition] {
    let beginning = Catalogue.all.filter { $0.id.hasPrefix(name) }
    if !name.isEmpty, !beginning.isEmpty { return beginning }
    let ending = Catalogue.all.filter { $0.id.hasSuffix("." + name) }
    guard ending.isEmpty else { return ending }
    let ids = Catalogue.all.map(\.id)
    // A word that is near the last part of an id was meant as that id.
    let lastParts = ids.map { id in id.split(separator: ".").last.map(String.init) ?? id }
    let near = nearest(name, in: lastParts.distinct)
    let meant = zip(ids, lastParts).filter { near.contains($0.1) }.map(\.0)
    if nearest(name, in: ids).isEmpty, !meant.isEmpty {
      throw .unknownName(kind: "indicator", name: name, known: meant)
    }
    throw .unknownName(kind: "indicator", name: name, known: ids)
  }
}
