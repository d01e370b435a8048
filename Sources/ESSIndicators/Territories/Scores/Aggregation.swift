public import ESSData
internal import ESSNumerics
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
  /// The plain sum of the parts whose weight is above 0; missing if one of them is.
  case sum
  /// The units outranked less those that outrank, parts being compared two by two.
  case copeland
  /// Places in the orders that agree most with the pairwise comparisons: the number of units less the middle of the places that the
  /// tied best orders give.
  case kemeny(KemenyOrder.Beyond)

  /// The words that begin an aggregation.
  public static let names = [
    "arithmetic", "geometric", "harmonic", "power", "mazziotta-pareto", "sum", "copeland", "kemeny",
  ]

  /// Whether only the order of the units in each part matters.
  var isByRanks: Bool {
    switch self {
    case .copeland, .kemeny: true
    default: false
    }
  }

  /// The aggregation that a text stands for.
  public init(_ method: MethodText) throws(DataError) {
    switch method.name {
    case "arithmetic": self = .arithmetic
    case "geometric": self = .geometric
    case "harmonic": self = .harmonic
    case "sum": self = .sum
    case "copeland": self = .copeland
    case "kemeny":
      try method.check("beyond")
      self = .kemeny(try method.choice("beyond", default: KemenyOrder.Beyond.refuse))
      return
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
    case .copeland: MethodText("copeland")
    case .kemeny(let beyond): MethodText("kemeny", [("beyond", beyond.rawValue)])
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
  /// What pairwise comparisons refuse.
  case comparison(DataError)
}

extension Aggregation {
  /// The score of each unit.
  ///
  /// Cost: O(units x parts).
  func scores(_ parts: GroupParts) throws(AggregationFault) -> [Double] {
    switch self {
    case .arithmetic: return try parts.mean()
    case .geometric:
      return try parts.mean { value, _ in Glibc.log(value) }.map { Glibc.exp($0) }
    case .harmonic: return try parts.mean { value, _ in 1 / value }.map { 1 / $0 }
    case .power(let exponent):
      // Parts as shares of the one that counts most: no power of them is beyond the range of numbers.
      let scales = parts.extremes(ofLargest: exponent > 0)
      return zip(
        try parts.mean { value, unit in Glibc.pow(value / scales[unit], exponent) }, scales
      ).map { Glibc.pow($0, 1 / exponent) * $1 }
    case .mazziottaPareto(let penalty, let estimator):
      return try penalised(parts, penalty, estimator)
    case .sum:
      return (0..<parts.rows).map { unit in
        parts.columns.indices.reduce(0) { sum, part in
          parts.weight(part, unit) > 0 ? sum + parts.value(part, unit) : sum
        }
      }
    case .copeland: return try Self.comparing(parts).copelandScores
    case .kemeny(let beyond):
      let outranking = try Self.comparing(parts)
      do throws(DataError) {
        return try KemenyOrder(outranking, beyond: beyond).places.map { places in
          Double(parts.rows) - Double(places.lowerBound + places.upperBound) / 2
        }
      } catch {
        throw .comparison(error)
      }
    }
  }

  /// The comparisons of the units, two by two, by the parts of a group.
  static func comparing(_ parts: GroupParts) throws(AggregationFault) -> OutrankingMatrix {
    do throws(DataError) {
      return try OutrankingMatrix(
        parts.matrix, weights: parts.columns.indices.map { parts.weight($0, 0) },
        indicators: parts.columns.map { parts.nodes[$0].code })
    } catch {
      throw .comparison(error)
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
