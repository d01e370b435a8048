/// Which side of a null distribution speaks against it.
public enum Alternative: String, Sendable, CaseIterable {
  /// Large values.
  case greater
  /// Small values.
  case less
  /// Both: twice the smaller tail, at most 1.
  case twoSided = "two-sided"
  /// The smaller tail alone, whichever it is: what PySAL prints. At 0.05 it is a two-sided test at 10 %.
  case folded
}

/// A statistic against its values under random permutations.
public struct PermutationTest: Sendable, Equatable {
  /// Number of permutations.
  public let permutations: Int
  /// Mean of the permuted values.
  public let mean: Double
  /// Standard deviation of the permuted values, with the number of permutations in the denominator.
  public let deviation: Double
  /// Permuted values at least as large as the statistic.
  public let atLeast: Int
  /// Permuted values at most as large.
  public let atMost: Int

  /// Compares a statistic with its permuted values.
  ///
  /// Values within a relative 1e-12 of the statistic count as equal, since sums in another order differ by rounding.
  public init(statistic: Double, permuted: [Double]) {
    permutations = permuted.count
    let margin = 1e-12 * max(abs(statistic), 1e-300)
    atLeast = permuted.count { $0 >= statistic - margin }
    atMost = permuted.count { $0 <= statistic + margin }
    let mean = permuted.reduce(0, +) / Double(max(1, permuted.count))
    let squares = permuted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    deviation = (squares / Double(max(1, permuted.count))).squareRoot()
  }

  /// A test from counts of permuted values on both sides.
  init(permutations: Int, mean: Double, deviation: Double, atLeast: Int, atMost: Int) {
    self.permutations = permutations
    self.mean = mean
    self.deviation = deviation
    self.atLeast = atLeast
    self.atMost = atMost
  }

  /// The pseudo p-value (count + 1) / (permutations + 1), which counts the observed arrangement as one of the
  /// permutations (Davison and Hinkley 1997, section 4.2).
  public func pValue(_ alternative: Alternative) -> Double {
    func p(_ count: Int) -> Double { Double(count + 1) / Double(permutations + 1) }
    switch alternative {
    case .greater: return p(atLeast)
    case .less: return p(atMost)
    case .twoSided: return min(1, 2 * p(min(atLeast, atMost)))
    case .folded: return p(min(atLeast, atMost))
    }
  }
}
