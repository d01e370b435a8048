internal import ESSNumerics

/// Inequality between territories, weighted or not.
///
/// Each measure is computed exactly by its definition; 0 ln 0 is 0. Weights are populations, or ones. Cowell (2011), Measuring
/// Inequality, 3rd edition, gives all but the last.
public struct RegionalInequality: Sendable, Equatable {
  /// Number of territories.
  public let count: Int
  /// Weighted mean of the values.
  public let mean: Double
  /// Gini coefficient from all pairs, without a small-sample correction.
  public let gini: Double
  /// Theil's T, GE(1).
  public let theilT: Double
  /// Theil's L, the mean logarithmic deviation, GE(0); `nil` where a value is 0.
  public let theilL: Double?
  /// Hoover's index, half the relative mean deviation (Schutz, Pietra, Robin Hood).
  public let hoover: Double
  /// Coefficient of variation with the population standard deviation.
  public let coefficientOfVariation: Double
  /// Standard deviation of logarithms with n - 1; `nil` where a value is 0.
  public let deviationOfLogs: Double?

  /// Measures the inequality of values of at least 0 whose weighted mean is positive; `nil` otherwise.
  public init?(_ values: [Double], weights: [Double]? = nil) {
    guard let moments = WeightedMoments(values, weights: weights), moments.mean > 0,
      values.allSatisfy({ $0 >= 0 && $0.isFinite }),
      weights?.allSatisfy({ $0 >= 0 && $0.isFinite }) ?? true
    else { return nil }
    let mean = moments.mean
    count = values.count
    self.mean = mean
    let shares = values.indices.map { (weights?[$0] ?? 1) / moments.weight }
    let ratios = values.map { $0 / mean }
    gini = Self.gini(ratios, shares)
    theilT =
      ExactSum(
        zip(shares, ratios).map { $1 == 0 ? 0 : $0 * $1 * SpecialFunctions.log($1) }
      ).value
    let isPositive = zip(shares, ratios).allSatisfy { $0 == 0 || $1 > 0 }
    theilL =
      isPositive
      ? ExactSum(zip(shares, ratios).map { $0 == 0 ? 0 : -$0 * SpecialFunctions.log($1) }).value
      : nil
    hoover = ExactSum(zip(shares, ratios).map { $0 * abs($1 - 1) }).value / 2
    coefficientOfVariation = moments.populationVariance.squareRoot() / mean
    if isPositive, count > 1 {
      let logs = values.map { SpecialFunctions.log($0) }
      deviationOfLogs = WeightedMoments(logs, weights: weights)?.sampleVariance?.squareRoot()
    } else {
      deviationOfLogs = nil
    }
  }

  /// Half the mean absolute difference of all pairs over the mean, from one sort.
  private static func gini(_ ratios: [Double], _ shares: [Double]) -> Double {
    var before = TwofoldSum()
    var sum = ExactSum()
    for position in SortOrder.ascending(of: ratios) {
      let (ratio, share) = (ratios[Int(position)], shares[Int(position)])
      sum.add(share * ratio, times: 2 * before.value + share - 1)
      before.add(share)
    }
    return max(0, sum.value)
  }

  /// The mean that Williamson's coefficient takes deviations from and divides by.
  public enum WilliamsonMean: String, Sendable, CaseIterable {
    /// The mean weighted by population, that of all inhabitants.
    case population
    /// The mean of the territories, each counted once.
    case unweighted
  }

  /// Williamson's V_w, the root of the population-weighted mean squared deviation over the mean (Williamson 1965, Economic Development and Cultural
  /// Change 13, 1-84).
  ///
  /// With the population mean it is the weighted coefficient of variation. `nil` where it is not defined.
  public static func williamson(
    _ values: [Double], weights: [Double], mean rule: WilliamsonMean = .population
  ) -> Double? {
    guard let moments = WeightedMoments(values, weights: weights),
      let plain = WeightedMoments(values)
    else { return nil }
    let mean = rule == .population ? moments.mean : plain.mean
    guard mean > 0 else { return nil }
    // The mean square around another mean is that around its own and the square of the shift.
    let shift = moments.mean - mean
    return (moments.populationVariance + shift * shift).squareRoot() / mean
  }

  /// Atkinson's index for an aversion to inequality of at least 0; `nil` where a value is 0 and the index is not defined by it.
  public static func atkinson(
    _ values: [Double], weights: [Double]? = nil, aversion: Double
  ) -> Double? {
    guard aversion >= 0, let moments = WeightedMoments(values, weights: weights),
      moments.mean > 0, values.allSatisfy({ $0 >= 0 && $0.isFinite })
    else { return nil }
    let ratios = values.map { $0 / moments.mean }
    func share(_ i: Int) -> Double { (weights?[i] ?? 1) / moments.weight }
    if aversion >= 1, ratios.indices.contains(where: { ratios[$0] == 0 && share($0) > 0 }) {
      // The limit: any zero brings the equally distributed equivalent to zero.
      return 1
    }
    if aversion == 1 {
      let logs = ratios.indices.map {
        share($0) == 0 ? 0 : share($0) * SpecialFunctions.log(ratios[$0])
      }
      return 1 - SpecialFunctions.exp(ExactSum(logs).value)
    }
    let power = 1 - aversion
    let terms = ratios.indices.map { share($0) * SpecialFunctions.power(ratios[$0], power) }
    return 1 - SpecialFunctions.power(ExactSum(terms).value, 1 / power)
  }
}
