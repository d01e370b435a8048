public import ESSData
internal import ESSNumerics

extension TerritoryConvergence {
  /// The rows of the result, part by part in the order beta, sigma, log t, Markov, ranks.
  public var observations: [Observation] {
    betaRows + sigmaRows + logTRows + markovRows + rankRows
  }

  private var span: String {
    "\(series.periods[0])/\(series.periods[series.periods.count - 1])"
  }

  private func row(
    _ indicator: String, _ component: String, _ value: Double?, unit: String, method: String,
    period: String? = nil, territory: String = "", error: Double? = nil,
    interval: ClosedRange<Double>? = nil, note: String = ""
  ) -> Observation {
    Observation(
      territory: territory, period: period ?? span, indicator: indicator, component: component,
      value: value, unit: unit, standardError: error, interval: interval,
      count: series.territories.count, status: series.status,
      method: method, sources: series.sources, note: note)
  }

  private var dropNote: String {
    series.dropped.isEmpty
      ? "" : "left out for want of a value: \(series.dropped.joined(separator: ", "))"
  }

  private var betaRows: [Observation] {
    switch beta {
    case nil: return []
    case .failure(let error):
      guard case .notIdentified(let reason) = error else { return [] }
      return [
        row(
          "territories.beta", "initial", nil, unit: "coefficient",
          method: "beta(value=\(options.name))", note: reason)
      ]
    case .success(let fit):
      let method = "beta(value=\(options.name),years=\(NumberText.shortest(fit.years)),se="
      func interval(_ value: Double, _ error: Double) -> ClosedRange<Double>? {
        StudentT.interval(
          estimate: value, standardError: error,
          degreesOfFreedom: Double(fit.degreesOfFreedom), level: options.level)
      }
      var rows = fit.terms.indices.flatMap { k in
        [("iid", fit.standardErrors[k]), ("hc1", fit.robustErrors[k])].map { name, error in
          row(
            "territories.beta", "\(fit.terms[k])/\(name)", fit.coefficients[k], unit: "coefficient",
            method: method + name + ")", error: error,
            interval: interval(fit.coefficients[k], error), note: dropNote)
        }
      }
      rows.append(
        row(
          "territories.beta_speed", "", fit.speed, unit: "per_year", method: method + "iid)",
          error: fit.speedError,
          interval: fit.speed.flatMap { speed in fit.speedError.flatMap { interval(speed, $0) } },
          note: fit.speed == nil ? "1 + b T is not positive" : ""))
      rows.append(
        row(
          "territories.beta_half_life", "", fit.halfLife, unit: "years", method: method + "iid)",
          note: fit.halfLife == nil ? "the speed is not positive: no convergence" : ""))
      rows.append(
        row(
          "territories.beta_fit", "r_squared", fit.rSquared, unit: "ratio", method: method + "iid)")
      )
      return rows
    }
  }

  private var sigmaRows: [Observation] {
    guard let sigma else { return [] }
    let method = "sigma(value=\(options.name))"
    var rows: [Observation] = []
    for (index, period) in series.periods.enumerated() {
      rows.append(
        row(
          "territories.sigma", "sd-log", sigma.deviationOfLogs[index], unit: "ratio_any",
          method: method + ",sd=sample", period: period.description,
          note: sigma.deviationOfLogs[index] == nil ? "a level is not above 0" : ""))
      rows.append(
        row(
          "territories.sigma", "cv", sigma.coefficientOfVariation[index], unit: "ratio_any",
          method: method + ",sd=population", period: period.description,
          note: sigma.coefficientOfVariation[index] == nil ? "the mean is not above 0" : ""))
    }
    for (name, trend) in [("sd-log", sigma.logTrend), ("cv", sigma.variationTrend)] {
      guard let trend else { continue }
      rows.append(
        row(
          "territories.sigma_trend", name, trend.slope, unit: "per_year",
          method: method + ",trend=ols", error: trend.standardError,
          interval: StudentT.interval(
            estimate: trend.slope, standardError: trend.standardError,
            degreesOfFreedom: Double(series.periods.count - 2), level: options.level)))
    }
    if let ratio = sigma.varianceRatio, let p = sigma.pValue {
      rows.append(
        row(
          "territories.sigma_ratio", "variance of logs", ratio, unit: "ratio_any", method: method))
      rows.append(
        row(
          "territories.sigma_p", "variance of logs", p, unit: "probability",
          method: "f_test(alternative=two-sided)"))
    }
    return rows
  }

