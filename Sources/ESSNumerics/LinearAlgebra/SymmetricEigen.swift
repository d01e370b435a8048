/// Eigenvalues and eigenvectors of a symmetric matrix, by LAPACK `dsyevd`.
///
/// Only the lower triangle is read. Each vector is scaled to length 1, and its element of largest absolute value (the first of
/// equals) is positive, so that signs do not depend on the library. Cost: about 9n^3 operations.
public struct SymmetricEigen: Sendable {
  /// Eigenvalues in ascending order.
  public let values: [Double]
  /// Eigenvectors as columns, in the order of the values.
  public let vectors: Matrix

  /// Decomposes a matrix; `nil` if it holds a number that is not finite.
  public init?(_ matrix: Matrix) {
    precondition(matrix.rows == matrix.columns, "the matrix is not square")
    let n = matrix.rows
    var elements = matrix.elements
    var values = [Double](repeating: 0, count: n)
    if n > 0 {
      guard elements.allSatisfy(\.isFinite),
        Lapack.symmetricEigen(&elements, order: n, values: &values, vectors: true) == 0
      else { return nil }
    }
    self.values = values
    vectors = Matrix(rows: n, columns: n, elements: elements).withColumnSigns
  }
}

extension Matrix {
  /// Every column with the sign that makes its element of largest absolute value positive.
  var withColumnSigns: Matrix {
    var result = self
    for j in 0..<columns {
      let range = (j * rows)..<((j + 1) * rows)
      var largest = 0.0
      for k in range where abs(elements[k]) > abs(largest) { largest = elements[k] }
      if largest < 0 { for k in range { result.elements[k] = -elements[k] } }
    }
    return result
  }
}
