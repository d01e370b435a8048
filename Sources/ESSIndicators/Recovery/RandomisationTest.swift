internal import ESSData
internal import ESSNumerics

/// The test that the doses might as well have been handed to other units: the coefficient under permutations of the doses.
///
/// Fisher's sharp null hypothesis, two-sided by the absolute coefficient. All orders of the doses are computed where there are no more of
/// them than draws, otherwise random ones keyed by (seed, draw). The coefficient of a permutation is a ratio of two forms in matrices of order
/// the number of units, computed once: O(units^2) for each permutation.
public struct RandomisationTest: Sendable, Equatable {
  /// The share of permutations, the true one among them, whose coefficient is at least as far from zero.
  public let pValue: Double
  /// Number of permutations.
  public let permutations: Int
  /// Whether these are all orders of the doses.
  public let isExact: Bool

  /// With more units than this the matrices would be too large to be worth it.
  private static let mostUnits = 2000

  /// `nil` for too many units, or no draws.
  init?(
    _ sample: PanelSample, outcome: String, doses: [Double], from start: Int, draws: Int,
    seed: UInt64
  ) {
    let n = doses.count
    guard n <= Self.mostUnits, draws > 0, let column = try? sample.column(outcome) else {
      return nil
    }
    var effects = AbsorbedEffects(
      [
        AbsorbedEffects.Effect(name: "unit", codes: sample.unitCodes, count: n),
        AbsorbedEffects.Effect(
          name: "time", codes: sample.timeCodes, count: sample.axis.labels.count),
      ], weights: nil, isBalanced: sample.isBalanced)
    let posts = (0..<n).map { unit in
      sample.unitCodes.indices.map {
        Int(sample.unitCodes[$0]) == unit && Int(sample.timeCodes[$0]) >= start ? 1.0 : 0
      }
    }
    let reduced = Matrix(
      rows: column.count, columns: n, elements: effects.residuals(of: posts).flatMap(\.self))
    let products = reduced.transposedProduct(column)
    let gram = reduced.gram()
    @Sendable func coefficient(_ order: [Int]) -> Double {
      let permuted = order.map { doses[$0] }
      var above = 0.0
      var below = 0.0
      let image = gram * permuted
      for unit in 0..<n {
        above += permuted[unit] * products[unit]
        below += permuted[unit] * image[unit]
      }
      return abs(above / below)
    }
    let observed = coefficient(Array(0..<n))
    let limit = observed * (1 - 1e-10)
    if let all = Self.orders(n, atMost: draws) {
      let larger = Parallel.map(all.count) { coefficient(all[$0]) >= limit }.count { $0 }
      permutations = all.count
      isExact = true
      pValue = Double(larger) / Double(all.count)
    } else {
      let larger = Parallel.map(draws) { draw in
        coefficient(KeyedRandom(seed: seed, stream: UInt64(draw)).permutation(n)) >= limit
      }.count { $0 }
      permutations = draws
      isExact = false
      pValue = Double(1 + larger) / Double(1 + draws)
    }
  }

  /// All orders of 0 ..< count, in lexicographic order; `nil` if there are more than a limit.
  static func orders(_ count: Int, atMost limit: Int) -> [[Int]]? {
    var number = 1
    for factor in 1...max(1, count) {
      number *= factor
      if number > limit { return nil }
    }
    var order = Array(0..<count)
    var list = [order]
    while let pivot = (0..<max(0, count - 1)).last(where: { order[$0] < order[$0 + 1] }),
      let successor = order.indices.last(where: { order[$0] > order[pivot] })
    {
      order.swapAt(pivot, successor)
      order[(pivot + 1)...].reverse()
      list.append(order)
    }
    return list
  }
}
