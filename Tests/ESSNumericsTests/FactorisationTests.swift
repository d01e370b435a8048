import ESSNumerics
import Testing

@Suite struct FactorisationTests {
  /// A matrix of random numbers between -1 and 1.
  private func random(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
    let numbers = KeyedRandom(seed: seed)
    return Matrix(rows: rows, columns: columns) { 2 * numbers.uniform(at: $0 + $1 * rows) - 1 }
  }

  private func distance(_ left: Matrix, _ right: Matrix) -> Double {
    (left - right).elements.reduce(0) { max($0, abs($1)) }
  }

  @Test(arguments: [1, 2, 7, 30]) func choleskyAndLU(_ n: Int) throws {
    let root = random(n + 3, n, seed: 1)
    let a = root.gram()
    let cholesky = try #require(Cholesky(a))
    #expect(distance(cholesky.lower.productTransposed(cholesky.lower), a) < 1e-13)
    #expect(distance(a * cholesky.inverse, .identity(n)) < 1e-9)
    let b = random(n, 2, seed: 2)
    #expect(distance(a * cholesky.solve(b), b) < 1e-10)
    let general = random(n, n, seed: 3)
    let lu = try #require(LUFactorisation(general))
    #expect(distance(general * lu.inverse, .identity(n)) < 1e-10)
    #expect(distance(general.transposed * lu.solve(b, transposed: true), b) < 1e-11)
    #expect(lu.reciprocalCondition > 1e-6)
    let spectrum = try #require(SymmetricEigen(a)).values.reduce(0) {
      $0 + SpecialFunctions.log($1)
    }
    #expect(abs(cholesky.logDeterminant - spectrum) < 1e-9)
  }

  @Test func determinantsAndSingularMatrices() throws {
    let a = Matrix(rows: 3, columns: 3, elements: [2, 4, -2, 1, -6, 7, 1, 0, 2])
    // By the rule of Sarrus.
    #expect(abs(try #require(LUFactorisation(a)).determinant + 16) < 1e-13)
    #expect(LUFactorisation(Matrix(rows: 2, columns: 2, repeating: 0)) == nil)
    #expect(LUFactorisation(Matrix(rows: 1, columns: 1, repeating: .nan)) == nil)
    #expect(Cholesky(Matrix.diagonal([1, -1])) == nil)
    #expect(LUFactorisation(Matrix(rows: 0, columns: 0))?.determinant == 1)
  }

  @Test func eigenvalues() throws {
    // The path of three nodes: 0, 1, 3 (Laplacian of a chain).
    let chain = Matrix(rows: 3, columns: 3, elements: [1, -1, 0, -1, 2, -1, 0, -1, 1])
    let eigen = try #require(SymmetricEigen(chain))
    for (value, expected) in zip(eigen.values, [0.0, 1, 3]) {
      #expect(abs(value - expected) < 1e-14)
    }
    let rebuilt = (eigen.vectors * Matrix.diagonal(eigen.values)).productTransposed(eigen.vectors)
    #expect(distance(rebuilt, chain) < 1e-14)
    // A rotation by a quarter turn has the eigenvalues +i and -i; a Markov matrix 1 and its trace less 1.
    let turn = try #require(GeneralEigen(Matrix(rows: 2, columns: 2, elements: [0, 1, -1, 0])))
    #expect(turn.spectralRadius == 1 && turn.imaginary == [1, -1] && turn.vector(0) == nil)
    let markov = Matrix(rows: 2, columns: 2, elements: [0.9, 0.5, 0.1, 0.5])
    let chainEigen = try #require(GeneralEigen(markov))
    #expect(abs(chainEigen.real[0] - 1) < 1e-14 && abs(chainEigen.real[1] - 0.4) < 1e-14)
  }

  @Test(arguments: [(6, 4), (4, 6), (5, 5)]) func singularValues(_ rows: Int, _ columns: Int) throws
  {
    let a = random(rows, columns, seed: 5)
    let svd = try #require(SingularValues(a))
    #expect(distance(svd.u * Matrix.diagonal(svd.values) * svd.vt, a) < 1e-14)
    #expect(svd.values == svd.values.sorted(by: >) && svd.rank() == 4 + (rows == columns ? 1 : 0))
    #expect(distance(svd.u.gram(), .identity(min(rows, columns))) < 1e-14)
  }

  @Test func pivotedQR() {
    let free = random(8, 3, seed: 6)
    // The third of four columns is the sum of the first two.
    let a = Matrix(rows: 8, columns: 4) { row, column in
      column == 2 ? free[row, 0] + free[row, 1] : free[row, column == 3 ? 2 : column]
    }
    let qr = PivotedQR(a)
    #expect(qr.rank == 3 && qr.dependentColumns.count == 1 && qr.dependentColumns[0] < 3)
    let rebuilt = qr.basis * qr.triangle
    #expect(distance(rebuilt, a.selecting(columns: Array(qr.pivot[..<3]))) < 1e-14)
    #expect(PivotedQR(Matrix(rows: 3, columns: 0)).rank == 0)
    #expect(PivotedQR(Matrix(rows: 3, columns: 2)).rank == 0)
  }

  // The tile against BLAS products, with and without weights, at row counts around its blocks.
  @Test(arguments: [0, 1, 7, 511, 513, 1100]) func gram(_ rows: Int) {
    for columns in [1, 2, 3, 4, 7, 70] {
      let a = random(rows, columns, seed: 7)
      #expect(distance(a.gram(), a.transposedProduct(a)) < 1e-11)
      let weights = (0..<rows).map { Double($0 % 5) }
      let weighted = a.transposedProduct(a.scaled(byRow: weights))
      #expect(distance(a.gram(weights: weights), weighted) < 1e-11)
      #expect(a.gram() == a.gram().transposed)
    }
  }

  @Test func sparseProducts() {
    let numbers = KeyedRandom(seed: 8)
    let entries = (0..<60).map { k in
      SparseMatrix.Entry(
        row: numbers.below(9, at: 3 * k), column: numbers.below(7, at: 3 * k + 1),
        value: numbers.uniform(at: 3 * k + 2))
    }
    let a = SparseMatrix(rows: 9, columns: 7, entries: entries)
    var dense = Matrix(rows: 9, columns: 7)
    for entry in entries { dense[entry.row, entry.column] += entry.value }
    #expect(a.dense == dense && a.transposed.dense == dense.transposed)
    #expect(a.transposed.transposed == a)
    let b = random(7, 2, seed: 9)
    #expect(distance(a * b, dense * b) < 1e-14)
    #expect(distance((a * a.transposed).dense, dense.productTransposed(dense)) < 1e-14)
    #expect(a[0, 0] == dense[0, 0] && a[8, 6] == dense[8, 6])
  }

  // Products and Gram matrices of a size that is cut into pieces, at several numbers of threads.
  @Test func sameBitsAtAnyNumberOfThreads() {
    let a = random(300, 300, seed: 10)
    let tall = random(70_000, 4, seed: 11)
    let before = Parallel.threads
    defer { Parallel.setThreads(before) }
    Parallel.setThreads(1)
    let (product, gram) = (a * a, tall.gram())
    for threads in [2, 3, 7] {
      Parallel.setThreads(threads)
      #expect(a * a == product)
      #expect(tall.gram() == gram)
    }
  }
}
