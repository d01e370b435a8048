public import ESSData
public import ESSNumerics
internal import Glibc

/// Weights from how much indicators differ between units: entropy and CRITIC.
///
/// Both reward what separates the units in the data at hand, not what matters; they belong beside a stress test.
public enum DispersionWeights {
  /// Entropy weights: one less the entropy of each indicator's shares over units, scaled to sum to 1 (Shannon 1948; Zeleny 1982,
  /// Multiple Criteria Decision Making).
  ///
  /// An indicator that is the same everywhere has weight 0. The weights depend on the scale's zero: shares of raw values and of min-max
  /// scores differ.
  /// - Parameters:
  ///   - values: Units x indicators, 0 or more.
  ///   - indicators: The names of the columns.
  /// - Returns: The weights.
  /// - Throws: `DataError` for a missing or negative value, an indicator that is 0 everywhere, or no indicator that differs.
  public static func entropy(
    _ values: Matrix, indicators: [String]
  ) throws(DataError) -> [Double] {
    let columns = try IndicatorColumns(values, indicators, atLeast: 2)
    try columns.refuseNegative("the entropy of shares")
    var spreads: [Double] = []
    for (j, name) in indicators.enumerated() {
      let column = values.column(j)
      let sum = column.reduce(0, +)
      guard sum > 0 else {
        throw .notIdentified("\(name) is 0 everywhere; its shares are not defined")
      }
      var entropy = 0.0
      // 0 ln 0 is 0.
      for value in column where value > 0 { entropy -= value / sum * log(value / sum) }
      let spread = 1 - entropy / log(Double(values.rows))
      let isConstant = column.allSatisfy { $0 == column.first }
      spreads.append(isConstant ? 0 : max(0, spread))
    }
    return try scaled(spreads)
  }

  /// CRITIC weights: standard deviation times the sum of one less the correlations with the others, scaled to sum to 1 (Diakoulaki,
  /// Mavrotas and Papayannakis 1995, Computers and Operations Research 22, 763-770).
  ///
  /// - Parameters:
  ///   - values: Units x indicators, normalised to one scale: min-max in the source.
  ///   - indicators: The names of the columns.
  /// - Returns: The weights; whether the standard deviation is of a sample or a population changes none.
  /// - Throws: `DataError` for a missing value or an indicator that is the same everywhere.
  public static func critic(
    _ values: Matrix, indicators: [String]
  ) throws(DataError) -> [Double] {
    let columns = try IndicatorColumns(values, indicators, atLeast: 2)
    let correlation = try columns.correlation("CRITIC")
    let contents = indicators.indices.map { j in
      let column = values.column(j)
      let mean = column.reduce(0, +) / Double(column.count)
      let deviation = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
      // Indicators that move as one are in no conflict, whatever their correlation rounds to.
      return deviation * correlation.column(j).reduce(0) { $0 + (1 - $1 > 1e-12 ? 1 - $1 : 0) }
    }
    guard contents.contains(where: { $0 > 0 }) else {
      throw .notIdentified("all indicators move as one, so that CRITIC finds no conflict to weigh")
    }
    return try scaled(contents)
  }

  private static func scaled(_ contents: [Double]) throws(DataError) -> [Double] {
    let sum = contents.reduce(0, +)
    guard sum > 0 else { throw .notIdentified("no indicator tells the units apart") }
    return contents.map { $0 / sum }
  }
}
