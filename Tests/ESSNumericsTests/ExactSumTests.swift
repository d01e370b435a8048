import ESSNumerics
import Testing

/// A signed integer of any size, in units of 2^-1074: the reference that sums are held against.
///
/// Schoolbook code on 16-bit digits, with nothing in common with the accumulator.
private struct FixedPoint {
  private static let size = 140
  private var digits = [Int](repeating: 0, count: FixedPoint.size)

  /// Adds a finite double bit by bit.
  mutating func add(_ value: Double) {
    guard value != 0 else { return }
    let significand = Int(value.magnitude.significandBitPattern)
    let isNormal = value.magnitude >= .leastNormalMagnitude
    let mantissa = isNormal ? significand + (1 << 52) : significand
    let lowest = isNormal ? Int(value.exponent) - 52 + 1074 : 0
    for bit in 0..<53 where mantissa >> bit & 1 == 1 {
      let position = lowest + bit
      digits[position / 16] += (value < 0 ? -1 : 1) << (position % 16)
    }
    normalise()
  }

  private mutating func normalise() {
    for index in 0..<(Self.size - 1) {
      let carry = digits[index] >> 16
      digits[index] -= carry << 16
      digits[index + 1] += carry
    }
  }

  /// Whether a double is the correct rounding: no neighbour is nearer, and on a tie its last bit is even.
  func rounds(to result: Double) -> Bool {
    // Twice the distance to a candidate, compared with that to its neighbours.
    func distance(_ candidate: Double) -> FixedPoint {
      var rest = self
      rest.add(-candidate)
      return rest.magnitude
    }
    let own = distance(result)
    for neighbour in [result.nextUp, result.nextDown] where neighbour.isFinite {
      switch own.compare(distance(neighbour)) {
      case 1: return false
      case 0 where result.bitPattern & 1 == 1: return false
      default: break
      }
    }
    return true
  }

  private var magnitude: FixedPoint {
    guard digits[Self.size - 1] < 0 else { return self }
    var result = self
    for index in 0..<Self.size { result.digits[index] = -result.digits[index] }
    result.normalise()
    return result
  }

  private func compare(_ other: FixedPoint) -> Int {
    for index in (0..<Self.size).reversed() where digits[index] != other.digits[index] {
      return digits[index] > other.digits[index] ? 1 : -1
    }
    return 0
  }
}

@Suite struct ExactSumTests {
  private struct Numbers {
    var state: UInt64

    mutating func bits() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }

