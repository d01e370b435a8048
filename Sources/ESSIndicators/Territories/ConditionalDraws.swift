internal import ESSNumerics

/// Local Moran values under conditional permutations: each territory keeps its value and meets neighbours drawn from all others.
///
/// A draw is a few distinct places among n - 1, the same for every territory, which reads them in the list of the others. So the random numbers cost once, not
/// once for each territory; the p-value of a territory does not depend on which others are computed.
struct ConditionalDraws {
  /// Places that are held in memory at once.
  private static let mostPlaces = 1 << 22
  private let matrix: SparseMatrix
  private let factor: Double
  /// The test of each territory, `nil` for one without a neighbour; empty before the run.
  private(set) var tests: [PermutationTest?] = []

  /// Draws for weights; a local value is the factor times the territory's deviation times its lag.
  init(_ matrix: SparseMatrix, factor: Double) {
    self.matrix = matrix
    self.factor = factor
  }

  /// What is counted of a territory.
  private struct Tally {
    var atLeast = 0
    var atMost = 0
    var sum = 0.0
    var squares = 0.0
  }

  /// Compares the local values of deviations with those of permutations.
  mutating func run(_ z: [Double], permutations: Int, seed: UInt64) {
    let count = z.count
    let starts = matrix.rowStarts
    let width = (0..<count).map { starts[$0 + 1] - starts[$0] }.max() ?? 0
    guard width > 0, width < count else {
      tests = Array(repeating: nil, count: count)
      return
    }
    let observed = matrix * z
    var tallies = [Tally](repeating: Tally(), count: count)
    let territories = Parallel.blocks(of: 32, in: count)
    let (matrix, factor) = (matrix, factor)
    for chunk in Parallel.blocks(of: max(1, Self.mostPlaces / width), in: permutations) {
      let places = Self.places(chunk, width: width, among: count - 1, seed)
      let found = Parallel.map(territories.count) { block in
        var others = z
        return territories[block].map { own in
          // The others without the territory itself: the last one stands in its place.
          others[own] = z[count - 1]
          let links = starts[own]..<starts[own + 1]
          let tally = Self.tally(
            others, places, width: width, weights: Array(matrix.values[links]),
            scale: factor * z[own], statistic: factor * z[own] * observed[own])
          others[own] = z[own]
          return tally
        }
      }
      for (territory, tally) in found.joined().enumerated() {
        tallies[territory].atLeast += tally.atLeast
        tallies[territory].atMost += tally.atMost
        tallies[territory].sum += tally.sum
        tallies[territory].squares += tally.squares
      }
    }
    tests = tallies.enumerated().map { territory, tally in
      guard starts[territory] < starts[territory + 1] else { return nil }
      let mean = tally.sum / Double(permutations)
      return PermutationTest(
        permutations: permutations, mean: mean,
        deviation: max(0, tally.squares / Double(permutations) - mean * mean).squareRoot(),
        atLeast: tally.atLeast, atMost: tally.atMost)
    }
  }

  /// For each permutation the first few places of a random order of 0 ..< count, from the permutation's own stream.
  private static func places(
    _ permutations: Range<Int>, width: Int, among count: Int, _ seed: UInt64
  ) -> [Int32] {
    let random = KeyedRandom(seed: seed)
    let blocks = Parallel.blocks(of: 256, in: permutations.count)
    return Parallel.map(blocks.count) { block in
      var order = (0..<count).map(Int32.init)
      var swaps = [Int](repeating: 0, count: width)
      var result: [Int32] = []
      result.reserveCapacity(blocks[block].count * width)
      for number in blocks[block] {
        let stream = random.stream(UInt64(permutations.lowerBound + number))
        for k in 0..<width {
          swaps[k] = k + stream.below(count - k, at: k)
          order.swapAt(k, swaps[k])
        }
        result += order[..<width]
        // Back to where it was, so that no permutation depends on those before it.
        for k in stride(from: width - 1, through: 0, by: -1) { order.swapAt(k, swaps[k]) }
      }
      return result
    }.flatMap(\.self)
  }

  private static func tally(
    _ others: [Double], _ places: [Int32], width: Int, weights: [Double], scale: Double,
    statistic: Double
  ) -> Tally {
    var tally = Tally()
    let margin = 1e-12 * max(abs(statistic), 1e-300)
    let (low, high) = (statistic - margin, statistic + margin)
    let used = weights.count
    guard let first = weights.first else { return tally }
    // Most weights are alike in a row: then the neighbours are added up and weighted once.
    let isEven = weights.allSatisfy { $0 == first }
    unsafe others.withUnsafeBufferPointer { others in
      unsafe places.withUnsafeBufferPointer { places in
        unsafe weights.withUnsafeBufferPointer { weights in
          var start = 0
          while start < places.count {
            var lag = 0.0
            if isEven {
              for k in 0..<used { unsafe lag += others[Int(places[start + k])] }
              lag *= first
            } else {
              for k in 0..<used { unsafe lag += weights[k] * others[Int(places[start + k])] }
            }
            let value = scale * lag
            tally.atLeast += value >= low ? 1 : 0
            tally.atMost += value <= high ? 1 : 0
            tally.sum += value
            tally.squares += value * value
            start += width
          }
        }
      }
    }
    return tally
  }
}
