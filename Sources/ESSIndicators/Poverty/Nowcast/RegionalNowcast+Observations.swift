public import ESSData

extension RegionalNowcast {
  /// The result as rows of the public table: the Gini index, then for each pair of growth and poverty what was published and what
  /// each pass-through implies.
  public var observations: [Observation] {
    let note =
      coverageNote(
        matched: inequality.matched, members: inequality.members, share: inequality.share)
      + "; mean of the latest values within territories, weighted by population"
    let gini = Observation(
      territory: options.group, period: options.from.description, indicator: "nowcast.gini",
      value: inequality.gini, unit: "ratio", status: .estimated,
      method: "weighted_mean(variable=\(options.gini),weight=\(options.population))",
      sources: inequality.sources, note: note)
    return [gini] + rows.flatMap { NowcastRows(nowcast: self, row: $0).observations }
  }
}

private struct NowcastRows {
  let nowcast: RegionalNowcast
  let row: RegionalNowcast.Row

  private var options: RegionalNowcast.Options { nowcast.options }
  private var component: String {
    "\(options.line)/\(row.growth.vintage.date)/\(row.vintage)/\(row.published.scenario)"
  }
  private var mixed: String {
    row.isSameExercise ? "" : "growth and poverty of different exercises"
  }

  private func make(
    _ indicator: String, _ period: String, _ component: String, _ value: Double?, unit: String,
    method: String, note: String = ""
  ) -> Observation {
    Observation(
      territory: options.group, period: period, indicator: indicator, component: component,
      value: value, unit: unit, status: max(row.growth.status, .estimated), method: method,
      sources: (row.published.sources + [row.growth.source]).distinct,
      note: [mixed, note].filter { !$0.isEmpty }.joined(separator: "; "))
  }

  var observations: [Observation] {
    let from = options.from.description
    let to = options.to.description
    let span = "\(from)/\(to)"
    let published =
      "published(growth=\(row.growth.vintage.name),start=\(row.vintage),end=\(row.published.vintage),"
      + "scenario=\(row.published.scenario))"
    var list = [
      make("nowcast.growth", to, component, row.growth.value, unit: "percent", method: published),
      make(
        "nowcast.growth_per_head", to, component, 100 * row.growthPerHead, unit: "percent",
        method: "growth_per_head(population=\(options.population))"),
      make(
        "nowcast.headcount", from, "\(component)/published", 100 * row.start, unit: "percent",
        method: published),
    ]
    if let end = row.published.headcountEnd {
      list.append(
        make(
          "nowcast.headcount", to, "\(component)/published", end, unit: "percent",
          method: published))
    }
    for outcome in row.outcomes {
      let share = NumberText.shortest(outcome.scenario.passThrough)
      let part = "\(component)/k=\(share)"
      let method =
        "lognormal(gini=\(NumberText.fixed(nowcast.inequality.gini, decimals: 4)),"
        + "\(outcome.scenario.method))"
      let change = outcome.change
      list += [
        make(
          "nowcast.headcount", to, part, 100 * change.headcount.end, unit: "percent",
          method: method),
        make(
          "nowcast.headcount_change", span, part, 100 * change.headcountChange,
          unit: "percentage_points", method: method),
        make(
          "nowcast.number_change", span, part, change.number.change, unit: "persons",
          method: method),
      ]
      for (piece, value) in zip(change.parts, change.number.parts) {
        list.append(
          make(
            "nowcast.number_change", span, "\(part)/\(piece.rawValue)", value, unit: "persons",
            method: method))
      }
    }
    let why =
      row.isSameExercise
      ? "no headcount ratio was published for \(to)" : "not one exercise"
    list.append(
      make(
        "nowcast.implied_pass_through", span, component, row.impliedPassThrough, unit: "number",
        method: "lognormal(gini=\(NumberText.fixed(nowcast.inequality.gini, decimals: 4)))",
        note: row.impliedPassThrough == nil ? why : ""))
    return list
  }
}
