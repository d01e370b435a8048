public import ESSData

/// A method with its settings as text: `name`, or `name(key=value,key=value)`.
///
/// The one form in which recipes, options of the command line and the column `method` write a choice.
public struct MethodText: Sendable, Equatable, CustomStringConvertible {
  /// One setting of a method.
  public struct Setting: Sendable, Equatable {
    /// What is set.
    public let key: String
    /// To what.
    public let value: String
  }

  /// Name of the method.
  public let name: String
  /// Its settings, in the order written.
  public let settings: [Setting]

  /// A method with settings.
  init(_ name: String, _ settings: [(key: String, value: String)] = []) {
    self.name = name
    self.settings = settings.map { Setting(key: $0.key, value: $0.value) }
  }

  /// Reads a method.
  ///
  /// - Throws: `DataError` for a text of another form, and for a setting that occurs twice.
  public init(parsing text: String) throws(DataError) {
    let text = Self.trimmed(text)
    guard let open = text.firstIndex(of: "(") else {
      guard !text.isEmpty, !text.contains(where: { ")=,".contains($0) }) else {
        throw .notIdentified("'\(excerpt(text))' is no method such as name or name(key=value)")
      }
      self.init(text)
      return
    }
    guard text.hasSuffix(")") else {
      throw .notIdentified("'\(excerpt(text))': the bracket is not closed at the end")
    }
    var settings: [(key: String, value: String)] = []
    let inner = text[text.index(after: open)..<text.index(before: text.endIndex)]
    for part in inner.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map { Self.trimmed(String($0)) }
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
        throw .notIdentified("'\(excerpt(text))': '\(excerpt(String(part)))' is no key=value")
      }
      guard !settings.contains(where: { $0.key == sides[0] }) else {
        throw .notIdentified("'\(excerpt(text))': '\(excerpt(sides[0]))' is set twice")
      }
      settings.append((sides[0], sides[1]))
    }
    self.init(Self.trimmed(String(text[..<open])), settings)
  }

  /// The parts of a list of methods, split at the commas outside brackets.
  public static func list(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(trimmed)
  }

  /// The text that reads back to the same method.
  public var description: String {
    guard !settings.isEmpty else { return name }
    return "\(name)(\(settings.map { "\($0.key)=\($0.value)" }.joined(separator: ",")))"
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension MethodText {
  /// Refuses settings that the method does not have.
  func check(_ keys: String...) throws(DataError) {
    for setting in settings where !keys.contains(setting.key) {
      throw .unknownName(kind: "setting of \(name)", name: setting.key, known: keys)
    }
  }

  /// A setting, if it is there.
  subscript(key: String) -> String? { settings.first { $0.key == key }?.value }

  /// A number.
  func number(
    _ key: String, default fallback: Double, in range: ClosedRange<Double>? = nil
  ) throws(DataError) -> Double {
    guard let text = self[key] else { return fallback }
    guard let value = NumberText.parse(text) else {
      throw .notIdentified("\(self): '\(excerpt(text))' is not a number")
    }
    if let range, !range.contains(value) {
      throw .notIdentified(
        "\(self): \(key) is not between \(NumberText.shortest(range.lowerBound)) and "
          + NumberText.shortest(range.upperBound))
    }
    return value
  }

  /// A whole number of at least 1.
  func count(_ key: String, default fallback: Int) throws(DataError) -> Int {
    let value = try number(key, default: Double(fallback), in: 1...1e6)
    guard let count = Int(exactly: value) else {
      throw .notIdentified("\(self): \(key) is not a whole number")
    }
    return count
  }

  /// A range of two settings.
  func range(
    _ lower: String, _ upper: String, default fallback: ClosedRange<Double>
  ) throws(DataError) -> ClosedRange<Double> {
    let low = try number(lower, default: fallback.lowerBound)
    let high = try number(upper, default: fallback.upperBound)
    guard low < high else { throw .notIdentified("\(self): \(lower) is not below \(upper)") }
    return low...high
  }

  /// One of some words.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, default fallback: Choice
  ) throws(DataError) -> Choice {
    guard let text = self[key] else { return fallback }
    guard let choice = Choice(rawValue: text) else {
      throw .unknownName(
        kind: "\(key) of \(name)", name: text, known: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  /// The range as two settings.
  static func settings(
    _ lower: String, _ upper: String, _ range: ClosedRange<Double>
  ) -> [(key: String, value: String)] {
    [
      (lower, NumberText.shortest(range.lowerBound)),
      (upper, NumberText.shortest(range.upperBound)),
    ]
  }
}

/// A choice of a recipe that is written as a method with settings.
public protocol RecipeChoice: Codable, Sendable, Equatable, CustomStringConvertible {
  /// The choice that a text stands for.
  init(_ method: MethodText) throws(DataError)
  /// The choice as text, every setting written out.
  var text: MethodText { get }
}

extension RecipeChoice {
  /// The choice that a text stands for.
  public init(parsing text: String) throws(DataError) {
    try self.init(MethodText(parsing: text))
  }

  /// The text that reads back to the same choice.
  public var description: String { text.description }

  /// Reads the text of a recipe file.
  public init(from decoder: any Decoder) throws {
    try self.init(parsing: decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the text of a recipe file.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
