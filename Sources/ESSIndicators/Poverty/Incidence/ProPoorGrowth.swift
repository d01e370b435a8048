/// The mean growth of the quantiles of the poorest share: the integral of Q1(p) / Q0(p) - 1 over 0 to H, divided by H.
///
/// Both quantile functions are steps, so that the value is exact, and so are its derivatives: a record moves the quantile at p by
/// (p - 1(x <= Q(p))) / f, whose density turns the integral over ranks into one over welfare. No density has to be estimated.
struct ProPoorGrowth {
  private let first: RankedCell
  private let second: RankedCell
  private let people: [Double]
  /// The share of the people, from 0 to 1: the end of a record.
  let share: Double

  init(_ first: RankedCell, _ second: RankedCell, upTo share: Double) {
    self.first = first
    self.second = second
    self.share = share
    people = [first, second].map { AdditiveTerm.weight.sum($0) }
  }

  /// The rate; NaN where a welfare of zero or less would have to grow.
  var value: Double {
    var walks = [QuantileWalk(first, people[0]), QuantileWalk(second, people[1])]
    var p = 0.0
    var sum = 0.0
    while p < share {
      let next = min(walks[0].end, walks[1].end, share)
      // A record that begins at the end of another but for rounding has no share of its own.
      if next - p > 1e-13 {
        guard walks[0].value > 0 else { return .nan }
        sum += (next - p) * (walks[1].value / walks[0].value - 1)
      }
      p = max(p, next)
      guard next < share else { break }
      let moved = walks.indices.count { walks[$0].pass(next) }
      if moved == 0 { break }
    }
    return sum / share
  }

  /// The derivative with respect to the share, from below, as are all derivatives here.
  var slope: Double {
    var walks = [QuantileWalk(first, people[0]), QuantileWalk(second, people[1])]
    for side in walks.indices { walks[side].advance(to: share) }
    return (walks[1].value / walks[0].value - 1 - value) / share
  }

  /// The derivatives with respect to the weights of the records of each side, the share held fixed.
  var influences: (first: [Double], second: [Double]) {
    var later = QuantileWalk(second, people[1])
    let ofFirst = influence(first, people[0]) { p, low, high in
      later.advance(to: p)
      return later.value * (1 / high - 1 / low)
    }
    var earlier = QuantileWalk(first, people[0])
    let ofSecond = influence(second, people[1]) { p, low, high in
      earlier.advance(to: p)
      return (high - low) / earlier.value
    }
    return (ofFirst, ofSecond)
  }

  /// The integral over welfare up to the share of (F(y) - 1(x <= y)) times a function, of which `step` gives the part between two records.
  private func influence(
    _ cell: RankedCell, _ people: Double,
    _ step: (_ p: Double, _ low: Double, _ high: Double) -> Double
  ) -> [Double] {
    let (values, weights) = (cell.values.span, cell.weights.span)
    var steps = [Double](repeating: 0, count: cell.count)
    var (below, mean) = (0.0, 0.0)
    for k in 0..<(cell.count - 1) {
      below += weights[k]
      let p = below / people
      if p >= share - QuantileWalk.tolerance { break }
      guard values[k + 1] > values[k] else { continue }
      steps[k] = step(p, values[k], values[k + 1])
      mean += p * steps[k]
    }
    var tail = 0.0
    var influence = steps
    for k in steps.indices.reversed() {
      tail += steps[k]
      influence[k] = (mean - tail) / (people * share)
    }
    return influence
  }
}

/// A quantile function, walked from the lowest rank up.
private struct QuantileWalk {
  /// Ranks that differ by less are one: those of two samples, or of the same record added up in two ways.
  static let tolerance = 1e-12

  private let cell: RankedCell
  private let people: Double
  private var at = 0
  /// The rank at which the present record ends.
  private(set) var end: Double

  init(_ cell: RankedCell, _ people: Double) {
    self.cell = cell
    self.people = people
    end = cell.weights[cell.weights.startIndex] / people
  }

  /// The welfare of the present record.
  var value: Double { cell.values[cell.values.startIndex + at] }

  /// Goes to the next record if the present one ends at a rank; whether it did.
  mutating func pass(_ rank: Double) -> Bool {
    guard end <= rank, at + 1 < cell.count else { return false }
    at += 1
    end += cell.weights[cell.weights.startIndex + at] / people
    return true
  }

  /// Goes to the record that a rank lies in, or ends.
  mutating func advance(to rank: Double) {
    while end < rank - Self.tolerance, pass(end) {}
  }
}
