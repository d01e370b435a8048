public import ESSData

extension Catalogue {
  /// A range of values in words of a language.
  public static func range(_ range: String, in language: Language) -> String {
    for (tail, words) in conditions where range.hasSuffix(tail) {
      return self.range(String(range.dropLast(tail.count)), in: language) + words[language]
    }
    let words = range.split(separator: " ")
    // "A to B", "A or B"; "A or more", "A and above".
    if words.count == 3, isNumber(words[0]) {
      if isNumber(words[2]), let join = joins[String(words[1])] {
        return "\(words[0]) \(join[language]) \(words[2])"
      }
      if ["or more", "and above"].contains(words[1...].joined(separator: " ")) {
        return "\(words[0]) " + orMore[language]
      }
    }
    // "above A", "at least A".
    if let number = words.last, isNumber(number),
      let start = starts[words.dropLast().joined(separator: " ")]
    {
      return "\(start[language]) \(number)"
    }
    return phrases[range]?[language] ?? range
  }

  /// A reference; what is no bibliographic entry is put into words of a language.
  public static func reference(_ reference: String, in language: Language) -> String {
    phrases[reference]?[language] ?? reference
  }

  private static func isNumber(_ text: Substring) -> Bool { Double(text) != nil }

  private static let joins = [
    "to": Translated(en: "to", fr: "à", es: "a"), "or": Translated(en: "or", fr: "ou", es: "o"),
  ]
  private static let orMore = Translated(en: "or more", fr: "ou plus", es: "o más")
  private static let starts = [
    "above": Translated(en: "above", fr: "supérieur à", es: "mayor que"),
    "below": Translated(en: "below", fr: "inférieur à", es: "menor que"),
    "at least": Translated(en: "at least", fr: "au moins", es: "al menos"),
    "at most": Translated(en: "at most", fr: "au plus", es: "a lo sumo"),
  ]
  private static let conditions = [
    " for welfare of at least zero": Translated(
      en: " for welfare of at least zero", fr: " pour un bien-être d'au moins zéro",
      es: " para un bienestar de al menos cero")
  ]

  private static let phrases: [String: Translated] = [
    "any": Translated(en: "any", fr: "quelconque", es: "cualquiera"),
    "above 0, or censored": Translated(
      en: "above 0, or censored", fr: "supérieur à 0, ou censuré", es: "mayor que 0, o censurado"),
    "-1, 0 or 1": Translated(en: "-1, 0 or 1", fr: "-1, 0 ou 1", es: "-1, 0 o 1"),
    "the range of lines": Translated(
      en: "the range of lines", fr: "l'intervalle des seuils", es: "el intervalo de las líneas"),
    "at most 0 for H": Translated(
      en: "at most 0 for H", fr: "au plus 0 pour H", es: "a lo sumo 0 para H"),
    "0 to the frame": Translated(
      en: "0 to the frame", fr: "de 0 au nombre de territoires du cadre",
      es: "de 0 al número de territorios del marco"),
    "0 to the population": Translated(
      en: "0 to the population", fr: "de 0 à la population", es: "de 0 a la población"),
    "convention of this program": Translated(
      en: "convention of this program", fr: "convention de ce programme",
      es: "convención de este programa"),
    "drop report": Translated(
      en: "drop report", fr: "relevé des lignes écartées", es: "informe de filas descartadas"),
    "inversion of the nowcast": Translated(
      en: "inversion of the nowcast", fr: "inversion de l'estimation avancée",
      es: "inversión de la estimación anticipada"),
    "survey estimate": Translated(
      en: "survey estimate", fr: "estimation par sondage", es: "estimación por encuesta"),
    "coverage of the aggregate": Translated(
      en: "coverage of the aggregate", fr: "couverture de l'agrégat", es: "cobertura del agregado"),
    "definition of this project": Translated(
      en: "definition of this project", fr: "définition de ce projet",
      es: "definición de este proyecto"),
    "difference of headcount ratios": Translated(
      en: "difference of headcount ratios", fr: "différence de taux de pauvreté",
      es: "diferencia de tasas de pobreza"),
    "forecast error": Translated(
      en: "forecast error", fr: "erreur de prévision", es: "error de previsión"),
    "index number": Translated(en: "index number", fr: "nombre indice", es: "número índice"),
    "national accounts": Translated(
      en: "national accounts", fr: "comptes nationaux", es: "cuentas nacionales"),
    "ordinary least squares; delta method": Translated(
      en: "ordinary least squares; delta method", fr: "moindres carrés ordinaires ; méthode delta",
      es: "mínimos cuadrados ordinarios; método delta"),
    "ECLAC, by vintage": Translated(
      en: "ECLAC, by vintage", fr: "CEPALC, par millésime", es: "CEPAL, por edición"),
    "ECLAC, IMF, World Bank, by vintage": Translated(
      en: "ECLAC, IMF, World Bank, by vintage", fr: "CEPALC, FMI, Banque mondiale, par millésime",
      es: "CEPAL, FMI, Banco Mundial, por edición"),
  ]
}
