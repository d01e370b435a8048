internal import ESSData
internal import ESSNumerics

/// The wild cluster bootstrap test of one coefficient: null imposed, Rademacher signs, studentised.
///
/// Cameron, Gelbach and Miller (2008), Review of Economics and Statistics 90(3); computed from sums by group as in Roodman, MacKinnon,
/// Nielsen and Webb (2019), Stata Journal 19(1), so that a draw costs groups times columns. With few groups all sign vectors are taken.
public struct WildClusterBootstrap: Sendable {
  /// The coefficient tested against 0.
  public let term: String
  /// The t statistic, with the cluster covariance times G / (G - 1).
  public let statistic: Double
  /// Share of sign vectors whose |t| is not below the observed one; of draws at random (count + 1) / (draws + 1).
  public let pValue: Double
  /// The same counting only those whose |t| is above; the signs of the data and their opposite always tie.
  public let strictPValue: Double
  /// Number of sign vectors.
  public let draws: Int
  /// Whether they are all there are.
  public let isExact: Bool
  /// Number of groups.
  public let groups: Int

  /// Up to this many groups all sign vectors are taken, whatever the draws asked.
  public static let mostExactGroups = 12

  init(_ fit: LinearFit, _ groups: ClusterGrouping, index: Int, draws: Int, seed: UInt64) {
    let g = groups.count
    term = fit.names[index]
    self.groups = g
    isExact = g <= Self.mostExactGroups || (g < 30 && 1 << g <= draws)
    let count = isExact ? 1 << g : draws
    self.draws = count
    let partial = fit.partialled(index)
    let own = fit.inverseGram[index, index]
    let estimate = fit.coefficients[index]
    // Residuals of the fit without the column.
    let restricted = zip(fit.residuals, partial).map { $0 + estimate * $1 }
    func products(_ left: [Double]) -> [[Double]] {
      fit.columns.map { column in zip(column, left).map { $0 * $1 } }
    }
    let ownScores = GroupSums.of(
      zip(partial, restricted).map { $0 * $1 }, weights: nil, codes: groups.codes, count: g)
    let scores = groups.sums(of: products(restricted))
    let shares = groups.sums(of: products(partial)) * fit.inverseGram
    let spread = GroupSums.of(
      zip(partial, fit.residuals).map { $0 * $1 }, weights: nil, codes: groups.codes, count: g)
    let factor = (Double(g) / Double(g - 1)).squareRoot()
    let observed =
      estimate / (factor * own * spread.reduce(0) { $0 + $1 * $1 }.squareRoot())
    statistic = observed
    let bound = abs(observed)
    let random = KeyedRandom(seed: seed, stream: 1)
    let exact = isExact
    let words = (g + 63) / 64
    let size = max(16, min(512, 1 << 18 / max(g, 1)))
    let blocks = Parallel.blocks(of: size, in: count)
    let counts = Parallel.map(blocks.count) { block -> (above: Int, tied: Int) in
      let range = blocks[block]
      var signs = [Double](repeating: 1, count: g * range.count)
      for (column, draw) in range.enumerated() {
        var bits: UInt64 = 0
        for group in 0..<g {
          if group % 64 == 0 {
            bits = exact ? UInt64(draw) : random.bits(at: draw * words + group / 64)
          }
          if bits & 1 == 1 { signs[column * g + group] = -1 }
          bits >>= 1
        }
      }
      let drawn = Matrix(rows: g, columns: range.count, elements: signs)
      let totals = scores.transposedProduct(drawn)
      let fitted = shares * totals
      var above = 0
      var tied = 0
      for column in 0..<range.count {
        var sum = 0.0
        var squares = 0.0
        for group in 0..<g {
          let score = signs[column * g + group] * ownScores[group]
          let residual = score - fitted[group, column]
          sum += score
          squares += residual * residual
        }
        let t = abs(sum) / (factor * squares.squareRoot())
        if t > bound * (1 + 1e-10) {
          above += 1
        } else if t >= bound * (1 - 1e-10) {
          tied += 1
        }
      }
      return (above, tied)
    }
    let above = counts.reduce(0) { $0 + $1.above }
    let tied = counts.reduce(0) { $0 + $1.tied }
    let base = exact ? 0 : 1
    pValue = Double(above + tied + base) / Double(count + base)
    strictPValue = Double(above + base) / Double(count + base)
  }
}
