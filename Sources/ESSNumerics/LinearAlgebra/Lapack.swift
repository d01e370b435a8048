internal import CBLAS

/// LAPACK on Swift arrays: the only file that calls it.
///
/// Matrices are column-major with as many rows as their leading dimension. Each function gives back LAPACK's `info`: 0 for success,
/// k > 0 for a numerical failure at step k. Shapes are the callers' to check.
enum Lapack {
  /// Which triangle of a matrix is stored, or meant.
  enum Triangle: CChar {
    case upper = 85
    case lower = 76
  }

  /// Whether a matrix is used as it is or transposed.
  enum Form: CChar {
    case plain = 78
    case transposed = 84
  }

  private static let yes: CChar = 86
  private static let no: CChar = 78
  private static let one: CChar = 49
  private static let left: CChar = 76

  private static func start() { precondition(ThreadPolicy.isSet) }

  // MARK: Cholesky

  static func cholesky(_ a: inout [Double], order: Int) -> Int32 {
    start()
    var (uplo, n, info) = (Triangle.lower.rawValue, Int32(order), Int32(0))
    unsafe dpotrf_(&uplo, &n, &a, &n, &info, 1)
    return info
  }

  static func choleskySolve(
    _ factor: [Double], order: Int, _ b: inout [Double], columns: Int
  ) -> Int32 {
    var (uplo, n, count, info) = (Triangle.lower.rawValue, Int32(order), Int32(columns), Int32(0))
    unsafe dpotrs_(&uplo, &n, &count, factor, &n, &b, &n, &info, 1)
    return info
  }

  static func choleskyInverse(_ factor: inout [Double], order: Int) -> Int32 {
    var (uplo, n, info) = (Triangle.lower.rawValue, Int32(order), Int32(0))
    unsafe dpotri_(&uplo, &n, &factor, &n, &info, 1)
    return info
  }

  // MARK: LU

  static func lu(_ a: inout [Double], order: Int, pivots: inout [Int32]) -> Int32 {
    start()
    var (n, info) = (Int32(order), Int32(0))
    unsafe dgetrf_(&n, &n, &a, &n, &pivots, &info)
    return info
  }

  static func luSolve(
    _ factor: [Double], order: Int, pivots: [Int32], _ b: inout [Double], columns: Int, form: Form
  ) -> Int32 {
    var (trans, n, count, info) = (form.rawValue, Int32(order), Int32(columns), Int32(0))
    unsafe dgetrs_(&trans, &n, &count, factor, &n, pivots, &b, &n, &info, 1)
    return info
  }

  static func luInverse(_ factor: inout [Double], order: Int, pivots: [Int32]) -> Int32 {
    var (n, info, size) = (Int32(order), Int32(0), Int32(max(1, order * 64)))
    var work = [Double](repeating: 0, count: Int(size))
    unsafe dgetri_(&n, &factor, &n, pivots, &work, &size, &info)
    return info
  }

  static func luReciprocalCondition(_ factor: [Double], order: Int, oneNorm: Double) -> Double {
    var (norm, n, info, anorm, result) = (one, Int32(order), Int32(0), oneNorm, 0.0)
    var work = [Double](repeating: 0, count: max(1, 4 * order))
    var integers = [Int32](repeating: 0, count: max(1, order))
    unsafe dgecon_(&norm, &n, factor, &n, &anorm, &result, &work, &integers, &info, 1)
    return result
  }

  // MARK: QR and triangles

  static func pivotedQR(
    _ a: inout [Double], rows: Int, columns: Int, pivots: inout [Int32], tau: inout [Double]
  ) -> Int32 {
    start()
    var (m, n, info, size) = (Int32(rows), Int32(columns), Int32(0), Int32(-1))
    var query = [0.0]
    unsafe dgeqp3_(&m, &n, &a, &m, &pivots, &tau, &query, &size, &info)
    size = Int32(max(1, query[0]))
    var work = [Double](repeating: 0, count: Int(size))
    unsafe dgeqp3_(&m, &n, &a, &m, &pivots, &tau, &work, &size, &info)
    return info
  }

  /// Multiplies `c` (rows x columns) by Q or its transpose from the left.
  static func applyQ(
    _ qr: [Double], rows: Int, reflectors: Int, tau: [Double], form: Form, _ c: inout [Double],
    columns: Int
  ) -> Int32 {
    var (side, trans) = (left, form.rawValue)
    var (m, n, k, info) = (Int32(rows), Int32(columns), Int32(reflectors), Int32(0))
    // A block of 64 reflectors for each column of c, and their triangular factor.
    var size = Int32(columns * 64 + 65 * 64)
    var work = [Double](repeating: 0, count: Int(size))
    unsafe dormqr_(
      &side, &trans, &m, &n, &k, qr, &m, tau, &c, &m, &work, &size, &info, 1, 1)
    return info
  }

