public import ESSData

/// What every table for people needs: the language, the decimals, the names of territories.
public struct DisplayContext: Sendable {
  /// The language of labels.
  public var language: Language
  /// Decimals asked for; `nil` for those that suit each column.
  public var decimals: Int?
  /// The territories, for their names.
  public var tree: TerritoryTree

  /// A context.
  public init(language: Language, decimals: Int? = nil, tree: TerritoryTree) {
    self.language = language
    self.decimals = decimals
    self.tree = tree
  }

  var style: NumberStyle { NumberStyle(language: language, decimals: decimals) }

  func words(_ en: String, _ fr: String, _ es: String) -> String {
    Translated(en: en, fr: fr, es: es)[language]
  }

  func name(_ territory: String) -> String { tree.name(of: territory, in: language) }

  func territoryColumn() -> Display.Column {
    Display.Column(words("Territory", "Territoire", "Territorio"), isNumeric: false)
  }

  /// Which groups are refused since their territories have no people.
  func weightless(_ groups: [String]) -> String {
    let names = list(groups)
    return words(
      "Refused, population zero or missing: \(names).",
      "Refusés, population nulle ou manquante : \(names).",
      "Rechazados, población nula o sin dato: \(names).")
  }

  /// "A, B, C and 4 more".
  func list(_ names: [String], most: Int = 40) -> String {
    let shown = names.prefix(most).joined(separator: ", ")
    guard names.count > most else { return shown }
    let more = names.count - most
    return shown + " " + words("and \(more) more", "et \(more) autres", "y \(more) más")
  }
}
