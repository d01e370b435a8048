extension StudentT {
  /// The two-sided interval `estimate` -/+ t `standardError` at a confidence level such as 0.95.
  ///
  /// `nil` unless the degrees of freedom are positive, the level is between 0 and 1, and the numbers make sense.
  public static func interval(
    estimate: Double, standardError: Double, degreesOfFreedom: Double, level: Double
  ) -> ClosedRange<Double>? {
    let t = StudentT(degreesOfFreedom: degreesOfFreedom).quantile((1 + level) / 2)
    guard t.isFinite, standardError >= 0, estimate.isFinite, standardError.isFinite else {
      return nil
    }
    return (estimate - t * standardError)...(estimate + t * standardError)
  }
}
