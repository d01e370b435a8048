internal import ESSNumerics

/// Whether a quantity is found more with those whom a shock hit harder: the concentration index.
///
/// C = 2 cov(y, r) / mean(y) with r the fractional rank by the shock, from -1 (all of y where the shock was least) to 1 (all where it was
/// worst); Wagstaff, Paci and van Doorslaer (1991). The standard error is the linearised one of Kakwani, Wagstaff and
/// van Doorslaer (1997), equation 14. Observations of equal shock share the middle of their ranks, so that their order does not matter.
public struct ConcentrationIndex: Sendable, Equatable {
  /// The index.
  public let value: Double
  /// Its standard error.
  public let standardError: Double
  /// Number of observations.
  public let count: Int

  /// The index of non-negative values; `nil` unless there are at least two observations, finite, and values above zero.
  public init?(of values: [Double], rankedBy shock: [Double]) {
    precondition(values.count == shock.count, "a value and a shock for each observation")
    let n = Double(values.count)
    let mean = ExactSum(values).value / n
    guard values.count >= 2, mean > 0, mean.isFinite, shock.allSatisfy(\.isFinite) else {
      return nil
    }
    let order = values.indices.sorted { (shock[$0], $0) < (shock[$1], $1) }
    var rank = [Double](repeating: 0, count: values.count)
    // Twice the middle of the cumulated share of y over each group of equal shock.
    var cumulated = [Double](repeating: 0, count: values.count)
    var start = 0
    var before = 0.0
    while start < order.count {
      var end = start + 1
      while end < order.count, shock[order[end]] == shock[order[start]] { end += 1 }
      let sum = ExactSum(order[start..<end].map { values[$0] }).value
      let after = before + sum / (n * mean)
      for k in order[start..<end] {
        rank[k] = Double(start + end) / (2 * n)
        cumulated[k] = before + after
      }
      before = after
      start = end
    }
    let index =
      2 * ExactSum(values.indices.map { values[$0] * rank[$0] }).value / (n * mean) - 1
    let squares = ExactSum(
      values.indices.map { k in
        let a = values[k] / mean * (2 * rank[k] - 1 - index) + 2 - cumulated[k]
        return a * a
      })
    let variance = (squares.value / n - (1 + index) * (1 + index)) / n
    value = index
    standardError = max(0, variance).squareRoot()
    count = values.count
  }

  /// The t interval with n - 1 degrees of freedom at a confidence level such as 0.95.
  public func interval(level: Double) -> ClosedRange<Double>? {
    StudentT.interval(
      estimate: value, standardError: standardError, degreesOfFreedom: Double(count - 1),
      level: level)
  }
}
