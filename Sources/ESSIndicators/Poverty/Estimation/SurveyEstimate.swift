internal import ESSData
internal import ESSNumerics
internal import Glibc

/// A number estimated from a sample, with its uncertainty under the survey's design.
public struct SurveyEstimate: Sendable, Equatable {
  /// The estimate; `nil` with the reason in `notes`.
  public let value: Double?
  /// Its standard error.
  public let standardError: Double?
  /// Its confidence interval.
  public let interval: ClosedRange<Double>?
  /// How the interval was made; never `automatic`.
  public let intervalMethod: IntervalMethod?
  /// Degrees of freedom behind the interval.
  public let degreesOfFreedom: Double?
  /// Variance over that of simple random sampling, where asked for.
  public let designEffect: Double?
  /// Number of records with weight.
  public let count: Int
  /// Sum of their person weights.
  public let population: Double
  /// Why something is missing, and what a reader should know.
  public let notes: [String]

  init(
    value: Double?, standardError: Double? = nil, interval: ClosedRange<Double>? = nil,
    intervalMethod: IntervalMethod? = nil, degreesOfFreedom: Double? = nil,
    designEffect: Double? = nil, count: Int, population: Double, notes: [String] = []
  ) {
    self.value = value
    self.standardError = standardError
    self.interval = interval
    self.intervalMethod = intervalMethod
    self.degreesOfFreedom = degreesOfFreedom
    self.designEffect = designEffect
    self.count = count
    self.population = population
    self.notes = notes
  }

  /// An estimate that is not available.
  static func missing(_ reason: String, count: Int = 0, population: Double = 0) -> SurveyEstimate {
    SurveyEstimate(value: nil, count: count, population: population, notes: [reason])
  }

  /// The estimate in other units, such as percent instead of a fraction.
  public func scaled(by factor: Double) -> SurveyEstimate {
    SurveyEstimate(
      value: value.map { factor * $0 }, standardError: standardError.map { factor * $0 },
      interval: interval.map { (factor * $0.lowerBound)...(factor * $0.upperBound) },
      intervalMethod: intervalMethod, degreesOfFreedom: degreesOfFreedom,
      designEffect: designEffect, count: count,
      population: population, notes: notes)
  }

  /// The same estimate with more said of it.
  func noting(_ more: [String]) -> SurveyEstimate {
    SurveyEstimate(
      value: value, standardError: standardError, interval: interval,
      intervalMethod: intervalMethod, degreesOfFreedom: degreesOfFreedom,
      designEffect: designEffect, count: count, population: population, notes: notes + more)
  }
}

/// Confidence intervals from a standard error.
struct IntervalRule {
  let method: IntervalMethod
  let level: Double

  /// The method that a number's interval is made by.
  func method(isProportion: Bool) -> IntervalMethod {
    switch method {
    case .automatic: isProportion ? .logit : .t
    case .logit, .beta: isProportion ? method : .t
    case .t, .normal: method
    }
  }

  /// The interval; `nil` where the method has none.
  func interval(
    _ value: Double, _ standardError: Double, degreesOfFreedom: Double, count: Int,
    isProportion: Bool
  ) -> ClosedRange<Double>? {
    guard value.isFinite, standardError.isFinite, degreesOfFreedom > 0 else { return nil }
    let method = method(isProportion: isProportion)
    let quantile = critical(method == .normal ? nil : degreesOfFreedom)
    switch method {
    case .logit:
      guard value > 0, value < 1 else { return nil }
      let centre = log(value / (1 - value))
      let reach = quantile * standardError / (value * (1 - value))
      return (1 / (1 + exp(reach - centre)))...(1 / (1 + exp(-centre - reach)))
    case .beta:
      return kornGraubard(value, standardError, degreesOfFreedom, count)
    default:
      return (value - quantile * standardError)...(value + quantile * standardError)
    }
  }

  private func critical(_ degreesOfFreedom: Double?) -> Double {
    let p = (1 + level) / 2
    return degreesOfFreedom.map { StudentT(degreesOfFreedom: $0).quantile(p) }
      ?? Normal().quantile(p)
  }

  /// Korn and Graubard (1998, Survey Methodology 24, 193-201).
  private func kornGraubard(
    _ p: Double, _ standardError: Double, _ degreesOfFreedom: Double, _ count: Int
  ) -> ClosedRange<Double>? {
    guard count > 1 else { return nil }
    var size = Double(count)
    if standardError > 0 {
      let ratio = critical(Double(count - 1)) / critical(degreesOfFreedom)
      size = p * (1 - p) / (standardError * standardError) * ratio * ratio
    }
    let tail = (1 - level) / 2
    let lower = p > 0 ? BetaDistribution(a: size * p, b: size * (1 - p) + 1).quantile(tail) : 0
    let upper =
      p < 1 ? BetaDistribution(a: size * p + 1, b: size * (1 - p)).quantile(1 - tail) : 1
    return lower <= upper ? lower...upper : nil
  }
}
