internal import ESSNumerics

/// How the weights of synthetic difference in differences are found.
public enum SyntheticSolver: String, Sendable, CaseIterable {
  /// At the optimum, by the active-set method.
  case exact
  /// By Frank-Wolfe steps with the stopping rule of the R package synthdid 0.0.9, which ends short of the optimum.
  case frankWolfe = "frank-wolfe"
}

/// Which weights an estimator of the family uses (Arkhangelsky, Athey, Hirshberg, Imbens and Wager 2021).
public enum SyntheticEstimator: String, Sendable, CaseIterable {
  /// Weights of units and of periods, both with an intercept.
  case syntheticDifference = "sdid"
  /// Weights of units without an intercept, none of periods.
  case syntheticControl = "sc"
  /// Equal weights: difference in differences.
  case difference = "did"
}

/// One block of controls and treated units, the latter all treated from one period on.
///
/// Arkhangelsky et al. (2021), *American Economic Review* 111, 4088-4118, algorithm 1. Outcomes are stored unit by unit, controls first.
struct SyntheticDifference: Sendable {
  /// Weights of the controls.
  let unitWeights: [Double]
  /// Weights of the periods before treatment.
  let periodWeights: [Double]
  /// Effect period by period after treatment.
  let effects: [Double]
  /// Noise: standard deviation (n - 1) of the controls' first differences before treatment.
  let sigma: Double
  /// Regularisation of the unit weights.
  let zeta: Double
  /// Whether the solver ended by its own criterion.
  let hasConverged: Bool
  /// Treated, and synthetic control, outcome by period.
  let treatedPath: [Double]
  let controlPath: [Double]

  /// Mean effect after treatment.
  var effect: Double { effects.reduce(0, +) / Double(effects.count) }

  /// Fits the weights.
  ///
  /// - Parameters:
  ///   - controls: Outcomes of the controls, each of `periodCount` values.
  ///   - treated: Outcomes of the treated units.
  ///   - before: Number of periods before treatment, at least two for SDID.
  ///   - estimator: Which weights there are.
  ///   - solver: How they are found.
  ///   - fixed: Weights that are not fitted anew, as in the jackknife.
  init(
    controls: [ArraySlice<Double>], treated: [ArraySlice<Double>], before: Int,
    estimator: SyntheticEstimator, solver: SyntheticSolver,
    fixed: (units: [Double], periods: [Double])? = nil
  ) {
    let periodCount = treated[0].count
    let after = periodCount - before
    let controlRows = controls.map(Array.init)
    var treatedMean = Array(repeating: 0.0, count: periodCount)
    for row in treated {
      for (t, value) in row.enumerated() { treatedMean[t] += value / Double(treated.count) }
    }
    sigma = Self.noise(controlRows, before)
    let exponent = Double(treated.count * after).squareRoot().squareRoot()
    var isDone = true
    let n = controlRows.count
    switch (fixed, estimator) {
    case (let fixed?, _):
      zeta = 0
      unitWeights = fixed.units
      periodWeights = fixed.periods
    case (nil, .difference):
      zeta = 0
      unitWeights = Array(repeating: 1 / Double(n), count: n)
      periodWeights = Array(repeating: 1 / Double(before), count: before)
    case (nil, _):
      let hasTime = estimator == .syntheticDifference
      zeta = hasTime ? exponent * sigma : 1e-6 * sigma
      let units = RidgeSimplexFit(
        design: Matrix(rows: before, columns: n) { controlRows[$1][$0] },
        target: Array(treatedMean[..<before]), zeta: zeta, isCentred: hasTime)
      let found = units.solve(solver, sigma: sigma)
      unitWeights = found.weights
      isDone = found.hasConverged
      if hasTime {
        let periods = RidgeSimplexFit(
          design: Matrix(rows: n, columns: before) { controlRows[$0][$1] },
          target: controlRows.map { $0[before...].reduce(0, +) / Double(after) },
          zeta: 1e-6 * sigma, isCentred: true)
        let found = periods.solve(solver, sigma: sigma)
        periodWeights = found.weights
        isDone = isDone && found.hasConverged
      } else {
        periodWeights = Array(repeating: 0, count: before)
      }
    }
    hasConverged = isDone
    var control = Array(repeating: 0.0, count: periodCount)
    for (j, row) in controlRows.enumerated() where unitWeights[j] != 0 {
      for t in 0..<periodCount { control[t] += unitWeights[j] * row[t] }
    }
    var base = 0.0
    for t in 0..<before { base += periodWeights[t] * (treatedMean[t] - control[t]) }
    effects = (before..<periodCount).map { treatedMean[$0] - control[$0] - base }
    treatedPath = treatedMean
    controlPath = control
  }

