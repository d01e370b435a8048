internal import ESSData

extension Catalogue {
  static let networkAssociation: [IndicatorDefinition] = [
    network(
      "qap", "association", unit: "number", range: "-1 to 1",
      formula: "correlation over pairs",
      reference: "Krackhardt (1988), Social Networks 10, 359-381",
      name: Translated(
        en: "Correlation over pairs",
        fr: "Corrélation sur les paires",
        es: "Correlación sobre pares"),
      definition: Translated(
        en: "Correlation of ties with another value of each pair.",
        fr: "Corrélation des liens avec une autre valeur de chaque paire.",
        es: "Correlación de los vínculos con otro valor de cada par.")),
    network(
      "qap_p", "association", unit: "ratio", range: "0 to 1",
      formula: "share of renamings, (b+1)/(n+1)",
      reference: "Krackhardt (1988), Social Networks 10, 359-381",
      name: Translated(
        en: "p of the correlation",
        fr: "p de la corrélation",
        es: "p de la correlación"),
      definition: Translated(
        en: "Share of renamings of the nodes that give as much.",
        fr: "Part des permutations des nœuds qui donnent autant.",
        es: "Parte de las permutaciones de nodos que dan tanto.")),
    network(
      "mrqap", "association", unit: "number", range: "any",
      formula: "least squares over pairs",
      reference: "Dekker, Krackhardt and Snijders (2007), Psychometrika 72, 563-581",
      name: Translated(
        en: "Regression over pairs",
        fr: "Régression sur les paires",
        es: "Regresión sobre pares"),
      definition: Translated(
        en: "Change of the tie's weight with one unit of the term, the others held fixed.",
        fr: "Variation du poids du lien pour une unité du terme, les autres fixés.",
        es: "Cambio del peso del vínculo por unidad del término, fijos los demás.")),
    network(
      "mrqap_t", "association", unit: "number", range: "any",
      formula: "coefficient / its least squares standard error",
      reference: "Dekker, Krackhardt and Snijders (2007), Psychometrika 72, 563-581",
      name: Translated(
        en: "t of the regression",
        fr: "t de la régression",
        es: "t de la regresión"),
      definition: Translated(
        en: "Only for comparing renamings; pairs are not independent.",
        fr: "Seulement pour comparer les permutations ; les paires ne sont pas indépendantes.",
        es: "Solo para comparar permutaciones; los pares no son independientes.")),
    network(
      "mrqap_p", "association", unit: "ratio", range: "0 to 1",
      formula: "double semi-partialling, (b+1)/(n+1)",
      reference: "Dekker, Krackhardt and Snijders (2007), Psychometrika 72, 563-581",
      name: Translated(
        en: "p of the regression",
        fr: "p de la régression",
        es: "p de la regresión"),
      definition: Translated(
        en: "Share of renamings of what the other terms leave that give a t as large.",
        fr: "Part des permutations du résidu du terme donnant un t aussi grand.",
        es: "Parte de las permutaciones del residuo del término que dan un t igual de grande.")),
    network(
      "mrqap_r_squared", "association", unit: "ratio", range: "0 to 1",
      formula: "1 - residual / total sum of squares",
      reference: "Dekker, Krackhardt and Snijders (2007), Psychometrika 72, 563-581",
      name: Translated(
        en: "Variance explained over pairs",
        fr: "Variance expliquée sur les paires",
        es: "Varianza explicada sobre pares"),
      definition: Translated(
        en: "Share of the variance of tie weights that the terms explain.",
        fr: "Part de la variance des poids expliquée par les termes.",
        es: "Parte de la varianza de los pesos que explican los términos.")),
    network(
      "logit", "association", unit: "number", range: "any",
      formula: "log odds = b'x over pairs, Newton's method",
      reference: "Wasserman and Pattison (1996), Psychometrika 61, 401-425",
      name: Translated(
        en: "Log odds of a tie",
        fr: "Log-cote d'un lien",
        es: "Log-momio de un vínculo"),
      definition: Translated(
        en: "Change of the log odds of a tie with one unit of the term; ties independent given "
          + "the terms.",
        fr: "Variation de la log-cote d'un lien par unité du terme ; liens indépendants "
          + "sachant les termes.",
        es: "Cambio del log-momio de un vínculo por unidad del término; vínculos "
          + "independientes dados los términos.")),
    network(
      "logit_fit", "association", unit: "number", range: "any",
      formula: "log-likelihood, AIC, BIC",
      reference: "Wasserman and Pattison (1996), Psychometrika 61, 401-425",
      name: Translated(
        en: "Fit of the log odds",
        fr: "Ajustement des log-cotes",
        es: "Ajuste de los log-momios"),
      definition: Translated(
        en: "Log-likelihood and information criteria of the logistic regression.",
        fr: "Log-vraisemblance et critères d'information de la régression logistique.",
        es: "Log-verosimilitud y criterios de información de la regresión logística.")),
  ]
}
