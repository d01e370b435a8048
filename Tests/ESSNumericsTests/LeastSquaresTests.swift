import ESSNumerics
import Testing

/// The reference datasets of NIST (Statistical Reference Datasets, linear least squares and univariate): data and certified values as
/// published, in the public domain.
@Suite struct LeastSquaresTests {
  private func polynomial(_ x: [Double], degree: Int) -> Matrix {
    Matrix(rows: x.count, columns: degree + 1) { row, power in
      (0..<power).reduce(1.0) { value, _ in value * x[row] }
    }
  }

  private func check(
    _ fit: LeastSquares, _ coefficients: [Double], _ errors: [Double], residualDeviation: Double,
    tolerance: Double, errorTolerance: Double? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let freedom = Double(fit.residuals.count - fit.rank)
    let variance = fit.residualSumOfSquares / freedom
    let inverse = fit.inverseGram
    let allowed = errorTolerance ?? tolerance
    #expect(
      abs(variance.squareRoot() - residualDeviation) <= allowed * residualDeviation,
      sourceLocation: sourceLocation)
    for (k, expected) in coefficients.enumerated() {
      #expect(
        abs(fit.coefficients[k] - expected) <= tolerance * abs(expected), "coefficient \(k)",
        sourceLocation: sourceLocation)
      guard k < errors.count else { continue }
      let error = (variance * inverse[k, k]).squareRoot()
      #expect(
        abs(error - errors[k]) <= allowed * errors[k], "standard error \(k)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func norris() {
    let x: [Double] = [
      0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4, 0.6, 775.5,
      666.9, 338.0, 447.5, 11.6, 556.0, 228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2,
      999.0, 779.0, 11.1, 118.3, 229.2, 669.1, 448.9, 0.5,
    ]
    let y: [Double] = [
      0.1, 338.8, 118.1, 888.0, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1,
      668.8, 339.3, 448.9, 10.8, 557.7, 228.3, 998.0, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888.0,
      998.5, 778.9, 10.2, 117.6, 228.9, 668.4, 449.2, 0.2,
    ]
    check(
      LeastSquares(design: polynomial(x, degree: 1), response: y),
      [-0.262323073774029, 1.00211681802045], [0.232818234301152, 0.000429796848199937],
      residualDeviation: 0.884796396144373, tolerance: 1e-13)
  }

  private let wamplerX: [Double] = (0...20).map(Double.init)
  private var wampler1: [Double] {
    wamplerX.map { x in (0...5).reduce(0.0) { sum, _ in sum * x + 1 } }
  }

  @Test func wampler1And2() {
    let design = polynomial(wamplerX, degree: 5)
    let first = LeastSquares(design: design, response: wampler1)
    for value in first.coefficients { #expect(abs(value - 1) < 1e-12) }
    #expect(first.residualSumOfSquares < 1e-14)
    // Wampler2: 1 + 0.1 x + 0.01 x^2 + ..., rounded to five decimals as published.
    let response = wamplerX.map { x in
      let value = (0...5).reduce(0.0) { sum, k in
        sum + [1, 0.1, 0.01, 1e-3, 1e-4, 1e-5][k] * (0..<k).reduce(1) { p, _ in p * x }
      }
      return (value * 1e5).rounded() / 1e5
    }
    let second = LeastSquares(design: design, response: response)
    for (k, expected) in [1, 0.1, 0.01, 1e-3, 1e-4, 1e-5].enumerated() {
      #expect(abs(second.coefficients[k] - expected) < 1e-10 * expected)
    }
  }

  @Test(arguments: [(1.0, 2360.14502379268), (100.0, 236014.502379268)])
  func wampler3And4(_ factor: Double, _ deviation: Double) {
    let delta: [Double] = [
      759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048,
      2048, -2048, 2523, -2048, 2048, -2048, 759,
    ]
    let errors: [Double] = [
      2152.3262467817, 2363.55173469681, 779.343524331583, 101.47550755035, 5.64566512170752,
      0.112324854679312,
    ]
    let response = zip(wampler1, delta).map { $0 + factor * $1 }
    check(
      LeastSquares(design: polynomial(wamplerX, degree: 5), response: response),
      [1, 1, 1, 1, 1, 1], errors.map { $0 * factor }, residualDeviation: deviation,
      tolerance: 1e-9 * factor, errorTolerance: 1e-11)
  }

  @Test func longley() {
    let table: [Double] = [
      60323, 83.0, 234289, 2356, 1590, 107608, 1947, 61122, 88.5, 259426, 2325, 1456, 108632, 1948,
      60171, 88.2, 258054, 3682, 1616, 109773, 1949, 61187, 89.5, 284599, 3351, 1650, 110929, 1950,
      63221, 96.2, 328975, 2099, 3099, 112075, 1951, 63639, 98.1, 346999, 1932, 3594, 113270, 1952,
      64989, 99.0, 365385, 1870, 3547, 115094, 1953, 63761, 100.0, 363112, 3578, 3350, 116219, 1954,
      66019, 101.2, 397469, 2904, 3048, 117388, 1955, 67857, 104.6, 419180, 2822, 2857, 118734,
      1956,
      68169, 108.4, 442769, 2936, 2798, 120445, 1957, 66513, 110.8, 444546, 4681, 2637, 121950,
      1958,
      68655, 112.6, 482704, 3813, 2552, 123366, 1959, 69564, 114.2, 502601, 3931, 2514, 125368,
      1960,
      69331, 115.7, 518173, 4806, 2572, 127852, 1961, 70551, 116.9, 554894, 4007, 2827, 130081,
      1962,
    ]
    let design = Matrix(rows: 16, columns: 7) { row, column in
      column == 0 ? 1 : table[row * 7 + column]
    }
    check(
      LeastSquares(design: design, response: (0..<16).map { table[$0 * 7] }),
      [
        -3482258.63459582, 15.0618722713733, -0.0358191792925910, -2.02022980381683,
        -1.03322686717359, -0.0511041056535807, 1829.15146461355,
      ],
      [
        890420.383607373, 84.9149257747669, 0.334910077722432e-01, 0.488399681651699,
        0.214274163161675, 0.226073200069370, 455.478499142212,
      ], residualDeviation: 304.854073561965, tolerance: 1e-12, errorTolerance: 1e-11)
  }

  // Needs the columns scaled: a tolerance on raw columns would drop x squared.
  @Test func pontius() {
    let y: [Double] = [
      0.11019, 0.21956, 0.32949, 0.43899, 0.54803, 0.65694, 0.76562, 0.87487, 0.98292, 1.09146,
      1.20001, 1.30822, 1.41599, 1.52399, 1.63194, 1.73947, 1.84646, 1.95392, 2.06128, 2.16844,
    ]
    let second: [Double] = [
      0.11052, 0.22018, 0.32939, 0.43886, 0.54798, 0.65739, 0.76596, 0.87474, 0.98300, 1.09150,
      1.20004, 1.30818, 1.41613, 1.52408, 1.63159, 1.73965, 1.84696, 1.95445, 2.06177, 2.16829,
    ]
    let x = (1...20).map { Double($0) * 150_000 }
    check(
      LeastSquares(design: polynomial(x + x, degree: 2), response: y + second),
      [0.673565789473684e-03, 0.732059160401003e-06, -0.316081871345029e-14],
      [0.107938612033077e-03, 0.157817399981659e-09, 0.486652849992036e-16],
      residualDeviation: 0.205177424076185e-03, tolerance: 1e-12)
  }

  @Test func noIntercept() {
    let design = Matrix(column: (60...70).map(Double.init))
    check(
      LeastSquares(design: design, response: (130...140).map(Double.init)), [2.07438016528926],
      [0.0165289256198347], residualDeviation: 3.56753034006338, tolerance: 1e-13)
  }

  @Test func dependentColumnsAreNamed() {
    let design = Matrix(rows: 5, columns: 4) { row, column in
      [1, Double(row), 2 * Double(row) - 1, Double(row * row)][column]
    }
    let fit = LeastSquares(design: design, response: [1, 2, 4, 8, 16])
    #expect(fit.rank == 3 && fit.dependentColumns.count == 1)
    #expect(fit.coefficients[fit.dependentColumns[0]].isNaN)
    #expect(fit.coefficients.count { $0.isNaN } == 1)
    let leverages = fit.leverages.reduce(0, +)
    #expect(abs(leverages - 3) < 1e-13)
  }

  // A weight of 2 is the row twice; a weight of 0 no row.
  @Test func weights() {
    let x: [Double] = [1, 2, 3, 5, 8]
    let y: [Double] = [2, 1, 4, 3, 9]
    let fit = LeastSquares(
      design: polynomial(x, degree: 1), response: y, weights: [1, 2, 0, 1, 1])
    let repeated = LeastSquares(
      design: polynomial([1, 2, 2, 5, 8], degree: 1), response: [2, 1, 1, 3, 9])
    for k in 0...1 { #expect(abs(fit.coefficients[k] - repeated.coefficients[k]) < 1e-14) }
    #expect(abs(fit.residualSumOfSquares - repeated.residualSumOfSquares) < 1e-13)
    #expect(abs(fit.residuals[2] - (4 - fit.fitted[2])) < 1e-15)
  }
}
