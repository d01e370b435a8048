internal import ESSNumerics

/// The Beta Lorenz curve: L = p - theta p^gamma (1 - p)^delta.
///
/// Kakwani (1980), Econometrica 48, 437-446; Datt (1998), FCND Discussion Paper 50, table 2.
public struct BetaLorenz: ParametricLorenz, Equatable {
  /// Its short name.
  public static let name = "beta"

  /// Scale.
  public let theta: Double
  /// Exponent of p.
  public let gamma: Double
  /// Exponent of 1 - p.
  public let delta: Double

  /// A curve by its parameters.
  public init(theta: Double, gamma: Double, delta: Double) {
    self.theta = theta
    self.gamma = gamma
    self.delta = delta
  }

  /// The parameters.
  public var parameters: [(name: String, value: Double)] {
    [("theta", theta), ("gamma", gamma), ("delta", delta)]
  }

  /// With gamma below 1 the poorest have infinitely negative welfare.
  public var singularExponent: Double { min(gamma - 1, 0) }

  private func bend(_ p: Double) -> Double {
    theta * SpecialFunctions.power(p, gamma) * SpecialFunctions.power(1 - p, delta)
  }

  /// L(p).
  public func lorenz(_ p: Double) -> Double { p - bend(p) }

  /// L'(p).
  public func derivative(_ p: Double) -> Double {
    if p <= 0 { return gamma < 1 ? -.infinity : gamma > 1 ? 1 : 1 - theta }
    if p >= 1 { return delta < 1 ? .infinity : delta > 1 ? 1 : 1 + theta }
    return 1 - bend(p) * (gamma / p - delta / (1 - p))
  }

  /// L''(p).
  public func secondDerivative(_ p: Double) -> Double {
    let q = 1 - p
    return bend(p)
      * (gamma * (1 - gamma) / (p * p) + 2 * gamma * delta / (p * q)
        + delta * (1 - delta) / (q * q))
  }

  /// The Gini index: 2 theta B(1 + gamma, 1 + delta).
  public var gini: Double { 2 * theta * SpecialFunctions.beta(1 + gamma, 1 + delta) }
}
