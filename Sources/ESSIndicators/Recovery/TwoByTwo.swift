internal import ESSNumerics

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
    let models = TreatmentModels(covariates, names: names, count: changes.count)
    let d = isTreated.map { $0 ? 1.0 : 0.0 }
    switch method {
    case .regression: return try regression(models, d)
    case .weighting: return try weighting(models, d)
    case .doublyRobust: return try doublyRobust(models, d)
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

  /// Least squares of the controls' changes on the covariates.
  private func outcomeModel(
    _ models: TreatmentModels
  ) throws(Failure) -> TreatmentModels.Outcome {
    try models.outcome(
      changes, among: changes.indices.filter { !isTreated[$0] }, called: "controls")
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / count }

  // MARK: estimators

  private func regression(
    _ models: TreatmentModels, _ d: [Double]
  ) throws(Failure) -> (value: Double, influence: [Double]) {
    let model = try outcomeModel(models)
    let share = mean(d)
    let treated = mean(d.indices.map { d[$0] * changes[$0] }) / share
    let control = mean(d.indices.map { d[$0] * model.predicted[$0] }) / share
    let slope = model.influence * models.means(d)
    let influence = d.indices.map { unit in
      (d[unit] * (changes[unit] - treated)
        - (d[unit] * (model.predicted[unit] - control) + slope[unit])) / share
    }
    return (treated - control, influence)
  }

  private func weighting(
    _ models: TreatmentModels, _ d: [Double]
  ) throws(Failure) -> (value: Double, influence: [Double]) {
    let score = try models.propensity(d)
    let share = mean(d)
    let weight = mean(score.odds)
    let treated = mean(d.indices.map { d[$0] * changes[$0] }) / share
    let control = mean(d.indices.map { score.odds[$0] * changes[$0] }) / weight
    let slope =
      score.influence
      * models.means(d.indices.map { score.odds[$0] * (changes[$0] - control) })
    let influence = d.indices.map { unit in
      d[unit] * (changes[unit] - treated) / share
        - (score.odds[unit] * (changes[unit] - control) + slope[unit]) / weight
    }
    return (treated - control, influence)
  }

  private func doublyRobust(
    _ models: TreatmentModels, _ d: [Double]
  ) throws(Failure) -> (value: Double, influence: [Double]) {
    let score = try models.propensity(d)
    let model = try outcomeModel(models)
    let left = d.indices.map { changes[$0] - model.predicted[$0] }
    let share = mean(d)
    let weight = mean(score.odds)
    let treated = mean(d.indices.map { d[$0] * left[$0] }) / share
    let control = mean(d.indices.map { score.odds[$0] * left[$0] }) / weight
    let onTreated = model.influence * models.means(d)
    let onControls = model.influence * models.means(score.odds)
    let onScore =
      score.influence * models.means(d.indices.map { score.odds[$0] * (left[$0] - control) })
    let influence = d.indices.map { unit in
      (d[unit] * (left[unit] - treated) - onTreated[unit]) / share
        - (score.odds[unit] * (left[unit] - control) + onScore[unit] - onControls[unit]) / weight
    }
    return (treated - control, influence)
  }
}
