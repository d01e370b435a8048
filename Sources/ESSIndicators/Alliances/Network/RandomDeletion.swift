internal import ESSNumerics

/// Random deletion of a share of the relations, which shows how far ranks rest on single ones.
struct RandomDeletion: Sendable {
  /// Share of relations deleted.
  let share: Double
  /// Share of the draws that a rank interval holds.
  let level: Double
  /// Seed of the deletions.
  let seed: UInt64

  /// The convention behind intervals of so many draws.
  func method(draws: Int) -> String {
    "deleted=\(NumberText.shortest(share)),draws=\(draws),level=\(NumberText.shortest(level)),"
      + "seed=\(seed)"
  }

  /// The incidence without the relations that a draw deletes.
  func draw(_ index: Int, of graph: IncidenceGraph) -> IncidenceGraph {
    let random = KeyedRandom(seed: seed, stream: UInt64(index))
    return graph.keeping { tie in !random.chance(share, at: tie) }
  }

  /// The ranks that a node has in the share of the draws; `nil` without draws.
  func interval(_ ranks: [Int]) -> ClosedRange<Double>? {
    guard !ranks.isEmpty else { return nil }
    let sorted = ranks.sorted()
    let cut = Int((Double(sorted.count) * (1 - level) / 2).rounded(.down))
    return Double(sorted[cut])...Double(sorted[sorted.count - 1 - cut])
  }

  /// One more than the number of larger values; differences of rounding are none.
  static func ranks(_ values: [Double?]) -> [Int] {
    let filled = values.map { $0 ?? -.infinity }
    let sorted = filled.sorted(by: >)
    return filled.map { value in
      var low = 0
      var high = sorted.count
      let limit = limit(of: value)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] > limit { low = middle + 1 } else { high = middle }
      }
      return low + 1
    }
  }

  /// The rank of one value, by the same rule: no sort is worth it for a few of them.
  static func rank(of position: Int, among values: [Double?]) -> Int {
    let limit = limit(of: values[position] ?? -.infinity)
    return 1 + values.count { ($0 ?? -.infinity) > limit }
  }

  /// What a value has to pass to be larger.
  private static func limit(of value: Double) -> Double {
    value.isFinite ? value + 1e-9 * max(1, abs(value)) : value
  }
}
