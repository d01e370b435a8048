public import ESSData

extension OutlookComparison {
  /// The result as rows of the public table: outcomes, then for each vintage projections, published figures and errors.
  public var observations: [Observation] {
    outcomes.map { outcome in
      Observation(
        territory: outcome.territory, period: options.target.description,
        indicator: "recession.outlook_outcome", value: outcome.growth, unit: "percent",
        status: outcome.status, method: method, sources: outcome.sources, note: outcome.note)
    } + rows.flatMap(observations(of:))
  }

  private var method: String {
    "outlook(weights=\(options.level):\(options.target.advanced(by: -1)))"
  }

  private func observations(of row: Row) -> [Observation] {
    func make(
      _ indicator: String, _ value: Double?, unit: String, part: String? = nil
    ) -> Observation {
      Observation(
        territory: row.territory, period: options.target.description, indicator: indicator,
        component: part.map { "\(row.vintage.name)/\($0)" } ?? row.vintage.name, value: value,
        unit: unit, count: row.matched, status: row.status, method: method, sources: row.sources,
        note: row.note)
    }
    var list: [Observation] = []
    if let share = row.share {
      list.append(make("recession.outlook_share", share, unit: "percent"))
    }
    list.append(make("recession.outlook_growth", row.projection, unit: "percent"))
    if let published = row.published {
      var observation = make(
        "recession.outlook_growth", published.value, unit: "percent", part: "published")
      observation.count = nil
      observation.status = published.status
      observation.sources = [published.source]
      observation.note = published.note
      list.append(observation)
    }
    if row.projection != nil {
      list.append(make("recession.outlook_outcome", row.outcome, unit: "percent"))
      list.append(make("recession.outlook_error", row.error, unit: "percentage_points"))
    }
    return list
  }
}
