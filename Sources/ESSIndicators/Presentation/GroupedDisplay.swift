internal import ESSData

extension GroupedPoverty {
  /// The result as a table for people: a row for each distribution and line.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    var columns = [
      context.territoryColumn(),
      Display.Column(context.words("period", "période", "período"), isNumeric: false),
      Display.Column(context.words("line", "seuil", "línea")),
      Display.Column(context.words("curve", "courbe", "curva"), isNumeric: false),
      Display.Column(context.words("poor, %", "pauvres, %", "pobres, %")),
      Display.Column(context.words("gap, %", "écart, %", "brecha, %")),
      Display.Column(context.words("squared gap, %", "écart carré, %", "brecha cuadrada, %")),
      Display.Column("Watts"),
      Display.Column(
        context.words("elasticity to mean", "élasticité à la moyenne", "elasticidad a la media")),
      Display.Column(
        context.words("elasticity to Gini", "élasticité au Gini", "elasticidad al Gini")),
      Display.Column("Gini"),
      Display.Column(context.words("median", "médiane", "mediana")),
    ]
    var cells: [[String]] = []
    for row in rows {
      let gini = style.text(row.fit?.curve.gini, decimals: 4)
      let median = style.text(
        row.fit.flatMap { fit in row.mean.map { $0 * fit.curve.median } }, decimals: 2)
      let start = [context.name(row.territory), row.period]
      if row.lines.isEmpty {
        cells.append(
          start + ["-", row.fit?.name ?? "-", "-", "-", "-", "-", "-", "-", gini, median])
      }
      for line in row.lines {
        let poverty = line.poverty
        func percent(_ value: Double?) -> String { style.text(value.map { $0 * 100 }, decimals: 2) }
        cells.append(
          start + [
            NumberText.shortest(line.line), line.fit?.name ?? "-", percent(poverty?.headcount),
            percent(poverty?.gap), percent(poverty?.severity),
            style.text(poverty?.watts, decimals: 4),
            style.signed(poverty?.toMean?.headcount, decimals: 2),
            style.signed(poverty?.toGini?.headcount, decimals: 2), gini, median,
          ])
      }
    }
    // Columns that say nothing for a single distribution.
    for index in [1, 0] where cells.allSatisfy({ $0[index].isEmpty }) {
      columns.remove(at: index)
      for row in cells.indices { cells[row].remove(at: index) }
    }
    let reasons = rows.filter { $0.fit == nil }.map { row in
      [context.name(row.territory), row.period, row.selection.reasons]
        .filter { !$0.isEmpty }.joined(separator: ": ")
    }
    return Display(
      title: context.words(
        "Poverty and inequality from grouped data",
        "Pauvreté et inégalité à partir de données groupées",
        "Pobreza y desigualdad a partir de datos agrupados"),
      columns: columns, rows: cells,
      notes: [
        context.words(
          "gq: General Quadratic, beta: Beta Lorenz curve; elasticities of the headcount ratio.",
          "gq : quadratique générale, beta : courbe de Lorenz bêta ; élasticités du taux de pauvreté.",
          "gq: cuadrática general, beta: curva de Lorenz beta; elasticidades de la tasa de pobreza."
        )
      ] + reasons)
  }
}
