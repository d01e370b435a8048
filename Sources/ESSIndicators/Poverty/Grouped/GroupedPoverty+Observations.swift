public import ESSData

extension GroupedPoverty {
  /// The result as rows of the public table: distributions in table order; for each its fits, its inequality, then line by line its
  /// poverty.
  public var observations: [Observation] {
    rows.flatMap { GroupedRows(options: options, row: $0).observations }
  }
}

private struct GroupedRows {
  let options: GroupedPoverty.Options
  let row: GroupedPoverty.Row

  var observations: [Observation] {
    row.selection.fits.flatMap(fit) + inequality + row.lines.flatMap(poverty)
  }

  private func make(
    _ indicator: String, _ component: String, _ value: Double?, unit: String, method: String,
    error: Double? = nil, count: Int? = nil, note: String = ""
  ) -> Observation {
    Observation(
      territory: row.territory, period: row.period, indicator: indicator, component: component,
      value: value, unit: unit, standardError: error, count: count, status: .estimated,
      method: method, note: note)
  }

  private func fit(_ fit: LorenzFit) -> [Observation] {
    let method = "lorenz(curve=\(fit.name),fit=least_squares)"
    let note = fit.defects.map(\.reason).joined(separator: "; ")
    return fit.parameters.map { parameter in
      make(
        "grouped.parameter", "\(fit.name)/\(parameter.name)", parameter.value,
        unit: "coefficient", method: method, error: parameter.standardError,
        count: fit.points.count, note: note)
    } + [
      make(
        "grouped.squared_errors", fit.name, fit.parameters.isEmpty ? nil : fit.squaredErrors,
        unit: "coefficient", method: method, count: fit.points.count, note: note)
    ]
  }

  private func method(_ fit: LorenzFit?, line: Double? = nil) -> String {
    let line = line.map { ",line=\(NumberText.shortest($0))" } ?? ""
    let mean = row.mean.map { ",mean=\(NumberText.shortest($0))" } ?? ""
    let rule = options.choice == .auto ? "pip" : "given"
    let invalid = options.allowsInvalid ? ",invalid=allowed" : ""
    return "lorenz(curve=\(fit?.name ?? "none"),selected=\(rule)\(invalid)\(mean)\(line))"
  }

  private func why(_ fit: LorenzFit?) -> String {
    guard let fit else { return "no valid Lorenz curve: \(row.selection.reasons)" }
    guard !fit.isValid else { return "" }
    return "invalid curve: " + fit.defects.map(\.reason).joined(separator: ", ")
  }

  private var inequality: [Observation] {
    let fit = row.fit
    let method = method(fit)
    let shares = fit?.curve.shares(groups: options.groups) ?? []
    var list = [
      make("grouped.gini", "", fit?.curve.gini, unit: "ratio", method: method, note: why(fit)),
      make(
        "grouped.mean_log_deviation", "", fit?.curve.meanLogDeviation, unit: "number",
        method: method,
        note: fit.map { $0.curve.meanLogDeviation == nil ? negative($0.curve) : why($0) }
          ?? why(nil)),
      make(
        "grouped.median", "", fit.flatMap { fit in row.mean.map { $0 * fit.curve.median } },
        unit: "welfare_units", method: method,
        note: fit != nil && row.mean == nil ? "shares say nothing of levels" : why(fit)),
    ]
    for (k, share) in shares.enumerated() {
      list.append(
        make(
          "grouped.quantile_share", "\(k + 1)/\(options.groups)", share, unit: "ratio",
          method: method, note: why(fit)))
    }
    return list
  }

  private func negative(_ curve: any ParametricLorenz) -> String {
    "not defined: the curve gives the poorest "
      + "\(NumberText.fixed(100 * curve.headcount(at: 0).0, decimals: 4)) % negative welfare"
  }

  private func poverty(_ line: GroupedPoverty.Line) -> [Observation] {
    let method = method(line.fit, line: line.line)
    let poverty = line.poverty
    let name = NumberText.shortest(line.line)
    var note = why(line.fit)
    switch poverty?.range {
    case .above:
      note = joined(
        note, "outside fitted range: the line is above the highest welfare of the curve")
    case .below:
      note = joined(
        note, "outside fitted range: the line is not above the lowest welfare of the curve")
    default: break
    }
    if let negative = poverty?.negativeNote { note = joined(note, negative) }
    func value(_ indicator: String, _ value: Double?, unit: String = "ratio", why: String = "")
      -> Observation
    {
      make(
        indicator, name, value, unit: unit, method: method,
        note: value == nil && poverty != nil ? joined(note, why) : note)
    }
    var list = [
      value("grouped.headcount", poverty?.headcount),
      value("grouped.poverty_gap", poverty?.gap),
      value("grouped.squared_poverty_gap", poverty?.severity, why: "the integral does not exist"),
      value(
        "grouped.watts", poverty?.watts, unit: "number",
        why: line.fit.map { negative($0.curve) } ?? ""),
    ]
    for (indicator, set) in [
      ("grouped.elasticity_to_mean", poverty?.toMean),
      ("grouped.elasticity_to_gini", poverty?.toGini),
    ] {
      for (part, number) in [
        ("headcount", set?.headcount), ("gap", set?.gap), ("severity", set?.severity),
      ] {
        list.append(
          make(
            indicator, "\(name)/\(part)", number, unit: "elasticity", method: method,
            note: number == nil && poverty != nil ? joined(note, "not defined at 0 or 1") : note))
      }
    }
    return list
  }

  private func joined(_ texts: String...) -> String {
    texts.filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
