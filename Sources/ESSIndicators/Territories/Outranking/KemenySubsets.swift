internal import ESSNumerics

/// The best orders of one group of units, built up subset by subset, those left out that cannot lead to a best order (branch and bound).
///
/// What an order loses is the sum of margins against it. A subset placed first is left out if what it has lost, and what the rest must
/// lose in circles of three that share no pair, is more than a good order loses in all.
struct KemenySubsets {
  /// The best of what subsets lose, those of k units in the k-th table; only subsets on a best order are kept.
  private let layers: [[UInt64: Double]]
  private let margins: Margins
  private let tolerance: Double
  private var size: Int { margins.size }

  /// Searches; `nil` for more than 64 units, or if more than `limit` subsets would have to be looked at.
  init?(_ outranking: OutrankingMatrix, _ group: [Int], good order: [Int], limit: Int) {
    guard group.count <= 64 else { return nil }
    let margins = Margins(outranking, group)
    let tolerance = outranking.tolerance * Double(group.count)
    let places = Dictionary(uniqueKeysWithValues: group.enumerated().map { ($1, $0) })
    let most = margins.lost(order.compactMap { places[$0] }) + tolerance
    var layers: [[UInt64: Double]] = [[0: 0]]
    var seen = 1
    for _ in 0..<margins.size {
      var next: [UInt64: Double] = [:]
      for (set, lost) in layers[layers.count - 1] {
        var rest = ~set & margins.all
        while rest != 0 {
          let unit = rest.trailingZeroBitCount
          rest &= rest &- 1
          let larger = set | 1 << UInt64(unit)
          let value = lost + margins.lost(unit, before: ~larger & margins.all)
          if value > most { continue }
          if let found = next[larger] {
            if value < found { next[larger] = value }
          } else if value + margins.bound(~larger & margins.all) <= most {
            if seen + next.count == limit { return nil }
            next[larger] = value
          }
        }
      }
      seen += next.count
      layers.append(next)
    }
    self.margins = margins
    self.tolerance = tolerance
    self.layers = Self.onBestOrders(layers, margins, tolerance)
  }

  /// The subsets from which the whole is reached without a needless loss.
  private static func onBestOrders(
    _ layers: [[UInt64: Double]], _ margins: Margins, _ tolerance: Double
  ) -> [[UInt64: Double]] {
    var kept = layers
    for k in stride(from: layers.count - 1, to: 0, by: -1) {
      var smaller: [UInt64: Double] = [:]
      for (set, lost) in kept[k] {
        for unit in 0..<margins.size where set >> UInt64(unit) & 1 == 1 {
          let rest = set ^ (1 << UInt64(unit))
          guard let before = layers[k - 1][rest] else { continue }
          if before + margins.lost(unit, before: ~set & margins.all) <= lost + tolerance {
            smaller[rest] = before
          }
        }
      }
      kept[k - 1] = smaller
    }
    return kept
  }

  /// Whether a unit follows a subset on some best order.
  private func follows(_ unit: Int, _ set: UInt64, _ lost: Double) -> Bool {
    guard set >> UInt64(unit) & 1 == 0 else { return false }
    let larger = set | 1 << UInt64(unit)
    guard let value = layers[larger.nonzeroBitCount][larger] else { return false }
    return lost + margins.lost(unit, before: ~larger & margins.all) <= value + tolerance
  }

  /// The number of best orders, and the places of each unit in them, from 0.
  var summary: (count: Double, places: [ClosedRange<Int>]) {
    var lowest = [Int](repeating: size, count: size)
    var highest = [Int](repeating: 0, count: size)
    var counts: [UInt64: Double] = [0: 1]
    for k in 0..<size {
      var next: [UInt64: Double] = [:]
      for (set, lost) in layers[k] {
        for unit in 0..<size where follows(unit, set, lost) {
          next[set | 1 << UInt64(unit), default: 0] += counts[set] ?? 0
          lowest[unit] = min(lowest[unit], k)
          highest[unit] = max(highest[unit], k)
        }
      }
      counts = next
    }
    return (counts[margins.all] ?? 0, (0..<size).map { min(lowest[$0], highest[$0])...highest[$0] })
  }

