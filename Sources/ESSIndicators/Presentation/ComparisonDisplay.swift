internal import ESSData

extension TerritoryComparison {
  /// The comparison as tables, one for each indicator: difference, ratio, test and decision by territory, the largest differences first.
  public func displays(_ context: DisplayContext) -> [Display] {
    zip(indicators, familySizes).map { indicator, family in
      table(indicator, family: family, context)
    }
  }

  private func table(_ indicator: Indicator, family: Int, _ context: DisplayContext) -> Display {
    let style = context.style
    let isTested = indicator.rows.contains { $0.p != nil }
    let hasRatioError = indicator.rows.contains { $0.ratio.interval != nil }
    var columns = [
      context.territoryColumn(),
      Display.Column(context.words("value", "valeur", "valor")),
      Display.Column(context.words("difference", "différence", "diferencia")),
    ]
    if isTested { columns.append(.init(context.words("std error", "err. type", "error est."))) }
    columns.append(.init(context.words("ratio", "rapport", "razón")))
    if hasRatioError {
      columns += [
        .init(context.words("ratio from", "rapport de", "razón desde")),
        .init(context.words("to", "à", "hasta")),
      ]
    }
    if isTested {
      columns += [
        .init("z"), .init("p"), .init(context.words("adjusted p", "p ajusté", "p ajustado")),
        .init(context.words("decision", "décision", "decisión"), isNumeric: false),
      ]
    }
    let rows = indicator.rows.sorted {
      ($1.difference.value, $0.territory) < ($0.difference.value, $1.territory)
    }.map { row -> [String] in
      var cells = [
        context.name(table.territories[row.territory]),
        style.text(indicator.reference.value + row.difference.value, decimals: 2),
        style.signed(row.difference.value, decimals: 2),
      ]
      if isTested { cells.append(style.text(row.difference.standardError, decimals: 2)) }
      cells.append(style.text(row.ratio.value, decimals: 3))
      if hasRatioError {
        cells.append(style.text(row.ratio.interval?.lowerBound, decimals: 3))
        cells.append(style.text(row.ratio.interval?.upperBound, decimals: 3))
      }
      if isTested {
        cells += [
          style.text(row.z, decimals: 2), style.text(row.p, decimals: 4),
          style.text(row.adjusted, decimals: 4), decision(row, context),
        ]
      }
      return cells
    }
    return Display(
      title: context.words("Comparison", "Comparaison", "Comparación")
        + ": \(indicator.name), \(referenceName(context)) \(style.text(indicator.reference.value, decimals: 2))",
      columns: columns, rows: rows,
      notes: notes(indicator, family: family, isTested: isTested, context))
  }

  private func referenceName(_ context: DisplayContext) -> String {
    options.reference.members == nil
      ? context.words("mean of all", "moyenne de tous", "media de todos")
      : options.reference.name.split(separator: "+").map { context.name(String($0)) }
        .joined(separator: " + ")
  }

  private func decision(_ row: Row, _ context: DisplayContext) -> String {
    guard let adjusted = row.adjusted, let z = row.z else { return "-" }
    guard adjusted <= options.discoveryRate else {
      return context.words("not told apart", "non distinct", "no distinto")
    }
    return z > 0
      ? context.words("above", "au-dessus", "por encima")
      : context.words("below", "au-dessous", "por debajo")
  }

  private func notes(
    _ indicator: Indicator, family: Int, isTested: Bool, _ context: DisplayContext
  ) -> [String] {
    var notes: [String] = []
    if isTested {
      notes.append(
        context.words(
          "p adjusted by \(options.adjustment.rawValue) over \(family) tests; a territory differs where it is at most \(context.style.text(options.discoveryRate, decimals: 2)).",
          "p ajusté par \(options.adjustment.rawValue) sur \(family) tests ; un territoire diffère s'il vaut au plus \(context.style.text(options.discoveryRate, decimals: 2)).",
          "p ajustado por \(options.adjustment.rawValue) sobre \(family) pruebas; un territorio difiere si es a lo sumo \(context.style.text(options.discoveryRate, decimals: 2))."
        ))
    } else {
      notes.append(
        context.words(
          "No standard errors were given, so that no difference can be tested: it may be chance.",
          "Sans erreurs types, aucune différence ne peut être testée : elle peut être due au hasard.",
          "Sin errores estándar no se puede probar ninguna diferencia: puede ser azar."))
    }
    if !indicator.dropped.isEmpty {
      let names = context.list(indicator.dropped.map(context.name))
      notes.append(
        context.words(
          "Left out for want of a value: \(names).", "Écartés faute de valeur : \(names).",
          "Omitidos por falta de valor: \(names)."))
    }
    if !indicator.unweighted.isEmpty {
      let names = context.list(indicator.unweighted.map(context.name))
      notes.append(
        context.words(
          "Not in the mean for want of a weight: \(names).",
          "Hors de la moyenne faute de poids : \(names).",
          "Fuera de la media por falta de peso: \(names)."))
    }
    return notes
  }
}
