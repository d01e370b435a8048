internal import ESSNumerics

/// The best orders of one group of units.
struct KemenyGroup {
  /// Best orders, as units of the whole.
  let orders: [[Int]]
  let count: Double
  /// Places of each member, from 0.
  let places: [ClosedRange<Int>]

  /// All best orders, from the best order of every subset (Held and Karp 1962): a subset of k members placed first, with the best of its
  /// members as the last.
  ///
  /// The support that a member has against those not yet placed is read from two tables over halves of the group. Cost: 2^k k; memory:
  /// 17 bytes a subset.
  init(exact outranking: OutrankingMatrix, _ group: [Int], listing limit: Int) {
    let size = group.count
    if size == 1 {
      (orders, count, places) = ([group], 1, [0...0])
      return
    }
    let subsets = KemenySubsets(outranking, group)
    let live = subsets.live
    var counts = [Double](repeating: 0, count: 1 << size)
    counts[0] = 1
    var lowest = [Int](repeating: size, count: size)
    var highest = [Int](repeating: -1, count: size)
    for set in 1..<(1 << size) where live[set] {
      let place = set.nonzeroBitCount - 1
      for last in 0..<size where subsets.isBest(last, of: set) {
        counts[set] += counts[set ^ (1 << last)]
        lowest[last] = min(lowest[last], place)
        highest[last] = max(highest[last], place)
      }
    }
    places = (0..<size).map { lowest[$0]...highest[$0] }
    count = counts[(1 << size) - 1]
    // Read forwards, so that the list is in lexicographic order: a member may follow a set if it is best last of the larger one.
    var found: [[Int]] = []
    var path: [Int] = []
    func extend(_ set: Int) {
      if path.count == size { found.append(path.map { group[$0] }) }
      for next in 0..<size where set >> next & 1 == 0 && found.count < limit {
        let larger = set | 1 << next
        guard live[larger], subsets.isBest(next, of: larger) else { continue }
        path.append(next)
        extend(larger)
        path.removeLast()
      }
    }
    extend(0)
    orders = found
  }

  /// One good order: from Copeland's, single units are moved to where they add most, until none does.
  init(heuristic outranking: OutrankingMatrix, _ group: [Int]) {
    let scores = outranking.copelandScores
    var order = group.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    func margin(_ unit: Int, _ other: Int) -> Double {
      outranking.support[unit, other] - outranking.support[other, unit]
    }
    var hasMoved = true
    while hasMoved {
      hasMoved = false
      for unit in group {
        guard let start = order.firstIndex(of: unit) else { continue }
        var (best, target) = (outranking.tolerance, start)
        var gain = 0.0
        for place in stride(from: start - 1, through: 0, by: -1) {
          gain += margin(unit, order[place])
          if gain > best { (best, target) = (gain, place) }
        }
        gain = 0
        for place in (start + 1)..<max(order.count, start + 1) {
          gain += margin(order[place], unit)
          if gain > best { (best, target) = (gain, place) }
        }
        if target != start {
          order.remove(at: start)
          order.insert(unit, at: target)
          hasMoved = true
        }
      }
    }
    orders = [order]
    count = 1
    places = group.map { unit in
      let place = order.firstIndex(of: unit) ?? 0
      return place...place
    }
  }
}
