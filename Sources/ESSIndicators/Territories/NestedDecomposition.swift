internal import ESSNumerics

/// Theil's T or L of territories in nested groups, split into what lies between the groups of each level, and what is left within
/// the innermost.
///
/// Level by level: between the outermost groups, between the next groups within those, and so on down to the territories. Each part is a
/// sum of relative entropies, computed in a form that cannot be negative, and the parts add up to the whole exactly as printed
/// (Shorrocks 1984, Econometrica 52, 1369-1385; Cowell 1985).
public struct NestedDecomposition: Sendable, Equatable {
  /// Which of Theil's two indices is split.
  public enum Index: String, Sendable, CaseIterable {
    /// GE(1), which weights groups by their income.
    case theilT = "theil-t"
    /// GE(0), which weights groups by their population.
    case theilL = "theil-l"
  }

  /// One group of a level.
  public struct Group: Sendable, Equatable {
    /// The level, from 0.
    public let level: Int
    /// The group.
    public let name: String
    /// Share of the whole weight.
    public let weightShare: Double
    /// Share of the whole total of the values.
    public let incomeShare: Double
    /// The group's own index, over its territories.
    public let index: Double
  }

  /// The index of all territories.
  public let total: Double
  /// What lies between the groups of each level within those of the level above.
  public let between: [Double]
  /// What lies within the innermost groups.
  public let within: Double
  /// Each group's own index, level by level in order of first appearance.
  public let groups: [Group]

  /// Splits an index of values of at least 0.
  ///
  /// - Parameters:
  ///   - index: Which index.
  ///   - values: One value for each territory; for Theil's L above 0.
  ///   - weights: A weight for each territory, or `nil` for ones.
  ///   - levels: For each level, the outermost first, the group of each territory.
  /// - Throws: `DataError.notIdentified` where the index is not defined.
  public init(
    _ index: Index, _ values: [Double], weights: [Double]?, levels: [[String]]
  ) throws(DataError) {
    let weights = weights ?? Array(repeating: 1, count: values.count)
    guard let whole = RegionalInequality(values, weights: weights) else {
      throw .notIdentified("Theil's index needs values of at least 0 with a positive mean")
    }
    if index == .theilL, whole.theilL == nil {
      throw .notIdentified("Theil's L is not defined where a value is 0; Theil's T is")
    }
    // The nodes of each level are the distinct paths from the outermost level down to it.
    var paths = Array(repeating: 0, count: values.count)
    var nodes: [[Int]] = [paths]
    for level in levels {
      var codes: [String: Int] = [:]
      paths = values.indices.map { row in
        let key = "\(paths[row])\u{1F}\(level[row])"
        let code = codes[key] ?? codes.count
        codes[key] = code
        return code
      }
      nodes.append(paths)
    }
    nodes.append(Array(values.indices))
    let totalWeight = ExactSum(weights).value
    let totalIncome = ExactSum(zip(weights, values).map { $0 * $1 }).value
    func shares(_ nodes: [Int]) -> (weight: [Double], income: [Double]) {
      let count = (nodes.max() ?? -1) + 1
      var weight = Array(repeating: ExactSum(), count: count)
      var income = weight
      for (row, node) in nodes.enumerated() {
        weight[node].add(weights[row])
        income[node].add(weights[row], times: values[row])
      }
      return (weight.map { $0.value / totalWeight }, income.map { $0.value / totalIncome })
    }
    let perLevel = nodes.map(shares)
    var parts: [Double] = []
    for level in 1..<nodes.count {
      var parents: [Int: Int] = [:]
      for (row, node) in nodes[level].enumerated() { parents[node] = nodes[level - 1][row] }
      let (inner, outer) = (perLevel[level], perLevel[level - 1])
      var sum = ExactSum()
      for node in inner.weight.indices {
        let parent = parents[node] ?? 0
        sum.add(
          Self.relativeEntropy(
            index, weight: inner.weight[node], income: inner.income[node],
            parentWeight: outer.weight[parent], parentIncome: outer.income[parent]))
      }
      parts.append(max(0, sum.value))
    }
    let split = AdditiveSplit(
      start: 0, end: index == .theilT ? whole.theilT : whole.theilL ?? 0, parts: parts)
    total = split.end
    between = Array(split.parts.dropLast())
    within = split.parts.last ?? 0
    groups = levels.indices.flatMap { level in
      Self.groups(
        index, level, levels[level], nodes[level + 1], perLevel[level + 1], values, weights)
    }
  }

  /// A node's term of the entropy relative to its parent.
  ///
  /// Each has the form p ln(p/q) - p + q, which is never negative; the
  /// linear terms add up to zero over the children of a parent.
  private static func relativeEntropy(
    _ index: Index, weight: Double, income: Double, parentWeight: Double, parentIncome: Double
  ) -> Double {
    func term(_ p: Double, _ q: Double) -> Double {
      guard q > 0 else { return 0 }
      return p > 0 ? p * SpecialFunctions.log(p / q) - p + q : q
    }
    guard parentWeight > 0, parentIncome > 0 else { return 0 }
    switch index {
    case .theilT: return term(income, weight / parentWeight * parentIncome)
    case .theilL: return term(weight, income / parentIncome * parentWeight)
    }
  }

  private static func groups(
    _ index: Index, _ level: Int, _ names: [String], _ nodes: [Int],
    _ shares: (weight: [Double], income: [Double]), _ values: [Double], _ weights: [Double]
  ) -> [Group] {
    var rows: [Int: [Int]] = [:]
    for (row, node) in nodes.enumerated() { rows[node, default: []].append(row) }
    return shares.weight.indices.map { node in
      let members = rows[node] ?? []
      let own = RegionalInequality(
        members.map { values[$0] }, weights: members.map { weights[$0] })
      return Group(
        level: level, name: members.first.map { names[$0] } ?? "",
        weightShare: shares.weight[node], incomeShare: shares.income[node],
        index: (index == .theilT ? own?.theilT : own?.theilL) ?? 0)
    }
  }
}
