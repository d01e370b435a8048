/// Bits that compare as unsigned numbers in the order of the doubles; -0 and +0 are equal.
@inline(__always)
func rankKey(_ value: Double) -> UInt64 {
  let bits = (value + 0).bitPattern
  return bits ^ (UInt64(bitPattern: Int64(bitPattern: bits) >> 63) | 1 << 63)
}

@inline(__always)
private func rankValue(_ key: UInt64) -> Double {
  Double(bitPattern: key ^ ((key >> 63) &- 1 | 1 << 63))
}

/// A record while it is sorted.
protocol RankElement: BitwiseCopyable, Sendable {
  var key: UInt64 { get }
  init(key: UInt64, weight: Double, position: Int32)
  /// Writes the record to its place.
  func write(to output: RankOutput, at index: Int)
}

/// A key and a weight.
struct Rank: RankElement {
  let key: UInt64
  let weight: Double

  @inline(__always)
  init(key: UInt64, weight: Double, position: Int32) {
    self.key = key
    self.weight = weight
  }

  @inline(__always)
  func write(to output: RankOutput, at index: Int) {
    unsafe output.values[index] = rankValue(key)
    unsafe output.weights[index] = weight
  }
}

/// A key, a weight and the position of the record.
struct PlacedRank: RankElement {
  let key: UInt64
  let weight: Double
  let position: Int32

  @inline(__always)
  init(key: UInt64, weight: Double, position: Int32) {
    self.key = key
    self.weight = weight
    self.position = position
  }

  @inline(__always)
  func write(to output: RankOutput, at index: Int) {
    unsafe output.values[index] = rankValue(key)
    unsafe output.weights[index] = weight
    unsafe output.positions[index] = position
  }
}

/// Where sorted records go; each piece writes a range of its own.
@safe
struct RankOutput: @unchecked Sendable {
  let values: UnsafeMutableBufferPointer<Double>
  let weights: UnsafeMutableBufferPointer<Double>
  let positions: UnsafeMutableBufferPointer<Int32>
}

/// Records that wait to be sorted, piece by piece.
@safe
struct RankBuffer<Element: RankElement>: @unchecked Sendable {
  let elements: UnsafeMutableBufferPointer<Element>

  /// Sorts a range and writes it to the same range of the output.
  func sort(_ range: Range<Int>, into output: RankOutput) {
    guard !range.isEmpty else { return }
    unsafe withUnsafeTemporaryAllocation(of: Element.self, capacity: range.count) { scratch in
      let source = unsafe UnsafeMutableBufferPointer(rebasing: elements[range])
      unsafe RadixSort(output: output).sort(source, scratch, at: range.lowerBound)
    }
  }
}

/// A radix sort from the leading bits on, whose digits fit the spread of the keys at hand.
@safe
private struct RadixSort {
  let output: RankOutput

  /// Sorts `source`, of which nothing is kept, with `other` as scratch, and writes the records from `start` on.
  func sort<Element: RankElement>(
    _ source: UnsafeMutableBufferPointer<Element>, _ other: UnsafeMutableBufferPointer<Element>,
    at start: Int
  ) {
    let count = source.count
    if count <= 24 {
      unsafe insertionSort(source)
      return unsafe write(source, at: start)
    }
    var (low, high) = (UInt64.max, UInt64.min)
    for i in 0..<count {
      let key = unsafe source[i].key
      low = min(low, key)
      high = max(high, key)
    }
    if low == high { return unsafe write(source, at: start) }
    let width = 64 &- (high &- low).leadingZeroBitCount
    // About eight records a bucket, at most 2^11 buckets.
    let bits = min(11, max(3, Int.bitWidth &- (count >> 3).leadingZeroBitCount))
    let shift = UInt64(max(0, width &- bits))
    let buckets = Int(truncatingIfNeeded: (high &- low) >> shift) &+ 1
    unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: buckets + 1) { ends in
      unsafe ends.initialize(repeating: 0)
      for i in 0..<count {
        let bucket = unsafe Int(truncatingIfNeeded: (source[i].key &- low) >> shift)
        unsafe ends[bucket &+ 1] &+= 1
      }
      for b in 0..<buckets { unsafe ends[b &+ 1] &+= ends[b] }
      for i in 0..<count {
        let element = unsafe source[i]
        let bucket = Int(truncatingIfNeeded: (element.key &- low) >> shift)
        unsafe other[Int(ends[bucket])] = element
        unsafe ends[bucket] &+= 1
      }
      var first = 0
      for b in 0..<buckets {
        let end = unsafe Int(ends[b])
        if end > first {
          unsafe sort(
            UnsafeMutableBufferPointer(rebasing: other[first..<end]),
            UnsafeMutableBufferPointer(rebasing: source[first..<end]), at: start &+ first)
        }
        first = end
      }
    }
  }

  @inline(__always)
  private func insertionSort<Element: RankElement>(_ elements: UnsafeMutableBufferPointer<Element>)
  {
    for i in 1..<max(elements.count, 1) {
      let moving = unsafe elements[i]
      var j = i
      while unsafe j > 0 && elements[j &- 1].key > moving.key {
        unsafe elements[j] = elements[j &- 1]
        j &-= 1
      }
      unsafe elements[j] = moving
    }
  }

  @inline(__always)
  private func write<Element: RankElement>(
    _ elements: UnsafeMutableBufferPointer<Element>, at start: Int
  ) {
    for i in 0..<elements.count { unsafe elements[i].write(to: output, at: start &+ i) }
  }
}
