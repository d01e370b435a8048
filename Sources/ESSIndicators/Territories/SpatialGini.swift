internal import ESSNumerics

/// The Gini coefficient split into the differences between neighbours and those between territories apart (Rey and Smith 2013,
/// Letters in Spatial and Resource Sciences 6, 55-70).
public struct SpatialGini: Sendable, Equatable {
  /// The part of pairs of neighbours, in Gini units.
  public let near: Double
  /// The part of all other pairs.
  public let distant: Double
  /// Whether the distant part is larger than under random arrangements, if any were asked for.
  public let permutation: PermutationTest?

  /// Splits the Gini coefficient of values of at least 0 with blocks as neighbourhoods; `nil` where it is not defined.
  public init?(_ values: [Double], blocks: [String], permutations: Int = 0, seed: UInt64 = 1) {
    guard let gini = RegionalInequality(values)?.gini else { return nil }
    var rows: [String: [Int]] = [:]
    for (row, block) in blocks.enumerated() { rows[block, default: []].append(row) }
    let groups = Array(rows.values)
    self.init(values, gini, permutations, seed) { arranged in
      groups.reduce(0.0) { $0 + Self.differences($1.map { arranged[$0] }) }
    }
  }

  /// Splits it with weights: each pair counts as near that is linked in either direction.
  public init?(
    _ values: [Double], weights: SpatialWeights, permutations: Int = 0, seed: UInt64 = 1
  ) {
    guard let gini = RegionalInequality(values)?.gini else { return nil }
    let matrix = weights.matrix
    self.init(values, gini, permutations, seed) { arranged in
      var sum = 0.0
      for i in arranged.indices {
        for k in matrix.rowStarts[i]..<matrix.rowStarts[i + 1] {
          let j = Int(matrix.columnIndices[k])
          // A link in one direction only stands for the pair.
          let factor: Double = matrix[j, i] == 0 ? 2 : 1
          sum += factor * abs(arranged[i] - arranged[j])
        }
      }
      return sum
    }
  }

  private init(
    _ values: [Double], _ gini: Double, _ permutations: Int, _ seed: UInt64,
    nearDifferences: ([Double]) -> Double
  ) {
    let n = Double(values.count)
    let scale = 2 * n * ExactSum(values).value
    near = nearDifferences(values) / scale
    distant = gini - near
    guard permutations > 0 else {
      permutation = nil
      return
    }
    let random = KeyedRandom(seed: seed)
    let permuted = (0..<permutations).map { replicate -> Double in
      let order = random.stream(UInt64(replicate)).permutation(values.count)
      return gini - nearDifferences(order.map { values[$0] }) / scale
    }
    permutation = PermutationTest(statistic: distant, permuted: permuted)
  }

  /// The sum of |a - b| over ordered pairs.
  private static func differences(_ values: [Double]) -> Double {
    let count = Double(values.count)
    return values.sorted().enumerated().reduce(0.0) { sum, entry in
      sum + 2 * (2 * Double(entry.offset) + 1 - count) * entry.element
    }
  }
}
