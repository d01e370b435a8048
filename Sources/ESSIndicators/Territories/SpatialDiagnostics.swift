internal import ESSNumerics

/// Whether the residuals of a regression are associated in space, and which model that speaks for: Lagrange multiplier tests against a spatial lag and a spatial
/// error (Anselin, Bera, Florax and Yoon 1996, Regional Science and Urban Economics 26, 77-104), and Moran's I of the residuals (Cliff and Ord 1981, chapter 8).
public struct SpatialDiagnostics: Sendable {
  /// A test.
  public struct Test: Sendable, Equatable {
    /// `lm-error`, `lm-lag`, `robust-lm-error`, `robust-lm-lag` or `sarma`.
    public let name: String
    /// The statistic, chi-squared without association.
    public let statistic: Double
    /// Its degrees of freedom.
    public let degreesOfFreedom: Int
    /// Its p-value.
    public let p: Double
  }

  /// Names of the regressors, the constant first.
  public let names: [String]
  /// Their coefficients.
  public let coefficients: [Double]
  /// Standard errors with n - k.
  public let standardErrors: [Double]
  /// The residuals.
  public let residuals: [Double]
  /// Tests in the order error, lag, robust error, robust lag, both.
  public let tests: [Test]
  /// Moran's I of the residuals.
  public let moran: Double
  /// Its expectation, which is that of residuals: not -1/(n - 1).
  public let moranExpectation: Double
  /// Its variance for independent normal errors.
  public let moranVariance: Double

  /// Standard score of Moran's I of the residuals.
  public var moranScore: Double { (moran - moranExpectation) / moranVariance.squareRoot() }
  /// Its two-sided p-value.
  public var moranP: Double { min(1, 2 * Normal().complement(abs(moranScore))) }

  /// Names of regressors that depend on others stand in the error.
  public struct Dependent: Error, Equatable {
    /// The regressors.
    public let names: [String]
  }

  /// Fits a response on regressors and a constant, and tests the residuals.
  ///
  /// - Parameters:
  ///   - response: The response.
  ///   - regressors: Names and values, without the constant.
  ///   - weights: Weights, usually with rows that add up to 1.
  /// - Throws: `Dependent` for regressors that are combinations of others, or that leave no degree of freedom.
  public init(
    response: [Double], regressors: [(name: String, values: [Double])], _ weights: SpatialWeights
  ) throws(Dependent) {
    let n = response.count
    let k = regressors.count + 1
    let design = Matrix(
      rows: n, columns: k,
      elements: [Double](repeating: 1, count: n) + regressors.flatMap(\.values))
    let names = ["constant"] + regressors.map(\.name)
    let fit = LeastSquares(design: design, response: response)
    guard fit.rank == k else {
      throw Dependent(names: fit.dependentColumns.map { names[$0] })
    }
    guard n > k, fit.residualSumOfSquares > 0 else { throw Dependent(names: names) }
    self.names = names
    coefficients = fit.coefficients
    residuals = fit.residuals
    let gram = fit.inverseGram
    let freedom = Double(n - k)
    let squares = fit.residualSumOfSquares
    standardErrors = gram.diagonal.map { ($0 * squares / freedom).squareRoot() }

    let matrix = weights.matrix
    let e = fit.residuals
    func dot(_ a: [Double], _ b: [Double]) -> Double {
      var sum = ExactSum()
      for (x, y) in zip(a, b) { sum.add(x, times: y) }
      return sum.value
    }
    // The score of each alternative, and the traces that scale them.
    let variance = squares / Double(n)
    let errorScore = dot(e, matrix * e) / variance
    let lagScore = dot(e, matrix * response) / variance
    let traces = Traces(matrix, design, gram)
    let lagOfFit = matrix * fit.fitted
    let unexplained = LeastSquares(design: design, response: lagOfFit).residualSumOfSquares
    let t = traces.symmetric
    let information = unexplained / variance + t
    let robustError = errorScore - t / information * lagScore
    let robustLag = lagScore - errorScore
    let statistics: [(String, Double, Int)] = [
      ("lm-error", errorScore * errorScore / t, 1),
      ("lm-lag", lagScore * lagScore / information, 1),
      ("robust-lm-error", robustError * robustError / (t * (1 - t / information)), 1),
      ("robust-lm-lag", robustLag * robustLag / (information - t), 1),
      ("sarma", errorScore * errorScore / t + robustLag * robustLag / (information - t), 2),
    ]
    tests = statistics.map { name, statistic, degrees in
      Test(
        name: name, statistic: statistic, degreesOfFreedom: degrees,
        p: ChiSquared(degreesOfFreedom: Double(degrees)).complement(statistic))
    }
    let scale = Double(n) / weights.sums.s0
    moran = scale * dot(e, matrix * e) / squares
    let expectation = scale * traces.projected / freedom
    moranExpectation = expectation
    let moment = traces.square + traces.cross + traces.projected * traces.projected
    moranVariance =
      scale * scale * moment / (freedom * (freedom + 2)) - expectation * expectation
  }

  /// Traces of products of the weights W and the residual maker M = I - X (X'X)^-1 X', from matrices with as few columns as there are regressors.
  private struct Traces {
    /// tr(W'W + WW).
    let symmetric: Double
    /// tr(MW).
    let projected: Double
    /// tr(MWMW).
    let square: Double
    /// tr(MWMW').
    let cross: Double

    init(_ matrix: SparseMatrix, _ design: Matrix, _ gram: Matrix) {
      let forward = matrix * design
      let backward = matrix.transposed * design
      let between = design.transposedProduct(forward)
      let own = ExactSum(matrix.values.map { $0 * $0 }).value
      var both = ExactSum()
      var diagonal = 0.0
      for row in 0..<matrix.rows {
        for k in matrix.rowStarts[row]..<matrix.rowStarts[row + 1] {
          let column = Int(matrix.columnIndices[k])
          both.add(matrix.values[k], times: matrix[column, row])
          if column == row { diagonal += matrix.values[k] }
        }
      }
      symmetric = own + both.value
      let inner = gram * between
      projected = diagonal - inner.trace
      square =
        both.value - 2 * (gram * backward.transposedProduct(forward)).trace
        + (inner * inner).trace
      cross =
        own - (gram * forward.transposedProduct(forward)).trace
        - (gram * backward.transposedProduct(backward)).trace
        + (inner * (gram * between.transposed)).trace
    }
  }
}
