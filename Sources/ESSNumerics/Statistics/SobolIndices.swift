/// How much of a model's variance each of its factors brings: first-order and total indices (Sobol' 1993), from one design of (factors + 2)
/// times a base number of runs (Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola 2010, Computer Physics Communications 181,
/// 259-270).
///
/// The first-order index is the share of variance that a factor explains by itself, the total index the share that would remain if all
/// others were known: their difference is interaction. Intervals are percentiles over resampled base points.
public struct SobolIndices: Sendable {
  /// Where the base points come from.
  public enum Sampling: String, Sendable, CaseIterable {
    /// A Sobol' sequence with a keyed digital shift, for up to ten factors; best with a power of 2 as base.
    case quasiRandom = "quasi-random"
    /// Independent uniform numbers.
    case uniform
  }

  /// The estimator of first-order indices; total ones are Jansen's (1999).
  public enum Estimator: String, Sendable, CaseIterable {
    /// Mean of f(B) (f(A with factor i of B) - f(A)): Saltelli and others (2010).
    case saltelli
    /// Variance less half the mean of (f(B) - f(A with factor i of B))^2: Jansen (1999).
    case jansen
  }

  /// What to run.
  public struct Plan: Sendable, Equatable {
    /// Number of factors.
    public var factors: Int
    /// Base points.
    public var base: Int
    /// Seed of points and resampling.
    public var seed: UInt64
    /// Where the points come from.
    public var sampling = Sampling.quasiRandom
    /// The estimator of first-order indices.
    public var estimator = Estimator.saltelli
    /// Resampled sets of base points behind the intervals.
    public var replicates = 200
    /// Level of the intervals.
    public var level = 0.95

    /// A plan with the usual settings.
    public init(factors: Int, base: Int, seed: UInt64 = 1) {
      self.factors = factors
      self.base = base
      self.seed = seed
    }

    /// Model runs that the plan takes.
    public var runs: Int { base * (factors + 2) }
  }

  /// The part of one factor in the variance of one output.
  public struct Effect: Sendable, Equatable {
    /// The first-order index; estimates of small ones can be below 0.
    public let first: Double
    /// Its interval.
    public let firstRange: ClosedRange<Double>
    /// The total index.
    public let total: Double
    /// Its interval.
    public let totalRange: ClosedRange<Double>
  }

  /// The indices of one output.
  public struct Output: Sendable, Equatable {
    /// Mean over the base points and their doubles.
    public let mean: Double
    /// Variance over them.
    public let variance: Double
    /// The effect of each factor; none for an output that does not vary.
    public let effects: [Effect]
  }

  /// The plan.
  public let plan: Plan
  /// One result for each output of the model.
  public let outputs: [Output]

  /// Runs a model and estimates the indices of every output.
  ///
  /// - Parameters:
  ///   - plan: What to run.
  ///   - outputs: Number of the model's outputs.
  ///   - model: The outputs at a point of the unit cube, the factors' uniform numbers; called from several threads. Memory: runs x outputs
  ///     doubles.
  public init(
    _ plan: Plan, outputs: Int,
    model: @escaping @Sendable (_ point: [Double]) -> [Double]
  ) {
    precondition(plan.factors > 0 && plan.base > 1, "indices need a factor and two points")
    self.plan = plan
    let design = Design(plan)
    let blocks = Parallel.blocks(of: 16, in: plan.base)
    let runs = Parallel.map(blocks.count) { block in
      blocks[block].map { point in
        (0..<(plan.factors + 2)).map { model(design.point(point, run: $0)) }
      }
    }.flatMap(\.self)
    self.outputs = Parallel.map(outputs) { output in
      Self.estimate(plan, runs.map { $0.map { $0[output] } })
    }
  }

  /// The two sets of base points.
  private struct Design: Sendable {
    let factors: Int
    let sequence: SobolSequence?
    let random: KeyedRandom

