internal import ESSNumerics

/// The multiplier bootstrap of estimates with influence functions: simultaneous bands.
///
/// Callaway and Sant'Anna (2021), *Journal of Econometrics* 225, 200-230, algorithm 1, with the two-point weights of Mammen (1993). A draw
/// weights every unit's influence by a random number of mean 0 and variance 1. Weights are keyed by (seed, draw, unit).
public struct MultiplierBootstrap: Sendable, Equatable {
  /// Number of draws.
  public let draws: Int
  /// Seed of the draws.
  public let seed: UInt64
  /// The critical value of bands that hold for all estimates at once.
  public let critical: Double
  /// Standard errors from the interquartile range of the draws; `nil` where an estimate has none.
  public let standardErrors: [Double?]

  /// `nil` where no estimate has a standard error.
  init?(_ estimates: [InfluenceEstimate], draws: Int, seed: UInt64, level: Double) {
    let usable = estimates.indices.filter { estimates[$0].standardError != nil }
    guard let first = usable.first, draws > 1 else { return nil }
    self.draws = draws
    self.seed = seed
    let units = estimates[first].influence.count
    let influences = Matrix(rows: units, columns: usable.count) {
      estimates[usable[$1]].influence[$0] / Double(units)
    }
    let root5 = 5.0.squareRoot()
    let (low, high) = ((1 - root5) / 2, (1 + root5) / 2)
    let chance = (root5 + 1) / (2 * root5)
    let blocks = Parallel.blocks(of: 64, in: draws)
    let results = Parallel.map(blocks.count) { index -> Matrix in
      let block = blocks[index]
      let streams = block.map { KeyedRandom(seed: seed, stream: UInt64($0)) }
      let weights = Matrix(rows: block.count, columns: units) {
        streams[$0].chance(chance, at: $1) ? low : high
      }
      return weights * influences
    }
    let columns = usable.indices.map { column in
      results.flatMap { block in block.column(column) }
    }
    let normal = Normal()
    let spread = normal.quantile(0.75) - normal.quantile(0.25)
    let errors = columns.map { column in
      let sorted = column.sorted()
      return (Self.quantile(sorted, 0.75) - Self.quantile(sorted, 0.25)) / spread
    }
    var largest = Array(repeating: 0.0, count: draws)
    for (column, error) in zip(columns, errors) where error > 0 {
      for draw in 0..<draws { largest[draw] = max(largest[draw], abs(column[draw]) / error) }
    }
    critical = Self.quantile(largest.sorted(), level)
    var all: [Double?] = Array(repeating: nil, count: estimates.count)
    for (position, error) in zip(usable, errors) { all[position] = error }
    standardErrors = all
  }

  /// The inverse of the empirical distribution function.
  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let position = (share * Double(sorted.count)).rounded(.up)
    return sorted[min(max(Int(position) - 1, 0), sorted.count - 1)]
  }
}
