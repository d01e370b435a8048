public import ESSData
public import ESSNumerics

/// Borda's count: for each indicator a unit scores the number of units that it beats, half of those that it ties with; the scores are added by
/// weight (Borda 1784; OECD and JRC 2008, Table 26).
public enum BordaCount {
  /// The count of each unit.
  ///
  /// - Parameters:
  ///   - values: Units x indicators, more being better.
  ///   - weights: The weight of each indicator.
  ///   - indicators: The names of the columns.
  /// - Returns: The counts: the row sums of the outranking matrix, since each pair scores in both.
  /// - Throws: `DataError` for a missing value, or weights that are negative or all 0.
  public static func scores(
    _ values: Matrix, weights: [Double], indicators: [String]
  ) throws(DataError) -> [Double] {
    let outranking = try OutrankingMatrix(values, weights: weights, indicators: indicators)
    return (0..<outranking.count).map { outranking.support.row($0).reduce(0, +) }
  }

  /// How much weight puts each unit (column) on each place (row); for ties on the place that the best of them has.
  public static func frequencies(_ values: Matrix, weights: [Double]) -> Matrix {
    precondition(weights.count == values.columns, "an indicator needs a weight")
    var result = Matrix(rows: values.rows, columns: values.rows)
    for (indicator, weight) in weights.enumerated() {
      let column = values.column(indicator)
      for (unit, value) in column.enumerated() {
        result[column.count { $0 > value }, unit] += weight
      }
    }
    return result
  }
}
