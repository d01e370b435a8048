internal import ESSData

extension SyntheticControlStudy {
  /// The study as tables: the estimate, the donors, and what the inference asked for adds.
  public func displays(_ context: DisplayContext, _ outcome: OutcomeProvenance) -> [Display] {
    [summary(context, outcome), donors(context), gaps(context)]
      + (placebos.isEmpty ? [] : [placeboTable(context)])
  }

  private func summary(_ context: DisplayContext, _ outcome: OutcomeProvenance) -> Display {
    let style = context.style
    let problem = estimate.problem
    var rows = [
      [
        context.words("mean effect", "effet moyen", "efecto medio"),
        style.signed(estimate.effect, decimals: 4),
      ],
      [
        context.words(
          "mean squared gap before", "écart quadratique avant", "brecha cuadrática antes"),
        style.text(estimate.preMSPE, decimals: 4),
      ],
      [
        context.words(
          "mean squared gap after", "écart quadratique après", "brecha cuadrática después"),
        style.text(estimate.postMSPE, decimals: 4),
      ],
      [
        context.words("effective donors", "donneurs effectifs", "donantes efectivos"),
        style.text(estimate.effectiveDonors, decimals: 2),
      ],
    ]
    if let pValue {
      rows.append([
        context.words("placebo p-value", "valeur p des placebos", "valor p de placebos"),
        "\(style.text(pValue, decimals: 4)) (\(rank)/\(ranked.count + 1))",
      ])
    }
    if let range = conformal?.intervals.last?.effects {
      rows.append([
        context.words("conformal interval", "intervalle conforme", "intervalo conforme"),
        "\(style.text(range.lowerBound, decimals: 4)) .. \(style.text(range.upperBound, decimals: 4))",
      ])
    }
    if let inTime {
      rows.append([
        context.words("placebo in time", "placebo dans le temps", "placebo en el tiempo")
          + " \(inTime.period)", style.signed(inTime.effect, decimals: 4),
      ])
    }
    for left in leftOut {
      rows.append([
        context.words("effect without", "effet sans", "efecto sin") + " "
          + context.name(left.donor), style.signed(left.effect, decimals: 4),
      ])
    }
    var notes = [method(outcome) + "."]
    if !estimate.isUnique {
      notes.append(
        context.words(
          "Other weights fit as well; those of least norm are shown.",
          "D'autres poids ajustent aussi bien ; ceux de norme minimale sont affichés.",
          "Otros pesos ajustan igual de bien; se muestran los de norma mínima."))
    }
    if let low = estimate.losses.min(), let high = estimate.losses.max() {
      notes.append(
        context.words(
          "Losses of \(estimate.losses.count) starts: \(style.text(low, decimals: 4)) to \(style.text(high, decimals: 4)).",
          "Pertes de \(estimate.losses.count) départs : \(style.text(low, decimals: 4)) à \(style.text(high, decimals: 4)).",
          "Pérdidas de \(estimate.losses.count) inicios: \(style.text(low, decimals: 4)) a \(style.text(high, decimals: 4))."
        ))
    }
    return Display(
      title: context.words("Synthetic control", "Contrôle synthétique", "Control sintético") + ": "
        + context.name(problem.treated),
      columns: [
        Display.Column(context.words("what", "quoi", "qué"), isNumeric: false),
        Display.Column(context.words("value", "valeur", "valor")),
      ], rows: rows, notes: notes)
  }

  private func donors(_ context: DisplayContext) -> Display {
    let carrying = estimate.problem.donors.indices.filter { abs(estimate.weights[$0]) > 5e-5 }
      .sorted { (estimate.weights[$1], $0) < (estimate.weights[$0], $1) }
    return Display(
      title: context.words("Donor weights", "Poids des donneurs", "Pesos de los donantes"),
      columns: [
        context.territoryColumn(), Display.Column(context.words("weight", "poids", "peso")),
      ],
      rows: carrying.map {
        [
          context.name(estimate.problem.donors[$0]),
          context.style.text(estimate.weights[$0], decimals: 4),
        ]
      })
  }

