internal import ESSData

extension Catalogue {
  private static func entry(
    _ id: String, _ unit: String, _ range: String, _ formula: String, _ name: Translated,
    _ definition: Translated
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id: "multidimensional." + id, name: name, definition: definition, unit: unit, range: range,
      formula: formula, convention: dualCutoff,
      reference: "Alkire and Foster (2011), Journal of Public Economics 95, 476-487",
      command: "indicators poverty multidimensional")
  }

  static let multidimensional: [IndicatorDefinition] = [
    entry(
      "deprived", "percent", "0 to 100", "100 mean(g_j)",
      Translated(
        en: "Deprived in a dimension", fr: "Privés dans une dimension",
        es: "Carentes en una dimensión"),
      Translated(
        en: "Share of the people deprived in a dimension, poor or not.",
        fr: "Part des personnes privées dans une dimension, pauvres ou non.",
        es: "Parte de las personas con carencia en una dimensión, pobres o no.")),
    entry(
      "headcount", "percent", "0 to 100", "H = 100 mean(c >= k)",
      Translated(
        en: "Multidimensional headcount ratio", fr: "Taux de pauvreté multidimensionnelle",
        es: "Tasa de pobreza multidimensional"),
      Translated(
        en: "Share of the people with a weighted count of deprivations of at least k.",
        fr: "Part des personnes dont le nombre pondéré de privations atteint k.",
        es: "Parte de las personas cuyo número ponderado de carencias llega a k.")),
    entry(
      "intensity", "percent", "0 to 100", "A = 100 mean(c of the poor) / sum of weights",
      Translated(
        en: "Intensity of poverty", fr: "Intensité de la pauvreté", es: "Intensidad de la pobreza"),
      Translated(
        en: "Mean share of weighted deprivations among the poor.",
        fr: "Part moyenne de privations pondérées parmi les pauvres.",
        es: "Parte media de carencias ponderadas entre los pobres.")),
    entry(
      "m0", "ratio", "0 to 1", "M0 = H A",
      Translated(
        en: "Adjusted headcount ratio", fr: "Taux de pauvreté ajusté",
        es: "Tasa de pobreza ajustada"),
      Translated(
        en: "Share of all possible deprivations that the poor have.",
        fr: "Part de toutes les privations possibles que subissent les pauvres.",
        es: "Parte de todas las carencias posibles que tienen los pobres.")),
    entry(
      "m1", "ratio", "0 to 1", "M1 = mean of censored weighted gaps / sum of weights",
      Translated(
        en: "Adjusted poverty gap", fr: "Écart de pauvreté ajusté", es: "Brecha de pobreza ajustada"
      ),
      Translated(
        en: "As M0, each deprivation counted by its gap (z - x) / z.",
        fr: "Comme M0, chaque privation comptée par son écart (z - x) / z.",
        es: "Como M0, cada carencia contada por su brecha (z - x) / z.")),
    entry(
      "m2", "ratio", "0 to 1", "M2 = mean of censored weighted squared gaps / sum of weights",
      Translated(
        en: "Adjusted squared gap", fr: "Écart carré ajusté", es: "Brecha cuadrada ajustada"),
      Translated(
        en: "As M1 with squared gaps.", fr: "Comme M1 avec les écarts au carré.",
        es: "Como M1 con brechas al cuadrado.")),
    entry(
      "censored", "percent", "0 to 100", "100 mean(g_j of the poor)",
      Translated(
        en: "Censored headcount ratio", fr: "Taux de privation censuré",
        es: "Tasa de carencia censurada"),
      Translated(
        en: "Share of the people who are poor and deprived in a dimension.",
        fr: "Part des personnes pauvres et privées dans une dimension.",
        es: "Parte de las personas pobres y con carencia en una dimensión.")),
    entry(
      "contribution", "percent", "0 to 100", "100 w_j h_j / (sum of weights times M0)",
      Translated(
        en: "Contribution to M0", fr: "Contribution à M0", es: "Contribución a M0"),
      Translated(
        en: "A dimension's share of M0; the shares add up to 100.",
        fr: "Part d'une dimension dans M0 ; la somme est 100.",
        es: "Parte de una dimensión en M0; la suma es 100.")),
  ]
}
