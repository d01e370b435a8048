internal import Glibc

/// The sampling units that a linearised number depends on, in ascending order; shared, so that equal ones are known by identity.
final class Support: Sendable {
  let units: [Int32]

  init(_ units: [Int32]) { self.units = units }
}

/// A number computed from a sample, and how it moves with the sample.
///
/// Either linearised (for each sampling unit the sum of weights times influence, which is linear in the weights), or evaluated on every
/// replicate. Arithmetic carries both along: by the chain rule, or replicate by replicate; no measure needs a variance formula of its own.
struct Varying: Sendable {
  /// How a number moves.
  enum Motion: Sendable {
    /// Not at all.
    case fixed
    /// The linearised total of each unit.
    case linear(Support, [Double])
    /// The number in each replicate; NaN where it has none.
    case replicates([Double])
  }

  var value: Double
  var motion: Motion

  /// A number that does not depend on the sample.
  init(_ value: Double) {
    self.value = value
    motion = .fixed
  }

  init(_ value: Double, _ motion: Motion) {
    self.value = value
    self.motion = motion
  }

  /// A function of this number, with its derivative here.
  func map(_ function: (Double) -> Double, slope: Double) -> Varying {
    switch motion {
    case .fixed: Varying(function(value))
    case .linear(let support, let totals):
      Varying(function(value), .linear(support, totals.map { slope * $0 }))
    case .replicates(let values): Varying(function(value), .replicates(values.map(function)))
    }
  }

  /// A function of two numbers, with its derivatives here.
  static func combine(
    _ a: Varying, _ b: Varying, _ function: (Double, Double) -> Double,
    slopes: (Double, Double)
  ) -> Varying {
    let value = function(a.value, b.value)
    switch (a.motion, b.motion) {
    case (.fixed, .fixed): return Varying(value)
    case (.linear(let support, let x), .fixed):
      return Varying(value, .linear(support, x.map { slopes.0 * $0 }))
    case (.fixed, .linear(let support, let y)):
      return Varying(value, .linear(support, y.map { slopes.1 * $0 }))
    case (.linear(let left, let x), .linear(let right, let y)):
      let (support, totals) = merged(left, x, slopes.0, right, y, slopes.1)
      return Varying(value, .linear(support, totals))
    case (.replicates(let x), .fixed):
      return Varying(value, .replicates(x.map { function($0, b.value) }))
    case (.fixed, .replicates(let y)):
      return Varying(value, .replicates(y.map { function(a.value, $0) }))
    case (.replicates(let x), .replicates(let y)):
      return Varying(value, .replicates(zip(x, y).map(function)))
    case (.linear, .replicates), (.replicates, .linear):
      preconditionFailure("a linearised number and one by replicates")
    }
  }

  /// The sum of two multiples of linearised totals.
  private static func merged(
    _ left: Support, _ x: [Double], _ a: Double, _ right: Support, _ y: [Double], _ b: Double
  ) -> (Support, [Double]) {
    if left === right || left.units == right.units {
      return (left, zip(x, y).map { a * $0 + b * $1 })
    }
    var units: [Int32] = []
    var totals: [Double] = []
    units.reserveCapacity(x.count + y.count)
    totals.reserveCapacity(x.count + y.count)
    var (i, j) = (0, 0)
    while i < x.count || j < y.count {
      let p = i < x.count ? left.units[i] : Int32.max
      let q = j < y.count ? right.units[j] : Int32.max
      units.append(min(p, q))
      totals.append((p <= q ? a * x[i] : 0) + (q <= p ? b * y[j] : 0))
      if p <= q { i += 1 }
      if q <= p { j += 1 }
    }
    return (Support(units), totals)
  }
}

extension Varying {
  static func + (a: Varying, b: Varying) -> Varying { combine(a, b, +, slopes: (1, 1)) }

  static func - (a: Varying, b: Varying) -> Varying { combine(a, b, -, slopes: (1, -1)) }

  static func * (a: Varying, b: Varying) -> Varying {
    combine(a, b, *, slopes: (b.value, a.value))
  }

  static func / (a: Varying, b: Varying) -> Varying {
    combine(a, b, /, slopes: (1 / b.value, -a.value / (b.value * b.value)))
  }

  static func + (a: Varying, b: Double) -> Varying { a.map({ $0 + b }, slope: 1) }

  static func - (a: Varying, b: Double) -> Varying { a.map({ $0 - b }, slope: 1) }

  static func - (a: Double, b: Varying) -> Varying { b.map({ a - $0 }, slope: -1) }

  static func * (a: Double, b: Varying) -> Varying { b.map({ a * $0 }, slope: a) }

  static func / (a: Varying, b: Double) -> Varying { a.map({ $0 / b }, slope: 1 / b) }

  /// The natural logarithm.
  var logarithm: Varying { map({ log($0) }, slope: 1 / value) }

  /// The exponential.
  var exponential: Varying { map({ exp($0) }, slope: exp(value)) }

  /// A fixed power.
  func power(_ exponent: Double) -> Varying {
    map({ pow($0, exponent) }, slope: exponent * pow(value, exponent - 1))
  }

  /// The sum of some numbers.
  static func sum(_ terms: some Sequence<Varying>) -> Varying {
    terms.reduce(nil) { (sum: Varying?, term) in sum.map { $0 + term } ?? term } ?? Varying(0)
  }
}