  /// The first best orders, in lexicographic order.
  func orders(listing limit: Int) -> [[Int]] {
    var found: [[Int]] = []
    var path: [Int] = []
    func extend(_ set: UInt64) {
      if path.count == size { found.append(path) }
      guard path.count < size, let lost = layers[path.count][set] else { return }
      for unit in 0..<size where found.count < limit && follows(unit, set, lost) {
        path.append(unit)
        extend(set | 1 << UInt64(unit))
        path.removeLast()
      }
    }
    extend(0)
    return found
  }
}

/// What is lost by placing one unit of a group before another.
private struct Margins {
  let size: Int
  let all: UInt64
  private let bytes: Int
  /// For each unit and byte of a set what the unit loses by coming before the members that the byte names.
  private let sums: [Double]
  /// Circles of three that share no pair, with the least that any order loses in each.
  private let circles: [(set: UInt64, loss: Double)]

  init(_ outranking: OutrankingMatrix, _ group: [Int]) {
    let size = group.count
    self.size = size
    all = size == 64 ? .max : 1 << UInt64(size) - 1
    var lost = [Double](repeating: 0, count: size * size)
    for i in 0..<size {
      for j in 0..<size where j != i {
        let against =
          outranking.support[group[j], group[i]] - outranking.support[group[i], group[j]]
        lost[i * size + j] = against > outranking.tolerance ? against : 0
      }
    }
    let bytes = (size + 7) / 8
    self.bytes = bytes
    var sums = [Double](repeating: 0, count: size * bytes * 256)
    for unit in 0..<size {
      for byte in 0..<bytes {
        let start = (unit * bytes + byte) * 256
        for members in 1..<256 {
          let other = 8 * byte + members.trailingZeroBitCount
          sums[start + members] =
            sums[start + (members & (members - 1))]
            + (other < size ? lost[unit * size + other] : 0)
        }
      }
    }
    self.sums = sums
    var all: [(units: [Int], loss: Double)] = []
    // i beats j beats k beats i: lost[j, i], lost[k, j], lost[i, k] are above 0; i is the first of the three.
    for i in 0..<size {
      for j in (i + 1)..<max(size, i + 1) where lost[j * size + i] > 0 {
        for k in (i + 1)..<size where lost[k * size + j] > 0 && lost[i * size + k] > 0 {
          all.append(
            ([i, j, k], min(lost[j * size + i], lost[k * size + j], lost[i * size + k])))
        }
      }
    }
    all.sort { $0.loss > $1.loss }
    var isTaken = [Bool](repeating: false, count: size * size)
    var circles: [(set: UInt64, loss: Double)] = []
    for (units, loss) in all {
      let pairs = [(0, 1), (1, 2), (0, 2)].map { a, b in
        min(units[a], units[b]) * size + max(units[a], units[b])
      }
      if pairs.contains(where: { isTaken[$0] }) { continue }
      for pair in pairs { isTaken[pair] = true }
      circles.append((units.reduce(0) { $0 | 1 << UInt64($1) }, loss))
    }
    self.circles = circles
  }

  /// What a unit loses by coming before all of a set: eight look-ups.
  @inline(__always)
  func lost(_ unit: Int, before set: UInt64) -> Double {
    var sum = 0.0
    var rest = set
    var start = unit * bytes * 256
    while rest != 0 {
      sum += sums[start + Int(rest & 255)]
      rest >>= 8
      start += 256
    }
    return sum
  }

  /// What an order of all units loses.
  func lost(_ order: [Int]) -> Double {
    var rest = all
    return order.reduce(0) { sum, unit in
      rest &= ~(1 << UInt64(unit))
      return sum + lost(unit, before: rest)
    }
  }

  /// The least that any order of a set loses.
  func bound(_ set: UInt64) -> Double {
    var sum = 0.0
    for circle in circles where circle.set & set == circle.set { sum += circle.loss }
    return sum
  }
}
