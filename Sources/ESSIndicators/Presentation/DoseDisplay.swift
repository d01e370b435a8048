internal import ESSData

extension DoseResponse {
  /// The result as tables: the association with what bears on it, its path, and terciles of the dose.
  public func displays(
    _ context: DisplayContext, _ outcome: OutcomeProvenance, dose: String
  ) -> [Display] {
    [summary(context, outcome, dose), pathTable(context)]
      + (terciles.isEmpty ? [] : [tercileTable(context)])
  }

  private func summary(
    _ context: DisplayContext, _ outcome: OutcomeProvenance, _ dose: String
  ) -> Display {
    let style = context.style
    func row(_ label: String, _ scale: Double) -> [String] {
      [
        label, style.signed(scale * effect.estimate, decimals: 4),
        style.text(scale * effect.standardError, decimals: 4),
        style.text(effect.interval.map { scale * $0.lowerBound }, decimals: 4),
        style.text(effect.interval.map { scale * $0.upperBound }, decimals: 4),
        style.text(scale * detectable.effect, decimals: 4),
      ]
    }
    var notes = [method(outcome, dose: dose) + "."]
    if let randomisation {
      notes.append(
        context.words("Randomisation", "Randomisation", "Aleatorización")
          + ": p = \(style.text(randomisation.pValue, decimals: 4)) "
          + "(\(randomisation.permutations)\(randomisation.isExact ? ", exact" : ""))."
      )
    }
    notes.append(
      context.words(
        "An association, not an effect, unless units with other doses would have moved in parallel.",
        "Une association, non un effet, sauf si les unités d'autres doses avaient évolué en parallèle.",
        "Una asociación, no un efecto, salvo que unidades con otras dosis hubieran evolucionado en paralelo."
      ))
    if !isDetectable {
      notes.append(
        context.words(
          "Smaller than what these data would find: no finding is no proof of none.",
          "Plus petite que ce que ces données trouveraient : l'absence de résultat ne prouve rien.",
          "Menor que lo que estos datos hallarían: no hallar no prueba que no exista."))
    }
    return Display(
      title: context.words(
        "Association with the dose", "Association avec la dose", "Asociación con la dosis")
        + " (\(units.count))",
      columns: [
        Display.Column(context.words("dose", "dose", "dosis"), isNumeric: false),
        Display.Column(context.words("association", "association", "asociación")),
        Display.Column(context.words("std error", "err. type", "error est.")),
        Display.Column(context.words("lower", "inf.", "inferior")),
        Display.Column(context.words("upper", "sup.", "superior")),
        Display.Column(context.words("detectable", "détectable", "detectable")),
      ],
      rows: [
        row(context.words("one unit", "une unité", "una unidad"), 1),
        row(
          context.words(
            "standard deviation", "écart-type", "desviación típica"), doseDeviation),
      ], notes: notes + self.notes)
  }

  private func pathTable(_ context: DisplayContext) -> Display {
    let style = context.style
    func cells(_ label: String, _ moment: Moment) -> [String] {
      [
        label, moment.period, style.signed(moment.coefficient?.estimate, decimals: 4),
        style.text(moment.coefficient?.standardError, decimals: 4),
      ]
    }
    return Display(
      title: context.words("By period", "Par période", "Por período") + ", \(reference) = 0",
      columns: [
        Display.Column(context.words("what", "quoi", "qué"), isNumeric: false),
        Display.Column(context.words("period", "période", "período"), isNumeric: false),
        Display.Column(context.words("association", "association", "asociación")),
        Display.Column(context.words("std error", "err. type", "error est.")),
      ],
      rows: path.map { cells(context.words("path", "chemin", "trayectoria"), $0) }
        + placebos.map {
          cells(
            context.words("placebo shock from", "choc placebo dès", "choque placebo desde"), $0)
        })
  }

  private func tercileTable(_ context: DisplayContext) -> Display {
    let style = context.style
    return Display(
      title: context.words("Terciles of the dose", "Terciles de la dose", "Terciles de la dosis"),
      columns: [
        Display.Column(context.words("tercile", "tercile", "tercil"), isNumeric: false),
        Display.Column(context.words("units", "unités", "unidades")),
        Display.Column(context.words("doses", "doses", "dosis")),
        Display.Column(context.words("change", "variation", "cambio")),
        Display.Column(context.words("against low", "par rapport au bas", "frente al bajo")),
        Display.Column(context.words("std error", "err. type", "error est.")),
      ],
      rows: terciles.map {
        [
          $0.name, String($0.units.count),
          "\(style.text($0.doses.lowerBound, decimals: 2)) .. \(style.text($0.doses.upperBound, decimals: 2))",
          style.signed($0.change, decimals: 4), style.signed($0.contrast?.estimate, decimals: 4),
          style.text($0.contrast?.standardError, decimals: 4),
        ]
      })
  }
}

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
