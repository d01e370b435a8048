internal import ESSData
internal import ESSNumerics

extension SurveyEstimate {
  /// The estimate as a row of the public table; `method` is completed by how its interval was made.
  func observation(
    _ cell: SurveyCell, _ indicator: String, component: String = "", unit: String,
    method: String, factor: Double = 1
  ) -> Observation {
    let estimate = factor == 1 ? self : scaled(by: factor)
    let limits = intervalMethod.map { ",interval=\($0.rawValue)" } ?? ""
    let freedom = degreesOfFreedom.map { ",df=\(NumberText.shortest($0))" } ?? ""
    return Observation(
      territory: cell.territory, period: cell.period, indicator: indicator, component: component,
      value: estimate.value, unit: unit, standardError: estimate.standardError,
      interval: estimate.interval, count: count, method: method + limits + freedom + ")",
      note: notes.joined(separator: "; "))
  }

  /// The design effect as a row, if there is one.
  func designEffectObservation(
    _ cell: SurveyCell, of component: String, method: String, _ base: DesignEffectBase?
  ) -> Observation? {
    guard let designEffect, let base else { return nil }
    return Observation(
      territory: cell.territory, period: cell.period, indicator: "poverty.design_effect",
      component: component, value: designEffect, unit: "number", count: count,
      method: method + ",base=\(base.rawValue))")
  }
}

extension SurveyColumns {
  /// What a person counts, in `method`.
  var weightDescription: String {
    let parts = [weight, size].compactMap { $0 }
    return "weights=" + (parts.isEmpty ? "1" : parts.joined(separator: "*"))
      + (fpc.map { ",fpc=\($0)" } ?? "")
  }
}

/// Joins the parts of a component's path, empty ones left out.
func componentPath(_ parts: String...) -> String {
  parts.filter { !$0.isEmpty }.joined(separator: "/")
}
