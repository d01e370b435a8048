/// The factorisation AP = QR with column pivoting of an m x n matrix, by LAPACK `dgeqp3`.
///
/// The diagonal of R falls in absolute value; the rank is the number of its elements above a tolerance times the first.
/// Cost: 2 m n^2 operations.
public struct PivotedQR: Sendable {
  /// Number of rows of A.
  public let rows: Int
  /// Number of columns of A.
  public let columns: Int
  /// The column of A that stands in each column of R, from 0.
  public let pivot: [Int]
  /// Numerical rank.
  public let rank: Int
  let factor: [Double]
  private let tau: [Double]

  /// Factors a matrix of finite numbers; columns whose part that is new to those before falls below `tolerance` times the largest
  /// column count as dependent.
  public init(_ matrix: Matrix, tolerance: Double = 1e-11) {
    rows = matrix.rows
    columns = matrix.columns
    let reflectors = min(rows, columns)
    var elements = matrix.elements
    var pivots = [Int32](repeating: 0, count: columns)
    var tau = [Double](repeating: 0, count: reflectors)
    guard reflectors > 0 else {
      (factor, self.tau, rank) = (elements, tau, 0)
      pivot = Array(0..<columns)
      return
    }
    let info = Lapack.pivotedQR(
      &elements, rows: rows, columns: columns, pivots: &pivots, tau: &tau)
    precondition(info == 0)
    factor = elements
    self.tau = tau
    pivot = pivots.map { Int($0) - 1 }
    let limit = abs(elements[0]) * tolerance
    let rows = rows
    rank = (0..<reflectors).first { !(abs(elements[$0 * (rows + 1)]) > limit) } ?? reflectors
  }

  /// Columns of A that depend on the others, in the order of A.
  public var dependentColumns: [Int] { pivot[rank...].sorted() }

  /// Q'B for an m x k matrix.
  public func applyTransposedQ(_ right: Matrix) -> Matrix { apply(right, .transposed) }

  /// QB for an m x k matrix.
  public func applyQ(_ right: Matrix) -> Matrix { apply(right, .plain) }

  private func apply(_ right: Matrix, _ form: Lapack.Form) -> Matrix {
    precondition(right.rows == rows, "the shapes do not fit")
    var result = right
    guard !tau.isEmpty, right.columns > 0 else { return result }
    let info = Lapack.applyQ(
      factor, rows: rows, reflectors: tau.count, tau: tau, form: form, &result.elements,
      columns: right.columns)
    precondition(info == 0)
    return result
  }

  /// The first `rank` columns of Q: an orthonormal basis of the columns of A.
  public var basis: Matrix {
    applyQ(Matrix(rows: rows, columns: rank) { $0 == $1 ? 1 : 0 })
  }

  /// The leading rank x rank block of R.
  public var triangle: Matrix {
    Matrix(rows: rank, columns: rank) { $0 > $1 ? 0 : factor[$0 + $1 * rows] }
  }

  /// Solves R x = b, or R'x = b, with the leading block of R; the vector has `rank` elements.
  func solveTriangle(_ right: [Double], form: Lapack.Form = .plain) -> [Double] {
    guard rank > 0 else { return [] }
    var result = right
    let info = Lapack.triangularSolve(
      factor, rows: rows, order: rank, triangle: .upper, form: form, &result, leading: rank,
      columns: 1)
    precondition(info == 0)
    return result
  }

  /// An estimate of the condition number of the independent columns in the 1-norm; infinite for rank 0.
  public var conditionEstimate: Double {
    guard rank > 0 else { return .infinity }
    let reciprocal = Lapack.triangularReciprocalCondition(
      factor, rows: rows, order: rank, triangle: .upper)
    return reciprocal > 0 ? 1 / reciprocal : .infinity
  }
}
