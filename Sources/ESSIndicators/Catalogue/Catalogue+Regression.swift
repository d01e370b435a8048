internal import ESSData

extension Catalogue {
  private static let errors = Translated(
    en:
      "The covariance, its small-sample factor and the degrees of freedom of the t interval are named in the method; K "
      + "counts absorbed effects, those nested in the clusters once (`standard`). A dependent column is dropped and named.",
    fr:
      "La covariance, son facteur de petit échantillon et les degrés de liberté de l'intervalle t sont nommés dans la "
      + "méthode ; K compte les effets absorbés, une fois ceux emboîtés dans les grappes (`standard`). Une colonne dépendante "
      + "est retirée et nommée.",
    es:
      "La covarianza, su factor de muestra pequeña y los grados de libertad del intervalo t se nombran en el método; K "
      + "cuenta los efectos absorbidos, una vez los anidados en los conglomerados (`standard`). Una columna dependiente se "
      + "quita y se nombra."
  )

  private static let fitting = Translated(
    en:
      "R squared is within the absorbed effects; redundant dummies are not counted as parameters; of two effects the second "
      + "is 0 at its first level.",
    fr:
      "Le R carré est à l'intérieur des effets absorbés ; les indicatrices redondantes ne comptent pas comme paramètres ; "
      + "de deux effets le second vaut 0 à son premier niveau.",
    es:
      "El R cuadrado es dentro de los efectos absorbidos; las variables ficticias redundantes no cuentan como parámetros; "
      + "de dos efectos el segundo vale 0 en su primer nivel."
  )

  private static let components = Translated(
    en:
      "Divisors of the variance components differ between the methods, as in plm; a negative component is set to 0.",
    fr:
      "Les diviseurs des composantes de la variance diffèrent selon la méthode, comme dans plm ; une composante négative "
      + "est mise à 0.",
    es:
      "Los divisores de los componentes de la varianza difieren según el método, como en plm; un componente negativo se pone en 0."
  )

  private static let drawn = Translated(
    en:
      "The null is imposed, signs are Rademacher's, all of them up to 12 groups; ties with the sample count, and both "
      + "counts are given.",
    fr:
      "L'hypothèse nulle est imposée, les signes sont de Rademacher, tous jusqu'à 12 grappes ; les ex aequo avec "
      + "l'échantillon comptent, et les deux comptes sont donnés.",
    es:
      "Se impone la hipótesis nula, los signos son de Rademacher, todos hasta 12 grupos; los empates con la muestra "
      + "cuentan, y se dan ambos recuentos."
  )

