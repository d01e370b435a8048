/// The exact sum of doubles in 32 bytes, for many sums side by side of numbers that do not differ too much in size.
///
/// A fixed-point number of 128 bits, whose unit follows the first number, takes numbers from 2^-40 to 2^23 times the first; the others go to an
/// ``ExactSum`` made when it is needed. So the value is always that of an ``ExactSum``: rounded once, with the same bits for every
/// order, chunking and merge tree.
public struct CompactSum: Sendable {
  // The number is (high, low), in two's complement, times 2^(unit - 1075); `unit` is below zero until there is one.
  @usableFromInline var high: Int64 = 0
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var unit: Int32 = -4096
  private var rest: [ExactSum] = []

  /// How far below the first number the unit is, in powers of two.
  private static let depth = 40
  /// The largest unit: the highest of the 128 bits is then still a double.
  private static let largestUnit = 1900

  /// An empty sum, zero.
  public init() {}

  /// Adds a number.
  @inlinable
  public mutating func add(_ value: Double) {
    let pattern = value.bitPattern
    let exponent = Int(truncatingIfNeeded: pattern &>> 52) & 0x7FF
    let shift = UInt64(bitPattern: Int64(exponent &- Int(unit)))
    // A unit is at least 1, so that what is within reach of it is a normal number.
    guard shift < 64 else { return addOther(value) }
    let mantissa = pattern & 0x000F_FFFF_FFFF_FFFF | 0x0010_0000_0000_0000
    let sign = Int64(bitPattern: pattern) &>> 63
    let mask = UInt64(bitPattern: sign)
    let lowTerm = (mantissa &<< shift) ^ mask
    let highTerm = Int64(bitPattern: (mantissa &>> 1) &>> (63 &- shift)) ^ sign
    let (first, firstCarry) = low.addingReportingOverflow(lowTerm)
    let (second, secondCarry) = first.addingReportingOverflow(mask & 1)
    low = second
    high = high &+ highTerm &+ (firstCarry ? 1 : 0) &+ (secondCarry ? 1 : 0)
    // Every term is below 2^116, so that a sum below 2^125 stays within the bits.
    if UInt64(bitPattern: high ^ (high &>> 63)) >= 1 << 61 { setAside() }
  }

  /// The first number, and numbers out of reach.
  @usableFromInline @inline(never)
  mutating func addOther(_ value: Double) {
    if value == 0 { return }
    let exponent = Int(value.exponentBitPattern)
    if unit < 0, (1...(Self.largestUnit + 63)).contains(exponent) {
      unit = Int32(min(max(exponent - Self.depth, 1), Self.largestUnit))
      return add(value)
    }
    if rest.isEmpty { rest.append(ExactSum()) }
    rest[0].add(value)
  }

  /// Moves the fixed-point number to the rest.
  @usableFromInline @inline(never)
  mutating func setAside() {
    if rest.isEmpty { rest.append(ExactSum()) }
    addNumber(to: &rest[0])
    (high, low) = (0, 0)
  }

  /// Adds the fixed-point number to a sum, 32 bits at a time, each of which is a double.
  private func addNumber(to sum: inout ExactSum) {
    let magnitude = number.magnitude
    for piece in 0..<4 {
      let bits = UInt32(truncatingIfNeeded: magnitude >> UInt128(32 * piece))
      if bits == 0 { continue }
      let value = Double(
        sign: .plus, exponent: Int(unit) - 1075 + 32 * piece, significand: Double(bits))
      sum.add(high < 0 ? -value : value)
    }
  }

  private var number: Int128 {
    get { Int128(high) << 64 | Int128(low) }
    set {
      high = Int64(truncatingIfNeeded: newValue >> 64)
      low = UInt64(truncatingIfNeeded: newValue)
    }
  }

  /// Adds another sum.
  public mutating func merge(_ other: CompactSum) {
    if let sum = other.rest.first {
      if rest.isEmpty { rest.append(sum) } else { rest[0].merge(sum) }
    }
    var other = other
    if other.number == 0 { return }
    if number == 0 {
      (high, low, unit) = (other.high, other.low, other.unit)
      return
    }
    let distance = Int(unit - other.unit)
    if distance > 0, hasRoom(for: distance) {
      number <<= Int128(distance)
      unit = other.unit
    } else if distance < 0, other.hasRoom(for: -distance) {
      other.number <<= Int128(-distance)
    } else if distance != 0 {
      if rest.isEmpty { rest.append(ExactSum()) }
      return other.addNumber(to: &rest[0])
    }
    number += other.number
    if UInt64(bitPattern: high ^ (high &>> 63)) >= 1 << 61 { setAside() }
  }

  /// Whether the number can be counted in a unit smaller by some powers of two.
  private func hasRoom(for powers: Int) -> Bool {
    powers < number.magnitude.leadingZeroBitCount - 3
  }

  /// The sum, rounded to the nearest double, ties to even; +0 for an empty or cancelled sum.
  public var value: Double {
    guard var sum = rest.first else { return rounded }
    addNumber(to: &sum)
    return sum.value
  }

  private var rounded: Double {
    let magnitude = number.magnitude
    if magnitude == 0 { return 0 }
    let zeros = magnitude.leadingZeroBitCount
    let exponent = Int(unit) - 1075 + 64 - zeros
    guard exponent >= -1022 else {
      // The result may be subnormal, with fewer bits.
      var sum = ExactSum()
      addNumber(to: &sum)
      return sum.value
    }
    // The leading 64 bits, the lowest also set if anything is below it, round as all bits do.
    let aligned = magnitude << UInt128(zeros)
    let isCut = UInt64(truncatingIfNeeded: aligned) != 0
    let leading = UInt64(truncatingIfNeeded: aligned >> 64) | (isCut ? 1 : 0)
    let power = Double(sign: .plus, exponent: exponent, significand: 1)
    return Double(leading) * (high < 0 ? -power : power)
  }
}
