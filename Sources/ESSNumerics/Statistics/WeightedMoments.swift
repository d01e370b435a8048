/// Sums, mean and variance of a weighted sample, exact up to one rounding of each sum.
///
/// Deviations are taken from the rounded mean and corrected for its rounding, so that no digits are lost to a large mean.
public struct WeightedMoments: Sendable, Equatable {
  /// Number of records.
  public let count: Int
  /// Sum of the weights.
  public let weight: Double
  /// Weighted sum of the numbers.
  public let total: Double
  /// Weighted mean.
  public let mean: Double
  /// Weighted sum of squared deviations from the mean.
  public let squares: Double

  /// The moments of a sample, with a weight for each record or ones.
  ///
  /// `nil` if the weights do not add up to a positive number.
  public init?(_ values: [Double], weights: [Double]? = nil) {
    precondition(weights.map { $0.count == values.count } ?? true, "one weight for each number")
    var weightSum = ExactSum()
    var sum = ExactSum()
    for (i, value) in values.enumerated() {
      let weight = weights.map { $0[i] } ?? 1
      weightSum.add(weight)
      sum.add(weight, times: value)
    }
    guard weightSum.value > 0, weightSum.value.isFinite else { return nil }
    count = values.count
    weight = weightSum.value
    total = sum.value
    let mean = sum.value / weight
    var deviations = ExactSum()
    var squares = ExactSum()
    for (i, value) in values.enumerated() {
      let weight = weights.map { $0[i] } ?? 1
      let deviation = value - mean
      deviations.add(weight, times: deviation)
      squares.add(weight * deviation, times: deviation)
    }
    let rest = deviations.value
    self.mean = mean + rest / weight
    self.squares = max(0, squares.value - rest * rest / weight)
  }

  /// Variance with the sum of weights in the denominator: that of the population.
  public var populationVariance: Double { squares / weight }

  /// Variance with n/(n - 1) over weights scaled to mean 1: that estimated from a sample; `nil` for one record.
  public var sampleVariance: Double? {
    count > 1 ? squares / weight * Double(count) / Double(count - 1) : nil
  }

  /// Variance with the sum of weights less 1 in the denominator, for weights that count repeated records; `nil` for a sum of at most 1.
  public var frequencyVariance: Double? {
    weight > 1 ? squares / (weight - 1) : nil
  }
}
