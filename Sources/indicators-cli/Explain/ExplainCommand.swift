import CommandLineKit
import ESSIndicators

/// `indicators explain`.
enum ExplainCommand {
  static let command = Command(
    name: "explain", summary: "What an indicator is: definition, formula, unit, reference",
    operands: [
      Operand(
        name: "ID", help: "An indicator such as recession.depth; all of them if none is given",
        isOptional: true, repeats: true,
        kind: .choice(Catalogue.all.map(\.id)))
    ],
    options: [CommonOptions.lang, CommonOptions.messages],
    examples: [
      Example(command: "indicators explain", explanation: "The list of indicators"),
      Example(
        command: "indicators explain recession.years_to_level --lang es",
        explanation: "One of them, in Spanish"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        let language = arguments.language
        guard !arguments.operands.isEmpty else {
          try StandardOutput.write(list(language))
          return
        }
        var pages: [String] = []
        for id in arguments.operands {
          guard let definition = Catalogue[id] else {
            throw DataError.unknownName(
              kind: "indicator", name: id, known: Catalogue.all.map(\.id))
          }
          pages.append(page(definition, language))
        }
        try StandardOutput.write(pages.joined(separator: "\n"))
      }
    })

  private static func list(_ language: Language) -> String {
    Display(
      title: Translated(en: "Indicators", fr: "Indicateurs", es: "Indicadores")[language],
      columns: [
        Display.Column("id", isNumeric: false),
        Display.Column(
          Translated(en: "name", fr: "nom", es: "nombre")[language], isNumeric: false),
        Display.Column(
          Translated(en: "unit", fr: "unité", es: "unidad")[language], isNumeric: false),
      ],
      rows: Catalogue.all.map {
        [$0.id, $0.name[language], Catalogue.unit($0.unit, in: language)]
      }
    ).text()
  }

  private static func page(_ definition: IndicatorDefinition, _ language: Language) -> String {
    func line(_ en: String, _ fr: String, _ es: String, _ text: String) -> String {
      let label = Translated(en: en, fr: fr, es: es)[language]
      return "  " + label + String(repeating: " ", count: max(1, 12 - label.count)) + text
    }
    return [
      "\(definition.id): \(definition.name[language])",
      "  \(definition.definition[language])",
      line("formula", "formule", "fórmula", definition.formula),
      line("unit", "unité", "unidad", Catalogue.unit(definition.unit, in: language)),
      line("range", "domaine", "rango", definition.range),
      line("reference", "référence", "referencia", definition.reference),
      line("command", "commande", "orden", definition.command),
    ].joined(separator: "\n") + "\n"
  }
}
