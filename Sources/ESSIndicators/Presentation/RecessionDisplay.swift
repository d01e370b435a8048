internal import ESSData

extension RecessionImpact {
  /// The result as a table: groups first, then territories.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    let next = options.reference.advanced(by: 1)
    let columns = [
      context.territoryColumn(),
      Display.Column(context.words("growth \(next)", "croissance \(next)", "crecimiento \(next)")),
      Display.Column(context.words("depth, %", "profondeur, %", "profundidad, %")),
      Display.Column(context.words("trough", "creux", "punto más bajo")),
      Display.Column(context.words("years to level", "années, niveau", "años, nivel")),
      Display.Column(context.words("interpolated", "interpolées", "interpolados")),
      Display.Column(context.words("years to trend", "années, tendance", "años, tendencia")),
      Display.Column(
        context.words("lost v level, %", "perte sur niveau, %", "pérdida sobre nivel, %")),
      Display.Column(
        context.words("lost v trend, %", "perte sur tendance, %", "pérdida sobre tendencia, %")),
      Display.Column(context.words("std error", "err. type", "error est.")),
      Display.Column(context.words("% covered", "% couvert", "% cubierto")),
    ]
    let ordered = rows.filter { $0.matched != nil } + rows.filter { $0.matched == nil }
    let cells = ordered.filter { $0.episode != nil }.map { row -> [String] in
      guard let episode = row.episode else { return [] }
      return [
        context.name(row.territory), style.signed(episode.growth.first, decimals: 1),
        style.text(episode.depth, decimals: 1), episode.trough?.description ?? "-",
        years(episode.recovery, style), interpolated(episode.recovery, style),
        episode.trend.map { years($0.recovery, style) } ?? "-",
        style.text(episode.loss, decimals: 1), style.signed(episode.trend?.loss, decimals: 1),
        style.text(episode.trend?.lossStandardError, decimals: 1),
        style.text(row.share, decimals: 1),
      ]
    }
    return Display(
      title: context.words("Recession impact", "Effet de la récession", "Impacto de la recesión")
        + ", \(options.reference) = 100", columns: columns, rows: cells,
      notes: notes(context, ordered.filter { $0.episode == nil }))
  }

  private func years(_ recovery: Recovery, _ style: NumberStyle) -> String {
    switch recovery {
    case .noDownturn: "-"
    case .notWithinSample(let years): "> " + NumberText.shortest(years)
    case .regained(let regained): NumberText.shortest(regained.years)
    }
  }

  private func interpolated(_ recovery: Recovery, _ style: NumberStyle) -> String {
    guard case .regained(let regained) = recovery else { return "-" }
    return style.text(regained.interpolatedYears, decimals: 2)
  }

  private func notes(_ context: DisplayContext, _ without: [Row]) -> [String] {
    let end = options.until.map(\.description) ?? ""
    let trend = options.trendFrom.map { "\($0)-\(options.reference)" } ?? "-"
    var notes = [
      context.words(
        "\(options.level); sample to \(end); '>' = not regained in the sample; '-' = no downturn; "
          + "losses in % of a reference year; log-linear trend \(trend).",
        "\(options.level) ; échantillon jusqu'à \(end) ; « > » = non retrouvé ; « - » = pas de "
          + "repli ; pertes en % d'une année de référence ; tendance log-linéaire \(trend).",
        "\(options.level); muestra hasta \(end); «>» = no recuperado; «-» = sin caída; pérdidas en "
          + "% de un año de referencia; tendencia log-lineal \(trend).")
    ]
    let weightless = without.filter { $0.matched != nil && $0.share == nil }.map(\.territory)
    if !weightless.isEmpty { notes.append(context.weightless(weightless)) }
    let refused = without.filter { $0.share != nil }.map(\.territory)
    if !refused.isEmpty {
      let names = context.list(refused)
      notes.append(
        context.words(
          "Refused, too little covered: \(names).", "Refusés, couverture insuffisante : \(names).",
          "Rechazados, cobertura insuficiente: \(names)."))
    }
    let missing = without.filter { $0.matched == nil }.map(\.territory)
    if !missing.isEmpty {
      let names = context.list(missing)
      notes.append(
        context.words(
          "No complete series: \(names).", "Sans série complète : \(names).",
          "Sin serie completa: \(names)."))
    }
    return notes
  }
}

extension OutlookComparison {
  /// Groups by vintage: projection, published figure, outcome, error; the groups with a published figure only, if so asked.
  public func groupDisplay(_ context: DisplayContext, publishedOnly: Bool = false) -> Display {
    let style = context.style
    let columns = [
      context.territoryColumn(),
      Display.Column(context.words("vintage", "millésime", "edición"), isNumeric: false),
      Display.Column(context.words("projected", "projeté", "proyectado")),
      Display.Column(context.words("published", "publié", "publicado")),
      Display.Column(context.words("outcome", "constaté", "observado")),
      Display.Column(
        context.words("outcome - projected", "constaté - projeté", "observado - proyectado")),
      Display.Column(context.words("% covered", "% couvert", "% cubierto")),
    ]
    let groups = rows.filter {
      $0.published != nil || (!publishedOnly && $0.projection != nil && $0.share != nil)
    }
    let cells = groups.map { row in
      [
        context.name(row.territory), row.vintage.name, style.signed(row.projection, decimals: 2),
        style.signed(row.published?.value, decimals: 1), style.signed(row.outcome, decimals: 2),
        style.signed(row.error, decimals: 2), style.text(row.share, decimals: 1),
      ]
    }
    return Display(
      title: context.words("Growth outlook", "Perspectives de croissance", "Perspectivas")
        + " \(options.target)", columns: columns, rows: cells,
      notes: [
        context.words(
          "Groups: mean of the members projected, weighted by \(options.level) of "
            + "\(options.target.advanced(by: -1)); outcome over the same members.",
          "Groupes : moyenne des membres projetés, pondérée par \(options.level) de "
            + "\(options.target.advanced(by: -1)) ; constaté sur les mêmes membres.",
          "Grupos: media de los miembros proyectados, ponderada por \(options.level) de "
            + "\(options.target.advanced(by: -1)); observado sobre los mismos miembros.")
      ])
  }

  /// Territories by row, vintages by column.
  public func territoryDisplay(_ context: DisplayContext) -> Display {
    let style = context.style
    let own = rows.filter { $0.share == nil && $0.published == nil }
    let vintages = own.map(\.vintage).distinct
    let territories = own.map(\.territory).distinct.sorted()
    let columns =
      [context.territoryColumn()] + vintages.map { Display.Column($0.name) } + [
        Display.Column(context.words("outcome", "constaté", "observado"))
      ]
    let cells = territories.map { territory in
      let figures = vintages.map { vintage in
        let row = own.first { $0.territory == territory && $0.vintage == vintage }
        return style.signed(row?.projection, decimals: 1)
      }
      let outcome = outcomes.first { $0.territory == territory }?.growth
      return [context.name(territory)] + figures + [style.signed(outcome, decimals: 2)]
    }
    return Display(
      title: context.words(
        "Growth outlook by territory", "Perspectives par territoire", "Perspectivas por territorio")
        + " \(options.target)", columns: columns, rows: cells)
  }
}
