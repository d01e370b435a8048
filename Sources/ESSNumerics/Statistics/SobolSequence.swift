/// A quasi-random sequence that fills the unit cube evenly (Sobol' 1967), with the direction numbers of Joe and Kuo (2008, SIAM Journal on
/// Scientific Computing 30, 2635-2654).
///
/// The first 2^m points are a net: every dyadic box of the right size has its share. A digital shift keyed by a seed moves the net as a
/// whole, which keeps its evenness and makes estimates from it unbiased.
public struct SobolSequence: Sendable {
  /// The most dimensions.
  public static let limit = primitives.count + 1
  private static let bits = 32

  /// Number of dimensions.
  public let dimensions: Int
  private let directions: [[UInt32]]
  private let shifts: [UInt64]

  /// Degree, inner coefficients and first direction numbers of the primitive polynomials, from the second dimension on.
  private static let primitives: [(degree: Int, coefficients: UInt32, initial: [UInt32])] = [
    (1, 0, [1]), (2, 1, [1, 3]), (3, 1, [1, 3, 1]), (3, 2, [1, 1, 1]), (4, 1, [1, 1, 3, 3]),
    (4, 4, [1, 3, 5, 13]), (5, 2, [1, 1, 5, 5, 17]), (5, 4, [1, 1, 5, 5, 5]),
    (5, 7, [1, 1, 7, 11, 19]), (5, 11, [1, 1, 5, 1, 1]), (5, 13, [1, 1, 1, 3, 11]),
    (5, 14, [1, 3, 5, 5, 31]), (6, 1, [1, 3, 3, 9, 7, 49]), (6, 13, [1, 1, 1, 15, 21, 21]),
    (6, 16, [1, 3, 1, 13, 27, 49]), (6, 19, [1, 1, 1, 15, 7, 5]), (6, 22, [1, 3, 1, 15, 13, 25]),
    (6, 25, [1, 1, 5, 5, 19, 61]), (7, 1, [1, 3, 7, 11, 23, 15, 103]),
  ]

  /// A sequence in some dimensions, shifted by a seed if one is given.
  public init(dimensions: Int, shift seed: UInt64? = nil) {
    precondition((1...Self.limit).contains(dimensions), "no direction numbers for so many")
    self.dimensions = dimensions
    directions = (0..<dimensions).map { dimension in
      if dimension == 0 { return (0..<Self.bits).map { 1 << UInt32(31 - $0) } }
      return Self.directions(Self.primitives[dimension - 1])
    }
    let random = seed.map { KeyedRandom(seed: $0, stream: 0x50B0) }
    shifts = (0..<dimensions).map { random?.bits(at: $0) ?? 0 }
  }

  private static func directions(
    _ primitive: (degree: Int, coefficients: UInt32, initial: [UInt32])
  ) -> [UInt32] {
    let degree = primitive.degree
    var numbers = primitive.initial.enumerated().map { $1 << UInt32(31 - $0) }
    for i in degree..<bits {
      var number = numbers[i - degree] ^ (numbers[i - degree] >> UInt32(degree))
      for k in 1..<max(degree, 1)
      where primitive.coefficients >> UInt32(degree - 1 - k) & 1 == 1 {
        number ^= numbers[i - k]
      }
      numbers.append(number)
    }
    return numbers
  }

  /// The coordinate of a point (from 0) in a dimension: at least 0 and below 1.
  public func coordinate(of point: Int, in dimension: Int) -> Double {
    // The Gray code of the index orders the points of each net anew, with one change of a bit from point to point.
    var code = UInt32(truncatingIfNeeded: point) ^ (UInt32(truncatingIfNeeded: point) >> 1)
    var value: UInt32 = 0
    while code != 0 {
      value ^= directions[dimension][code.trailingZeroBitCount]
      code &= code &- 1
    }
    return Double((UInt64(value) << 32 ^ shifts[dimension]) >> 11) * 0x1p-53
  }
}
