import ESSNumerics
import Testing

@Suite struct RankedGroupsTests {
  private func numbers(_ count: Int, _ steps: Double) -> [Double] {
    let random = KeyedRandom(seed: 11)
    return (0..<count).map { ((random.uniform(at: $0) - 0.3) * steps).rounded() }
  }

  // Against a plain stable sort: negatives, zeros of both signs, ties, records without weight or group.
  @Test(arguments: [0, 1, 30, 5000])
  func agreesWithASort(_ count: Int) {
    var values = numbers(count, 400)
    if count > 20 { values[7] = -0.0 }
    let random = KeyedRandom(seed: 12)
    let weights = (0..<count).map { random.chance(0.1, at: $0) ? 0 : Double($0 + 1) }
    let groups = (0..<count).map { Int32(random.below(4, at: count + $0)) - 1 }
    let ranked = RankedGroups(
      groups: groups, count: 3, values: values, weights: weights, keepsPositions: true)
    for group in 0..<3 {
      let rows = (0..<count).filter { groups[$0] == Int32(group) && weights[$0] > 0 }
      let sorted = rows.sorted { (values[$0], $0) < (values[$1], $1) }
      let range = ranked.range(of: group)
      #expect(ranked.positions[range].map(Int.init) == sorted)
      #expect(Array(ranked.values[range]) == sorted.map { values[$0] })
      #expect(Array(ranked.weights[range]) == sorted.map { weights[$0] })
    }
    #expect(ranked.starts.last == ranked.values.count)
  }

  // Enough records that groups are split in pieces.
  @Test func sameOnAnyNumberOfThreads() {
    let count = 30000
    let values = numbers(count, 1e6)
    let weights = [Double](repeating: 1, count: count)
    let groups = [Int32](repeating: 0, count: count)
    Parallel.setThreads(1)
    let one = RankedGroups(
      groups: groups, count: 1, values: values, weights: weights, keepsPositions: true)
    Parallel.setThreads(2)
    let two = RankedGroups(
      groups: groups, count: 1, values: values, weights: weights, keepsPositions: true)
    #expect(one.positions == two.positions)
    #expect(one.values == values.sorted())
    let plain = RankedGroups(groups: groups, count: 1, values: values, weights: weights)
    #expect(plain.values == one.values)
    #expect(plain.positions.isEmpty)
  }
}
