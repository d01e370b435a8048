internal import ESSData
internal import ESSNumerics

/// Standard errors of the data on the scale on which they are imputed and treated.
struct StandardErrors {
  private let errors: [Double]
  private let units: [String: Int]

  init(_ matrix: Matrix, _ table: IndicatorTable, _ recipe: Recipe) throws(DataError) {
    precondition(
      matrix.rows == table.values.rows && matrix.columns == table.values.columns,
      "an error for each cell")
    units = Dictionary(uniqueKeysWithValues: table.units.enumerated().map { ($1, $0) })
    let denominated = recipe.denominate ? try table.denominated() : table.values
    var errors: [Double] = []
    for (column, node) in table.framework.indicators.enumerated() {
      let divisors =
        recipe.denominate
        ? node.metadata.denominator.flatMap { table.denominators[$0] } : nil
      let transformation = node.metadata.transformation
      for unit in table.units.indices {
        let raw = matrix[unit, column]
        guard !(raw < 0) else {
          throw .notIdentified(
            "\(table.units[unit]): the standard error of '\(node.code)' is below 0")
        }
        let error = raw / (divisors?[unit] ?? 1)
        let value = denominated[unit, column]
        let (above, below) = (transformation(value + error), transformation(value - error))
        let spread = below.isNaN ? above - transformation(value) : (above - below) / 2
        errors.append(spread.isFinite ? abs(spread) : 0)
      }
    }
    self.errors = errors
  }

  /// The errors of the units that are scored.
  func errors(of prepared: PreparedScores) -> [Double] {
    let rows = prepared.table.units.compactMap { units[$0] }
    return (0..<prepared.imputed.columns).flatMap { column in
      rows.map { errors[column * units.count + $0] }
    }
  }
}