    init(_ plan: Plan) {
      factors = plan.factors
      let isQuasiRandom =
        plan.sampling == .quasiRandom && 2 * plan.factors <= SobolSequence.limit
      sequence =
        isQuasiRandom ? SobolSequence(dimensions: 2 * plan.factors, shift: plan.seed) : nil
      random = KeyedRandom(seed: plan.seed, stream: 0x5A17)
    }

    /// The inputs of a run at a base point: 0 for A, 1 for B, 2 + i for A with factor i of B.
    func point(_ index: Int, run: Int) -> [Double] {
      (0..<factors).map { factor in
        let dimension = run == 1 || run == factor + 2 ? factors + factor : factor
        return sequence?.coordinate(of: index, in: dimension)
          ?? random.uniform(at: index * 2 * factors + dimension)
      }
    }
  }

  /// The indices from the values at every base point: A, B, and A with each factor of B.
  private static func estimate(_ plan: Plan, _ runs: [[Double]]) -> Output {
    let count = 2 * Double(runs.count)
    let mean = runs.reduce(0) { $0 + $1[0] + $1[1] } / count
    // Centred values make the product estimator far less noisy.
    let centred = runs.map { $0.map { $0 - mean } }
    let square = centred.reduce(0) { $0 + $1[0] * $1[0] + $1[1] * $1[1] }
    let size = runs.reduce(0) { max($0, abs($1[0]), abs($1[1])) }
    guard square > count * size * size * 1e-28 else {
      return Output(mean: mean, variance: 0, effects: [])
    }
    let terms = (0..<plan.factors).map { factor in
      centred.map { run in Terms(run, factor, plan.estimator) }
    }
    let base = centred.map { ($0[0] + $0[1], $0[0] * $0[0] + $0[1] * $0[1]) }
    let all = Array(0..<runs.count)
    let found = terms.map { Self.indices($0, base, all, plan.estimator) }
    let random = KeyedRandom(seed: plan.seed, stream: 0xB007)
    let samples = (0..<plan.replicates).map { replicate in
      let stream = random.stream(UInt64(replicate))
      let chosen = all.map { stream.below(runs.count, at: $0) }
      return terms.map { Self.indices($0, base, chosen, plan.estimator) }
    }
    let effects = found.enumerated().map { factor, own in
      Effect(
        first: own.first,
        firstRange: range(samples.map { $0[factor].first }, plan.level, around: own.first),
        total: own.total,
        totalRange: range(samples.map { $0[factor].total }, plan.level, around: own.total))
    }
    return Output(mean: mean, variance: square / count, effects: effects)
  }

  /// What a base point adds to the sums of a factor.
  private struct Terms {
    let first: Double
    let total: Double

    init(_ run: [Double], _ factor: Int, _ estimator: Estimator) {
      let (a, b, mixed) = (run[0], run[1], run[factor + 2])
      first = estimator == .saltelli ? b * (mixed - a) : (b - mixed) * (b - mixed) / 2
      total = (a - mixed) * (a - mixed) / 2
    }
  }

  private static func indices(
    _ terms: [Terms], _ base: [(sum: Double, square: Double)], _ chosen: [Int],
    _ estimator: Estimator
  ) -> (first: Double, total: Double) {
    var (first, total, sum, square) = (0.0, 0.0, 0.0, 0.0)
    for point in chosen {
      first += terms[point].first
      total += terms[point].total
      sum += base[point].sum
      square += base[point].square
    }
    let count = Double(chosen.count)
    let variance = square / (2 * count) - (sum / (2 * count)) * (sum / (2 * count))
    guard variance > 0 else { return (0, 0) }
    let part = first / count / variance
    return (estimator == .saltelli ? part : 1 - part, total / count / variance)
  }

  private static func range(
    _ samples: [Double], _ level: Double, around value: Double
  ) -> ClosedRange<Double> {
    guard let quantiles = WeightedQuantiles(samples) else { return value...value }
    let tail = (1 - level) / 2
    return quantiles.quantile(tail)...quantiles.quantile(1 - tail)
  }
}
