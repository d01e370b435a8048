public import ESSData

extension Catalogue {
  /// A range of values in words of a language.
  public static func range(_ range: String, in language: Language) -> String {
    let words = range.split(separator: " ")
    // "A to B" and "A or B", in numbers.
    if words.count == 3, let join = joins[String(words[1])], isNumber(words[0]), isNumber(words[2])
    {
      return "\(words[0]) \(join[language]) \(words[2])"
    }
    // "A or more", and "above A".
    if range.hasSuffix(" or more"), words.count == 3 {
      return "\(words[0]) " + orMore[language]
    }
    if words.count == 2, let start = starts[String(words[0])] {
      return "\(start[language]) \(words[1])"
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
  ]

  private static let phrases: [String: Translated] = [
    "any": Translated(en: "any", fr: "quelconque", es: "cualquiera"),
    "above 0, or censored": Translated(
      en: "above 0, or censored", fr: "supérieur à 0, ou censuré", es: "mayor que 0, o censurado"),
    "0 to the frame": Translated(
      en: "0 to the frame", fr: "de 0 au nombre de territoires du cadre",
      es: "de 0 al número de territorios del marco"),
    "0 to the population": Translated(
      en: "0 to the population", fr: "de 0 à la population", es: "de 0 a la población"),
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
