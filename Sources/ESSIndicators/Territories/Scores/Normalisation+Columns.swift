internal import ESSData

/// A column cannot be normalised; the caller knows the names.
enum NormalisationFault: Error {
  /// There is no value.
  case empty
  /// All values are one.
  case constant
  /// There are no goalposts.
  case noGoalposts
  /// There is no target.
  case noTarget
  /// The benchmark has no value.
  case noBenchmark
  /// The benchmark is the worst value, so that there is no distance to it.
  case benchmarkIsWorst
  /// A ratio to or of a number that is not above 0.
  case notPositive(Double)

  /// The reason in words.
  func message(_ normalisation: Normalisation) -> String {
    switch self {
    case .empty: "no unit has a value"
    case .constant: "all values are the same, so that \(normalisation.text.name) has no scale"
    case .noGoalposts: "the metadata have no goalposts (lower, upper)"
    case .noTarget: "the metadata have no target"
    case .noBenchmark: "the unit of reference has no value"
    case .benchmarkIsWorst:
      "the reference has the worst value of all, so that a distance to it is not defined"
    case .notPositive(let value):
      "a ratio needs numbers above 0, and there is \(NumberText.shortest(value))"
    }
  }
}

/// What a column is normalised with, apart from its values.
struct NormalisationSetting {
  /// 1, or -1 where lower is better.
  var sign: Double
  /// Goalposts; NaN where there are none.
  var goalposts: (lower: Double, upper: Double)
  /// Target; NaN where there is none.
  var target: Double
  /// Position of the unit of reference, if one is named.
  var unit: Int?
}

extension Normalisation {
  /// The unit of reference, if one is named.
  var unit: String? {
    switch self {
    case .ratio(.unit(let code), _), .distance(.unit(let code), _), .adjusted(.unit(let code)): code
    default: nil
    }
  }

  /// The column on the common scale.
  ///
  /// Cost: O(n), O(n log n) for ranks.
  func normalise(
    _ column: ArraySlice<Double>, _ setting: NormalisationSetting
  ) throws(NormalisationFault) -> [Double] {
    if self == .none { return column.map { setting.sign * $0 } }
    let moments = ColumnMoments(column.span, powers: usesDeviation)
    guard moments.count > 0 else { throw .empty }
    let isHigher = setting.sign > 0
    switch self {
    case .none: return Array(column)
    case .minMax(let range):
      guard !moments.isConstant else { throw .constant }
      return Self.linear(
        column, from: isHigher ? moments.minimum : moments.maximum,
        to: isHigher ? moments.maximum : moments.minimum, onto: range)
    case .goalposts(let range, let cap):
      let (lower, upper) = setting.goalposts
      guard !lower.isNaN, !upper.isNaN else { throw .noGoalposts }
      // The bounds are bounds of the values: the cap acts before the scale is turned.
      let low = cap == .both || cap == .lower ? lower : -.infinity
      let high = cap == .both || cap == .upper ? upper : .infinity
      return Self.linear(
        column.map { $0.isNaN ? $0 : min(max($0, low), high) }[...],
        from: isHigher ? lower : upper, to: isHigher ? upper : lower, onto: range)
    case .zScore(let mean, let deviation, let estimator):
      guard !moments.isConstant else { throw .constant }
      let scale = setting.sign * deviation / moments.deviation(estimator)
      return column.map { mean + scale * ($0 - moments.mean) }
    case .rank(let ties): return ties.ranks(column.map { setting.sign * $0 })
    case .percentile(let share, let ties):
      let ranks = ties.ranks(column.map { setting.sign * $0 })
      let count = Double(moments.count)
      if share == .count { return ranks.map { 100 * $0 / count } }
      guard moments.count > 1 else { throw .constant }
      return ranks.map { 100 * ($0 - 1) / (count - 1) }
    case .borda(let ties): return ties.ranks(column.map { setting.sign * $0 }).map { $0 - 1 }
    case .ratio(let benchmark, let lessOne):
      let reference = try Self.value(of: benchmark, column, moments, setting)
      guard reference > 0 else { throw .notPositive(reference) }
      if !isHigher, moments.minimum <= 0 { throw .notPositive(moments.minimum) }
      let shift: Double = lessOne ? 1 : 0
      return column.map { (isHigher ? $0 / reference : reference / $0) - shift }
    case .distance(let benchmark, let cap):
      return try distances(column, moments, setting, benchmark, cap)
    case .band(let share):
      // Bounds as numbers beside the values: x / mean - 1 would divide by a mean of 0.
      let width = share * abs(moments.mean)
      return column.map { value in
        if value.isNaN { return value }
        let distance = value - moments.mean
        return distance > width ? setting.sign : distance < -width ? -setting.sign : 0
      }
    case .adjusted(let benchmark):
      let reference = try Self.value(of: benchmark, column, moments, setting)
      let hasPosts = !setting.goalposts.lower.isNaN
      let range =
        hasPosts
        ? setting.goalposts.upper - setting.goalposts.lower : moments.maximum - moments.minimum
      guard range > 0 else { throw .constant }
      return column.map { 100 + setting.sign * 60 * ($0 - reference) / range }
    }
  }

