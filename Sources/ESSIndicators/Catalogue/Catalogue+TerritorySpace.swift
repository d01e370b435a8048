internal import ESSData

extension Catalogue {
  /// What `indicators territories spatial` computes.
  static let territorySpace: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "territories.spatial",
      name: Translated(
        en: "Spatial association", fr: "Association spatiale", es: "Asociación espacial"),
      definition: Translated(
        en:
          "Moran's I, Geary's C, Getis and Ord's G or bivariate Moran: whether neighbours are alike.",
        fr:
          "I de Moran, C de Geary, G de Getis et Ord ou Moran bivarié : ressemblance des voisins.",
        es:
          "I de Moran, C de Geary, G de Getis y Ord o Moran bivariado: semejanza de los vecinos."),
      unit: "ratio_any", range: "any",
      formula:
        "I = n / S0 sum w z z / sum z^2",
      reference:
        "Cliff and Ord (1981), Spatial Processes",
      command: "indicators territories spatial"),
    IndicatorDefinition(
      id: "territories.spatial_expected",
      name: Translated(
        en: "Expectation without association", fr: "Espérance sans association",
        es: "Esperanza sin asociación"),
      definition: Translated(
        en:
          "Value of the measure without spatial association.",
        fr:
          "Valeur de la mesure sans association spatiale.",
        es:
          "Valor de la medida sin asociación espacial."),
      unit: "ratio_any", range: "any",
      formula:
        "-1 / (n - 1) for Moran, 1 for Geary",
      reference:
        "Cliff and Ord (1981), Spatial Processes",
      command: "indicators territories spatial"),
    IndicatorDefinition(
      id: "territories.spatial_z",
      name: Translated(
        en: "Standard score of the association", fr: "Score standard de l'association",
        es: "Puntuación estándar de la asociación"),
      definition: Translated(
        en:
          "Distance from the expectation in standard deviations, for normal values or over all arrangements.",
        fr:
          "Distance à l'espérance en écarts types, valeurs normales ou tous les arrangements.",
        es:
          "Distancia a la esperanza en desviaciones típicas, valores normales o todos los arreglos."
      ),
      unit: "statistic", range: "any",
      formula:
        "(I - E) / sd",
      reference:
        "Cliff and Ord (1981), Spatial Processes",
      command: "indicators territories spatial"),
    IndicatorDefinition(
      id: "territories.spatial_p",
      name: Translated(
        en: "Test of the association", fr: "Test de l'association", es: "Prueba de la asociación"),
      definition: Translated(
        en:
          "Pseudo p-value over random arrangements, for the alternative named.",
        fr:
          "Pseudo valeur p sur des arrangements aléatoires, pour l'alternative nommée.",
        es:
          "Pseudo valor p sobre arreglos aleatorios, para la alternativa nombrada."),
      unit: "probability", range: "0 to 1",
      formula:
        "(count + 1) / (permutations + 1)",
      reference:
        "Davison and Hinkley (1997), Bootstrap Methods and their Application, section 4.2",
      command: "indicators territories spatial"),
    IndicatorDefinition(
      id: "territories.spatial_local",
      name: Translated(
        en: "Local association", fr: "Association locale", es: "Asociación local"),
      definition: Translated(
        en:
          "Local Moran value, or local G as a standard score, of a territory and its neighbours.",
        fr:
          "Moran local, ou G local en score standard, d'un territoire et de ses voisins.",
        es:
          "Moran local, o G local como puntuación estándar, de un territorio y sus vecinos."),
      unit: "ratio_any", range: "any",
      formula:
        "(n - 1) z_i sum w_ij z_j / sum z^2",
      reference:
        "Anselin (1995), Geographical Analysis 27, 93-115; Ord and Getis (1995), 27, 286-306",
      command: "indicators territories spatial"),
    IndicatorDefinition(
      id: "territories.spatial_local_p",
      name: Translated(
        en: "Test of the local association", fr: "Test de l'association locale",
        es: "Prueba de la asociación local"),
      definition: Translated(
        en:
          "Pseudo p-value over random neighbours, the territory's own value held.",
        fr:
          "Pseudo valeur p avec des voisins aléatoires, la valeur du territoire fixée.",
        es:
          "Pseudo valor p con vecinos aleatorios, el valor del territorio fijo."),
      unit: "probability", range: "0 to 1",
      formula:
        "(count + 1) / (permutations + 1)",
      reference:
        "Anselin (1995), Geographical Analysis 27, 93-115",
      command: "indicators territories spatial"),
    IndicatorDefinition(
      id: "territories.spatial_local_fdr",
      name: Translated(
        en: "Local test, false discoveries held", fr: "Test local, fausses découvertes contrôlées",
        es: "Prueba local, falsos descubrimientos controlados"),
      definition: Translated(
        en:
          "p-value adjusted for the share of false discoveries among all territories.",
        fr:
          "Valeur p ajustée pour la part de fausses découvertes parmi tous les territoires.",
        es:
          "Valor p ajustado por la parte de falsos descubrimientos entre todos los territorios."),
      unit: "probability", range: "0 to 1",
      formula:
        "min over later ranks of p m / rank",
      reference:
        "Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300",
      command: "indicators territories spatial"),
    territories(
      "rate", "spatial", unit: "ratio_any", range: "0 or more",
      formula: "m + (r - m) A / (A + m / n), m and A of all or of the neighbours",
      reference: "Marshall (1991), Applied Statistics 40, 283-294",
      name: Translated(en: "Rate of events", fr: "Taux d'événements", es: "Tasa de eventos"),
      definition: Translated(
        en:
          "Events over population, raw or drawn by empirical Bayes towards the mean of all or of the neighbours.",
        fr:
          "Événements sur population, bruts ou rapprochés par Bayes empirique de la moyenne de tous ou des voisins.",
        es:
          "Eventos sobre población, brutos o acercados por Bayes empírico a la media de todos o de los vecinos."
      )),
    territories(
      "spatial_regression", "spatial", unit: "coefficient", range: "any",
      formula: "(X'X)^-1 X'y",
      reference:
        "Anselin, Bera, Florax and Yoon (1996), Regional Science and Urban Economics 26, 77-104",
      name: Translated(
        en: "Regression before spatial tests", fr: "Régression avant tests spatiaux",
        es: "Regresión previa a pruebas espaciales"),
      definition: Translated(
        en: "Least-squares coefficients of the regression whose residuals are tested.",
        fr: "Coefficients des moindres carrés de la régression dont les résidus sont testés.",
        es: "Coeficientes de mínimos cuadrados de la regresión cuyos residuos se prueban.")),
    territories(
      "spatial_test", "spatial", unit: "statistic", range: "0 or more",
      formula: "scores of spatial error and lag over their information",
      reference:
        "Anselin, Bera, Florax and Yoon (1996), Regional Science and Urban Economics 26, 77-104",
      name: Translated(
        en: "Test of spatial lag or error", fr: "Test de décalage ou d'erreur spatiale",
        es: "Prueba de rezago o error espacial"),
      definition: Translated(
        en:
          "Lagrange multiplier statistic against a spatial error, a spatial lag, each robust to the other, or both.",
        fr:
          "Statistique du multiplicateur de Lagrange contre une erreur spatiale, un décalage, chacun robuste à l'autre, ou les deux.",
        es:
          "Estadístico del multiplicador de Lagrange contra un error espacial, un rezago, cada uno robusto al otro, o ambos."
      )),
    territories(
      "spatial_test_p", "spatial", unit: "probability", range: "0 to 1",
      formula: "upper tail of chi-squared; two-sided normal for Moran",
      reference:
        "Anselin, Bera, Florax and Yoon (1996), Regional Science and Urban Economics 26, 77-104",
      name: Translated(
        en: "p of a test of residuals", fr: "p d'un test des résidus",
        es: "p de una prueba de residuos"),
      definition: Translated(
        en: "Chance of a statistic as large without spatial association of the errors.",
        fr: "Probabilité d'une statistique aussi grande sans association spatiale des erreurs.",
        es: "Probabilidad de un estadístico igual o mayor sin asociación espacial de los errores.")),
  ]
}
