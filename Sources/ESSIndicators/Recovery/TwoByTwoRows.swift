/// The effect on a treated group between two periods, against controls, where the rows of one period are not those of the other.
///
/// The estimators of Sant'Anna and Zhao (2020), *Journal of Econometrics* 219, 101-122, for repeated cross sections: outcome regression
/// (equation 2.2), inverse probability weighting with normalised weights, and the locally efficient doubly robust one (equation 3.4),
/// with logit propensity scores and least squares; covariates are those of each row. Without covariates all three are four means.
/// Every estimator is a sum of weighted means, and so is its influence.
struct TwoByTwoRows {
  /// Whether each row is of the treated group.
  let isTreated: [Bool]
  /// Whether each row is of the later period.
  let isAfter: [Bool]
  let outcomes: [Double]
  /// Covariates of each row, a column each, without the constant.
  let covariates: [[Double]]
  /// Names of the covariates, for messages.
  let names: [String]
  /// What messages call the two periods.
  let periods: (before: String, after: String)

  /// A weighted mean that the effect is made of, with a sign.
  private struct Term {
    let sign: Double
    let weights: [Double]
    /// Whether the weights are odds of treatment.
    var hasOdds = false
    /// The outcome, or nothing, less or plus what linear models predict.
    var takesOutcome = true
    /// Models whose prediction counts, each with its sign, on rows that `weights` chooses.
    var models: [(sign: Double, model: TreatmentModels.Outcome)] = []
  }

  private var count: Double { Double(outcomes.count) }

  /// The effect and each row's influence, scaled to the rows of the comparison.
  func estimate(
    _ method: TwoByTwo.Method
  ) throws(TwoByTwo.Failure) -> (value: Double, influence: [Double]) {
    for (isLater, period) in [(false, periods.before), (true, periods.after)] {
      for (group, whom) in [(true, "treated row"), (false, "control")]
      where rows(group, isLater).isEmpty {
        throw TwoByTwo.Failure(reason: "no \(whom) in \(period)")
      }
    }
    let models = TreatmentModels(covariates, names: names, count: outcomes.count)
    guard !covariates.isEmpty else {
      return evaluated(cells(controls: indicator(false)), models, nil)
    }
    switch method {
    case .regression:
      let after = try controls(models, isLater: true)
      let before = try controls(models, isLater: false)
      let own = indicator(true)
      return evaluated(
        [
          Term(sign: 1, weights: own(true)), Term(sign: -1, weights: own(false)),
          Term(
            sign: -1, weights: zip(own(true), own(false)).map(+), takesOutcome: false,
            models: [(1, after), (-1, before)]),
        ], models, nil)
    case .weighting:
      let score = try models.propensity(isTreated.map { $0 ? 1 : 0 })
      return evaluated(cells(controls: odds(score), hasOdds: true), models, score)
    case .doublyRobust: return try doublyRobust(models)
    }
  }

  private func rows(_ group: Bool, _ isLater: Bool) -> [Int] {
    outcomes.indices.filter { isTreated[$0] == group && isAfter[$0] == isLater }
  }

  /// 1 for the rows of a group in a period.
  private func indicator(_ group: Bool) -> (_ isLater: Bool) -> [Double] {
    { isLater in
      outcomes.indices.map { isTreated[$0] == group && isAfter[$0] == isLater ? 1 : 0 }
    }
  }

  private func odds(_ score: TreatmentModels.Propensity) -> (_ isLater: Bool) -> [Double] {
    { isLater in outcomes.indices.map { isAfter[$0] == isLater ? score.odds[$0] : 0 } }
  }

  /// The four means of the two groups in the two periods.
  private func cells(
    controls: (_ isLater: Bool) -> [Double], hasOdds: Bool = false
  ) -> [Term] {
    [true, false].flatMap { isLater -> [Term] in
      let sign: Double = isLater ? 1 : -1
      return [
        Term(sign: sign, weights: indicator(true)(isLater)),
        Term(sign: -sign, weights: controls(isLater), hasOdds: hasOdds),
      ]
    }
  }

  private func controls(
    _ models: TreatmentModels, isLater: Bool
  ) throws(TwoByTwo.Failure) -> TreatmentModels.Outcome {
    try models.outcome(
      outcomes, among: rows(false, isLater),
      called: "controls of \(isLater ? periods.after : periods.before)")
  }

  private func doublyRobust(
    _ models: TreatmentModels
  ) throws(TwoByTwo.Failure) -> (value: Double, influence: [Double]) {
    let score = try models.propensity(isTreated.map { $0 ? 1 : 0 })
    let own = indicator(true)
    let all = zip(own(true), own(false)).map(+)
    var terms: [Term] = []
    for isLater in [true, false] {
      let sign: Double = isLater ? 1 : -1
      let control = try controls(models, isLater: isLater)
      let treated = try models.outcome(
        outcomes, among: rows(true, isLater),
        called: "treated rows of \(isLater ? periods.after : periods.before)")
      terms += [
        Term(sign: sign, weights: own(isLater), models: [(-1, control)]),
        Term(sign: -sign, weights: odds(score)(isLater), hasOdds: true, models: [(-1, control)]),
        // What the treated of both periods would add to those of one.
        Term(
          sign: sign, weights: all, takesOutcome: false, models: [(1, treated), (-1, control)]),
        Term(
          sign: -sign, weights: own(isLater), takesOutcome: false,
          models: [(1, treated), (-1, control)]),
      ]
    }
    return evaluated(terms, models, score)
  }

  /// The sum of the terms, with the influence of rows through the means, the linear models and the odds.
  private func evaluated(
    _ terms: [Term], _ models: TreatmentModels, _ score: TreatmentModels.Propensity?
  ) -> (value: Double, influence: [Double]) {
    var value = 0.0
    var influence = [Double](repeating: 0, count: outcomes.count)
    for term in terms {
      var values = term.takesOutcome ? outcomes : Array(repeating: 0, count: outcomes.count)
      for (sign, model) in term.models {
        for row in values.indices { values[row] += sign * model.predicted[row] }
      }
      let mass = term.weights.reduce(0, +) / count
      let mean = zip(term.weights, values).reduce(0) { $0 + $1.0 * $1.1 } / count / mass
      value += term.sign * mean
      let deviations = values.indices.map { term.weights[$0] * (values[$0] - mean) }
      var parts = deviations
      for (sign, model) in term.models {
        let slopes = model.influence * models.means(term.weights)
        for row in parts.indices { parts[row] += sign * slopes[row] }
      }
      if term.hasOdds, let score {
        // The derivative of the odds by a coefficient is the odds times its covariate.
        let slopes = score.influence * models.means(deviations)
        for row in parts.indices { parts[row] += slopes[row] }
      }
      for row in parts.indices { influence[row] += term.sign * parts[row] / mass }
    }
    return (value, influence)
  }
}
