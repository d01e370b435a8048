internal import ESSData

extension Catalogue {
  private static let scoreCommand = "indicators territories score"
  private static let handbook =
    "OECD and JRC (2008), Handbook on Constructing Composite Indicators"
  private static let scale = Translated(
    en:
      "Every choice is in method: denomination, screening, imputation, treatment, scale, weights, aggregation, ties.",
    fr:
      "Chaque choix est dans method : dénomination, sélection, imputation, traitement, échelle, poids, agrégation, ex æquo.",
    es:
      "Cada elección está en method: denominación, selección, imputación, tratamiento, escala, pesos, agregación, empates."
  )

  static let scores: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "territories.score",
      name: Translated(en: "Score", fr: "Score", es: "Puntuación"),
      definition: Translated(
        en: "Composite of indicators brought to one scale, at every level of their hierarchy.",
        fr:
          "Composite d'indicateurs ramenés à une échelle, à chaque niveau de leur hiérarchie.",
        es: "Compuesto de indicadores llevados a una escala, en cada nivel de su jerarquía."),
      unit: "score", range: "any",
      formula: "s_g = aggregate of w_i s_i over the parts i of the group g, sum w_i = 1",
      convention: scale, reference: handbook, command: scoreCommand),
    IndicatorDefinition(
      id: "territories.score_rank",
      name: Translated(en: "Rank by score", fr: "Rang selon le score", es: "Lugar por puntuación"),
      definition: Translated(
        en: "Place of a territory by its score, 1 for the highest; ties as method says.",
        fr: "Place d'un territoire selon son score, 1 pour le plus haut ; ex æquo selon method.",
        es: "Lugar de un territorio por su puntuación, 1 la más alta; empates según method."),
      unit: "place", range: "1 or more", formula: "1 + number of higher scores (ties=min)",
      convention: scale, reference: handbook, command: scoreCommand),
    IndicatorDefinition(
      id: "territories.score_contribution",
      name: Translated(
        en: "Contribution to a score", fr: "Contribution à un score",
        es: "Contribución a una puntuación"),
      definition: Translated(
        en:
          "What an indicator adds to the score of a group; the contributions of all add up to the score.",
        fr:
          "Ce qu'un indicateur apporte au score d'un groupe ; la somme des contributions est le score.",
        es:
          "Lo que un indicador aporta a la puntuación de un grupo; las contribuciones suman la puntuación."
      ),
      unit: "score", range: "any",
      formula: "x_i ds/dx_i; weight times value for arithmetic means (Euler)",
      reference: handbook, command: scoreCommand),
    IndicatorDefinition(
      id: "territories.score_normalised",
      name: Translated(
        en: "Normalised indicator", fr: "Indicateur normalisé", es: "Indicador normalizado"),
      definition: Translated(
        en: "An indicator on the common scale, on which higher is better.",
        fr: "Un indicateur sur l'échelle commune, où plus haut est meilleur.",
        es: "Un indicador en la escala común, en la que más alto es mejor."),
      unit: "score", range: "any",
      formula: "min-max: 100 (x - min) / (max - min), turned where lower is better",
      reference: handbook, command: scoreCommand),
    IndicatorDefinition(
      id: "territories.score_weight",
      name: Translated(en: "Weight in a group", fr: "Poids dans un groupe", es: "Peso en un grupo"),
      definition: Translated(
        en: "How much a part counts in its group; the weights of a group add up to 1.",
        fr: "Combien une partie compte dans son groupe ; les poids d'un groupe font 1.",
        es: "Cuánto cuenta una parte en su grupo; los pesos de un grupo suman 1."),
      unit: "ratio", range: "0 to 1", formula: "w_i / sum w", reference: handbook,
      command: scoreCommand),
    IndicatorDefinition(
      id: "territories.score_step",
      name: Translated(
        en: "Step of a score", fr: "Étape d'un score", es: "Paso de una puntuación"),
      definition: Translated(
        en: "Number of values that a step divided, left out, imputed or treated; note says how.",
        fr:
          "Nombre de valeurs divisées, écartées, imputées ou traitées par une étape ; note dit comment.",
        es:
          "Número de valores que un paso dividió, excluyó, imputó o trató; note dice cómo."),
      unit: "count", range: "0 or more",
      formula: "winsorised: values moved until |skewness| <= 2 or kurtosis <= 3.5",
      reference: handbook, command: scoreCommand),
  ]
}
