public import ESSData
public import ESSNumerics

/// Benefit-of-the-doubt scores: each unit is scored by the weights that are best for itself, among those by which no unit scores above 1
/// (Melyn and Moesen 1991; Cherchye, Moesen, Rogge and Van Puyenbroeck 2007, Social Indicators Research 82, 111-145).
///
/// One linear programme a unit. A unit that is best in some indicator scores 1 unless shares are restricted. The best weights of a unit
/// at the frontier are seldom the only ones: `isUnique` says where they are, and elsewhere the vertex found is one of several.
public struct BenefitOfTheDoubt: Sendable {
  /// What the weights of a unit must keep to.
  public enum Restriction: Sendable, Equatable {
    /// Nothing but being 0 or more.
    case none
    /// Each weight is between two shares of the sum of the unit's weights (the Handbook's Table 19: 0.10 to 0.15).
    case weights(ClosedRange<Double>)
    /// Each indicator gives between two shares of the unit's own score.
    ///
    /// A unit with a 0 in some indicator cannot give it a positive share: it scores 0 if the lower bound is above 0.
    case contributions(ClosedRange<Double>)
  }

  /// The score of each unit, at most 1.
  public let scores: [Double]
  /// The weights of each unit (rows), in the scale that makes its best rival score 1.
  public let weights: Matrix
  /// Whether the weights of each unit are the only best ones.
  public let isUnique: [Bool]

  /// Scores units.
  ///
  /// - Parameters:
  ///   - values: Units x indicators, 0 or more, more being better.
  ///   - indicators: The names of the columns.
  ///   - restriction: What the weights must keep to.
  /// - Throws: `DataError` for a missing or negative value, shares that no weights can keep to, or data that are 0 everywhere.
  public init(
    _ values: Matrix, indicators: [String], restriction: Restriction = .none
  ) throws(DataError) {
    let columns = try IndicatorColumns(values, indicators, atLeast: 1)
    try columns.refuseNegative("a benefit of the doubt")
    try Self.check(restriction, indicators.count)
    guard values.elements.contains(where: { $0 > 0 }) else {
      throw .notIdentified("every value is 0; no unit can be scored")
    }
    let (units, count) = (values.rows, values.columns)
    let outcomes = Parallel.map(units) { unit in
      Self.programme(values, unit, restriction).solve()
    }
    var scores: [Double] = []
    var isUnique: [Bool] = []
    var weights = Matrix(rows: units, columns: count)
    for (unit, outcome) in outcomes.enumerated() {
      // Zero weights keep to every constraint and values bound the score, so that there is an optimum.
      guard case .optimal(let solution) = outcome, solution.violation < 1e-6 else {
        throw .notIdentified("unit \(unit + 1): the best weights were not found")
      }
      scores.append(solution.objective)
      isUnique.append(solution.isUnique)
      for j in 0..<count { weights[unit, j] = solution.values[j] }
    }
    self.scores = scores
    self.weights = weights
    self.isUnique = isUnique
  }

  private static func check(_ restriction: Restriction, _ count: Int) throws(DataError) {
    let shares: ClosedRange<Double>
    switch restriction {
    case .none: return
    case .weights(let range), .contributions(let range): shares = range
    }
    guard shares.lowerBound >= 0, shares.lowerBound * Double(count) <= 1 + 1e-12,
      shares.upperBound * Double(count) >= 1 - 1e-12
    else {
      throw .notIdentified(
        "shares from \(NumberText.shortest(shares.lowerBound)) to \(NumberText.shortest(shares.upperBound)) of \(count) indicators cannot add up to 1"
      )
    }
  }

  private static func programme(
    _ values: Matrix, _ unit: Int, _ restriction: Restriction
  ) -> LinearProgramme {
    let own = values.row(unit)
    let count = own.count
    var shares: (range: ClosedRange<Double>, parts: [Double])?
    switch restriction {
    case .none: shares = nil
    case .weights(let range): shares = (range, Array(repeating: 1, count: count))
    case .contributions(let range): shares = (range, own)
    }
    let extra = shares == nil ? 0 : 2 * count
    let constraints = Matrix(rows: values.rows + extra, columns: count) { row, j in
      guard row >= values.rows, let (range, parts) = shares else { return values[row, j] }
      let indicator = (row - values.rows) / 2
      let itself = indicator == j ? parts[j] : 0
      return (row - values.rows) % 2 == 0
        ? itself - range.upperBound * parts[j] : range.lowerBound * parts[j] - itself
    }
    return LinearProgramme(
      objective: own, constraints: constraints,
      bounds: (0..<constraints.rows).map { $0 < values.rows ? 1 : 0 })
  }
}
