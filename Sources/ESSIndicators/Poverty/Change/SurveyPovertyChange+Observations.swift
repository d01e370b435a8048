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
    func cell(_ period: String) -> SurveyCell { SurveyCell(period: period, domain: row.domain) }
    var list = [
      row.start.observation(
        cell(options.from), indicator, component: component, unit: unit, method: method,
        factor: factor),
      row.end.observation(
        cell(options.to), indicator, component: component, unit: unit, method: method,
        factor: factor),
      row.change.observation(
        cell(span), change, component: component, unit: changeUnit, method: method, factor: factor),
    ]
    for split in row.splits {
      for (name, estimate) in split.parts {
        list.append(
          estimate.observation(
            cell(span), change, component: componentPath(component, path(split.method), name),
            unit: changeUnit, method: method + ",split=\(description(split.method))",
            factor: factor))
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
