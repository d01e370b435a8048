public import ESSData

extension AllianceReach {
  /// For each actor its alliances, and at each reach the territories, what only it reaches, its share by weight and its Shapley value.
  public var observations: [Observation] {
    entries.flatMap(rows) + unionRows
  }

  private var period: String { view.selection.year.map(String.init) ?? "" }

  private func row(
    _ indicator: String, _ component: String, _ value: Double, unit: String, note: String = "",
    weight: CoverageWeight = .plain
  ) -> Observation {
    Observation(
      territory: view.frame.code, period: period, indicator: indicator,
      component: "\(view.selection.name)/\(component)", value: value, unit: unit,
      count: view.frame.territories.count, status: view.weights[weight]?.status ?? .actual,
      method: view.method("reach", weight: weight),
      sources: view.weights[weight]?.sources ?? [], note: note)
  }

  private func rows(_ entry: Entry) -> [Observation] {
    let organisation = view.network.organisations[entry.organisation]
    let name = "\(entry.reach.rawValue)/\(organisation.id)"
    var rows = [
      row(
        "alliances.actor_reach", name, Double(entry.territories.count), unit: "count",
        note: codes(entry.territories)),
      row(
        "alliances.actor_unique", name, Double(entry.unique.count), unit: "count",
        note: codes(entry.unique)),
      row(
        "alliances.actor_shapley", name, entry.shapley, unit: "count",
        note:
          "through \(entry.alliances.map { view.network.alliances[$0].id }.joined(separator: " "))"
      ),
    ]
    for weight in view.weights.kinds {
      rows.append(
        row(
          "alliances.actor_coverage", "\(name)/\(weight.rawValue)", entry.coverage[weight] ?? 0,
          unit: "ratio", weight: weight))
    }
    return rows
  }

  private var unionRows: [Observation] {
    zip(AlliancePresence.Reach.allCases, union).map { reach, count in
      row("alliances.actor_reach", "\(reach.rawValue)/together", Double(count), unit: "count")
    }
  }

  private func codes(_ territories: [Int]) -> String {
    territories.prefix(40).map { view.frame.territories[$0] }.joined(separator: " ")
  }
}
