/// A rule that makes a quantile of a sample: which of the numbers, or what between two of them.
///
/// The names are those of Hyndman and Fan (1996, The American Statistician 50, 361-365) and of R's survey package. With weights, the rules 4 to
/// 9 put a record's place at its cumulated weight as the survey package does, so that they interpolate between single
/// records: records of equal value then count in the order given.
public enum QuantileRule: String, Sendable, CaseIterable {
  /// The least number whose cumulated weight reaches the share; Hyndman and Fan's rule 1 and survey's `math`.
  case inverse = "hf1"
  /// As `inverse`, but the mean with the next number where the share is reached exactly; rule 2 and survey's `school`.
  case averagedInverse = "hf2"
  /// Linear between cumulated weights; rule 4.
  case linear = "hf4"
  /// Linear between the middles of the records' weights; rule 5.
  case middle = "hf5"
  /// Linear, the whole weight enlarged by the last record's; rule 6.
  case enlarged = "hf6"
  /// Linear from the first to the last record; rule 7, the default of R and numpy without weights.
  case ends = "hf7"
  /// Approximately median-unbiased; rule 8.
  case medianUnbiased = "hf8"
  /// Approximately unbiased for normal data; rule 9.
  case normalUnbiased = "hf9"
}

/// Quantiles of a weighted sample, sorted once.
public struct WeightedQuantiles: Sendable {
  /// The numbers in ascending order, those without weight left out.
  public let values: [Double]
  /// The weights, in the order of the numbers.
  public let weights: [Double]
  /// Cumulated weights.
  public let cumulated: [Double]

  /// Sorts a sample, with a weight of at least 0 for each record or ones.
  ///
  /// `nil` if nothing has weight or a number is not finite.
  public init?(_ values: [Double], weights: [Double]? = nil) {
    precondition(weights.map { $0.count == values.count } ?? true, "one weight for each number")
    var sorted: [Double] = []
    var sortedWeights: [Double] = []
    for position in SortOrder.ascending(of: values) {
      let weight = weights.map { $0[Int(position)] } ?? 1
      guard weight > 0 else { continue }
      sorted.append(values[Int(position)])
      sortedWeights.append(weight)
    }
    guard !sorted.isEmpty, sorted.allSatisfy(\.isFinite) else { return nil }
    self.values = sorted
    self.weights = sortedWeights
    var total = ExactSum()
    cumulated = sortedWeights.map { weight in
      total.add(weight)
      return total.value
    }
  }

  /// Sum of the weights.
  public var total: Double { cumulated[cumulated.count - 1] }

  /// The quantile of a share from 0 to 1 by a rule.
  ///
  /// A cumulated weight counts as equal to the share's within 1e-12 of the whole weight, so that a share such as 0.1 of
  /// ten equal weights is reached.
  public func quantile(_ share: Double, rule: QuantileRule = .averagedInverse) -> Double {
    precondition((0...1).contains(share), "a share is between 0 and 1")
    let target = share * total
    let last = values.count - 1
    switch rule {
    case .inverse:
      return values[reaching(target)]
    case .averagedInverse:
      let at = reaching(target)
      let isExact = abs(cumulated[at] - target) <= 1e-12 * total
      return isExact && at < last ? (values[at] + values[at + 1]) / 2 : values[at]
    default:
      return interpolated(share, rule)
    }
  }

  /// The first position whose cumulated weight reaches a target.
  private func reaching(_ target: Double) -> Int {
    let limit = target - 1e-12 * total
    var (low, high) = (0, values.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func interpolated(_ share: Double, _ rule: QuantileRule) -> Double {
    let last = values.count - 1
    var (low, high) = (0, last)
    if last == 0 || share <= place(0, rule) { return values[0] }
    if share >= place(last, rule) { return values[last] }
    while high - low > 1 {
      let middle = (low + high) / 2
      if place(middle, rule) <= share { low = middle } else { high = middle }
    }
    let (from, to) = (place(low, rule), place(high, rule))
    return values[low] + (share - from) / (to - from) * (values[high] - values[low])
  }

  /// The share at which a record stands.
  private func place(_ index: Int, _ rule: QuantileRule) -> Double {
    let (sum, weight, final) = (cumulated[index], weights[index], weights[weights.count - 1])
    switch rule {
    case .linear: return sum / total
    case .middle: return (sum - weight / 2) / total
    case .enlarged: return sum / (total + final)
    case .ends: return (sum - weight) / (total - final)
    case .medianUnbiased: return (sum - weight / 3) / (total + final / 3)
    case .normalUnbiased: return (sum - 3 * weight / 8) / (total + final / 4)
    case .inverse, .averagedInverse: return sum / total
    }
  }
}
