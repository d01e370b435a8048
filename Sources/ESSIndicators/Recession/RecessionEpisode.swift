public import ESSData
public import ESSNumerics
internal import Glibc

/// A fall below a reference level and the way back: how deep, how long, what it cost.
///
/// Levels must be positive and complete from the reference to the end of the sample. Definitions:
/// <doc:Recession>.
public struct RecessionEpisode: Sendable {
  /// Why a series has no episode to measure.
  public enum Failure: Error, Equatable {
    /// There is no value in a period.
    case missing(Period)
    /// Nothing follows the reference.
    case nothingAfter(Period)
    /// The value of a period is not positive.
    case notPositive(Period)
    /// The trend window has fewer than three periods.
    case shortTrend(from: Period)
  }

  /// The counterfactual of a trend fitted before the reference.
  public struct Trend: Sendable {
    /// The fitted trend; time 0 is `start`.
    public let fit: LogLinearTrend
    /// First period of the window.
    public let start: Period
    /// When the series came back to the trend.
    public let recovery: Recovery
    /// Trend less actual, net, over the periods after the reference to the end of the sample, in percent of a year's
    /// output at the reference level.
    public let loss: Double
    /// Standard error of the loss, from the uncertainty of the fitted trend.
    public let lossStandardError: Double
    /// Growth of the trend in percent a year.
    public let growth: Double
    /// Its standard error.
    public let growthStandardError: Double
  }

  /// The reference period.
  public let reference: Period
  /// The last period of the sample.
  public let end: Period
  /// Levels from the reference to the end.
  public let levels: [Double]
  /// The lowest period of the episode; `nil` without a downturn.
  public let trough: Period?
  /// The lowest level against the reference, in percent (0 without a downturn).
  public let depth: Double
  /// When the series came back to the reference level.
  public let recovery: Recovery
  /// Output lost below the reference level until it was regained, in percent of a year's output at that level.
  public let loss: Double
  /// The last period that the loss counts; the end of the sample without a downturn.
  public let lossEnd: Period
  /// The comparison with the trend; `nil` if none was asked for.
  public let trend: Trend?

  /// Measures the episode of a series after a reference period.
  ///
  /// - Parameters:
  ///   - series: Levels, for example GDP at constant prices.
  ///   - reference: The period whose level is to be regained.
  ///   - trendStart: First period of the trend window, which ends with the reference; `nil` for no trend.
  ///   - sustain: How many periods in a row count as a sustained recovery.
  /// - Throws: `Failure`, if a value is missing or not positive, or the trend window too short.
  public init(
    _ series: Series, reference: Period, trendStart: Period? = nil, sustain: Int = 2
  ) throws(Failure) {
    precondition(sustain >= 1, "a recovery lasts at least one period")
    guard let last = series.lastPeriod, last > reference else {
      throw series[reference] == nil ? .missing(reference) : .nothingAfter(reference)
    }
    self.reference = reference
    end = last
    levels = try Self.levels(series, reference...last)
    let perYear = Double(reference.frequency.rawValue)
    let base = levels[0]
    let gaps = levels.dropFirst().map { $0 - base }
    // The episode begins with the first fall below the reference, which may come late.
    let fall = 1 + (gaps.firstIndex { $0 < 0 } ?? 0)
    recovery = Recovery(gaps: gaps, reference: reference, sustain: sustain)
    switch recovery {
    case .noDownturn:
      trough = nil
      depth = 0
      loss = 0
      lossEnd = last
    case .regained(let regained):
      let steps = reference.distance(to: regained.period)
      loss = 100 * Self.shortfall(levels[fall..<steps], base) / perYear
      lossEnd = regained.period.advanced(by: -1)
      let stop = regained.sustained.map { reference.distance(to: $0) } ?? levels.count
      (trough, depth) = Self.lowest(levels[fall..<max(stop, steps)], base, reference)
    case .notWithinSample:
      loss = 100 * Self.shortfall(levels[fall...], base) / perYear
      lossEnd = last
      (trough, depth) = Self.lowest(levels[fall...], base, reference)
    }
    if let trendStart {
      trend = try Self.trend(
        series, from: trendStart, reference: reference, levels: levels, sustain: sustain)
    } else {
      trend = nil
    }
  }

  /// Years from the reference to the trough, 0 without a downturn.
  public var duration: Double {
    trough.map { Double(reference.distance(to: $0)) / Double(reference.frequency.rawValue) } ?? 0
  }

  /// Growth in percent, from the first period after the reference on.
  public var growth: [Double] {
    zip(levels, levels.dropFirst()).map { 100 * ($1 / $0 - 1) }
  }

  private static func levels(
    _ series: Series, _ range: ClosedRange<Period>
  ) throws(Failure) -> [Double] {
    var levels: [Double] = []
    for step in 0...range.lowerBound.distance(to: range.upperBound) {
      let period = range.lowerBound.advanced(by: step)
      guard let level = series[period] else { throw .missing(period) }
      guard level > 0 else { throw .notPositive(period) }
      levels.append(level)
    }
    return levels
  }

  private static func shortfall(_ levels: ArraySlice<Double>, _ base: Double) -> Double {
    levels.reduce(0) { $0 + (1 - $1 / base) }
  }

  private static func lowest(
    _ levels: ArraySlice<Double>, _ base: Double, _ reference: Period
  ) -> (Period?, Double) {
    guard let at = levels.indices.min(by: { levels[$0] < levels[$1] }) else { return (nil, 0) }
    return (reference.advanced(by: at), 100 * (levels[at] / base - 1))
  }

  private static func trend(
    _ series: Series, from start: Period, reference: Period, levels: [Double], sustain: Int
  ) throws(Failure) -> Trend {
    guard start < reference else { throw .shortTrend(from: start) }
    let window = try Self.levels(series, start...reference)
    guard let fit = LogLinearTrend(levels: window) else { throw .shortTrend(from: start) }
    let perYear = Double(reference.frequency.rawValue)
    let offset = start.distance(to: reference)
    let scale = 100 / levels[0] / perYear
    var gaps: [Double] = []
    var gradient = (intercept: 0.0, slope: 0.0)
    for (step, level) in levels.enumerated().dropFirst() {
      let expected = fit.level(at: offset + step)
      gaps.append(level - expected)
      gradient.intercept += scale * expected
      gradient.slope += scale * expected * Double(offset + step)
    }
    let yearly = exp(fit.slope * perYear)
    return Trend(
      fit: fit, start: start,
      recovery: Recovery(gaps: gaps, reference: reference, sustain: sustain),
      loss: -scale * gaps.reduce(0, +), lossStandardError: fit.standardError(gradient: gradient),
      growth: 100 * (yearly - 1),
      growthStandardError: 100 * perYear * yearly * fit.slopeStandardError)
  }
}
