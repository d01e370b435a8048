/// The trend that trades closeness against smoothness: the solution of (I + lambda D'D) trend = y, D the second differences.
///
/// Hodrick and Prescott (1997), Journal of Money, Credit and Banking 29(1). Two-sided: the trend of every period knows the whole sample. Beyond
/// the sample it goes on in a straight line. Cost: linear, by a banded Cholesky factorisation.
public struct HodrickPrescott: Sendable, Equatable {
  /// The trend, period by period.
  public let trend: [Double]
  /// Value less trend.
  public let cycle: [Double]

  /// The usual smoothness by frequency: 6.25, 1600, 129600 (Ravn and Uhlig 2002).
  public static func usualLambda(periodsPerYear: Int) -> Double {
    let quarters = Double(periodsPerYear) / 4
    return 1600 * quarters * quarters * quarters * quarters
  }

  /// Smooths complete values; of fewer than three the trend is the values themselves.
  public init(_ values: [Double], lambda: Double) {
    precondition(lambda >= 0, "the smoothness is not negative")
    let n = values.count
    guard n >= 3 else {
      trend = values
      cycle = values.map { _ in 0 }
      return
    }
    // The bands of I + lambda D'D: every second difference adds (1, -2, 1)'(1, -2, 1).
    var diagonal = [Double](repeating: 1, count: n)
    var next = [Double](repeating: 0, count: n)
    var second = [Double](repeating: 0, count: n)
    for t in 0..<(n - 2) {
      diagonal[t] += lambda
      diagonal[t + 1] += 4 * lambda
      diagonal[t + 2] += lambda
      next[t] -= 2 * lambda
      next[t + 1] -= 2 * lambda
      second[t] += lambda
    }
    // LDL' in place, the unit lower bands in `next` and `second`, then both substitutions.
    var solution = values
    for t in 0..<n {
      if t >= 1 { diagonal[t] -= next[t - 1] * next[t - 1] * diagonal[t - 1] }
      if t >= 2 { diagonal[t] -= second[t - 2] * second[t - 2] * diagonal[t - 2] }
      if t >= 1 {
        next[t] -= second[t - 1] * next[t - 1] * diagonal[t - 1]
        solution[t] -= next[t - 1] * solution[t - 1]
      }
      if t >= 2 { solution[t] -= second[t - 2] * solution[t - 2] }
      next[t] /= diagonal[t]
      second[t] /= diagonal[t]
    }
    for t in 0..<n { solution[t] /= diagonal[t] }
    for t in stride(from: n - 2, through: 0, by: -1) {
      solution[t] -= next[t] * solution[t + 1]
      if t + 2 < n { solution[t] -= second[t] * solution[t + 2] }
    }
    trend = solution
    cycle = zip(values, solution).map { $0 - $1 }
  }
}
