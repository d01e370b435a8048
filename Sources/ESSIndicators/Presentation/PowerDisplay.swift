internal import ESSData

extension MinimumDetectableEffect {
  /// The result as a table.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    return Display(
      title: context.words(
        "Smallest detectable effect", "Plus petit effet détectable", "Menor efecto detectable"),
      columns: [
        Display.Column(context.words("std error", "err. type", "error est.")),
        Display.Column(context.words("df", "ddl", "gl")),
        Display.Column(context.words("multiplier", "multiplicateur", "multiplicador")),
        Display.Column(context.words("effect", "effet", "efecto")),
      ],
      rows: [
        [
          style.text(standardError, decimals: 4),
          degreesOfFreedom.map { style.text($0, decimals: 0) } ?? "-",
          style.text(multiplier, decimals: 4), style.text(effect, decimals: 4),
        ]
      ],
      notes: [
        context.words(
          "Two-sided, significance \(NumberText.shortest(significance)), power \(NumberText.shortest(power)).",
          "Bilatéral, seuil \(NumberText.shortest(significance)), puissance \(NumberText.shortest(power)).",
          "Bilateral, significación \(NumberText.shortest(significance)), potencia \(NumberText.shortest(power))."
        )
      ])
  }
}

extension PlaceboPower {
  /// The result as tables: the smallest effects, and the placebos.
  public func displays(
    _ context: DisplayContext, _ outcome: OutcomeProvenance, estimator: SyntheticEstimator
  ) -> [Display] {
    let style = context.style
    let analytic = try? MinimumDetectableEffect(
      standardError: standardDeviation, degreesOfFreedom: Double(placebos.count - 1),
      significance: significance, power: power)
    let rows = [
      [
        context.words("by placebos", "par placebos", "por placebos"),
        style.text(effect, decimals: 4),
      ],
      [
        context.words("by standard deviation", "par écart-type", "por desviación típica"),
        style.text(analytic?.effect, decimals: 4),
      ],
      [
        context.words("critical value", "valeur critique", "valor crítico"),
        style.text(critical, decimals: 4),
      ],
    ]
    let sorted = placebos.sorted { abs($0.effect) > abs($1.effect) }
    return [
      Display(
        title: context.words(
          "Smallest detectable effect", "Plus petit effet détectable", "Menor efecto detectable"),
        columns: [
          Display.Column(context.words("how", "comment", "cómo"), isNumeric: false),
          Display.Column(context.words("effect", "effet", "efecto")),
        ], rows: rows,
        notes: [
          context.words(
            "\(outcome.name), \(estimator.rawValue); \(placebos.count) placebos; significance \(NumberText.shortest(significance)), power \(NumberText.shortest(power)); smallest p-value \(style.text(smallestPValue, decimals: 4)).",
            "\(outcome.name), \(estimator.rawValue) ; \(placebos.count) placebos ; seuil \(NumberText.shortest(significance)), puissance \(NumberText.shortest(power)) ; plus petite valeur p \(style.text(smallestPValue, decimals: 4)).",
            "\(outcome.name), \(estimator.rawValue); \(placebos.count) placebos; significación \(NumberText.shortest(significance)), potencia \(NumberText.shortest(power)); menor valor p \(style.text(smallestPValue, decimals: 4))."
          )
        ]),
      Display(
        title: context.words("Placebo effects", "Effets placebo", "Efectos placebo"),
        columns: [
          context.territoryColumn(), Display.Column(context.words("effect", "effet", "efecto")),
        ], rows: sorted.map { [context.name($0.unit), style.signed($0.effect, decimals: 4)] }),
    ]
  }
}
