public import ESSData

extension CoverageTimeline {
  /// One row for each year and number: coverage by weight, mean depth, alliances, relations and the share of these that are dated.
  public var observations: [Observation] {
    let name = "\(view.selection.name)/direct"
    let method = view.method("timeline", parts: ["start=since|as_of"])
    return entries.flatMap { entry -> [Observation] in
      func row(
        _ indicator: String, _ component: String, _ value: Double?, unit: String,
        weight: CoverageWeight = .plain, note: String = ""
      ) -> Observation {
        Observation(
          territory: view.frame.code, period: "\(entry.year)", indicator: indicator,
          component: component, value: value, unit: unit,
          count: view.frame.territories.count, status: view.weights[weight]?.status ?? .actual,
          method: weight == .plain
            ? method
            : view.method("timeline", weight: weight, parts: ["start=since|as_of"]),
          sources: view.weights[weight]?.sources ?? [], note: note)
      }
      return view.weights.kinds.map {
        row(
          "alliances.coverage_by_year", "\(name)/\($0.rawValue)", entry.coverage[$0],
          unit: "ratio", weight: $0)
      } + [
        row(
          "alliances.depth_by_year", name,
          view.weights.mean(
            of: entry.depth, over: Array(entry.depth.indices), by: .plain), unit: "count"),
        row("alliances.alliances_by_year", name, Double(entry.alliances), unit: "count"),
        row("alliances.relations_by_year", name, Double(entry.relations), unit: "count"),
        row(
          "alliances.dated_share", name,
          entry.relations > 0 ? Double(entry.dated) / Double(entry.relations) : nil,
          unit: "ratio", note: entry.relations > 0 ? "" : "no relation held in the year"),
      ]
    }
  }
}
