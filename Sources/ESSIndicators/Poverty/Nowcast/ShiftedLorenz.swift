/// A Lorenz curve moved away from equality: p - L becomes (1 + t) (p - L), so that the Gini index grows by the share t (Kakwani 1990).
public struct ShiftedLorenz: ParametricLorenz {
  /// Its short name.
  public static let name = "shifted"

  private let base: any ParametricLorenz
  private let factor: Double

  /// A curve whose Gini index is 1 + t times that of another.
  public init(_ base: any ParametricLorenz, giniChange: Double) {
    self.base = base
    factor = 1 + giniChange
  }

  /// The parameters of the curve moved, and the factor.
  public var parameters: [(name: String, value: Double)] {
    base.parameters + [("factor", factor)]
  }

  /// As the curve moved.
  public var singularExponent: Double { base.singularExponent }

  /// L(p).
  public func lorenz(_ p: Double) -> Double { p - factor * (p - base.lorenz(p)) }

  /// L'(p).
  public func derivative(_ p: Double) -> Double { 1 - factor * (1 - base.derivative(p)) }

  /// L''(p).
  public func secondDerivative(_ p: Double) -> Double { factor * base.secondDerivative(p) }

  /// The Gini index.
  public var gini: Double { factor * base.gini }
}
