internal import ESSData

extension Catalogue {
  private static let turns = Translated(
    en:
      "Turns are local extremes within a window, censored: peaks and troughs alternate, phases and cycles have a least "
      + "length, and a turn at either end that a later or earlier value passes is dropped. Logarithms unless `--scale` says "
      + "otherwise.",
    fr:
      "Les retournements sont des extrêmes locaux dans une fenêtre, filtrés : pics et creux alternent, phases et cycles ont "
      + "une durée minimale, et un retournement au bord qu'une autre valeur dépasse est écarté. Logarithmes sauf avis "
      + "contraire de `--scale`.",
    es:
      "Los giros son extremos locales en una ventana, filtrados: picos y valles alternan, fases y ciclos tienen una "
      + "duración mínima, y se descarta un giro en un extremo que otro valor supera. Logaritmos salvo que `--scale` diga otra "
      + "cosa."
  )

  private static let against = Translated(
    en:
      "Against the counterfactual that the method names, fitted on periods up to the reference alone (filters: on the whole "
      + "sample); a first touch and a return sustained for some periods are two answers; what has not returned is censored.",
    fr:
      "Par rapport au contrefactuel nommé par la méthode, ajusté sur les seules périodes jusqu'à la référence (filtres : "
      + "sur tout l'échantillon) ; un premier contact et un retour durable sont deux réponses ; ce qui n'est pas revenu est "
      + "censuré.",
    es:
      "Frente al contrafactual que nombra el método, ajustado solo con los períodos hasta la referencia (filtros: con toda "
      + "la muestra); un primer contacto y un retorno sostenido son dos respuestas; lo que no ha vuelto queda censurado."
  )

  private static let bbq = "Harding and Pagan (2002), Journal of Monetary Economics 49, 365-381"

