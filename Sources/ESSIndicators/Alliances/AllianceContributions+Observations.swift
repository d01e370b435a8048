public import ESSData

extension AllianceContributions {
  /// The contributions as rows of the public table: reach, unique coverage, losses and Shapley values of each player.
  public var observations: [Observation] {
    let base = view.method("contribution")
    let byWeight = view.weights.kinds.map {
      (weight: $0, method: view.method("contribution", weight: $0))
    }
    let noLevels = "the input gives no levels"
    let hasMarks = view.knowsLevels
    return contributions.flatMap { entry -> [Observation] in
      let name = part(entry, .direct)
      func row(
        _ indicator: String, _ component: String, _ value: Double?, unit: String,
        weight: CoverageWeight = .plain, method: String? = nil, note: String = ""
      ) -> Observation {
        Observation(
          territory: view.frame.code, period: view.selection.year.map(String.init) ?? "",
          indicator: indicator, component: component, value: value, unit: unit,
          count: view.frame.territories.count, status: view.weights[weight]?.status ?? .actual,
          method: method ?? base, sources: view.weights[weight]?.sources ?? [], note: note)
      }
      var rows = [
        row("alliances.reach", name, Double(entry.reach), unit: "count", note: entry.name),
        row(
          "alliances.unique", name, Double(entry.unique.count), unit: "count",
          note: names(entry.unique)),
      ]
      for (weight, method) in byWeight {
        rows.append(
          row(
            "alliances.loss", "\(name)/\(weight.rawValue)", entry.loss[weight], unit: "ratio",
            weight: weight, method: method))
      }
      rows.append(row("alliances.depth_loss", name, entry.depthLoss, unit: "count"))
      if let loss = entry.federatedDepthLoss {
        rows.append(row("alliances.depth_loss", part(entry, .federated), loss, unit: "count"))
      }
      rows.append(
        row(
          "alliances.level_complete_loss", name, hasMarks ? Double(entry.decisive) : nil,
          unit: "count", note: hasMarks ? "" : noLevels))
      rows.append(row("alliances.shapley", name, entry.shapley, unit: "count"))
      for (weight, method) in byWeight {
        rows.append(
          row(
            "alliances.shapley_share", "\(name)/\(weight.rawValue)", entry.share[weight],
            unit: "ratio", weight: weight, method: method))
      }
      rows.append(
        row(
          "alliances.shapley_level_complete", name, hasMarks ? entry.completeness : nil,
          unit: "count", note: hasMarks ? "" : noLevels))
      return rows
    }
  }

  private func part(_ entry: Contribution, _ reach: AlliancePresence.Reach) -> String {
    "\(view.selection.name)/\(reach.rawValue)/\(players.singular)/\(entry.id)"
  }

  private func names(_ territories: [Int]) -> String {
    territories.prefix(40).map { view.frame.territories[$0] }.joined(separator: " ")
  }
}

extension AllianceContributions.Players {
  /// The word by which components name one of them.
  var singular: String {
    switch self {
    case .alliances: "alliance"
    case .levels: "level"
    case .organisations: "organisation"
    }
  }
}
