internal import ESSData
internal import ESSNumerics

/// Tables of effects with their errors.
private func effectColumns(_ context: DisplayContext, _ first: String) -> [Display.Column] {
  [
    Display.Column(first, isNumeric: false),
    Display.Column(context.words("effect", "effet", "efecto")),
    Display.Column(context.words("std error", "err. type", "error est.")),
    Display.Column(context.words("lower", "inf.", "inferior")),
    Display.Column(context.words("upper", "sup.", "superior")),
  ]
}

private func effectRow(
  _ style: NumberStyle, _ label: String, _ value: Double?, _ error: Double?,
  _ interval: ClosedRange<Double>?
) -> [String] {
  [
    label, style.signed(value, decimals: 4), style.text(error, decimals: 4),
    style.text(interval?.lowerBound, decimals: 4), style.text(interval?.upperBound, decimals: 4),
  ]
}

extension GroupTimeEffects {
  /// The result as tables: aggregations, then cells.
  public func displays(
    _ context: DisplayContext, _ outcome: OutcomeProvenance,
    schemes: [Scheme] = Scheme.allCases
  ) -> [Display] {
    let style = context.style
    var rows: [[String]] = []
    var tests: [String] = []
    for scheme in schemes {
      let result = aggregate(scheme)
      let critical = bootstrap(result.parts.map(\.estimate))?.critical ?? pointwiseCritical
      rows.append(
        effectRow(
          style, scheme.rawValue, result.overall?.value, result.overall?.standardError,
          result.overall?.interval(critical: pointwiseCritical)))
      for part in result.parts {
        rows.append(
          effectRow(
            style, "  \(part.label)", part.estimate.value, part.estimate.standardError,
            part.estimate.interval(critical: critical)))
      }
      if let test = result.preTest { tests.append(self.test(context, "dynamic", test)) }
    }
    if let preTest { tests.append(test(context, "cells", preTest)) }
    let bootstrap = bootstrap(cells.compactMap(\.estimate))
    let critical = bootstrap?.critical ?? pointwiseCritical
    let cellRows = cells.map { cell in
      effectRow(
        style, "\(cell.cohort), \(cell.period)", cell.estimate?.value,
        cell.estimate?.standardError, cell.estimate?.interval(critical: critical))
    }
    return [
      Display(
        title: context.words("Effects", "Effets", "Efectos"),
        columns: effectColumns(context, context.words("average", "moyenne", "promedio")),
        rows: rows, notes: [method(outcome, bootstrap) + "."] + tests + notes),
      Display(
        title: context.words(
          "Effects by cohort and period", "Effets par cohorte et période",
          "Efectos por cohorte y período"),
        columns: effectColumns(
          context, context.words("cohort, period", "cohorte, période", "cohorte, período")),
        rows: cellRows),
    ]
  }

  private func test(_ context: DisplayContext, _ name: String, _ test: JointTest) -> String {
    let style = context.style
    return context.words(
      "Effects before treatment all zero", "Effets avant le traitement tous nuls",
      "Efectos previos todos nulos")
      + " (\(name)): chi2(\(test.degreesOfFreedom)) = \(style.text(test.statistic, decimals: 3)), "
      + "p = \(style.text(test.pValue, decimals: 4))."
  }
}

extension ImputationEffects {
  /// The result as a table.
  public func display(_ context: DisplayContext, level: Double) -> Display {
    let style = context.style
    let critical = Normal().quantile((1 + level) / 2)
    func row(_ label: String, _ effect: Effect) -> [String] {
      effectRow(
        style, label, effect.value, effect.standardError,
        effect.standardError.map {
          (effect.value - critical * $0)...(effect.value + critical * $0)
        })
    }
    return Display(
      title: context.words("Imputation", "Imputation", "Imputación"),
      columns: effectColumns(context, context.words("average", "moyenne", "promedio")),
      rows: [row(context.words("all", "tous", "todos"), overall)]
        + events.map { row("  e = \($0.event)", $0.effect) }
        + cohorts.map { row("  \($0.cohort)", $0.effect) },
      notes: [
        context.words(
          "\(overall.cells) treated cells from \(untreatedCells) untreated ones of \(unitCount) units.",
          "\(overall.cells) cellules traitées d'après \(untreatedCells) non traitées de \(unitCount) unités.",
          "\(overall.cells) celdas tratadas a partir de \(untreatedCells) no tratadas de \(unitCount) unidades."
        )
      ])
  }
}

extension TwoWayDifference {
  /// The result as tables: coefficients, and the comparisons behind the static one.
  public func displays(_ context: DisplayContext) -> [Display] {
    let style = context.style
    func row(_ label: String, _ found: PanelRegression.Coefficient?) -> [String] {
      effectRow(style, label, found?.estimate, found?.standardError, found?.interval)
    }
    let coefficients = Display(
      title: context.words(
        "Two-way fixed effects", "Effets fixes à deux voies", "Efectos fijos de dos vías"),
      columns: effectColumns(context, context.words("term", "terme", "término")),
      rows: [row(context.words("treated", "traité", "tratado"), effect)]
        + events.map { row("  e = \($0.event)", $0.coefficient) },
      notes: ["\(fixed.options.covariance)."])
    guard let decomposition else { return [coefficients] }
    return [
      coefficients,
      Display(
        title: context.words(
          "Goodman-Bacon decomposition", "Décomposition de Goodman-Bacon",
          "Descomposición de Goodman-Bacon"),
        columns: [
          Display.Column(context.words("treated", "traité", "tratado"), isNumeric: false),
          Display.Column(context.words("control", "contrôle", "control"), isNumeric: false),
          Display.Column(context.words("kind", "type", "tipo"), isNumeric: false),
          Display.Column(context.words("effect", "effet", "efecto")),
          Display.Column(context.words("weight", "poids", "peso")),
        ],
        rows: decomposition.comparisons.map {
          [
            $0.treated, $0.control, $0.kind.rawValue, style.signed($0.effect, decimals: 4),
            style.text($0.weight, decimals: 4),
          ]
        }),
    ]
  }
}
