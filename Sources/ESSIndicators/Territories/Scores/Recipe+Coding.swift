public import ESSData
internal import FoundationEssentials

extension Recipe: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case denominate, impute, screen, treat, normalise, weights, aggregate, known, ties, indicators
  }

  /// Reads a recipe; what it does not say is as in `Recipe()`.
  public init(from decoder: any Decoder) throws {
    try RecipeKeys.check(decoder, Key.self, of: "a recipe")
    let values = try decoder.container(keyedBy: Key.self)
    func value<Value: Decodable>(_ key: Key, default fallback: Value) throws -> Value {
      try values.decodeIfPresent(Value.self, forKey: key) ?? fallback
    }
    self.init()
    indicators = try values.decodeIfPresent([IndicatorMetadata].self, forKey: .indicators)
    denominate = try value(.denominate, default: denominate)
    impute = try value(.impute, default: impute)
    screen = try value(.screen, default: screen)
    treat = try value(.treat, default: treat)
    normalise = try value(.normalise, default: normalise)
    weights = try value(.weights, default: weights)
    aggregate = try value(.aggregate, default: aggregate)
    known = try value(.known, default: known)
    ties = try value(.ties, default: ties)
  }

  /// Writes every choice.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(denominate, forKey: .denominate)
    try values.encode(impute, forKey: .impute)
    try values.encode(screen, forKey: .screen)
    try values.encode(treat, forKey: .treat)
    try values.encode(normalise, forKey: .normalise)
    try values.encode(weights, forKey: .weights)
    try values.encode(aggregate, forKey: .aggregate)
    try values.encode(known, forKey: .known)
    try values.encode(ties, forKey: .ties)
    try values.encodeIfPresent(indicators, forKey: .indicators)
  }

  /// Reads a recipe file.
  ///
  /// - Throws: `DataError` for what is no JSON, a key or method that is not known, a setting out of its range.
  public init(json bytes: [UInt8], file: String) throws(DataError) {
    do {
      self = try JSONDecoder().decode(Recipe.self, from: Data(bytes))
    } catch let error as DataError {
      throw Self.placed(error, file)
    } catch let error as DecodingError {
      throw .invalid(file, "no recipe: \(Self.describe(error))")
    } catch {
      throw .invalid(file, "no recipe")
    }
  }

  /// The recipe as a file: indented JSON, keys in alphabetical order.
  public func json() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Texts, finite numbers and lists of them can always be encoded.
    return ((try? encoder.encode(self)).map(Array.init) ?? []) + [UInt8(ascii: "\n")]
  }

  private static func placed(_ error: DataError, _ file: String) -> DataError {
    switch error {
    case .notIdentified(let message): .invalid(file, message)
    case .unknownName(let kind, let name, let known):
      .unknownName(kind: "\(kind) (\(file))", name: name, known: known)
    default: error
    }
  }

  private static func describe(_ error: DecodingError) -> String {
    func place(_ context: DecodingError.Context) -> String {
      let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
      return path.isEmpty ? "" : " at \(path.joined(separator: "."))"
    }
    return switch error {
    case .keyNotFound(let key, let context): "'\(key.stringValue)' is missing\(place(context))"
    case .typeMismatch(_, let context): "another type was expected\(place(context))"
    case .valueNotFound(_, let context): "a value is missing\(place(context))"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      "the value is none of those there are\(place(context))"
    default: "it is not JSON"
    }
  }
}
