internal import ESSData

extension PanelPovertyChange {
  /// The result as a table: groups first, then territories; those without any value are named below.
  public func display(_ context: DisplayContext, groupsOnly: Bool = false) -> Display {
    let style = context.style
    let (from, to) = (options.from.description, options.to.description)
    let hasValue = { (row: Row) in row.headcountStart != nil || row.headcountEnd != nil }
    let groups = rows.filter { $0.matched != nil }
    let territories = rows.filter { $0.matched == nil }
    let shown =
      groups.filter { ($0.share ?? 0) > 0 } + (groupsOnly ? [] : territories.filter(hasValue))
    let scale = PersonScale(of: shown.flatMap { [$0.change?.number.start, $0.change?.number.end] })
    func people(_ what: String) -> Display.Column {
      Display.Column("\(what) (\(scale.name(context)))")
    }
    let poor = context.words("poor", "pauvres", "pobres")
    let columns = [
      context.territoryColumn(), Display.Column("% \(from)"), Display.Column("% \(to)"),
      Display.Column(context.words("change, points", "variation, points", "variación, puntos")),
      people("\(poor) \(from)"), people("\(poor) \(to)"),
      people(context.words("change", "variation", "variación")),
      Display.Column(context.words("by rate", "par le taux", "por tasa")),
      Display.Column(context.words("by population", "par la population", "por población")),
      Display.Column(context.words("by mix", "par la répartition", "por reparto")),
      Display.Column(context.words("% covered", "% couvert", "% cubierto")),
    ]
    let cells = shown.map { row -> [String] in
      let parts = row.change.map {
        Dictionary(uniqueKeysWithValues: zip($0.parts, $0.number.parts))
      }
      let points = row.change.map { 100 * $0.headcountChange }
      func part(_ part: PovertyChange.Part) -> String {
        scale.signed(parts?[part], style)
      }
      return [
        context.name(row.territory), style.text(row.headcountStart?.value, decimals: 1),
        style.text(row.headcountEnd?.value, decimals: 1), style.signed(points, decimals: 1),
        scale.text(row.change?.number.start, style), scale.text(row.change?.number.end, style),
        scale.signed(row.change?.number.change, style), part(.rate),
        part(.population), part(.mix), style.text(row.share, decimals: 1),
      ]
    }
    return Display(
      title: context.words("Poverty change", "Variation de la pauvreté", "Cambio de la pobreza")
        + ", \(options.line), \(from)-\(to)",
      columns: columns, rows: cells,
      notes: notes(context, groups, territories.filter { !hasValue($0) }))
  }

  private func notes(
    _ context: DisplayContext, _ groups: [Row], _ without: [Row]
  ) -> [String] {
    var notes = [
      context.words(
        "Headcount ratio (\(options.headcount)), strictly below the line, times "
          + "\(options.population); groups over members with both years.",
        "Taux de pauvreté (\(options.headcount)), strictement sous le seuil, fois "
          + "\(options.population) ; groupes sur les membres ayant les deux années.",
        "Tasa de pobreza (\(options.headcount)), estrictamente bajo la línea, por "
          + "\(options.population); grupos sobre los miembros con ambos años.")
    ]
    let refused = groups.filter {
      $0.change == nil && $0.share.map { $0 < options.minimumShare } == true
    }
    .map(\.territory)
    if !refused.isEmpty {
      let names = context.list(refused)
      let least = context.style.shortest(options.minimumShare)
      notes.append(
        context.words(
          "Refused, less than \(least) % covered: \(names).",
          "Refusés, moins de \(least) % couverts : \(names).",
          "Rechazados, menos del \(least) % cubierto: \(names)."))
    }
    let weightless = groups.filter { $0.share == nil }.map(\.territory)
    if !weightless.isEmpty { notes.append(context.weightless(weightless)) }
    if !without.isEmpty {
      let names = context.list(without.map(\.territory))
      notes.append(
        context.words(
          "No value in either year: \(names).", "Aucune valeur ces deux années : \(names).",
          "Sin valor en ambos años: \(names)."))
    }
    return notes
  }
}

extension VintagePovertyChange {
  /// The result as a table, one row for each vintage and scenario.
  public func display(_ context: DisplayContext, groupsOnly: Bool = false) -> Display {
    let style = context.style
    let (from, to) = (options.from.description, options.to.description)
    let poorWord = context.words("poor", "pauvres", "pobres")
    let shown = groupsOnly ? rows.filter { context.tree.groups.contains($0.territory) } : rows
    let scale = PersonScale(of: shown.flatMap { row in row.numbers.map { $0?.persons } })
    let unit = scale.name(context)
    let columns = [
      context.territoryColumn(),
      Display.Column(context.words("line", "seuil", "línea"), isNumeric: false),
      Display.Column(context.words("vintage", "millésime", "edición"), isNumeric: false),
      Display.Column(context.words("scenario", "scénario", "escenario"), isNumeric: false),
      Display.Column("% \(from)"), Display.Column("% \(to)"),
      Display.Column(context.words("change, points", "variation, points", "variación, puntos")),
      Display.Column("\(poorWord) \(from) (\(unit))"),
      Display.Column("\(poorWord) \(to) (\(unit))"),
      Display.Column(context.words("change", "variation", "variación")),
      Display.Column(context.words("by rate", "par le taux", "por tasa")),
      Display.Column(context.words("by population", "par la population", "por población")),
      Display.Column(context.words("published", "publié", "publicado")),
      Display.Column(
        context.words(
          "growth, same exercise", "croissance, même exercice",
          "crecimiento, mismo ejercicio")),
    ]
    let cells = shown.map { row -> [String] in
      let parts = row.change?.number.parts
      var growth = style.text(row.growth?.figure.value, decimals: 1)
      if row.growth?.isSameExercise == false { growth += " (!)" }
      return [
        context.name(row.territory), row.line, row.vintage, row.scenario,
        style.text(row.headcountStart, decimals: 1), style.text(row.headcountEnd, decimals: 1),
        style.signed(row.points, decimals: 1),
        poor(row.numbers[0], scale, style), poor(row.numbers[1], scale, style),
        scale.signed(row.change?.number.change, style),
        scale.signed(parts?[0], style),
        scale.signed(parts?[1], style),
        scale.signed(row.published.change, style, decimals: 1), growth,
      ]
    }
    var notes = [
      context.words(
        "Published rates times \(options.population); 'published' is the institution's own change.",
        "Taux publiés fois \(options.population) ; « publié » est la variation de l'institution.",
        "Tasas publicadas por \(options.population); «publicado» es la variación de la institución."
      )
    ]
    if shown.contains(where: { $0.numbers.contains { $0?.isPublished == true } }) {
      notes.append(
        context.words(
          "* Number of poor as published, not computed.",
          "* Nombre de pauvres publié, non calculé.",
          "* Número de pobres publicado, no calculado."))
    }
    if !warnings.isEmpty {
      notes.append(
        "(!) "
          + context.words(
            "Growth of another exercise.", "Croissance d'un autre exercice.",
            "Crecimiento de otro ejercicio."))
    }
    return Display(
      title: context.words(
        "Poverty by vintage", "Pauvreté par millésime", "Pobreza por edición") + ", \(from)-\(to)",
      columns: columns, rows: cells, notes: notes)
  }

  /// A number of poor, marked where it is not computed.
  private func poor(
    _ number: (persons: Double, isPublished: Bool)?, _ scale: PersonScale, _ style: NumberStyle
  ) -> String {
    scale.text(number?.persons, style) + (number?.isPublished == true ? " *" : "")
  }
}
