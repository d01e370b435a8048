internal import CBLAS
internal import CKernels

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
    left.product(right)
  }

  /// The product of this matrix's transpose (k x m, used as m x k) with a k x n matrix, by BLAS `dgemm`.
  public func transposedProduct(_ right: Matrix) -> Matrix {
    product(right, transposed: true)
  }

  /// The product of this m x k matrix with the transpose of an n x k matrix, by BLAS `dgemm`.
  public func productTransposed(_ right: Matrix) -> Matrix {
    product(right, rightTransposed: true)
  }

  /// The product of an m x n matrix with a vector of n elements, by BLAS `dgemv`.
  public static func * (left: Matrix, right: [Double]) -> [Double] {
    left.product(right, transposed: false)
  }

  /// The product of this m x n matrix's transpose with a vector of m elements, by BLAS `dgemv`.
  public func transposedProduct(_ right: [Double]) -> [Double] {
    product(right, transposed: true)
  }

  /// The n x n matrix X'X of this m x n matrix, or X'WX with a weight for each row.
  ///
  /// Narrow matrices go through a register tile of our own, over blocks of rows that are added in order, so that the result has the
  /// same bits at any number of threads; wide ones without weights through BLAS `dsyrk`. Cost: m n (n + 1) operations.
  public func gram(weights: [Double]? = nil) -> Matrix {
    precondition(weights.map { $0.count == rows } ?? true, "one weight for each row")
    precondition(ThreadPolicy.isSet)
    var result = Matrix(rows: columns, columns: columns)
    guard columns > 0, rows > 0 else { return result }
    if columns > 64 {
      return weights.map { transposedProduct(scaled(byRow: $0)).mirrored } ?? rankUpdate()
    }
    let blocks = Parallel.blocks(of: 1 << 15, in: rows)
    let parts = Parallel.map(blocks.count) { self.gramBlock(blocks[$0], weights) }
    for part in parts {
      for k in part.indices { result.elements[k] += part[k] }
    }
    return result.mirrored
  }

  private func gramBlock(_ range: Range<Int>, _ weights: [Double]?) -> [Double] {
    var part = [Double](repeating: 0, count: columns * columns)
    var scratch = [Double](repeating: 0, count: weights == nil ? 1 : 512 * columns)
    unsafe elements.withUnsafeBufferPointer { x in
      unsafe part.withUnsafeMutableBufferPointer { g in
        unsafe scratch.withUnsafeMutableBufferPointer { s in
          if let weights {
            unsafe weights.withUnsafeBufferPointer { w in
              unsafe ess_gram_block(
                x.baseAddress, rows, columns, w.baseAddress, range.lowerBound, range.upperBound,
                g.baseAddress, s.baseAddress)
            }
          } else {
            unsafe ess_gram_block(
              x.baseAddress, rows, columns, nil, range.lowerBound, range.upperBound,
              g.baseAddress, s.baseAddress)
          }
        }
      }
    }
    return part
  }

  /// X'X by panels of columns: the square on the diagonal by `dsyrk`, what lies below it by `dgemm`.
  private func rankUpdate() -> Matrix {
    let (n, m) = (columns, rows)
    let panels = Self.panels(of: n, work: n * n * m)
    let elements = unsafe Self.filled(n * n) { c in
      unsafe self.elements.withUnsafeBufferPointer { x in
        nonisolated(unsafe) let (x, c) = unsafe (x, c)
        Parallel.forEach(panels.count) { index in
          let (from, width) = (panels[index].lowerBound, panels[index].count)
          let panel = unsafe x.baseAddress?.advanced(by: from * m)
          unsafe cblas_dsyrk(
            CblasColMajor, CblasLower, CblasTrans, Int32(width), Int32(m), 1, panel, Int32(m), 0,
            c.advanced(by: from * (n + 1)), Int32(n))
          let below = n - from - width
          guard below > 0 else { return }
          unsafe cblas_dgemm(
            CblasColMajor, CblasTrans, CblasNoTrans, Int32(below), Int32(width), Int32(m), 1,
            x.baseAddress?.advanced(by: (from + width) * m), Int32(m), panel, Int32(m), 0,
            c.advanced(by: from * (n + 1) + width), Int32(n))
        }
      }
      unsafe Self.mirror(c, order: n)
    }
    return Matrix(rows: n, columns: n, elements: elements)
  }

  /// Copies the lower triangle to the upper one, by squares that fit the cache.
  private static func mirror(_ c: UnsafeMutablePointer<Double>, order n: Int) {
    let side = 32
    for left in stride(from: 0, to: n, by: side) {
      for top in stride(from: left, to: n, by: side) {
        for j in left..<min(left + side, n) {
          for i in max(top, j + 1)..<max(min(top + side, n), j + 1) {
            unsafe c[j + i * n] = unsafe c[i + j * n]
          }
        }
      }
    }
  }

  /// Panels of about 1000 columns, as many as the shape alone says: each packs the left factor anew, which narrower ones would feel.
  private static func panels(of columns: Int, work: Int) -> [Range<Int>] {
    let count = work < 1 << 24 ? 1 : max(1, (columns + 500) / 1000)
    return Parallel.blocks(of: max(1, (columns + count - 1) / count), in: columns)
  }

  /// Elements that a closure writes, every one of them.
  private static func filled(
    _ count: Int, _ body: (UnsafeMutablePointer<Double>) -> Void
  ) -> [Double] {
    unsafe [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      if let base = buffer.baseAddress { unsafe body(base) }
      filled = count
    }
  }

  /// Every row times its factor.
  public func scaled(byRow factors: [Double]) -> Matrix {
    precondition(factors.count == rows, "one factor for each row")
    var result = self
    for j in 0..<columns {
      let start = j * rows
      for i in 0..<rows { result.elements[start + i] *= factors[i] }
    }
    return result
  }

  /// The lower triangle copied to the upper one.
  private var mirrored: Matrix {
    var result = self
    for j in 0..<columns {
      for i in 0..<j { result.elements[i + j * rows] = elements[j + i * rows] }
    }
    return result
  }

  private func product(
    _ right: Matrix, transposed: Bool = false, rightTransposed: Bool = false
  ) -> Matrix {
    let inner = transposed ? rows : columns
    let m = transposed ? columns : rows
    let n = rightTransposed ? right.rows : right.columns
    precondition(
      inner == (rightTransposed ? right.columns : right.rows), "the shapes do not fit for a product"
    )
    precondition(ThreadPolicy.isSet)
    guard inner > 0, m > 0, n > 0 else { return Matrix(rows: m, columns: n) }
    let panels = Self.panels(of: n, work: m * n * inner)
    let product = unsafe Self.filled(m * n) { c in
      unsafe elements.withUnsafeBufferPointer { a in
        unsafe right.elements.withUnsafeBufferPointer { b in
          nonisolated(unsafe) let (a, b, c) = unsafe (a, b, c)
          Parallel.forEach(panels.count) { index in
            let panel = panels[index]
            let from = rightTransposed ? panel.lowerBound : panel.lowerBound * right.rows
            unsafe cblas_dgemm(
              CblasColMajor, transposed ? CblasTrans : CblasNoTrans,
              rightTransposed ? CblasTrans : CblasNoTrans, Int32(m), Int32(panel.count),
              Int32(inner), 1, a.baseAddress, Int32(self.rows), b.baseAddress?.advanced(by: from),
              Int32(right.rows), 0, c.advanced(by: panel.lowerBound * m), Int32(m))
          }
        }
      }
    }
    return Matrix(rows: m, columns: n, elements: product)
  }

  private func product(_ right: [Double], transposed: Bool) -> [Double] {
    precondition(
      right.count == (transposed ? rows : columns), "the shapes do not fit for a product")
    precondition(ThreadPolicy.isSet)
    var result = [Double](repeating: 0, count: transposed ? columns : rows)
    guard rows > 0, columns > 0 else { return result }
    unsafe elements.withUnsafeBufferPointer { a in
      unsafe right.withUnsafeBufferPointer { x in
        unsafe result.withUnsafeMutableBufferPointer { y in
          unsafe cblas_dgemv(
            CblasColMajor, transposed ? CblasTrans : CblasNoTrans, Int32(rows), Int32(columns), 1,
            a.baseAddress, Int32(rows), x.baseAddress, 1, 0, y.baseAddress, 1)
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