  static func noise(_ controls: [[Double]], _ before: Int) -> Double {
    var differences: [Double] = []
    for row in controls {
      for t in 1..<max(1, before) { differences.append(row[t] - row[t - 1]) }
    }
    guard differences.count > 1 else { return 0 }
    let mean = differences.reduce(0, +) / Double(differences.count)
    let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(differences.count - 1)).squareRoot()
  }
}

/// Least squares over the simplex with a ridge: zeta^2 |w|^2 + |A w - b|^2 / rows, A and b centred by column if there is an intercept.
private struct RidgeSimplexFit {
  private let design: Matrix
  private let target: [Double]
  private let zeta: Double

  init(design: Matrix, target: [Double], zeta: Double, isCentred: Bool) {
    self.zeta = zeta
    guard isCentred else {
      self.design = design
      self.target = target
      return
    }
    let rows = Double(design.rows)
    var centred = design
    for j in 0..<design.columns {
      let mean = design.column(j).reduce(0, +) / rows
      for i in 0..<design.rows { centred[i, j] -= mean }
    }
    self.design = centred
    let mean = target.reduce(0, +) / rows
    self.target = target.map { $0 - mean }
  }

  private var ridge: Double { Double(design.rows) * zeta * zeta }

  func solve(
    _ solver: SyntheticSolver, sigma: Double
  ) -> (weights: [Double], hasConverged: Bool) {
    switch solver {
    case .exact:
      let program = SimplexQuadraticProgram(design: design, target: target, ridge: ridge)
      let solution = program.solve()
      return (solution.weights, solution.hasConverged && solution.violation < 1e-9)
    case .frankWolfe:
      let start = Array(repeating: 1 / Double(design.columns), count: design.columns)
      let least = 1e-5 * sigma
      let first = frankWolfe(from: start, steps: 100, leastDecrease: least)
      // Weights of at most a quarter of the largest are set to zero, and the search goes on.
      let largest = first.weights.max() ?? 0
      let kept = first.weights.map { $0 <= largest / 4 ? 0 : $0 }
      let sum = kept.reduce(0, +)
      return frankWolfe(from: kept.map { $0 / sum }, steps: 10_000, leastDecrease: least)
    }
  }

  /// Steps towards the best corner of the simplex with exact line search, until one gains less than the square of `leastDecrease`.
  private func frankWolfe(
    from start: [Double], steps: Int, leastDecrease: Double
  ) -> (weights: [Double], hasConverged: Bool) {
    let rows = design.rows
    let columns = design.columns
    var x = start
    var error = zip(design * x, target).map { $0 - $1 }
    var last = Double.infinity
    for step in 0..<steps {
      var corner = 0
      var least = Double.infinity
      var gradient = design.transposedProduct(error)
      for j in 0..<columns {
        gradient[j] += ridge * x[j]
        if gradient[j] < least {
          least = gradient[j]
          corner = j
        }
      }
      var slope = 0.0
      var length = 0.0
      for j in 0..<columns {
        let direction = (j == corner ? 1 : 0) - x[j]
        slope += gradient[j] * direction
        length += direction * direction
      }
      if length > 0 {
        var change = Array(repeating: 0.0, count: rows)
        var squares = 0.0
        for i in 0..<rows {
          change[i] = design[i, corner] - (error[i] + target[i])
          squares += change[i] * change[i]
        }
        let size = min(1, max(0, -slope / (squares + ridge * length)))
        for j in 0..<columns { x[j] += size * ((j == corner ? 1 : 0) - x[j]) }
        for i in 0..<rows { error[i] += size * change[i] }
      }
      let value =
        zeta * zeta * x.reduce(0) { $0 + $1 * $1 }
        + error.reduce(0) { $0 + $1 * $1 } / Double(rows)
      if step >= 1, last - value <= leastDecrease * leastDecrease { return (x, true) }
      last = value
    }
    return (x, false)
  }
}
