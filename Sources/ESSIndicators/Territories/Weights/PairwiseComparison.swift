public import ESSData
public import ESSNumerics

/// Weights from a matrix of pairwise comparisons: the analytic hierarchy process (Saaty 1980, The Analytic Hierarchy Process).
public struct PairwiseComparison: Sendable {
  /// The weights; they add up to 1.
  public let weights: [Double]
  /// The largest eigenvalue; the number of indicators if all comparisons agree.
  public let eigenvalue: Double
  /// (eigenvalue - n) / (n - 1); 0 if all comparisons agree.
  public let consistencyIndex: Double
  /// The index as a share of the mean index of random matrices; `nil` below three indicators and above fifteen, where Saaty gives none.
  ///
  /// By custom comparisons up to 0.1 are taken as consistent enough.
  public let consistencyRatio: Double?

  /// Saaty's mean consistency index of random matrices of 1 to 15 indicators.
  private static let randomIndex: [Double] = [
    0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
  ]
  /// Whether two ratios are one over the other, but for two decimals such as 0.33 for 1/3 and 0.13 for 1/8.
  private static func areReciprocal(_ there: Double, _ back: Double) -> Bool {
    let (larger, smaller) = (max(there, back), min(there, back))
    // Beyond the scale, which ends at 9, half a hundredth is no rounding but another ratio.
    let isRounded = larger <= 9 && abs(smaller - 1 / larger) <= 0.005 * (1 + 1e-9)
    return isRounded || abs(there * back - 1) <= 0.03
  }

  /// Weights by the principal eigenvector.
  ///
  /// - Parameters:
  ///   - comparisons: How many times as important the row's indicator is as the column's.
  ///   - indicators: The names of rows and columns.
  /// - Throws: `DataError` for a matrix that is not square, not positive, or not reciprocal.
  public init(_ comparisons: Matrix, indicators: [String]) throws(DataError) {
    let count = indicators.count
    guard count > 0, comparisons.rows == count, comparisons.columns == count else {
      throw .notIdentified(
        "comparisons of \(count) indicators need \(count) rows and columns; here are \(comparisons.rows) and \(comparisons.columns)"
      )
    }
    for i in 0..<count {
      for j in 0...i {
        let (there, back) = (comparisons[i, j], comparisons[j, i])
        guard there > 0, back > 0, there.isFinite, back.isFinite else {
          throw .notIdentified(
            "\(indicators[i]) against \(indicators[j]): a comparison is a number above 0")
        }
        guard Self.areReciprocal(there, back) else {
          throw .notIdentified(
            "\(indicators[i]) against \(indicators[j]) is \(NumberText.shortest(there)) and back \(NumberText.shortest(back)); "
              + (i == j
                ? "an indicator compares with itself as 1" : "one has to be 1 over the other"))
        }
      }
    }
    (weights, eigenvalue) = Self.principal(comparisons)
    consistencyIndex = count > 1 ? (eigenvalue - Double(count)) / Double(count - 1) : 0
    consistencyRatio =
      (3...Self.randomIndex.count).contains(count)
      ? consistencyIndex / Self.randomIndex[count - 1] : nil
  }

  /// The positive eigenvector, by powers: a positive matrix has one, and no other eigenvalue is as large (Perron 1907).
  private static func principal(_ matrix: Matrix) -> ([Double], Double) {
    let count = matrix.rows
    var vector = [Double](repeating: 1 / Double(count), count: count)
    var eigenvalue = 0.0
    for _ in 0..<10_000 {
      let image = matrix * vector
      eigenvalue = image.reduce(0, +)
      let next = image.map { $0 / eigenvalue }
      let change = zip(next, vector).reduce(0) { max($0, abs($1.0 - $1.1)) }
      vector = next
      if change < 1e-15 { break }
    }
    return (vector, eigenvalue)
  }
}
