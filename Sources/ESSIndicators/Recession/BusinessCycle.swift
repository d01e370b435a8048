public import ESSData
internal import ESSNumerics

/// The phases of a series between its turning points, and what each brought.
public struct BusinessCycle: Sendable {
  /// How movements are measured.
  public enum Scale: String, Sendable, CaseIterable {
    /// 100 times natural logarithms; for positive levels.
    case log
    /// The values as they are, for rates and balances.
    case level
  }

  /// Why a series has no cycle to measure.
  public enum Failure: Error, Equatable {
    /// There is no value in a period between others.
    case missing(Period)
    /// A value is not positive, where logarithms are asked for.
    case notPositive(Period)
    /// There are too few values for the rules.
    case tooShort(Int)
  }

  /// A stretch between two turns, or between a turn and an end of the sample.
  public struct Phase: Sendable {
    /// Whether the series rises.
    public let isExpansion: Bool
    /// The turn that it begins with, or the first period of the sample.
    public let start: Period
    /// The turn that it ends with, or the last period of the sample.
    public let end: Period
    /// Whether both are turns; otherwise the sample cuts the phase, and its duration is a lower bound.
    public let isComplete: Bool
    /// Number of periods.
    public let duration: Int
    /// Change from start to end, on the scale.
    public let amplitude: Double
    /// Sum of the distances from the start, less half the amplitude, on the scale: what the phase cost or gained.
    public let cumulative: Double
    /// (triangle of duration and amplitude less cumulative) / duration: how far the path is from a straight line.
    public let excess: Double
  }

  /// The first period of the sample.
  public let start: Period
  /// The turns.
  public let turns: [TurningPoints.Turn]
  /// The phases in order, those that the sample cuts among them; one without turns.
  public let phases: [Phase]
  /// For each period of the sample whether it is in an expansion; a turn belongs to the phase that it ends.
  public let isExpansion: [Bool]
  /// The values.
  public let values: [Double]

  /// Finds the cycle of a series.
  public init(
    _ series: Series, rules: TurningPoints.Rules, scale: Scale = .log
  ) throws(Failure) {
    guard let first = series.values.firstIndex(where: { $0 != nil }),
      let last = series.values.lastIndex(where: { $0 != nil })
    else { throw .tooShort(0) }
    var values: [Double] = []
    for index in first...last {
      guard let value = series.values[index] else {
        throw .missing(series.start.advanced(by: index))
      }
      guard scale == .level || value > 0 else {
        throw .notPositive(series.start.advanced(by: index))
      }
      values.append(value)
    }
    guard values.count > 2 * rules.window else { throw .tooShort(values.count) }
    let start = series.start.advanced(by: first)
    let measured = values.map { scale == .log ? 100 * SpecialFunctions.log($0) : $0 }
    let turns = TurningPoints(measured, rules).turns
    self.start = start
    self.values = values
    self.turns = turns
    let inner = turns.map(\.index).filter { $0 > 0 && $0 < values.count - 1 }
    let bounds = ([0] + inner + [values.count - 1]).distinct
    var phases: [Phase] = []
    for (from, to) in zip(bounds, bounds.dropFirst()) {
      let isTurn = { (index: Int) in turns.contains { $0.index == index } }
      phases.append(
        Self.phase(
          measured, from, to, start: start, isComplete: isTurn(from) && isTurn(to),
          turns: turns))
    }
    self.phases = phases
    var states = [Bool](repeating: phases.first?.isExpansion ?? true, count: values.count)
    for phase in phases {
      for index in (start.distance(to: phase.start) + 1)...start.distance(to: phase.end) {
        states[index] = phase.isExpansion
      }
    }
    isExpansion = states
  }

  private static func phase(
    _ values: [Double], _ from: Int, _ to: Int, start: Period, isComplete: Bool,
    turns: [TurningPoints.Turn]
  ) -> Phase {
    let duration = to - from
    let amplitude = values[to] - values[from]
    let sum = ((from + 1)...to).reduce(0.0) { $0 + values[$1] - values[from] }
    let cumulative = sum - amplitude / 2
    // The turn at either end says which way; without one the sample does.
    let isExpansion: Bool
    if let turn = turns.first(where: { $0.index == from }) {
      isExpansion = !turn.isPeak
    } else if let turn = turns.first(where: { $0.index == to }) {
      isExpansion = turn.isPeak
    } else {
      isExpansion = amplitude >= 0
    }
    return Phase(
      isExpansion: isExpansion, start: start.advanced(by: from), end: start.advanced(by: to),
      isComplete: isComplete, duration: duration, amplitude: amplitude, cumulative: cumulative,
      excess: (Double(duration) * amplitude / 2 - cumulative) / Double(duration))
  }

  /// The period of a turn.
  public func period(of turn: TurningPoints.Turn) -> Period { start.advanced(by: turn.index) }

  /// Share of the common periods that two series spend in the same phase, and the correlation of their phases; `nil` without a
  /// common period.
  ///
  /// Harding and Pagan (2006), Journal of Econometrics 132, 59-79. The correlation is `nil` where one of them never changes phase.
  public func concordance(
    with other: BusinessCycle
  ) -> (share: Double, expected: Double, correlation: Double?, periods: Int)? {
    guard start.frequency == other.start.frequency else { return nil }
    let offset = start.distance(to: other.start)
    let low = max(0, offset)
    let high = min(isExpansion.count, offset + other.isExpansion.count)
    guard low < high else { return nil }
    let n = Double(high - low)
    var (same, both, own, others) = (0.0, 0.0, 0.0, 0.0)
    for index in low..<high {
      let mine = isExpansion[index]
      let theirs = other.isExpansion[index - offset]
      if mine == theirs { same += 1 }
      if mine, theirs { both += 1 }
      if mine { own += 1 }
      if theirs { others += 1 }
    }
    let (p, q) = (own / n, others / n)
    let spread = (p * (1 - p) * q * (1 - q)).squareRoot()
    return (
      same / n, p * q + (1 - p) * (1 - q),
      spread > 0 ? (both / n - p * q) / spread : nil, high - low
    )
  }
}
