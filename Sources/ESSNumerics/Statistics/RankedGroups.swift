/// Records arranged by group, each group in ascending order of a number: the layout of every measure that ranks.
///
/// One scatter by group and leading bits of the number, then a radix sort of each piece in cache. Cost: linear in the records; scratch
/// of 16 bytes a record, 24 with positions. Records without weight or group are left out, and equal numbers stay in the order of
/// the records, so that the layout is the same on any number of threads.
public struct RankedGroups: Sendable {
  /// Group g stands at `starts[g]..<starts[g + 1]`.
  public let starts: [Int]
  /// The numbers, group by group, ascending within each.
  public let values: [Double]
  /// The weights, in the same order.
  public let weights: [Double]
  /// The positions of the records, in the same order; empty unless asked for.
  public let positions: [Int32]

  /// Arranges records; `groups` holds for each its group, from 0 to `count` - 1, or -1.
  public init(
    groups: [Int32], count: Int, values: [Double], weights: [Double], keepsPositions: Bool = false
  ) {
    precondition(groups.count == values.count && values.count == weights.count, "one of each")
    precondition(values.count <= Int(Int32.max), "more records than 32 bits can count")
    let source = RankSource(groups: groups, count: count, values: values, weights: weights)
    let sorted =
      keepsPositions
      ? source.arranged(as: PlacedRank.self, positions: true)
      : source.arranged(as: Rank.self, positions: false)
    starts = sorted.starts
    self.values = sorted.values
    self.weights = sorted.weights
    positions = sorted.positions
  }

  /// The records of a group.
  public func range(of group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }
}

/// What is arranged.
private struct RankSource: Sendable {
  let groups: [Int32]
  let count: Int
  let values: [Double]
  let weights: [Double]
  /// The number of records of a block; blocks follow from the data alone.
  static let blockSize = 1 << 17

  typealias Arranged = (starts: [Int], values: [Double], weights: [Double], positions: [Int32])

  /// About the least and the largest key: those of every 16th record, which is enough to cut pieces of about one size.
  private func keyRange(_ blocks: [Range<Int>]) -> (low: UInt64, high: UInt64) {
    let ranges = Parallel.map(blocks.count) { piece -> (UInt64, UInt64) in
      unsafe values.withUnsafeBufferPointer { values in
        var (low, high) = (UInt64.max, UInt64.min)
        for row in stride(from: blocks[piece].lowerBound, to: blocks[piece].upperBound, by: 16) {
          let key = unsafe rankKey(values[row])
          low = min(low, key)
          high = max(high, key)
        }
        return (low, high)
      }
    }
    return ranges.reduce((low: UInt64.max, high: UInt64.min)) {
      (min($0.low, $1.0), max($0.high, $1.1))
    }
  }

  func arranged<Element: RankElement>(as: Element.Type, positions: Bool) -> Arranged {
    let blocks = Parallel.blocks(of: Self.blockSize, in: values.count)
    let (low, high) = keyRange(blocks)
    // Leading bits split large groups, so that the pieces are even enough for threads and small enough for the cache.
    var bits = 0
    while count << (bits + 1) <= 1024, values.count >> (bits + 1) >= 4096 * max(count, 1) {
      bits += 1
    }
    let width = low <= high ? 64 - (high - low).leadingZeroBitCount : 0
    let split = RankSplit(low: low, shift: UInt64(max(0, width - bits)), pieces: 1 << bits)
    let pieces = count * split.pieces
    let counts = Parallel.map(blocks.count) { counted(blocks[$0], split, pieces) }
    var total = 0
    var starts = [Int](repeating: 0, count: pieces + 1)
    var offsets = counts
    for piece in 0..<pieces {
      starts[piece] = total
      for block in blocks.indices {
        let here = counts[block][piece]
        offsets[block][piece] = total
        total += here
      }
    }
    starts[pieces] = total
    let (pieceStarts, blockOffsets) = (starts, offsets)
    var sorted = [Double](), weights = [Double](), places = [Int32]()
    sorted = unsafe Array(unsafeUninitializedCapacity: total) { sortedBuffer, sortedCount in
      weights = unsafe Array(unsafeUninitializedCapacity: total) { weightBuffer, weightCount in
        let size = positions ? total : 0
        places = unsafe Array(unsafeUninitializedCapacity: size) { placeBuffer, placeCount in
          let scratch = UnsafeMutableBufferPointer<Element>.allocate(capacity: total)
          defer { unsafe scratch.deallocate() }
          unsafe LargePages.ask(for: scratch)
          unsafe LargePages.ask(for: sortedBuffer)
          unsafe LargePages.ask(for: weightBuffer)
          unsafe LargePages.ask(for: placeBuffer)
          let output = unsafe RankOutput(
            values: sortedBuffer, weights: weightBuffer, positions: placeBuffer)
          let buffer = unsafe RankBuffer(elements: scratch)
          Parallel.forEach(blocks.count) { block in
            scatter(blocks[block], split, blockOffsets[block], into: buffer)
          }
          Parallel.forEach(pieces) { piece in
            let range = pieceStarts[piece]..<pieceStarts[piece + 1]
            buffer.sort(range, into: output)
          }
          (sortedCount, weightCount, placeCount) = (total, total, size)
        }
      }
    }
    let groupStarts = (0...count).map { pieceStarts[$0 * split.pieces] }
    return (groupStarts, sorted, weights, places)
  }

  private func counted(_ rows: Range<Int>, _ split: RankSplit, _ pieces: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: pieces)
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      for row in rows where weights[row] > 0 && groups[row] >= 0 {
        unsafe counts[split.piece(groups[row], rankKey(values[row]))] += 1
      }
    }
    return counts
  }

  private func scatter<Element>(
    _ rows: Range<Int>, _ split: RankSplit, _ offsets: [Int], into buffer: RankBuffer<Element>
  ) {
    var next = offsets
    unsafe next.withUnsafeMutableBufferPointer { next in
      for row in rows where weights[row] > 0 && groups[row] >= 0 {
        let key = rankKey(values[row])
        let piece = split.piece(groups[row], key)
        unsafe buffer.elements[next[piece]] = Element(
          key: key, weight: weights[row], position: Int32(truncatingIfNeeded: row))
        unsafe next[piece] += 1
      }
    }
  }
}

/// The piece of a group that a key belongs to, by its leading bits.
private struct RankSplit: Sendable {
  let low: UInt64
  let shift: UInt64
  let pieces: Int

  @inline(__always)
  func piece(_ group: Int32, _ key: UInt64) -> Int {
    // Keys beyond the sampled range go to the first and the last piece.
    let part = min((max(key, low) &- low) >> shift, UInt64(pieces &- 1))
    return Int(group) &* pieces &+ Int(truncatingIfNeeded: part)
  }
}
