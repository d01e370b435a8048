public import ESSData
internal import ESSNumerics

extension SyntheticDifferenceStudy {
  /// The conventions that change the numbers.
  func method(_ outcome: OutcomeProvenance) -> String {
    let draws =
      options.inference == .bootstrap || spread?.isExact == false
      ? "(draws=\(options.draws),seed=\(options.seed))" : ""
    return
      "synthetic-did(outcome=\(outcome.name),estimator=\(options.estimator.rawValue),"
      + "solver=\(options.solver.rawValue),inference=\(options.inference.rawValue)\(draws))"
  }

  /// The interval of the effect by the normal distribution.
  public func interval(level: Double) -> ClosedRange<Double>? {
    guard let error = spread?.standardError else { return nil }
    let critical = Normal().quantile((1 + level) / 2)
    return (effect - critical * error)...(effect + critical * error)
  }

  /// The result as rows of the public table: the effect, then by cohort effects, weights and noise, then placebos.
  public func observations(_ outcome: OutcomeProvenance, level: Double) -> [Observation] {
    let method = method(outcome)
    let last = periods.last ?? ""
    func row(
      _ indicator: String, _ component: String, _ value: Double?, period: String,
      territory: String = "", count: Int? = nil, note: String = ""
    ) -> Observation {
      outcome.row(
        territory: territory, period: period, indicator: "recovery.\(indicator)",
        component: component, value: value, count: count, method: method, note: note)
    }
    let first = cohorts.first?.period ?? ""
    let single = cohorts.count == 1 && cohorts[0].units.count == 1 ? cohorts[0].units[0] : ""
    var notes = [spread?.note ?? ""]
    if !hasConverged { notes.append("a solver ended at its most steps") }
    var rows = [
      outcome.row(
        territory: single, period: "\(first)/\(last)", indicator: "recovery.sdid_effect",
        value: effect, standardError: spread?.standardError, interval: interval(level: level),
        count: controls.count + cohorts.reduce(0) { $0 + $1.units.count }, method: method,
        note: notes.filter { !$0.isEmpty }.joined(separator: "; "))
    ]
    if let pValue {
      rows.append(
        row(
          "sdid_p_value", "", pValue, period: "\(first)/\(last)", territory: single,
          count: (spread?.replicates.count ?? 0) + 1))
    }
    for cohort in cohorts {
      let before = "\(periods[0])/\(periods[cohort.periodWeights.count - 1])"
      rows.append(
        row(
          "sdid_effect", "cohort/\(cohort.period)", cohort.effect,
          period: "\(cohort.period)/\(last)", count: cohort.units.count))
      for (period, effect) in cohort.effects {
        rows.append(row("sdid_period_effect", "cohort/\(cohort.period)", effect, period: period))
      }
      for (control, weight) in zip(controls, cohort.unitWeights) {
        rows.append(
          row(
            "sdid_unit_weight", "cohort/\(cohort.period)", weight, period: before,
            territory: control))
      }
      for (period, weight) in zip(periods, cohort.periodWeights) {
        rows.append(row("sdid_period_weight", "cohort/\(cohort.period)", weight, period: period))
      }
    }
    if let spread, options.inference == .placebo {
      for (unit, effect) in zip(spread.labels, spread.replicates) {
        rows.append(
          row("sdid_placebo", "", effect, period: "\(first)/\(last)", territory: unit))
      }
    }
    return rows + droppedObservations(dropped, method: method)
  }
}
