internal import ESSData

extension Catalogue {
  private static let inequalityCommand = "indicators poverty inequality"
  private static let lorenzCommand = "indicators poverty lorenz"

  /// Measures of inequality, quantiles and Lorenz curves from surveys.
  static let inequality: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "inequality.gini",
      name: Translated(en: "Gini index", fr: "Indice de Gini", es: "Índice de Gini"),
      definition: Translated(
        en:
          "Half the mean absolute difference of two persons' welfare over the mean. Parts: within "
          + "and between domains, and their overlap.",
        fr:
          "Moitié de l'écart absolu moyen entre deux personnes, rapportée à la moyenne. Parties : "
          + "within (dans les domaines), between (entre eux), overlap (recouvrement).",
        es: "Mitad de la diferencia absoluta media entre dos personas, sobre la media. Partes: "
          + "within (en los dominios), between (entre ellos), overlap (superposición)."),
      unit: "number", range: "0 to 1 for welfare of at least zero",
      formula: "sum_i sum_j w_i w_j |y_i - y_j| / (2 W^2 m)",
      convention: pairs,
      reference: "Gini (1912); weights as in Lerman and Yitzhaki (1989), J. Econometrics 42, 43-47",
      command: inequalityCommand),
    IndicatorDefinition(
      id: "inequality.generalised_entropy",
      name: Translated(
        en: "Generalised entropy", fr: "Entropie généralisée", es: "Entropía generalizada"),
      definition: Translated(
        en: "Entropy of parameter alpha, in the component: 0 is the mean log deviation, 1 Theil's "
          + "T. Parts: within and between domains.",
        fr: "Entropie de paramètre alpha, dans la composante : 0 est l'écart logarithmique moyen, "
          + "1 le T de Theil. Parties : within et between.",
        es: "Entropía de parámetro alfa, en el componente: 0 es la desviación logarítmica media, "
          + "1 la T de Theil. Partes: within y between."),
      unit: "number", range: "0 and above",
      formula:
        "(mean((y / m)^a) - 1) / (a (a - 1)); a = 0: mean(ln(m / y)); a = 1: mean(y / m ln(y / m))",
      convention: powers, reference: "Shorrocks (1980), Econometrica 48, 613-625",
      command: inequalityCommand),
    IndicatorDefinition(
      id: "inequality.atkinson",
      name: Translated(en: "Atkinson index", fr: "Indice d'Atkinson", es: "Índice de Atkinson"),
      definition: Translated(
        en: "Share of welfare that could be given up if the rest were equally distributed; the "
          + "component names the aversion epsilon.",
        fr: "Part du revenu à laquelle on pourrait renoncer si le reste était réparti également ; "
          + "epsilon, l'aversion, est dans la composante.",
        es: "Parte del ingreso que podría cederse si el resto se repartiera por igual; el "
          + "componente nombra la aversión épsilon."),
      unit: "number", range: "0 to 1",
      formula: "1 - mean(y^(1 - e))^(1 / (1 - e)) / m; e = 1: 1 - exp(mean(ln y)) / m",
      convention: powers, reference: "Atkinson (1970), Journal of Economic Theory 2, 244-263",
      command: inequalityCommand),
    IndicatorDefinition(
      id: "inequality.palma",
      name: Translated(en: "Palma ratio", fr: "Ratio de Palma", es: "Razón de Palma"),
      definition: Translated(
        en: "Welfare of the richest tenth over that of the poorest four tenths.",
        fr:
          "Revenu du dixième le plus riche rapporté à celui des quatre dixièmes les plus pauvres.",
        es: "Ingreso del décimo más rico sobre el de los cuatro décimos más pobres."),
      unit: "number", range: "0.25 and above", formula: "(1 - L(0.9)) / L(0.4)",
      convention: lorenzShares, reference: "Palma (2011), Development and Change 42, 87-153",
      command: inequalityCommand),
    IndicatorDefinition(
      id: "inequality.quintile_ratio",
      name: Translated(
        en: "Quintile ratio (S80/S20)", fr: "Ratio interquintile (S80/S20)",
        es: "Razón de quintiles (S80/S20)"),
      definition: Translated(
        en:
          "Welfare of the richest over that of the poorest fifth: by Lorenz shares, or by records "
          + "above and below the quantile values; the component says which.",
        fr:
          "Revenu du cinquième le plus riche rapporté au plus pauvre : par parts de Lorenz ou par "
          + "valeurs des quantiles, selon la composante.",
        es: "Ingreso del quinto más rico sobre el más pobre: por partes de Lorenz o por valores de "
          + "los cuantiles, según el componente."),
      unit: "number", range: "1 and above",
      formula: "(1 - L(0.8)) / L(0.2); or sum(w y, y > q80) / sum(w y, y <= q20)",
      convention: twoQuintileRatios,
      reference: "Eurostat, income quintile share ratio; World Bank PIP for Lorenz shares",
      command: inequalityCommand),
    IndicatorDefinition(
      id: "inequality.share",
      name: Translated(
        en: "Share of welfare", fr: "Part du revenu", es: "Parte del ingreso"),
      definition: Translated(
        en: "Share of all welfare that persons between two ranks have.",
        fr: "Part de tout le revenu détenue par les personnes entre deux rangs.",
        es: "Parte de todo el ingreso de las personas entre dos rangos."),
      unit: "percent", range: "0 to 100", formula: "100 (L(to) - L(from))",
      convention: lorenzShares, reference: "Lorenz (1905)", command: inequalityCommand),
    IndicatorDefinition(
      id: "inequality.wolfson",
      name: Translated(
        en: "Wolfson polarisation", fr: "Polarisation de Wolfson", es: "Polarización de Wolfson"),
      definition: Translated(
        en: "How far welfare clusters away from the median, towards both ends.",
        fr: "Concentration du revenu loin de la médiane, vers les deux extrémités.",
        es: "Concentración del ingreso lejos de la mediana, hacia ambos extremos."),
      unit: "number", range: "0 to 1", formula: "2 (m / median) (1 - 2 L(0.5) - G)",
      convention: lorenzShares, reference: "Wolfson (1994), American Economic Review 84, 353-358",
      command: inequalityCommand),
    IndicatorDefinition(
      id: "welfare.quantile",
      name: Translated(
        en: "Quantile of welfare", fr: "Quantile du revenu", es: "Cuantil del ingreso"),
      definition: Translated(
        en: "Welfare below which a share of persons lies.",
        fr: "Revenu au-dessous duquel se trouve une part des personnes.",
        es: "Ingreso por debajo del cual está una parte de las personas."),
      unit: "welfare_units", range: "any", formula: "least y with F(y) >= p, or the rule named",
      convention: quantileRules,
      reference: "Hyndman and Fan (1996), The American Statistician 50, 361-365",
      command: "indicators poverty quantiles"),
    IndicatorDefinition(
      id: "welfare.lorenz",
      name: Translated(en: "Lorenz curve", fr: "Courbe de Lorenz", es: "Curva de Lorenz"),
      definition: Translated(
        en: "Share of welfare of the poorest share of persons.",
        fr: "Part du revenu de la part la plus pauvre des personnes.",
        es: "Parte del ingreso de la parte más pobre de las personas."),
      unit: "number", range: "0 to 1 for welfare of at least zero",
      formula: "L(p) = sum(w y, the poorest p) / sum(w y)", convention: lorenzShares,
      reference: "Lorenz (1905)",
      command: lorenzCommand),
    IndicatorDefinition(
      id: "welfare.generalised_lorenz",
      name: Translated(
        en: "Generalised Lorenz curve", fr: "Courbe de Lorenz généralisée",
        es: "Curva de Lorenz generalizada"),
      definition: Translated(
        en: "Lorenz curve times mean welfare.", fr: "Courbe de Lorenz fois le revenu moyen.",
        es: "Curva de Lorenz por el ingreso medio."),
      unit: "welfare_units", range: "any", formula: "m L(p)",
      convention: lorenzShares, reference: "Shorrocks (1983), Economica 50, 3-17",
      command: lorenzCommand),
    IndicatorDefinition(
      id: "poverty.tip",
      name: Translated(en: "TIP curve", fr: "Courbe TIP", es: "Curva TIP"),
      definition: Translated(
        en: "Sum of relative gaps of the poorest share of persons, a person of the population: "
          + "incidence, intensity and inequality of poverty in one curve.",
        fr: "Somme des écarts relatifs de la part la plus pauvre, par personne de la population : "
          + "incidence, intensité et inégalité de la pauvreté.",
        es: "Suma de brechas relativas de la parte más pobre, por persona de la población: "
          + "incidencia, intensidad y desigualdad de la pobreza."),
      unit: "number", range: "0 to 1 for welfare of at least zero",
      formula: "T(p) = sum(w g, the poorest p) / sum(w)",
      convention: onTheLine,
      reference: "Jenkins and Lambert (1997), Oxford Economic Papers 49, 317-327",
      command: lorenzCommand),
  ]
}
