internal import ESSNumerics
internal import Glibc

/// The models that estimators of a treatment effect lean on, each with the influence of every observation on its coefficients.
///
/// Influences are for means over the observations: n times an observation's part in a coefficient's error.
struct TreatmentModels {
  /// A linear model: what it predicts for each observation, and the influence of its coefficients, a row an observation.
  struct Outcome {
    let predicted: [Double]
    let influence: Matrix
  }

  /// A logit of treatment: odds of the untreated, 0 for the treated, and the influence of its coefficients, a row an observation.
  struct Propensity {
    let odds: [Double]
    let influence: Matrix
  }

  /// A constant and the covariates, a row an observation.
  let design: Matrix
  /// Names of the covariates, for messages.
  private let names: [String]

  private var count: Double { Double(design.rows) }

  /// Models on covariates, a column each, without the constant.
  init(_ covariates: [[Double]], names: [String], count: Int) {
    design = Matrix(rows: count, columns: covariates.count + 1) {
      $1 == 0 ? 1 : covariates[$1 - 1][$0]
    }
    self.names = names
  }

  /// Least squares of a response on the covariates among some observations.
  func outcome(
    _ response: [Double], among chosen: [Int], called whom: String
  ) throws(TwoByTwo.Failure) -> Outcome {
    guard chosen.count > design.columns - 1 else {
      throw TwoByTwo.Failure(
        reason: "\(chosen.count) \(whom) are too few for \(design.columns - 1) covariates")
    }
    let fit = LeastSquares(
      design: design.selecting(rows: chosen), response: chosen.map { response[$0] })
    try check(fit.dependentColumns, among: whom, of: chosen.count)
    let predicted = design * fit.coefficients
    var residuals = Array(repeating: 0.0, count: design.rows)
    for row in chosen { residuals[row] = response[row] - predicted[row] }
    // Rows residual x' times the inverse of the mean of x x' over those chosen.
    let scores = design.scaled(byRow: residuals)
    return Outcome(predicted: predicted, influence: scores * (count * fit.inverseGram))
  }

  private func check(
    _ dependent: [Int], among whom: String, of number: Int
  ) throws(TwoByTwo.Failure) {
    guard let first = dependent.first else { return }
    let name = first == 0 ? "the constant" : names[first - 1]
    throw TwoByTwo.Failure(
      reason: "the covariate \(name) depends on the others among the \(number) \(whom)")
  }

  /// The logit of treatment (1 or 0 for each observation).
  func propensity(_ d: [Double]) throws(TwoByTwo.Failure) -> Propensity {
    try check(PivotedQR(design).dependentColumns, among: "units", of: design.rows)
    var coefficients = Array(repeating: 0.0, count: design.columns)
    var probabilities = Array(repeating: 0.5, count: d.count)
    var inverse = Matrix.identity(design.columns)
    var isDone = false
    for _ in 0..<50 {
      let information = design.gram(weights: probabilities.map { max($0 * (1 - $0), 1e-12) })
      guard let factor = Cholesky(information) else { break }
      inverse = factor.inverse
      let score = design.transposedProduct(d.indices.map { d[$0] - probabilities[$0] })
      let step = factor.solve(score)
      for k in coefficients.indices { coefficients[k] += step[k] }
      probabilities = (design * coefficients).map { 1 / (1 + exp(-$0)) }
      if step.allSatisfy({ abs($0) <= 1e-12 * max(1, coefficients.map(abs).max() ?? 1) }) {
        isDone = true
        break
      }
    }
    let largest = d.indices.reduce(0.0) { max($0, d[$1] == 0 ? probabilities[$1] : 0) }
    guard isDone, largest < 0.999 else {
      throw TwoByTwo.Failure(
        reason: "treated and controls do not overlap: the covariates predict treatment exactly")
    }
    let information = design.gram(weights: probabilities.map { $0 * (1 - $0) })
    if let factor = Cholesky(information) { inverse = factor.inverse }
    let scores = design.scaled(byRow: d.indices.map { d[$0] - probabilities[$0] })
    let odds = d.indices.map { (1 - d[$0]) * probabilities[$0] / (1 - probabilities[$0]) }
    return Propensity(odds: odds, influence: scores * (count * inverse))
  }

  /// Means over the observations of a factor times each covariate.
  func means(_ factor: [Double]) -> [Double] {
    design.transposedProduct(factor).map { $0 / count }
  }
}
