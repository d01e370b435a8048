public import ESSData
internal import ESSNumerics

/// The tests that choose between pooled, fixed and random unit effects, and that look for dependence between units.
public struct PanelTests: Sendable {
  /// A test statistic with its p-value.
  public struct Test: Sendable {
    /// The statistic.
    public let statistic: Double
    /// Its degrees of freedom: numerator and denominator of an F, one of a chi-squared, none of a normal.
    public let degreesOfFreedom: [Double]
    /// The probability of a statistic as far out under the null hypothesis.
    public let pValue: Double
  }

  /// F test that all unit effects are 0.
  public let effects: Test?
  /// Breusch and Pagan's Lagrange multiplier test that unit effects have no variance (Baltagi and Li 1990 if unbalanced).
  public let breuschPagan: Test
  /// Hausman's test that the random effects do not depend on the regressors, Swamy-Arora against within; `nil` where the difference of
  /// covariances is not positive definite.
  public let hausman: Test?
  /// Pesaran's test of cross-sectional dependence of the within residuals; `nil` without units that share three periods.
  public let pesaran: Test?

  /// Tests the outcome and regressors of some options on a sample; effects of the formula are not looked at.
  public init(_ sample: PanelSample, _ options: PanelRegression.Options) throws(DataError) {
    var plain = options
    plain.formula = RegressionFormula(
      outcome: options.formula.outcome, terms: options.formula.terms)
    plain.covariance = .classical
    plain.model = .ols
    plain.weights = nil
    plain.wild = []
    let pooled = try PanelRegression(sample, plain)
    plain.formula = RegressionFormula(
      outcome: options.formula.outcome, terms: options.formula.terms, effects: ["unit"])
    plain.keepsSingletons = true
    let within = try PanelRegression(sample, plain)
    plain.formula = RegressionFormula(
      outcome: options.formula.outcome, terms: options.formula.terms)
    plain.model = .random
    plain.components = .swamyArora
    let random = try PanelRegression(sample, plain)

    effects = Self.effects(pooled, within)
    breuschPagan = Self.breuschPagan(pooled)
    hausman = Self.hausman(within, random)
    pesaran = Self.pesaran(within)
  }

  private static func effects(_ pooled: PanelRegression, _ within: PanelRegression) -> Test? {
    let count = Double(pooled.residualDegreesOfFreedom - within.residualDegreesOfFreedom)
    guard count > 0 else { return nil }
    let rest = Double(within.residualDegreesOfFreedom)
    let statistic =
      (pooled.residualSumOfSquares - within.residualSumOfSquares) / count
      / (within.residualSumOfSquares / rest)
    return Test(
      statistic: statistic, degreesOfFreedom: [count, rest],
      pValue: FisherF(numerator: count, denominator: rest).complement(statistic))
  }

  private static func breuschPagan(_ pooled: PanelRegression) -> Test {
    let units = UnitMeans(pooled.sample)
    let means = units.means(of: pooled.fit.residuals)
    let rows = Double(pooled.sample.rowCount)
    let sums = zip(means, units.counts).reduce(0) { $0 + ($1.0 * $1.1) * ($1.0 * $1.1) }
    let ratio = sums / pooled.residualSumOfSquares - 1
    let pairs = units.counts.reduce(0) { $0 + $1 * $1 } - rows
    let statistic = rows * rows / 2 * ratio * ratio / pairs
    return Test(
      statistic: statistic, degreesOfFreedom: [1],
      pValue: ChiSquared(degreesOfFreedom: 1).complement(statistic))
  }

  private static func hausman(_ within: PanelRegression, _ random: PanelRegression) -> Test? {
    let pairs = within.fit.names.indices.compactMap { index in
      random.fit.names.firstIndex(of: within.fit.names[index]).map { (index, $0) }
    }
    let difference = pairs.map { within.fit.coefficients[$0] - random.fit.coefficients[$1] }
    let covariance = Matrix(rows: pairs.count, columns: pairs.count) {
      within.covarianceMatrix[pairs[$0].0, pairs[$1].0]
        - random.covarianceMatrix[pairs[$0].1, pairs[$1].1]
    }
    guard !pairs.isEmpty, let factor = Cholesky(covariance) else { return nil }
    let statistic = zip(difference, factor.solve(difference)).reduce(0) { $0 + $1.0 * $1.1 }
    let count = Double(pairs.count)
    return Test(
      statistic: statistic, degreesOfFreedom: [count],
      pValue: ChiSquared(degreesOfFreedom: count).complement(statistic))
  }

  /// Pesaran (2004, CESifo 1229): sqrt(2 / (N (N - 1))) times the sum over pairs of sqrt(T_ij) r_ij.
  private static func pesaran(_ within: PanelRegression) -> Test? {
    let sample = within.sample
    let units = sample.units.count
    let periods = sample.axis.labels.count
    var grid = [Double](repeating: .nan, count: units * periods)
    for (row, residual) in within.fit.residuals.enumerated() {
      grid[Int(sample.unitCodes[row]) * periods + Int(sample.timeCodes[row])] = residual
    }
    var sum = 0.0
    var pairs = 0.0
    for first in 0..<units {
      for second in (first + 1)..<max(units, first + 1) {
        let shared = (0..<periods).map {
          (grid[first * periods + $0], grid[second * periods + $0])
        }.filter { !$0.0.isNaN && !$0.1.isNaN }
        guard shared.count >= 3, let correlation = Self.correlation(shared) else { continue }
        sum += Double(shared.count).squareRoot() * correlation
        pairs += 1
      }
    }
    guard pairs > 0 else { return nil }
    let statistic = sum / pairs.squareRoot()
    return Test(
      statistic: statistic, degreesOfFreedom: [],
      pValue: 2 * Normal().complement(abs(statistic)))
  }

  private static func correlation(_ pairs: [(Double, Double)]) -> Double? {
    let n = Double(pairs.count)
    let first = pairs.reduce(0) { $0 + $1.0 } / n
    let second = pairs.reduce(0) { $0 + $1.1 } / n
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (x, y) in pairs {
      xx += (x - first) * (x - first)
      yy += (y - second) * (y - second)
      xy += (x - first) * (y - second)
    }
    return xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : nil
  }
}
