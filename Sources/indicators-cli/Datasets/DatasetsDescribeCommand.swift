import CommandLineKit
import ESSIndicators

/// `indicators datasets describe`.
enum DatasetsDescribeCommand {
  static let command = Command(
    name: "describe", summary: "Tables, coverage, licence and citation of a data package",
    operands: [CommonOptions.dataset], options: [CommonOptions.lang, CommonOptions.messages],
    examples: [
      Example(
        command: "indicators datasets describe lac-covid",
        explanation: "What the default package holds"),
      Example(
        command: "indicators datasets describe mexico-states --lang es",
        explanation: "Mexico's states, in Spanish"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        let dataset = try Dataset(arguments.operands.first ?? Dataset.defaultName)
        try StandardOutput.write(try text(dataset, arguments.language))
      }
    })

  private static func text(_ dataset: Dataset, _ language: Language) throws(DataError) -> String {
    let package = dataset.package
    func words(_ en: String, _ fr: String, _ es: String) -> String {
      Translated(en: en, fr: fr, es: es)[language]
    }
    var parts = [
      "\(package.name) \(package.version ?? "")\n" + (package.titles[language.rawValue] ?? "")
        + "\n\n" + (package.descriptions[language.rawValue] ?? "") + "\n"
    ]
    parts.append(
      Display(
        title: words("Tables", "Tables", "Tablas"),
        columns: [
          Display.Column(words("table", "table", "tabla"), isNumeric: false),
          Display.Column(words("rows", "lignes", "filas")),
          Display.Column(words("key", "clé", "clave"), isNumeric: false),
          Display.Column(words("title", "titre", "título"), isNumeric: false),
        ],
        rows: package.resources.map { resource in
          [
            resource.name, resource.rowCount.map(String.init) ?? "?",
            resource.schema?.primaryKey?.joined(separator: " ") ?? "",
            resource.titles?[language.rawValue] ?? "",
          ]
        }
      ).text())
    if dataset.has("panel"), dataset.has("variables") {
      parts.append(try coverage(dataset, language).text())
    }
    let licences = package.licenses.map { $0.title ?? $0.name }.joined(separator: "; ")
    parts.append(
      words("Licence: ", "Licence : ", "Licencia: ") + licences + "\n"
        + words("Cite as: ", "Citer : ", "Citar: ") + (package.citation ?? package.name) + "\n")
    return parts.joined(separator: "\n")
  }

  private static func coverage(
    _ dataset: Dataset, _ language: Language
  ) throws(DataError) -> Display {
    let panel = try dataset.panel()
    func words(_ en: String, _ fr: String, _ es: String) -> String {
      Translated(en: en, fr: fr, es: es)[language]
    }
    let rows = try dataset.variables().map { variable -> [String] in
      let periods = panel.periods(of: variable.name)
      let span = periods.first.flatMap { first in periods.last.map { "\(first)-\($0)" } } ?? "-"
      let territories = panel.territories(with: variable.name)
      let cells = territories.reduce(0) { sum, territory in
        sum + periods.count { panel.cell(variable.name, territory, $0) != nil }
      }
      return [
        variable.name, "\(territories.count)", span, "\(cells)", variable.unit,
        variable.title[language],
      ]
    }
    return Display(
      title: words(
        "Coverage of the panel (\(panel.territories.count) territories)",
        "Couverture du panel (\(panel.territories.count) territoires)",
        "Cobertura del panel (\(panel.territories.count) territorios)"),
      columns: [
        Display.Column("variable", isNumeric: false),
        Display.Column(words("territories", "territoires", "territorios")),
        Display.Column(words("periods", "périodes", "períodos"), isNumeric: false),
        Display.Column(words("values", "valeurs", "valores")),
        Display.Column(words("unit", "unité", "unidad"), isNumeric: false),
        Display.Column(words("title", "titre", "título"), isNumeric: false),
      ], rows: rows)
  }
}
