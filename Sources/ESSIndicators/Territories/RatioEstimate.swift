internal import ESSNumerics

/// The ratio of two estimates with its uncertainty.
public struct RatioEstimate: Sendable, Equatable {
  /// How the interval of a ratio is made.
  public enum Rule: String, Sendable, CaseIterable {
    /// Linearised: the ratio plus and minus z standard errors, for denominators far from zero.
    case delta
    /// The ratios that a test of a - r b = 0 does not reject (Fieller 1954, Journal of the Royal Statistical Society B 16, 175-185).
    case fieller
  }

  /// The ratio; `nil` for a denominator of 0.
  public let value: Double?
  /// Its linearised standard error; `nil` without variances, and under Fieller's rule, which does not use one.
  public let standardError: Double?
  /// Its interval; `nil` where none is defined or it is not bounded.
  public let interval: ClosedRange<Double>?
  /// Whether Fieller's interval has no bounds, because the denominator may be 0 at the level.
  public let isUnbounded: Bool

  /// The ratio of a numerator to a denominator whose variances and covariance are known, or not.
  public init(
    _ numerator: Double, _ denominator: Double,
    variances: (numerator: Double, denominator: Double, covariance: Double)?, rule: Rule,
    level: Double
  ) {
    guard denominator != 0 else {
      (value, standardError, interval, isUnbounded) = (nil, nil, nil, false)
      return
    }
    let ratio = numerator / denominator
    value = ratio
    guard let (top, bottom, covariance) = variances else {
      (standardError, interval, isUnbounded) = (nil, nil, false)
      return
    }
    let z = Normal().quantile((1 + level) / 2)
    switch rule {
    case .delta:
      let variance =
        (top + ratio * ratio * bottom - 2 * ratio * covariance) / (denominator * denominator)
      let error = max(0, variance).squareRoot()
      standardError = error
      interval = (ratio - z * error)...(ratio + z * error)
      isUnbounded = false
    case .fieller:
      standardError = nil
      let square = denominator * denominator - z * z * bottom
      let linear = numerator * denominator - z * z * covariance
      let constant = numerator * numerator - z * z * top
      guard square > 0 else {
        (interval, isUnbounded) = (nil, true)
        return
      }
      let root = max(0, linear * linear - square * constant).squareRoot()
      interval = ((linear - root) / square)...((linear + root) / square)
      isUnbounded = false
    }
  }
}
