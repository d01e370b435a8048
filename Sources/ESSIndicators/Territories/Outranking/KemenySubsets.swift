internal import ESSNumerics

/// The best support of every subset of a group placed before the rest of it, and the subsets that lie on a best order.
struct KemenySubsets {
  private let size: Int
  private let gains: Gains
  private let best: [Double]
  private let tolerance: Double
  /// Whether each subset is the head of some best order.
  let live: [Bool]

  init(_ outranking: OutrankingMatrix, _ group: [Int]) {
    let size = group.count
    self.size = size
    let gains = Gains(group.map { unit in group.map { outranking.support[unit, $0] } })
    let tolerance = outranking.tolerance * Double(size)
    let best = Self.best(size, gains)
    var live = [Bool](repeating: false, count: 1 << size)
    live[(1 << size) - 1] = true
    for set in stride(from: (1 << size) - 1, through: 1, by: -1) where live[set] {
      for last in 0..<size where set >> last & 1 == 1 {
        let rest = set ^ (1 << last)
        if best[rest] + gains.of(last, before: set) >= best[set] - tolerance { live[rest] = true }
      }
    }
    self.gains = gains
    self.tolerance = tolerance
    self.best = best
    self.live = live
  }

  /// Whether a member can be the last of a subset in a best order of it.
  func isBest(_ last: Int, of set: Int) -> Bool {
    guard set >> last & 1 == 1 else { return false }
    return best[set ^ (1 << last)] + gains.of(last, before: set) >= best[set] - tolerance
  }

  private static func best(_ size: Int, _ gains: Gains) -> [Double] {
    var best = [Double](repeating: -.infinity, count: 1 << size)
    best[0] = 0
    unsafe best.withUnsafeMutableBufferPointer { best in
      for set in 1..<(1 << size) {
        var members = set
        var value = -Double.infinity
        while members != 0 {
          let last = members.trailingZeroBitCount
          members &= members &- 1
          let found = unsafe best[set ^ (1 << last)] + gains.of(last, before: set)
          if found > value { value = found }
        }
        unsafe best[set] = value
      }
    }
    return best
  }

  /// The support of a member against all that are not in a subset, from tables over two halves of the group.
  private struct Gains {
    private let lowBits: Int
    private let highBits: Int
    private let low: [Double]
    private let high: [Double]

    init(_ support: [[Double]]) {
      lowBits = support.count / 2
      highBits = support.count - support.count / 2
      low = Self.table(support, 0, lowBits)
      high = Self.table(support, lowBits, highBits)
    }

    private static func table(_ support: [[Double]], _ first: Int, _ bits: Int) -> [Double] {
      var sums: [Double] = []
      for row in support {
        let start = sums.count
        sums.append(0)
        for set in 1..<max(1 << bits, 1) {
          sums.append(sums[start + (set & (set - 1))] + row[first + set.trailingZeroBitCount])
        }
      }
      return sums
    }

    @inline(__always)
    func of(_ member: Int, before set: Int) -> Double {
      let outside = ~set
      return low[member << lowBits + outside & (1 << lowBits - 1)]
        + high[member << highBits + outside >> lowBits & (1 << highBits - 1)]
    }
  }
}
