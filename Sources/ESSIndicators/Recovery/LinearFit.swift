internal import ESSData
internal import ESSNumerics

/// A least squares fit behind a panel regression: columns with effects taken out and weights folded in.
///
/// A weighted fit is the plain fit of rows times the root of their weights, so that every covariance below is written once.
struct LinearFit: Sendable {
  /// A column that got no coefficient.
  struct Left: Sendable, Equatable {
    let name: String
    let isAbsorbed: Bool
  }

  /// Names of the columns with a coefficient.
  let names: [String]
  /// These columns, effects out, times the roots of the weights.
  let columns: [[Double]]
  /// Their coefficients.
  let coefficients: [Double]
  /// Columns without one.
  let left: [Left]
  /// Residuals times the roots of the weights.
  let residuals: [Double]
  /// The sum of their squares.
  let residualSumOfSquares: Double
  /// Sum of squares of the outcome, effects (or else the mean) out.
  let totalSumOfSquares: Double
  /// The inverse of the columns' Gram matrix.
  let inverseGram: Matrix
  /// The effects taken out.
  let absorbed: AbsorbedEffects

  var rowCount: Int { residuals.count }

  /// Parameters: coefficients and absorbed effects.
  var parameterCount: Int { names.count + absorbed.rank }

  /// Degrees of freedom of the residuals.
  var degreesOfFreedom: Int { rowCount - parameterCount }

  /// Residual variance.
  var variance: Double { residualSumOfSquares / Double(max(degreesOfFreedom, 1)) }

  /// Fits an outcome on columns after taking out effects.
  ///
  /// - Throws: If no column has a coefficient, or there are no more rows than parameters.
  init(
    outcome: [Double], names: [String], regressors: [[Double]], absorbed effects: AbsorbedEffects,
    weights: [Double]?
  ) throws(DataError) {
    var absorbed = effects
    var reduced = absorbed.residuals(of: [outcome] + regressors)
    if let weights {
      let roots = weights.map { $0.squareRoot() }
      for index in reduced.indices {
        for row in roots.indices { reduced[index][row] *= roots[row] }
      }
    }
    self.absorbed = absorbed
    let response = reduced.removeFirst()
    var kept: [Int] = []
    var left: [Left] = []
    let isAbsorbed = zip(reduced, regressors).map { after, before in
      !absorbed.effects.isEmpty && Self.isNothing(after, of: before, weights)
    }
    let candidates = reduced.indices.filter { !isAbsorbed[$0] }
    let solution = NormalSolution(reduced, candidates, response)
    kept = solution.kept
    for index in reduced.indices where !kept.contains(index) {
      left.append(Left(name: names[index], isAbsorbed: isAbsorbed[index]))
    }
    guard !kept.isEmpty else {
      throw .notIdentified(
        "no coefficient is identified: "
          + left.map { "\($0.name) is " + ($0.isAbsorbed ? "absorbed by the fixed effects" : "0") }
          .joined(separator: ", "))
    }
    self.names = kept.map { names[$0] }
    columns = kept.map { reduced[$0] }
    self.left = left
    coefficients = solution.coefficients
    residuals = solution.residuals
    inverseGram = solution.inverseGram
    residualSumOfSquares = residuals.reduce(0) { $0 + $1 * $1 }
    totalSumOfSquares = Self.spread(response, isCentred: !absorbed.effects.isEmpty, weights)
    guard rowCount > parameterCount else {
      throw .notIdentified(
        "\(rowCount) rows are not enough for \(parameterCount) parameters"
          + (absorbed.rank > 0 ? ", \(absorbed.rank) of them fixed effects" : ""))
    }
  }

  /// Whether a column has nothing left once the effects are out, against its spread about its mean.
  private static func isNothing(
    _ after: [Double], of before: [Double], _ weights: [Double]?
  ) -> Bool {
    let mean = before.reduce(0, +) / Double(before.count)
    var spread = 0.0
    var size = 0.0
    var rest = 0.0
    for row in before.indices {
      let weight = weights?[row] ?? 1
      spread += weight * (before[row] - mean) * (before[row] - mean)
      size += weight * before[row] * before[row]
      rest += after[row] * after[row]
    }
    return rest <= 1e-18 * spread || rest <= 1e-26 * size
  }

  private static func spread(
    _ response: [Double], isCentred: Bool, _ weights: [Double]?
  ) -> Double {
    if isCentred { return response.reduce(0) { $0 + $1 * $1 } }
    // The mean of w y over w, for a response that is already times the root of w.
    let roots = weights?.map { $0.squareRoot() } ?? Array(repeating: 1, count: response.count)
    let mean =
      zip(roots, response).reduce(0) { $0 + $1.0 * $1.1 }
      / roots.reduce(0) { $0 + $1 * $1 }
    return zip(roots, response).reduce(0) {
      $0 + ($1.1 - $1.0 * mean) * ($1.1 - $1.0 * mean)
    }
  }

  /// The row's part in the gradient: column times residual, for each column.
  var scores: [[Double]] {
    columns.map { column in
      var score = column
      for row in score.indices { score[row] *= residuals[row] }
      return score
    }
  }

  /// M S M for a sum of outer products of scores.
  func sandwich(_ meat: Matrix) -> Matrix { inverseGram * meat * inverseGram }

