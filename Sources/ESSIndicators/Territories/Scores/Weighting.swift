public import ESSData
public import ESSNumerics

/// How much each part of a group counts in it.
public enum Weighting: RecipeChoice {
  /// All parts the same.
  case equal
  /// The weights of the metadata, on any scale.
  case given
  /// The weights of the metadata, which must add up to 1 (or 100) in every group.
  case shares

  /// The words that begin a weighting.
  public static let names = ["equal", "given", "shares"]

  /// The weighting that a text stands for.
  public init(_ method: MethodText) throws(DataError) {
    switch method.name {
    case "equal": self = .equal
    case "given": self = .given
    case "shares": self = .shares
    default: throw .unknownName(kind: "weighting", name: method.name, known: Self.names)
    }
    try method.check()
  }

  /// The weighting as text.
  public var text: MethodText {
    switch self {
    case .equal: MethodText("equal")
    case .given: MethodText("given")
    case .shares: MethodText("shares")
    }
  }
}

/// Weights of nodes within their groups.
public struct NodeWeights: Sendable, Equatable {
  /// The weight of each node in its group, by position in the framework; they add up to 1 in each group. The whole has 1.
  public var shared: [Double]
  /// For groups whose units have weights of their own, by position of the group: units x parts.
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

extension Weighting {
  /// The weights of a group's parts, which add up to 1.
  func weights(
    of group: IndicatorFramework.Node, in framework: IndicatorFramework
  ) throws(DataError) -> [Double] {
    let children = group.children.map { framework.nodes[$0].metadata.weight }
    let sum = children.reduce(0, +)
    switch self {
    case .equal: return children.map { _ in 1 / Double(children.count) }
    case .given: return children.map { $0 / sum }
    case .shares:
      guard abs(sum - 1) <= 1e-6 || abs(sum - 100) <= 1e-4 else {
        throw .notIdentified(
          "'\(group.code)': the weights of its parts add up to \(NumberText.shortest(sum)), not to 1 or 100; "
            + "weights=given takes them on any scale")
      }
      return children.map { $0 / sum }
    }
  }
}
