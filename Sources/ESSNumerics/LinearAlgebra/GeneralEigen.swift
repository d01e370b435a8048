/// Eigenvalues and right eigenvectors of a square matrix that need not be symmetric, by LAPACK `dgeev`.
///
/// Cost: about 25n^3 operations.
public struct GeneralEigen: Sendable {
  /// Real parts of the eigenvalues, in order of descending absolute value.
  public let real: [Double]
  /// Imaginary parts; complex ones come in conjugate pairs.
  public let imaginary: [Double]
  private let columns: [[Double]]

  /// Decomposes a matrix; `nil` if it holds a number that is not finite or the iteration fails.
  public init?(_ matrix: Matrix) {
    precondition(matrix.rows == matrix.columns, "the matrix is not square")
    let n = matrix.rows
    var elements = matrix.elements
    var real = [Double](repeating: 0, count: n)
    var imaginary = real
    var vectors = [Double](repeating: 0, count: n * n)
    if n > 0 {
      guard elements.allSatisfy(\.isFinite),
        Lapack.generalEigen(
          &elements, order: n, real: &real, imaginary: &imaginary, vectors: &vectors) == 0
      else { return nil }
    }
    func size(_ i: Int) -> Double {
      (real[i] * real[i] + imaginary[i] * imaginary[i]).squareRoot()
    }
    let order = (0..<n).sorted { (size($0), -Double($0)) > (size($1), -Double($1)) }
    self.real = order.map { real[$0] }
    self.imaginary = order.map { imaginary[$0] }
    let signed = Matrix(rows: n, columns: n, elements: vectors).withColumnSigns
    columns = order.map { imaginary[$0] == 0 ? Array(signed.column($0)) : [] }
  }

  /// The largest absolute value of an eigenvalue; 0 for an empty matrix.
  public var spectralRadius: Double {
    real.isEmpty
      ? 0 : (real[0] * real[0] + imaginary[0] * imaginary[0]).squareRoot()
  }

  /// The right eigenvector of length 1 of a real eigenvalue; `nil` for a complex one.
  public func vector(_ index: Int) -> [Double]? {
    columns[index].isEmpty ? nil : columns[index]
  }
}
