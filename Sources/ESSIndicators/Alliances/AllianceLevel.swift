/// The levels at which alliances work, as results name them.
public enum AllianceLevel: String, Sendable, CaseIterable {
  /// Within a country: `local` or `regional` in the tables.
  case subnational
  /// A country.
  case national
  /// Several countries of a part of the world.
  case continental
  /// The world, or more than one part of it.
  case international

  /// The level that a word of the tables names, `nil` for any other word.
  public init?(word: String) {
    switch word {
    case "local", "regional": self = .subnational
    default: self.init(rawValue: word)
    }
  }

  /// Whether a word of the tables names a level within a country.
  static func isLocal(_ word: String) -> Bool { AllianceLevel(word: word) == .subnational }

  /// Whether alliances of the level reach beyond a country.
  public var isSupranational: Bool { self == .continental || self == .international }

  /// A bit of its own, for sets of levels.
  var bit: UInt8 {
    switch self {
    case .subnational: 1
    case .national: 2
    case .continental: 4
    case .international: 8
    }
  }
}
