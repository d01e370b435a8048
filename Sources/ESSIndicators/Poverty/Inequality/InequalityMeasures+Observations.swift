public import ESSData
internal import ESSNumerics

extension InequalityMeasures {
  /// The result as rows of the public table: measures by domain and period, then decompositions.
  public var observations: [Observation] {
    rows.flatMap { row in
      zip(options.measures, row.estimates).flatMap { measure, estimate -> [Observation] in
        let (indicator, part) = measure.row
        let method = method(measure)
        let observation = estimate.observation(
          row.cell, indicator, component: part, unit: unit(measure), method: method,
          factor: factor(measure))
        let effect = estimate.designEffectObservation(
          row.cell, of: componentPath(indicator, part), method: method,
          options.variance.designEffect)
        return [observation] + (effect.map { [$0] } ?? [])
      }
    } + decompositions.flatMap(decompositionRows)
  }

  private func decompositionRows(_ decomposition: Decomposition) -> [Observation] {
    let cell = SurveyCell(period: decomposition.period, domain: [])
    let (indicator, part) = decomposition.measure.row
    let by = columns.by.joined(separator: "/")
    let all = [(name: "", estimate: decomposition.whole)] + decomposition.parts
    return all.map { name, estimate in
      estimate.observation(
        cell, indicator, component: componentPath(part, name.isEmpty ? "whole" : name),
        unit: unit(decomposition.measure), method: method(decomposition.measure) + ",by=\(by)")
    }
  }

  private func unit(_ measure: InequalityMeasure) -> String {
    Catalogue[measure.row.indicator]?.unit ?? ""
  }

  private func factor(_ measure: InequalityMeasure) -> Double {
    if case .share = measure { 100 } else { 1 }
  }

  private func method(_ measure: InequalityMeasure) -> String {
    var parts = [measure.description]
    if measure.takesPowers { parts.append("nonpositive=\(options.nonpositive.name)") }
    switch measure {
    case .quintileRatio(.quantiles), .wolfson: parts.append("quantile=\(options.quantile.rawValue)")
    default: break
    }
    return (parts + [columns.weightDescription, options.variance.description])
      .joined(separator: ",")
  }
}
