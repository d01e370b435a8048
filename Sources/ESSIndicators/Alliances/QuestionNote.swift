internal import ESSData

/// Why a number of an answer is missing, or what must be known of it.
enum QuestionNote {
  static let empty = Translated(
    en: "the selection holds no relation", fr: "la sélection ne contient aucune relation",
    es: "la selección no contiene ninguna relación")
  static let noWeights = Translated(
    en: "the input gives no such weights", fr: "les données ne donnent pas ces poids",
    es: "los datos no dan esos pesos")
  static let noNeed = Translated(
    en: "no need of the territories is known", fr: "aucun besoin des territoires n'est connu",
    es: "no se conoce la necesidad de los territorios")
  static let noShock = Translated(
    en: "no shock of the territories is known, or no alliance",
    fr: "aucun choc des territoires n'est connu, ou aucune alliance",
    es: "no se conoce el choque de los territorios, o ninguna alianza")
  static let noLevels = Translated(
    en: "the input gives no levels", fr: "les données ne donnent pas d'échelles",
    es: "los datos no dan escalas")
  static let nobodyOfLevel = Translated(
    en: "the input records none of this level", fr: "aucun de cette échelle n'est recensé",
    es: "no consta ninguno de esta escala")
  static let noThemes = Translated(
    en: "the input gives no themes", fr: "les données ne donnent pas de thèmes",
    es: "los datos no dan temas")
  static let noTypes = Translated(
    en: "the input gives no types of actor", fr: "les données ne donnent pas de types d'acteur",
    es: "los datos no dan tipos de actor")
  static let noSides = Translated(
    en:
      "the input does not set organisations of the SSE apart from others, or none share an alliance",
    fr: "les données ne distinguent pas l'ESS des autres, ou aucune alliance n'est partagée",
    es: "los datos no distinguen la ESS de los demás, o ninguna alianza se comparte")
  static let noPairs = Translated(
    en: "no pair shares an alliance", fr: "aucune paire ne partage une alliance",
    es: "ningún par comparte una alianza")
  static let noOtherPairs = Translated(
    en: "no pair without a government shares an alliance",
    fr: "aucune paire sans gouvernement ne partage une alliance",
    es: "ningún par sin gobierno comparte una alianza")
  static let noGroupPairs = Translated(
    en: "no pair of organisations shares one of them", fr: "aucune paire n'en partage une",
    es: "ningún par comparte una de ellas")
  static let tooManyPairs = Translated(
    en: "too many pairs of organisations share an alliance",
    fr: "trop de paires partagent une alliance", es: "demasiados pares comparten una alianza")
  static let noOutcome = Translated(
    en: "the input gives no outcome", fr: "les données ne donnent pas de résultat",
    es: "los datos no dan un resultado")
  static let tooAlike = Translated(
    en: "too few territories have such an alliance, or all have as many",
    fr: "trop peu de territoires ont une telle alliance, ou tous en ont autant",
    es: "muy pocos territorios tienen tal alianza, o todos tienen igual número")
  static let association = Translated(
    en: "an association, not an effect", fr: "une association, pas un effet",
    es: "una asociación, no un efecto")
  static let noActors = Translated(
    en: "no actors are named; see --actors", fr: "aucun acteur n'est nommé ; voir --actors",
    es: "no se nombran actores; véase --actors")
  static let unknownActors = Translated(
    en: "the input holds none of the actors", fr: "les données ne contiennent aucun des acteurs",
    es: "los datos no contienen a ninguno de los actores")
  static let tooSmall = Translated(
    en: "fewer than three organisations", fr: "moins de trois organisations",
    es: "menos de tres organizaciones")
  static let uncovered = Translated(
    en: "no territory has an alliance", fr: "aucun territoire n'a d'alliance",
    es: "ningún territorio tiene una alianza")
  static let noTotals = Translated(
    en: "no alliance states its number of members",
    fr: "aucune alliance ne déclare son nombre de membres",
    es: "ninguna alianza declara su número de miembros")
  static let noTerritoryOfSide = Translated(
    en: "no territory is on this side of the median",
    fr: "aucun territoire n'est de ce côté de la médiane",
    es: "ningún territorio está de este lado de la mediana")
  static let tooLargeForRanks = Translated(
    en: "no interval: the network is large; see indicators alliances key",
    fr: "pas d'intervalle : le réseau est grand ; voir indicators alliances key",
    es: "sin intervalo: la red es grande; véase indicators alliances key")
  static let noFirstYears = Translated(
    en: "no membership has a first year", fr: "aucune adhésion n'a de première année",
    es: "ninguna membresía tiene primer año")
  static let noneAtStart = Translated(
    en: "no dated membership in the first year", fr: "aucune adhésion datée la première année",
    es: "ninguna membresía fechada en el primer año")
  /// Nothing to say.
  static let none = Translated("")
}
