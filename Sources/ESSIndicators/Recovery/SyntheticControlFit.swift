internal import ESSNumerics
internal import Glibc

/// The weights over the simplex, and the search for the weighting of the predictors.
///
/// For each predictor k the Gram matrix of its differences to the treated unit is computed once; the matrix of the programme is their
/// sum weighted by V, and the loss of V is a form in the Gram matrix of the outcomes, so that a step of the search costs
/// O(k n^2) for n donors and no pass over the data.
struct SyntheticControlFit {
  let predictorWeights: [Double]
  let losses: [Double]
  let solution: SimplexQuadraticProgram.Solution
  let face: SimplexOptimalFace

  init(_ problem: SyntheticControlProblem, _ options: SyntheticControl.Options) {
    let usesPredictors = options.weighting != .outcomes && !problem.predictors.isEmpty
    let program: SimplexQuadraticProgram
    if usesPredictors {
      let grams = Self.predictorGrams(problem)
      var weights = Array(repeating: 1.0, count: grams.count)
      var losses: [Double] = []
      switch options.weighting {
      case .given(let given):
        precondition(given.count == grams.count, "one weight for each predictor")
        weights = given
      case .search where grams.count > 1:
        let search = PredictorSearch(problem, grams, options)
        (weights, losses) = search.run()
      default: break
      }
      let largest = weights.max() ?? 1
      let scaled = weights.map { $0 / largest }
      predictorWeights = scaled
      self.losses = losses
      let count = problem.donors.count
      program = SimplexQuadraticProgram(
        quadratic: Matrix(rows: count, columns: count) { i, j in
          grams.indices.reduce(0.0) { $0 + scaled[$1] * grams[$1][i + j * count] }
        })
    } else {
      predictorWeights = []
      losses = []
      program = Self.outcomeProgram(problem, options)
    }
    solution = program.solve()
    face = SimplexOptimalFace(program, solution)
  }

  /// The programme of a fit on outcomes; with an intercept in differences to each unit's mean.
  private static func outcomeProgram(
    _ problem: SyntheticControlProblem, _ options: SyntheticControl.Options
  ) -> SimplexQuadraticProgram {
    let window = problem.fitWindow
    func mean(_ unit: Int) -> Double {
      guard options.hasIntercept else { return 0 }
      return window.reduce(0.0) { $0 + problem.outcome(unit, $1) } / Double(window.count)
    }
    let means = (0..<problem.unitCount).map(mean)
    return SimplexQuadraticProgram(
      design: Matrix(rows: window.count, columns: problem.donors.count) { t, j in
        problem.outcome(j + 1, window.lowerBound + t) - means[j + 1]
      }, target: window.map { problem.outcome(0, $0) - means[0] })
  }

  /// For each predictor the products of the donors' differences to the treated unit, in standard deviations over all units (n - 1).
  private static func predictorGrams(_ problem: SyntheticControlProblem) -> [[Double]] {
    problem.predictors.map { row in
      let mean = row.reduce(0, +) / Double(row.count)
      let squares = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let deviation = (squares / Double(row.count - 1)).squareRoot()
      // Among fewer units a predictor may not vary any more; then it weighs nothing.
      let differences = row.dropFirst().map { deviation > 0 ? ($0 - row[0]) / deviation : 0 }
      return differences.flatMap { right in differences.map { $0 * right } }
    }
  }
}

/// The search for the weighting of the predictors whose weights fit the outcomes best.
private struct PredictorSearch {
  /// The predictors' Gram matrices, one in each column: their weighted sum is a product.
  private let grams: Matrix
  private let outcomeGram: [Double]
  private let donorCount: Int
  private let options: SyntheticControl.Options

  init(
    _ problem: SyntheticControlProblem, _ grams: [[Double]], _ options: SyntheticControl.Options
  ) {
    self.grams = Matrix(
      rows: problem.donors.count * problem.donors.count, columns: grams.count,
      elements: grams.flatMap(\.self))
    self.options = options
    donorCount = problem.donors.count
    let window = problem.fitWindow
    let n = donorCount
    var gram = Array(repeating: 0.0, count: n * n)
    // With an intercept the loss is that of the gaps about their mean.
    var means = Array(repeating: 0.0, count: n)
    if options.hasIntercept {
      for j in 0..<n {
        means[j] =
          window.reduce(0.0) { $0 + problem.outcome(j + 1, $1) - problem.outcome(0, $1) }
          / Double(window.count)
      }
    }
    for t in window {
      let gaps = (0..<n).map { problem.outcome($0 + 1, t) - problem.outcome(0, t) - means[$0] }
      for j in 0..<n {
        for i in 0..<n { gram[i + j * n] += gaps[i] * gaps[j] / Double(window.count) }
      }
    }
    outcomeGram = gram
  }

  /// The best weighting over all starts, and the loss of each start.
  func run() -> (weights: [Double], losses: [Double]) {
    var search = SimplexSearch(count: donorCount)
    func loss(_ point: [Double]) -> Double {
      search.solve(grams * weights(point))
      return search.form(outcomeGram)
    }
    let method = NelderMead(evaluations: options.evaluations)
    var best: NelderMead.Result?
    var losses: [Double] = []
    for start in 0..<max(1, options.starts) {
      let result = method.minimise(from: point(start), loss)
      losses.append(result.value)
      if result.value < best?.value ?? .infinity { best = result }
    }
    // The valley of the best start is long and flat: one more descent from where it ended.
    if let found = best {
      let result = method.minimise(from: found.point, loss)
      if result.value < found.value { best = result }
    }
    return (weights(best?.point ?? point(0)), losses)
  }

  /// Logarithms to weights, the largest 1, none below the floor.
  private func weights(_ point: [Double]) -> [Double] {
    let largest = point.max() ?? 0
    return point.map { max(exp($0 - largest), options.floor) }
  }

  /// Starts: all alike first, then logarithms uniform over eight powers of e.
  private func point(_ start: Int) -> [Double] {
    guard start > 0 else { return Array(repeating: 0, count: grams.columns) }
    let random = KeyedRandom(seed: options.seed, stream: UInt64(start))
    return (0..<grams.columns).map { -8 * random.uniform(at: $0) }
  }
}
