internal import ESSData
internal import ESSNumerics

/// Checks that rules for weights share: a table of units by indicators, and messages that name the indicator.
struct IndicatorColumns {
  let values: Matrix
  let indicators: [String]

  /// A table whose cells are all finite.
  init(_ values: Matrix, _ indicators: [String], atLeast units: Int) throws(DataError) {
    precondition(values.columns == indicators.count, "an indicator needs a name")
    guard values.columns > 0 else { throw .notIdentified("weights need at least one indicator") }
    guard values.rows >= units else {
      throw .notIdentified(
        "weights from data need at least \(units) units; here are \(values.rows)")
    }
    self.values = values
    self.indicators = indicators
    for (j, name) in indicators.enumerated() where !values.column(j).allSatisfy(\.isFinite) {
      throw .notIdentified("\(name): a unit has no value; impute it or leave the unit out")
    }
  }

  /// Refuses an indicator with a value below zero.
  func refuseNegative(_ rule: String) throws(DataError) {
    for (j, name) in indicators.enumerated() where values.column(j).contains(where: { $0 < 0 }) {
      throw .notIdentified("\(name): \(rule) is not defined below 0; normalise to 0 or more first")
    }
  }

  /// Columns less their means, over their root sums of squares; refuses an indicator that is the same everywhere.
  func standardised(_ rule: String) throws(DataError) -> [[Double]] {
    var result: [[Double]] = []
    for (j, name) in indicators.enumerated() {
      let column = Array(values.column(j))
      let mean = column.reduce(0, +) / Double(column.count)
      let deviations = column.map { $0 - mean }
      let length = deviations.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let size = column.reduce(0) { max($0, abs($1)) } * Double(column.count).squareRoot()
      guard length > size * 1e-14 else {
        throw .notIdentified("\(name) is the same everywhere; \(rule) needs indicators that differ")
      }
      result.append(deviations.map { $0 / length })
    }
    return result
  }

  /// The correlations of the indicators.
  func correlation(_ rule: String) throws(DataError) -> Matrix {
    let columns = try standardised(rule)
    return Matrix(rows: columns.count, columns: columns.count) { i, j in
      i == j ? 1 : zip(columns[i], columns[j]).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }
}