  private func gaps(_ context: DisplayContext) -> Display {
    let style = context.style
    let synthetic = estimate.synthetic
    let gaps = estimate.gaps
    let periods = estimate.problem.periods
    return Display(
      title: context.words("Gaps", "Écarts", "Brechas"),
      columns: [
        Display.Column(context.words("period", "période", "período"), isNumeric: false),
        Display.Column(context.words("observed", "observé", "observado")),
        Display.Column(context.words("synthetic", "synthétique", "sintético")),
        Display.Column(context.words("gap", "écart", "brecha")),
      ],
      rows: periods.indices.map { t in
        [
          periods[t], style.text(estimate.problem.outcome(0, t), decimals: 3),
          style.text(synthetic[t], decimals: 3), style.signed(gaps[t], decimals: 3),
        ]
      })
  }

  private func placeboTable(_ context: DisplayContext) -> Display {
    let style = context.style
    let own = (estimate.problem.treated, estimate.ratio, estimate.preMSPE, estimate.effect)
    let all = [own] + ranked.map { ($0.unit, $0.ratio, $0.preMSPE, $0.effect) }
    let first = all.sorted { $0.1 > $1.1 }.prefix(10)
    return Display(
      title: context.words("Placebos in space", "Placebos dans l'espace", "Placebos en el espacio"),
      columns: [
        context.territoryColumn(),
        Display.Column(context.words("ratio", "rapport", "razón")),
        Display.Column(context.words("gap^2 before", "écart^2 avant", "brecha^2 antes")),
        Display.Column(context.words("mean effect", "effet moyen", "efecto medio")),
      ],
      rows: first.map {
        [
          context.name($0.0), style.text($0.1, decimals: 2), style.text($0.2, decimals: 4),
          style.signed($0.3, decimals: 4),
        ]
      },
      notes: [
        context.words(
          "The ten largest of \(all.count).", "Les dix plus grands sur \(all.count).",
          "Los diez mayores de \(all.count).")
      ])
  }
}

extension SyntheticDifferenceStudy {
  /// The study as tables: the effects, and the weights that matter.
  public func displays(
    _ context: DisplayContext, _ outcome: OutcomeProvenance, level: Double
  ) -> [Display] {
    let style = context.style
    let interval = interval(level: level)
    var rows = [
      [
        context.words("all", "tous", "todos"), style.signed(effect, decimals: 4),
        style.text(spread?.standardError, decimals: 4),
        style.text(interval?.lowerBound, decimals: 4),
        style.text(interval?.upperBound, decimals: 4), style.text(pValue, decimals: 4),
      ]
    ]
    for cohort in cohorts {
      rows.append([
        context.words("from", "depuis", "desde") + " \(cohort.period)",
        style.signed(cohort.effect, decimals: 4), "-", "-", "-", "-",
      ])
    }
    var notes = [method(outcome) + "."]
    if let spread { notes.append(spread.note + ".") }
    let effects = Display(
      title: context.words(
        "Synthetic difference in differences", "Différence de différences synthétique",
        "Diferencia en diferencias sintética"),
      columns: [
        Display.Column(context.words("treated", "traités", "tratados"), isNumeric: false),
        Display.Column(context.words("effect", "effet", "efecto")),
        Display.Column(context.words("std error", "err. type", "error est.")),
        Display.Column(context.words("lower", "inf.", "inferior")),
        Display.Column(context.words("upper", "sup.", "superior")), Display.Column("p"),
      ], rows: rows, notes: notes)
    let weights = cohorts.flatMap { cohort -> [[String]] in
      let units = zip(controls, cohort.unitWeights).filter { $0.1 > 5e-4 }
        .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { (context.name($0.0), $0.1) }
      let times = zip(periods, cohort.periodWeights).filter { $0.1 > 5e-4 }.map { ($0.0, $0.1) }
      return (units + times).map { [cohort.period, $0.0, style.text($0.1, decimals: 4)] }
    }
    return [
      effects,
      Display(
        title: context.words(
          "Weights of units and periods", "Poids des unités et des périodes",
          "Pesos de unidades y períodos"),
        columns: [
          Display.Column(context.words("cohort", "cohorte", "cohorte"), isNumeric: false),
          Display.Column(
            context.words("unit or period", "unité ou période", "unidad o período"),
            isNumeric: false),
          Display.Column(context.words("weight", "poids", "peso")),
        ], rows: weights),
    ]
  }
}
