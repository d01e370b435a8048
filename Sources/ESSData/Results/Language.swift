/// The languages of labels.
public enum Language: String, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// French.
  case french = "fr"
  /// Spanish.
  case spanish = "es"
}

/// A text in each language.
public struct Translated: Sendable, Equatable {
  private let texts: [String]

  /// The texts in English, French and Spanish.
  public init(en: String, fr: String, es: String) {
    texts = [en, fr, es]
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: texts[0]
    case .french: texts[1]
    case .spanish: texts[2]
    }
  }
}
