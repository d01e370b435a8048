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
