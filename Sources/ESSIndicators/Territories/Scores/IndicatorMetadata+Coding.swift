internal import ESSData

extension IndicatorMetadata: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case code, name, unit, direction, parent, weight, goalposts, target, denominator
    case transformation, note
  }

  /// Reads the metadata of a recipe file; only the code is required.
  public init(from decoder: any Decoder) throws {
    try RecipeKeys.check(decoder, Key.self, of: "an indicator")
    let values = try decoder.container(keyedBy: Key.self)
    let code = try values.decode(String.self, forKey: .code)
    func translated(_ key: Key) throws -> Translated? {
      guard let texts = try values.decodeIfPresent([String: String].self, forKey: key),
        let any = texts["en"] ?? texts["fr"] ?? texts["es"] ?? texts.values.min()
      else { return nil }
      let known = Language.allCases.map(\.rawValue)
      if let other = texts.keys.sorted().first(where: { !known.contains($0) }) {
        throw DataError.unknownName(kind: "language of an indicator", name: other, known: known)
      }
      return Translated(en: texts["en"] ?? any, fr: texts["fr"] ?? any, es: texts["es"] ?? any)
    }
    self.init(
      code: code,
      name: try translated(.name),
      unit: try values.decodeIfPresent(String.self, forKey: .unit) ?? "",
      direction: try values.decodeIfPresent(Direction.self, forKey: .direction) ?? .higher,
      parent: try values.decodeIfPresent(String.self, forKey: .parent),
      weight: try values.decodeIfPresent(Double.self, forKey: .weight) ?? 1,
      goalposts: try values.decodeIfPresent(Goalposts.self, forKey: .goalposts),
      target: try values.decodeIfPresent(Double.self, forKey: .target),
      denominator: try values.decodeIfPresent(String.self, forKey: .denominator),
      transformation: try values.decodeIfPresent(Transformation.self, forKey: .transformation)
        ?? .none,
      note: try translated(.note))
  }

  /// Writes the metadata to a recipe file.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(code, forKey: .code)
    func texts(_ text: Translated) -> [String: String] {
      Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, text[$0]) })
    }
    try values.encode(texts(name), forKey: .name)
    try values.encode(unit, forKey: .unit)
    try values.encode(direction, forKey: .direction)
    try values.encodeIfPresent(parent, forKey: .parent)
    try values.encode(weight, forKey: .weight)
    try values.encodeIfPresent(goalposts, forKey: .goalposts)
    try values.encodeIfPresent(target, forKey: .target)
    try values.encodeIfPresent(denominator, forKey: .denominator)
    try values.encode(transformation, forKey: .transformation)
    try values.encodeIfPresent(note.map(texts), forKey: .note)
  }
}

extension IndicatorMetadata.Goalposts: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case lower, upper
  }

  /// Reads the bounds of a recipe file.
  public init(from decoder: any Decoder) throws {
    try RecipeKeys.check(decoder, Key.self, of: "goalposts")
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      lower: try values.decode(Double.self, forKey: .lower),
      upper: try values.decode(Double.self, forKey: .upper))
  }

  /// Writes the bounds to a recipe file.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(lower, forKey: .lower)
    try values.encode(upper, forKey: .upper)
  }
}

/// Refuses keys of a recipe file that nothing would read.
enum RecipeKeys {
  private struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  static func check<Key: CodingKey & CaseIterable>(
    _ decoder: any Decoder, _ keys: Key.Type, of what: String
  ) throws {
    let known = keys.allCases.map(\.stringValue)
    for key in try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue).sorted()
    where !known.contains(key) {
      throw DataError.unknownName(kind: "key of \(what)", name: key, known: known)
    }
  }
}
