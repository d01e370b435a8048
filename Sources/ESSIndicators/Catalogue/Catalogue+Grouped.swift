internal import ESSData

extension Catalogue {
  private static let command = "indicators poverty grouped"
  private static let datt =
    "Datt (1998), Computational tools for poverty measurement and analysis, FCND Discussion Paper 50"

  private static func entry(
    _ id: String, _ unit: String, _ range: String, _ formula: String, _ name: Translated,
    _ definition: Translated, reference: String = datt
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id: "grouped." + id, name: name, definition: definition, unit: unit, range: range,
      formula: formula, convention: fittedCurves, reference: reference, command: command)
  }

  static let grouped: [IndicatorDefinition] = [
    entry(
      "parameter", "coefficient", "any",
      "gq: L(1-L) = a(p^2-L) + b L(p-1) + c(p-L); beta: ln(p-L) = ln theta + gamma ln p + delta ln(1-p)",
      Translated(
        en: "Parameter of a Lorenz curve", fr: "Paramètre d'une courbe de Lorenz",
        es: "Parámetro de una curva de Lorenz"),
      Translated(
        en:
          "Least squares over the interior points; the standard error is that of the regression, not of "
          + "a sample.",
        fr:
          "Moindres carrés sur les points intérieurs ; l'erreur type est celle de la régression, non "
          + "d'un échantillon.",
        es:
          "Mínimos cuadrados en los puntos interiores; el error estándar es el de la regresión, no el "
          + "de una muestra.")),
    entry(
      "squared_errors", "coefficient", "0 or more", "sum (L - L(p))^2 over the interior points",
      Translated(
        en: "Squared errors of a Lorenz curve", fr: "Erreurs quadratiques d'une courbe de Lorenz",
        es: "Errores cuadrados de una curva de Lorenz"),
      Translated(
        en: "How far the curve is from the points; the smaller of two valid curves is used.",
        fr: "Distance de la courbe aux points ; de deux courbes valides, la plus proche sert.",
        es: "Distancia de la curva a los puntos; de dos curvas válidas se usa la más cercana.")),
    entry(
      "gini", "ratio", "0 to 1", "1 - 2 integral of L(p)",
      Translated(
        en: "Gini index from grouped data", fr: "Indice de Gini (données groupées)",
        es: "Índice de Gini (datos agrupados)"),
      Translated(
        en: "Gini index of the fitted Lorenz curve.",
        fr: "Indice de Gini de la courbe de Lorenz ajustée.",
        es: "Índice de Gini de la curva de Lorenz ajustada.")),
    entry(
      "mean_log_deviation", "number", "0 or more", "- integral of ln L'(p)",
      Translated(
        en: "Mean log deviation from grouped data",
        fr: "Écart logarithmique moyen (données groupées)",
        es: "Desviación logarítmica media (datos agrupados)"),
      Translated(
        en: "GE(0) of the fitted curve; not available where the curve has negative welfare.",
        fr: "GE(0) de la courbe ajustée ; non disponible si la courbe a un niveau de vie négatif.",
        es: "GE(0) de la curva ajustada; no disponible si la curva tiene bienestar negativo.")),
    entry(
      "median", "welfare_units", "any", "mean L'(1/2)",
      Translated(
        en: "Median from grouped data", fr: "Médiane (données groupées)",
        es: "Mediana (datos agrupados)"),
      Translated(
        en: "Welfare at the middle rank of the fitted curve.",
        fr: "Niveau de vie au rang médian de la courbe ajustée.",
        es: "Bienestar en el rango medio de la curva ajustada.")),
    entry(
      "quantile_share", "ratio", "0 to 1", "L(k/n) - L((k-1)/n)",
      Translated(
        en: "Quantile share from grouped data", fr: "Part d'un quantile (données groupées)",
        es: "Participación de un cuantil (datos agrupados)"),
      Translated(
        en:
          "Share of welfare of the k-th of n groups of equal size, poorest first (component k/n).",
        fr: "Part du k-ième de n groupes égaux, du plus pauvre au plus riche (composante k/n).",
        es: "Parte del grupo k de n grupos iguales, del más pobre al más rico (componente k/n).")),
    entry(
      "headcount", "ratio", "0 to 1", "the root H of L'(H) = z / mean",
      Translated(
        en: "Headcount ratio from grouped data", fr: "Taux de pauvreté (données groupées)",
        es: "Tasa de pobreza (datos agrupados)"),
      Translated(
        en: "Share of people below the line on the fitted curve.",
        fr: "Part des personnes sous le seuil selon la courbe ajustée.",
        es: "Parte de las personas bajo la línea según la curva ajustada.")),
    entry(
      "poverty_gap", "ratio", "0 or more", "H - (mean / z) L(H)",
      Translated(
        en: "Poverty gap index from grouped data",
        fr: "Indice d'écart de pauvreté (données groupées)",
        es: "Índice de brecha de pobreza (datos agrupados)"),
      Translated(
        en: "Mean shortfall from the line as a share of it, the non-poor counting as zero.",
        fr: "Écart moyen au seuil, en part du seuil, nul pour les non-pauvres.",
        es: "Brecha media respecto a la línea, como parte de ella, cero para los no pobres.")),
    entry(
      "squared_poverty_gap", "ratio", "0 or more", "integral over 0..H of (1 - mean L'(p) / z)^2",
      Translated(
        en: "Squared poverty gap index from grouped data",
        fr: "Indice d'écart de pauvreté au carré (données groupées)",
        es: "Índice de brecha de pobreza al cuadrado (datos agrupados)"),
      Translated(
        en: "Severity: mean squared shortfall as a share of the line.",
        fr: "Sévérité : moyenne du carré de l'écart relatif au seuil.",
        es: "Severidad: media del cuadrado de la brecha relativa a la línea.")),
    entry(
      "watts", "number", "0 or more", "integral over 0..H of ln(z / (mean L'(p)))",
      Translated(
        en: "Watts index from grouped data", fr: "Indice de Watts (données groupées)",
        es: "Índice de Watts (datos agrupados)"),
      Translated(
        en: "Mean log shortfall by adaptive quadrature; not available where the curve has negative "
          + "welfare.",
        fr:
          "Écart logarithmique moyen par quadrature adaptative ; non disponible si la courbe a un "
          + "niveau de vie négatif.",
        es: "Brecha logarítmica media por cuadratura adaptativa; no disponible si la curva tiene "
          + "bienestar negativo."),
      reference: "Watts (1968), An economic definition of poverty"),
    entry(
      "elasticity_to_mean", "elasticity", "any",
      "H: -z / (mean H L''(H)); index alpha: alpha (1 - P(alpha-1) / P(alpha))",
      Translated(
        en: "Elasticity of poverty to the mean", fr: "Élasticité de la pauvreté à la moyenne",
        es: "Elasticidad de la pobreza a la media"),
      Translated(
        en: "Percent change of the index for one percent of growth, the Lorenz curve fixed.",
        fr:
          "Variation en pour cent de l'indice pour un pour cent de croissance, courbe de Lorenz fixe.",
        es:
          "Cambio porcentual del índice por uno por ciento de crecimiento, con la curva de Lorenz fija."
      )),
    entry(
      "elasticity_to_gini", "elasticity", "any",
      "H: (1 - z / mean) / (H L''(H)); index alpha: alpha (1 + (mean / z - 1) P(alpha-1) / P(alpha))",
      Translated(
        en: "Elasticity of poverty to the Gini index",
        fr: "Élasticité de la pauvreté à l'indice de Gini",
        es: "Elasticidad de la pobreza al índice de Gini"),
      Translated(
        en:
          "Percent change of the index for one percent more inequality, the mean fixed: p - L becomes "
          + "(1 + t)(p - L).",
        fr:
          "Variation en pour cent de l'indice pour un pour cent d'inégalité en plus, moyenne fixe : "
          + "p - L devient (1 + t)(p - L).",
        es:
          "Cambio porcentual del índice por uno por ciento más de desigualdad, con la media fija: p - L "
          + "pasa a (1 + t)(p - L)."),
      reference: "Kakwani (1990), Poverty and economic growth, LSMS Working Paper 63"),
  ]
}
