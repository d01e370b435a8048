internal import CBLAS

/// How BLAS is run: with one thread, set at the first use.
///
/// OpenBLAS changes the last bits of its results with its number of threads, so that parallel work is ours, over
/// blocks that depend on the data alone.
enum ThreadPolicy {
  static let isSet: Bool = {
    ess_blas_use_one_thread()
    return true
  }()
}

extension Matrix {
  /// The matrix product of an m x k and a k x n matrix: m x n, by BLAS `dgemm`.
  ///
  /// Cost: 2 m n k operations, m n new elements.
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    left.product(right, transposed: false)
  }

  /// The product of this matrix's transpose (k x m, used as m x k) with a k x n matrix, by BLAS `dgemm`.
  public func transposedProduct(_ right: Matrix) -> Matrix {
    product(right, transposed: true)
  }

  /// The product of an m x n matrix with a vector of n elements, by BLAS `dgemv`.
  public static func * (left: Matrix, right: [Double]) -> [Double] {
    left.product(Matrix(column: right), transposed: false).elements
  }

  private func product(_ right: Matrix, transposed: Bool) -> Matrix {
    let inner = transposed ? rows : columns
    let m = transposed ? columns : rows
    precondition(inner == right.rows, "the shapes do not fit for a product")
    precondition(ThreadPolicy.isSet)
    var result = Matrix(rows: m, columns: right.columns)
    guard inner > 0, m > 0, right.columns > 0 else { return result }
    unsafe elements.withUnsafeBufferPointer { a in
      unsafe right.elements.withUnsafeBufferPointer { b in
        unsafe result.elements.withUnsafeMutableBufferPointer { c in
          unsafe cblas_dgemm(
            CblasColMajor, transposed ? CblasTrans : CblasNoTrans, CblasNoTrans,
            Int32(m), Int32(right.columns), Int32(inner), 1,
            a.baseAddress, Int32(rows), b.baseAddress, Int32(right.rows), 0,
            c.baseAddress, Int32(m))
        }
      }
    }
    return result
  }
}

/// The linear algebra library in use, for `--version --verbose` and benchmark records.
public enum LinearAlgebraLibrary {
  /// Sets the thread policy before the first product; a program that calls it at its start has no thread of OpenBLAS spinning beside
  /// its other work.
  public static func start() { precondition(ThreadPolicy.isSet) }

  /// The processor kernel that OpenBLAS chose, such as `SkylakeX`.
  public static var coreName: String {
    unsafe openblas_get_corename().map { unsafe String(cString: $0) } ?? "unknown"
  }

  /// OpenBLAS's own description of its build.
  public static var configuration: String {
    unsafe openblas_get_config().map { unsafe String(cString: $0) } ?? "unknown"
  }
}
