public import ESSData
internal import ESSNumerics

extension StressTest {
  /// The rows of a variance decomposition: first-order and total index of every factor, for the mean shift of ranks (no territory) and
  /// for the rank of each unit.
  public func observations(of sensitivity: StressSensitivity) -> [Observation] {
    let plan = sensitivity.plan
    let method =
      "sobol(sources=\(sources.joined(separator: "+")),base=\(plan.base),runs=\(plan.runs),"
      + "sampling=\(plan.sampling.rawValue),first=\(plan.estimator.rawValue),total=jansen,"
      + "bootstrap=\(plan.replicates),level=\(NumberText.shortest(plan.level)),seed=\(plan.seed))"
    var rows: [Observation] = []
    let units: [Int?] = [nil] + board.units.indices.map(\.self)
    for (unit, output) in zip(units, [sensitivity.shift] + sensitivity.ranks) {
      for (position, factor) in sensitivity.factors.enumerated() {
        // An output that does not vary has no effects.
        let effect = output.effects.isEmpty ? nil : output.effects[position]
        let note = effect == nil ? "the rank is the same in every run" : ""
        for (indicator, value, range) in [
          ("territories.sobol_first", effect?.first, effect?.firstRange),
          ("territories.sobol_total", effect?.total, effect?.totalRange),
        ] {
          rows.append(
            observation(
              territory: unit.map { board.units[$0] } ?? "", indicator, factor.rawValue, value,
              "ratio_any", unit: unit, interval: range, count: plan.runs, method: method,
              note: note))
        }
      }
    }
    return rows
  }

  /// The rows of removed indicators: for each the mean shift of ranks, and the place that the unit moved to that moves most.
  public func observations(of removals: [IndicatorRemoval]) -> [Observation] {
    let method = "removal(\(board.recipe.method))"
    return removals.flatMap { removal in
      let winners = removal.winners.map { board.units[$0] }.joined(separator: ";")
      let places = removal.largest.places
      return [
        observation(
          territory: "", "territories.removal_shift", removal.indicator, removal.meanShift, "place",
          unit: nil, count: removal.ranks.count { $0 != nil }, method: method,
          note: "first without it: \(winners)"),
        observation(
          territory: places == 0 ? "" : board.units[removal.largest.unit],
          "territories.removal_largest", removal.indicator, Double(places), "place",
          unit: places == 0 ? nil : removal.largest.unit, method: method,
          note: places == 0 ? "no rank moves" : ""),
      ]
    }
  }

  /// The rows of changed winners: for each group the weight to move that puts the nearest rival first, or any other unit, and the
  /// weights after the change for the nearest.
  public func observations(of changes: [GroupWinnerChange]) -> [Observation] {
    let nodes = board.framework.nodes
    return changes.flatMap { change -> [Observation] in
      let name = change.group.map { nodes[$0].code } ?? "all indicators"
      let method = "winner_change(weights=\(name),distance=moved,others=fixed)"
      func row(
        _ indicator: String, _ unit: Int?, _ component: String, _ value: Double?, _ note: String
      ) -> Observation {
        observation(
          territory: unit.map { board.units[$0] } ?? "", indicator, component, value, "ratio",
          unit: unit, method: method, note: note)
      }
      guard let found = change.change else {
        return [row("territories.winner_change", nil, name, nil, change.reason)]
      }
      var rows = found.rivals.map { rival in
        row(
          "territories.winner_change", rival.unit, name, rival.moved,
          rival.moved == nil ? "no weights put it first" : "")
      }
      if let nearest = found.nearest {
        rows += zip(change.parts, nearest.weights).map { part, weight in
          row(
            "territories.winner_weight", nearest.unit, "\(name)/\(nodes[part].code)", weight,
            "was \(NumberText.shortest(weightBefore(part, in: change.group)))")
        }
      }
      return rows
    }
  }

  /// The weight of a part in its group, or of an indicator in the whole.
  private func weightBefore(_ part: Int, in group: Int?) -> Double {
    guard group == nil else { return board.weights.shared[part] }
    return board.indicatorWeights(board.weights.shared)[part]
  }
}
