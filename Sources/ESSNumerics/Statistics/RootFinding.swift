/// Roots of functions of one variable.
public enum RootFinding {
  /// The root of a continuous function between two points where it has opposite signs, to machine precision.
  ///
  /// Brent's method (1973, Algorithms for Minimization without Derivatives, chapter 4): bisection, secant and inverse quadratic
  /// steps, never outside the bracket, until the bracket is as narrow as the spacing of doubles around the root allows. About
  /// 10 evaluations for a smooth function, never more than some hundred.
  ///
  /// - Parameters:
  ///   - bracket: The two points.
  ///   - function: The function; must be finite within the bracket, and may be infinite at its ends.
  /// - Returns: The root; `nil` if the function has the same sign at both ends, or is not a number at one of them.
  public static func root(
    in bracket: ClosedRange<Double>, _ function: (Double) -> Double
  ) -> Double? {
    var (a, b) = (bracket.lowerBound, bracket.upperBound)
    var (atA, atB) = (function(a), function(b))
    guard !atA.isNaN, !atB.isNaN else { return nil }
    if atA == 0 { return a }
    if atB == 0 { return b }
    guard (atA > 0) != (atB > 0) else { return nil }
    // b is the best point so far, a the one before, c the other end of the bracket.
    var (c, atC) = (a, atA)
    var step = b - a
    var before = step
    // Bisection alone needs 1,100 steps at the very most: one for each bit of the exponent range.
    for _ in 0..<1200 {
      if (atB > 0) == (atC > 0) {
        (c, atC) = (a, atA)
        step = b - a
        before = step
      }
      if abs(atC) < abs(atB) {
        (a, b, c) = (b, c, b)
        (atA, atB, atC) = (atB, atC, atB)
      }
      let tolerance = b.ulp
      let half = (c - b) / 2
      if abs(half) <= tolerance || atB == 0 { return b }
      if let trial = interpolate(a, b, c, atA, atB, atC), abs(before) >= tolerance,
        abs(atA) > abs(atB), 2 * abs(trial) < min(3 * abs(half) - tolerance, abs(before))
      {
        before = step
        step = trial
      } else {
        step = half
        before = half
      }
      (a, atA) = (b, atB)
      b += abs(step) > tolerance ? step : (half > 0 ? tolerance : -tolerance)
      atB = function(b)
      if atB.isNaN { return nil }
    }
    return b
  }

  /// The step from b that a secant or an inverse quadratic proposes, if it leads towards c.
  private static func interpolate(
    _ a: Double, _ b: Double, _ c: Double, _ atA: Double, _ atB: Double, _ atC: Double
  ) -> Double? {
    let s = atB / atA
    var (p, q): (Double, Double)
    if a == c {
      p = (c - b) * s
      q = 1 - s
    } else {
      let t = atA / atC
      let r = atB / atC
      p = s * ((c - b) * t * (t - r) - (b - a) * (r - 1))
      q = (t - 1) * (r - 1) * (s - 1)
    }
    if p > 0 { q = -q } else { p = -p }
    let step = p / q
    guard step.isFinite, (step > 0) == (c > b) else { return nil }
    return step
  }
}
