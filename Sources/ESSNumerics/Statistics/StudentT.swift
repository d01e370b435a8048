internal import CDistributions

/// Student's t distribution.
public enum StudentT {
  /// The value that a t variable with the given degrees of freedom stays below with the given probability.
  ///
  /// `nil` unless 0 < probability < 1 and degrees of freedom > 0. Computed by Boost.Math.
  public static func quantile(_ probability: Double, degreesOfFreedom: Double) -> Double? {
    let value = ess_student_t_quantile(probability, degreesOfFreedom)
    return value.isNaN ? nil : value
  }

  /// The two-sided interval `estimate` -/+ t `standardError` at a confidence level such as 0.95.
  public static func interval(
    estimate: Double, standardError: Double, degreesOfFreedom: Double, level: Double
  ) -> ClosedRange<Double>? {
    guard let t = quantile((1 + level) / 2, degreesOfFreedom: degreesOfFreedom),
      standardError >= 0, estimate.isFinite
    else { return nil }
    return (estimate - t * standardError)...(estimate + t * standardError)
  }
}
