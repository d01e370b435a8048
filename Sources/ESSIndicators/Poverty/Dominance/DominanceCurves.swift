internal import ESSNumerics

/// The dominance curves of two cells, and where they cross.
///
/// D1 is the distribution function below a line, D2 and D3 its repeated integrals: D(s)(z) = mean of (z - y)^(s-1) / (s-1)! of those below z,
/// which is z^(s-1) / (s-1)! times the FGT index of s - 1. Between two neighbouring values of welfare D1 is constant, D2 linear and
/// D3 quadratic, so that crossings are found exactly.
struct DominanceCurves {
  private let values: [Double]
  /// Sums of share, share times y and share times y^2, first cell less second, of records up to each value.
  private let moments: [[Double]]
  /// The same with absolute values: what rounding is relative to.
  private let sizes: [[Double]]

  init(_ first: RankedCell, _ second: RankedCell) {
    let people = [first, second].map { AdditiveTerm.weight.sum($0) }
    var values: [Double] = []
    var moments: [[Double]] = []
    var sizes: [[Double]] = []
    var (i, j) = (first.values.startIndex, second.values.startIndex)
    var sums = [0.0, 0, 0]
    var absolute = [0.0, 0, 0]
    func take(_ y: Double, _ share: Double) {
      sums[0] += share
      sums[1] += share * y
      sums[2] += share * y * y
      absolute[0] += abs(share)
      absolute[1] += abs(share * y)
      absolute[2] += abs(share) * y * y
    }
    while i < first.values.endIndex || j < second.values.endIndex {
      let a = i < first.values.endIndex ? first.values[i] : .infinity
      let b = j < second.values.endIndex ? second.values[j] : .infinity
      let y = min(a, b)
      while i < first.values.endIndex, first.values[i] == y {
        take(y, first.weights[first.weights.startIndex + i - first.values.startIndex] / people[0])
        i += 1
      }
      while j < second.values.endIndex, second.values[j] == y {
        take(
          y, -second.weights[second.weights.startIndex + j - second.values.startIndex] / people[1])
        j += 1
      }
      values.append(y)
      moments.append(sums)
      sizes.append(absolute)
    }
    self.values = values
    self.moments = moments
    self.sizes = sizes
  }

  /// The difference of the curves of an order just above value `index`, as a polynomial in z: constant, linear, quadratic.
  private func polynomial(_ order: Int, _ index: Int) -> [Double] {
    let m = moments[index]
    switch order {
    case 1: return [m[0], 0, 0]
    case 2: return [-m[1], m[0], 0]
    default: return [m[2] / 2, -m[1], m[0] / 2]
    }
  }

  /// The sign of the difference at z, 0 where it is no larger than rounding makes it.
  private func sign(_ order: Int, _ index: Int, _ z: Double) -> Int {
    let p = polynomial(order, index)
    let s = sizes[index]
    let value = (p[2] * z + p[1]) * z + p[0]
    let size =
      switch order {
      case 1: s[0]
      case 2: s[0] * abs(z) + s[1]
      default: s[0] * z * z + 2 * s[1] * abs(z) + s[2]
      }
    return abs(value) <= 1e-13 * size ? 0 : value > 0 ? 1 : -1
  }

  /// The lines in a range at which the sign of the difference changes, and the signs seen: -1 where the first cell has less.
  func crossings(order: Int, in range: ClosedRange<Double>) -> (lines: [Double], signs: [Int]) {
    var lines: [Double] = []
    var signs: [Int] = []
    func see(_ sign: Int, at z: Double) {
      guard sign != 0, sign != signs.last else { return }
      if !signs.isEmpty { lines.append(z) }
      signs.append(sign)
    }
    for index in values.indices {
      let start = max(values[index], range.lowerBound)
      let next = index + 1 < values.count ? values[index + 1] : .infinity
      let end = min(next, range.upperBound)
      guard start < end else { continue }
      let p = polynomial(order, index)
      // Inside a piece: the roots in order, and the sign behind each of them.
      let roots = Self.roots(p).filter { $0 > start && $0 < end }
      var left = start
      for right in roots + [end] {
        see(sign(order, index, (left + right) / 2), at: left)
        left = right
      }
    }
    return (lines, signs)
  }

  /// The real roots of a polynomial of degree two at most, ascending.
  private static func roots(_ p: [Double]) -> [Double] {
    if p[2] == 0 { return p[1] == 0 ? [] : [-p[0] / p[1]] }
    let discriminant = p[1] * p[1] - 4 * p[2] * p[0]
    guard discriminant > 0 else { return [] }
    // The form that does not cancel.
    let q = -(p[1] + (p[1] < 0 ? -1 : 1) * discriminant.squareRoot()) / 2
    return (q == 0 ? [0] : [q / p[2], p[0] / q]).sorted()
  }
}
