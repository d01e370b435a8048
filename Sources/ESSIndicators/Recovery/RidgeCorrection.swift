internal import ESSNumerics
internal import Glibc

/// The ridge correction of a synthetic control: the fit that the weights leave out, spread over the donors by ridge regression.
///
/// w + X'(X X' + lambda I)^-1 (x - X w), X the outcomes of the fit (periods x donors) in differences to the donors' mean, x the treated
/// unit's likewise (Ben-Michael, Feller and Rothstein 2021, equation 10, in the centring of their R package augsynth). The corrected
/// weights still add up to 1, and may be negative.
struct RidgeCorrection {
  private let donors: Matrix
  private let treated: [Double]

  init(_ problem: SyntheticControlProblem, without left: Int? = nil) {
    let periods = problem.fitWindow.filter { $0 != left }
    let count = problem.donors.count
    let means = periods.map { t in
      (1...count).reduce(0.0) { $0 + problem.outcome($1, t) } / Double(count)
    }
    donors = Matrix(rows: periods.count, columns: count) { t, j in
      problem.outcome(j + 1, periods[t]) - means[t]
    }
    treated = periods.indices.map { problem.outcome(0, periods[$0]) - means[$0] }
  }

  func corrected(_ weights: [Double], penalty: Double) -> [Double] {
    let left = zip(treated, donors * weights).map { $0 - $1 }
    var system = donors.productTransposed(donors)
    for t in 0..<system.rows { system[t, t] += penalty }
    // Without a penalty the system can be singular: donors fewer than periods.
    guard let factor = Cholesky(system) else { return weights }
    let added = donors.transposedProduct(factor.solve(left))
    return zip(weights, added).map { $0 + $1 }
  }

  /// The largest squared singular value of the donors' outcomes, where the grid of penalties begins.
  private var largestPenalty: Double {
    SymmetricEigen(donors.productTransposed(donors))?.values.last ?? 0
  }

  /// The penalty of least squared error over the periods of the fit, each predicted by the others.
  ///
  /// Twenty penalties in equal steps of the logarithm from the largest squared singular value down to 1e-8 of it.
  static func crossValidated(
    _ problem: SyntheticControlProblem, _ options: SyntheticControl.Options
  ) -> Double {
    let largest = RidgeCorrection(problem).largestPenalty
    guard problem.fitWindow.count > 1, largest > 0 else { return largest }
    let grid = (0..<20).map { largest * pow(1e-8, Double($0) / 19) }
    var errors = grid.map { _ in 0.0 }
    for left in problem.fitWindow {
      let periods = problem.fitWindow.filter { $0 != left }
      let program = SimplexQuadraticProgram(
        design: Matrix(rows: periods.count, columns: problem.donors.count) {
          problem.outcome($1 + 1, periods[$0])
        }, target: periods.map { problem.outcome(0, $0) })
      let weights = program.solve().weights
      let correction = RidgeCorrection(problem, without: left)
      for (step, penalty) in grid.enumerated() {
        let all = correction.corrected(weights, penalty: penalty)
        var predicted = 0.0
        for (donor, weight) in all.enumerated() {
          predicted += weight * problem.outcome(donor + 1, left)
        }
        let error = problem.outcome(0, left) - predicted
        errors[step] += error * error
      }
    }
    let best = errors.indices.min { errors[$0] < errors[$1] } ?? 0
    return grid[best]
  }
}
