public import ESSData

extension TwoWayDifference {
  /// The result as rows of the public table: the static coefficient, those by periods since treatment, and the comparisons behind the first.
  public func observations(_ outcome: OutcomeProvenance) -> [Observation] {
    let method =
      "two-way(outcome=\(outcome.name),vcov=\(fixed.options.covariance),"
      + "rows=\(fixed.options.policy.rawValue),references=\(references.map(String.init).joined(separator: "+")))"
    func row(_ component: String, _ found: PanelRegression.Coefficient?) -> Observation {
      outcome.row(
        period: fixed.span, indicator: "recovery.two_way_effect", component: component,
        value: found?.estimate, standardError: found?.standardError, interval: found?.interval,
        count: fixed.sample.rowCount, method: method)
    }
    var rows = [row("", effect)]
    rows += events.map { row("dynamic/\($0.event)", $0.coefficient) }
    guard let decomposition else {
      rows.append(
        outcome.row(
          period: fixed.span, indicator: "recovery.bacon_effect", value: nil, method: method,
          note: "the decomposition is of balanced panels with at least two groups"))
      return rows + droppedObservations(dropped, method: method)
    }
    for kind in BaconDecomposition.Kind.allCases {
      let total = decomposition.total(kind)
      guard total.weight > 0 else { continue }
      rows.append(
        outcome.row(
          period: fixed.span, indicator: "recovery.bacon_effect", component: kind.rawValue,
          value: total.effect, method: method))
      rows.append(
        outcome.row(
          period: fixed.span, indicator: "recovery.bacon_weight", component: kind.rawValue,
          value: total.weight, method: method))
    }
    for comparison in decomposition.comparisons {
      let component = "\(comparison.kind.rawValue)/\(comparison.treated)/\(comparison.control)"
      rows.append(
        outcome.row(
          period: fixed.span, indicator: "recovery.bacon_effect", component: component,
          value: comparison.effect, method: method))
      rows.append(
        outcome.row(
          period: fixed.span, indicator: "recovery.bacon_weight", component: component,
          value: comparison.weight, method: method))
    }
    return rows + droppedObservations(dropped, method: method)
  }
}
