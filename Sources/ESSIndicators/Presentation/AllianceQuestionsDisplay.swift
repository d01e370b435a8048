internal import ESSData

extension AllianceQuestions {
  /// A table for each question: its numbers for every selection, what they say, what they do not, and where the detail is.
  public func displays(_ context: DisplayContext) -> [Display] {
    answers.map { display($0, context) }
  }

  private func display(_ answer: Answer, _ context: DisplayContext) -> Display {
    let names = views.map(\.selection.name)
    let columns =
      [Display.Column(context.words("number", "mesure", "medida"), isNumeric: false)]
      + names.map { Display.Column($0) } + [
        Display.Column(context.words("interval", "intervalle", "intervalo"), isNumeric: false),
        Display.Column(
          context.words("which, or why not", "lequel, ou pourquoi pas", "cuál, o por qué no"),
          isNumeric: false),
      ]
    let keys = answer.figures.flatMap { $0.map(\.key) }.distinct
    let byKey = answer.figures.map { figures in
      Dictionary(figures.map { ($0.key, $0) }) { first, _ in first }
    }
    let cells = keys.prefix(Self.mostRows).map { key -> [String] in
      let found = byKey.map { $0[key] }
      let first = found.compactMap { $0 }.first
      let interval = found.first.flatMap { $0?.interval }.map {
        "[\(text($0.lowerBound, first, context)), \(text($0.upperBound, first, context))]"
      }
      return [first?.label[context.language] ?? key]
        + found.map { text($0?.value, first, context) }
        + [
          interval ?? "",
          Self.short(
            found.compactMap { $0?.note[context.language] }.filter { !$0.isEmpty }.distinct.joined(
              separator: " | ")),
        ]
    }
    let left = keys.count - cells.count
    return Display(
      title: "\(answer.number). \(answer.question[context.language])", columns: columns,
      rows: cells,
      notes: (left > 0
        ? [
          context.words(
            "\(left) more numbers are in the CSV form.",
            "\(left) autres nombres dans la forme CSV.",
            "\(left) números más en la forma CSV.")
        ] : [])
        + [
          context.words("Reading: ", "Lecture : ", "Lectura: ") + answer.reading[context.language],
          context.words("Limits: ", "Limites : ", "Límites: ") + answer.limits[context.language],
          context.words("Detail: ", "Détail : ", "Detalle: ") + answer.command,
        ])
  }

  /// Rows of a table for people; the rest is in the result table.
  private static let mostRows = 16

  private func text(
    _ value: Double?, _ figure: QuestionFigure?, _ context: DisplayContext
  ) -> String {
    let isWhole = figure?.unit == "count" && value.map { $0 == $0.rounded() } == true
    return context.style.text(value, decimals: isWhole ? 0 : figure?.unit == "count" ? 2 : 3)
  }

  private static func short(_ note: String) -> String {
    note.count <= 44 ? note : note.prefix(41) + "..."
  }

  /// The ten questions in short: one line each, for the report.
  public func summary(_ context: DisplayContext) -> Display {
    Display(
      title: context.words(
        "The ten questions on alliances", "Les dix questions sur les alliances",
        "Las diez preguntas sobre alianzas") + ", \(views[0].selection.name)",
      columns: [
        Display.Column("", isNumeric: true),
        Display.Column(context.words("question", "question", "pregunta"), isNumeric: false),
      ],
      rows: answers.map { ["\($0.number)", $0.question[context.language]] },
      notes: answers.map { "\($0.number). \($0.reading[context.language])" } + [
        context.words(
          "Numbers, intervals and limits: indicators alliances questions.",
          "Nombres, intervalles et limites : indicators alliances questions.",
          "Números, intervalos y límites: indicators alliances questions.")
      ])
  }
}
