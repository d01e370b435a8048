internal import ESSData

extension SpatialStudy {
  /// The study as tables: the measures of the whole map, and one table for each local measure.
  public func displays(_ context: DisplayContext, level: Double) -> [Display] {
    let whole = observations.filter {
      ![
        "territories.spatial_local", "territories.spatial_local_p", "territories.spatial_local_fdr",
      ]
      .contains($0.indicator)
    }
    let title = context.words(
      "Spatial association", "Association spatiale", "Asociación espacial")
    let first =
      whole.isEmpty
      ? [] : [Display(estimates: whole, title: title, level: level, context: context)]
    return first + local.map { statistic, result in table(statistic, result, context) }
  }

  /// Each territory with its quadrant, its value, and whether it is a cluster once false discoveries are held down; clusters first.
  private func table(
    _ statistic: Statistic, _ result: LocalAssociation, _ context: DisplayContext
  ) -> Display {
    let style = context.style
    let p = result.rows.map { $0.permutation?.pValue(options.alternative) }
    let known = p.indices.filter { p[$0] != nil }
    let adjusted = FalseDiscovery.adjusted(known.compactMap { p[$0] })
    let q = Dictionary(zip(known, adjusted)) { first, _ in first }
    let isTested = !known.isEmpty
    let order = result.rows.indices.sorted {
      (q[$0] ?? 2, p[$0] ?? 2, $0) < (q[$1] ?? 2, p[$1] ?? 2, $1)
    }
    let rows = order.map { row -> [String] in
      let own = result.rows[row]
      let quadrant =
        own.quadrant == .island
        ? context.words("no neighbour", "sans voisin", "sin vecino") : own.quadrant.rawValue
      let tested =
        isTested
        ? [
          style.text(p[row], decimals: 4), style.text(q[row], decimals: 4),
          (q[row] ?? 1) <= options.discoveryRate
            ? context.words("cluster", "groupement", "agrupación") + " \(own.quadrant.rawValue)"
            : "-",
        ] : []
      return [
        context.name(table.territories[row]), quadrant, style.text(own.value, decimals: 4),
      ] + tested
    }
    let tested =
      isTested
      ? [
        Display.Column("p"),
        Display.Column(context.words("adjusted p", "p ajusté", "p ajustado")),
        Display.Column(context.words("decision", "décision", "decisión"), isNumeric: false),
      ] : []
    return Display(
      title: context.words("Local association", "Association locale", "Asociación local")
        + ": \(statistic.rawValue), \(options.value)",
      columns: [
        context.territoryColumn(),
        Display.Column(context.words("quadrant", "quadrant", "cuadrante"), isNumeric: false),
        Display.Column(context.words("value", "valeur", "valor")),
      ] + tested, rows: rows, notes: notes(context, isTested: isTested))
  }

  private func notes(_ context: DisplayContext, isTested: Bool) -> [String] {
    var notes = [
      context.words(
        "HH high among high, LL low among low, LH low among high, HL high among low.",
        "HH haut parmi hauts, LL bas parmi bas, LH bas parmi hauts, HL haut parmi bas.",
        "HH alto entre altos, LL bajo entre bajos, LH bajo entre altos, HL alto entre bajos.")
    ]
    if isTested {
      let rate = context.style.text(options.discoveryRate, decimals: 2)
      let tests = "\(options.permutations), \(options.alternative.rawValue)"
      notes.append(
        context.words(
          "p by permutations (\(tests)); a cluster where the adjusted p (Benjamini and Hochberg) is at most \(rate).",
          "p par permutations (\(tests)) ; un groupement si le p ajusté (Benjamini et Hochberg) vaut au plus \(rate).",
          "p por permutaciones (\(tests)); una agrupación si el p ajustado (Benjamini y Hochberg) es a lo sumo \(rate)."
        ))
    }
    if !weights.islands.isEmpty {
      let names = context.list(weights.islands.map(context.name))
      notes.append(
        context.words(
          "Without a neighbour: \(names).", "Sans voisin : \(names).", "Sin vecino: \(names)."))
    }
    if !dropped.isEmpty {
      let names = context.list(dropped.map(context.name))
      notes.append(
        context.words(
          "Left out for want of a value: \(names).", "Écartés faute de valeur : \(names).",
          "Omitidos por falta de valor: \(names)."))
    }
    return notes
  }
}
