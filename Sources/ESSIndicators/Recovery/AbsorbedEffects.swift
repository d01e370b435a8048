internal import ESSNumerics

/// Fixed effects taken out of columns: the residual of each column on the dummies of all levels.
///
/// One effect costs one pass. Two effects are solved directly where the smaller has few levels: the larger one is eliminated, and the
/// normal equations of the other (of order its number of levels) are solved by Cholesky. Otherwise alternating projections run with
/// conjugate-gradient acceleration on the symmetric Kaczmarz operator (Guimaraes and Portugal 2010, Stata Journal 10(4); Correia 2017).
/// Memory: one copy of each column and two of work.
struct AbsorbedEffects: Sendable {
  /// The levels of one effect.
  struct Effect: Sendable {
    let name: String
    let codes: [Int32]
    let count: Int
  }

  /// How the columns were computed.
  enum Solver: String, Sendable {
    /// Means of one effect.
    case means
    /// Means of two effects that cross in every cell once.
    case balanced
    /// Elimination of the larger of two effects.
    case elimination
    /// Alternating projections with acceleration.
    case projections
  }

  let effects: [Effect]
  let weights: [Double]?
  let solver: Solver
  /// Number of independent dummies: levels less what is redundant.
  let rank: Int
  /// Whether every column came to the tolerance.
  private(set) var isConverged = true
  /// The most iterations that a column took.
  private(set) var iterations = 0
  private let elimination: TwoWayElimination?
  private let totals: [[Double]]

  static let tolerance = 1e-12
  static let mostIterations = 10_000

  init(_ effects: [Effect], weights: [Double]?, isBalanced: Bool) {
    self.effects = effects
    self.weights = weights
    totals = effects.map { effect in
      GroupSums.of(weights, codes: effect.codes, count: effect.count)
    }
    rank = Self.rank(effects, isBalanced: isBalanced)
    switch effects.count {
    case 0, 1:
      solver = .means
      elimination = nil
    case 2 where isBalanced && weights == nil:
      solver = .balanced
      elimination = nil
    case 2:
      elimination = TwoWayElimination(effects[0], effects[1], weights: weights)
      solver = elimination == nil ? .projections : .elimination
    default:
      elimination = nil
      solver = .projections
    }
  }

  /// The rank of the dummies of some effects: exact for one and two; beyond, each is credited with what any earlier one shows to be redundant.
  static func rank(_ effects: [Effect], isBalanced: Bool = false) -> Int {
    var rank = effects.reduce(0) { $0 + $1.count }
    for later in effects.indices.dropFirst() {
      let redundant = (0..<later).map { earlier in
        isBalanced ? 1 : EffectComponents.count(effects[earlier], effects[later])
      }
      rank -= redundant.max() ?? 0
    }
    return rank
  }

  /// The residuals of some columns, computed side by side.
  mutating func residuals(of columns: [[Double]]) -> [[Double]] {
    guard !effects.isEmpty else { return columns }
    let this = self
    let results = Parallel.map(columns.count) { this.residual(of: columns[$0]) }
    for result in results {
      iterations = max(iterations, result.iterations)
      isConverged = isConverged && result.isConverged
    }
    return results.map(\.values)
  }

  private struct Result: Sendable {
    var values: [Double]
    var iterations = 0
    var isConverged = true
  }

  private func residual(of column: [Double]) -> Result {
    var values = column
    switch solver {
    case .means:
      subtractMeans(effects.count - 1, from: &values)
    case .balanced:
      // Means of the second effect about those of the first: the grand mean is taken out once.
      subtractMeans(0, from: &values)
      subtractMeans(1, from: &values)
    case .elimination:
      guard let elimination else { break }
      let (first, second) = elimination.solve(column)
      elimination.subtract(first, second, from: &values)
    case .projections:
      return projected(column)
    }
    return Result(values: values)
  }

