internal import ESSNumerics

/// A test that several estimates are all zero.
public struct JointTest: Sendable, Equatable {
  /// The statistic.
  public let statistic: Double
  /// Its degrees of freedom: the number of estimates.
  public let degreesOfFreedom: Int
  /// The probability of a larger one if all are zero, by the chi-squared distribution.
  public let pValue: Double

  /// `nil` without estimates, or where their covariance matrix is singular.
  init?(_ estimates: [InfluenceEstimate]) {
    let usable = estimates.filter { $0.standardError != nil }
    guard let first = usable.first, usable.count == estimates.count else { return nil }
    let n = Double(first.influence.count)
    let influences = Matrix(rows: first.influence.count, columns: usable.count) {
      usable[$1].influence[$0]
    }
    let values = usable.map(\.value)
    guard let factor = Cholesky((1 / (n * n)) * influences.gram()) else { return nil }
    statistic = zip(values, factor.solve(values)).reduce(0) { $0 + $1.0 * $1.1 }
    degreesOfFreedom = usable.count
    pValue = ChiSquared(degreesOfFreedom: Double(usable.count)).complement(statistic)
  }
}
