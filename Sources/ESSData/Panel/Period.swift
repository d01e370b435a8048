/// A year, a quarter or a month.
///
/// Periods of one frequency are consecutive integers, so that lags and differences go by time and never by row.
public struct Period: Hashable, Sendable, CustomStringConvertible {
  /// How many periods make a year.
  public enum Frequency: Int, Sendable, CaseIterable {
    /// Yearly.
    case year = 1
    /// Quarterly.
    case quarter = 4
    /// Monthly.
    case month = 12
  }

  /// The frequency.
  public let frequency: Frequency
  /// Periods since the start of year 0.
  public let ordinal: Int

  /// The period with a number within a year (from 1); `nil` if there is no such period.
  public init?(year: Int, number: Int = 1, frequency: Frequency = .year) {
    guard (1...frequency.rawValue).contains(number), (0...9999).contains(year) else { return nil }
    self.init(frequency: frequency, ordinal: year * frequency.rawValue + number - 1)
  }

  private init(frequency: Frequency, ordinal: Int) {
    self.frequency = frequency
    self.ordinal = ordinal
  }

  /// Reads `2020`, `2020-Q1`, `2020Q1`, `2020-03`, or a date such as `2020-01-01`.
  ///
  /// A date needs the frequency of the data; it stands for the period that it lies in. With a frequency given, a
  /// text of another frequency is refused.
  public init?(_ text: some StringProtocol, frequency: Frequency? = nil) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count, !range.isEmpty else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4) else { return nil }
    let isDashed = bytes.count > 4 && bytes[4] == UInt8(ascii: "-")
    var parsed: Period?
    switch bytes.count {
    case 4:
      parsed = Period(year: year)
    case 6 where bytes[4] == UInt8(ascii: "Q"):
      parsed = number(5..<6).flatMap { Period(year: year, number: $0, frequency: .quarter) }
    case 7 where isDashed && bytes[5] == UInt8(ascii: "Q"):
      parsed = number(6..<7).flatMap { Period(year: year, number: $0, frequency: .quarter) }
    case 7 where isDashed:
      parsed = number(5..<7).flatMap { Period(year: year, number: $0, frequency: .month) }
    case 10 where isDashed && bytes[7] == UInt8(ascii: "-"):
      guard let frequency, let month = number(5..<7), let day = number(8..<10),
        (1...12).contains(month), (1...31).contains(day)
      else { return nil }
      let inYear = (month - 1) * frequency.rawValue / 12 + 1
      parsed = Period(year: year, number: inYear, frequency: frequency)
    default:
      return nil
    }
    guard let parsed, frequency == nil || parsed.frequency == frequency else { return nil }
    self = parsed
  }

  /// The calendar year.
  public var year: Int { ordinal / frequency.rawValue }

  /// The period a number of periods later (earlier if negative).
  public func advanced(by count: Int) -> Period {
    Period(frequency: frequency, ordinal: ordinal + count)
  }

  /// How many periods later the other one is; both must have one frequency.
  public func distance(to other: Period) -> Int {
    precondition(frequency == other.frequency, "periods of different frequencies")
    return other.ordinal - ordinal
  }

  /// `2020`, `2020-Q1` or `2020-03`.
  public var description: String {
    let number = ordinal % frequency.rawValue + 1
    let digits = String(year)
    let text = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    switch frequency {
    case .year: return text
    case .quarter: return "\(text)-Q\(number)"
    case .month: return "\(text)-" + (number < 10 ? "0\(number)" : "\(number)")
    }
  }
}

extension Period: Comparable {
  /// By the date on which the periods begin; the longer period first where they begin together.
  public static func < (left: Period, right: Period) -> Bool {
    let leftStart = left.ordinal * (12 / left.frequency.rawValue)
    let rightStart = right.ordinal * (12 / right.frequency.rawValue)
    if leftStart != rightStart { return leftStart < rightStart }
    return left.frequency.rawValue < right.frequency.rawValue
  }
}
