internal import ESSNumerics

/// Measures over random arrangements of values.
enum RandomArrangements {
  /// A measure of each of many arrangements, by number: arrangement r is shuffled with stream r of the seed, so that none depends on the number of
  /// threads.
  static func map<Result: Sendable>(
    _ values: [Double], _ count: Int, seed: UInt64,
    _ measure: @Sendable ([Double]) -> Result
  ) -> [Result] {
    let random = KeyedRandom(seed: seed)
    let blocks = Parallel.blocks(of: 64, in: count)
    return Parallel.map(blocks.count) { block in
      // One array for the block: it is filled anew for each arrangement.
      var shuffled = values
      return blocks[block].map { replicate in
        let stream = random.stream(UInt64(replicate))
        shuffle(&shuffled, values, stream)
        return measure(shuffled)
      }
    }.flatMap(\.self)
  }

  private static func shuffle(
    _ target: inout [Double], _ values: [Double], _ stream: KeyedRandom
  ) {
    unsafe target.withUnsafeMutableBufferPointer { target in
      unsafe values.withUnsafeBufferPointer { values in
        for i in 0..<values.count { unsafe target[i] = values[i] }
        for last in stride(from: values.count - 1, to: 0, by: -1) {
          let other = stream.below(last + 1, at: last)
          let held = unsafe target[last]
          unsafe target[last] = target[other]
          unsafe target[other] = held
        }
      }
    }
  }
}
