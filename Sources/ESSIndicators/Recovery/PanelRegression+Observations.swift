public import ESSData

extension PanelRegression {
  /// The conventions that change the numbers.
  public var method: String {
    var parts = [
      "formula=\(options.formula)", "model=\(options.model.rawValue)",
      "vcov=\(options.covariance)", "rows=\(options.policy.rawValue)",
    ]
    if options.model == .random { parts.append("components=\(options.components.rawValue)") }
    if let weights = options.weights { parts.append("weights=\(weights)") }
    if !options.formula.effects.isEmpty {
      parts.append("singletons=\(options.keepsSingletons ? "kept" : "dropped")")
    }
    return "regress(\(parts.joined(separator: ",")))"
  }

  /// The first and the last period of the rows.
  public var span: String {
    guard let first = sample.axis.labels.first, let last = sample.axis.labels.last, !first.isEmpty
    else { return "" }
    return first == last ? first : "\(first)/\(last)"
  }

  /// The result as rows of the public table: for each term the coefficient, t, degrees of freedom and p; then what holds for the fit as a
  /// whole, the terms without a coefficient, and the counts of rows left out.
  public var observations: [Observation] {
    coefficients.flatMap(observations(of:)) + omissions.map(observation(of:)) + fitObservations
      + wild.flatMap(observations(of:)) + droppedObservations(sample.dropped, method: method)
  }

  private func make(
    _ indicator: String, _ component: String, _ value: Double?, _ unit: String, note: String = ""
  ) -> Observation {
    Observation(
      territory: "", period: span, indicator: "recovery.\(indicator)", component: component,
      value: value, unit: unit, count: sample.rowCount, method: method, note: note)
  }

  private func observations(of coefficient: Coefficient) -> [Observation] {
    var estimate = make("coefficient", coefficient.name, coefficient.estimate, "coefficient")
    let hasError = coefficient.standardError.isFinite
    let note = hasError ? "" : "no cluster error: one group alone identifies the term"
    estimate.standardError = hasError ? coefficient.standardError : nil
    estimate.interval = coefficient.interval
    estimate.note = note
    return [
      estimate,
      make(
        "t_statistic", coefficient.name, hasError ? coefficient.statistic : nil, "statistic",
        note: note),
      make("degrees_of_freedom", coefficient.name, coefficient.degreesOfFreedom, "count"),
      make("p_value", coefficient.name, hasError ? coefficient.pValue : nil, "ratio", note: note),
    ]
  }

  private func observation(of omission: Omission) -> Observation {
    make(
      "coefficient", omission.name, nil, "coefficient",
      note: omission.isAbsorbed
        ? "absorbed by the fixed effects" : "depends on the columns before it")
  }

  private var fitObservations: [Observation] {
    var rows = [make("r_squared", "", rSquared, "ratio")]
    if let slopes {
      rows.append(make("f_statistic", "slopes", slopes.statistic, "statistic"))
      rows.append(make("p_value", "slopes", slopes.pValue, "ratio"))
    }
    rows.append(make("parameters", "", Double(parameterCount), "count"))
    for (number, count) in groups.enumerated() {
      rows.append(make("groups", groupName(number), Double(count), "count"))
    }
    if let components {
      rows.append(make("variance", "idiosyncratic", components.idiosyncratic, "outcome_squared"))
      rows.append(make("variance", "individual", components.individual, "outcome_squared"))
      rows.append(make("theta", "least", components.theta.min(), "ratio"))
      rows.append(make("theta", "most", components.theta.max(), "ratio"))
    }
    return rows
  }

  private func groupName(_ number: Int) -> String {
    guard case .cluster(let names, _, _) = options.covariance, number < names.count else {
      return "time"
    }
    return names[number]
  }

  private func observations(of test: WildClusterBootstrap) -> [Observation] {
    let note =
      test.isExact ? "all \(test.draws) sign vectors" : "\(test.draws) draws, seed \(options.seed)"
    return [
      make("wild_p_value", test.term, test.pValue, "ratio", note: note + ", ties counted"),
      make("wild_p_value", "\(test.term)/strict", test.strictPValue, "ratio", note: note),
      make("t_statistic", "\(test.term)/wild", test.statistic, "statistic", note: note),
    ]
  }

  /// The estimated fixed effects as rows; none where only the coefficients are computed.
  public var effectObservations: [Observation] {
    (effects() ?? []).flatMap { effect in
      effect.levels.map { level in
        var row = make("fixed_effect", effect.name, level.value, "coefficient")
        row.territory = level.name
        row.count = nil
        return row
      }
    }
  }
}

extension PanelTests {
  /// The tests as rows of the public table.
  public func observations(of regression: PanelRegression) -> [Observation] {
    let named: [(String, Test?)] = [
      ("effects-f", effects), ("breusch-pagan", breuschPagan), ("hausman", hausman),
      ("pesaran-cd", pesaran),
    ]
    return named.flatMap { name, test in
      ["statistic", "p_value"].map { part in
        Observation(
          territory: "", period: regression.span, indicator: "recovery.test",
          component: "\(name)/\(part)",
          value: part == "p_value" ? test?.pValue : test?.statistic, unit: "statistic",
          count: regression.sample.rowCount, method: "tests(\(regression.options.formula.outcome))",
          note: test == nil
            ? "not defined for these rows"
            : test?.degreesOfFreedom.isEmpty ?? true
              ? ""
              : "df "
                + (test?.degreesOfFreedom ?? []).map(NumberText.shortest)
                .joined(separator: ", "))
      }
    }
  }
}

/// Counts of the rows left out, by reason.
func droppedObservations(_ drops: [PanelSample.Drop], method: String) -> [Observation] {
  drops.map(\.reason).distinct.map { reason in
    let rows = drops.filter { $0.reason == reason }.reduce(0) { $0 + $1.times.count }
    return Observation(
      territory: "", period: "", indicator: "recovery.rows_dropped", component: reason,
      value: Double(rows), unit: "count", method: method)
  }
}
