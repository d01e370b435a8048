public import ESSData

extension AllianceGaps {
  /// The gaps with their ranks, largest first.
  public var observations: [Observation] {
    ranked.enumerated().flatMap { index, gap -> [Observation] in
      let weight: CoverageWeight = gap.kind == .need ? .need : .plain
      func row(_ indicator: String, _ value: Double?, unit: String) -> Observation {
        Observation(
          territory: view.frame.code, period: view.selection.year.map(String.init) ?? "",
          indicator: indicator, component: "\(view.selection.name)/direct/\(gap.kind.rawValue)",
          value: value, unit: unit, count: gap.count,
          status: view.weights[weight]?.status ?? .actual,
          method: view.method("gap", weight: weight),
          sources: view.weights[weight]?.sources ?? [], note: gap.note[.english])
      }
      return [
        row("alliances.gap", gap.value, unit: "ratio"),
        row("alliances.gap_rank", gap.value == nil ? nil : Double(index + 1), unit: "count"),
      ]
    }
  }
}
