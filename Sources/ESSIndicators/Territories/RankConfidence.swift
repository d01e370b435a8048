public import ESSNumerics

/// Confidence sets for ranks: which places a territory may have, given the sampling error of all estimates (Mogstad, Romano, Shaikh and
/// Wilhelm 2024, Review of Economic Studies 91, 476-518).
///
/// All ordered pairs are compared by one-sided studentised differences; the critical value is the quantile of the largest difference among
/// the pairs not yet rejected, under normal errors with the given covariance; rejected ordered pairs are dropped and the step repeated. Rank 1
/// is the largest estimate.
public struct RankConfidence: Sendable {
  /// Rank of each estimate; equal ones share the smallest.
  public let ranks: [Int]
  /// The sets that cover all ranks at once at the level.
  public let simultaneous: [ClosedRange<Int>]
  /// Number of simulated errors.
  public let replicates: Int
  private let pairs: RankPairs
  private let level: Double

  /// Compares all pairs; `nil` unless there are at least two finite estimates and every difference has a positive variance.
  ///
  /// - Parameters:
  ///   - estimates: The estimates.
  ///   - covariance: Their covariance; for independent ones the diagonal of squared standard errors.
  ///   - level: Confidence level.
  ///   - replicates: Number of simulated error vectors; the bounds that lie at a critical value's edge may move by one with the seed.
  ///   - seed: Seed of the simulation.
  public init?(
    _ estimates: [Double], covariance: Matrix, level: Double, replicates: Int = 10_000,
    seed: UInt64 = 1
  ) {
    let count = estimates.count
    precondition(covariance.rows == count && covariance.columns == count)
    guard count > 1, estimates.allSatisfy(\.isFinite),
      let pairs = RankPairs(estimates, covariance, replicates: replicates, seed: seed)
    else { return nil }
    self.replicates = replicates
    ranks = estimates.map { own in 1 + estimates.count { $0 > own } }
    self.pairs = pairs
    self.level = level
    let all = pairs.rejected((0..<count).flatMap { i in (0..<count).map { (i, $0) } }, level)
    simultaneous = (0..<count).map { pairs.places($0, all) }
  }

  /// The set of one territory that covers its own rank at the level, regardless of the others'.
  public func marginal(_ own: Int) -> ClosedRange<Int> {
    pairs.places(
      own, pairs.rejected((0..<pairs.count).flatMap { [(own, $0), ($0, own)] }, level))
  }

  /// The territories that may be among the `tau` best, at the simultaneous level.
  public func best(_ tau: Int) -> [Int] {
    simultaneous.indices.filter { simultaneous[$0].lowerBound <= tau }
  }
}

/// Studentised differences of all ordered pairs, and simulated errors for their largest.
private struct RankPairs: Sendable {
  let count: Int
  let statistics: [Double]
  let inverseErrors: [Double]
  /// Error vectors, count x replicates.
  let errors: Matrix

  init?(_ estimates: [Double], _ covariance: Matrix, replicates: Int, seed: UInt64) {
    let count = estimates.count
    self.count = count
    var statistics = [Double](repeating: 0, count: count * count)
    var inverse = statistics
    for i in 0..<count {
      for j in 0..<count where i != j {
        let variance = covariance[i, i] + covariance[j, j] - 2 * covariance[i, j]
        guard variance > 0, variance.isFinite else { return nil }
        inverse[i * count + j] = 1 / variance.squareRoot()
        statistics[i * count + j] = (estimates[i] - estimates[j]) * inverse[i * count + j]
      }
    }
    self.statistics = statistics
    inverseErrors = inverse
    // A root of the covariance that also works where it is singular.
    guard let eigen = SymmetricEigen(covariance) else { return nil }
    let roots = Matrix.diagonal(eigen.values.map { max(0, $0).squareRoot() })
    let random = KeyedRandom(seed: seed)
    let blocks = Parallel.blocks(of: 256, in: replicates)
    let draws = Parallel.map(blocks.count) { block in
      blocks[block].flatMap { replicate in
        let stream = random.stream(UInt64(replicate))
        return (0..<count).map { stream.normal(at: $0) }
      }
    }
    let normal = Matrix(rows: count, columns: replicates, elements: draws.flatMap(\.self))
    errors = (eigen.vectors * roots) * normal
  }

  /// The places left to a territory by the rejected pairs.
  func places(_ own: Int, _ isRejected: [Bool]) -> ClosedRange<Int> {
    let better = (0..<count).count { isRejected[$0 * count + own] }
    let worse = (0..<count).count { isRejected[own * count + $0] }
    return (1 + better)...(count - worse)
  }

  /// The ordered pairs among those given whose first member is larger at the level, as flags over count x count.
  func rejected(_ pairs: [(Int, Int)], _ level: Double) -> [Bool] {
    var isRejected = [Bool](repeating: false, count: count * count)
    var active = pairs.filter { $0 != $1 }
    while !active.isEmpty {
      let critical = quantile(active, level)
      let found = active.filter { statistics[$0 * count + $1] > critical }
      if found.isEmpty { break }
      for (i, j) in found { isRejected[i * count + j] = true }
      active = active.filter { !isRejected[$0 * count + $1] }
    }
    return isRejected
  }

  /// The quantile over replicates of the largest studentised error among some pairs.
  private func quantile(_ pairs: [(Int, Int)], _ level: Double) -> Double {
    let replicates = errors.columns
    let blocks = Parallel.blocks(of: 512, in: replicates)
    let first = pairs.map(\.0)
    let second = pairs.map(\.1)
    let factors = pairs.map { inverseErrors[$0 * count + $1] }
    let maxima = Parallel.map(blocks.count) { block in
      blocks[block].map { replicate in
        let start = replicate * count
        var largest = -Double.infinity
        unsafe errors.elements.withUnsafeBufferPointer { z in
          for k in factors.indices {
            let value = unsafe (z[start + first[k]] - z[start + second[k]]) * factors[k]
            if value > largest { largest = value }
          }
        }
        return largest
      }
    }.flatMap(\.self).sorted()
    let position = Int((level * Double(replicates)).rounded(.up)) - 1
    return maxima[min(max(position, 0), replicates - 1)]
  }
}
