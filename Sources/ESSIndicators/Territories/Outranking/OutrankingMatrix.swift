public import ESSData
public import ESSNumerics

/// For every ordered pair of units the weight of the indicators by which the first is better, ties counting half for each (OECD and JRC
/// 2008, equation 32).
///
/// Only the order of values counts, so that no normalisation is needed and no indicator makes up for another.
public struct OutrankingMatrix: Sendable {
  /// Weight in favour of the row's unit against the column's.
  ///
  /// The two directions of a pair add up to `total`; the diagonal is 0.
  public let support: Matrix
  /// The sum of the weights.
  public let total: Double

  /// More units would need more than 800 MB for the comparisons of all pairs.
  private static let most = 10_000

  /// Differences of support below this are rounding of the weights' sums.
  var tolerance: Double { 1e-10 * total }

  /// The number of units.
  public var count: Int { support.rows }

  /// Compares units.
  ///
  /// - Parameters:
  ///   - values: Units x indicators, more being better.
  ///   - weights: The weight of each indicator, 0 or more; counts of indicators that agree will do.
  ///   - indicators: The names of the columns.
  /// - Throws: `DataError` for a missing value, or weights that are negative or all 0.
  public init(_ values: Matrix, weights: [Double], indicators: [String]) throws(DataError) {
    precondition(weights.count == values.columns, "an indicator needs a weight")
    guard values.rows <= Self.most else {
      throw .notIdentified(
        "\(values.rows) units are too many to compare all pairs of; at most \(Self.most)")
    }
    let columns = try IndicatorColumns(values, indicators, atLeast: 1)
    for (j, weight) in weights.enumerated() where !(weight >= 0) || !weight.isFinite {
      throw .notIdentified("\(columns.indicators[j]): a weight is a number from 0 on")
    }
    let total = weights.reduce(0, +)
    guard total > 0 else { throw .notIdentified("every weight is 0; no unit outranks another") }
    self.init(values, weights: weights, total: total)
  }

  /// Compares units whose values and weights are known to be in order.
  init(_ values: Matrix, weights: [Double], total: Double) {
    let count = values.rows
    var support = [Double](repeating: 0, count: count * count)
    for (indicator, weight) in weights.enumerated() where weight > 0 {
      let column = Array(values.column(indicator))
      for k in 0..<count {
        for j in 0..<count where j != k {
          support[j + k * count] +=
            column[j] > column[k] ? weight : column[j] == column[k] ? weight / 2 : 0
        }
      }
    }
    self.support = Matrix(rows: count, columns: count, elements: support)
    self.total = total
  }

  /// Whether a unit has more weight for itself than against it, compared with another.
  public func outranks(_ unit: Int, _ other: Int) -> Bool {
    support[unit, other] > support[other, unit] + tolerance
  }

  /// The unit that outranks every other, if there is one (Condorcet 1785).
  public var condorcetWinner: Int? {
    (0..<count).first { unit in
      (0..<count).allSatisfy { $0 == unit || outranks(unit, $0) }
    }
  }

  /// The units in groups, each of which outranks as a whole all that follow: with single units the Condorcet order, while a group of
  /// several holds a cycle or a tie that majorities do not resolve.
  ///
  /// Cost: O(units^2).
  public var condorcetGroups: [[Int]] {
    // A group is closed under "is not outranked by": the strong components of a tournament with ties, which are in a line.
    let wins = (0..<count).map { unit in (0..<count).count { outranks(unit, $0) } }
    let losses = (0..<count).map { unit in (0..<count).count { outranks($0, unit) } }
    let order = (0..<count).sorted {
      (losses[$0] - wins[$0], $0) < (losses[$1] - wins[$1], $1)
    }
    var groups: [[Int]] = []
    var open: [Int] = []
    // Of the pairs of a unit before the cut and one behind it, those in which the first outranks the second: a group ends where all do.
    var pairs = 0
    for (position, unit) in order.enumerated() {
      open.append(unit)
      let rest = order[(position + 1)...]
      pairs += rest.count { outranks(unit, $0) } - order[..<position].count { outranks($0, unit) }
      if pairs == (position + 1) * rest.count {
        groups.append(open.sorted())
        open = []
      }
    }
    return groups
  }

  /// Whether majorities run in a circle or are undecided somewhere, so that they give no order.
  public var hasCycleOrTie: Bool { condorcetGroups.contains { $0.count > 1 } }

  /// Copeland's score of each unit: those that it outranks less those that outrank it, ties counting for neither.
  public var copelandScores: [Double] { (0..<count).map(copelandScore) }

  /// Copeland's score of one unit.
  func copelandScore(of unit: Int) -> Double {
    Double((0..<count).count { outranks(unit, $0) } - (0..<count).count { outranks($0, unit) })
  }

  /// The Kemeny score of an order, the best first: the support of all its pairs.
  public func score(of order: [Int]) -> Double {
    var sum = 0.0
    for (position, unit) in order.enumerated() {
      for other in order[(position + 1)...] { sum += support[unit, other] }
    }
    return sum
  }
}
