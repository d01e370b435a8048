internal import ESSNumerics
internal import Glibc

/// The effect on a treated group between two periods, against controls, with influence functions.
///
/// The estimators of Sant'Anna and Zhao (2020), *Journal of Econometrics* 219, 101-122, for panels: outcome regression (equation 2.2),
/// inverse probability weighting with normalised weights (Abadie 2005), and the doubly robust combination (equation 2.4), with logit
/// propensity scores and least squares. Without covariates the three are the difference of mean changes.
struct TwoByTwo {
  /// Which estimator.
  enum Method: Sendable {
    case regression, weighting, doublyRobust
  }

  /// Why there is no estimate.
  struct Failure: Error {
    let reason: String
  }

  /// Whether each unit of the comparison is treated.
  let isTreated: [Bool]
  /// Change of each unit's outcome.
  let changes: [Double]
  /// Covariates of each unit, a column each, without the constant.
  let covariates: [[Double]]
  /// Names of the covariates, for messages.
  let names: [String]

  private var count: Double { Double(changes.count) }

  /// The effect and each unit's influence, scaled to the units of the comparison.
  func estimate(_ method: Method) throws(Failure) -> (value: Double, influence: [Double]) {
    let treated = isTreated.count { $0 }
    guard treated > 0 else { throw Failure(reason: "no treated unit is observed in both periods") }
    guard treated < changes.count else {
      throw Failure(reason: "no control is observed in both periods")
    }
    if covariates.isEmpty { return plain() }
    let design = Matrix(rows: changes.count, columns: covariates.count + 1) {
      $1 == 0 ? 1 : covariates[$1 - 1][$0]
    }
    let d = isTreated.map { $0 ? 1.0 : 0.0 }
    switch method {
    case .regression: return try regression(design, d)
    case .weighting: return try weighting(design, d)
    case .doublyRobust: return try doublyRobust(design, d)
    }
  }

  private func plain() -> (value: Double, influence: [Double]) {
    var sums = (treated: 0.0, control: 0.0)
    var counts = (treated: 0.0, control: 0.0)
    for (unit, change) in changes.enumerated() {
      if isTreated[unit] {
        sums.treated += change
        counts.treated += 1
      } else {
        sums.control += change
        counts.control += 1
      }
    }
    let means = (treated: sums.treated / counts.treated, control: sums.control / counts.control)
    let influence = changes.indices.map { unit in
      isTreated[unit]
        ? count / counts.treated * (changes[unit] - means.treated)
        : -count / counts.control * (changes[unit] - means.control)
    }
    return (means.treated - means.control, influence)
  }

  // MARK: parts

  /// Least squares of the controls' changes on the covariates: what it predicts for each unit, and the influence of its coefficients.
  private func outcomeModel(
    _ design: Matrix, _ d: [Double]
  ) throws(Failure) -> (predicted: [Double], influence: Matrix) {
    let controls = d.indices.filter { d[$0] == 0 }
    let fit = LeastSquares(
      design: design.selecting(rows: controls), response: controls.map { changes[$0] })
    try check(fit.dependentColumns, among: "controls", of: controls.count)
    let predicted = design * fit.coefficients
    // Rows (1 - d)(change - predicted) x' times the inverse of the mean of (1 - d) x x'.
    let scores = design.scaled(
      byRow: d.indices.map { (1 - d[$0]) * (changes[$0] - predicted[$0]) })
    return (predicted, scores * (count * fit.inverseGram))
  }

  private func check(_ dependent: [Int], among whom: String, of number: Int) throws(Failure) {
    guard let first = dependent.first else { return }
    let name = first == 0 ? "the constant" : names[first - 1]
    throw Failure(
      reason: "the covariate \(name) depends on the others among the \(number) \(whom)")
  }

  /// The logit of treatment: probabilities, and the influence of its coefficients.
  private func propensity(
    _ design: Matrix, _ d: [Double]
  ) throws(Failure) -> (odds: [Double], probabilities: [Double], influence: Matrix) {
    try check(
      PivotedQR(design).dependentColumns, among: "units", of: changes.count)
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
      throw Failure(
        reason: "treated and controls do not overlap: the covariates predict treatment exactly")
    }
    let information = design.gram(weights: probabilities.map { $0 * (1 - $0) })
    if let factor = Cholesky(information) { inverse = factor.inverse }
    let scores = design.scaled(byRow: d.indices.map { d[$0] - probabilities[$0] })
    let odds = d.indices.map { (1 - d[$0]) * probabilities[$0] / (1 - probabilities[$0]) }
    return (odds, probabilities, scores * (count * inverse))
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / count }

  /// Means over the units of a factor times each covariate.
  private func means(_ design: Matrix, _ factor: [Double]) -> [Double] {
    design.transposedProduct(factor).map { $0 / count }
  }

  // MARK: estimators

  private func regression(
    _ design: Matrix, _ d: [Double]
  ) throws(Failure) -> (value: Double, influence: [Double]) {
    let model = try outcomeModel(design, d)
    let share = mean(d)
    let treated = mean(d.indices.map { d[$0] * changes[$0] }) / share
    let control = mean(d.indices.map { d[$0] * model.predicted[$0] }) / share
    let slope = model.influence * means(design, d)
    let influence = d.indices.map { unit in
      (d[unit] * (changes[unit] - treated)
        - (d[unit] * (model.predicted[unit] - control) + slope[unit])) / share
    }
    return (treated - control, influence)
  }

  private func weighting(
    _ design: Matrix, _ d: [Double]
  ) throws(Failure) -> (value: Double, influence: [Double]) {
    let score = try propensity(design, d)
    let share = mean(d)
    let weight = mean(score.odds)
    let treated = mean(d.indices.map { d[$0] * changes[$0] }) / share
    let control = mean(d.indices.map { score.odds[$0] * changes[$0] }) / weight
    let slope =
      score.influence
      * means(design, d.indices.map { score.odds[$0] * (changes[$0] - control) })
    let influence = d.indices.map { unit in
      d[unit] * (changes[unit] - treated) / share
        - (score.odds[unit] * (changes[unit] - control) + slope[unit]) / weight
    }
    return (treated - control, influence)
  }

  private func doublyRobust(
    _ design: Matrix, _ d: [Double]
  ) throws(Failure) -> (value: Double, influence: [Double]) {
    let score = try propensity(design, d)
    let model = try outcomeModel(design, d)
    let left = d.indices.map { changes[$0] - model.predicted[$0] }
    let share = mean(d)
    let weight = mean(score.odds)
    let treated = mean(d.indices.map { d[$0] * left[$0] }) / share
    let control = mean(d.indices.map { score.odds[$0] * left[$0] }) / weight
    let onTreated = model.influence * means(design, d)
    let onControls = model.influence * means(design, score.odds)
    let onScore =
      score.influence * means(design, d.indices.map { score.odds[$0] * (left[$0] - control) })
    let influence = d.indices.map { unit in
      (d[unit] * (left[unit] - treated) - onTreated[unit]) / share
        - (score.odds[unit] * (left[unit] - control) + onScore[unit] - onControls[unit]) / weight
    }
    return (treated - control, influence)
  }
}
