internal import ESSNumerics

/// The General Quadratic Lorenz curve: L (1 - L) = a (p^2 - L) + b L (p - 1) + c (p - L).
///
/// Villasenor and Arnold (1989), Journal of Econometrics 40, 327-338; notation of Datt (1998), FCND Discussion Paper 50, table 2.
public struct GeneralQuadraticLorenz: ParametricLorenz, Equatable {
  /// Its short name.
  public static let name = "gq"

  /// Coefficient of p^2 - L.
  public let a: Double
  /// Coefficient of L (p - 1).
  public let b: Double
  /// Coefficient of p - L.
  public let c: Double

  /// A curve by its coefficients.
  public init(a: Double, b: Double, c: Double) {
    self.a = a
    self.b = b
    self.c = c
  }

  /// -(a + b + c + 1).
  public var e: Double { -(a + b + c + 1) }
  /// b^2 - 4 a.
  public var m: Double { b * b - 4 * a }
  /// 2 b e - 4 c.
  public var n: Double { 2 * b * e - 4 * c }
  /// n^2 - 4 m e^2, the square of Datt's r.
  public var rSquared: Double { n * n - 4 * m * e * e }

  /// The coefficients.
  public var parameters: [(name: String, value: Double)] { [("a", a), ("b", b), ("c", c)] }

  /// Welfare is finite at rank 0 unless e is 0.
  public var singularExponent: Double { 0 }

  // Below zero by rounding only where the curve ends at p = 0 or 1.
  private func root(_ p: Double) -> Double {
    (m * p * p + n * p + e * e).squareRoot()
  }

  /// L(p).
  public func lorenz(_ p: Double) -> Double { -(b * p + e + root(p)) / 2 }

  /// L'(p).
  public func derivative(_ p: Double) -> Double { -b / 2 - (2 * m * p + n) / (4 * root(p)) }

  /// L''(p).
  public func secondDerivative(_ p: Double) -> Double {
    let root = root(p)
    return rSquared / (8 * root * root * root)
  }

  /// The Gini index, by quadrature.
  public var gini: Double { 1 - 2 * Quadrature.integrate(over: 0...1, lorenz).value }
}
