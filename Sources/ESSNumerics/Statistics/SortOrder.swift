/// The order that sorts numbers: positions instead of moved values, so that several columns can follow one sort.
public enum SortOrder {
  /// Positions of the numbers in ascending order; equal numbers keep their order, -0 and +0 are equal, NaN comes last.
  ///
  /// A radix sort on the bits for many numbers: at most six passes of 11 bits, those in which all numbers agree left out. Cost: linear in the count,
  /// 24 bytes of scratch a number.
  public static func ascending(of values: [Double]) -> [Int32] {
    precondition(values.count <= Int(Int32.max), "more numbers than 32 bits can count")
    if values.count < 256 { return insertionOrder(values) }
    return radixOrder(values)
  }

  /// Bits that compare as unsigned numbers in the order of the doubles.
  private static func key(_ value: Double) -> UInt64 {
    if value.isNaN { return .max }
    let bits = (value + 0).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }

  private static func insertionOrder(_ values: [Double]) -> [Int32] {
    let keys = values.map(key)
    return (0..<Int32(values.count)).sorted { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
  }

  private static let bits = 11
  private static let passes = 6

  private static func digit(_ key: UInt64, _ pass: Int) -> Int {
    Int(truncatingIfNeeded: key >> UInt64(pass * bits)) & (1 << bits - 1)
  }

  private static func radixOrder(_ values: [Double]) -> [Int32] {
    let count = values.count
    let size = 1 << bits
    var counts = [Int](repeating: 0, count: passes * size)
    var keys = [UInt64](repeating: 0, count: count)
    for i in 0..<count {
      let key = key(values[i])
      keys[i] = key
      for pass in 0..<passes { counts[pass * size + digit(key, pass)] += 1 }
    }
    var order = Array(0..<Int32(count))
    var otherKeys = keys
    var otherOrder = order
    for pass in 0..<passes {
      let base = pass * size
      // A digit that all share sorts nothing.
      if counts[base + digit(keys[0], pass)] == count { continue }
      var position = 0
      for slot in base..<(base + size) {
        let here = counts[slot]
        counts[slot] = position
        position += here
      }
      for i in 0..<count {
        let slot = base + digit(keys[i], pass)
        let to = counts[slot]
        counts[slot] = to + 1
        otherKeys[to] = keys[i]
        otherOrder[to] = order[i]
      }
      swap(&keys, &otherKeys)
      swap(&order, &otherOrder)
    }
    return order
  }
}
