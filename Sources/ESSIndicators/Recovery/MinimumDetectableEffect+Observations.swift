public import ESSData

extension MinimumDetectableEffect {
  /// The result as rows of the public table.
  public var observations: [Observation] {
    let outcome = OutcomeProvenance(name: "")
    let degrees = degreesOfFreedom.map { NumberText.shortest($0) } ?? "normal"
    let method =
      "power(standard_error=\(NumberText.shortest(standardError)),df=\(degrees),"
      + "significance=\(NumberText.shortest(significance)),power=\(NumberText.shortest(power)))"
    return [
      outcome.row(
        period: "", indicator: "recovery.detectable_effect", component: "analytic", value: effect,
        method: method),
      outcome.row(
        period: "", indicator: "recovery.power_multiplier", value: multiplier, method: method),
    ]
  }
}

extension PlaceboPower {
  /// The result as rows of the public table: by placebos, by their standard deviation, and the placebos themselves.
  public func observations(
    _ outcome: OutcomeProvenance, estimator: SyntheticEstimator, span: String
  ) -> [Observation] {
    let method =
      "power(outcome=\(outcome.name),estimator=\(estimator.rawValue),"
      + "significance=\(NumberText.shortest(significance)),power=\(NumberText.shortest(power)))"
    let tooFew =
      "with \(placebos.count) placebos no p-value is below \(NumberText.shortest(smallestPValue))"
    var rows = [
      outcome.row(
        period: span, indicator: "recovery.detectable_effect", component: "placebo", value: effect,
        count: placebos.count, method: method, note: effect == nil ? tooFew : ""),
      outcome.row(
        period: span, indicator: "recovery.placebo_critical", value: critical,
        count: placebos.count, method: method, note: critical == nil ? tooFew : ""),
    ]
    if let analytic = try? MinimumDetectableEffect(
      standardError: standardDeviation, degreesOfFreedom: Double(placebos.count - 1),
      significance: significance, power: power)
    {
      rows.append(
        outcome.row(
          period: span, indicator: "recovery.detectable_effect", component: "analytic",
          value: analytic.effect, standardError: nil, count: placebos.count, method: method,
          note: "from the placebos' standard deviation "
            + NumberText.fixed(standardDeviation, decimals: 6)))
    }
    rows += placebos.map {
      outcome.row(
        territory: $0.unit, period: span, indicator: "recovery.placebo_effect", value: $0.effect,
        method: method)
    }
    return rows + droppedObservations(dropped, method: method)
  }
}
