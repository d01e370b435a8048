/// What the user asked of a command, checked against its table.
public struct Arguments: Sendable {
  /// The words that led to the command, the program's name first.
  public let commandPath: [String]
  /// What was given beside options.
  public let operands: [String]
  private let options: [Option]
  private let values: [String: [String]]

  init(
    commandPath: [String], operands: [String], options: [Option], values: [String: [String]]
  ) {
    self.commandPath = commandPath
    self.operands = operands
    self.options = options
    self.values = values
  }

  /// Whether an option was given.
  public func isGiven(_ long: String) -> Bool { values[long] != nil }

  /// Whether the command has an option.
  public func declares(_ long: String) -> Bool { options.contains { $0.long == long } }

  /// Whether a flag was given.
  public func flag(_ long: String) -> Bool { isGiven(long) }

  /// The last value of an option.
  public func text(_ long: String) -> String? { values[long]?.last }

  /// All values of an option, `nil` if it was not given.
  public func list(_ long: String) -> [String]? { values[long] }

  /// The value of an option for whole numbers.
  public func integer(_ long: String) throws(Failure) -> Int? {
    guard let text = text(long) else { return nil }
    return try Self.integer(text, long)
  }

  /// The value of an option for numbers; finite.
  public func number(_ long: String) throws(Failure) -> Double? {
    guard let text = text(long) else { return nil }
    return try Self.number(text, long)
  }

  static func integer(_ text: String, _ long: String) throws(Failure) -> Int {
    guard let value = Int(text) else {
      throw Failure(status: .usage, message: "--\(long): '\(text)' is not a whole number")
    }
    return value
  }

  static func number(_ text: String, _ long: String) throws(Failure) -> Double {
    // Double's initialiser also reads hexadecimal, infinities and NaN.
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    guard isPlain, let value = Double(text), value.isFinite else {
      throw Failure(status: .usage, message: "--\(long): '\(text)' is not a number")
    }
    return value
  }

  /// Every declared option that was given or has a fallback, in table order; a manifest records them.
  public var settings: [(option: String, value: String)] {
    options.compactMap { option in
      if let given = values[option.long] {
        return (option.long, given.isEmpty ? "yes" : given.joined(separator: ","))
      }
      return option.fallback.map { (option.long, $0) }
    }
  }
}
