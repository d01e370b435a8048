internal import ESSData

/// A Lorenz curve with a formula: what the poorest share p of the people have of the whole.
public protocol ParametricLorenz: Sendable {
  /// Its short name in methods and components.
  static var name: String { get }
  /// Its parameters by name, in order.
  var parameters: [(name: String, value: Double)] { get }
  /// L(p).
  func lorenz(_ p: Double) -> Double
  /// L'(p): welfare at rank p divided by the mean; may be infinite at 0 and 1.
  func derivative(_ p: Double) -> Double
  /// L''(p).
  func secondDerivative(_ p: Double) -> Double
  /// The Gini index.
  var gini: Double { get }
  /// The exponent e of L'(p) ~ -p^e at p = 0 where it is infinite there, else 0.
  var singularExponent: Double { get }
}

/// The poverty measures of a curve at one mean and one line.
public struct LorenzPoverty: Sendable, Equatable {
  /// How the line lies to the welfare that the curve can have.
  public enum Range: Sendable {
    /// Between the lowest and the highest.
    case inside
    /// At or below the lowest: nobody is poor.
    case below
    /// Above the highest: everybody is poor.
    case above
  }

  /// An elasticity of each measure.
  public struct Elasticities: Sendable, Equatable {
    /// Of the headcount ratio.
    public let headcount: Double
    /// Of the poverty gap.
    public let gap: Double
    /// Of the squared poverty gap.
    public let severity: Double
  }

  /// Headcount ratio.
  public let headcount: Double
  /// Poverty gap index.
  public let gap: Double
  /// Squared poverty gap index; `nil` where the integral does not exist.
  public let severity: Double?
  /// Watts index; `nil` where the curve gives somebody no welfare or less.
  public let watts: Double?
  /// Elasticities to the mean, the curve fixed; `nil` if nobody is poor, or everybody.
  public let toMean: Elasticities?
  /// Elasticities to the Gini index, the mean fixed: p - L becomes (1 + t) (p - L) (Kakwani 1990).
  public let toGini: Elasticities?
  /// Where the line lies.
  public let range: Range
  /// Share of the people with negative welfare on this curve.
  public let negativeShare: Double

  /// What has to be said of measures that gaps above 1 make larger than those of a lower power: no distribution of positive welfare has them.
  var negativeNote: String? {
    guard gap > headcount || severity ?? 0 > gap else { return nil }
    return
      "the curve gives the poorest \(NumberText.fixed(100 * negativeShare, decimals: 4)) % negative welfare: gaps above 1"
  }
}
