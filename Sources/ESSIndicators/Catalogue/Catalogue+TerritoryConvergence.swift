internal import ESSData

extension Catalogue {
  /// What `indicators territories converge` computes.
  static let territoryConvergence: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "territories.beta",
      name: Translated(
        en: "Growth on initial level", fr: "Croissance selon le niveau initial",
        es: "Crecimiento según el nivel inicial"),
      definition: Translated(
        en:
          "Coefficients of average growth of the logarithm on the initial logarithm: negative where poorer territories grow faster.",
        fr:
          "Coefficients de la croissance moyenne du logarithme sur le logarithme initial : négatif si les plus pauvres croissent plus vite.",
        es:
          "Coeficientes del crecimiento medio del logaritmo sobre el logaritmo inicial: negativo si los más pobres crecen más."
      ),
      unit: "coefficient", range: "any",
      formula:
        "ln(y_T / y_0) / T = a + b ln y_0",
      reference:
        "Barro and Sala-i-Martin (1992), Journal of Political Economy 100, 223-251",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.beta_speed",
      name: Translated(
        en: "Speed of convergence", fr: "Vitesse de convergence", es: "Velocidad de convergencia"),
      definition: Translated(
        en:
          "Share of the distance closed in a year.",
        fr:
          "Part de l'écart comblée en un an.",
        es:
          "Parte de la distancia cerrada en un año."),
      unit: "per_year", range: "any",
      formula:
        "-ln(1 + b T) / T",
      reference:
        "Barro and Sala-i-Martin (1992), Journal of Political Economy 100, 223-251",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.beta_half_life",
      name: Translated(
        en: "Half-life", fr: "Demi-vie", es: "Semivida"),
      definition: Translated(
        en:
          "Years in which half of the distance is closed.",
        fr:
          "Années pour combler la moitié de l'écart.",
        es:
          "Años para cerrar la mitad de la distancia."),
      unit: "years", range: "above 0",
      formula:
        "ln 2 / speed",
      reference:
        "Barro and Sala-i-Martin (1992), Journal of Political Economy 100, 223-251",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.beta_fit",
      name: Translated(
        en: "Fit of the growth regression", fr: "Ajustement de la régression",
        es: "Ajuste de la regresión"),
      definition: Translated(
        en:
          "Share of the variance of growth that is explained.",
        fr:
          "Part de la variance de la croissance expliquée.",
        es:
          "Parte de la varianza del crecimiento explicada."),
      unit: "ratio", range: "0 to 1",
      formula:
        "1 - RSS / TSS",
      reference:
        "ordinary least squares; delta method",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.sigma",
      name: Translated(
        en: "Spread between territories", fr: "Dispersion entre territoires",
        es: "Dispersión entre territorios"),
      definition: Translated(
        en:
          "Standard deviation of logarithms (n - 1) or coefficient of variation (n) in each period.",
        fr:
          "Écart type des logarithmes (n - 1) ou coefficient de variation (n) par période.",
        es:
          "Desviación típica de los logaritmos (n - 1) o coeficiente de variación (n) por periodo."),
      unit: "ratio_any", range: "0 or more",
      formula:
        "sd of ln y; sd / mean",
      reference:
        "Barro and Sala-i-Martin (1992), Journal of Political Economy 100, 223-251",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.sigma_trend",
      name: Translated(
        en: "Trend of the spread", fr: "Tendance de la dispersion", es: "Tendencia de la dispersión"
      ),
      definition: Translated(
        en:
          "Slope of the spread on the year: negative with sigma convergence.",
        fr:
          "Pente de la dispersion selon l'année : négative en cas de convergence sigma.",
        es:
          "Pendiente de la dispersión según el año: negativa con convergencia sigma."),
      unit: "per_year", range: "any",
      formula:
        "least squares of the measure on the year",
      reference:
        "Barro and Sala-i-Martin (1992), Journal of Political Economy 100, 223-251",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.sigma_ratio",
      name: Translated(
        en: "Ratio of variances", fr: "Rapport des variances", es: "Razón de varianzas"),
      definition: Translated(
        en:
          "First over last variance of logarithms.",
        fr:
          "Première sur dernière variance des logarithmes.",
        es:
          "Primera sobre última varianza de los logaritmos."),
      unit: "ratio_any", range: "above 0",
      formula:
        "s_0^2 / s_T^2",
      reference:
        "Lichtenberg (1994), Economics Letters 44, 411-416",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.sigma_p",
      name: Translated(
        en: "Test of the ratio of variances", fr: "Test du rapport des variances",
        es: "Prueba de la razón de varianzas"),
      definition: Translated(
        en:
          "Two-sided F test that both variances are equal, for independent normal logarithms.",
        fr:
          "Test F bilatéral de l'égalité des variances, logarithmes normaux indépendants.",
        es:
          "Prueba F bilateral de igualdad de varianzas, logaritmos normales independientes."),
      unit: "probability", range: "0 to 1",
      formula:
        "F with n - 1 and n - 1",
      reference:
        "Lichtenberg (1994), Economics Letters 44, 411-416",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.log_t",
      name: Translated(
        en: "Log t regression", fr: "Régression log t", es: "Regresión log t"),
      definition: Translated(
        en:
          "Slope and t statistic of the relative spread on ln t; convergence is rejected below -1.65.",
        fr:
          "Pente et statistique t de la dispersion relative sur ln t ; convergence rejetée sous -1,65.",
        es:
          "Pendiente y estadístico t de la dispersión relativa sobre ln t; convergencia rechazada bajo -1,65."
      ),
      unit: "coefficient", range: "any",
      formula:
        "ln(H_1 / H_t) - 2 ln ln t = a + b ln t",
      reference:
        "Phillips and Sul (2007), Econometrica 75, 1771-1855",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.club_test",
      name: Translated(
        en: "Test of a club", fr: "Test d'un club", es: "Prueba de un club"),
      definition: Translated(
        en:
          "t statistic of the log t regression within a club.",
        fr:
          "Statistique t de la régression log t dans un club.",
        es:
          "Estadístico t de la regresión log t dentro de un club."),
      unit: "statistic", range: "any",
      formula:
        "log t over the members",
      reference:
        "Phillips and Sul (2009), Journal of Applied Econometrics 24, 1153-1185",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.club",
      name: Translated(
        en: "Convergence club", fr: "Club de convergence", es: "Club de convergencia"),
      definition: Translated(
        en:
          "Number of the club that a territory converges with; none if it diverges.",
        fr:
          "Numéro du club avec lequel un territoire converge ; aucun s'il diverge.",
        es:
          "Número del club con el que converge un territorio; ninguno si diverge."),
      unit: "count", range: "1 or more",
      formula:
        "core formation and sieve",
      reference:
        "Phillips and Sul (2009), Journal of Applied Econometrics 24, 1153-1185",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.markov_count",
      name: Translated(
        en: "Moves between classes", fr: "Passages entre classes", es: "Movimientos entre clases"),
      definition: Translated(
        en:
          "Number of moves from one class to another between consecutive periods.",
        fr:
          "Nombre de passages d'une classe à une autre entre périodes consécutives.",
        es:
          "Número de movimientos de una clase a otra entre periodos consecutivos."),
      unit: "count", range: "0 or more",
      formula:
        "n_ij",
      reference:
        "Quah (1993), Economic Journal 103, 427-443",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.markov_probability",
      name: Translated(
        en: "Probability of a move", fr: "Probabilité de passage", es: "Probabilidad de movimiento"),
      definition: Translated(
        en:
          "Share of the moves from a class that go to another.",
        fr:
          "Part des passages depuis une classe vers une autre.",
        es:
          "Parte de los movimientos de una clase hacia otra."),
      unit: "probability", range: "0 to 1",
      formula:
        "n_ij / n_i",
      reference:
        "Quah (1993), Economic Journal 103, 427-443",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.markov_steady",
      name: Translated(
        en: "Long-run share of a class", fr: "Part à long terme d'une classe",
        es: "Parte a largo plazo de una clase"),
      definition: Translated(
        en:
          "Share of territories in the class if the moves go on for ever.",
        fr:
          "Part des territoires dans la classe si les passages se poursuivent indéfiniment.",
        es:
          "Parte de territorios en la clase si los movimientos siguen indefinidamente."),
      unit: "probability", range: "0 to 1",
      formula:
        "pi = pi P",
      reference:
        "Kemeny and Snell (1976), Finite Markov Chains",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.markov_sojourn",
      name: Translated(
        en: "Stay in a class", fr: "Durée dans une classe", es: "Permanencia en una clase"),
      definition: Translated(
        en:
          "Mean number of periods in a class before leaving it.",
        fr:
          "Nombre moyen de périodes dans une classe avant de la quitter.",
        es:
          "Número medio de periodos en una clase antes de dejarla."),
      unit: "periods", range: "1 or more",
      formula:
        "1 / (1 - p_ii)",
      reference:
        "Kemeny and Snell (1976), Finite Markov Chains",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.markov_first_passage",
      name: Translated(
        en: "First passage", fr: "Premier passage", es: "Primer paso"),
      definition: Translated(
        en:
          "Mean number of periods until the first visit to a class; on the diagonal the mean return.",
        fr:
          "Nombre moyen de périodes avant la première visite d'une classe ; sur la diagonale, le retour moyen.",
        es:
          "Número medio de periodos hasta la primera visita a una clase; en la diagonal, el retorno medio."
      ),
      unit: "periods", range: "1 or more",
      formula:
        "(z_jj - z_ij) / pi_j",
      reference:
        "Kemeny and Snell (1976), Finite Markov Chains",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.markov_mobility",
      name: Translated(
        en: "Mobility", fr: "Mobilité", es: "Movilidad"),
      definition: Translated(
        en:
          "Indices of mobility of the chain: Shorrocks, determinant, second eigenvalue, Bartholomew.",
        fr:
          "Indices de mobilité de la chaîne : Shorrocks, déterminant, deuxième valeur propre, Bartholomew.",
        es:
          "Índices de movilidad de la cadena: Shorrocks, determinante, segundo valor propio, Bartholomew."
      ),
      unit: "ratio_any", range: "0 or more",
      formula:
        "(k - tr P) / (k - 1); 1 - |det P|; 1 - |lambda_2|; sum p_ij |i - j| / (k (k - 1))",
      reference:
        "Shorrocks (1978), Econometrica 46, 1013-1024",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.markov_spatial",
      name: Translated(
        en: "Probability of a move by neighbours", fr: "Probabilité de passage selon les voisins",
        es: "Probabilidad de movimiento según los vecinos"),
      definition: Translated(
        en:
          "Probability of a move among territories whose neighbours' mean is in a class.",
        fr:
          "Probabilité de passage parmi les territoires dont la moyenne des voisins est dans une classe.",
        es:
          "Probabilidad de movimiento entre territorios cuya media de vecinos está en una clase."),
      unit: "probability", range: "0 to 1",
      formula:
        "n_ij|k / n_i|k",
      reference:
        "Rey (2001), Geographical Analysis 33, 194-214",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.markov_homogeneity",
      name: Translated(
        en: "Do neighbours matter", fr: "Rôle des voisins", es: "Papel de los vecinos"),
      definition: Translated(
        en:
          "Likelihood ratio test that the chain is the same whatever the neighbours' class.",
        fr:
          "Test du rapport de vraisemblance que la chaîne ne dépend pas de la classe des voisins.",
        es:
          "Prueba de razón de verosimilitud de que la cadena no depende de la clase de los vecinos."
      ),
      unit: "statistic", range: "0 or more",
      formula:
        "2 sum n ln(p_ij|k / p_ij)",
      reference:
        "Bickenbach and Bode (2003), International Regional Science Review 26, 363-392",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.rank_correlation",
      name: Translated(
        en: "Rank correlation over time", fr: "Corrélation des rangs dans le temps",
        es: "Correlación de rangos en el tiempo"),
      definition: Translated(
        en:
          "Kendall's tau between the first and the last period, of all pairs or of pairs within regions.",
        fr:
          "Tau de Kendall entre première et dernière période, toutes les paires ou au sein des régions.",
        es:
          "Tau de Kendall entre el primer y el último periodo, de todos los pares o dentro de las regiones."
      ),
      unit: "correlation", range: "-1 to 1",
      formula:
        "(C - D) / sqrt((C + D + T_1)(C + D + T_2))",
      reference:
        "Rey (2004), in Getis and others, Spatial Econometrics and Spatial Statistics",
      command: "indicators territories converge"),
    IndicatorDefinition(
      id: "territories.rank_cohesion",
      name: Translated(
        en: "Cohesion of rank changes", fr: "Cohésion des changements de rang",
        es: "Cohesión de los cambios de rango"),
      definition: Translated(
        en:
          "How far rank changes go together within regions: 1 if all do.",
        fr:
          "Mesure dans laquelle les changements de rang vont ensemble dans les régions : 1 si tous.",
        es:
          "Grado en que los cambios de rango van juntos dentro de las regiones: 1 si todos."),
      unit: "ratio", range: "0 to 1",
      formula:
        "sum over regions |sum of changes| / sum |changes|",
      reference:
        "Rey (2004), in Getis and others, Spatial Econometrics and Spatial Statistics",
      command: "indicators territories converge"),
  ]
}