  static let businessCycle: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "recession.turning_points",
      name: Translated(
        en: "Number of turning points", fr: "Nombre de points de retournement",
        es: "Número de puntos de giro"),
      definition: Translated(
        en: "Peaks and troughs in the sample.", fr: "Pics et creux de l'échantillon.",
        es: "Picos y valles de la muestra."),
      unit: "count", range: "0 or more", formula: "count", convention: turns, reference: bbq,
      command: "indicators recession cycle"),
    IndicatorDefinition(
      id: "recession.turning_point",
      name: Translated(en: "Turning point", fr: "Point de retournement", es: "Punto de giro"),
      definition: Translated(
        en: "Level at a peak or trough, which the period column dates.",
        fr: "Niveau à un pic ou un creux, daté par la colonne période.",
        es: "Nivel en un pico o valle, fechado en la columna de período."),
      unit: "level", range: "any", formula: "local extremum, censored", convention: turns,
      reference: bbq,
      command: "indicators recession cycle"),
    IndicatorDefinition(
      id: "recession.phase_duration",
      name: Translated(
        en: "Duration of a phase", fr: "Durée d'une phase", es: "Duración de una fase"),
      definition: Translated(
        en: "Years from one turn to the next.", fr: "Années d'un retournement au suivant.",
        es: "Años de un giro al siguiente."),
      unit: "years", range: "above 0", formula: "(end - start) / f", convention: turns,
      reference: bbq,
      command: "indicators recession cycle"),
    IndicatorDefinition(
      id: "recession.phase_amplitude",
      name: Translated(en: "Amplitude", fr: "Amplitude", es: "Amplitud"),
      definition: Translated(
        en: "Change over a phase, in logarithmic percent (or the unit of the series).",
        fr: "Variation sur une phase, en pourcentage logarithmique (ou l'unité de la série).",
        es: "Cambio en una fase, en porcentaje logarítmico (o la unidad de la serie)."),
      unit: "log_percent", range: "any", formula: "x_end - x_start, x = 100 ln Y",
      convention: turns, reference: bbq,
      command: "indicators recession cycle"),
    IndicatorDefinition(
      id: "recession.phase_cumulative",
      name: Translated(
        en: "Cumulative movement", fr: "Mouvement cumulé", es: "Movimiento acumulado"),
      definition: Translated(
        en: "Sum of the distances from the start of the phase, less half of the amplitude.",
        fr: "Somme des écarts au début de la phase, moins la moitié de l'amplitude.",
        es: "Suma de las distancias al inicio de la fase, menos la mitad de la amplitud."),
      unit: "log_percent_years", range: "any", formula: "(sum(x_t - x_start) - A / 2) / f",
      convention: turns, reference: bbq, command: "indicators recession cycle"),
    IndicatorDefinition(
      id: "recession.phase_excess",
      name: Translated(en: "Excess area", fr: "Aire en excès", es: "Área en exceso"),
      definition: Translated(
        en: "How far the path is from a straight line between the turns, by period.",
        fr: "Écart du chemin à la droite entre les retournements, par période.",
        es: "Distancia del camino a la recta entre los giros, por período."),
      unit: "log_percent", range: "any", formula: "(D A / 2 - C) / D", convention: turns,
      reference: bbq,
      command: "indicators recession cycle"),
    IndicatorDefinition(
      id: "recession.concordance",
      name: Translated(en: "Concordance", fr: "Concordance", es: "Concordancia"),
      definition: Translated(
        en: "Share of the periods that two territories spend in the same phase.",
        fr: "Part des périodes que deux territoires passent dans la même phase.",
        es: "Parte de los períodos que dos territorios pasan en la misma fase."),
      unit: "ratio", range: "0 to 1", formula: "mean(S_i S_j + (1 - S_i)(1 - S_j))",
      convention: turns, reference: "Harding and Pagan (2006), Journal of Econometrics 132, 59-79",
      command: "indicators recession cycle"),
    IndicatorDefinition(
      id: "recession.phase_correlation",
      name: Translated(
        en: "Correlation of phases", fr: "Corrélation des phases", es: "Correlación de fases"),
      definition: Translated(
        en: "Correlation of the phases of two territories.",
        fr: "Corrélation des phases de deux territoires.",
        es: "Correlación de las fases de dos territorios."),
      unit: "correlation", range: "-1 to 1", formula: "corr(S_i, S_j)",
      convention: turns, reference: "Harding and Pagan (2006), Journal of Econometrics 132, 59-79",
      command: "indicators recession cycle"),
  ]

  static let gap: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "recession.gap",
      name: Translated(
        en: "Gap to the counterfactual", fr: "Écart au contrefactuel",
        es: "Brecha con el contrafactual"),
      definition: Translated(
        en:
          "Actual level against the level that could have been; the interval is that of the prediction.",
        fr:
          "Niveau observé rapporté au niveau qui aurait pu être ; l'intervalle est celui de la prévision.",
        es: "Nivel observado respecto al que pudo ser; el intervalo es el de la predicción."),
      unit: "percent", range: "above -100", formula: "100 (Y_t / Y*_t - 1)",
      convention: against, reference: "Hamilton (2018), REStat 100(5), 831-843, and by method",
      command: "indicators recession gap"),
    IndicatorDefinition(
      id: "recession.gap_expected",
      name: Translated(
        en: "Expected level", fr: "Niveau attendu", es: "Nivel esperado"),
      definition: Translated(
        en: "The counterfactual level.", fr: "Le niveau contrefactuel.",
        es: "El nivel contrafactual."),
      unit: "level", range: "any", formula: "Y*_t by the method",
      convention: against, reference: "definition of this project",
      command: "indicators recession gap"),
    IndicatorDefinition(
      id: "recession.gap_level",
      name: Translated(en: "Gap in levels", fr: "Écart en niveau", es: "Brecha en nivel"),
      definition: Translated(
        en: "Actual less expected level.", fr: "Niveau observé moins niveau attendu.",
        es: "Nivel observado menos esperado."),
      unit: "level", range: "any", formula: "Y_t - Y*_t", convention: against,
      reference: "definition of this project",
      command: "indicators recession gap"),
    IndicatorDefinition(
      id: "recession.gap_loss",
      name: Translated(
        en: "Loss against the counterfactual", fr: "Perte par rapport au contrefactuel",
        es: "Pérdida respecto al contrafactual"),
      definition: Translated(
        en: "Expected less actual output, net, to the end of the sample.",
        fr: "Production attendue moins observée, en net, jusqu'à la fin de l'échantillon.",
        es: "Producción esperada menos observada, neta, hasta el fin de la muestra."),
      unit: "percent_of_reference_year", range: "any", formula: "100 sum(Y*_t - Y_t) / Y_r / f",
      convention: against, reference: "definition of this project",
      command: "indicators recession gap"),
    IndicatorDefinition(
      id: "recession.gap_loss_level",
      name: Translated(
        en: "Loss in levels", fr: "Perte en niveau", es: "Pérdida en nivel"),
      definition: Translated(
        en: "Expected less actual output, net, in units of the series times years.",
        fr: "Production attendue moins observée, en net, en unités de la série fois années.",
        es: "Producción esperada menos observada, neta, en unidades de la serie por años."),
      unit: "level_years", range: "any", formula: "sum(Y*_t - Y_t) / f",
      convention: against, reference: "definition of this project",
      command: "indicators recession gap"),
    IndicatorDefinition(
      id: "recession.gap_years",
      name: Translated(
        en: "Years to regain the counterfactual", fr: "Années pour retrouver le contrefactuel",
        es: "Años para recuperar el contrafactual"),
      definition: Translated(
        en:
          "Years until the expected level is reached again; empty with a lower bound if that is not seen.",
        fr: "Années jusqu'au retour au niveau attendu ; vide avec une borne si non observé.",
        es: "Años hasta volver al nivel esperado; vacío con una cota si no se observa."),
      unit: "years", range: "above 0, or censored",
      formula: "first t after the first fall with Y_t >= Y*_t",
      convention: against, reference: "definition of this project",
      command: "indicators recession gap"),
    IndicatorDefinition(
      id: "recession.shape",
      name: Translated(en: "Shape", fr: "Forme", es: "Forma"),
      definition: Translated(
        en: "The letter V, U, W or L in the component, with the rule that fired in the note.",
        fr: "La lettre V, U, W ou L dans la composante, avec la règle dans la note.",
        es: "La letra V, U, W o L en el componente, con la regla en la nota."),
      unit: "count", range: "1", formula: "rules in the documentation",
      convention: against, reference: "definition of this project",
      command: "indicators recession gap"),
    IndicatorDefinition(
      id: "recession.shape_first_trough",
      name: Translated(
        en: "First trough of a double dip", fr: "Premier creux d'une double récession",
        es: "Primer valle de una doble caída"),
      definition: Translated(
        en: "Gap at the first trough where a later one is deeper.",
        fr: "Écart au premier creux quand un autre, plus tard, est plus profond.",
        es: "Brecha en el primer valle cuando otro posterior es más hondo."),
      unit: "percent", range: "below 0", formula: "lowest gap before the first return",
      convention: against, reference: "definition of this project",
      command: "indicators recession gap"),
  ]
}
