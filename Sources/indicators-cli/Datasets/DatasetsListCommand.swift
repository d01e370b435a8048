import CommandLineKit
import ESSIndicators

/// `indicators datasets list`.
enum DatasetsListCommand {
  static let command = Command(
    name: "list", summary: "Names and titles of the shipped data packages",
    options: [CommonOptions.lang, CommonOptions.messages],
    examples: [
      Example(command: "indicators datasets", explanation: "The packages and their sizes"),
      Example(command: "indicators datasets list --lang fr", explanation: "The same in French"),
    ],
    run: { arguments in
      try ErrorMessages.translating { try StandardOutput.write(text(arguments.language)) }
    })

  private static func text(_ language: Language) throws(DataError) -> String {
    var rows: [[String]] = []
    for name in Dataset.shippedNames {
      let package = try Dataset(name).package
      let count = package.resources.reduce(0) { $0 + ($1.rowCount ?? 0) }
      rows.append([
        name, package.version ?? "", "\(package.resources.count)", "\(count)",
        package.titles[language.rawValue] ?? "",
      ])
    }
    let words = Translated(en: "Data packages", fr: "Jeux de données", es: "Paquetes de datos")
    return Display(
      title: words[language],
      columns: [
        Display.Column(Translated(en: "name", fr: "nom", es: "nombre")[language], isNumeric: false),
        Display.Column("version", isNumeric: false),
        Display.Column(Translated(en: "tables", fr: "tables", es: "tablas")[language]),
        Display.Column(Translated(en: "rows", fr: "lignes", es: "filas")[language]),
        Display.Column(
          Translated(en: "title", fr: "titre", es: "título")[language], isNumeric: false),
      ], rows: rows
    ).text()
  }
}