  private var logTRows: [Observation] {
    guard options.methods.contains(.logT) else { return [] }
    let method =
      "logt(value=\(options.name),trim=\(NumberText.shortest(options.trim)),se=\(options.bandwidth.rawValue))"
    guard let logT else {
      return [
        row(
          "territories.log_t", "beta", nil, unit: "coefficient", method: method,
          note: "needs levels above 0, a spread, and four periods after trimming")
      ]
    }
    var rows = [
      row(
        "territories.log_t", "beta", logT.beta, unit: "coefficient", method: method,
        error: logT.standardError, note: dropNote),
      row(
        "territories.log_t", "t", logT.t, unit: "statistic", method: method,
        note: logT.t > -1.65
          ? "convergence is not rejected at 5 %" : "convergence is rejected at 5 %"),
    ]
    guard let clubs else { return rows }
    for (number, club) in clubs.clubs.enumerated() {
      rows.append(
        row(
          "territories.club_test", "\(number + 1)", club.test.t, unit: "statistic",
          method: method, note: "\(club.members.count) members"))
      rows += club.members.map {
        row(
          "territories.club", "", Double(number + 1), unit: "count", method: method,
          territory: series.territories[$0])
      }
    }
    rows += clubs.divergent.map {
      row(
        "territories.club", "", nil, unit: "count", method: method,
        territory: series.territories[$0], note: "converges with no club")
    }
    return rows
  }

  private var markovRows: [Observation] {
    guard let chain else { return [] }
    let method =
      "markov(value=\(options.name),classes=\(options.classes),cuts=\(options.isPooled ? "pooled" : "by period"))"
    var rows: [Observation] = []
    func name(_ k: Int) -> String { "\(k + 1)" }
    for i in 0..<chain.classes {
      for j in 0..<chain.classes {
        rows.append(
          row(
            "territories.markov_count", "\(name(i))>\(name(j))", chain.counts[i, j], unit: "count",
            method: method))
      }
    }
    for i in 0..<chain.classes {
      let isEmpty = chain.unvisited.contains(i)
      for j in 0..<chain.classes {
        rows.append(
          row(
            "territories.markov_probability", "\(name(i))>\(name(j))",
            isEmpty ? nil : chain.probabilities[i, j], unit: "probability", method: method,
            note: isEmpty ? "no move from this class was observed" : ""))
      }
    }
    for i in 0..<chain.classes {
      rows.append(
        row(
          "territories.markov_steady", name(i), chain.steadyState?[i], unit: "probability",
          method: method,
          note: chain.steadyState == nil ? "the chain has no unique steady state" : ""))
      rows.append(
        row(
          "territories.markov_sojourn", name(i), chain.sojourn[i], unit: "periods", method: method,
          note: chain.sojourn[i] == nil ? "the class is never left, or was not visited" : ""))
    }
    if let passage = chain.firstPassage {
      for i in 0..<chain.classes {
        for j in 0..<chain.classes {
          rows.append(
            row(
              "territories.markov_first_passage", "\(name(i))>\(name(j))", passage[i, j],
              unit: "periods", method: method))
        }
      }
    }
    rows += [
      ("shorrocks", chain.shorrocks), ("determinant", chain.determinantIndex),
      ("second-eigenvalue", chain.secondEigenvalueIndex), ("bartholomew", chain.bartholomew),
    ].map { name, value in
      row(
        "territories.markov_mobility", name, chain.unvisited.isEmpty ? value : nil,
        unit: "ratio_any", method: method,
        note: chain.unvisited.isEmpty ? "" : "a class was never visited")
    }
    for (own, spatial) in spatialChains.enumerated() {
      for i in 0..<spatial.classes {
        for j in 0..<spatial.classes where !spatial.unvisited.contains(i) {
          rows.append(
            row(
              "territories.markov_spatial", "neighbours \(name(own))/\(name(i))>\(name(j))",
              spatial.probabilities[i, j], unit: "probability",
              method: method + ",\(options.neighbours?.method ?? "")"))
        }
      }
    }
    if let homogeneity {
      let test = ChiSquared(degreesOfFreedom: Double(homogeneity.degreesOfFreedom))
      rows.append(
        row(
          "territories.markov_homogeneity", "statistic", homogeneity.statistic, unit: "statistic",
          method: "likelihood_ratio(df=\(homogeneity.degreesOfFreedom))"))
      rows.append(
        row(
          "territories.markov_homogeneity", "p", test.complement(homogeneity.statistic),
          unit: "probability", method: "likelihood_ratio(df=\(homogeneity.degreesOfFreedom))",
          note: homogeneity.degreesOfFreedom == 0 ? "no degree of freedom" : ""))
    }
    return rows
  }

  private var rankRows: [Observation] {
    guard let mobility else { return [] }
    var rows = [
      row(
        "territories.rank_correlation", "kendall", mobility.tau, unit: "correlation",
        method: "kendall(ties=tau-b)", note: mobility.tau == nil ? "all values are equal" : dropNote
      )
    ]
    if options.blocks != nil {
      rows.append(
        row(
          "territories.rank_correlation", "kendall within regions", mobility.spatialTau,
          unit: "correlation", method: "kendall(pairs=same region)",
          note: mobility.spatialTau == nil ? "no two territories share a region" : ""))
      rows.append(
        row(
          "territories.rank_cohesion", "", mobility.cohesion, unit: "ratio",
          method: "theta(regions)", note: mobility.cohesion == nil ? "no rank changed" : ""))
    }
    return rows
  }
}
