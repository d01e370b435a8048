internal import ESSData

extension Catalogue {
  private static let regress = "indicators recovery regress"
  private static let textbook =
    "Wooldridge (2010), Econometric Analysis of Cross Section and Panel Data, MIT Press"

  static let regression: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "recovery.coefficient",
      name: Translated(en: "Coefficient", fr: "Coefficient", es: "Coeficiente"),
      definition: Translated(
        en:
          "Difference of the outcome that goes with one unit of the term, the other terms and the fixed effects held.",
        fr:
          "Différence de la variable expliquée associée à une unité du terme, autres termes et effets fixes tenus.",
        es:
          "Diferencia del resultado asociada a una unidad del término, con los demás términos y efectos fijos dados."
      ),
      unit: "coefficient", range: "any", formula: "least squares, by QR", reference: textbook,
      command: regress),
    IndicatorDefinition(
      id: "recovery.t_statistic",
      name: Translated(en: "t statistic", fr: "Statistique t", es: "Estadístico t"),
      definition: Translated(
        en: "Coefficient over its standard error.", fr: "Coefficient rapporté à son erreur type.",
        es: "Coeficiente entre su error estándar."),
      unit: "statistic", range: "any", formula: "b / se(b)", reference: textbook,
      command: regress),
    IndicatorDefinition(
      id: "recovery.degrees_of_freedom",
      name: Translated(en: "Degrees of freedom", fr: "Degrés de liberté", es: "Grados de libertad"),
      definition: Translated(
        en:
          "Of the t distribution that the statistic is compared with; groups less one with clusters, Satterthwaite's with cr2.",
        fr:
          "De la loi t à laquelle la statistique est comparée ; groupes moins un, ou Satterthwaite avec cr2.",
        es:
          "De la distribución t con que se compara el estadístico; grupos menos uno, o Satterthwaite con cr2."
      ),
      unit: "count", range: "above 0", formula: "N - K, G - 1, T - 1 or (tr P)^2 / tr(P P)",
      reference: "Pustejovsky and Tipton (2018), JBES 36, 672-683", command: regress),
    IndicatorDefinition(
      id: "recovery.p_value",
      name: Translated(en: "p-value", fr: "Valeur p", es: "Valor p"),
      definition: Translated(
        en: "Probability of a statistic as far out if the coefficient were 0; two-sided.",
        fr: "Probabilité d'une statistique aussi extrême si le coefficient était nul ; bilatérale.",
        es: "Probabilidad de un estadístico tan extremo si el coeficiente fuera 0; bilateral."),
      unit: "ratio", range: "0 to 1", formula: "2 P(t_df > |t|)", reference: textbook,
      command: regress),
    IndicatorDefinition(
      id: "recovery.r_squared",
      name: Translated(en: "R squared", fr: "R carré", es: "R cuadrado"),
      definition: Translated(
        en:
          "Share of the outcome's variation that the terms account for; within the fixed effects if there are any.",
        fr:
          "Part de la variation de la variable expliquée due aux termes ; à effets fixes donnés s'il y en a.",
        es:
          "Parte de la variación del resultado debida a los términos; dentro de los efectos fijos si los hay."
      ),
      unit: "ratio", range: "at most 1", formula: "1 - RSS / TSS", reference: textbook,
      command: regress),
    IndicatorDefinition(
      id: "recovery.f_statistic",
      name: Translated(en: "F statistic", fr: "Statistique F", es: "Estadístico F"),
      definition: Translated(
        en: "Wald statistic of all slopes over their number, with the covariance asked for.",
        fr: "Statistique de Wald de toutes les pentes divisée par leur nombre.",
        es: "Estadístico de Wald de todas las pendientes entre su número."),
      unit: "statistic", range: "0 or more", formula: "b' V^-1 b / k", reference: textbook,
      command: regress),
    IndicatorDefinition(
      id: "recovery.parameters",
      name: Translated(en: "Parameters", fr: "Paramètres", es: "Parámetros"),
      definition: Translated(
        en: "Coefficients and independent levels of the fixed effects.",
        fr: "Coefficients et niveaux indépendants des effets fixes.",
        es: "Coeficientes y niveles independientes de los efectos fijos."),
      unit: "count", range: "1 or more", formula: "k + rank of the dummies",
      reference: "Guimaraes and Portugal (2010), Stata Journal 10(4), 628-649", command: regress),
    IndicatorDefinition(
      id: "recovery.groups",
      name: Translated(en: "Groups", fr: "Groupes", es: "Grupos"),
      definition: Translated(
        en: "Number of groups (or periods) within which errors may depend on each other.",
        fr: "Nombre de groupes (ou périodes) au sein desquels les erreurs peuvent être liées.",
        es: "Número de grupos (o períodos) dentro de los cuales los errores pueden depender."),
      unit: "count", range: "2 or more", formula: "G", reference: textbook, command: regress),
    IndicatorDefinition(
      id: "recovery.rows_dropped",
      name: Translated(en: "Rows left out", fr: "Lignes écartées", es: "Filas excluidas"),
      definition: Translated(
        en: "Number of rows left out for the reason in the component.",
        fr: "Nombre de lignes écartées pour la raison donnée par la composante.",
        es: "Número de filas excluidas por la razón del componente."),
      unit: "count", range: "1 or more", formula: "count", reference: "drop report",
      command: regress),
    IndicatorDefinition(
      id: "recovery.variance",
      name: Translated(
        en: "Variance component", fr: "Composante de la variance",
        es: "Componente de la varianza"),
      definition: Translated(
        en: "Variance of the error of a row, or of the effect of a unit.",
        fr: "Variance de l'erreur d'une ligne, ou de l'effet d'une unité.",
        es: "Varianza del error de una fila, o del efecto de una unidad."),
      unit: "outcome_squared", range: "0 or more", formula: "s2e, s2a by the method named",
      reference: "Baltagi (2021), Econometric Analysis of Panel Data, chapter 2", command: regress),
    IndicatorDefinition(
      id: "recovery.theta",
      name: Translated(
        en: "Share of the unit mean taken out", fr: "Part de la moyenne d'unité retranchée",
        es: "Parte de la media de la unidad restada"),
      definition: Translated(
        en: "What random effects take from each row: 0 is pooled, 1 within.",
        fr: "Ce que les effets aléatoires retranchent : 0 empilé, 1 intra.",
        es: "Lo que los efectos aleatorios restan: 0 agrupado, 1 intra."),
      unit: "ratio", range: "0 to 1", formula: "1 - sqrt(s2e / (s2e + T_i s2a))",
      reference: "Baltagi (2021), Econometric Analysis of Panel Data, chapter 2", command: regress),
    IndicatorDefinition(
      id: "recovery.fixed_effect",
      name: Translated(en: "Fixed effect", fr: "Effet fixe", es: "Efecto fijo"),
      definition: Translated(
        en: "Mean outcome of a level less what the terms account for.",
        fr: "Moyenne d'un niveau moins ce que les termes expliquent.",
        es: "Media de un nivel menos lo que explican los términos."),
      unit: "coefficient", range: "any", formula: "mean(y - x b), jointly for two effects",
      reference: textbook, command: regress),
    IndicatorDefinition(
      id: "recovery.wild_p_value",
      name: Translated(
        en: "Wild bootstrap p-value", fr: "Valeur p, bootstrap sauvage",
        es: "Valor p, bootstrap salvaje"),
      definition: Translated(
        en:
          "Share of sign changes of whole groups that give a |t| as large; right with few groups.",
        fr: "Part des changements de signe de groupes entiers donnant un |t| aussi grand.",
        es: "Parte de los cambios de signo de grupos enteros que dan un |t| tan grande."),
      unit: "ratio", range: "0 to 1", formula: "share of |t*| >= |t|, null imposed, Rademacher",
      reference: "Cameron, Gelbach and Miller (2008), REStat 90(3), 414-427", command: regress),
    IndicatorDefinition(
      id: "recovery.test",
      name: Translated(
        en: "Specification test", fr: "Test de spécification", es: "Prueba de especificación"),
      definition: Translated(
        en:
          "Statistic and p-value: unit effects (F, Breusch-Pagan), fixed against random (Hausman), dependence of units (Pesaran CD).",
        fr:
          "Statistique et valeur p : effets d'unité (F, Breusch-Pagan), fixes ou aléatoires (Hausman), dépendance (Pesaran CD).",
        es:
          "Estadístico y valor p: efectos de unidad (F, Breusch-Pagan), fijos o aleatorios (Hausman), dependencia (Pesaran CD)."
      ),
      unit: "statistic", range: "any", formula: "by the name in the component",
      reference: "Hausman (1978), Econometrica 46; Pesaran (2004), CESifo 1229", command: regress),
    IndicatorDefinition(
      id: "recovery.local_projection",
      name: Translated(
        en: "Local projection", fr: "Projection locale", es: "Proyección local"),
      definition: Translated(
        en:
          "Response of the outcome so many periods after a shock of one: long difference, or running sum.",
        fr:
          "Réponse de la variable tant de périodes après un choc de un : différence longue ou somme courante.",
        es:
          "Respuesta del resultado tantos períodos tras un choque de uno: diferencia larga o suma acumulada."
      ),
      unit: "coefficient", range: "any", formula: "y(t+h) - y(t-1) on the shock and controls",
      reference: "Jorda (2005), American Economic Review 95(1), 161-182",
      command: "indicators recovery local-projection"),
  ]
}
