/// What normalisation and outlier rules ask of one column; missing values (NaN) do not count.
struct ColumnMoments {
  /// Number of values.
  private(set) var count = 0
  /// Mean of the values.
  private(set) var mean = 0.0
  /// Smallest value.
  private(set) var minimum = Double.infinity
  /// Largest value.
  private(set) var maximum = -Double.infinity
  private var second = 0.0
  private var third = 0.0
  private var fourth = 0.0

  /// Looks at a column, and at the powers of its deviations where spread or shape are asked for.
  ///
  /// No branch for missing values: a stress test looks at a hundred thousand columns.
  init(_ column: Span<Double>, powers: Bool = true) {
    var (count, sum, least, most) = (0.0, 0.0, Double.infinity, -Double.infinity)
    for i in 0..<column.count {
      let value = column[i]
      let isKnown = value == value
      count += isKnown ? 1 : 0
      sum += isKnown ? value : 0
      // Comparisons with NaN are false.
      least = value < least ? value : least
      most = value > most ? value : most
    }
    self.count = Int(count)
    (minimum, maximum) = (least, most)
    guard count > 0 else { return }
    // The mean of equal values is that value, whatever rounding does.
    mean = least == most ? least : sum / count
    guard powers else { return }
    let center = mean
    var (second, third, fourth) = (0.0, 0.0, 0.0)
    for i in 0..<column.count {
      let value = column[i]
      let deviation = value == value ? value - center : 0
      let square = deviation * deviation
      second += square
      third += square * deviation
      fourth += square * square
    }
    (self.second, self.third, self.fourth) = (second, third, fourth)
  }

  /// Looks at a column of a matrix.
  init(_ column: ArraySlice<Double>) { self.init(column.span) }

  /// Whether all values are one, so that nothing can be compared.
  var isConstant: Bool { !(maximum > minimum) }

  /// Standard deviation, NaN for one value of a sample.
  func deviation(_ estimator: DeviationEstimator) -> Double {
    let divisor = estimator == .sample ? count - 1 : count
    return divisor > 0 ? (second / Double(divisor)).squareRoot() : .nan
  }

  /// Skewness, adjusted for bias as spreadsheets do (type 2 of Joanes and Gill, 1998); NaN below three values or for a constant.
  var skewness: Double {
    guard count > 2, second > 0 else { return .nan }
    let n = Double(count)
    let plain = n.squareRoot() * third / (second * second.squareRoot())
    return plain * (n * (n - 1)).squareRoot() / (n - 2)
  }

  /// Excess kurtosis, adjusted for bias (type 2); NaN below four values or for a constant.
  var kurtosis: Double {
    guard count > 3, second > 0 else { return .nan }
    let n = Double(count)
    let ratio = n * fourth / (second * second)
    return ((n + 1) * (ratio - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
  }
}

/// The divisor of a standard deviation.
public enum DeviationEstimator: String, Sendable, CaseIterable {
  /// n - 1: estimated from a sample.
  case sample
  /// n: of the values at hand.
  case population
}
