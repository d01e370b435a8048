internal import ESSNumerics

/// A number that depends on the ranks of a cell's records.
enum RankTerm: Hashable, Sendable {
  /// The Gini index: half the mean absolute difference of two persons over the mean.
  case gini
  /// A quantile.
  case quantile(Double, QuantileRule)
  /// The welfare of the poorest share, times the sum of weights; a record across the share counts in part.
  case lorenz(Double)
  /// The relative gaps of the poorest share, times the sum of weights.
  case gaps(Double, FixedLine)
  /// The sum over pairs of poor records of weights times the distance of their welfare, each pair once.
  case poorDistance(FixedLine)
  /// The sum over all pairs, ordered, of weights times the larger of two relative gaps.
  case largerGap(FixedLine)
  /// The welfare of records at or below a quantile.
  case below(Double, QuantileRule)
  /// The welfare of records above a quantile.
  case above(Double, QuantileRule)

  /// The number; NaN where it has none.
  func value(_ cell: RankedCell) -> Double {
    switch self {
    case .gini: return Self.gini(cell)
    case .quantile(let share, let rule): return Self.quantile(cell, share, rule)
    case .lorenz(let share):
      return Self.partial(cell, share) { $0 }.sum
    case .gaps(let share, let line):
      return Self.partial(cell, share) { Self.gap($0, line) }.sum
    case .poorDistance(let line): return Self.poorDistance(cell, line)
    case .largerGap(let line): return Self.largerGap(cell, line)
    case .below(let share, let rule):
      let cut = Self.quantile(cell, share, rule)
      return Self.sum(cell) { $0 <= cut ? $0 : 0 }
    case .above(let share, let rule):
      let cut = Self.quantile(cell, share, rule)
      return Self.sum(cell) { $0 > cut ? $0 : 0 }
    }
  }

  static func gap(_ y: Double, _ line: FixedLine) -> Double {
    line.isPoor(y) ? line.gap(y) : 0
  }

  static func sum(_ cell: RankedCell, _ function: (Double) -> Double) -> Double {
    let (values, weights) = (cell.values.span, cell.weights.span)
    var total = 0.0
    for i in 0..<cell.count { total += weights[i] * function(values[i]) }
    return total
  }

  private static func gini(_ cell: RankedCell) -> Double {
    let (values, weights) = (cell.values.span, cell.weights.span)
    var (people, welfare, area) = (0.0, 0.0, 0.0)
    for i in 0..<cell.count {
      let next = welfare + weights[i] * values[i]
      area += weights[i] * (welfare + next)
      people += weights[i]
      welfare = next
    }
    guard people > 0, welfare > 0 else { return .nan }
    if cell.values.first == cell.values.last { return 0 }
    return 1 - area / (people * welfare)
  }

  private static func quantile(_ cell: RankedCell, _ share: Double, _ rule: QuantileRule) -> Double
  {
    switch rule {
    case .inverse, .averagedInverse: break
    default:
      return WeightedQuantiles(Array(cell.values), weights: Array(cell.weights))?
        .quantile(share, rule: rule) ?? .nan
    }
    let (values, weights) = (cell.values.span, cell.weights.span)
    var total = 0.0
    for i in 0..<cell.count { total += weights[i] }
    guard total > 0 else { return .nan }
    let search = QuantileSearch(share: share, total: total, averages: rule == .averagedInverse)
    return search.value(cell.count, from: 0, cumulated: 0, { values[$0] }, { weights[$0] })
  }

  /// A sum over the poorest share, in which the record across the share counts in part; that record and its value.
  static func partial(
    _ cell: RankedCell, _ share: Double, _ function: (Double) -> Double
  ) -> (sum: Double, cut: Int, value: Double) {
    let (values, weights) = (cell.values.span, cell.weights.span)
    var total = 0.0
    for i in 0..<cell.count { total += weights[i] }
    let target = share * total
    var (people, sum) = (0.0, 0.0)
    for i in 0..<cell.count {
      let value = function(values[i])
      if people + weights[i] >= target {
        return (sum + (target - people) * value, i, value)
      }
      people += weights[i]
      sum += weights[i] * value
    }
    return (sum, cell.count, values.isEmpty ? 0 : function(values[cell.count - 1]))
  }

  private static func poorDistance(_ cell: RankedCell, _ line: FixedLine) -> Double {
    let (values, weights) = (cell.values.span, cell.weights.span)
    var (people, welfare, distance) = (0.0, 0.0, 0.0)
    for i in 0..<cell.lowerCount(where: line.isPoor) {
      distance += weights[i] * (values[i] * people - welfare)
      people += weights[i]
      welfare += weights[i] * values[i]
    }
    return distance
  }

  private static func largerGap(_ cell: RankedCell, _ line: FixedLine) -> Double {
    let weights = cell.weights.span
    let values = cell.values.span
    var (people, gaps, sum) = (0.0, 0.0, 0.0)
    let poor = cell.lowerCount(where: line.isPoor)
    for i in 0..<cell.count {
      let gap = i < poor ? weights[i] * line.gap(values[i]) : 0
      sum += weights[i] * (2 * gaps + gap)
      gaps += gap
      people += weights[i]
    }
    return sum
  }
}

/// The search for a quantile by cumulated weight; records without weight define none.
struct QuantileSearch {
  let share: Double
  let total: Double
  let averages: Bool

  /// The first record whose cumulated weight reaches the share, or its mean with the next where it does exactly, within 1e-12 of the total.
  @inline(__always)
  func value(
    _ count: Int, from start: Int, cumulated: Double, _ value: (Int) -> Double,
    _ weight: (Int) -> Double
  ) -> Double {
    let target = share * total
    let tolerance = 1e-12 * total
    var people = cumulated
    var last = Double.nan
    for i in start..<count {
      let w = weight(i)
      guard w > 0 else { continue }
      people += w
      last = value(i)
      if people >= target - tolerance {
        guard averages, abs(people - target) <= tolerance else { return last }
        for next in (i + 1)..<max(count, i + 1) where weight(next) > 0 {
          return (last + value(next)) / 2
        }
        return last
      }
    }
    return last
  }
}
