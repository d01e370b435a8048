public import ESSData
internal import ESSNumerics

extension SurveyPovertyChange {
  /// The result as rows of the public table: both ends, the change, and its parts.
  public var observations: [Observation] { rows.flatMap(observations) }

  private var span: String { "\(options.from)/\(options.to)" }

  private func observations(_ row: Row) -> [Observation] {
    let measure = row.alpha.map(PovertyMeasure.fgt) ?? .numberOfPoor
    let (indicator, part, factor) = measure.row
    let component = componentPath(row.line.name, part)
    let change =
      measure == .numberOfPoor ? "poverty.number_change" : indicator + "_change"
    let unit = Catalogue[indicator]?.unit ?? ""
    let changeUnit = Catalogue[change]?.unit ?? ""
    let method = method(measure, row.line)
    // Multiplied by a hundred, the numbers need a grid of their own to add up.
    let exact = ExactSplits(
      start: factor * (row.start.value ?? .nan), end: factor * (row.end.value ?? .nan),
      parts: row.splits.map { $0.parts.map { factor * ($0.estimate.value ?? .nan) } })
    func observation(
      _ estimate: SurveyEstimate, _ value: Double, _ period: String, _ indicator: String,
      _ component: String, _ unit: String, _ method: String
    ) -> Observation {
      var observation = estimate.observation(
        SurveyCell(period: period, domain: row.domain), indicator, component: component, unit: unit,
        method: method, factor: factor)
      if observation.value != nil { observation.value = value }
      return observation
    }
    var list = [
      observation(row.start, exact.start, options.from, indicator, component, unit, method),
      observation(row.end, exact.end, options.to, indicator, component, unit, method),
      observation(
        row.change, exact.end - exact.start, span, change, component, changeUnit, method),
    ]
    for (split, values) in zip(row.splits, exact.parts) {
      for (part, value) in zip(split.parts, values) {
        list.append(
          observation(
            part.estimate, value, span, change,
            componentPath(component, path(split.method), part.name), changeUnit,
            method + ",split=\(description(split.method))"))
      }
    }
    return list
  }

  private func path(_ method: Method) -> String {
    switch method {
    case .dattRavallion(let reference): "datt-ravallion-\(reference.rawValue)"
    case .shapley: "shapley"
    case .sectoral: "sectoral"
    case .number: ""
    }
  }

  private func description(_ method: Method) -> String {
    switch method {
    case .dattRavallion(let reference): "datt_ravallion(reference=\(reference.rawValue))"
    case .shapley, .number: "shapley"
    case .sectoral: "ravallion_huppi(by=\(columns.by.joined(separator: "/")))"
    }
  }

  private func method(_ measure: PovertyMeasure, _ line: PovertyLine) -> String {
    let opening = measure.description
    return opening + (opening.hasSuffix("(") ? "" : ",")
      + [
        "line=\(line.description)", "tie=\(options.tie.rawValue)",
        "samples=\(columns.periods.rawValue)", columns.weightDescription,
        options.variance.description,
      ].joined(separator: ",")
  }
}
