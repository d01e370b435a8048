internal import ESSData

extension RecessionImpact {
  /// The result as a table: groups first, then territories; the columns of the trend only where one was asked for.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    let ordered = rows.filter { $0.matched != nil } + rows.filter { $0.matched == nil }
    let cells = ordered.compactMap { row -> [String]? in
      guard let episode = row.episode else { return nil }
      let shown = columns(context).map { column in
        column.isOfTrend && episode.trend == nil
          ? withoutTrend(context) : column.text(episode, style)
      }
      return [context.name(row.territory)] + shown + [style.text(row.share, decimals: 1)]
    }
    return Display(
      title: context.words("Recession impact", "Effet de la récession", "Impacto de la recesión")
        + ", \(options.reference) = 100",
      columns: [context.territoryColumn()] + columns(context).map { Display.Column($0.header) }
        + [Display.Column(context.words("% covered", "% couvert", "% cubierto"))],
      rows: cells, notes: notes(context, ordered.filter { $0.episode == nil }))
  }

  /// A column of numbers of the episode, of which some need a trend.
  private struct EpisodeColumn {
    let header: String
    var isOfTrend = false
    let text: (RecessionEpisode, NumberStyle) -> String
  }

  private func columns(_ context: DisplayContext) -> [EpisodeColumn] {
    let next = options.reference.advanced(by: 1)
    let all = [
      EpisodeColumn(
        header: context.words("growth \(next)", "croissance \(next)", "crecimiento \(next)")
      ) { episode, style in style.signed(episode.growth.first, decimals: 1) },
      EpisodeColumn(header: context.words("depth, %", "profondeur, %", "profundidad, %")) {
        episode, style in style.text(episode.depth, decimals: 1)
      },
      EpisodeColumn(header: context.words("trough", "creux", "punto más bajo")) { episode, _ in
        episode.trough?.description ?? "-"
      },
      EpisodeColumn(header: context.words("years to level", "années, niveau", "años, nivel")) {
        episode, style in years(episode.recovery, style)
      },
      EpisodeColumn(header: context.words("interpolated", "interpolées", "interpolados")) {
        episode, style in interpolated(episode.recovery, style)
      },
      EpisodeColumn(
        header: context.words("years to trend", "années, tendance", "años, tendencia"),
        isOfTrend: true
      ) { episode, style in episode.trend.map { years($0.recovery, style) } ?? "-" },
      EpisodeColumn(
        header: context.words(
          "lost v level, %", "perte sur niveau, %", "pérdida sobre nivel, %")
      ) { episode, style in style.text(episode.loss, decimals: 1) },
      EpisodeColumn(
        header: context.words(
          "lost v trend, %", "perte sur tendance, %", "pérdida sobre tendencia, %"),
        isOfTrend: true
      ) { episode, style in style.signed(episode.trend?.loss, decimals: 1) },
      EpisodeColumn(
        header: context.words("std error", "err. type", "error est."), isOfTrend: true
      ) { episode, style in style.text(episode.trend?.lossStandardError, decimals: 1) },
    ]
    return options.trendFrom == nil ? all.filter { !$0.isOfTrend } : all
  }

  /// What stands for a trend that could not be had.
  private func withoutTrend(_ context: DisplayContext) -> String {
    context.words("n/a", "n.d.", "n.d.")
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
    var parts = [
      context.words(
        "\(options.level); sample to \(end); '>' = not regained in the sample; '-' = no downturn",
        "\(options.level) ; échantillon jusqu'à \(end) ; « > » = non retrouvé ; « - » = pas de repli",
        "\(options.level); muestra hasta \(end); «>» = no recuperado; «-» = sin caída"),
      context.words(
        "losses in % of a reference year", "pertes en % d'une année de référence",
        "pérdidas en % de un año de referencia"),
    ]
    let run = options.sustain
    parts.append(
      context.words(
        "an episode ends when the level has held for \(run) period\(run == 1 ? "" : "s")",
        "un épisode finit quand le niveau a tenu \(run) période\(run == 1 ? "" : "s")",
        "un episodio termina cuando el nivel se ha mantenido \(run) período\(run == 1 ? "" : "s")"))
    if let start = options.trendFrom {
      let window = "\(start)-\(options.reference)"
      parts.append(
        context.words(
          "log-linear trend \(window)", "tendance log-linéaire \(window)",
          "tendencia log-lineal \(window)"))
      if rows.contains(where: { $0.episode != nil && $0.episode?.trend == nil }) {
        let mark = withoutTrend(context)
        parts.append(
          context.words(
            "'\(mark)' = no trend can be fitted",
            "« \(mark) » = pas de tendance estimable",
            "«\(mark)» = sin tendencia estimable"))
      }
    }
    var notes = [parts.joined(separator: context.words("; ", " ; ", "; ")) + "."]
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
