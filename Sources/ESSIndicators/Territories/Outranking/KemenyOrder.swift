public import ESSData

/// The orders of units that most comparisons support: Kemeny's rule, in the Handbook the C-K-Y-L procedure (Kemeny 1959, Daedalus 88,
/// 577-591; Young and Levenglick 1978; OECD and JRC 2008, equation 33).
///
/// Groups of units that outrank as a whole all that follow keep their order in every optimum (Truchon 1998), so that each is solved by itself:
/// exactly, by branch and bound over the subsets placed first, as long as no more of them have to be looked at than a limit: a million is enough for any 20 units,
/// and for far more where most majorities agree. Beyond, the group is refused, or put in order by a named heuristic. Memory: about 60 bytes a subset.
public struct KemenyOrder: Sendable {
  /// The most subsets of an unresolved group that are looked at unless another number is asked for.
  public static let subsetLimit = 1 << 20

  /// What happens to a group beyond the limit.
  public enum Beyond: String, Sendable, CaseIterable {
    /// It is refused with its size.
    case refuse
    /// From Copeland's order, units are moved to better places until no move of one unit helps.
    case insertion
  }

  /// Optimal orders, best unit first; at most as many as asked for, in lexicographic order of positions.
  public let orders: [[Int]]
  /// The number of optimal orders; for heuristic answers the 1 found.
  public let count: Double
  /// The support of an optimal order.
  public let score: Double
  /// The places of each unit over all optimal orders, from 1.
  public let places: [ClosedRange<Int>]
  /// Whether the score is known to be the largest.
  public let isExact: Bool

  /// Finds the orders.
  ///
  /// - Parameters:
  ///   - outranking: The comparisons.
  ///   - beyond: What happens to a group that majorities do not resolve and that is too large.
  ///   - limit: The most orders listed; `count` and `places` are of all.
  ///   - subsets: The most subsets of a group that are looked at for an exact answer.
  /// - Throws: `DataError` for a group beyond the limit, if it is to be refused.
  public init(
    _ outranking: OutrankingMatrix, beyond: Beyond = .refuse, listing limit: Int = 100,
    subsets: Int = Self.subsetLimit
  ) throws(DataError) {
    var orders: [[Int]] = [[]]
    var count = 1.0
    var places = Array(repeating: 1...1, count: outranking.count)
    var isExact = true
    var first = 1
    for group in outranking.condorcetGroups {
      let solution = KemenyGroup(
        outranking, group, subsets: subsets, listing: limit)
      guard solution.isExact || beyond == .insertion else {
        throw .notIdentified(
          "majorities leave \(group.count) units in a circle or tied, and Kemeny's order of them takes more than \(subsets) subsets; raise the limit, or take the insertion heuristic"
        )
      }
      isExact = isExact && solution.isExact
      count *= solution.count
      orders = Array(
        orders.flatMap { head in solution.orders.map { head + $0 } }.prefix(limit))
      for (unit, range) in zip(group, solution.places) {
        places[unit] = (first + range.lowerBound)...(first + range.upperBound)
      }
      first += group.count
    }
    self.orders = orders
    self.count = count
    self.places = places
    self.isExact = isExact
    score = orders.first.map { outranking.score(of: $0) } ?? 0
  }
}
