public import ESSData

extension VintagePovertyChange {
  /// The result as rows of the public table, the published figures beside the computed ones.
  public var observations: [Observation] {
    rows.flatMap { VintageRows(options: options, row: $0).observations }
  }
}

private struct VintageRows {
  let options: VintagePovertyChange.Options
  let row: VintagePovertyChange.Row

  var observations: [Observation] {
    let from = options.from.description
    let to = options.to.description
    var list: [Observation] = []
    if row.headcountStart != nil {
      list.append(make("poverty.headcount", from, row.headcountStart, unit: "percent"))
    }
    if row.headcountEnd != nil {
      list.append(make("poverty.headcount", to, row.headcountEnd, unit: "percent"))
    }
    let start = row.change?.number.start ?? number(row.headcountStart, row.population?.start)
    let end = row.change?.number.end ?? number(row.headcountEnd, row.population?.end)
    for (period, value, published) in [
      (from, start, row.published.start), (to, end, row.published.end),
    ] {
      if value != nil {
        list.append(make("poverty.number_of_poor", period, value, unit: "persons"))
      }
      if let published {
        list.append(
          make("poverty.number_of_poor", period, published, unit: "persons", part: "published"))
      }
    }
    list.append(
      make("poverty.headcount_change", span, row.points, unit: "percentage_points"))
    list.append(
      make("poverty.number_change", span, row.change?.number.change, unit: "persons"))
    if let change = row.change {
      for (part, value) in zip(change.parts, change.number.parts) {
        list.append(
          make("poverty.number_change", span, value, unit: "persons", part: part.rawValue))
      }
    }
    if let published = row.published.change {
      list.append(
        make("poverty.number_change", span, published, unit: "persons", part: "published"))
    }
    if let growth = row.growth { list.append(paired(growth)) }
    return list
  }

  private var span: String { "\(options.from)/\(options.to)" }

  private func number(_ headcount: Double?, _ population: Double?) -> Double? {
    guard let headcount, let population else { return nil }
    return headcount / 100 * population
  }

  private var component: String { "\(row.line)/\(row.vintage)/\(row.scenario)" }

  private func make(
    _ indicator: String, _ period: String, _ value: Double?, unit: String, part: String? = nil
  ) -> Observation {
    Observation(
      territory: row.territory, period: period, indicator: indicator,
      component: part.map { "\(component)/\($0)" } ?? component, value: value, unit: unit,
      status: row.status,
      method: "poverty_change(line=\(row.line),vintage=\(row.vintage),scenario=\(row.scenario),"
        + "population=\(options.population),split=shapley)",
      sources: row.sources, note: row.note)
  }

  private func paired(_ growth: VintagePovertyChange.PairedGrowth) -> Observation {
    let figure = growth.figure
    return Observation(
      territory: row.territory, period: options.to.description,
      indicator: "poverty.growth_paired", component: component, value: figure.value,
      unit: "percent", status: figure.status,
      method: "paired(institution=\(figure.vintage.institution),vintage=\(figure.vintage.date),"
        + "territory=\(figure.territory))",
      sources: [figure.source],
      note: growth.isSameExercise
        ? "same exercise"
        : "another exercise than the poverty figure's, which belongs to "
          + "\(growth.ownVintage ?? "none")")
  }
}