    mutating func next(exponents: ClosedRange<Int>) -> Double {
      let exponent = exponents.lowerBound + Int(bits() >> 33) % exponents.count
      let significand = 1 + Double(bits() >> 12) / Double(1 << 52)
      let sign: FloatingPointSign = bits() >> 63 == 0 ? .plus : .minus
      return Double(sign: sign, exponent: exponent, significand: significand)
    }
  }

  // 300 random vectors over nearly the whole range of doubles, with subnormals and cancellation, against integer arithmetic.
  @Test func againstIntegerArithmetic() {
    var numbers = Numbers(state: 2015)
    for round in 0..<300 {
      let width = [5, 60, 600, 1000][round % 4]
      let centre = round % 3 == 0 ? -1040 : 0
      let low = max(-1074, centre - width)
      var values = (0..<(2 + round % 40)).map { _ in
        numbers.next(exponents: low...min(1000, centre + width))
      }
      if round % 5 == 0 { values += values.reversed().map { -$0 * (1 - 0x1p-50) } }
      var reference = FixedPoint()
      for value in values { reference.add(value) }
      let sum = ExactSum(values)
      #expect(reference.rounds(to: sum.value), "round \(round)")
      #expect(ExactSum(values.reversed()) == sum)
      var merged = ExactSum()
      for start in stride(from: 0, to: values.count, by: 7) {
        merged.merge(ExactSum(values[start..<min(start + 7, values.count)]))
      }
      #expect(merged == sum)
      #expect(merged.value.bitPattern == sum.value.bitPattern)
    }
  }

  @Test(
    arguments: [
      ([], 0), ([0.0, -0.0], 0), ([1e308, 1e308, -1e308], 1e308), ([1e16, 1, -1e16], 1),
      ([1, 0x1p-53], 1), ([1, 0x1p-53, 0x1p-1000], 1 + 0x1p-52),
      ([1 + 0x1p-52, 0x1p-53], 1 + 0x1p-51),
      ([0x1p-1074, 0x1p-1074], 0x1p-1073), ([-0x1p-1074], -0x1p-1074),
      ([0x1p-1022, -0x1p-1074], 0x1p-1022 - 0x1p-1074), ([1, -1], 0),
      ([Double.greatestFiniteMagnitude, 0x1p969], .greatestFiniteMagnitude),
      ([Double.greatestFiniteMagnitude, 0x1p970], .infinity),
      ([Double.infinity, -1e308], .infinity), ([-Double.infinity, 3], -.infinity),
    ] as [([Double], Double)])
  func roundingAndSpecialValues(_ values: [Double], _ expected: Double) {
    let value = ExactSum(values).value
    #expect(value.bitPattern == expected.bitPattern)
  }

  @Test func notANumber() {
    #expect(ExactSum([.nan, 1]).value.isNaN)
    #expect(ExactSum([.infinity, -.infinity]).value.isNaN)
  }

  // Many terms of one size run every chunk to its limit: n (n + 1) / 2, exactly.
  @Test func manyTerms() {
    var sum = ExactSum()
    for term in 1...100_000 { sum.add(Double(term)) }
    #expect(sum.value == 5_000_050_000)
    var largest = ExactSum()
    for _ in 0..<4096 { largest.add(.greatestFiniteMagnitude) }
    for _ in 0..<4095 { largest.add(-.greatestFiniteMagnitude) }
    #expect(largest.value == .greatestFiniteMagnitude)
  }

  // (1 + e)(1 - e) - 1 = -e^2, which rounding each product would lose.
  @Test func products() {
    var sum = ExactSum()
    sum.add(1 + 0x1p-40, times: 1 - 0x1p-40)
    sum.add(-1)
    #expect(sum.value == -0x1p-80)
  }

  @Test func differentNumbersWithOneRounding() {
    #expect(ExactSum([1, 0x1p-60]) != ExactSum([1]))
    #expect(ExactSum([1, 0x1p-60]).value == ExactSum([1]).value)
  }

  // The small form has the same bits: numbers of one size, of all sizes, with cancellation, merged from parts of any order.
  @Test func compactSumsAreExact() {
    var numbers = Numbers(state: 128)
    for round in 0..<200 {
      let width = [2, 30, 70, 1000][round % 4]
      let centre = [0, 900, -1000, 30][round % 3]
      var values = (0..<(1 + round % 60)).map { _ in
        numbers.next(exponents: max(-1074, centre - width)...min(1000, centre + width))
      }
      if round % 5 == 0 { values += values.reversed().map { -$0 * (1 - 0x1p-50) } + [0] }
      let expected = ExactSum(values).value
      var sum = CompactSum()
      for value in values { sum.add(value) }
      var merged = CompactSum()
      for start in stride(from: 0, to: values.count, by: 7).reversed() {
        var part = CompactSum()
        for value in values[start..<min(start + 7, values.count)] { part.add(value) }
        merged.merge(part)
      }
      #expect(sum.value.bitPattern == expected.bitPattern, "round \(round)")
      #expect(merged.value.bitPattern == expected.bitPattern, "round \(round)")
    }
  }

  // Sums that leave the 128 bits on either side of the first number, and what is no number.
  @Test func compactSumsOutOfReach() {
    var sum = CompactSum()
    #expect(sum.value.bitPattern == 0)
    sum.add(0x1p-30)
    for _ in 0..<3000 { sum.add(0x1.fffffffffffffp-8) }
    for _ in 0..<70_000 { sum.add(0x1.fffffffffffffp-7) }
    #expect(
      sum.value
        == ExactSum([
          0x1p-30, 3000 * 0x1p-7, 70_000 * 0x1p-6, -3000 * 0x1p-60,
          -70_000 * 0x1p-59,
        ]).value)
    sum.add(1e300)
    sum.add(-1e300)
    sum.add(-0x1p-30)
    sum.add(3000 * 0x1p-60)
    sum.add(70_000 * 0x1p-59)
    #expect(sum.value == 3000 * 0x1p-7 + 70_000 * 0x1p-6)
    sum.add(.infinity)
    #expect(sum.value == .infinity)
    var none = CompactSum()
    none.add(.nan)
    none.merge(CompactSum())
    #expect(none.value.isNaN)
  }
}
