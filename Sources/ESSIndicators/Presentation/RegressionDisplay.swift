internal import ESSData

extension PanelRegression {
  /// The coefficients as a table, with what holds for the fit below it.
  public func display(_ context: DisplayContext, tests: PanelTests? = nil) -> Display {
    let style = context.style
    let columns = [
      Display.Column(context.words("term", "terme", "término"), isNumeric: false),
      Display.Column(context.words("estimate", "estimation", "estimación")),
      Display.Column(context.words("std error", "err. type", "error est.")),
      Display.Column("t"), Display.Column("df"), Display.Column("p"),
      Display.Column(context.words("lower", "inf.", "inferior")),
      Display.Column(context.words("upper", "sup.", "superior")),
    ]
    let cells = coefficients.map { coefficient in
      let hasError = coefficient.standardError.isFinite
      return [
        coefficient.name, style.text(coefficient.estimate, decimals: 4),
        style.text(hasError ? coefficient.standardError : nil, decimals: 4),
        style.text(hasError ? coefficient.statistic : nil, decimals: 2),
        style.text(coefficient.degreesOfFreedom, decimals: 1),
        style.text(hasError ? coefficient.pValue : nil, decimals: 4),
        style.text(coefficient.interval?.lowerBound, decimals: 4),
        style.text(coefficient.interval?.upperBound, decimals: 4),
      ]
    }
    return Display(
      title: options.formula.description, columns: columns, rows: cells,
      notes: notes(context, tests))
  }

  private func notes(_ context: DisplayContext, _ tests: PanelTests?) -> [String] {
    let style = context.style
    let rows = sample.rowCount
    var notes = [
      context.words(
        "\(options.model.rawValue), \(options.covariance); \(rows) rows, \(sample.units.count) units, "
          + "\(sample.axis.labels.count) periods; R2 \(style.text(rSquared, decimals: 4)).",
        "\(options.model.rawValue), \(options.covariance) ; \(rows) lignes, \(sample.units.count) unités, "
          + "\(sample.axis.labels.count) périodes ; R2 \(style.text(rSquared, decimals: 4)).",
        "\(options.model.rawValue), \(options.covariance); \(rows) filas, \(sample.units.count) unidades, "
          + "\(sample.axis.labels.count) períodos; R2 \(style.text(rSquared, decimals: 4)).")
    ]
    if let slopes {
      notes.append(
        "F(\(NumberText.shortest(slopes.numerator)), \(style.text(slopes.denominator, decimals: 1))) = "
          + "\(style.text(slopes.statistic, decimals: 3)), p = \(style.text(slopes.pValue, decimals: 4))."
      )
    }
    for omission in omissions {
      notes.append(
        omission.isAbsorbed
          ? context.words(
            "\(omission.name): absorbed by the fixed effects.",
            "\(omission.name) : absorbé par les effets fixes.",
            "\(omission.name): absorbido por los efectos fijos.")
          : context.words(
            "\(omission.name): depends on the terms before it.",
            "\(omission.name) : dépend des termes précédents.",
            "\(omission.name): depende de los términos anteriores."))
    }
    for test in wild {
      notes.append(
        "wild cluster bootstrap, \(test.term): t = \(style.text(test.statistic, decimals: 3)), "
          + "p = \(style.text(test.pValue, decimals: 4)) (\(test.draws)\(test.isExact ? ", exact" : ""))."
      )
    }
    if let tests {
      let named: [(String, PanelTests.Test?)] = [
        ("F", tests.effects), ("Breusch-Pagan", tests.breuschPagan), ("Hausman", tests.hausman),
        ("Pesaran CD", tests.pesaran),
      ]
      notes.append(
        named.map { name, test in
          "\(name) \(style.text(test?.statistic, decimals: 3)) (p = \(style.text(test?.pValue, decimals: 4)))"
        }.joined(separator: "; ") + ".")
    }
    notes.append(
      context.words(
        "An association unless the design makes it more.",
        "Une association, sauf si le plan d'étude permet davantage.",
        "Una asociación, salvo que el diseño permita más."))
    return notes
  }
}
