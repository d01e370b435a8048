public import ESSData
internal import ESSNumerics

extension GroupTimeEffects {
  /// The conventions that change the numbers, with the bands of some estimates.
  func method(_ outcome: OutcomeProvenance, _ bootstrap: MultiplierBootstrap?) -> String {
    var parts = [
      "outcome=\(outcome.name)", "control=\(options.control.rawValue)",
      "method=\(covariates.isEmpty ? "means" : options.method.rawValue)",
      "base=\(options.base.rawValue)", "anticipation=\(options.anticipation)",
      "rows=\(options.policy.rawValue)",
    ]
    if !covariates.isEmpty { parts.append("covariates=\(covariates.joined(separator: "+"))") }
    if let bootstrap {
      parts.append(
        "bands=simultaneous(draws=\(bootstrap.draws),seed=\(bootstrap.seed),critical="
          + "\(NumberText.fixed(bootstrap.critical, decimals: 4)))")
    } else {
      parts.append("bands=pointwise")
    }
    return "group-time(\(parts.joined(separator: ",")))"
  }

  /// The result as rows of the public table: the aggregations asked for, their tests, then all cells.
  public func observations(
    _ outcome: OutcomeProvenance, schemes: [Scheme] = Scheme.allCases
  ) -> [Observation] {
    var rows: [Observation] = []
    let span = "\(data.periods.first ?? "")/\(data.periods.last ?? "")"
    for scheme in schemes {
      let result = aggregate(scheme)
      let bootstrap = bootstrap(result.parts.map(\.estimate))
      let method = method(outcome, bootstrap)
      rows.append(
        row(
          outcome, "did_effect", scheme.rawValue, result.overall, period: span,
          critical: pointwiseCritical, method: self.method(outcome, nil),
          note: result.overall == nil ? "no effect after treatment is identified" : ""))
      for part in result.parts {
        rows.append(
          row(
            outcome, "did_effect", "\(scheme.rawValue)/\(part.label)", part.estimate,
            period: span, critical: bootstrap?.critical ?? pointwiseCritical, method: method,
            note: part.isBase ? "the base period: 0 by construction" : ""))
      }
      if let test = result.preTest {
        rows.append(self.test(outcome, "dynamic", test, span, method))
      }
    }
    if let preTest {
      rows.append(test(outcome, "cells", preTest, span, method(outcome, nil)))
    }
    let bootstrap = bootstrap(cells.compactMap(\.estimate))
    let method = method(outcome, bootstrap)
    for cell in cells {
      var result = row(
        outcome, "did_cell", cell.cohort, cell.estimate, period: cell.period,
        critical: bootstrap?.critical ?? pointwiseCritical, method: method, note: cell.note)
      result.count = cell.treated + cell.controls > 0 ? cell.treated + cell.controls : nil
      rows.append(result)
    }
    return rows + droppedObservations(dropped, method: self.method(outcome, nil))
  }

  private func row(
    _ outcome: OutcomeProvenance, _ indicator: String, _ component: String,
    _ estimate: InfluenceEstimate?, period: String, critical: Double, method: String, note: String
  ) -> Observation {
    let isBare = estimate != nil && estimate?.standardError == nil && note.isEmpty
    return outcome.row(
      period: period, indicator: "recovery.\(indicator)", component: component,
      value: estimate?.value, standardError: estimate?.standardError,
      interval: estimate?.interval(critical: critical), count: unitCount, method: method,
      note: isBare ? "a cohort of one unit: no standard error is defined" : note)
  }

  private func test(
    _ outcome: OutcomeProvenance, _ component: String, _ test: JointTest, _ span: String,
    _ method: String
  ) -> Observation {
    outcome.row(
      period: span, indicator: "recovery.did_pretest_p_value", component: component,
      value: test.pValue, count: unitCount, method: method,
      note:
        "chi-squared \(NumberText.fixed(test.statistic, decimals: 4)) on \(test.degreesOfFreedom)")
  }
}

extension ImputationEffects {
  /// The result as rows of the public table: overall, by periods since treatment, by cohort.
  public func observations(
    _ outcome: OutcomeProvenance, span: String, level: Double, policy: PanelSample.Policy
  ) -> [Observation] {
    let method = "imputation(outcome=\(outcome.name),rows=\(policy.rawValue),se=cohort-period)"
    let critical = Normal().quantile((1 + level) / 2)
    let parts =
      [("", overall)] + events.map { ("dynamic/\($0.event)", $0.effect) }
      + cohorts.map { ("group/\($0.cohort)", $0.effect) }
    return parts.map { component, effect in
      outcome.row(
        period: span, indicator: "recovery.imputation_effect", component: component,
        value: effect.value, standardError: effect.standardError,
        interval: effect.standardError.map {
          (effect.value - critical * $0)...(effect.value + critical * $0)
        }, count: effect.cells, method: method,
        note: effect.standardError == nil ? "one treated unit: no standard error is defined" : "")
    } + droppedObservations(dropped, method: method)
  }
}

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
