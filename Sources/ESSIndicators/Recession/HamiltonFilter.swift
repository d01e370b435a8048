internal import ESSNumerics

/// What a series could be expected to be h periods ahead: the regression of y(t + h) on a constant and y(t), ..., y(t - p + 1).
///
/// Hamilton (2018), Review of Economics and Statistics 100(5), 831-843, equation 20. The cycle is the error of the forecast; it never uses a value
/// later than h periods before.
public struct HamiltonFilter: Sendable {
  /// Periods ahead.
  public let horizon: Int
  /// Number of lags.
  public let lags: Int
  /// Constant, then the coefficients of y(t), y(t - 1), ...
  public let coefficients: [Double]
  /// Residual variance with n - p - 1 in the denominator.
  public let variance: Double
  /// Number of errors.
  public let count: Int
  /// For each value its forecast, `nil` for the first h + p - 1.
  public let fitted: [Double?]
  /// For each value the error of its forecast.
  public let cycle: [Double?]

  private let inverseGram: Matrix

  /// Estimates the filter on the first `sample` values (all if `nil`) and forecasts every value; `nil` where these are too few or do not vary.
  public init?(_ values: [Double], horizon: Int, lags: Int, sample: Int? = nil) {
    precondition(horizon >= 1 && lags >= 1)
    let first = horizon + lags - 1
    let end = min(sample ?? values.count, values.count)
    guard end - first > lags + 1 else { return nil }
    let rows = Array(first..<end)
    let design = Matrix(rows: rows.count, columns: lags + 1) { row, column in
      column == 0 ? 1 : values[rows[row] - horizon - column + 1]
    }
    let fit = LeastSquares(design: design, response: rows.map { values[$0] })
    guard fit.dependentColumns.isEmpty else { return nil }
    self.horizon = horizon
    self.lags = lags
    coefficients = fit.coefficients
    variance = fit.residualSumOfSquares / Double(rows.count - lags - 1)
    count = rows.count
    inverseGram = fit.inverseGram
    let coefficients = fit.coefficients
    fitted = values.indices.map { index in
      guard index >= first else { return nil }
      return (1...lags).reduce(coefficients[0]) {
        $0 + coefficients[$1] * values[index - horizon - $1 + 1]
      }
    }
    cycle = zip(values, fitted).map { value, fitted in fitted.map { value - $0 } }
  }

  /// Degrees of freedom of the residual variance.
  public var degreesOfFreedom: Double { Double(count - lags - 1) }

  /// Standard error of the forecast of the value at an index: of the coefficients and of the error itself.
  func forecastError(_ values: [Double], at index: Int) -> Double {
    let x = [1] + (1...lags).map { values[index - horizon - $0 + 1] }
    let spread = zip(x, inverseGram * x).reduce(0) { $0 + $1.0 * $1.1 }
    return (variance * (1 + spread)).squareRoot()
  }
}
