public import ESSData
public import ESSNumerics

/// Weights of nodes within their groups.
public struct NodeWeights: Sendable, Equatable {
  /// The weight of each node in its group, by position in the framework, adding up to 1 in each group; the whole has 1.
  public var shared: [Double]
  /// For groups whose units have weights of their own, by position of the group: units x parts.
  ///
  /// They are taken as they are and not brought to a sum of 1: benefit-of-the-doubt weights set their own scale.
  public var byUnit: [Int: Matrix]

  /// Weights on any scale, brought to a sum of 1 in each group.
  ///
  /// - Throws: `DataError` naming a group whose weights are not all finite and at least 0, or add up to zero.
  public init(
    _ weights: [Double], of framework: IndicatorFramework, byUnit: [Int: Matrix] = [:]
  ) throws(DataError) {
    precondition(weights.count == framework.nodes.count)
    var shared = weights
    shared[framework.root] = 1
    for group in framework.groups {
      let children = framework.nodes[group].children
      let sum = children.reduce(0) { $0 + weights[$1] }
      guard sum > 0, sum.isFinite, children.allSatisfy({ weights[$0] >= 0 }) else {
        throw .notIdentified(
          "'\(framework.nodes[group].code)': weights are at least 0, and one of them above it")
      }
      for child in children { shared[child] = weights[child] / sum }
    }
    self.shared = shared
    self.byUnit = byUnit
  }

  init(count: Int) {
    shared = Array(repeating: 1, count: count)
    byUnit = [:]
  }
}
