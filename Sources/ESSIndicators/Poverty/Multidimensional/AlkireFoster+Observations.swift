public import ESSData

extension AlkireFoster {
  /// The result as rows of the public table: for each domain and period the uncensored headcount ratios, then cutoff by cutoff H, A, M0, M1,
  /// M2, censored headcount ratios and contributions.
  public var observations: [Observation] {
    rows.flatMap { row in
      var list: [Observation] = []
      for (dimension, estimate) in zip(options.dimensions, row.uncensored) {
        list.append(
          estimate.observation(
            row.cell, "multidimensional.deprived", component: dimension.column, unit: "percent",
            method: method(nil), factor: 100))
      }
      for measures in row.measures { list += observations(row.cell, measures) }
      return list
    }
  }

  private func observations(_ cell: SurveyCell, _ measures: Measures) -> [Observation] {
    let k = "k=\(NumberText.shortest(measures.cutoff))"
    let method = method(measures.cutoff)
    func make(
      _ id: String, _ part: String, _ estimate: SurveyEstimate, _ unit: String, _ factor: Double
    ) -> Observation {
      var estimate = estimate
      if estimate.value == nil, estimate.count > 0 {
        estimate = estimate.noting(["nobody is poor at this cutoff"])
      }
      return estimate.observation(
        cell, "multidimensional." + id, component: componentPath(k, part), unit: unit,
        method: method, factor: factor)
    }
    var list = [
      make("headcount", "", measures.headcount, "percent", 100),
      make("intensity", "", measures.intensity, "percent", 100),
      make("m0", "", measures.adjusted, "ratio", 1),
    ]
    for (id, estimate) in [("m1", measures.gap), ("m2", measures.squaredGap)] {
      if let estimate {
        list.append(make(id, "", estimate, "ratio", 1))
      } else {
        list.append(
          Observation(
            territory: cell.territory, period: cell.period, indicator: "multidimensional." + id,
            component: k, value: nil, unit: "ratio", method: method + ")",
            note: "a dimension without a positive cutoff has no gap"))
      }
    }
    for (dimension, estimate) in zip(options.dimensions, measures.censored) {
      list.append(make("censored", dimension.column, estimate, "percent", 100))
    }
    for (dimension, estimate) in zip(options.dimensions, measures.contributions) {
      list.append(make("contribution", dimension.column, estimate, "percent", 100))
    }
    return list
  }

  private func method(_ cutoff: Double?) -> String {
    let dimensions = options.dimensions.map { dimension -> String in
      let rule =
        switch dimension.rule {
        case .flag: ""
        case .below(let cutoff): "<\(NumberText.shortest(cutoff))"
        }
      let weight = dimension.weight == 1 ? "" : "*\(NumberText.shortest(dimension.weight))"
      return dimension.column + rule + weight
    }
    let k = cutoff.map { "k=\(NumberText.shortest($0))," } ?? ""
    return "alkire_foster(\(k)dimensions=\(dimensions.joined(separator: "+")),"
      + "\(columns.weightDescription),\(options.variance.description)"
  }
}
