internal import Glibc

/// What the treatment did to a column.
public struct TreatedColumn: Sendable, Equatable {
  /// The values.
  public internal(set) var values: [Double]
  /// What was done; `nil` if nothing.
  public internal(set) var step: String?
  /// Number of values that were moved.
  public internal(set) var points: Int
  /// Skewness before and after; NaN where it is not defined.
  public internal(set) var skewness: (before: Double, after: Double)
  /// Excess kurtosis before and after.
  public internal(set) var kurtosis: (before: Double, after: Double)
  /// Whether the rule holds in the end.
  public internal(set) var passes: Bool

  /// Two outcomes are the same if they did the same.
  public static func == (left: TreatedColumn, right: TreatedColumn) -> Bool {
    left.values == right.values && left.step == right.step && left.points == right.points
  }
}

extension OutlierTreatment {
  /// Treats a column; missing values stay missing.
  ///
  /// Cost: O(n) for a column that holds the rule and for a clamp, O(n points) for winsorising.
  public func treating(_ column: [Double]) -> TreatedColumn {
    let before = ColumnMoments(column.span)
    var result = TreatedColumn(
      values: column, step: nil, points: 0, skewness: (before.skewness, before.skewness),
      kurtosis: (before.kurtosis, before.kurtosis), passes: true)
    switch self {
    case .none: return result
    case .clamp(let lower, let upper):
      result.values = Self.clamped(column, lower, upper)
      result.points = zip(column, result.values).count { $0 != $1 && !$0.isNaN }
      result.step = result.points > 0 ? "clamp" : nil
    case .rule(let rule):
      guard !rule.holds(before) else { return result }
      result.passes = false
      for step in rule.steps where !result.passes {
        let (values, points) = rule.apply(step, column, before)
        result.values = values
        result.points = points
        result.step = step.rawValue
        result.passes = rule.holds(ColumnMoments(values.span))
      }
    }
    let after = ColumnMoments(result.values.span)
    result.skewness.after = after.skewness
    result.kurtosis.after = after.kurtosis
    return result
  }

  /// The values of a treated column alone; the same as those of `treating`, without the moments that a clamp does not need.
  public func values(treating column: [Double]) -> [Double] {
    switch self {
    case .none: column
    case .clamp(let lower, let upper): Self.clamped(column, lower, upper)
    case .rule: treating(column).values
    }
  }

  /// Values between two quantiles of rule 7, the default of R and numpy.
  private static func clamped(_ column: [Double], _ lower: Double, _ upper: Double) -> [Double] {
    var known = column.contains(where: \.isNaN) ? column.filter { !$0.isNaN } : column
    guard !known.isEmpty else { return column }
    let (low, high) = OrderStatistics.quantiles(lower, upper, of: &known)
    return column.map { $0.isNaN ? $0 : min(max($0, low), high) }
  }
}

extension OutlierTreatment.Rule {
  fileprivate func apply(
    _ step: OutlierTreatment.Step, _ column: [Double], _ moments: ColumnMoments
  ) -> ([Double], points: Int) {
    switch step {
    case .winsorise: return winsorised(column, moments)
    case .log:
      let shift = (moments.maximum - moments.minimum) / 100 - moments.minimum
      return (column.map { $0.isNaN ? $0 : Glibc.log($0 + shift) }, moments.count)
    case .boxCox:
      let positive = column.map { $0 - moments.minimum + 1 }
      let power = lambda ?? Self.likeliest(positive.filter { !$0.isNaN })
      return (
        positive.map { $0.isNaN ? $0 : Transformation.boxCox($0, power) }, moments.count
      )
    }
  }

  /// Moves extremes inward on the side of the skew, one value with its ties at a time.
  private func winsorised(
    _ column: [Double], _ moments: ColumnMoments
  ) -> ([Double], points: Int) {
    var values = column
    var moments = moments
    // What stands at the moved end on each side: ties of a moved value are moved with it.
    var (high, low) = (0, 0)
    while high + low < points, !holds(moments) {
      let isHigh = moments.skewness >= 0
      let extreme = isHigh ? moments.maximum : moments.minimum
      var next = isHigh ? -Double.infinity : Double.infinity
      for value in values where !value.isNaN && value != extreme {
        next = isHigh ? max(next, value) : min(next, value)
      }
      // Values moved onto the other end would leave nothing to compare.
      guard next != (isHigh ? moments.minimum : moments.maximum) else { break }
      var moved = 0
      for i in values.indices where values[i] == extreme {
        values[i] = next
        moved += 1
      }
      if isHigh { high = moved } else { low = moved }
      moments = ColumnMoments(values.span)
    }
    return (values, high + low)
  }

  /// The exponent of Box and Cox's power with the greatest likelihood, between -5 and 5, to a thousandth.
  ///
  /// The profile likelihood has one maximum: a grid of tenths and then of thousandths finds it.
  private static func likeliest(_ values: [Double]) -> Double {
    let logs = values.reduce(0) { $0 + Glibc.log($1) }
    func likelihood(_ lambda: Double) -> Double {
      let powers = values.map { Transformation.boxCox($0, lambda) }
      let moments = ColumnMoments(powers.span)
      let variance = moments.deviation(.population)
      return (lambda - 1) * logs - Double(values.count) * Glibc.log(variance)
    }
    func best(_ candidates: [Int], scale: Double) -> Int {
      var best = candidates[0]
      var greatest = -Double.infinity
      for candidate in candidates {
        let value = likelihood(Double(candidate) / scale)
        if value > greatest { (best, greatest) = (candidate, value) }
      }
      return best
    }
    let coarse = best(Array(-50...50), scale: 10)
    let fine = Array((coarse * 100 - 100)...(coarse * 100 + 100))
    return Double(best(fine, scale: 1000)) / 1000
  }
}
