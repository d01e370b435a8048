public import ESSData
internal import ESSNumerics

/// Beta convergence: whether poorer territories grow faster (Barro and Sala-i-Martin 1992, Journal of Political Economy 100, 223-251).
///
/// Average growth ln(y_T/y_0)/T on ln y_0, and on further columns for conditional convergence, by least squares.
public struct BetaConvergence: Sendable {
  /// Names of the terms: `constant`, `initial`, and the further columns.
  public let terms: [String]
  /// Coefficients in the order of the terms.
  public let coefficients: [Double]
  /// Standard errors under equal variances.
  public let standardErrors: [Double]
  /// Standard errors that allow for unequal variances, HC1.
  public let robustErrors: [Double]
  /// Share of the variance explained.
  public let rSquared: Double
  /// Residual degrees of freedom.
  public let degreesOfFreedom: Int
  /// Length of the period in years.
  public let years: Double
  /// Speed of convergence, -ln(1 + b T)/T; `nil` if 1 + b T is not positive.
  ///
  /// The nonlinear form ln(y_T/y_0)/T = a - (1 - exp(-speed T))/T ln y_0 has the same fit, so that this is its least squares estimate too.
  public let speed: Double?
  /// Standard error of the speed: that of the nonlinear fit.
  public let speedError: Double?
  /// Years in which half the distance vanishes, ln 2 / speed; `nil` without convergence.
  public let halfLife: Double?

  /// Fits the regression.
  ///
  /// - Parameters:
  ///   - start: Levels at the start, above 0.
  ///   - end: Levels at the end, above 0.
  ///   - years: Years between them.
  ///   - controls: Further columns, for conditional convergence.
  /// - Throws: `DataError.notIdentified` for levels of 0 or below, too few territories, or columns that depend on others.
  public init(
    start: [Double], end: [Double], years: Double, controls: [(name: String, values: [Double])] = []
  ) throws(DataError) {
    let count = start.count
    guard start.allSatisfy({ $0 > 0 }), end.allSatisfy({ $0 > 0 }), years > 0 else {
      throw .notIdentified("growth of logarithms needs levels above 0 at both ends")
    }
    let logs = start.map { SpecialFunctions.log($0) }
    let growth = zip(start, end).map { SpecialFunctions.log($1 / $0) / years }
    let width = 2 + controls.count
    guard count > width else {
      throw .notIdentified(
        "\(count) territories are too few for \(width) coefficients and a standard error")
    }
    let design = Matrix(rows: count, columns: width) { row, column in
      column == 0 ? 1 : column == 1 ? logs[row] : controls[column - 2].values[row]
    }
    let fit = LeastSquares(design: design, response: growth)
    let terms = ["constant", "initial"] + controls.map(\.name)
    self.terms = terms
    guard fit.dependentColumns.isEmpty else {
      let names = fit.dependentColumns.map { terms[$0] }
      throw .notIdentified("\(names.joined(separator: ", ")): constant, or depends on the others")
    }
    degreesOfFreedom = count - width
    self.years = years
    coefficients = fit.coefficients
    let inverse = fit.inverseGram
    let variance = fit.residualSumOfSquares / Double(degreesOfFreedom)
    let errors = (0..<width).map { (variance * inverse[$0, $0]).squareRoot() }
    standardErrors = errors
    let meat = design.gram(weights: fit.residuals.map { $0 * $0 })
    let sandwich = inverse * meat * inverse
    let factor = Double(count) / Double(degreesOfFreedom)
    robustErrors = (0..<width).map { (factor * sandwich[$0, $0]).squareRoot() }
    let total = WeightedMoments(growth)?.squares ?? 0
    rSquared = total > 0 ? 1 - fit.residualSumOfSquares / total : 0
    let remaining = 1 + fit.coefficients[1] * years
    speed = remaining > 0 ? -SpecialFunctions.log(remaining) / years : nil
    speedError = remaining > 0 ? errors[1] / remaining : nil
    halfLife = speed.flatMap { $0 > 0 ? SpecialFunctions.log(2) / $0 : nil }
  }

  /// Adjusted share of the variance explained.
  public var adjustedRSquared: Double {
    1 - (1 - rSquared) * Double(degreesOfFreedom + terms.count - 1) / Double(degreesOfFreedom)
  }
}

/// Sigma convergence: whether the spread between territories falls.
public struct SigmaConvergence: Sendable {
  /// Standard deviation of logarithms with n - 1, one for each period; `nil` where a level is not positive.
  public let deviationOfLogs: [Double?]
  /// Coefficient of variation with the population standard deviation.
  public let coefficientOfVariation: [Double?]
  /// The trend of each measure over the years, with its standard error; `nil` for fewer than three periods.
  public let logTrend: (slope: Double, standardError: Double)?
  /// The trend of the coefficient of variation.
  public let variationTrend: (slope: Double, standardError: Double)?
  /// Ratio of the first to the last variance of logarithms.
  public let varianceRatio: Double?
  /// Two-sided p-value of that ratio under independent normal logarithms (an F test).
  public let pValue: Double?

  /// Measures the spread in each period of a series.
  public init(_ series: TerritorySeries) {
    let measures = series.periods.indices.map { RegionalInequality(series.crossSection($0)) }
    let logs = measures.map { $0?.deviationOfLogs }
    let variations = measures.map { $0?.coefficientOfVariation }
    deviationOfLogs = logs
    coefficientOfVariation = variations
    let years = series.periods.indices.map { series.years(from: 0, to: $0) }
    logTrend = Self.trend(logs, years)
    variationTrend = Self.trend(variations, years)
    if let first = logs.first ?? nil, let last = logs.last ?? nil, last > 0, logs.count > 1 {
      let ratio = first * first / (last * last)
      let freedom = Double(series.territories.count - 1)
      let test = FisherF(numerator: freedom, denominator: freedom)
      varianceRatio = ratio
      pValue = min(1, 2 * min(test.cumulative(ratio), test.complement(ratio)))
    } else {
      (varianceRatio, pValue) = (nil, nil)
    }
  }

  private static func trend(
    _ values: [Double?], _ years: [Double]
  ) -> (slope: Double, standardError: Double)? {
    let known = values.compactMap(\.self)
    guard known.count == values.count, known.count > 2 else { return nil }
    let design = Matrix(rows: known.count, columns: 2) { $1 == 0 ? 1 : years[$0] }
    let fit = LeastSquares(design: design, response: known)
    guard fit.rank == 2 else { return nil }
    let variance = fit.residualSumOfSquares / Double(known.count - 2)
    return (fit.coefficients[1], (variance * fit.inverseGram[1, 1]).squareRoot())
  }
}
