/// The exact sum of doubles, rounded once at the end.
///
/// A small superaccumulator (Neal 2015, "Fast exact summation using small and large superaccumulators"): a fixed-point number wide
/// enough for every double, in chunks of 32 bits kept in 64-bit integers. Because integers add without rounding, the sum has the
/// same bits for every order, chunking and merge tree, and partial sums merge. Memory: 600 bytes, whatever the number of terms.
public struct ExactSum: Sendable {
  // Chunk i counts units of 2^(32 i - 1075); 67 chunks hold 2^63 terms of the largest double.
  private static let count = 67
  /// Additions before the chunks could overflow: each adds less than 2^53 to a chunk.
  private static let room = 512

  private var chunks = InlineArray<67, Int64>(repeating: 0)
  private var additions = 0
  private var infinities = (positive: 0, negative: 0)
  private var notNumbers = 0

  /// An empty sum, zero.
  public init() {}

  /// The sum of some numbers.
  public init(_ values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  /// Adds a number; infinities and NaN are kept apart and decide the value as in IEEE arithmetic.
  public mutating func add(_ value: Double) {
    let bits = value.bitPattern
    let biased = Int(truncatingIfNeeded: bits >> 52) & 0x7FF
    guard biased < 0x7FF else {
      addSpecial(value)
      return
    }
    var mantissa = bits & 0x000F_FFFF_FFFF_FFFF
    // Subnormal numbers have the exponent of the smallest normal ones and no hidden bit.
    let exponent = biased == 0 ? 1 : biased
    if biased > 0 { mantissa |= 0x0010_0000_0000_0000 }
    let shift = UInt64(exponent & 31)
    let chunk = exponent >> 5
    // Two's complement by a mask: signs are random, so that a branch on them would often be mispredicted.
    let sign = Int64(bitPattern: bits) >> 63
    let low = Int64(truncatingIfNeeded: (mantissa &<< shift) & 0xFFFF_FFFF)
    let high = Int64(truncatingIfNeeded: mantissa &>> (32 &- shift))
    // An exponent below 2047 makes a chunk below 64.
    unsafe chunks[unchecked: chunk] &+= (low ^ sign) &- sign
    unsafe chunks[unchecked: chunk + 1] &+= (high ^ sign) &- sign
    additions &+= 1
    if additions == Self.room { carry() }
  }

  /// Adds the product of two numbers exactly: its rounded value and the rounding error (Dekker 1971), which needs that neither underflows.
  public mutating func add(_ left: Double, times right: Double) {
    let product = left * right
    add(product)
    if product.isFinite { add((-product).addingProduct(left, right)) }
  }

  /// Adds another sum.
  public mutating func merge(_ other: ExactSum) {
    var other = other
    other.carry()
    carry()
    for index in 0..<Self.count { chunks[index] += other.chunks[index] }
    carry()
    infinities.positive += other.infinities.positive
    infinities.negative += other.infinities.negative
    notNumbers += other.notNumbers
  }

  private mutating func addSpecial(_ value: Double) {
    if value.isNaN {
      notNumbers += 1
    } else if value > 0 {
      infinities.positive += 1
    } else {
      infinities.negative += 1
    }
  }

  /// Brings every chunk but the last into 0 ..< 2^32; the last one carries the sign, and the form is unique.
  private mutating func carry() {
    for index in 0..<(Self.count - 1) {
      let value = chunks[index]
      chunks[index] = value & 0xFFFF_FFFF
      chunks[index + 1] += value >> 32
    }
    additions = 0
  }

  /// The sum, rounded to the nearest double, ties to even; +0 for an empty or cancelled sum.
  public var value: Double {
    if notNumbers > 0 || (infinities.positive > 0 && infinities.negative > 0) { return .nan }
    if infinities.positive > 0 { return .infinity }
    if infinities.negative > 0 { return -.infinity }
    var magnitude = self
    magnitude.carry()
    let isNegative = magnitude.chunks[Self.count - 1] < 0
    if isNegative {
      for index in 0..<Self.count { magnitude.chunks[index] = -magnitude.chunks[index] }
      magnitude.carry()
    }
    let rounded = magnitude.roundedMagnitude
    return isNegative ? -rounded : rounded
  }

  /// The value of a carried sum that is not negative.
  private var roundedMagnitude: Double {
    guard let top = (0..<Self.count).last(where: { chunks[$0] != 0 }) else { return 0 }
    let highest = 32 * top + 63 - chunks[top].leadingZeroBitCount
    // The lowest bit kept: 53 bits, or fewer where the result is subnormal (bit 1 stands for 2^-1074).
    let lowest = max(highest - 52, 1)
    var mantissa: UInt64 = 0
    for index in (lowest / 32)...top {
      let offset = 32 * index - lowest
      let chunk = UInt64(chunks[index])
      mantissa |= offset < 0 ? chunk >> UInt64(-offset) : chunk << UInt64(offset)
    }
    if bit(lowest - 1), mantissa & 1 == 1 || hasBits(below: lowest - 1) { mantissa += 1 }
    return Double(sign: .plus, exponent: lowest - 1075, significand: Double(mantissa))
  }

  private func bit(_ position: Int) -> Bool {
    chunks[position / 32] >> Int64(position % 32) & 1 == 1
  }

  private func hasBits(below position: Int) -> Bool {
    let chunk = position / 32
    let mask = (Int64(1) << Int64(position % 32)) - 1
    return chunks[chunk] & mask != 0 || (0..<chunk).contains { chunks[$0] != 0 }
  }
}

extension ExactSum: Equatable {
  /// Whether two sums are exactly the same number, even where their rounded values agree.
  public static func == (left: ExactSum, right: ExactSum) -> Bool {
    var (a, b) = (left, right)
    a.carry()
    b.carry()
    return a.infinities == b.infinities && a.notNumbers == b.notNumbers
      && (0..<count).allSatisfy { a.chunks[$0] == b.chunks[$0] }
  }
}
