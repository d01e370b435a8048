public import ESSData
public import ESSNumerics

/// Weights from principal components and rotated factors of the correlations between indicators (Nicoletti, Scarpetta and Boylaud 2000;
/// OECD and JRC 2008, Handbook on Constructing Composite Indicators, section 6.1).
///
/// Components are kept by a rule, rotated, and each indicator is assigned to one factor; its weight is its squared loading there as a
/// share of what the factor explains, times the factor's share of what all explain, scaled to sum to 1. Such weights undo overlap between
/// indicators; they say nothing of importance.
public struct FactorWeights: Sendable {
  /// Which components are kept; at least one always is.
  public enum Retention: Sendable, Equatable {
    /// Those with an eigenvalue above a number (Kaiser's rule: 1).
    case eigenvalueAbove(Double)
    /// Those that explain more than a share of the variance; 0.1 keeps the Handbook's four of eight.
    case shareAbove(Double)
    /// The first that together explain at least a share of the variance.
    case cumulativeShare(Double)
    /// The first so many.
    case count(Int)
  }

  /// How factors are turned before indicators are assigned to them.
  public enum Rotation: String, Sendable, CaseIterable {
    case varimax
    case none
  }

  /// Which factor an indicator belongs to.
  public enum Assignment: String, Sendable, CaseIterable {
    /// The one with its highest loading, once every factor has its largest absolute loading positive: an indicator that opposes a
    /// factor is not part of it. Reproduces the Handbook.
    case signed
    /// The one with its largest absolute loading.
    case absolute
  }

  /// Eigenvalues of the correlation matrix, descending.
  public let eigenvalues: [Double]
  /// Loadings of the kept components, indicators x components.
  public let loadings: Matrix
  /// Loadings after rotation; the largest absolute loading of each factor is positive.
  public let rotated: Matrix
  /// Variance that each rotated factor explains, in units of an indicator.
  public let explained: [Double]
  /// Share of each indicator's variance that the kept components explain.
  public let communalities: [Double]
  /// The factor of each indicator.
  public let factors: [Int]
  /// The weights; they add up to 1.
  public let weights: [Double]

  /// Weights from data.
  ///
  /// - Parameters:
  ///   - values: Units x indicators; the scale of a column changes nothing.
  ///   - indicators: The names of the columns.
  ///   - retention: Which components are kept.
  ///   - rotation: How they are turned.
  ///   - assignment: Which factor an indicator belongs to.
  /// - Throws: `DataError` for a missing value, an indicator that is the same everywhere, or fewer than three units.
  public init(
    _ values: Matrix, indicators: [String], retention: Retention = .shareAbove(0.1),
    rotation: Rotation = .varimax, assignment: Assignment = .signed
  ) throws(DataError) {
    let columns = try IndicatorColumns(values, indicators, atLeast: 3)
    guard let eigen = SymmetricEigen(try columns.correlation("a factor analysis")) else {
      throw .notIdentified("the correlations of the indicators have no eigenvalues")
    }
    let count = indicators.count
    let eigenvalues = eigen.values.reversed().map { max(0, $0) }
    self.eigenvalues = eigenvalues
    let kept = Self.kept(eigenvalues, retention)
    let loadings = Matrix(rows: count, columns: kept) {
      eigen.vectors[$0, count - 1 - $1] * eigenvalues[$1].squareRoot()
    }
    self.loadings = loadings
    communalities = (0..<count).map { i in loadings.row(i).reduce(0) { $0 + $1 * $1 } }
    let turned = Self.reflected(rotation == .varimax ? Varimax(loadings).loadings : loadings)
    rotated = turned
    explained = (0..<kept).map { f in turned.column(f).reduce(0) { $0 + $1 * $1 } }
    factors = (0..<count).map { i in
      let row = turned.row(i)
      return row.indices.max {
        assignment == .signed ? row[$0] < row[$1] : abs(row[$0]) < abs(row[$1])
      } ?? 0
    }
    let squares = factors.enumerated().map { turned[$0, $1] * turned[$0, $1] }
    let sum = squares.reduce(0, +)
    weights = squares.map { $0 / sum }
  }

  private static func kept(_ eigenvalues: [Double], _ retention: Retention) -> Int {
    let total = eigenvalues.reduce(0, +)
    let positive = eigenvalues.count { $0 > total * 1e-12 }
    let wanted: Int
    switch retention {
    case .eigenvalueAbove(let limit): wanted = eigenvalues.count { $0 > limit }
    case .shareAbove(let share): wanted = eigenvalues.count { $0 > share * total }
    case .cumulativeShare(let share):
      var sum = 0.0
      wanted =
        1
        + eigenvalues.prefix { value in
          sum += value
          return sum < share * total
        }.count
    case .count(let count): wanted = count
    }
    return min(max(wanted, 1), positive)
  }

  private static func reflected(_ loadings: Matrix) -> Matrix {
    let signs = (0..<loadings.columns).map { f -> Double in
      let largest = loadings.column(f).max { abs($0) < abs($1) } ?? 0
      return largest < 0 ? -1 : 1
    }
    return Matrix(rows: loadings.rows, columns: loadings.columns) { signs[$1] * loadings[$0, $1] }
  }
}
