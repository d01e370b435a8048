internal import ESSData

extension Catalogue {
  private static let measure = "indicators poverty measure"
  private static let fgt = "Foster, Greer and Thorbecke (1984), Econometrica 52, 761-766"

  /// Measures of poverty from surveys.
  static let surveyPoverty: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "poverty.gap",
      name: Translated(
        en: "Poverty gap index", fr: "Indice d'écart de pauvreté", es: "Índice de brecha de pobreza"
      ),
      definition: Translated(
        en: "Mean distance to the line as a share of it, zero for those not poor.",
        fr: "Distance moyenne au seuil en part du seuil, nulle pour les non-pauvres.",
        es: "Distancia media a la línea como parte de ella, cero para los no pobres."),
      unit: "percent", range: "0 to 100 for welfare of at least zero",
      formula: "100 sum(w (z - y) / z, y < z) / sum(w)", convention: onTheLine,
      reference: fgt + " (alpha = 1)",
      command: measure),
    IndicatorDefinition(
      id: "poverty.squared_gap",
      name: Translated(
        en: "Squared poverty gap index", fr: "Indice de sévérité de la pauvreté",
        es: "Índice de severidad de la pobreza"),
      definition: Translated(
        en: "Mean squared relative distance to the line: the poorest count more.",
        fr: "Moyenne du carré de la distance relative au seuil : les plus pauvres comptent plus.",
        es: "Media del cuadrado de la distancia relativa a la línea: los más pobres pesan más."),
      unit: "percent", range: "0 to 100 for welfare of at least zero",
      formula: "100 sum(w ((z - y) / z)^2, y < z) / sum(w)", convention: onTheLine,
      reference: fgt + " (alpha = 2)",
      command: measure),
    IndicatorDefinition(
      id: "poverty.fgt",
      name: Translated(
        en: "Foster-Greer-Thorbecke index", fr: "Indice de Foster-Greer-Thorbecke",
        es: "Índice de Foster-Greer-Thorbecke"),
      definition: Translated(
        en: "Mean relative gap to the power alpha; the component names alpha.",
        fr: "Moyenne de l'écart relatif à la puissance alpha, indiquée par la composante.",
        es: "Media de la brecha relativa a la potencia alfa, que nombra el componente."),
      unit: "number", range: "0 to 1 for welfare of at least zero",
      formula: "sum(w ((z - y) / z)^alpha, y < z) / sum(w)", convention: onTheLine, reference: fgt,
      command: measure),
    IndicatorDefinition(
      id: "poverty.income_gap_ratio",
      name: Translated(
        en: "Income gap ratio", fr: "Écart de revenu des pauvres",
        es: "Brecha de ingreso de los pobres"),
      definition: Translated(
        en: "Mean distance of the poor to the line as a share of it.",
        fr: "Distance moyenne des pauvres au seuil, en part du seuil.",
        es: "Distancia media de los pobres a la línea como parte de ella."),
      unit: "percent", range: "0 to 100 for welfare of at least zero", formula: "100 P1 / P0",
      convention: onTheLine, reference: "Sen (1976), Econometrica 44, 219-231", command: measure),
    IndicatorDefinition(
      id: "poverty.watts",
      name: Translated(en: "Watts index", fr: "Indice de Watts", es: "Índice de Watts"),
      definition: Translated(
        en: "Mean logarithm of the line over welfare, zero for those not poor.",
        fr: "Moyenne du logarithme du seuil sur le revenu, nulle pour les non-pauvres.",
        es: "Media del logaritmo de la línea sobre el ingreso, cero para los no pobres."),
      unit: "number", range: "0 and above", formula: "sum(w ln(z / y), y < z) / sum(w)",
      convention: logarithms,
      reference: "Watts (1968), in Moynihan (ed.), On Understanding Poverty", command: measure),
    IndicatorDefinition(
      id: "poverty.sen",
      name: Translated(en: "Sen index", fr: "Indice de Sen", es: "Índice de Sen"),
      definition: Translated(
        en: "Poverty by incidence, gap and inequality among the poor.",
        fr: "Pauvreté selon l'incidence, l'écart et l'inégalité parmi les pauvres.",
        es: "Pobreza según incidencia, brecha y desigualdad entre los pobres."),
      unit: "number", range: "0 to 1 for welfare of at least zero",
      formula: "H (I + (1 - I) G), G the Gini index of the poor",
      convention: onTheLine,
      reference: "Sen (1976), Econometrica 44, 219-231, in the large-sample form",
      command: measure),
    IndicatorDefinition(
      id: "poverty.sen_shorrocks_thon",
      name: Translated(
        en: "Sen-Shorrocks-Thon index", fr: "Indice de Sen-Shorrocks-Thon",
        es: "Índice de Sen-Shorrocks-Thon"),
      definition: Translated(
        en: "Mean of the larger of two persons' relative gaps: twice the area under the TIP curve.",
        fr: "Moyenne du plus grand des écarts relatifs de deux personnes : deux fois l'aire sous "
          + "la courbe TIP.",
        es: "Media de la mayor de las brechas relativas de dos personas: el doble del área bajo "
          + "la curva TIP."),
      unit: "number", range: "0 to 1 for welfare of at least zero",
      formula: "P1 (1 + G), G the Gini index of all gaps",
      convention: onTheLine, reference: "Shorrocks (1995), Econometrica 63, 1225-1230",
      command: measure),
    IndicatorDefinition(
      id: "poverty.population",
      name: Translated(en: "Population", fr: "Population", es: "Población"),
      definition: Translated(
        en: "Sum of person weights: design weight times household size.",
        fr: "Somme des poids des personnes : poids de sondage fois taille du ménage.",
        es: "Suma de los pesos de las personas: peso muestral por tamaño del hogar."),
      unit: "persons", range: "above 0", formula: "sum(w)", convention: ofPersons,
      reference: "survey estimate",
      command: measure),
    IndicatorDefinition(
      id: "poverty.mean_welfare",
      name: Translated(en: "Mean welfare", fr: "Revenu moyen", es: "Ingreso medio"),
      definition: Translated(
        en: "Mean income or consumption a person.",
        fr: "Revenu ou consommation moyens par personne.",
        es: "Ingreso o consumo medio por persona."),
      unit: "welfare_units", range: "any", formula: "sum(w y) / sum(w)",
      convention: ofPersons, reference: "survey estimate", command: measure),
    IndicatorDefinition(
      id: "poverty.total_welfare",
      name: Translated(en: "Total welfare", fr: "Revenu total", es: "Ingreso total"),
      definition: Translated(
        en: "Income or consumption of all persons.",
        fr: "Revenu ou consommation de toutes les personnes.",
        es: "Ingreso o consumo de todas las personas."),
      unit: "welfare_units", range: "any", formula: "sum(w y)", convention: ofPersons,
      reference: "survey estimate",
      command: measure),
    IndicatorDefinition(
      id: "poverty.line",
      name: Translated(
        en: "Poverty line", fr: "Seuil de pauvreté", es: "Línea de pobreza"),
      definition: Translated(
        en: "A relative line: a share of the median or mean, estimated like a measure.",
        fr: "Seuil relatif : part de la médiane ou de la moyenne, estimé comme une mesure.",
        es: "Línea relativa: parte de la mediana o de la media, estimada como una medida."),
      unit: "welfare_units", range: "above 0", formula: "share x median (or mean)",
      convention: ofPersons,
      reference: "Preston (1995), Journal of the American Statistical Association 90, 703-717",
      command: measure),
    IndicatorDefinition(
      id: "poverty.contribution",
      name: Translated(
        en: "Contribution to poverty", fr: "Contribution à la pauvreté",
        es: "Contribución a la pobreza"),
      definition: Translated(
        en: "Share of all poverty of the period that is in the domain.",
        fr: "Part de toute la pauvreté de la période située dans le domaine.",
        es: "Parte de toda la pobreza del período que está en el dominio."),
      unit: "percent", range: "0 to 100", formula: "100 N_d P_d / sum(N P)",
      convention: onTheLine, reference: fgt + ", decomposition by subgroup", command: measure),
    IndicatorDefinition(
      id: "poverty.design_effect",
      name: Translated(
        en: "Design effect", fr: "Effet de plan de sondage", es: "Efecto de diseño"),
      definition: Translated(
        en: "Variance under the design over that of a simple random sample of as many records.",
        fr: "Variance sous le plan rapportée à celle d'un sondage aléatoire simple de même taille.",
        es: "Varianza bajo el diseño entre la de una muestra aleatoria simple de igual tamaño."),
      unit: "number", range: "above 0", formula: "V / V_srs, V_srs by the influence function",
      convention: ofPersons, reference: "Kish (1965), Survey Sampling, section 8.2",
      command: measure),
    change(
      "poverty.gap_change", "percentage_points", "poverty gap index", "indice d'écart de pauvreté",
      "índice de brecha de pobreza"),
    change(
      "poverty.squared_gap_change", "percentage_points", "squared poverty gap index",
      "indice de sévérité de la pauvreté", "índice de severidad de la pobreza"),
    change(
      "poverty.fgt_change", "number", "Foster-Greer-Thorbecke index",
      "indice de Foster-Greer-Thorbecke", "índice de Foster-Greer-Thorbecke"),
  ]

  private static func change(
    _ id: String, _ unit: String, _ en: String, _ fr: String, _ es: String
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id: id,
      name: Translated(
        en: "Change of the \(en)", fr: "Variation : \(fr)", es: "Variación: \(es)"),
      definition: Translated(
        en: "The measure at the end less at the start. Parts: growth, redistribution, residual "
          + "(Datt-Ravallion, Shapley); intra, shift, interaction (sectoral). They add up exactly.",
        fr: "Mesure finale moins mesure initiale. Parties : growth, redistribution, residual "
          + "(Datt-Ravallion, Shapley) ; intra, shift, interaction. Leur somme est exacte.",
        es: "Medida final menos inicial. Partes: growth, redistribution, residual "
          + "(Datt-Ravallion, Shapley); intra, shift, interaction. La suma es exacta."),
      unit: unit, range: "any", formula: "P1 - P0",
      convention: independentPeriods,
      reference: "Datt and Ravallion (1992), J. Development Economics 38, 275-295; Ravallion and "
        + "Huppi (1991), World Bank Economic Review 5, 57-82; Shorrocks (2013)",
      command: "indicators poverty change")
  }
}
