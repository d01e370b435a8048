import ESSIndicators

/// Definitions of the catalogue as text or Markdown.
struct ExplainPage {
  let language: Language
  let isMarkdown: Bool

  private func words(_ en: String, _ fr: String, _ es: String) -> String {
    Translated(en: en, fr: fr, es: es)[language]
  }

  /// Ids, names and units.
  func list(_ definitions: [IndicatorDefinition]) -> String {
    let table = Display(
      title: words("Indicators", "Indicateurs", "Indicadores"),
      columns: [
        Display.Column("id", isNumeric: false),
        Display.Column(words("name", "nom", "nombre"), isNumeric: false),
        Display.Column(words("unit", "unité", "unidad"), isNumeric: false),
      ],
      rows: definitions.map {
        [$0.id, $0.name[language], Catalogue.unit($0.unit, in: language)]
      })
    return isMarkdown ? table.markdown : table.text()
  }

  /// Everything about one indicator.
  func text(_ definition: IndicatorDefinition) -> String {
    let lines = [
      (words("formula", "formule", "fórmula"), definition.formula),
      (words("unit", "unité", "unidad"), Catalogue.unit(definition.unit, in: language)),
      (words("range", "domaine", "rango"), Catalogue.range(definition.range, in: language)),
      (words("convention", "convention", "convención"), definition.convention?[language] ?? ""),
      (
        words("reference", "référence", "referencia"),
        Catalogue.reference(definition.reference, in: language)
      ),
      (words("command", "commande", "orden"), definition.command),
    ].filter { !$0.1.isEmpty }
    let title = "\(definition.id): \(definition.name[language])"
    let meaning = definition.definition[language]
    if isMarkdown {
      return
        (["### \(title)", "", meaning, ""]
        + lines.map { label, text in
          let isCode = text == definition.formula || text == definition.command
          return "- **\(label)**: " + (isCode ? "`\(text)`" : text)
        })
        .joined(separator: "\n") + "\n"
    }
    return
      ([title] + aligned("", meaning, indent: 2)
      + lines.flatMap { label, text in aligned("  " + label, text, indent: 14) })
      .joined(separator: "\n") + "\n"
  }

  /// A label and a text beside it, broken into lines that stand below each other.
  private func aligned(_ label: String, _ text: String, indent: Int) -> [String] {
    Display.wrap(text, 100 - indent).enumerated().map { number, line in
      let left = number == 0 ? label : ""
      return left + String(repeating: " ", count: max(indent - left.count, 1)) + line
    }
  }
}
