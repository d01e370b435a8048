internal import ESSNumerics

/// The Lorenz curve of a log-normal distribution: L = F(F^-1(p) - sigma), F the normal distribution.
///
/// What is left when only a headcount ratio and a Gini index are published: sigma follows from the Gini index, and the mean
/// in units of the line from the headcount ratio (Aitchison and Brown 1957; Bourguignon 2003, "The growth elasticity of poverty reduction").
public struct LogNormalLorenz: ParametricLorenz, Equatable {
  /// Its short name.
  public static let name = "lognormal"

  /// Standard deviation of log welfare.
  public let sigma: Double

  /// A curve by the standard deviation of log welfare; positive.
  public init(sigma: Double) {
    self.sigma = sigma
  }

  /// The curve with a Gini index between 0 and 1: sigma = 2^(1/2) F^-1((1 + G) / 2).
  public init?(gini: Double) {
    guard gini > 0, gini < 1 else { return nil }
    sigma = 2.0.squareRoot() * Normal().quantile((1 + gini) / 2)
  }

  /// The parameter.
  public var parameters: [(name: String, value: Double)] { [("sigma", sigma)] }

  /// Welfare is positive everywhere.
  public var singularExponent: Double { 0 }

  /// The mean in units of the line at which a headcount ratio between 0 and 1 is below it.
  public func mean(headcount: Double) -> Double {
    1 / derivative(headcount)
  }

  /// L(p).
  public func lorenz(_ p: Double) -> Double {
    p <= 0 ? 0 : p >= 1 ? 1 : Normal().cumulative(Normal().quantile(p) - sigma)
  }

  /// L'(p).
  public func derivative(_ p: Double) -> Double {
    if p <= 0 { return 0 }
    if p >= 1 { return .infinity }
    return SpecialFunctions.exp(sigma * Normal().quantile(p) - sigma * sigma / 2)
  }

  /// L''(p).
  public func secondDerivative(_ p: Double) -> Double {
    derivative(p) * sigma / Normal().density(Normal().quantile(p))
  }

  /// The Gini index: 2 F(sigma / 2^(1/2)) - 1.
  public var gini: Double { 2 * Normal().cumulative(sigma / 2.0.squareRoot()) - 1 }
}
