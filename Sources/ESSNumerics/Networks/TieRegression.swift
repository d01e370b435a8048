/// Whether pairs are tied as a logistic regression on what is known of each pair: the exponential random graph model whose terms do not
/// make ties depend on each other.
public struct TieRegression: Sendable, Equatable {
  /// The coefficients: log odds of a tie, the constant (edges) first.
  public let coefficients: [Double]
  /// Their standard errors, from the information matrix.
  public let standardErrors: [Double]
  /// Log-likelihood.
  public let logLikelihood: Double
  /// Number of pairs.
  public let pairCount: Int

  /// Akaike's criterion.
  public var aic: Double { 2 * Double(coefficients.count) - 2 * logLikelihood }
  /// Schwarz's criterion, with the number of pairs.
  public var bic: Double {
    Double(coefficients.count) * SpecialFunctions.log(Double(pairCount)) - 2 * logLikelihood
  }

  /// Fits by Newton's method; `nil` if terms depend on each other, or no finite coefficients are best because some combination of
  /// terms tells tied pairs from others without error.
  public init?(_ graph: Graph, terms: [DyadMatrix]) {
    let isSymmetric = !graph.isDirected && terms.allSatisfy(\.isSymmetric)
    let pairs = DyadMatrix.pairs(graph.nodeCount, isSymmetric: isSymmetric)
    let response = DyadMatrix(graph.unweighted).vector(pairs)
    let count = terms.count + 1
    guard pairs.count > count else { return nil }
    // Terms are centred and scaled for the fit, so that sizes of wealth or population do not spoil the information matrix.
    let vectors = terms.map { $0.vector(pairs) }
    let n = Double(pairs.count)
    let means = vectors.map { $0.reduce(0, +) / n }
    let scales = zip(vectors, means).map { vector, mean in
      (vector.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot()
    }
    guard scales.allSatisfy({ $0 > 0 }) else { return nil }
    let design = Matrix(rows: pairs.count, columns: count) { row, column in
      column == 0
        ? 1 : (vectors[column - 1][row] - means[column - 1]) / scales[column - 1]
    }
    var beta = [Double](repeating: 0, count: count)
    var likelihood = Self.logLikelihood(design * beta, response)
    for _ in 0..<200 {
      let odds = (design * beta).map { 1 / (1 + SpecialFunctions.exp(-$0)) }
      let score = design.transposedProduct(
        Matrix(column: zip(response, odds).map { $0 - $1 }))
      guard let information = Cholesky(design.gram(weights: odds.map { $0 * (1 - $0) })) else {
        return nil
      }
      let step = information.solve(score).elements
      var next = zip(beta, step).map { $0 + $1 }
      var found = Self.logLikelihood(design * next, response)
      var share = 1.0
      while found < likelihood - 1e-12 * abs(likelihood), share > 1e-10 {
        share /= 2
        next = zip(beta, step).map { $0 + share * $1 }
        found = Self.logLikelihood(design * next, response)
      }
      beta = next
      likelihood = found
      guard beta.allSatisfy({ abs($0) < 30 }) else { return nil }
      if step.allSatisfy({ abs($0) < 1e-12 }) { break }
    }
    let odds = (design * beta).map { 1 / (1 + SpecialFunctions.exp(-$0)) }
    guard let information = Cholesky(design.gram(weights: odds.map { $0 * (1 - $0) })) else {
      return nil
    }
    // Back to the terms as given: the constant takes up the means.
    let covariance = information.inverse
    var back = Matrix(rows: count, columns: count) { $0 == $1 ? 1 : 0 }
    for k in 1..<max(count, 1) {
      back[k, k] = 1 / scales[k - 1]
      back[0, k] = -means[k - 1] / scales[k - 1]
    }
    let spread = back * covariance * back.transposed
    coefficients = back * beta
    standardErrors = (0..<count).map { spread[$0, $0].squareRoot() }
    logLikelihood = likelihood
    pairCount = pairs.count
  }

  private static func logLikelihood(_ logits: [Double], _ response: [Double]) -> Double {
    zip(logits, response).reduce(0) { sum, pair in
      // log(1 + e^x) without overflow.
      let soft =
        pair.0 > 0
        ? pair.0 + SpecialFunctions.logOnePlus(SpecialFunctions.exp(-pair.0))
        : SpecialFunctions.logOnePlus(SpecialFunctions.exp(pair.0))
      return sum + pair.1 * pair.0 - soft
    }
  }
}