  static func triangularSolve(
    _ a: [Double], rows: Int, order: Int, triangle: Triangle, form: Form, _ b: inout [Double],
    leading: Int, columns: Int
  ) -> Int32 {
    var (uplo, trans, diag) = (triangle.rawValue, form.rawValue, no)
    var (n, count, lda, ldb) = (Int32(order), Int32(columns), Int32(rows), Int32(leading))
    var info: Int32 = 0
    unsafe dtrtrs_(&uplo, &trans, &diag, &n, &count, a, &lda, &b, &ldb, &info, 1, 1, 1)
    return info
  }

  static func triangularInverse(_ a: inout [Double], order: Int, triangle: Triangle) -> Int32 {
    var (uplo, diag, n, info) = (triangle.rawValue, no, Int32(order), Int32(0))
    unsafe dtrtri_(&uplo, &diag, &n, &a, &n, &info, 1, 1)
    return info
  }

  static func triangularReciprocalCondition(
    _ a: [Double], rows: Int, order: Int, triangle: Triangle
  ) -> Double {
    var (norm, uplo, diag) = (one, triangle.rawValue, no)
    var (n, lda, info, result) = (Int32(order), Int32(rows), Int32(0), 0.0)
    var work = [Double](repeating: 0, count: max(1, 3 * order))
    var integers = [Int32](repeating: 0, count: max(1, order))
    unsafe dtrcon_(
      &norm, &uplo, &diag, &n, a, &lda, &result, &work, &integers, &info, 1, 1, 1)
    return result
  }

  // MARK: Eigenvalues and singular values

  static func symmetricEigen(
    _ a: inout [Double], order: Int, values: inout [Double], vectors: Bool
  ) -> Int32 {
    start()
    var (job, uplo) = (vectors ? yes : no, Triangle.lower.rawValue)
    var (n, info, size, integerSize) = (Int32(order), Int32(0), Int32(-1), Int32(-1))
    var (query, integerQuery): ([Double], [Int32]) = ([0], [0])
    unsafe dsyevd_(
      &job, &uplo, &n, &a, &n, &values, &query, &size, &integerQuery, &integerSize, &info, 1, 1)
    size = Int32(max(1, query[0]))
    integerSize = max(1, integerQuery[0])
    var work = [Double](repeating: 0, count: Int(size))
    var integers = [Int32](repeating: 0, count: Int(integerSize))
    unsafe dsyevd_(
      &job, &uplo, &n, &a, &n, &values, &work, &size, &integers, &integerSize, &info, 1, 1)
    return info
  }

  /// Singular values, with the first min(rows, columns) vectors of each side.
  static func singularValues(
    _ a: inout [Double], rows: Int, columns: Int, values: inout [Double], u: inout [Double],
    vt: inout [Double]
  ) -> Int32 {
    start()
    var job: CChar = 83
    let least = min(rows, columns)
    var (m, n, k, info, size) = (
      Int32(rows), Int32(columns), Int32(least), Int32(0), Int32(-1)
    )
    var query = [0.0]
    var integers = [Int32](repeating: 0, count: max(1, 8 * least))
    unsafe dgesdd_(
      &job, &m, &n, &a, &m, &values, &u, &m, &vt, &k, &query, &size, &integers, &info, 1)
    size = Int32(max(1, query[0]))
    var work = [Double](repeating: 0, count: Int(size))
    unsafe dgesdd_(
      &job, &m, &n, &a, &m, &values, &u, &m, &vt, &k, &work, &size, &integers, &info, 1)
    return info
  }

  /// Eigenvalues of a general matrix, with right eigenvectors in LAPACK's packed form.
  static func generalEigen(
    _ a: inout [Double], order: Int, real: inout [Double], imaginary: inout [Double],
    vectors: inout [Double]
  ) -> Int32 {
    start()
    var (leftJob, rightJob) = (no, yes)
    var (n, single, info, size) = (Int32(order), Int32(1), Int32(0), Int32(-1))
    var (query, unused) = ([0.0], [0.0])
    unsafe dgeev_(
      &leftJob, &rightJob, &n, &a, &n, &real, &imaginary, &unused, &single, &vectors, &n, &query,
      &size, &info, 1, 1)
    size = Int32(max(1, query[0]))
    var work = [Double](repeating: 0, count: Int(size))
    unsafe dgeev_(
      &leftJob, &rightJob, &n, &a, &n, &real, &imaginary, &unused, &single, &vectors, &n, &work,
      &size, &info, 1, 1)
    return info
  }
}
