/// The singular value decomposition A = U diag(s) V' of an m x n matrix, by LAPACK `dgesdd`.
///
/// With k = min(m, n). The largest element of each left vector is positive, so that signs do not depend on the library.
/// Cost: about 6 m n^2 + 20 n^3 operations for m >= n.
public struct SingularValues: Sendable {
  /// Left vectors, m x k.
  public let u: Matrix
  /// Singular values in descending order.
  public let values: [Double]
  /// Right vectors as rows, k x n.
  public let vt: Matrix

  /// Decomposes a matrix; `nil` if it holds a number that is not finite.
  public init?(_ matrix: Matrix) {
    let (m, n) = (matrix.rows, matrix.columns)
    let k = min(m, n)
    var elements = matrix.elements
    var values = [Double](repeating: 0, count: k)
    var u = [Double](repeating: 0, count: m * k)
    var vt = [Double](repeating: 0, count: k * n)
    if k > 0 {
      guard elements.allSatisfy(\.isFinite),
        Lapack.singularValues(&elements, rows: m, columns: n, values: &values, u: &u, vt: &vt) == 0
      else { return nil }
    }
    let left = Matrix(rows: m, columns: k, elements: u)
    let signed = left.withColumnSigns
    self.values = values
    self.u = signed
    let isFlipped = (0..<k).map { left.column($0) != signed.column($0) }
    self.vt = Matrix(rows: k, columns: n) { isFlipped[$0] ? -vt[$0 + $1 * k] : vt[$0 + $1 * k] }
  }

  /// Number of singular values above a tolerance times the largest.
  public func rank(tolerance: Double = 1e-12) -> Int {
    values.count { $0 > tolerance * (values.first ?? 0) }
  }
}