  /// Whether the standard deviation of the values counts.
  private var usesDeviation: Bool {
    if case .zScore = self { true } else { false }
  }

  private static func linear(
    _ column: ArraySlice<Double>, from worst: Double, to best: Double,
    onto range: ClosedRange<Double>
  ) -> [Double] {
    let width = range.upperBound - range.lowerBound
    let span = best - worst
    return column.map { range.lowerBound + width * (($0 - worst) / span) }
  }

  private func distances(
    _ column: ArraySlice<Double>, _ moments: ColumnMoments, _ setting: NormalisationSetting,
    _ benchmark: Benchmark, _ cap: Bool
  ) throws(NormalisationFault) -> [Double] {
    let isHigher = setting.sign > 0
    let worst = isHigher ? moments.minimum : moments.maximum
    let reference =
      benchmark == .maximum
      ? (isHigher ? moments.maximum : moments.minimum)
      : try Self.value(of: benchmark, column, moments, setting)
    guard setting.sign * (reference - worst) > 0 else {
      throw benchmark == .maximum ? .constant : .benchmarkIsWorst
    }
    return column.map { value in
      let score = 1 - (reference - value) / (reference - worst)
      return cap ? min(score, 1) : score
    }
  }

  private static func value(
    of benchmark: Benchmark, _ column: ArraySlice<Double>, _ moments: ColumnMoments,
    _ setting: NormalisationSetting
  ) throws(NormalisationFault) -> Double {
    switch benchmark {
    case .mean: return moments.mean
    case .maximum: return moments.maximum
    case .minimum: return moments.minimum
    case .target:
      guard !setting.target.isNaN else { throw .noTarget }
      return setting.target
    case .unit:
      guard let unit = setting.unit, !column[column.startIndex + unit].isNaN else {
        throw .noBenchmark
      }
      return column[column.startIndex + unit]
    }
  }
}

extension TieRule {
  /// Ranks from 1 for the smallest; NaN where the value is NaN.
  ///
  /// Cost: one sort of the numbers alone, whose places are then looked up: O(n log n).
  public func ranks(_ values: [Double]) -> [Double] {
    let sorted = values.filter { !$0.isNaN }.sorted()
    var places = sorted.map { _ in 0.0 }
    var start = 0
    var distinct = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      distinct += 1
      let rank: Double
      switch self {
      case .minimum: rank = Double(start + 1)
      case .maximum: rank = Double(end)
      case .average: rank = Double(start + 1 + end) / 2
      case .dense: rank = Double(distinct)
      }
      for place in start..<end { places[place] = rank }
      start = end
    }
    return values.map { value in
      if value.isNaN { return value }
      var (low, high) = (0, sorted.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] < value { low = middle + 1 } else { high = middle }
      }
      return places[low]
    }
  }
}
