public import ESSData
internal import ESSNumerics

extension TerritoryComparison {
  /// The rows of the result: for each indicator the reference, then by territory difference, ratio, and the test.
  public var observations: [Observation] {
    zip(indicators, familySizes).flatMap { indicator, family in
      rows(indicator, family: family)
    }
  }

  private func rows(_ indicator: Indicator, family: Int) -> [Observation] {
    let error = options.errors.isEmpty ? nil : options.errors[indexOf(indicator)]
    let variance =
      options.covariance != nil ? "covariance" : error.map { "error=\($0)" } ?? "error=none"
    let weighting = options.weight ?? "none"
    let against =
      "reference=\(options.reference.name),members=\(indicator.members),weights=\(weighting)"
    let sources = zip(table.variables, table.sources)
      .filter { $0.0 == indicator.name || $0.0 == options.weight }.flatMap(\.1).distinct
    let left = [
      ("left out for want of a value", indicator.dropped),
      ("not in the mean for want of a weight", indicator.unweighted),
    ].filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1.joined(separator: ", "))" }
      .joined(separator: "; ")
    let z = Normal().quantile((1 + options.level) / 2)
    func row(
      _ id: String, _ territory: Int?, _ value: Double?, _ unit: String, _ method: String,
      error: Double? = nil, interval: ClosedRange<Double>? = nil, note: String = ""
    ) -> Observation {
      Observation(
        territory: territory.map { table.territories[$0] } ?? "", period: table.period,
        indicator: "territories." + id, component: indicator.name, value: value, unit: unit,
        standardError: error, interval: interval, count: indicator.rows.count,
        status: territory.map { table.status[$0] } ?? table.status.worst, method: method,
        sources: sources, note: note)
    }
    func around(_ estimate: Estimate) -> ClosedRange<Double>? {
      estimate.standardError.map { (estimate.value - z * $0)...(estimate.value + z * $0) }
    }
    var result = [
      row(
        "compare_reference", nil, indicator.reference.value, "level",
        "mean(\(against),\(variance))",
        error: indicator.reference.standardError, interval: around(indicator.reference), note: left)
    ]
    let untested =
      options.covariance == nil && options.errors.isEmpty
      ? "no standard errors were given, so that the difference cannot be tested"
      : "the standard error of the difference is 0, so that there is nothing to test"
    let adjustment =
      "\(options.adjustment.method)(family=\(options.family.rawValue),tests=\(family),rate=\(NumberText.shortest(options.discoveryRate)))"
    for entry in indicator.rows {
      result.append(
        row(
          "difference", entry.territory, entry.difference.value, "level",
          "difference(\(against),\(variance))", error: entry.difference.standardError,
          interval: around(entry.difference), note: entry.p == nil ? untested : ""))
      result.append(
        row(
          "ratio", entry.territory, entry.ratio.value, "ratio_any",
          "ratio(\(against),\(variance),interval=\(options.ratio.rawValue))",
          error: entry.ratio.standardError, interval: entry.ratio.interval,
          note: entry.ratio.value == nil
            ? "the reference is 0"
            : entry.ratio.isUnbounded
              ? "the interval has no bounds: the reference may be 0 at this level" : ""))
      guard let score = entry.z, let p = entry.p, let adjusted = entry.adjusted else { continue }
      let test = "z(\(against),\(variance),alternative=two-sided)"
      result.append(row("difference_z", entry.territory, score, "statistic", test))
      result.append(row("difference_p", entry.territory, p, "probability", test))
      result.append(
        row(
          "difference_adjusted_p", entry.territory, adjusted, "probability", adjustment,
          note: adjusted <= options.discoveryRate
            ? (score > 0 ? "above" : "below") + " the reference" : "not told apart"))
    }
    return result
  }

  private func indexOf(_ indicator: Indicator) -> Int {
    options.values.firstIndex(of: indicator.name) ?? 0
  }
}
