public import ESSData
internal import Glibc

/// How the parts of a group make its score.
///
/// Weights are brought to a sum of 1 over the parts that have a value.
public enum Aggregation: RecipeChoice {
  /// Which side unevenness between parts moves a score to.
  public enum Penalty: String, Sendable, CaseIterable {
    /// Down: for scores of which more is better.
    case down
    /// Up: for scores of which more is worse.
    case up
  }

  /// The weighted mean.
  case arithmetic
  /// The weighted geometric mean; 0 if a part is 0.
  case geometric
  /// The weighted harmonic mean; 0 if a part is 0.
  case harmonic
  /// The weighted power mean of an exponent other than 0.
  case power(Double)
  /// Mean less (or plus) variance over mean: Mazziotta and Pareto's index.
  case mazziottaPareto(Penalty, DeviationEstimator)
  /// The plain sum without weights; missing if a part is.
  case sum

  /// The words that begin an aggregation.
  public static let names = [
    "arithmetic", "geometric", "harmonic", "power", "mazziotta-pareto", "sum",
  ]

  /// The aggregation that a text stands for.
  public init(_ method: MethodText) throws(DataError) {
    switch method.name {
    case "arithmetic": self = .arithmetic
    case "geometric": self = .geometric
    case "harmonic": self = .harmonic
    case "sum": self = .sum
    case "power":
      try method.check("exponent")
      guard method["exponent"] != nil else {
        throw .notIdentified("\(method): exponent=NUMBER is needed")
      }
      let exponent = try method.number("exponent", default: 1, in: -100...100)
      self = exponent == 0 ? .geometric : .power(exponent)
      return
    case "mazziotta-pareto":
      try method.check("penalty", "estimator")
      self = .mazziottaPareto(
        try method.choice("penalty", default: Penalty.down),
        try method.choice("estimator", default: DeviationEstimator.population))
      return
    default: throw .unknownName(kind: "aggregation", name: method.name, known: Self.names)
    }
    try method.check()
  }

  /// The aggregation as text.
  public var text: MethodText {
    switch self {
    case .arithmetic: MethodText("arithmetic")
    case .geometric: MethodText("geometric")
    case .harmonic: MethodText("harmonic")
    case .sum: MethodText("sum")
    case .power(let exponent):
      MethodText("power", [("exponent", NumberText.shortest(exponent))])
    case .mazziottaPareto(let penalty, let estimator):
      MethodText(
        "mazziotta-pareto", [("penalty", penalty.rawValue), ("estimator", estimator.rawValue)])
    }
  }
}

/// A group cannot be aggregated; the caller knows the names.
enum AggregationFault: Error {
  /// A part below zero in a mean that has none for it.
  case negative(part: Int, unit: Int, value: Double)
  /// A mean of parts that is not above 0, which unevenness is divided by.
  case meanNotPositive(unit: Int)
}

/// The parts of a group for all units, column by column.
struct GroupParts {
  /// Scores of all nodes, units x nodes.
  let elements: [Double]
  /// Number of units.
  let rows: Int
  /// Positions of the parts.
  let columns: [Int]
  /// Weights of the parts, one for each, or one for each unit and part.
  let weights: [Double]
  /// The least share of the weights that must have a value.
  let minimumShare: Double

  private var isShared: Bool { weights.count == columns.count }

  @inline(__always)
  func weight(_ part: Int, _ unit: Int) -> Double {
    isShared ? weights[part] : weights[part * rows + unit]
  }

  @inline(__always)
  func value(_ part: Int, _ unit: Int) -> Double { elements[columns[part] * rows + unit] }

  /// For each unit the sum of weight times a function of the value over the parts with a value, and the sum of their weights;
  /// NaN where too few parts have one.
  func sums(
    _ function: (Double) -> Double, allowsNegative: Bool
  ) throws(AggregationFault) -> (sums: [Double], weights: [Double]) {
    var sums = [Double](repeating: 0, count: rows)
    var known = sums
    var whole = sums
    for part in columns.indices {
      for unit in 0..<rows {
        let weight = weight(part, unit)
        whole[unit] += weight
        let value = value(part, unit)
        guard weight > 0, !value.isNaN else { continue }
        if value < 0, !allowsNegative {
          throw .negative(part: part, unit: unit, value: value)
        }
        sums[unit] += weight * function(value)
        known[unit] += weight
      }
    }
    for unit in 0..<rows {
      // Weights that add up to the share are enough, whatever their sums round to.
      let isEnough = known[unit] > 0 && known[unit] >= minimumShare * whole[unit] * (1 - 1e-12)
      if !isEnough { sums[unit] = .nan }
    }
    return (sums, known)
  }

  /// For each unit the weighted mean, NaN where too few parts have a value.
  func mean(
    allowsNegative: Bool = true, _ function: (Double) -> Double = { $0 }
  ) throws(AggregationFault) -> [Double] {
    var (sums, weights) = try sums(function, allowsNegative: allowsNegative)
    for unit in 0..<rows { sums[unit] /= weights[unit] }
    return sums
  }
}

extension Aggregation {
  /// The score of each unit.
  ///
  /// Cost: O(units x parts).
  func scores(_ parts: GroupParts) throws(AggregationFault) -> [Double] {
    switch self {
    case .arithmetic: return try parts.mean()
    case .geometric:
      return try parts.mean(allowsNegative: false) { Glibc.log($0) }.map { Glibc.exp($0) }
    case .harmonic: return try parts.mean(allowsNegative: false) { 1 / $0 }.map { 1 / $0 }
    case .power(let exponent):
      return try parts.mean(allowsNegative: false) { Glibc.pow($0, exponent) }
        .map { Glibc.pow($0, 1 / exponent) }
    case .mazziottaPareto(let penalty, let estimator):
      return try penalised(parts, penalty, estimator)
    case .sum:
      return (0..<parts.rows).map { unit in
        parts.columns.indices.reduce(0) { $0 + parts.value($1, unit) }
      }
    }
  }

  private func penalised(
    _ parts: GroupParts, _ penalty: Penalty, _ estimator: DeviationEstimator
  ) throws(AggregationFault) -> [Double] {
    let means = try parts.mean()
    var scores = means
    for unit in 0..<parts.rows where !means[unit].isNaN {
      let variance = variance(parts, unit, mean: means[unit], estimator)
      if variance == 0 { continue }
      guard means[unit] > 0 else { throw .meanNotPositive(unit: unit) }
      let move = variance / means[unit]
      scores[unit] += penalty == .down ? -move : move
    }
    return scores
  }

  /// The weighted variance of a unit's parts; of one part it is 0.
  func variance(
    _ parts: GroupParts, _ unit: Int, mean: Double, _ estimator: DeviationEstimator
  ) -> Double {
    var (squares, weights, count) = (0.0, 0.0, 0)
    for part in parts.columns.indices {
      let (weight, value) = (parts.weight(part, unit), parts.value(part, unit))
      guard weight > 0, !value.isNaN else { continue }
      squares += weight * (value - mean) * (value - mean)
      weights += weight
      count += 1
    }
    guard count > 1 else { return 0 }
    let variance = squares / weights
    return estimator == .sample ? variance * Double(count) / Double(count - 1) : variance
  }
}
