public import ESSData
internal import ESSNumerics

extension Scoreboard {
  /// A part of the result.
  public enum Part: String, Sendable, CaseIterable {
    /// Scores of groups, the whole first.
    case scores
    /// Places by these scores.
    case ranks
    /// What each indicator contributes to the score of each group that it is part of.
    case contributions
    /// Normalised indicators.
    case normalised
    /// Weights within groups.
    case weights
    /// What was done to single units and indicators.
    case steps
  }

  /// The rows of the result: part by part in the order given, units in the order of the table, groups from the whole down; units
  /// that are not scored last, with the reason.
  public func observations(_ parts: [Part]) -> [Observation] {
    parts.flatMap { part in
      switch part {
      case .scores: groupRows("territories.score", unit: "score", scores)
      case .ranks: groupRows("territories.score_rank", unit: "place", ranks)
      case .contributions: contributionRows
      case .normalised: normalisedRows
      case .weights: weightRows
      case .steps: stepRows
      }
    }
  }

  /// Groups from the whole down, those of one level in the order of the metadata.
  private var groupsFromTop: [Int] {
    framework.groups.sorted { left, right in
      let levels = (framework.nodes[left].level, framework.nodes[right].level)
      return levels.0 == levels.1 ? left < right : levels.0 > levels.1
    }
  }

  private func row(
    _ indicator: String, _ territory: String, _ component: String, _ value: Double?, unit: String,
    of index: Int? = nil, count: Int? = nil, status: ObservationStatus = .actual, note: String = ""
  ) -> Observation {
    Observation(
      territory: territory, period: prepared.table.period, indicator: indicator,
      component: component, value: value, unit: unit, count: count, status: status,
      method: recipe.method,
      sources: index.flatMap { prepared.table.unitSources?[$0] } ?? prepared.table.sources,
      note: note)
  }

  private func groupRows(_ indicator: String, unit: String, _ values: Matrix) -> [Observation] {
    let flags = flags
    var rows: [Observation] = []
    for group in groupsFromTop {
      let node = framework.nodes[group]
      let members = members(of: group)
      // The scores were made from these comparisons, so that they cannot fail here.
      let kemeny = try? self.kemeny(of: group)
      for (index, territory) in units.enumerated() {
        let value = values[index, group]
        let known = members.count { !scores[index, $0].isNaN }
        let missing = members.count - known
        let blank =
          "less than \(NumberText.fixed(100 * recipe.known, decimals: 0)) % of the weights have a value"
        let notes = [
          value.isNaN
            ? blank
            : missing > 0 ? "\(missing) of \(members.count) indicators missing" : "",
          group == framework.root && prepared.imputedCounts[index] > 0
            ? "\(prepared.imputedCounts[index]) of \(members.count) indicators imputed" : "",
          kemeny.map { Self.places($0, index) } ?? "",
          node.metadata.note?[.english] ?? "",
        ].filter { !$0.isEmpty }
        rows.append(
          row(
            indicator, territory, node.code, value.isNaN ? nil : value, unit: unit, of: index,
            count: known,
            status: flags[index], note: notes.joined(separator: "; ")))
      }
      rows += prepared.excluded.map {
        row(indicator, $0.unit, node.code, nil, unit: unit, note: $0.reason)
      }
    }
    return rows
  }

  /// The places that tied best orders give a unit.
  private static func places(_ kemeny: KemenyOrder, _ unit: Int) -> String {
    let places = kemeny.places[unit]
    let span =
      places.count == 1
      ? "place \(places.lowerBound)" : "places \(places.lowerBound) to \(places.upperBound)"
    let orders = NumberText.shortest(kemeny.count)
    return kemeny.isExact
      ? "\(span) in \(orders) best order\(kemeny.count == 1 ? "" : "s")"
      : "\(span) in a good order, not known to be the best"
  }

  /// Positions of the indicators below a node.
  private func members(of node: Int) -> [Int] {
    framework.nodes[node].children.isEmpty
      ? [node] : framework.nodes[node].children.flatMap(members).sorted()
  }

  private var contributionRows: [Observation] {
    let flags = flags
    var rows: [Observation] = []
    for group in groupsFromTop {
      let code = framework.nodes[group].code
      let contributions = contributions(to: group)
      for (index, territory) in units.enumerated() {
        for member in members(of: group) {
          let value = contributions.map { $0[index, member] }
          rows.append(
            row(
              "territories.score_contribution", territory,
              "\(code)/\(framework.nodes[member].code)",
              value.flatMap { $0.isNaN ? nil : $0 }, unit: "score", of: index,
              status: flags[index],
              note: value == nil
                ? "an aggregation by ranks has no split into contributions"
                : value?.isNaN == true ? "no value" : ""))
        }
      }
    }
    return rows
  }

  private var normalisedRows: [Observation] {
    let flags = flags
    return framework.indicators.enumerated().flatMap { column, node in
      units.enumerated().map { index, territory in
        let value = scores[index, column]
        return row(
          "territories.score_normalised", territory, node.code, value.isNaN ? nil : value,
          unit: "score", of: index, status: flags[index],
          note: value.isNaN ? "no value" : node.metadata.note?[.english] ?? "")
      }
    }
  }

  private var weightRows: [Observation] {
    groupsFromTop.flatMap { group in
      let node = framework.nodes[group]
      return node.children.map { child in
        let isOwn = weights.byUnit[group] != nil
        return row(
          "territories.score_weight", "", "\(node.code)/\(framework.nodes[child].code)",
          isOwn ? nil : weights.shared[child], unit: "ratio",
          note: isOwn ? "each territory has weights of its own" : "")
      }
    }
  }

  private var stepRows: [Observation] {
    let isUnit = Set(units + prepared.excluded.map(\.unit))
    return steps.map { step in
      let isOfUnit = step.step == "screen" || step.step == "impute"
      return row(
        "territories.score_step", isOfUnit && isUnit.contains(step.element) ? step.element : "",
        isOfUnit ? step.step : "\(step.step)/\(step.element)", Double(step.count), unit: "count",
        note: step.detail)
    }
  }
}
