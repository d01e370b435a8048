internal import ESSData

extension BusinessCycles {
  /// One row for each downturn: dates, duration, depth, cumulative movement, excess.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    let columns = [
      context.territoryColumn(),
      Display.Column(context.words("phase", "phase", "fase"), isNumeric: false),
      Display.Column(context.words("start", "début", "inicio"), isNumeric: false),
      Display.Column(context.words("end", "fin", "fin"), isNumeric: false),
      Display.Column(context.words("periods", "périodes", "períodos")),
      Display.Column(context.words("amplitude", "amplitude", "amplitud")),
      Display.Column(context.words("cumulative", "cumulé", "acumulado")),
      Display.Column(context.words("excess", "excès", "exceso")),
    ]
    var cells: [[String]] = []
    for row in rows {
      guard let cycle = row.cycle else { continue }
      let perYear = Double(cycle.start.frequency.rawValue)
      for phase in cycle.phases {
        let name =
          phase.isExpansion
          ? context.words("up", "hausse", "alza") : context.words("down", "baisse", "baja")
        cells.append([
          context.name(row.territory), name, phase.start.description, phase.end.description,
          (phase.isComplete ? "" : "> ") + "\(phase.duration)",
          style.signed(phase.amplitude, decimals: 1),
          style.signed(phase.cumulative / perYear, decimals: 1),
          style.signed(phase.excess, decimals: 2),
        ])
      }
    }
    let without = rows.filter { $0.cycle == nil }.map(\.territory)
    var notes = [
      context.words(
        "\(method); '>' = cut by the sample.", "\(method) ; « > » = coupée par l'échantillon.",
        "\(method); «>» = cortada por la muestra.")
    ]
    if !without.isEmpty {
      let names = context.list(without)
      notes.append(
        context.words(
          "No complete series: \(names).", "Sans série complète : \(names).",
          "Sin serie completa: \(names)."))
    }
    return Display(
      title: context.words("Phases of the cycle", "Phases du cycle", "Fases del ciclo"),
      columns: columns, rows: cells, notes: notes)
  }
}

extension RecessionGaps {
  /// One row for each territory: the gap of the first and the last period, the loss, the recovery and the shapes.
  public func display(_ context: DisplayContext, groupsOnly: Bool = false) -> Display {
    let style = context.style
    let first = options.reference.advanced(by: 1).description
    let last = options.until?.description ?? ""
    let columns = [
      context.territoryColumn(),
      Display.Column(context.words("gap \(first), %", "écart \(first), %", "brecha \(first), %")),
      Display.Column(context.words("lower", "inf.", "inferior")),
      Display.Column(context.words("upper", "sup.", "superior")),
      Display.Column(context.words("gap \(last), %", "écart \(last), %", "brecha \(last), %")),
      Display.Column(
        context.words("lost, % of a year", "perdu, % d'un an", "perdido, % de un año")),
      Display.Column(context.words("years to regain", "années", "años")),
      Display.Column(context.words("shape", "forme", "forma"), isNumeric: false),
      Display.Column(context.words("of the level", "du niveau", "del nivel"), isNumeric: false),
    ]
    let shown = rows.filter { !groupsOnly || $0.members != nil }
    let ordered = shown.filter { $0.members != nil } + shown.filter { $0.members == nil }
    let cells = ordered.compactMap { row in
      row.gap.map { gap in
        let isWhole = gap.gaps.last?.period == options.until
        return [
          context.name(row.territory), style.signed(gap.gaps.first?.percent, decimals: 1),
          style.signed(gap.gaps.first?.interval?.lowerBound, decimals: 1),
          style.signed(gap.gaps.first?.interval?.upperBound, decimals: 1),
          isWhole ? style.signed(gap.gaps.last?.percent, decimals: 1) : "-",
          style.signed(gap.lossPercent, decimals: 1), years(gap.recovery),
          gap.shape.letter.rawValue, gap.levelShape.letter.rawValue,
        ]
      }
    }
    var notes = [
      context.words(
        "\(options.variable), reference \(options.reference), counterfactual \(name); '>' = not regained.",
        "\(options.variable), référence \(options.reference), contrefactuel \(name) ; « > » = non retrouvé.",
        "\(options.variable), referencia \(options.reference), contrafactual \(name); «>» = no recuperado."
      )
    ]
    let weightless = ordered.filter { $0.isRefused && $0.share == nil }.map(\.territory)
    if !weightless.isEmpty { notes.append(context.weightless(weightless)) }
    let refused = ordered.filter { $0.isRefused && $0.share != nil }.map(\.territory)
    if !refused.isEmpty {
      let least = NumberText.shortest(options.minimumShare)
      let names = context.list(refused)
      notes.append(
        context.words(
          "Data of less than \(least) % of the group: \(names).",
          "Données de moins de \(least) % du groupe : \(names).",
          "Datos de menos del \(least) % del grupo: \(names)."))
    }
    let without = ordered.filter { $0.gap == nil && !$0.isRefused }.map(\.territory)
    if !without.isEmpty {
      let names = context.list(without)
      notes.append(
        context.words(
          "No counterfactual: \(names).", "Sans contrefactuel : \(names).",
          "Sin contrafactual: \(names)."))
    }
    return Display(
      title: context.words(
        "Gap to the counterfactual", "Écart au contrefactuel", "Brecha con el contrafactual"),
      columns: columns, rows: cells, notes: notes)
  }

  private var name: String { rows.lazy.compactMap(\.gap).first?.counterfactual.name ?? "-" }

  private func years(_ recovery: Recovery) -> String {
    switch recovery {
    case .noDownturn: "-"
    case .notWithinSample(let years): "> " + NumberText.shortest(years)
    case .regained(let regained): NumberText.shortest(regained.years)
    }
  }
}
