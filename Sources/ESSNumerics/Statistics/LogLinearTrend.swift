internal import Glibc

/// A log-linear trend fitted by least squares: ln y = a + b t.
///
/// t counts periods from the first one of the fit. The estimates and their covariance are those of ordinary least
/// squares, computed about the mean of t so that no digits are lost to a large origin.
public struct LogLinearTrend: Sendable, Equatable {
  /// Intercept: the logarithm of the trend in the first period of the fit.
  public let intercept: Double
  /// Slope: growth of the logarithm in one period.
  public let slope: Double
  /// Number of periods in the fit.
  public let count: Int
  /// Residual variance, with n - 2 in the denominator.
  public let residualVariance: Double

  private let meanTime: Double
  private let timeSquares: Double

  /// Fits the trend to levels in consecutive periods; `nil` for fewer than three, or a level that is not positive.
  public init?(levels: [Double]) {
    guard levels.count >= 3, levels.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    let n = Double(levels.count)
    let logs = levels.map { log($0) }
    meanTime = (n - 1) / 2
    timeSquares = n * (n * n - 1) / 12
    let meanLog = logs.reduce(0, +) / n
    var products = 0.0
    for (t, value) in logs.enumerated() {
      products += (Double(t) - meanTime) * (value - meanLog)
    }
    slope = products / timeSquares
    intercept = meanLog - slope * meanTime
    count = levels.count
    var squares = 0.0
    for (t, value) in logs.enumerated() {
      let residual = value - meanLog - slope * (Double(t) - meanTime)
      squares += residual * residual
    }
    residualVariance = squares / (n - 2)
  }

  /// The trend's level t periods after the first period of the fit.
  public func level(at t: Int) -> Double {
    exp(intercept + slope * Double(t))
  }

  /// Degrees of freedom of the residual variance.
  public var degreesOfFreedom: Double { Double(count - 2) }

  /// Standard error of the slope.
  public var slopeStandardError: Double { (residualVariance / timeSquares).squareRoot() }

  /// Standard error of a function of the trend with the given gradient over (intercept, slope): the delta method.
  public func standardError(gradient: (intercept: Double, slope: Double)) -> Double {
    // With time about its mean the two estimates are uncorrelated: mean log and slope.
    let alongMean = gradient.intercept
    let alongSlope = gradient.slope - gradient.intercept * meanTime
    let variance =
      residualVariance
      * (alongMean * alongMean / Double(count) + alongSlope * alongSlope / timeSquares)
    return variance.squareRoot()
  }
}
