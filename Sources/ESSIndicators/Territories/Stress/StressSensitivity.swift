public import ESSData
public import ESSNumerics

/// Which source of uncertainty moves ranks: Sobol' indices of each unit's rank and of the mean shift of all ranks from the recipe's.
public struct StressSensitivity: Sendable {
  /// The factors, in the order of the effects.
  public let factors: [StressFactor]
  /// The indices of the mean shift of ranks.
  public let shift: SobolIndices.Output
  /// The indices of each unit's rank, in the order of the score's units.
  public let ranks: [SobolIndices.Output]
  /// What was run.
  public let plan: SobolIndices.Plan
  /// More numbers of all runs would need more than 1 GB.
  private static let most = 120_000_000

  /// Runs the design: base times (factors + 2) scores.
  ///
  /// - Parameters:
  ///   - test: A stress test, whose space and seed are taken.
  ///   - base: Base points, best a power of 2.
  ///   - sampling: Where they come from.
  ///   - estimator: The estimator of first-order indices.
  ///   - level: Level of the bootstrap intervals.
  /// - Throws: `DataError` for what a combination of alternatives cannot do, and for more runs than memory holds.
  public init(
    _ test: StressTest, base: Int, sampling: SobolIndices.Sampling = .quasiRandom,
    estimator: SobolIndices.Estimator = .saltelli, level: Double = 0.95
  ) throws(DataError) {
    let model = test.model
    let nominal = test.nominalRanks
    let units = nominal.count
    var plan = SobolIndices.Plan(factors: model.factors.count, base: base, seed: test.seed)
    plan.sampling = sampling
    plan.estimator = estimator
    plan.level = level
    let numbers = plan.runs * (units + 2)
    guard numbers <= Self.most else {
      throw .notIdentified(
        "\(plan.runs) scores of \(units) units are too many to keep their ranks; take at most \(Self.most / (units + 2) / (plan.factors + 2)) base points"
      )
    }
    let indices = SobolIndices(plan, outputs: units + 2) { point in
      let draw = model.draw(point: point)
      // A closure cannot throw through the design: a score that is not defined is told by the last output.
      guard let scores = try? model.scores(draw, weights: model.weights(of: draw)) else {
        return Array(repeating: 0, count: units + 1) + [1]
      }
      var ranks: [Int32] = []
      var ranking = Ranking(count: units)
      ranking.append(scores, to: &ranks)
      let shift = zip(ranks, nominal).reduce(0.0) { $0 + Double(abs(Int($1.0) - $1.1)) }
      return [shift / Double(units)] + ranks.map { Double($0) } + [0]
    }
    guard indices.outputs[units + 1].mean == 0, indices.outputs[units + 1].variance == 0 else {
      throw .notIdentified(
        "some combination of alternatives gives no scores; the replications of the stress test say which"
      )
    }
    factors = model.factors.map(\.factor)
    shift = indices.outputs[0]
    ranks = Array(indices.outputs[1...units])
    self.plan = plan
  }
}
