internal import ESSNumerics

/// One pass over a cell's records in ascending order, for eight replicates at a time: Gini indices, and cumulated weights at every 256th
/// record, between which quantiles are found.
struct ReplicateSweep {
  private static let lane = 8
  private static let stride = 256

  /// What eight replicates leave behind.
  private struct Lane: Sendable {
    var area: SIMD8<Double>
    var people: SIMD8<Double>
    var welfare: SIMD8<Double>
    var checkpoints: [SIMD8<Double>]
  }

  private let cell: RankedCell
  private let isWeighted: Bool
  /// The factors of eight replicates for each unit, lane by lane.
  private let factors: [[SIMD8<Double>]]
  private let lanes: [Lane]

  /// Sweeps over the records with the factors of some replicates (replicates x units).
  init(_ cell: RankedCell, _ matrix: Matrix, isWeighted: Bool) {
    self.cell = cell
    self.isWeighted = isWeighted
    let rows = matrix.rows
    let laneCount = (rows + Self.lane - 1) / Self.lane
    let elements = matrix.elements
    let swept = Parallel.map(laneCount) { lane -> ([SIMD8<Double>], Lane) in
      let first = lane * Self.lane
      let width = min(Self.lane, rows - first)
      let factors = (0..<matrix.columns).map { unit in
        var vector = SIMD8<Double>(repeating: 0)
        for at in 0..<width { vector[at] = elements[unit * rows + first + at] }
        return vector
      }
      return (factors, Self.sweep(cell, factors, isWeighted))
    }
    factors = swept.map(\.0)
    lanes = swept.map(\.1)
  }

  private static func sweep(
    _ cell: RankedCell, _ factors: [SIMD8<Double>], _ isWeighted: Bool
  ) -> Lane {
    let (values, weights, units) = (cell.values.span, cell.weights.span, cell.units.span)
    let factor = factors.span
    var area = SIMD8<Double>.zero
    var people = SIMD8<Double>.zero
    var welfare = SIMD8<Double>.zero
    var checkpoints: [SIMD8<Double>] = []
    checkpoints.reserveCapacity(cell.count / stride + 1)
    var start = 0
    while start < cell.count {
      checkpoints.append(people)
      let end = min(start + stride, cell.count)
      for i in start..<end {
        let w = factor[Int(units[i])] * (isWeighted ? weights[i] : 1)
        let next = welfare + w * values[i]
        area += w * (welfare + next)
        people += w
        welfare = next
      }
      start = end
    }
    return Lane(area: area, people: people, welfare: welfare, checkpoints: checkpoints)
  }

  /// The Gini index of a replicate; NaN where it has none.
  func gini(_ row: Int) -> Double {
    let (lane, at) = (lanes[row / Self.lane], row % Self.lane)
    let (people, welfare) = (lane.people[at], lane.welfare[at])
    guard people > 0, welfare > 0 else { return .nan }
    return 1 - lane.area[at] / (people * welfare)
  }

  /// A quantile of a replicate by cumulated weight; NaN where it has none.
  func quantile(_ share: Double, _ row: Int, _ rule: QuantileRule) -> Double {
    let (lane, at) = (lanes[row / Self.lane], row % Self.lane)
    let total = lane.people[at]
    guard total > 0 else { return .nan }
    let target = (share - 1e-12) * total
    let after = lane.checkpoints.partitionPoint { $0[at] < target }
    let block = max(0, after - 1)
    let factors = factors[row / Self.lane]
    let (values, weights, units) = (cell.values.span, cell.weights.span, cell.units.span)
    let search = QuantileSearch(share: share, total: total, averages: rule == .averagedInverse)
    return search.value(
      cell.count, from: block * Self.stride, cumulated: lane.checkpoints[block][at],
      { values[$0] },
      { factors[Int(units[$0])][at] * (isWeighted ? weights[$0] : 1) })
  }
}
