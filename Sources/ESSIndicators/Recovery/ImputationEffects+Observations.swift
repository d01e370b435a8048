public import ESSData
internal import ESSNumerics

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
