internal import ESSData

extension Catalogue {
  private static let simplex = Translated(
    en:
      "Weights are an exact optimum over the simplex, of least norm among ties; predictors are divided by their standard "
      + "deviation over all units; V is searched from several starts, the largest weight 1. A donor with a missing outcome is "
      + "left out and named.",
    fr:
      "Les poids sont un optimum exact sur le simplexe, de norme minimale parmi les ex aequo ; les prédicteurs sont divisés "
      + "par leur écart type sur toutes les unités ; V est cherché depuis plusieurs départs, le plus grand poids valant 1. Un "
      + "donneur au résultat manquant est écarté et nommé.",
    es:
      "Los pesos son un óptimo exacto en el símplex, de norma mínima entre empates; los predictores se dividen por su "
      + "desviación típica sobre todas las unidades; V se busca desde varios inicios, con el mayor peso igual a 1. Un donante "
      + "con resultado faltante se excluye y se nombra."
  )

  private static let placebos = Translated(
    en:
      "Each donor is treated in turn, the treated unit being no donor; the share counts the treated unit itself, so that it "
      + "is never 0.",
    fr:
      "Chaque donneur est traité à son tour, l'unité traitée n'étant pas donneuse ; la part compte l'unité traitée "
      + "elle-même, et n'est donc jamais 0.",
    es:
      "Cada donante se trata por turno, sin que la unidad tratada sea donante; la parte cuenta la propia unidad tratada, de "
      + "modo que nunca es 0."
  )

  private static let doubly = Translated(
    en:
      "Penalties are those of Arkhangelsky and others, with the noise of first differences; `--solver frank-wolfe` stops "
      + "where R's synthdid does, `exact` at the optimum.",
    fr:
      "Les pénalités sont celles d'Arkhangelsky et autres, avec le bruit des premières différences ; `--solver frank-wolfe` "
      + "s'arrête où s'arrête synthdid de R, `exact` à l'optimum.",
    es:
      "Las penalizaciones son las de Arkhangelsky y otros, con el ruido de las primeras diferencias; `--solver frank-wolfe` "
      + "para donde lo hace synthdid de R, `exact` en el óptimo."
  )

  private static let control =
    "Abadie, Diamond and Hainmueller (2010), Journal of the American Statistical Association 105, 493-505"
  private static let difference =
    "Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021), American Economic Review 111, 4088-4118"
  private static let synthetic =
    "indicators recovery synthetic"
  private static let sdid =
    "indicators recovery synthetic-did"

