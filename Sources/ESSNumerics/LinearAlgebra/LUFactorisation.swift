/// The factorisation PA = LU of a square matrix with partial pivoting, by LAPACK `dgetrf`.
///
/// Cost: 2n^3/3 operations.
public struct LUFactorisation: Sendable {
  /// Order of the matrix.
  public let order: Int
  private let factor: [Double]
  private let pivots: [Int32]
  private let oneNorm: Double

  /// Factors a matrix; `nil` if it is exactly singular or holds a number that is not finite.
  public init?(_ matrix: Matrix) {
    precondition(matrix.rows == matrix.columns, "the matrix is not square")
    order = matrix.rows
    oneNorm = matrix.oneNorm
    var elements = matrix.elements
    var pivots = [Int32](repeating: 0, count: order)
    if order > 0 {
      guard elements.areFinite,
        Lapack.lu(&elements, order: order, pivots: &pivots) == 0
      else { return nil }
    }
    factor = elements
    self.pivots = pivots
  }

  /// The solution of AX = B, or of A'X = B, for an n x k matrix B.
  public func solve(_ right: Matrix, transposed: Bool = false) -> Matrix {
    precondition(right.rows == order, "the shapes do not fit")
    var result = right
    guard order > 0, right.columns > 0 else { return result }
    let info = Lapack.luSolve(
      factor, order: order, pivots: pivots, &result.elements, columns: right.columns,
      form: transposed ? .transposed : .plain)
    precondition(info == 0)
    return result
  }

  /// The solution of Ax = b, or of A'x = b, for a vector of n elements.
  public func solve(_ right: [Double], transposed: Bool = false) -> [Double] {
    solve(Matrix(column: right), transposed: transposed).elements
  }

  /// The inverse of A, by LAPACK `dgetri`: 4n^3/3 further operations.
  public var inverse: Matrix {
    var elements = factor
    guard order > 0 else { return Matrix(rows: 0, columns: 0) }
    let info = Lapack.luInverse(&elements, order: order, pivots: pivots)
    precondition(info == 0)
    return Matrix(rows: order, columns: order, elements: elements)
  }

  /// The inverse of a matrix in the matrix's own memory, for large ones that are not needed any more; `nil` if it is exactly singular or
  /// holds a number that is not finite.
  public static func inverse(of matrix: consuming Matrix) -> Matrix? {
    precondition(matrix.rows == matrix.columns, "the matrix is not square")
    let order = matrix.rows
    var pivots = [Int32](repeating: 0, count: order)
    guard order > 0 else { return matrix }
    guard matrix.elements.areFinite,
      Lapack.lu(&matrix.elements, order: order, pivots: &pivots) == 0
    else { return nil }
    let info = Lapack.luInverse(&matrix.elements, order: order, pivots: pivots)
    precondition(info == 0)
    return matrix
  }

  /// The determinant of A.
  public var determinant: Double {
    (0..<order).reduce(1.0) { product, i in
      let sign: Double = Int(pivots[i]) == i + 1 ? 1 : -1
      return product * sign * factor[i * (order + 1)]
    }
  }

  /// An estimate of 1 / (|A| |A^-1|) in the 1-norm, by LAPACK `dgecon`: near 1 for a matrix of good condition, below
  /// about 1e-16 for one that is singular to working precision.
  public var reciprocalCondition: Double {
    order == 0 ? 1 : Lapack.luReciprocalCondition(factor, order: order, oneNorm: oneNorm)
  }
}

extension [Double] {
  /// Whether every number is finite, in eight lanes.
  var areFinite: Bool {
    var lanes = SIMD8<Double>(repeating: 0)
    var index = 0
    // 0 times a number that is not finite is no number.
    while index + 8 <= count {
      for lane in 0..<8 { lanes[lane] += self[index + lane] * 0 }
      index += 8
    }
    return lanes.sum() == 0 && self[index...].allSatisfy(\.isFinite)
  }
}
