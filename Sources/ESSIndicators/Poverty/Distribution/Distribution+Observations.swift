public import ESSData
internal import ESSNumerics

extension WelfareQuantiles {
  /// The result as rows of the public table: the component is the share of persons below.
  public var observations: [Observation] {
    rows.flatMap { row in
      zip(options.shares, row.estimates).map { share, estimate in
        estimate.observation(
          row.cell, "welfare.quantile", component: "p:\(NumberText.shortest(share))",
          unit: "welfare_units",
          method: "quantile(p=\(NumberText.shortest(share)),rule=\(options.rule.rawValue),"
            + "\(intervals)\(columns.weightDescription),\(options.variance.description)")
      }
    }
  }

  private var intervals: String {
    options.variance.method == .taylor ? "limits=woodruff," : ""
  }
}

extension LorenzCurves {
  /// The result as rows of the public table: the component is the share of persons, after the line of a TIP curve.
  public var observations: [Observation] {
    rows.flatMap { row in
      zip(options.shares, row.estimates).map { share, estimate in
        let line = row.curve == .tip ? options.line : nil
        let conventions =
          line.map { "line=\($0.description),tie=\(options.tie.rawValue)," } ?? ""
        return estimate.observation(
          row.cell, indicator(row.curve),
          component: componentPath(line?.name ?? "", "p:\(NumberText.shortest(share))"),
          unit: row.curve == .generalised ? "welfare_units" : "number",
          method: "\(row.curve.rawValue)(\(conventions)\(columns.weightDescription),"
            + options.variance.description)
      }
    }
  }

  private func indicator(_ curve: Curve) -> String {
    switch curve {
    case .lorenz: "welfare.lorenz"
    case .generalised: "welfare.generalised_lorenz"
    case .tip: "poverty.tip"
    }
  }
}
