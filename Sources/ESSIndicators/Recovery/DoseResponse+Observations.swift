public import ESSData

extension DoseResponse {
  /// The conventions that change the numbers.
  func method(_ outcome: OutcomeProvenance, dose: String) -> String {
    "dose(outcome=\(outcome.name),dose=\(dose),post=\(options.post),vcov=\(options.covariance),"
      + "rows=\(options.policy.rawValue))"
  }

  static let association =
    "an association; an effect only under strong parallel trends in the dose"

  /// The result as rows of the public table: the association, its inference, the path, placebos, terciles, and the doses.
  public func observations(_ outcome: OutcomeProvenance, dose: String) -> [Observation] {
    let method = method(outcome, dose: dose)
    let periods = [path.first?.period, reference, path.last?.period].compactMap(\.self).sorted()
    let span = "\(periods.first ?? "")/\(periods.last ?? "")"
    func row(
      _ indicator: String, _ component: String, _ value: Double?, period: String,
      territory: String = "", count: Int? = nil, note: String = "", method extended: String? = nil
    ) -> Observation {
      outcome.row(
        territory: territory, period: period, indicator: "recovery.\(indicator)",
        component: component, value: value, count: count, method: extended ?? method, note: note)
    }
    func estimate(
      _ indicator: String, _ component: String, _ found: PanelRegression.Coefficient?,
      period: String, note: String = "", scale: Double = 1
    ) -> Observation {
      outcome.row(
        period: period, indicator: "recovery.\(indicator)", component: component,
        value: found.map { scale * $0.estimate },
        standardError: found.map { scale * $0.standardError },
        interval: found?.interval.map { (scale * $0.lowerBound)...(scale * $0.upperBound) },
        count: units.count, method: method,
        note: found == nil ? "not identified" : note)
    }
    let all = ([Self.association] + notes).joined(separator: "; ")
    var rows = [
      estimate("dose_effect", "", effect, period: span, note: all),
      estimate(
        "dose_effect_per_deviation", "", effect, period: span, note: Self.association,
        scale: doseDeviation),
      row(
        "dose_detectable_effect", "", detectable.effect, period: span, count: units.count,
        note: isDetectable
          ? "the association exceeds what the data could have shown"
          : "smaller associations than this would often be missed: no finding is no proof of none",
        method: "\(method),power=\(NumberText.shortest(options.power)),level="
          + "\(NumberText.shortest(options.level))"),
    ]
    if let randomisation {
      let draws = randomisation.isExact ? "exact" : "draws=\(options.draws),seed=\(options.seed)"
      rows.append(
        row(
          "dose_p_value", "", randomisation.pValue, period: span,
          count: randomisation.permutations, method: "\(method),permutations(\(draws))"))
    }
    rows += path.map { estimate("dose_path", "", $0.coefficient, period: $0.period) }
    rows += placebos.map {
      estimate("dose_placebo", "", $0.coefficient, period: $0.period)
    }
    for tercile in terciles {
      rows.append(
        row(
          "dose_tercile_change", tercile.name, tercile.change, period: span,
          count: tercile.units.count,
          note: "doses \(NumberText.shortest(tercile.doses.lowerBound)) to "
            + NumberText.shortest(tercile.doses.upperBound)))
      if let contrast = tercile.contrast {
        rows.append(estimate("dose_tercile_contrast", tercile.name, contrast, period: span))
      }
    }
    for (unit, value) in zip(units, doses) {
      rows.append(row("dose", "", value, period: span, territory: unit))
    }
    return rows + droppedObservations(dropped, method: method)
  }
}

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
