public import ESSData
internal import ESSNumerics

/// The smallest true effect that a study would find significant with a given probability.
///
/// Bloom (1995), *Evaluation Review* 19, 547-556: (t(1 - alpha/2) + t(power)) standard errors.
public struct MinimumDetectableEffect: Sendable, Equatable {
  /// The standard error.
  public let standardError: Double
  /// Degrees of freedom; `nil` for the normal distribution.
  public let degreesOfFreedom: Double?
  /// Probability of finding an effect where there is none, two-sided.
  public let significance: Double
  /// Probability of finding the effect.
  public let power: Double

  /// A study by its standard error; throws outside 0 < significance < 1 and 0.5 <= power < 1, or for an error that is not positive.
  public init(
    standardError: Double, degreesOfFreedom: Double? = nil, significance: Double = 0.05,
    power: Double = 0.8
  ) throws(DataError) {
    guard standardError > 0, standardError.isFinite else {
      throw .notIdentified("a minimum detectable effect needs a standard error above 0")
    }
    guard significance > 0, significance < 1, power >= 0.5, power < 1 else {
      throw .notIdentified(
        "a minimum detectable effect needs a significance between 0 and 1, and a power from 0.5 to below 1"
      )
    }
    if let degreesOfFreedom, !(degreesOfFreedom > 0) {
      throw .notIdentified("degrees of freedom are above 0")
    }
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.significance = significance
    self.power = power
  }

  /// What the standard error is multiplied by.
  public var multiplier: Double {
    func quantile(_ probability: Double) -> Double {
      degreesOfFreedom.map { StudentT(degreesOfFreedom: $0).quantile(probability) }
        ?? Normal().quantile(probability)
    }
    return quantile(1 - significance / 2) + quantile(power)
  }

  /// The effect.
  public var effect: Double { multiplier * standardError }

  /// The probability of finding an effect of some size, by the same approximation.
  public func power(of effect: Double) -> Double {
    let critical =
      degreesOfFreedom.map { StudentT(degreesOfFreedom: $0).quantile(1 - significance / 2) }
      ?? Normal().quantile(1 - significance / 2)
    let distance = abs(effect) / standardError - critical
    return degreesOfFreedom.map { StudentT(degreesOfFreedom: $0).cumulative(distance) }
      ?? Normal().cumulative(distance)
  }
}
