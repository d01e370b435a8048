internal import ESSNumerics

/// The best orders of one group of units.
struct KemenyGroup {
  /// Best orders, as units of the whole.
  let orders: [[Int]]
  let count: Double
  /// Places of each member, from 0.
  let places: [ClosedRange<Int>]

  /// Whether they are known to be the best.
  let isExact: Bool

  /// The best orders of a group if no more than `limit` subsets have to be looked at; otherwise a good one.
  init(_ outranking: OutrankingMatrix, _ group: [Int], subsets limit: Int, listing most: Int) {
    let good = Self.goodOrder(outranking, group)
    guard let subsets = KemenySubsets(outranking, group, good: good, limit: limit) else {
      orders = [good]
      count = 1
      isExact = false
      places = group.map { unit in
        let place = good.firstIndex(of: unit) ?? 0
        return place...place
      }
      return
    }
    (count, places) = subsets.summary
    orders = subsets.orders(listing: most).map { $0.map { group[$0] } }
    isExact = true
  }

  /// One good order: from Copeland's, single units are moved to where they add most, until none does.
  private static func goodOrder(_ outranking: OutrankingMatrix, _ group: [Int]) -> [Int] {
    var order = group.map { (unit: $0, score: outranking.copelandScore(of: $0)) }
      .sorted { (-$0.score, $0.unit) < (-$1.score, $1.unit) }.map(\.unit)
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
    return order
  }
}
