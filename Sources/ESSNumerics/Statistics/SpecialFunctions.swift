internal import CDistributions
internal import Glibc

/// Special functions, by Boost.Math and the C library; NaN outside their domain.
public enum SpecialFunctions {
  /// The natural logarithm.
  public static func log(_ x: Double) -> Double { Glibc.log(x) }

  /// The exponential function.
  public static func exp(_ x: Double) -> Double { Glibc.exp(x) }

  /// x to the power y.
  public static func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }

  /// The sine of an angle in radians.
  public static func sine(_ x: Double) -> Double { sin(x) }

  /// The cosine of an angle in radians.
  public static func cosine(_ x: Double) -> Double { cos(x) }

  /// The angle in radians, from -pi/2 to pi/2, whose sine is x.
  public static func arcSine(_ x: Double) -> Double { asin(x) }

  /// ln(1 + x), accurate for small x.
  public static func logOnePlus(_ x: Double) -> Double { log1p(x) }

  /// e^x - 1, accurate for small x.
  public static func expMinusOne(_ x: Double) -> Double { expm1(x) }

  /// The logarithm of the gamma function for x > 0.
  public static func logGamma(_ x: Double) -> Double { ess_log_gamma(x) }

  /// The digamma function.
  public static func digamma(_ x: Double) -> Double { ess_digamma(x) }

  /// The beta function B(a, b) for a, b > 0.
  public static func beta(_ a: Double, _ b: Double) -> Double { ess_beta(a, b) }

  /// The regularised incomplete beta function I_x(a, b).
  public static func regularisedBeta(_ x: Double, a: Double, b: Double) -> Double {
    BetaDistribution(a: a, b: b).cumulative(x)
  }

  /// The regularised lower incomplete gamma function P(a, x).
  public static func regularisedGamma(_ x: Double, a: Double) -> Double {
    ess_regularised_gamma(a, x)
  }

  /// The error function.
  public static func errorFunction(_ x: Double) -> Double { erf(x) }

  /// The logarithm of the binomial coefficient n over k.
  public static func logBinomial(_ n: Double, _ k: Double) -> Double {
    logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
  }
}
