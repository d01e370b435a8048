internal import ESSData
internal import ESSNumerics

/// Conformal intervals of the effect of a treated unit: the effects that a permutation test does not reject.
///
/// Chernozhukov, Wuethrich and Zhu (2021), *Journal of the American Statistical Association* 116, 1849-1864. For a supposed effect the
/// treated unit's outcomes are freed of it, the weights are fitted on all periods of the test (outcomes over the simplex), and the
/// residual of the tested block is compared with those of the other blocks, moved through time. Exact if residuals are exchangeable, or
/// stationary and weakly dependent for long samples. The test cannot reject at a level below 1 / number of blocks; then there is no interval.
public struct ConformalIntervals: Sendable {
  /// The interval of one period, or of the mean effect.
  public struct Interval: Sendable, Equatable {
    /// The period; `nil` for the mean over all periods after treatment.
    public let period: String?
    /// The p-value of no effect.
    public let pValue: Double
    /// The effects not rejected, the hull if they are not an interval; `nil` if the sample is too short for the level.
    public let effects: ClosedRange<Double>?
  }

  /// The level.
  public let level: Double
  /// The intervals: each period after treatment, then the mean.
  public let intervals: [Interval]

  init(
    _ problem: SyntheticControlProblem, hasIntercept: Bool, level: Double
  ) throws(DataError) {
    guard level > 0, level < 1 else {
      throw .notIdentified("a conformal interval needs a level between 0 and 1, not \(level)")
    }
    self.level = level
    let fit = Array(problem.fitWindow)
    let post = Array(problem.firstPost..<problem.periods.count)
    // Each period alone, then the mean of all.
    let blocks = post.map { [$0] } + [post]
    intervals = Parallel.map(blocks.count) { index in
      let block = blocks[index]
      let test = ConformalTest(problem, fit: fit, block: block, hasIntercept: hasIntercept)
      return Interval(
        period: index < post.count ? problem.periods[block[0]] : nil, pValue: test.pValue(0),
        effects: test.interval(level))
    }
  }
}

/// The test of a constant effect over one block of periods.
private struct ConformalTest {
  private let donors: Matrix
  private let treated: [Double]
  private let fitCount: Int
  private let blockCount: Int
  private let hasIntercept: Bool
  private let start: Double
  private let scale: Double

  init(
    _ problem: SyntheticControlProblem, fit: [Int], block: [Int], hasIntercept: Bool
  ) {
    let periods = fit + block
    donors = Matrix(rows: periods.count, columns: problem.donors.count) {
      problem.outcome($1 + 1, periods[$0])
    }
    treated = periods.map { problem.outcome(0, $0) }
    fitCount = fit.count
    blockCount = block.count
    self.hasIntercept = hasIntercept
    // The search begins at the plain estimate, in steps of its residual scale.
    let plain = SyntheticControl(problem, .init(hasIntercept: hasIntercept))
    let gaps = plain.gaps
    start = block.reduce(0) { $0 + gaps[$1] } / Double(block.count)
    let spread = (fit.reduce(0) { $0 + gaps[$1] * gaps[$1] } / Double(fit.count)).squareRoot()
    let level = treated.reduce(0) { max($0, abs($1)) }
    scale = max(spread, 1e-6 * level, .leastNormalMagnitude)
  }

  /// The p-value of an effect: the share of moved blocks whose mean residual is at least the tested one's.
  func pValue(_ effect: Double) -> Double {
    let count = treated.count
    var target = treated
    for t in fitCount..<count { target[t] -= effect }
    var design = donors
    if hasIntercept {
      let mean = target.reduce(0, +) / Double(count)
      for t in target.indices { target[t] -= mean }
      for j in 0..<design.columns {
        let mean = donors.column(j).reduce(0, +) / Double(count)
        for t in 0..<count { design[t, j] -= mean }
      }
    }
    let weights = SimplexQuadraticProgram(design: design, target: target).solve().weights
    let residuals = zip(target, design * weights).map { $0 - $1 }
    func statistic(_ shift: Int) -> Double {
      var sum = 0.0
      for t in fitCount..<count { sum += residuals[(t + shift) % count] }
      return abs(sum)
    }
    let tested = statistic(0)
    let level = residuals.reduce(0) { max($0, abs($1)) }
    let larger = (0..<count).count { statistic($0) >= tested - 1e-12 * level }
    return Double(larger) / Double(count)
  }

  /// The hull of the effects whose p-value is above 1 - level.
  func interval(_ level: Double) -> ClosedRange<Double>? {
    let alpha = 1 - level
    guard 1 / Double(treated.count) <= alpha * (1 + 1e-12) else { return nil }
    func isKept(_ effect: Double) -> Bool { pValue(effect) > alpha * (1 + 1e-12) }
    func end(_ sign: Double) -> Double? {
      // Outward until sixteen steps in a row, growing, are rejected; then back to the last kept one.
      var last = start
      var rejected: Double?
      var step = scale / 4
      var misses = isKept(start) ? 0 : 1
      var position = start
      for _ in 0..<200 {
        position += sign * step
        if isKept(position) {
          last = position
          rejected = nil
          misses = 0
        } else {
          if rejected == nil { rejected = position }
          misses += 1
          if misses >= 16 { break }
        }
        step *= 1.15
      }
      guard var outside = rejected else { return nil }
      var inside = last
      for _ in 0..<40 where abs(outside - inside) > 1e-9 * scale {
        let middle = (inside + outside) / 2
        if isKept(middle) { inside = middle } else { outside = middle }
      }
      return inside
    }
    guard let low = end(-1), let high = end(1) else { return nil }
    return min(low, high)...max(low, high)
  }
}
