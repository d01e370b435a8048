internal import ESSData

extension RegionalResilience {
  /// One row for each territory: own and expected rates and their difference, downturn and recovery.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    var columns = [context.territoryColumn()]
    for name in [
      context.words("downturn", "repli", "caída"),
      context.words("recovery", "reprise", "recuperación"),
    ].prefix(options.until == nil ? 1 : 2) {
      columns += [
        Display.Column("\(name), %"),
        Display.Column(context.words("expected, %", "attendu, %", "esperado, %")),
        Display.Column(context.words("difference", "différence", "diferencia")),
        Display.Column(context.words("index", "indice", "índice")),
      ]
    }
    let cells = rows.filter { !$0.comparisons.isEmpty }.map { row in
      [context.name(row.territory)]
        + (0..<(options.until == nil ? 1 : 2)).flatMap { step -> [String] in
          guard step < row.comparisons.count else { return ["-", "-", "-", "-"] }
          let comparison = row.comparisons[step]
          return [
            style.signed(comparison.growth, decimals: 1),
            style.signed(comparison.expected, decimals: 1),
            style.signed(comparison.difference, decimals: 1),
            style.signed(comparison.index, decimals: 2),
          ]
        }
    }
    let without = rows.filter { $0.comparisons.isEmpty }.map(\.territory)
    var notes = [
      context.words(
        "Expected: \(options.usesMix ? "sector by sector" : "the whole"); '-' = too near to 0 for a ratio.",
        "Attendu : \(options.usesMix ? "par secteur" : "l'ensemble") ; « - » = trop près de 0 pour un rapport.",
        "Esperado: \(options.usesMix ? "por sector" : "el conjunto"); «-» = demasiado cerca de 0 para una razón."
      )
    ]
    if !without.isEmpty {
      let names = context.list(without)
      notes.append(
        context.words("No value: \(names).", "Sans valeur : \(names).", "Sin valor: \(names)."))
    }
    return Display(
      title: context.words(
        "Resistance and recoverability", "Résistance et capacité de reprise",
        "Resistencia y recuperabilidad")
        + " \(options.from)-\(options.to)" + (options.until.map { "-\($0)" } ?? ""),
      columns: columns, rows: cells, notes: notes)
  }
}

extension RegionalShifts {
  /// One row for each territory: the total change and its parts.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    let columns = [
      context.territoryColumn(), Display.Column(context.words("change", "variation", "variación")),
      Display.Column(context.words("national", "national", "nacional")),
      Display.Column(context.words("mix", "structure", "estructura")),
      Display.Column(context.words("regional", "régional", "regional")),
      Display.Column(
        context.words("regional, homothetic", "régional, homothétique", "regional, homotético")),
      Display.Column(context.words("allocation", "allocation", "asignación")),
    ]
    let cells = rows.compactMap { row -> [String]? in
      guard let first = row.steps.first, let last = row.steps.last else { return nil }
      func sum(_ part: (ShiftShare) -> Double) -> String {
        style.signed(row.steps.reduce(0) { $0 + part($1) }, decimals: 1)
      }
      return [
        context.name(row.territory), style.signed(last.end - first.start, decimals: 1),
        sum(\.national), sum(\.mix), sum(\.regional), sum(\.homothetic), sum(\.allocation),
      ]
    }
    let without = rows.filter(\.steps.isEmpty).map { "\($0.territory) (\($0.note))" }
    return Display(
      title: context.words("Shift-share", "Analyse structurelle-résiduelle", "Análisis shift-share")
        + " \(options.from)/\(options.to)", columns: columns, rows: cells,
      notes: without.isEmpty ? [] : [context.list(without)])
  }
}
