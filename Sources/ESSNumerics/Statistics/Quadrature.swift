/// Integrals of functions of one variable.
public enum Quadrature {
  /// An integral and how well it is known.
  public struct Integral: Sendable, Equatable {
    /// The value.
    public let value: Double
    /// Estimate of its absolute error; conservative for smooth functions.
    public let error: Double
    /// Whether the error is within what was asked.
    public let isConverged: Bool
  }

  private struct Piece {
    let range: ClosedRange<Double>
    let value: Double
    let error: Double
  }

  /// The integral of a function over an interval, by adaptive Gauss-Kronrod quadrature.
  ///
  /// The interval with the largest error is halved until the sum of the errors is small enough (Piessens et al. 1983, QUADPACK,
  /// strategy QAG with the 7 and 15 point pair). The ends are never evaluated, so that the function may be infinite there; where
  /// it is, a substitution that takes the singularity away saves many halvings.
  ///
  /// - Parameters:
  ///   - range: The interval.
  ///   - relative: Error asked for, relative to the integral of the absolute value of the function.
  ///   - pieces: The most intervals to use; memory and time are proportional to them.
  ///   - function: The function.
  /// - Returns: The integral; the value is not a number where the function is not.
  public static func integrate(
    over range: ClosedRange<Double>, relative: Double = 1e-13, pieces: Int = 400,
    _ function: (Double) -> Double
  ) -> Integral {
    precondition(range.lowerBound.isFinite && range.upperBound.isFinite, "the interval is finite")
    guard range.lowerBound < range.upperBound else {
      return Integral(value: 0, error: 0, isConverged: true)
    }
    var size = 0.0
    var parts = [apply(range, function, &size)]
    var isConverged = false
    while true {
      let error = parts.reduce(0) { $0 + $1.error }
      let target = max(relative * size, Double.leastNormalMagnitude)
      isConverged = error <= target
      guard !isConverged, !error.isNaN, parts.count < pieces,
        let worst = parts.indices.max(by: { parts[$0].error < parts[$1].error })
      else { break }
      let old = parts[worst]
      let middle = (old.range.lowerBound + old.range.upperBound) / 2
      // No double is left between the ends.
      guard middle > old.range.lowerBound, middle < old.range.upperBound else { break }
      var ignored = 0.0
      parts[worst] = apply(old.range.lowerBound...middle, function, &ignored)
      parts.append(apply(middle...old.range.upperBound, function, &ignored))
    }
    // Smallest terms first, so that little is lost.
    let values = parts.map(\.value).sorted { abs($0) < abs($1) }
    return Integral(
      value: values.reduce(0, +), error: parts.reduce(0) { $0 + $1.error },
      isConverged: isConverged)
  }

  // Abscissae and weights of the 15-point Kronrod rule and of the 7-point Gauss rule within it (QUADPACK, routine qk15).
  private static let abscissae: [Double] = [
    0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
    0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
    0.586087235467691130294144691693013, 0.405845151377397166906606412076961,
    0.207784955007898467600689403773245, 0,
  ]
  private static let kronrod: [Double] = [
    0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
    0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
    0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
    0.204432940075298892414161999234649, 0.209482141084727828012999174891714,
  ]
  private static let gauss: [Double] = [
    0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
    0.381830050505118944950369775488975, 0.417959183673469387755102040816327,
  ]

  private static func apply(
    _ range: ClosedRange<Double>, _ function: (Double) -> Double, _ size: inout Double
  ) -> Piece {
    let centre = (range.lowerBound + range.upperBound) / 2
    let half = (range.upperBound - range.lowerBound) / 2
    let middle = function(centre)
    var sum = kronrod[7] * middle
    var coarse = gauss[3] * middle
    var absolute = kronrod[7] * abs(middle)
    for k in 0..<7 {
      let shift = half * abscissae[k]
      let (left, right) = (function(centre - shift), function(centre + shift))
      sum += kronrod[k] * (left + right)
      absolute += kronrod[k] * (abs(left) + abs(right))
      if k % 2 == 1 { coarse += gauss[k / 2] * (left + right) }
    }
    size += absolute * half
    let difference = abs(sum - coarse) * half
    // The difference of the two rules is the error of the coarse one; the fine one's is far smaller once the difference is
    // (QUADPACK's rule), but never below rounding.
    let scale = absolute * half
    let ratio = scale > 0 ? 200 * difference / scale : 0
    let sharp = scale * min(1, ratio * ratio.squareRoot())
    let rounding = 4 * Double.ulpOfOne * scale
    return Piece(range: range, value: sum * half, error: max(min(difference, sharp), rounding))
  }
}