  private static let horizon = Translated(
    en:
      "Two outputs by name: the long difference y(t+h) - y(t-1), and the cumulative sum of growth; horizon 0 is the period "
      + "of the shock; lags go by time, never by row.",
    fr:
      "Deux sorties nommées : la différence longue y(t+h) - y(t-1) et la somme cumulée de la croissance ; l'horizon 0 est "
      + "la période du choc ; les retards suivent le temps, jamais les lignes.",
    es:
      "Dos salidas con nombre: la diferencia larga y(t+h) - y(t-1) y la suma acumulada del crecimiento; el horizonte 0 es "
      + "el período del choque; los rezagos van por tiempo, nunca por fila."
  )

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
      unit: "coefficient", range: "any", formula: "least squares, by QR", convention: errors,
      reference: textbook,
      command: regress),
    IndicatorDefinition(
      id: "recovery.t_statistic",
      name: Translated(en: "t statistic", fr: "Statistique t", es: "Estadístico t"),
      definition: Translated(
        en: "Coefficient over its standard error.", fr: "Coefficient rapporté à son erreur type.",
        es: "Coeficiente entre su error estándar."),
      unit: "statistic", range: "any", formula: "b / se(b)", convention: errors,
      reference: textbook,
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
      convention: errors, reference: "Pustejovsky and Tipton (2018), JBES 36, 672-683",
      command: regress),
    IndicatorDefinition(
      id: "recovery.p_value",
      name: Translated(en: "p-value", fr: "Valeur p", es: "Valor p"),
      definition: Translated(
        en: "Probability of a statistic as far out if the coefficient were 0; two-sided.",
        fr: "Probabilité d'une statistique aussi extrême si le coefficient était nul ; bilatérale.",
        es: "Probabilidad de un estadístico tan extremo si el coeficiente fuera 0; bilateral."),
      unit: "ratio", range: "0 to 1", formula: "2 P(t_df > |t|)", convention: errors,
      reference: textbook,
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
      unit: "ratio", range: "at most 1", formula: "1 - RSS / TSS", convention: fitting,
      reference: textbook,
      command: regress),
    IndicatorDefinition(
      id: "recovery.f_statistic",
      name: Translated(en: "F statistic", fr: "Statistique F", es: "Estadístico F"),
      definition: Translated(
        en: "Wald statistic of all slopes over their number, with the covariance asked for.",
        fr: "Statistique de Wald de toutes les pentes divisée par leur nombre.",
        es: "Estadístico de Wald de todas las pendientes entre su número."),
      unit: "statistic", range: "0 or more", formula: "b' V^-1 b / k", convention: errors,
      reference: textbook,
      command: regress),
    IndicatorDefinition(
      id: "recovery.parameters",
      name: Translated(en: "Parameters", fr: "Paramètres", es: "Parámetros"),
      definition: Translated(
        en: "Coefficients and independent levels of the fixed effects.",
        fr: "Coefficients et niveaux indépendants des effets fixes.",
        es: "Coeficientes y niveles independientes de los efectos fijos."),
      unit: "count", range: "1 or more", formula: "k + rank of the dummies",
      convention: fitting, reference: "Guimaraes and Portugal (2010), Stata Journal 10(4), 628-649",
      command: regress),
    IndicatorDefinition(
      id: "recovery.groups",
      name: Translated(en: "Groups", fr: "Groupes", es: "Grupos"),
      definition: Translated(
        en: "Number of groups (or periods) within which errors may depend on each other.",
        fr: "Nombre de groupes (ou périodes) au sein desquels les erreurs peuvent être liées.",
        es: "Número de grupos (o períodos) dentro de los cuales los errores pueden depender."),
      unit: "count", range: "2 or more", formula: "G", convention: fitting, reference: textbook,
      command: regress),
    IndicatorDefinition(
      id: "recovery.rows_dropped",
      name: Translated(en: "Rows left out", fr: "Lignes écartées", es: "Filas excluidas"),
      definition: Translated(
        en: "Number of rows left out for the reason in the component.",
        fr: "Nombre de lignes écartées pour la raison donnée par la composante.",
        es: "Número de filas excluidas por la razón del componente."),
      unit: "count", range: "1 or more", formula: "count", convention: fitting,
      reference: "definition of this project",
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
      convention: components,
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
      convention: components,
      reference: "Baltagi (2021), Econometric Analysis of Panel Data, chapter 2", command: regress),
    IndicatorDefinition(
      id: "recovery.fixed_effect",
      name: Translated(en: "Fixed effect", fr: "Effet fixe", es: "Efecto fijo"),
      definition: Translated(
        en: "Mean outcome of a level less what the terms account for.",
        fr: "Moyenne d'un niveau moins ce que les termes expliquent.",
        es: "Media de un nivel menos lo que explican los términos."),
      unit: "coefficient", range: "any", formula: "mean(y - x b), jointly for two effects",
      convention: fitting, reference: textbook, command: regress),
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
      convention: drawn, reference: "Cameron, Gelbach and Miller (2008), REStat 90(3), 414-427",
      command: regress),
    IndicatorDefinition(
      id: "recovery.test",
      name: Translated(
        en: "Specification test", fr: "Test de spécification", es: "Prueba de especificación"),
      definition: Translated(
        en:
          "Statistic and p-value: unit effects (F, Breusch-Pagan), fixed against random (Hausman), dependence of units (Pesaran "
          + "CD).",
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
      convention: horizon, reference: "Jorda (2005), American Economic Review 95(1), 161-182",
      command: "indicators recovery local-projection"),
  ]
}
