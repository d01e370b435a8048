public import ESSData
internal import ESSNumerics

/// Theil's index over many records, such as municipalities or households, split over nested groups.
///
/// Of each innermost group only three sums are kept, so that the cost is one pass over the records, whatever their number. The parts between groups are those of
/// ``NestedDecomposition`` over the groups; what is left is the mean of the groups' own indices.
public struct RecordInequality: Sendable, Equatable {
  /// Number of records with a value and a weight.
  public let count: Int
  /// Records left out because one of them is missing.
  public let missing: Int
  /// The index of all records.
  public let total: Double
  /// What lies between the groups of each level within those of the level above.
  public let between: [Double]
  /// What lies within the innermost groups.
  public let within: Double
  /// Each group's own index, level by level in order of first appearance.
  public let groups: [NestedDecomposition.Group]

  /// A record that cannot be measured.
  public enum Fault: Error, Sendable, Equatable {
    /// A value below 0, or one of 0 for Theil's L.
    case value(row: Int, Double)
    /// A weight below 0.
    case weight(row: Int, Double)
    /// The values or the weights add up to 0, or there are none.
    case nothing
  }

  /// Measures records; a value or weight of NaN is missing.
  ///
  /// - Parameters:
  ///   - index: Theil's T or L.
  ///   - values: The values, at least 0; for Theil's L above 0.
  ///   - weights: The weights, or `nil` for ones.
  ///   - levels: For each level, the outermost first, the group of each record.
  /// - Throws: `Fault` for a record that cannot be measured, or none.
  public init(
    _ index: NestedDecomposition.Index, _ values: [Double], weights: [Double]? = nil,
    levels: [CodedColumn] = []
  ) throws(Fault) {
    precondition(weights.map { $0.count == values.count } ?? true, "one weight for each record")
    let (leaves, names) = Self.leaves(levels, values.count)
    let sums = Self.sums(index, values, weights, leaves, names.count)
    if let fault = sums.fault { throw fault }
    let used = names.indices.filter { sums.weight[$0] > 0 }
    let means = used.map { sums.income[$0] / sums.weight[$0] }
    let leafWeights = used.map { sums.weight[$0] }
    let leafNames = levels.indices.map { level in used.map { names[$0][level] } }
    let own = used.map { Self.index(index, [$0], sums) }
    let split: NestedDecomposition
    do {
      split = try NestedDecomposition(index, means, weights: leafWeights, levels: leafNames)
    } catch {
      throw .nothing
    }
    let (allWeight, allIncome) = (
      ExactSum(leafWeights).value, ExactSum(used.map { sums.income[$0] }).value
    )
    within =
      ExactSum(
        used.indices.map { leaf in
          let share =
            index == .theilT
            ? sums.income[used[leaf]] / allIncome : sums.weight[used[leaf]] / allWeight
          return share * own[leaf]
        }
      ).value
    between = split.between
    total = split.between.reduce(0, +) + within
    count = sums.count
    missing = values.count - sums.count
    groups = levels.indices.flatMap { level in
      // Paths in order of first appearance, as the split has them.
      var places: [[String]: Int] = [:]
      var members: [[Int]] = []
      for leaf in used {
        let path = Array(names[leaf][...level])
        if let place = places[path] {
          members[place].append(leaf)
        } else {
          places[path] = members.count
          members.append([leaf])
        }
      }
      return zip(split.groups.filter { $0.level == level }, members).map { group, leaves in
        NestedDecomposition.Group(
          level: level, name: group.name, weightShare: group.weightShare,
          incomeShare: group.incomeShare, index: Self.index(index, leaves, sums))
      }
    }
  }

  private struct Sums {
    var weight: [Double]
    var income: [Double]
    /// Sum of w y ln y for Theil's T, of w ln y for L.
    var logs: [Double]
    var count: Int
    var fault: Fault?
  }

  /// The index of the records of some leaves, from their sums: never below 0.
  private static func index(
    _ index: NestedDecomposition.Index, _ leaves: [Int], _ sums: Sums
  ) -> Double {
    let weight = ExactSum(leaves.map { sums.weight[$0] }).value
    let income = ExactSum(leaves.map { sums.income[$0] }).value
    guard weight > 0, income > 0 else { return 0 }
    let logs = ExactSum(leaves.map { sums.logs[$0] }).value
    let mean = SpecialFunctions.log(income / weight)
    return max(0, index == .theilT ? logs / income - mean : mean - logs / weight)
  }

  /// The innermost group of each record, by number of first appearance, and the names on the way to it.
  private static func leaves(
    _ levels: [CodedColumn], _ count: Int
  ) -> (codes: [Int32], names: [[String]]) {
    guard let first = levels.first else {
      return (Array(repeating: 0, count: count), [[]])
    }
    var codes = first.codes
    var names = first.values.map { [$0] }
    for level in levels.dropFirst() {
      var known: [Int: Int32] = [:]
      var next: [[String]] = []
      for row in codes.indices {
        let key = Int(codes[row]) * level.values.count + Int(level.codes[row])
        if let code = known[key] {
          codes[row] = code
        } else {
          next.append(names[Int(codes[row])] + [level.values[Int(level.codes[row])]])
          codes[row] = Int32(known.count)
          known[key] = codes[row]
        }
      }
      names = next
    }
    return (codes, names)
  }

  /// The sums of each leaf: over fixed blocks, whose sums are added in their order.
  private static func sums(
    _ index: NestedDecomposition.Index, _ values: [Double], _ weights: [Double]?,
    _ leaves: [Int32], _ count: Int
  ) -> Sums {
    let blocks = Parallel.blocks(of: 1 << 16, in: values.count)
    let parts = Parallel.map(blocks.count) { block in
      blockSums(index, values, weights, leaves, count, blocks[block])
    }
    var all = Sums(
      weight: Array(repeating: 0, count: count), income: Array(repeating: 0, count: count),
      logs: Array(repeating: 0, count: count), count: 0, fault: nil)
    for leaf in 0..<count {
      all.weight[leaf] = ExactSum(parts.map { $0.weight[leaf] }).value
      all.income[leaf] = ExactSum(parts.map { $0.income[leaf] }).value
      all.logs[leaf] = ExactSum(parts.map { $0.logs[leaf] }).value
    }
    all.count = parts.reduce(0) { $0 + $1.count }
    all.fault = parts.lazy.compactMap(\.fault).first
    return all
  }

  private static func blockSums(
    _ index: NestedDecomposition.Index, _ values: [Double], _ weights: [Double]?,
    _ leaves: [Int32], _ count: Int, _ rows: Range<Int>
  ) -> Sums {
    var weightSums = [TwofoldSum](repeating: TwofoldSum(), count: count)
    var incomeSums = weightSums
    var logSums = weightSums
    var found = 0
    var fault: Fault?
    let isT = index == .theilT
    for row in rows {
      let value = values[row]
      let weight = weights?[row] ?? 1
      if value.isNaN || weight.isNaN { continue }
      if value < 0 || (!isT && value == 0 && weight > 0) {
        fault = .value(row: row, value)
        break
      }
      if weight < 0 {
        fault = .weight(row: row, weight)
        break
      }
      found += 1
      let leaf = Int(leaves[row])
      let income = weight * value
      weightSums[leaf].add(weight)
      incomeSums[leaf].add(income)
      if value > 0 { logSums[leaf].add((isT ? income : weight) * SpecialFunctions.log(value)) }
    }
    return Sums(
      weight: weightSums.map(\.value), income: incomeSums.map(\.value), logs: logSums.map(\.value),
      count: found, fault: fault)
  }
}
