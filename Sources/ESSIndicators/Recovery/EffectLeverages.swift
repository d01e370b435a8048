internal import ESSNumerics

/// The weight that each row has in its own fitted value through the dummies of crossed effects.
///
/// The effect with most levels is eliminated. What it leaves of the dummies of the others has normal equations of order their number of
/// levels, singular where levels are redundant; every generalised inverse gives the same leverages. Cost: rows times that order, and
/// its cube.
struct EffectLeverages {
  /// The most levels of all effects but the largest: about a second's work.
  static let mostLevels = 2048

  private let large: AbsorbedEffects.Effect
  private let others: [AbsorbedEffects.Effect]
  /// Where the levels of each of the others begin.
  private let starts: [Int]
  private let order: Int
  private let weights: [Double]?
  /// The rows of each level of the large effect.
  private let rows: [[Int]]

  /// `nil` where the normal equations would be too large.
  init?(_ effects: [AbsorbedEffects.Effect], weights: [Double]?) {
    guard let widest = effects.indices.max(by: { effects[$0].count < effects[$1].count }) else {
      return nil
    }
    large = effects[widest]
    let others = effects.indices.filter { $0 != widest }.map { effects[$0] }
    self.others = others
    starts = others.indices.map { others[..<$0].reduce(0) { $0 + $1.count } }
    order = others.reduce(0) { $0 + $1.count }
    guard order <= Self.mostLevels else { return nil }
    self.weights = weights
    var rows = [[Int]](repeating: [], count: large.count)
    for row in large.codes.indices { rows[Int(large.codes[row])].append(row) }
    self.rows = rows
  }

  /// The leverage of each row.
  var values: [Double] {
    let inverse = generalisedInverse()
    var values = [Double](repeating: 0, count: large.codes.count)
    for level in rows {
      let means = meanDummies(level)
      // The inverse times the means, and what the means are worth in it.
      var turned = [Double](repeating: 0, count: order)
      for (place, mean) in means.shares {
        for other in 0..<order { turned[other] += inverse[other + order * place] * mean }
      }
      let own = means.shares.reduce(0) { $0 + $1.share * turned[$1.place] }
      for row in level {
        let places = places(row)
        var spread = own
        for place in places {
          spread -= 2 * turned[place]
          for other in places { spread += inverse[other + order * place] }
        }
        values[row] = weight(row) * (1 / means.total + spread)
      }
    }
    return values
  }

  private func weight(_ row: Int) -> Double { weights?[row] ?? 1 }

  /// The dummies of the other effects that are 1 in a row.
  private func places(_ row: Int) -> [Int] {
    others.indices.map { starts[$0] + Int(others[$0].codes[row]) }
  }

  /// The weighted means of the other dummies within a level of the large effect, those that are not 0, and its weight.
  private func meanDummies(_ level: [Int]) -> (shares: [(place: Int, share: Double)], total: Double)
  {
    var sums: [Int: Double] = [:]
    var total = 0.0
    for row in level {
      total += weight(row)
      for place in places(row) { sums[place, default: 0] += weight(row) }
    }
    let shares = sums.keys.sorted().map { (place: $0, share: (sums[$0] ?? 0) / total) }
    return (shares, total)
  }

  /// A generalised inverse of the normal equations, column-major: the inverse on independent levels, 0 elsewhere.
  private func generalisedInverse() -> [Double] {
    var system = [Double](repeating: 0, count: order * order)
    for level in rows {
      for row in level {
        let places = places(row)
        for a in places {
          for b in places { system[a + order * b] += weight(row) }
        }
      }
      let means = meanDummies(level)
      for (a, first) in means.shares {
        for (b, second) in means.shares {
          system[a + order * b] -= means.total * first * second
        }
      }
    }
    let matrix = Matrix(rows: order, columns: order, elements: system)
    let qr = PivotedQR(matrix, tolerance: 1e-11)
    let kept = qr.pivot.prefix(qr.rank).sorted()
    var inverse = [Double](repeating: 0, count: order * order)
    guard let factor = Cholesky(matrix.selecting(rows: kept).selecting(columns: kept)) else {
      return inverse.map { _ in .nan }
    }
    let independent = factor.inverse
    for (a, first) in kept.enumerated() {
      for (b, second) in kept.enumerated() {
        inverse[first + order * second] = independent[a, b]
      }
    }
    return inverse
  }
}
