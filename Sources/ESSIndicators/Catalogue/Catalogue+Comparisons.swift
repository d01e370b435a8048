internal import ESSData

extension Catalogue {
  private static let kaur = "Kaur, Prakasa Rao and Singh (1994), Econometric Theory 10, 854-866"
  private static let davidson = "Davidson and Duclos (2000), Econometrica 68, 1435-1464"
  private static let ravallion = "Ravallion and Chen (2003), Economics Letters 78, 93-99"

  private static func entry(
    _ id: String, _ unit: String, _ range: String, _ formula: String, _ name: Translated,
    _ definition: Translated, reference: String, command: String
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id: id, name: name, definition: definition, unit: unit, range: range, formula: formula,
      convention: command == "indicators poverty dominance" ? dominanceRange : independentPeriods,
      reference: reference, command: command)
  }

  static let dominance: [IndicatorDefinition] = [
    entry(
      "dominance.verdict", "number", "-1 to 1",
      "1: second side below at every line; -1: first; 0: neither",
      Translated(
        en: "Poverty dominance", fr: "Dominance de pauvreté", es: "Dominancia de pobreza"),
      Translated(
        en:
          "Whether the sample curve of one side is never above the other's in the range of lines; the note says if that is "
          + "significant.",
        fr:
          "Si la courbe d'un côté n'est jamais au-dessus de l'autre dans la plage de seuils ; la note dit si c'est "
          + "significatif.",
        es:
          "Si la curva de un lado nunca está por encima de la otra en el rango de líneas; la nota dice si es "
          + "significativo."),
      reference: "Foster and Shorrocks (1988), Econometrica 56, 173-177",
      command: "indicators poverty dominance"),
    entry(
      "dominance.statistic", "number", "any",
      "least: min over lines of the t statistic in favour; greatest: max |t|",
      Translated(
        en: "Statistic of dominance", fr: "Statistique de dominance",
        es: "Estadístico de dominancia"),
      Translated(
        en: "The least favourable t statistic over the lines, and the largest in absolute value.",
        fr:
          "La statistique t la moins favorable parmi les seuils, et la plus grande en valeur absolue.",
        es: "El estadístico t menos favorable entre las líneas, y el mayor en valor absoluto."),
      reference: kaur, command: "indicators poverty dominance"),
    entry(
      "dominance.critical", "number", "above 0",
      "least: one-sided t; greatest: two-sided t at level^(1/lines) (Sidak)",
      Translated(
        en: "Critical value of dominance", fr: "Valeur critique de dominance",
        es: "Valor crítico de dominancia"),
      Translated(
        en:
          "What the statistic of the same name is held against, on the design's degrees of freedom.",
        fr:
          "Valeur à laquelle la statistique de même nom est comparée, avec les degrés de liberté du plan.",
        es:
          "Valor con el que se compara el estadístico del mismo nombre, con los grados de libertad del diseño."
      ),
      reference: "Sidak (1967), Journal of the American Statistical Association 62, 626-633",
      command: "indicators poverty dominance"),
    entry(
      "dominance.crossings", "count", "0 or more", "sign changes of D1(z) - D2(z)",
      Translated(
        en: "Number of crossings", fr: "Nombre de croisements", es: "Número de cruces"),
      Translated(
        en: "How often the sample curves cross in the range of lines.",
        fr: "Nombre de croisements des courbes de l'échantillon dans la plage de seuils.",
        es: "Número de cruces de las curvas de la muestra en el rango de líneas."),
      reference: davidson, command: "indicators poverty dominance"),
    entry(
      "dominance.crossing", "welfare_units", "above 0", "root of D1(z) - D2(z)",
      Translated(
        en: "Crossing of the curves", fr: "Croisement des courbes", es: "Cruce de las curvas"),
      Translated(
        en: "Line at which the sample curves cross, exactly.",
        fr: "Seuil où les courbes de l'échantillon se croisent, exactement.",
        es: "Línea en que las curvas de la muestra se cruzan, exactamente."),
      reference: davidson, command: "indicators poverty dominance"),
    entry(
      "dominance.index", "ratio", "any",
      "FGT(order - 1) at each line; difference: second less first",
      Translated(
        en: "Index of the dominance curve", fr: "Indice de la courbe de dominance",
        es: "Índice de la curva de dominancia"),
      Translated(
        en: "The poverty index of the order at a line, on both sides, and its difference.",
        fr: "L'indice de pauvreté de l'ordre à un seuil, des deux côtés, et leur différence.",
        es: "El índice de pobreza del orden en una línea, en ambos lados, y su diferencia."),
      reference: davidson, command: "indicators poverty dominance"),
  ]

  static let incidence: [IndicatorDefinition] = [
    entry(
      "incidence.growth", "percent", "-100 or more", "100 (Q1(p) / Q0(p) - 1)",
      Translated(
        en: "Growth incidence", fr: "Incidence de la croissance", es: "Incidencia del crecimiento"),
      Translated(
        en: "Growth of the welfare quantile at a share of the people (component, percent).",
        fr:
          "Croissance du quantile de niveau de vie à une part des personnes (composante, pour cent).",
        es:
          "Crecimiento del cuantil de bienestar en una parte de las personas (componente, por ciento)."
      ),
      reference: ravallion, command: "indicators poverty incidence"),
    entry(
      "incidence.mean_growth", "percent", "-100 or more", "100 (mean1 / mean0 - 1)",
      Translated(
        en: "Growth of the mean", fr: "Croissance de la moyenne", es: "Crecimiento de la media"),
      Translated(
        en: "Growth of mean welfare.", fr: "Croissance du niveau de vie moyen.",
        es: "Crecimiento del bienestar medio."),
      reference: ravallion, command: "indicators poverty incidence"),
    entry(
      "incidence.bottom_growth", "percent", "-100 or more",
      "100 (mean of the poorest 40 % after / before - 1)",
      Translated(
        en: "Growth of the poorest 40 %", fr: "Croissance des 40 % les plus pauvres",
        es: "Crecimiento del 40 % más pobre"),
      Translated(
        en:
          "Growth of the mean welfare of the poorest 40 %; above the mean's growth, prosperity was shared.",
        fr: "Croissance du niveau de vie moyen des 40 % les plus pauvres.",
        es: "Crecimiento del bienestar medio del 40 % más pobre."),
      reference:
        "World Bank (2015), A Measured Approach to Ending Poverty and Boosting Shared Prosperity",
      command: "indicators poverty incidence"),
    entry(
      "incidence.pro_poor_growth", "percent", "-100 or more",
      "100 / H0 times the integral of Q1(p) / Q0(p) - 1 over 0..H0",
      Translated(
        en: "Rate of pro-poor growth", fr: "Taux de croissance pro-pauvres",
        es: "Tasa de crecimiento pro-pobre"),
      Translated(
        en: "Mean growth rate over the quantiles of the initially poor.",
        fr: "Taux de croissance moyen sur les quantiles des pauvres initiaux.",
        es: "Tasa media de crecimiento en los cuantiles de los pobres iniciales."),
      reference: ravallion, command: "indicators poverty incidence"),
  ]
}
