/// The Cholesky factorisation A = LL' of a symmetric positive definite matrix, by LAPACK `dpotrf`.
///
/// Only the lower triangle of A is read. Cost: n^3/3 operations.
public struct Cholesky: Sendable {
  /// Order of the matrix.
  public let order: Int
  private let factor: [Double]

  /// Factors a matrix; `nil` unless it is positive definite to working precision.
  public init?(_ matrix: Matrix) {
    precondition(matrix.rows == matrix.columns, "the matrix is not square")
    var elements = matrix.elements
    order = matrix.rows
    if order > 0 {
      guard elements.allSatisfy(\.isFinite), Lapack.cholesky(&elements, order: order) == 0 else {
        return nil
      }
    }
    factor = elements
  }

  /// The lower triangular factor L.
  public var lower: Matrix {
    Matrix(rows: order, columns: order) { $0 < $1 ? 0 : factor[$0 + $1 * order] }
  }

  /// The solution of AX = B for an n x k matrix B.
  public func solve(_ right: Matrix) -> Matrix {
    precondition(right.rows == order, "the shapes do not fit")
    var result = right
    guard order > 0, right.columns > 0 else { return result }
    let info = Lapack.choleskySolve(
      factor, order: order, &result.elements, columns: right.columns)
    precondition(info == 0)
    return result
  }

  /// The solution of Ax = b for a vector of n elements.
  public func solve(_ right: [Double]) -> [Double] { solve(Matrix(column: right)).elements }

  /// The inverse of A, symmetric.
  public var inverse: Matrix {
    var elements = factor
    guard order > 0 else { return Matrix(rows: 0, columns: 0) }
    let info = Lapack.choleskyInverse(&elements, order: order)
    precondition(info == 0)
    return Matrix(rows: order, columns: order) { elements[max($0, $1) + min($0, $1) * order] }
  }

  /// The logarithm of the determinant of A.
  public var logDeterminant: Double {
    2 * (0..<order).reduce(0) { $0 + SpecialFunctions.log(factor[$1 * (order + 1)]) }
  }
}
