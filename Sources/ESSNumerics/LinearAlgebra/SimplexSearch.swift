/// Solves many programmes of one size, each from the solution of the last: the inner step of a search over weightings.
public struct SimplexSearch: Sendable {
  private var method: NonNegativeActiveSet
  private let zero: [Double]

  /// For programmes of n weights.
  public init(count: Int) {
    method = NonNegativeActiveSet(count: count, sumsToOne: true)
    zero = Array(repeating: 0, count: count)
  }

  /// Solves min w'Qw / 2, with Q column-major.
  public mutating func solve(_ quadratic: [Double]) {
    method.solve(quadratic, zero, fromLast: true)
    // A guess that led nowhere is no reason to fail.
    if !method.hasConverged { method.solve(quadratic, zero) }
  }

  /// The weights of the last solution.
  public var weights: [Double] { method.values }
  /// The positions of those above zero.
  public var support: [Int] { method.support }

  /// w'Gw for the last weights and a symmetric matrix, column-major: O(p^2) for p weights above zero.
  public func form(_ matrix: [Double]) -> Double {
    var sum = 0.0
    for p in method.support {
      var inner = 0.0
      for r in method.support { inner += method.values[r] * matrix[p * method.count + r] }
      sum += method.values[p] * inner
    }
    return sum
  }
}
