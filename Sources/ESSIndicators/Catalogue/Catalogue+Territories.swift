internal import ESSData

extension Catalogue {
  static let territories: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "territories.inequality",
      name: Translated(
        en: "Inequality between territories", fr: "Inégalité entre territoires",
        es: "Desigualdad entre territorios"),
      definition: Translated(
        en:
          "Gini, Theil, Hoover, coefficient of variation or Atkinson over territories, weighted by population or not.",
        fr:
          "Gini, Theil, Hoover, coefficient de variation ou Atkinson entre territoires, pondérés ou non par la population.",
        es:
          "Gini, Theil, Hoover, coeficiente de variación o Atkinson entre territorios, ponderados o no por la población."
      ),
      unit: "ratio_any", range: "0 or more",
      formula:
        "gini = sum s_i s_j |y_i - y_j| / (2 mean); theil-t = sum s r ln r, r = y / mean; cv with population sd",
      reference:
        "Cowell (2011), Measuring Inequality, 3rd edition",
      command: "indicators territories inequality"),
    IndicatorDefinition(
      id: "territories.inequality_split",
      name: Translated(
        en: "Inequality by level", fr: "Inégalité par niveau", es: "Desigualdad por nivel"),
      definition: Translated(
        en:
          "Theil's index split into what lies between the groups of each level and within the last; the parts add up exactly.",
        fr:
          "Indice de Theil décomposé entre les groupes de chaque niveau et à l'intérieur du dernier ; les parts s'additionnent exactement.",
        es:
          "Índice de Theil descompuesto entre los grupos de cada nivel y dentro del último; las partes suman exactamente."
      ),
      unit: "ratio_any", range: "0 or more",
      formula:
        "sum of q ln(q / p) - q + p over nodes, p the share expected from the parent",
      reference:
        "Shorrocks (1984), Econometrica 52, 1369-1385",
      command: "indicators territories inequality"),
    IndicatorDefinition(
      id: "territories.inequality_split_p",
      name: Translated(
        en: "Grouping test", fr: "Test du regroupement", es: "Prueba de agrupación"),
      definition: Translated(
        en:
          "Share of random groupings whose between part is at least as large.",
        fr:
          "Part des regroupements aléatoires dont la part entre groupes est au moins aussi grande.",
        es:
          "Parte de las agrupaciones aleatorias cuya parte entre grupos es al menos igual."),
      unit: "probability", range: "0 to 1",
      formula:
        "(count + 1) / (permutations + 1)",
      reference:
        "Rey (2004), Annals of Regional Science 38, 337-354",
      command: "indicators territories inequality"),
    IndicatorDefinition(
      id: "territories.inequality_group",
      name: Translated(
        en: "Inequality within a group", fr: "Inégalité dans un groupe",
        es: "Desigualdad dentro de un grupo"),
      definition: Translated(
        en:
          "Theil's index over the territories of one group.",
        fr:
          "Indice de Theil entre les territoires d'un groupe.",
        es:
          "Índice de Theil entre los territorios de un grupo."),
      unit: "ratio_any", range: "0 or more",
      formula:
        "theil over the group",
      reference:
        "Shorrocks (1984), Econometrica 52, 1369-1385",
      command: "indicators territories inequality"),
    IndicatorDefinition(
      id: "territories.spatial_gini",
      name: Translated(
        en: "Spatial Gini", fr: "Gini spatial", es: "Gini espacial"),
      definition: Translated(
        en:
          "Gini coefficient split into pairs of neighbours and pairs apart.",
        fr:
          "Coefficient de Gini décomposé entre paires de voisins et paires éloignées.",
        es:
          "Coeficiente de Gini descompuesto en pares vecinos y pares alejados."),
      unit: "ratio_any", range: "0 to 1",
      formula:
        "sum over pairs |y_i - y_j| / (2 n^2 mean), near or not",
      reference:
        "Rey and Smith (2013), Letters in Spatial and Resource Sciences 6, 55-70",
      command: "indicators territories inequality"),
    IndicatorDefinition(
      id: "territories.spatial_gini_p",
      name: Translated(
        en: "Spatial Gini test", fr: "Test du Gini spatial", es: "Prueba del Gini espacial"),
      definition: Translated(
        en:
          "Share of random arrangements whose part of distant pairs is at least as large.",
        fr:
          "Part des arrangements aléatoires dont la part des paires éloignées est au moins aussi grande.",
        es:
          "Parte de los arreglos aleatorios cuya parte de pares alejados es al menos igual."),
      unit: "probability", range: "0 to 1",
      formula:
        "(count + 1) / (permutations + 1)",
      reference:
        "Rey and Smith (2013), Letters in Spatial and Resource Sciences 6, 55-70",
      command: "indicators territories inequality"),
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
    IndicatorDefinition(
      id: "territories.rank",
      name: Translated(
        en: "Rank", fr: "Rang", es: "Rango"),
      definition: Translated(
        en:
          "Place among the territories, 1 for the largest estimate; equal ones share the best place.",
        fr:
          "Place parmi les territoires, 1 pour la plus grande estimation ; ex aequo à la meilleure place.",
        es:
          "Lugar entre los territorios, 1 para la mayor estimación; los iguales comparten el mejor."
      ),
      unit: "count", range: "1 or more",
      formula:
        "1 + number of larger estimates",
      reference:
        "Mogstad, Romano, Shaikh and Wilhelm (2024), Review of Economic Studies 91, 476-518",
      command: "indicators territories ranks"),
    IndicatorDefinition(
      id: "territories.rank_set",
      name: Translated(
        en: "Confidence set of a rank", fr: "Ensemble de confiance du rang",
        es: "Conjunto de confianza del rango"),
      definition: Translated(
        en:
          "Lowest or highest place that a territory may have at the level, by itself (marginal), with all others (simultaneous), or whatever the method (union).",
        fr:
          "Meilleure ou pire place possible au niveau donné, seul (marginal), avec tous (simultané) ou quelle que soit la méthode (union).",
        es:
          "Mejor o peor lugar posible al nivel dado, por sí solo (marginal), con todos (simultáneo) o sea cual sea el método (unión)."
      ),
      unit: "count", range: "1 or more",
      formula:
        "1 + territories significantly better; n - territories significantly worse",
      reference:
        "Mogstad, Romano, Shaikh and Wilhelm (2024), Review of Economic Studies 91, 476-518",
      command: "indicators territories ranks"),
    IndicatorDefinition(
      id: "territories.rank_best",
      name: Translated(
        en: "May be among the best", fr: "Peut être parmi les meilleurs",
        es: "Puede estar entre los mejores"),
      definition: Translated(
        en:
          "1 if the territory may be among the best at the level.",
        fr:
          "1 si le territoire peut être parmi les meilleurs au niveau donné.",
        es:
          "1 si el territorio puede estar entre los mejores al nivel dado."),
      unit: "ratio", range: "0 or 1",
      formula:
        "1[lower bound <= tau]",
      reference:
        "Mogstad, Romano, Shaikh and Wilhelm (2024), Review of Economic Studies 91, 476-518",
      command: "indicators territories ranks"),
    IndicatorDefinition(
      id: "territories.location_quotient",
      name: Translated(
        en: "Location quotient", fr: "Quotient de localisation", es: "Cociente de localización"),
      definition: Translated(
        en:
          "Share of a branch in a territory over its share in the whole.",
        fr:
          "Part d'une branche dans un territoire sur sa part dans l'ensemble.",
        es:
          "Parte de una rama en un territorio sobre su parte en el conjunto."),
      unit: "ratio_any", range: "0 or more",
      formula:
        "s_ij / s_j",
      reference:
        "Isard (1960), Methods of Regional Analysis",
      command: "indicators territories structure"),
    IndicatorDefinition(
      id: "territories.specialisation",
      name: Translated(
        en: "Specialisation", fr: "Spécialisation", es: "Especialización"),
      definition: Translated(
        en:
          "Krugman's index, Herfindahl's index or Hachman's likeness of a territory's branches.",
        fr:
          "Indice de Krugman, de Herfindahl ou ressemblance de Hachman des branches d'un territoire.",
        es:
          "Índice de Krugman, de Herfindahl o semejanza de Hachman de las ramas de un territorio."),
      unit: "ratio_any", range: "0 or more",
      formula:
        "sum |s_ij - s_j|; sum s_ij^2; 1 / sum s_ij^2 / s_j",
      reference:
        "Krugman (1991), Geography and Trade",
      command: "indicators territories structure"),
    IndicatorDefinition(
      id: "territories.concentration",
      name: Translated(
        en: "Concentration of a branch", fr: "Concentration d'une branche",
        es: "Concentración de una rama"),
      definition: Translated(
        en:
          "How unevenly a branch is spread over territories: Krugman's index or the locational Gini.",
        fr:
          "Inégalité de la répartition d'une branche entre territoires : Krugman ou Gini de localisation.",
        es:
          "Desigualdad del reparto de una rama entre territorios: Krugman o Gini de localización."),
      unit: "ratio_any", range: "0 or more",
      formula:
        "sum |x_ij / x_j - x_i / x|; Gini of location quotients",
      reference:
        "Krugman (1991), Geography and Trade",
      command: "indicators territories structure"),
    IndicatorDefinition(
      id: "territories.complexity",
      name: Translated(
        en: "Economic complexity", fr: "Complexité économique", es: "Complejidad económica"),
      definition: Translated(
        en:
          "Complexity of a territory or a branch: mean 0, standard deviation 1.",
        fr:
          "Complexité d'un territoire ou d'une branche : moyenne 0, écart type 1.",
        es:
          "Complejidad de un territorio o una rama: media 0, desviación típica 1."),
      unit: "statistic", range: "any",
      formula:
        "second eigenvector of D^-1 M U^-1 M'",
      reference:
        "Hidalgo and Hausmann (2009), PNAS 106, 10570-10575",
      command: "indicators territories structure"),
    IndicatorDefinition(
      id: "territories.relatedness",
      name: Translated(
        en: "Relatedness density", fr: "Densité de parenté", es: "Densidad de afinidad"),
      definition: Translated(
        en:
          "Share of what is related to a branch that a territory has.",
        fr:
          "Part de ce qui est apparenté à une branche que possède un territoire.",
        es:
          "Parte de lo afín a una rama que tiene un territorio."),
      unit: "ratio", range: "0 to 1",
      formula:
        "sum M phi / sum phi",
      reference:
        "Hidalgo, Klinger, Barabasi and Hausmann (2007), Science 317, 482-487",
      command: "indicators territories structure"),
  ]
}
