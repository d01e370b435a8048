public import ESSData
public import ESSNumerics

/// Weights from experts who each spread 100 points over the indicators (OECD and JRC 2008, section 6.5).
public struct BudgetAllocation: Sendable {
  /// The mean share of each indicator; they add up to 1.
  public let weights: [Double]
  /// Sample standard deviation of each indicator's share over experts; 0 for a single expert.
  public let deviations: [Double]
  /// The least and the largest share of each indicator.
  public let ranges: [ClosedRange<Double>]
  /// Shares, experts x indicators.
  public let shares: Matrix

  /// Weights from a table of budgets.
  ///
  /// - Parameters:
  ///   - budgets: Points, experts x indicators.
  ///   - experts: The names of the rows.
  ///   - indicators: The names of the columns.
  /// - Throws: `DataError` for a missing or negative number of points, or an expert whose points do not add up to 100.
  public init(_ budgets: Matrix, experts: [String], indicators: [String]) throws(DataError) {
    precondition(budgets.rows == experts.count && budgets.columns == indicators.count)
    guard !experts.isEmpty, !indicators.isEmpty else {
      throw .notIdentified("a budget needs at least one expert and one indicator")
    }
    for (row, expert) in experts.enumerated() {
      let points = budgets.row(row)
      if let j = points.firstIndex(where: { !($0 >= 0) || !$0.isFinite }) {
        throw .notIdentified("\(expert): \(indicators[j]) has no number of points from 0 to 100")
      }
      let sum = points.reduce(0, +)
      guard abs(sum - 100) <= 1e-6 else {
        throw .notIdentified(
          "\(expert): the points add up to \(NumberText.shortest(sum)), not to 100")
      }
    }
    let shares = budgets.map { $0 / 100 }
    self.shares = shares
    let columns = indicators.indices.map { Array(shares.column($0)) }
    let count = Double(experts.count)
    let means = columns.map { $0.reduce(0, +) / count }
    weights = means
    deviations = zip(columns, means).map { column, mean in
      let sum = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return count > 1 ? (sum / (count - 1)).squareRoot() : 0
    }
    ranges = columns.map { ($0.min() ?? 0)...($0.max() ?? 0) }
  }
}
