public import ESSData

extension Display {
  /// Estimates from a survey as a table: one row a number, with standard error and interval.
  public init(
    estimates observations: [Observation], title: String, level: Double, context: DisplayContext,
    notes: [String] = []
  ) {
    let style = context.style
    let percent = NumberText.shortest((1000 * level).rounded() / 10)
    let hasPeriods = observations.contains { !$0.period.isEmpty }
    let hasTerritories = observations.contains { !$0.territory.isEmpty }
    let hasComponents = observations.contains { !$0.component.isEmpty }
    func text(_ header: String, _ isShown: Bool = true) -> [Column] {
      isShown ? [Column(header, isNumeric: false)] : []
    }
    let columns =
      text(context.words("Domain", "Domaine", "Dominio"), hasTerritories)
      + text(context.words("period", "période", "período"), hasPeriods)
      + text(context.words("indicator", "indicateur", "indicador"))
      + text(context.words("part", "partie", "parte"), hasComponents)
      + [
        Column(context.words("value", "valeur", "valor")),
        Column(context.words("standard error", "erreur type", "error estándar")),
        Column(context.words("\(percent) % from", "\(percent) % de", "\(percent) % desde")),
        Column(context.words("to", "à", "hasta")),
        Column(context.words("records", "observations", "observaciones")),
      ] + text(context.words("unit", "unité", "unidad"))
    let rows = observations.map { row -> [String] in
      // Four significant decimals for fractions, two for percent, none for persons.
      let decimals =
        row.unit == "persons" || row.unit == "count" ? 0 : row.unit == "percent" ? 2 : 4
      func number(_ value: Double?) -> String { style.text(value, decimals: decimals) }
      return (hasTerritories ? [context.name(row.territory)] : [])
        + (hasPeriods ? [row.period] : [])
        + [Catalogue[row.indicator]?.name[context.language] ?? row.indicator]
        + (hasComponents ? [row.component] : [])
        + [
          number(row.value), number(row.standardError), number(row.interval?.lowerBound),
          number(row.interval?.upperBound), row.count.map(String.init) ?? "-",
          Catalogue.unit(row.unit, in: context.language),
        ]
    }
    let reasons = observations.filter { !$0.note.isEmpty }.map {
      [$0.territory, $0.period, $0.component].filter { !$0.isEmpty }.joined(separator: " ") + ": "
        + $0.note
    }
    self.init(
      title: title, columns: columns, rows: rows,
      notes: notes
        + reasons.distinct.prefix(12).map { $0.hasPrefix(": ") ? String($0.dropFirst(2)) : $0 })
  }
}