  /// The estimated effects of a column, level by level; `nil` where only the residuals are computed.
  ///
  /// Of two effects the second is 0 in its first level of each connected part.
  func levels(of column: [Double]) -> [[Double]]? {
    switch solver {
    case .means:
      guard let effect = effects.first else { return [] }
      let sums = GroupSums.of(column, weights: weights, codes: effect.codes, count: effect.count)
      return [zip(sums, totals[0]).map { $0 / $1 }]
    case .balanced, .elimination:
      let solver =
        elimination ?? TwoWayElimination(effects[0], effects[1], weights: weights)
      return solver.map { solver in
        let (first, second) = solver.solve(column)
        return [first, second]
      }
    case .projections: return nil
    }
  }

  private func subtractMeans(_ index: Int, from values: inout [Double]) {
    guard index >= 0 else { return }
    let effect = effects[index]
    var means = GroupSums.of(values, weights: weights, codes: effect.codes, count: effect.count)
    for level in means.indices { means[level] /= totals[index][level] }
    GroupSums.subtract(means, codes: effect.codes, from: &values)
  }

  /// One sweep through all effects and back.
  private func sweep(_ values: inout [Double]) {
    for index in effects.indices { subtractMeans(index, from: &values) }
    for index in effects.indices.dropLast().reversed() { subtractMeans(index, from: &values) }
  }

  private func projected(_ column: [Double]) -> Result {
    var result = Result(values: column)
    // The iterate starts in the range of the sweep, where it is symmetric.
    sweep(&result.values)
    let size = product(result.values, result.values).squareRoot()
    var swept = result.values
    sweep(&swept)
    var residual = zip(result.values, swept).map { $0 - $1 }
    var direction = residual
    var square = product(residual, residual)
    while square.squareRoot() > Self.tolerance * size {
      guard result.iterations < Self.mostIterations else {
        result.isConverged = false
        break
      }
      result.iterations += 1
      swept = direction
      sweep(&swept)
      for row in swept.indices { swept[row] = direction[row] - swept[row] }
      let curvature = product(direction, swept)
      guard curvature > 0 else { break }
      let step = square / curvature
      for row in swept.indices {
        result.values[row] -= step * direction[row]
        residual[row] -= step * swept[row]
      }
      let next = product(residual, residual)
      let ratio = next / square
      square = next
      for row in direction.indices { direction[row] = residual[row] + ratio * direction[row] }
    }
    return result
  }

  private func product(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    if let weights {
      for row in left.indices { sum += weights[row] * left[row] * right[row] }
    } else {
      for row in left.indices { sum += left[row] * right[row] }
    }
    return sum
  }
}

extension AbsorbedEffects.Effect {
  /// Whether all rows of each level lie in one group.
  func isNested(in groups: [Int32]) -> Bool {
    var group = [Int32](repeating: -1, count: count)
    for row in codes.indices {
      let level = Int(codes[row])
      if group[level] < 0 {
        group[level] = groups[row]
      } else if group[level] != groups[row] {
        return false
      }
    }
    return true
  }
}

/// Connected parts of the graph whose nodes are the levels of two effects and whose edges are the rows.
enum EffectComponents {
  /// The number of parts.
  static func count(_ first: AbsorbedEffects.Effect, _ second: AbsorbedEffects.Effect) -> Int {
    let parts = labels(first, second)
    return Set(parts[..<first.count]).count
  }

  /// For each level, those of the first effect before those of the second, a label of its part.
  static func labels(
    _ first: AbsorbedEffects.Effect, _ second: AbsorbedEffects.Effect
  ) -> [Int32] {
    var parents = (0..<Int32(first.count + second.count)).map { $0 }
    func root(_ node: Int32) -> Int32 {
      var node = node
      while parents[Int(node)] != node {
        parents[Int(node)] = parents[Int(parents[Int(node)])]
        node = parents[Int(node)]
      }
      return node
    }
    for row in first.codes.indices {
      let a = root(first.codes[row])
      let b = root(second.codes[row] + Int32(first.count))
      if a != b { parents[Int(max(a, b))] = min(a, b) }
    }
    return parents.indices.map { root(Int32($0)) }
  }
}
