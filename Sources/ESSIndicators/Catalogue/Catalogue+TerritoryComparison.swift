internal import ESSData

extension Catalogue {
  private static let rates =
    "Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300"

  /// What `indicators territories compare` computes.
  static let territoryComparison: [IndicatorDefinition] = [
    territories(
      "compare_reference", "compare", unit: "level", range: "any",
      formula: "sum w_j x_j / sum w_j over the reference",
      reference: "Cochran (1977), Sampling Techniques, 3rd edition",
      name: Translated(
        en: "Reference of a comparison", fr: "Référence d'une comparaison",
        es: "Referencia de una comparación"),
      definition: Translated(
        en: "Value of the territory, or mean of the group, that others are compared with.",
        fr: "Valeur du territoire, ou moyenne du groupe, auquel les autres sont comparés.",
        es: "Valor del territorio, o media del grupo, con que se comparan los demás.")),
    territories(
      "difference", "compare", unit: "level", range: "any",
      formula: "x_i - reference; variance c'Vc of the contrast",
      reference: "Cochran (1977), Sampling Techniques, 3rd edition",
      name: Translated(
        en: "Difference from the reference", fr: "Différence avec la référence",
        es: "Diferencia con la referencia"),
      definition: Translated(
        en: "A territory's value less that of the reference; a territory within it counts in both.",
        fr:
          "Valeur du territoire moins celle de la référence ; un territoire qui en fait partie compte dans les deux.",
        es:
          "Valor del territorio menos el de la referencia; un territorio que la integra cuenta en ambos."
      )),
    territories(
      "ratio", "compare", unit: "ratio_any", range: "any",
      formula: "x_i / reference",
      reference: "Fieller (1954), Journal of the Royal Statistical Society B 16, 175-185",
      name: Translated(
        en: "Ratio to the reference", fr: "Rapport à la référence", es: "Razón con la referencia"),
      definition: Translated(
        en:
          "A territory's value over that of the reference, with a linearised or Fieller interval.",
        fr:
          "Valeur du territoire rapportée à celle de la référence, avec un intervalle linéarisé ou de Fieller.",
        es:
          "Valor del territorio sobre el de la referencia, con intervalo linealizado o de Fieller.")
    ),
    territories(
      "difference_z", "compare", unit: "statistic", range: "any",
      formula: "difference / standard error",
      reference: "Schenker and Gentleman (2001), American Statistician 55, 182-186",
      name: Translated(
        en: "Score of a difference", fr: "Score d'une différence",
        es: "Puntuación de una diferencia"
      ),
      definition: Translated(
        en: "The difference from the reference in units of its standard error.",
        fr: "La différence avec la référence en unités de son erreur type.",
        es: "La diferencia con la referencia en unidades de su error estándar.")),
    territories(
      "difference_p", "compare", unit: "probability", range: "0 to 1",
      formula: "2 (1 - Phi(|z|))",
      reference: "Schenker and Gentleman (2001), American Statistician 55, 182-186",
      name: Translated(
        en: "Test of a difference", fr: "Test d'une différence", es: "Prueba de una diferencia"),
      definition: Translated(
        en: "Two-sided p-value of no difference from the reference, for normal errors.",
        fr:
          "Valeur p bilatérale d'une différence nulle avec la référence, pour des erreurs normales.",
        es: "Valor p bilateral de ninguna diferencia con la referencia, para errores normales.")),
    territories(
      "difference_adjusted_p", "compare", unit: "probability", range: "0 to 1",
      formula: "smallest rate at which the test is a discovery of its family", reference: rates,
      name: Translated(
        en: "Adjusted test of a difference", fr: "Test ajusté d'une différence",
        es: "Prueba ajustada de una diferencia"),
      definition: Translated(
        en: "The p-value adjusted for the number of tests of the stated family.",
        fr: "La valeur p ajustée au nombre de tests de la famille indiquée.",
        es: "El valor p ajustado al número de pruebas de la familia indicada.")),
  ]
}
