import CommandLineKit
import ESSIndicators

// Options that many measures share, each with the accessor that checks its value: the one place where their words, defaults and
// limits are.
extension CommonOptions {
  /// The confidence level of intervals: `Arguments.level()`.
  static let level = Option(
    long: "level", kind: .number("LEVEL"), help: "Confidence level of intervals, between 0 and 1",
    fallback: "0.95")

  /// The seed of whatever is drawn at random: `Arguments.seed()`.
  static let seed = Option(
    long: "seed", kind: .integer("N"),
    help: "Seed of the random numbers; the same seed gives the same bytes", fallback: "1")

  /// The number of replicates of a resampling or permutation: `Arguments.replicates(default:)`.
  static func replicates(_ count: Int, _ what: String) -> Option {
    Option(
      long: "replicates", kind: .integer("N"), help: "Number of \(what)", fallback: "\(count)")
  }
}

extension Option {
  /// The option under another heading of the help.
  func under(_ group: String) -> Option {
    var option = self
    option.group = group
    return option
  }
}

extension Arguments {
  /// The confidence level asked for; 0.95 if none is.
  func level() throws(Failure) -> Double {
    guard let level = try number("level") else { return 0.95 }
    guard level > 0, level < 1 else {
      throw Failure(
        status: .usage, message: "--level: \(text("level") ?? "") is not between 0 and 1")
    }
    return level
  }

  /// The seed asked for; 1 if none is.
  func seed() throws(Failure) -> UInt64 {
    UInt64(try count("seed", in: 0...Int.max, default: 1))
  }

  /// The number of replicates asked for.
  func replicates(default count: Int) throws(Failure) -> Int {
    try self.count("replicates", in: 1...1_000_000, default: count)
  }

  /// The choice made by an option whose words are those of a type.
  func choice<Choice: RawRepresentable<String>>(
    _ option: String, default fallback: Choice
  ) -> Choice {
    text(option).flatMap(Choice.init) ?? fallback
  }

  /// A number given by an option that must lie in a range.
  func number(
    _ option: String, in range: ClosedRange<Double>, default fallback: Double
  ) throws(Failure) -> Double {
    guard let value = try number(option) else { return fallback }
    guard range.contains(value) else {
      throw Failure(
        status: .usage,
        message: "--\(option): \(text(option) ?? "") is not between "
          + "\(NumberText.shortest(range.lowerBound)) and \(NumberText.shortest(range.upperBound))")
    }
    return value
  }

  /// The distinct numbers given by an option; `expected` says what each must be, such as "above 0".
  func numbers(
    _ option: String, _ expected: String, where isValid: (Double) -> Bool
  ) throws(Failure) -> [Double]? {
    guard let texts = list(option) else { return nil }
    var values: [Double] = []
    for text in texts {
      guard let value = Double(text), isValid(value) else {
        throw Failure(status: .usage, message: "--\(option): \(text) is not \(expected)")
      }
      values.append(value)
    }
    return values.distinct
  }

  /// What tables for people need: language, decimals, and the names of territories.
  func displayContext(_ tree: TerritoryTree) throws(Failure) -> DisplayContext {
    DisplayContext(language: language, decimals: try Output.decimals(self), tree: tree)
  }
}
