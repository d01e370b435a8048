internal import ESSData
internal import ESSNumerics

extension Scoreboard {
  /// The territories by rank, with the score of the whole and of its parts.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    let root = framework.nodes[framework.root]
    let language = context.language
    // More columns than these fit no page; all are in the CSV.
    let parts = Array(root.children.prefix(8))
    let columns =
      [Display.Column(context.words("Rank", "Rang", "Lugar")), context.territoryColumn()]
      + [Display.Column(root.metadata.name[language])]
      + parts.map { Display.Column(framework.nodes[$0].metadata.name[language]) }
    // Units without a score come last, those of one rank in the order of the table.
    let places = ranks.column(framework.root).map { $0.isNaN ? .infinity : $0 }
    let order = units.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    func number(_ value: Double, _ decimals: Int) -> String {
      style.text(value.isNaN ? nil : value, decimals: decimals)
    }
    let isHalf = recipe.ties == .average
    let rows = order.map { unit in
      [
        NumberStyle(language: language, decimals: nil)
          .text(
            ranks[unit, framework.root].isNaN ? nil : ranks[unit, framework.root],
            decimals: isHalf ? 1 : 0),
        context.name(units[unit]) + (prepared.imputedCounts[unit] > 0 ? " *" : ""),
        number(scores[unit, framework.root], 2),
      ] + parts.map { number(scores[unit, $0], 2) }
    }
    return Display(
      title: context.words("Scores", "Scores", "Puntuaciones"), columns: columns, rows: rows,
      notes: notes(context))
  }

  private func notes(_ context: DisplayContext) -> [String] {
    let imputed = prepared.imputedCounts.reduce(0, +)
    let treated = prepared.treatment.count { $0.step != nil }
    var notes: [String] = []
    if imputed > 0 {
      notes.append(
        context.words(
          "* with imputed values: \(imputed) of \(units.count * framework.indicatorCount) in all.",
          "* avec des valeurs imputées : \(imputed) sur \(units.count * framework.indicatorCount) en tout.",
          "* con valores imputados: \(imputed) de \(units.count * framework.indicatorCount) en total."
        ))
    }
    let incomplete = units.indices.compactMap { unit -> String? in
      let missing = (0..<framework.indicatorCount).count { scores[unit, $0].isNaN }
      return missing > 0 ? "\(context.name(units[unit])) (\(missing))" : nil
    }
    if !incomplete.isEmpty {
      notes.append(
        context.words(
          "Scored on the other indicators, so many of \(framework.indicatorCount) being missing: ",
          "Notés sur les autres indicateurs, tant sur \(framework.indicatorCount) étant absents : ",
          "Puntuados con los demás indicadores, faltando tantos de \(framework.indicatorCount): ")
          + context.list(incomplete) + ".")
    }
    if treated > 0 {
      notes.append(
        context.words(
          "Outliers treated in \(treated) of \(framework.indicatorCount) indicators.",
          "Valeurs extrêmes traitées dans \(treated) indicateurs sur \(framework.indicatorCount).",
          "Valores extremos tratados en \(treated) de \(framework.indicatorCount) indicadores."))
    }
    if !prepared.excluded.isEmpty {
      notes.append(
        context.words("Not scored", "Sans score", "Sin puntuación") + ": "
          + context.list(prepared.excluded.map { context.name($0.unit) }) + ".")
    }
    notes += framework.nodes.reversed().compactMap { node in
      node.metadata.note.map {
        "\(node.metadata.name[context.language]): \($0[context.language])"
      }
    }
    return notes + [recipe.method]
  }
}