  /// Synthetic control, and synthetic difference in differences.
  static let syntheticControl: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "recovery.synthetic_effect",
      name: Translated(
        en: "Effect against a synthetic control", fr: "Effet par contrôle synthétique",
        es: "Efecto frente a un control sintético"),
      definition: Translated(
        en:
          "Mean gap after treatment between the treated unit and the weighted mean of donors that stands for it.",
        fr:
          "Écart moyen après le traitement entre l'unité traitée et la moyenne pondérée des donneurs qui la représente.",
        es:
          "Brecha media tras el tratamiento entre la unidad tratada y la media ponderada de donantes que la representa."
      ),
      unit: "outcome_unit", range: "any", formula: "mean over t >= T of y_1t - a - sum w_j y_jt",
      convention: simplex, reference: control, command: synthetic),
    IndicatorDefinition(
      id: "recovery.synthetic_gap",
      name: Translated(
        en: "Gap to the synthetic control", fr: "Écart au contrôle synthétique",
        es: "Brecha con el control sintético"),
      definition: Translated(
        en: "Observed less synthetic outcome in a period; after treatment the effect.",
        fr:
          "Valeur observée moins valeur synthétique dans une période ; après le traitement, l'effet.",
        es: "Valor observado menos el sintético en un período; tras el tratamiento, el efecto."),
      unit: "outcome_unit", range: "any", formula: "y_1t - a - sum w_j y_jt", convention: simplex,
      reference: control,
      command: synthetic),
    IndicatorDefinition(
      id: "recovery.synthetic_weight",
      name: Translated(en: "Donor weight", fr: "Poids du donneur", es: "Peso del donante"),
      definition: Translated(
        en:
          "Weight of a donor in the synthetic control; with a ridge correction it may be negative.",
        fr:
          "Poids d'un donneur dans le contrôle synthétique ; négatif possible avec la correction ridge.",
        es: "Peso de un donante en el control sintético; con corrección ridge puede ser negativo."),
      unit: "ratio", range: "0 to 1",
      formula: "argmin of (x_1 - X w)' V (x_1 - X w) over w >= 0, sum w = 1", convention: simplex,
      reference: control,
      command: synthetic),
    IndicatorDefinition(
      id: "recovery.synthetic_predictor_weight",
      name: Translated(en: "Predictor weight", fr: "Poids du prédicteur", es: "Peso del predictor"),
      definition: Translated(
        en: "Weight of a predictor in the distance that donor weights minimise, the largest 1.",
        fr:
          "Poids d'un prédicteur dans la distance que minimisent les poids des donneurs, le plus grand valant 1.",
        es:
          "Peso de un predictor en la distancia que minimizan los pesos de los donantes; el mayor vale 1."
      ),
      unit: "ratio", range: "0 to 1", formula: "diagonal of V", convention: simplex,
      reference: control,
      command: synthetic),
    IndicatorDefinition(
      id: "recovery.synthetic_balance",
      name: Translated(
        en: "Predictor balance", fr: "Équilibre des prédicteurs",
        es: "Equilibrio de los predictores"),
      definition: Translated(
        en: "A predictor of the treated unit, of the synthetic one, and its mean over donors.",
        fr:
          "Un prédicteur de l'unité traitée, de l'unité synthétique, et sa moyenne sur les donneurs.",
        es: "Un predictor de la unidad tratada, de la sintética y su media entre los donantes."),
      unit: "number", range: "any", formula: "x_1k, sum w_j x_jk, mean of x_jk",
      convention: simplex, reference: control,
      command: synthetic),
    IndicatorDefinition(
      id: "recovery.synthetic_mspe",
      name: Translated(
        en: "Mean squared gap", fr: "Écart quadratique moyen", es: "Brecha cuadrática media"),
      definition: Translated(
        en: "Mean squared gap over the fit window, or after treatment.",
        fr: "Écart quadratique moyen sur la fenêtre d'ajustement, ou après le traitement.",
        es: "Brecha cuadrática media en la ventana de ajuste, o tras el tratamiento."),
      unit: "outcome_squared", range: "0 or more", formula: "mean of gap^2", convention: simplex,
      reference: control,
      command: synthetic),
    IndicatorDefinition(
      id: "recovery.synthetic_mspe_ratio",
      name: Translated(
        en: "Ratio of mean squared gaps", fr: "Rapport des écarts quadratiques",
        es: "Razón de brechas cuadráticas"),
      definition: Translated(
        en:
          "Mean squared gap after treatment over that of the fit: of the treated unit, and of each donor as a placebo.",
        fr:
          "Écart quadratique moyen après le traitement rapporté à celui de l'ajustement : unité traitée, et chaque donneur en "
          + "placebo.",
        es:
          "Brecha cuadrática media tras el tratamiento entre la del ajuste: de la unidad tratada y de cada donante como placebo."
      ),
      unit: "number", range: "0 or more", formula: "MSPE after / MSPE before", convention: placebos,
      reference: control,
      command: synthetic),
    IndicatorDefinition(
      id: "recovery.synthetic_p_value",
      name: Translated(
        en: "Placebo p-value", fr: "Valeur p des placebos", es: "Valor p de placebos"),
      definition: Translated(
        en:
          "Share of units, the treated one among them, whose ratio (or mean effect) is at least as large.",
        fr:
          "Part des unités, l'unité traitée comprise, dont le rapport (ou l'effet moyen) est au moins aussi grand.",
        es:
          "Proporción de unidades, la tratada incluida, cuya razón (o efecto medio) es al menos igual de grande."
      ),
      unit: "ratio", range: "0 to 1", formula: "rank / (placebos + 1)", convention: placebos,
      reference: control,
      command: synthetic),
    IndicatorDefinition(
      id: "recovery.synthetic_effective_donors",
      name: Translated(
        en: "Effective number of donors", fr: "Nombre effectif de donneurs",
        es: "Número efectivo de donantes"),
      definition: Translated(
        en: "How many donors of equal weight would be as concentrated.",
        fr: "Nombre de donneurs de poids égal qui donneraient la même concentration.",
        es: "Cuántos donantes de igual peso darían la misma concentración."),
      unit: "number", range: "0 or more", formula: "1 / sum of w_j^2", convention: simplex,
      reference: control,
      command: synthetic),
    IndicatorDefinition(
      id: "recovery.synthetic_leave_one_out",
      name: Translated(
        en: "Effect without a donor", fr: "Effet sans un donneur", es: "Efecto sin un donante"),
      definition: Translated(
        en: "Mean effect when one donor that carries weight is left out.",
        fr: "Effet moyen lorsqu'un donneur ayant un poids est exclu.",
        es: "Efecto medio cuando se excluye un donante con peso."),
      unit: "outcome_unit", range: "any", formula: "as the effect, without donor j",
      convention: simplex, reference: control, command: synthetic),
    IndicatorDefinition(
      id: "recovery.synthetic_placebo_in_time",
      name: Translated(
        en: "Placebo in time", fr: "Placebo dans le temps", es: "Placebo en el tiempo"),
      definition: Translated(
        en:
          "Mean gap between a pretended earlier treatment and the true one; near zero if the method predicts well.",
        fr:
          "Écart moyen entre un traitement antérieur fictif et le vrai ; proche de zéro si la méthode prédit bien.",
        es:
          "Brecha media entre un tratamiento anterior ficticio y el verdadero; cercana a cero si el método predice bien."
      ),
      unit: "outcome_unit", range: "any", formula: "as the effect, with data before treatment",
      convention: simplex, reference: control, command: synthetic),
    IndicatorDefinition(
      id: "recovery.synthetic_search_loss",
      name: Translated(
        en: "Loss of a start of the search", fr: "Perte d'un départ de la recherche",
        es: "Pérdida de un inicio de la búsqueda"),
      definition: Translated(
        en: "Mean squared gap that one start of the search for predictor weights ended with.",
        fr:
          "Écart quadratique moyen auquel aboutit un départ de la recherche des poids des prédicteurs.",
        es:
          "Brecha cuadrática media a la que llega un inicio de la búsqueda de pesos de predictores."
      ),
      unit: "outcome_squared", range: "0 or more", formula: "MSPE over the fit window",
      convention: simplex, reference: control, command: synthetic),
    IndicatorDefinition(
      id: "recovery.sdid_effect",
      name: Translated(
        en: "Effect by synthetic difference in differences",
        fr: "Effet par différence de différences synthétique",
        es: "Efecto por diferencia en diferencias sintética"),
      definition: Translated(
        en: "Mean effect on treated cells, with weights of units and of periods; also by cohort.",
        fr:
          "Effet moyen sur les cellules traitées, avec poids des unités et des périodes ; aussi par cohorte.",
        es:
          "Efecto medio en las celdas tratadas, con pesos de unidades y de períodos; también por cohorte."
      ),
      unit: "outcome_unit", range: "any",
      formula: "(y_1,post - lambda'y_1,pre) - omega'(Y_post - Y_pre lambda)", convention: doubly,
      reference: difference,
      command: sdid),
    IndicatorDefinition(
      id: "recovery.sdid_period_effect",
      name: Translated(
        en: "Effect in a period", fr: "Effet dans une période", es: "Efecto en un período"),
      definition: Translated(
        en: "Effect on a cohort in one period after treatment.",
        fr: "Effet sur une cohorte dans une période après le traitement.",
        es: "Efecto en una cohorte en un período tras el tratamiento."),
      unit: "outcome_unit", range: "any", formula: "as the effect, for one period",
      convention: doubly, reference: difference, command: sdid),
    IndicatorDefinition(
      id: "recovery.sdid_unit_weight",
      name: Translated(en: "Unit weight", fr: "Poids de l'unité", es: "Peso de la unidad"),
      definition: Translated(
        en: "Weight of a control for a cohort.",
        fr: "Poids d'un contrôle pour une cohorte.",
        es: "Peso de un control para una cohorte."),
      unit: "ratio", range: "0 to 1", formula: "omega", convention: doubly, reference: difference,
      command: sdid),
    IndicatorDefinition(
      id: "recovery.sdid_period_weight",
      name: Translated(en: "Period weight", fr: "Poids de la période", es: "Peso del período"),
      definition: Translated(
        en: "Weight of a period before treatment for a cohort.",
        fr: "Poids d'une période avant le traitement pour une cohorte.",
        es: "Peso de un período anterior al tratamiento para una cohorte."),
      unit: "ratio", range: "0 to 1", formula: "lambda", convention: doubly, reference: difference,
      command: sdid),
    IndicatorDefinition(
      id: "recovery.sdid_p_value",
      name: Translated(
        en: "Placebo p-value", fr: "Valeur p des placebos", es: "Valor p de placebos"),
      definition: Translated(
        en: "Share of placebos, the estimate among them, at least as far from zero.",
        fr: "Part des placebos, l'estimation comprise, au moins aussi éloignés de zéro.",
        es: "Proporción de placebos, la estimación incluida, al menos igual de lejos de cero."),
      unit: "ratio", range: "0 to 1", formula: "(1 + number at least as far) / (1 + placebos)",
      convention: placebos, reference: difference, command: sdid),
    IndicatorDefinition(
      id: "recovery.sdid_placebo",
      name: Translated(en: "Placebo effect", fr: "Effet placebo", es: "Efecto placebo"),
      definition: Translated(
        en: "Effect with a control in the place of the treated unit.",
        fr: "Effet avec un contrôle à la place de l'unité traitée.",
        es: "Efecto con un control en lugar de la unidad tratada."),
      unit: "outcome_unit", range: "any", formula: "as the effect, without the treated unit",
      convention: placebos, reference: difference, command: sdid),
  ]
}
