public import ESSData
internal import ESSNumerics

/// Orders of units that rest on majorities of indicators alone: Borda, Condorcet, Copeland, Kemeny.
public struct OutrankingStudy: Sendable {
  /// The units.
  public let units: [String]
  /// The comparisons of all pairs.
  public let outranking: OutrankingMatrix
  /// Borda's counts, by weight.
  public let borda: [Double]
  /// Kemeny's orders.
  public let kemeny: KemenyOrder
  private let board: Scoreboard

  /// Compares the units of a score.
  ///
  /// - Parameters:
  ///   - board: A score: the values of its indicators before outliers are treated and normalised, of which only the order counts, and
  ///     the weights of its recipe in the whole.
  ///   - beyond: What happens where majorities leave too many units in a circle for an exact order.
  ///   - limit: The most of Kemeny's orders that are listed.
  ///   - subsets: The most subsets of a circle that are looked at for an exact order.
  /// - Throws: `DataError` for a missing value, and for too large a circle if it is refused.
  public init(
    _ board: Scoreboard, beyond: KemenyOrder.Beyond = .refuse, listing limit: Int = 10,
    subsets: Int = KemenyOrder.subsetLimit
  ) throws(DataError) {
    guard board.weights.byUnit.isEmpty else {
      throw .notIdentified("the recipe's weights differ from unit to unit; majorities need one set")
    }
    self.board = board
    units = board.units
    // Treated values would tie where an outlier was moved to the next value.
    let values = try board.prepared.normalised(.none, values: board.prepared.imputed)
    let weights = board.indicatorWeights(board.weights.shared)
    let names = board.framework.indicators.map(\.code)
    outranking = try OutrankingMatrix(values, weights: weights, indicators: names)
    borda = try BordaCount.scores(values, weights: weights, indicators: names)
    kemeny = try KemenyOrder(outranking, beyond: beyond, listing: limit, subsets: subsets)
  }

  /// The rows of the result: for each unit Borda's count, Copeland's score, its Condorcet group and its places in Kemeny's orders; then
  /// the orders; with `pairs` also the outranking matrix.
  public func observations(pairs: Bool = false) -> [Observation] {
    let weights = "weights=\(board.recipe.weights.map(\.description).joined(separator: ";"))"
    let copeland = outranking.copelandScores
    var group = [Int](repeating: 0, count: units.count)
    var sizes = group
    for (position, members) in outranking.condorcetGroups.enumerated() {
      for unit in members { (group[unit], sizes[unit]) = (position + 1, members.count) }
    }
    let search = kemeny.isExact ? "exact" : "insertion heuristic"
    let count = NumberText.shortest(kemeny.count)
    let method = "kemeny(\(weights),search=\(search),orders=\(count))"
    var rows: [Observation] = []
    for (unit, code) in units.enumerated() {
      rows.append(row(code, "territories.borda", "", borda[unit], "borda(\(weights),ties=half)"))
      rows.append(row(code, "territories.copeland", "", copeland[unit], "copeland(\(weights))"))
      rows.append(
        row(
          code, "territories.condorcet_group", "", Double(group[unit]), "condorcet(\(weights))",
          note: sizes[unit] > 1
            ? "majorities leave \(sizes[unit]) territories of the group in a circle or tied" : ""))
      let places = kemeny.places[unit]
      rows.append(
        row(
          code, "territories.kemeny_place", "", Double(places.lowerBound), method,
          interval: Double(places.lowerBound)...Double(places.upperBound),
          note: kemeny.isExact ? "" : "the order is not known to be the best"))
    }
    for (position, order) in kemeny.orders.enumerated() {
      for (place, unit) in order.enumerated() {
        rows.append(
          row(
            units[unit], "territories.kemeny_order", "\(position + 1)", Double(place + 1), method))
      }
    }
    guard pairs else { return rows }
    for (unit, code) in units.enumerated() {
      for (other, name) in units.enumerated() where other != unit {
        rows.append(
          row(
            code, "territories.outranking", name, outranking.support[unit, other],
            "outranking(\(weights),ties=half)"))
      }
    }
    return rows
  }

  private func row(
    _ territory: String, _ indicator: String, _ component: String, _ value: Double,
    _ method: String, interval: ClosedRange<Double>? = nil, note: String = ""
  ) -> Observation {
    let table = board.prepared.table
    return Observation(
      territory: territory, period: table.period, indicator: indicator, component: component,
      value: value, unit: Catalogue[indicator]?.unit ?? "ratio_any", interval: interval,
      count: board.framework.indicatorCount, status: board.flags.worst, method: method,
      sources: table.sources, note: note)
  }
}
