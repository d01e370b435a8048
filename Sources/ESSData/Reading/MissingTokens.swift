/// The texts that stand for a missing value.
public struct MissingTokens: Sendable, Equatable {
  /// Empty, `NA`, `NaN`, `#N/A`, `..` and `:`.
  public static let standard = MissingTokens(["", "NA", "NaN", "#N/A", "..", ":"])

  /// The texts, in the order given.
  public let texts: [String]
  private let bytes: [[UInt8]]
  /// Whether an empty field is missing.
  let hasEmpty: Bool
  /// The values of those that read as numbers, such as `-99`: a number equal to one may be the text.
  let numbers: [Double]

  /// Texts, each byte for byte as it stands in the field.
  public init(_ texts: [String]) {
    self.texts = texts
    bytes = texts.map { Array($0.utf8) }
    hasEmpty = texts.contains("")
    numbers = texts.compactMap { NumberText.parse($0) }
  }

  /// Whether a text is one of them.
  public func contains(_ text: String) -> Bool { texts.contains(text) }

  /// Whether a field is one of the texts.
  func contains(_ field: Span<UInt8>) -> Bool {
    bytes.contains { token in
      guard token.count == field.count else { return false }
      return token.indices.allSatisfy { token[$0] == field[$0] }
    }
  }

  /// What a field of a column of numbers holds: a number, `nan` where it is missing, `nil` for any other text.
  func number(_ field: Span<UInt8>) -> Double? {
    if let value = NumberText.parse(field), !numbers.contains(value) { return value }
    return contains(field) ? .nan : NumberText.parse(field)
  }
}