  /// The weight of each row in its own fitted value, effects included.
  ///
  /// `nil` where several effects have too many levels.
  var leverages: [Double]? {
    var result = [Double](repeating: 0, count: rowCount)
    for a in columns.indices {
      for b in columns.indices {
        let weight = inverseGram[a, b]
        for row in result.indices { result[row] += weight * columns[a][row] * columns[b][row] }
      }
    }
    switch absorbed.solver {
    case .means:
      guard let effect = absorbed.effects.first else { return result }
      let totals = GroupSums.of(absorbed.weights, codes: effect.codes, count: effect.count)
      for row in result.indices {
        result[row] += (absorbed.weights?[row] ?? 1) / totals[Int(effect.codes[row])]
      }
    case .balanced:
      let counts = absorbed.effects.map { Double($0.count) }
      let share = (counts[0] + counts[1] - 1) / Double(rowCount)
      for row in result.indices { result[row] += share }
    case .elimination, .projections:
      guard let effects = EffectLeverages(absorbed.effects, weights: absorbed.weights) else {
        return nil
      }
      for (row, leverage) in effects.values.enumerated() { result[row] += leverage }
    }
    return result
  }
}

/// The least squares solution on the columns that are independent of those before them.
private struct NormalSolution {
  let kept: [Int]
  let coefficients: [Double]
  let residuals: [Double]
  let inverseGram: Matrix

  /// Elements up to which QR is worth its time.
  private static let mostForQR = 1_000_000

  init(_ columns: [[Double]], _ candidates: [Int], _ response: [Double]) {
    if columns.first.map({ $0.count * candidates.count }) ?? 0 > Self.mostForQR,
      let fast = NormalSolution(refining: columns, candidates, response)
    {
      self = fast
      return
    }
    let kept = Self.independent(columns, candidates)
    self.kept = kept
    guard !kept.isEmpty else {
      (coefficients, residuals, inverseGram) = ([], response, Matrix(rows: 0, columns: 0))
      return
    }
    let fit = LeastSquares(
      design: Matrix(
        rows: response.count, columns: kept.count, elements: kept.flatMap { columns[$0] }),
      response: response)
    coefficients = fit.coefficients
    residuals = fit.residuals
    inverseGram = fit.inverseGram
  }

  /// Corrected semi-normal equations (Björck 1987) for long columns of good condition: Cholesky of the scaled Gram matrix, and one more
  /// step on the residuals; `nil` where a column is nearly dependent.
  private init?(refining columns: [[Double]], _ candidates: [Int], _ response: [Double]) {
    let count = candidates.count
    let chosen = candidates.map { columns[$0] }
    var gram = Matrix(rows: count, columns: count)
    let products = Parallel.map(count * (count + 1) / 2) { index in
      let (a, b) = Self.pair(index)
      return Self.dot(chosen[a], chosen[b])
    }
    for index in products.indices {
      let (a, b) = Self.pair(index)
      gram[a, b] = products[index]
      gram[b, a] = products[index]
    }
    let scales = gram.diagonal.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    let scaled = Matrix(rows: count, columns: count) { gram[$0, $1] * scales[$0] * scales[$1] }
    guard let factor = Cholesky(scaled), factor.lower.diagonal.allSatisfy({ $0 > 1e-4 }) else {
      return nil
    }
    var coefficients = [Double](repeating: 0, count: count)
    var residuals = response
    for _ in 0..<2 {
      let current = residuals
      let right = Parallel.map(count) { Self.dot(chosen[$0], current) * scales[$0] }
      let change = factor.solve(right)
      for index in 0..<count {
        let step = change[index] * scales[index]
        coefficients[index] += step
        for row in residuals.indices { residuals[row] -= step * chosen[index][row] }
      }
    }
    kept = candidates
    self.coefficients = coefficients
    self.residuals = residuals
    let inverse = factor.inverse
    inverseGram = Matrix(rows: count, columns: count) {
      inverse[$0, $1] * scales[$0] * scales[$1]
    }
  }

  private static func pair(_ index: Int) -> (Int, Int) {
    var row = 0
    while (row + 1) * (row + 2) / 2 <= index { row += 1 }
    return (row, index - row * (row + 1) / 2)
  }

  /// In eight lanes, which the compiler keeps in vector registers; the order of the sum is fixed.
  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    var lanes = SIMD8<Double>(repeating: 0)
    var row = 0
    while row + 8 <= left.count {
      for lane in 0..<8 { lanes[lane] += left[row + lane] * right[row + lane] }
      row += 8
    }
    var sum = lanes.sum()
    while row < left.count {
      sum += left[row] * right[row]
      row += 1
    }
    return sum
  }

  /// The columns that are not combinations of those before them: Gram-Schmidt with every step done twice.
  private static func independent(_ columns: [[Double]], _ candidates: [Int]) -> [Int] {
    var kept: [Int] = []
    var basis: [[Double]] = []
    for index in candidates {
      var rest = columns[index]
      let size = dot(rest, rest).squareRoot()
      for _ in 0..<2 {
        for direction in basis {
          let share = dot(direction, rest)
          for row in rest.indices { rest[row] -= share * direction[row] }
        }
      }
      let length = dot(rest, rest).squareRoot()
      guard length > 1e-10 * size else { continue }
      for row in rest.indices { rest[row] /= length }
      basis.append(rest)
      kept.append(index)
    }
    return kept
  }
}
