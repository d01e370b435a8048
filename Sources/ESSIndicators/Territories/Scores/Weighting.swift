public import ESSData
internal import ESSNumerics

/// How much each part of a group counts in it.
public enum Weighting: RecipeChoice {
  /// All parts the same.
  case equal
  /// The weights of the metadata, on any scale.
  case given
  /// The weights of the metadata, which must add up to 1 (or 100) in every group.
  case shares
  /// The variance that the principal components of the parts explain, each part by the component that it belongs to.
  case factors(
    FactorWeights.Retention, FactorWeights.Rotation, FactorWeights.Assignment)
  /// What the parts tell units apart by: one less the entropy of shares.
  case entropy
  /// Spread times conflict with the other parts.
  case critic
  /// For each unit the weights that are best for it; goes with arithmetic aggregation.
  case benefitOfTheDoubt(BenefitOfTheDoubt.Restriction)

  /// The words that begin a weighting.
  public static let names = [
    "equal", "given", "shares", "factors", "entropy", "critic", "benefit-of-the-doubt",
  ]

  /// The weighting that a text stands for.
  public init(_ method: MethodText) throws(DataError) {
    switch method.name {
    case "equal": self = .equal
    case "given": self = .given
    case "shares": self = .shares
    case "entropy": self = .entropy
    case "critic": self = .critic
    case "factors":
      self = try Self.factors(method)
      return
    case "benefit-of-the-doubt":
      try method.check("of", "lower", "upper")
      self = .benefitOfTheDoubt(try Self.restriction(method))
      return
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
    case .entropy: MethodText("entropy")
    case .critic: MethodText("critic")
    case .factors(let retention, let rotation, let assignment):
      MethodText(
        "factors",
        [
          retention.setting, ("rotation", rotation.rawValue), ("assignment", assignment.rawValue),
        ])
    case .benefitOfTheDoubt(let restriction):
      MethodText("benefit-of-the-doubt", restriction.settings)
    }
  }
}

extension Weighting {
  private static func factors(_ method: MethodText) throws(DataError) -> Weighting {
    try method.check(
      "eigenvalue", "share", "cumulative", "count", "rotation", "assignment")
    let keys = ["eigenvalue", "share", "cumulative", "count"].filter { method[$0] != nil }
    let retention: FactorWeights.Retention
    switch keys.first {
    case "eigenvalue":
      retention = .eigenvalueAbove(try method.number("eigenvalue", default: 1, in: 0...1e6))
    case "cumulative":
      retention = .cumulativeShare(try method.number("cumulative", default: 1, in: 0...1))
    case "count": retention = .count(try method.count("count", default: 1))
    default: retention = .shareAbove(try method.number("share", default: 0.1, in: 0...1))
    }
    guard keys.count < 2 else {
      throw .notIdentified("\(method): \(keys.joined(separator: " and ")) exclude each other")
    }
    return .factors(
      retention, try method.choice("rotation", default: FactorWeights.Rotation.varimax),
      try method.choice("assignment", default: FactorWeights.Assignment.signed))
  }

  private static func restriction(
    _ method: MethodText
  ) throws(DataError) -> BenefitOfTheDoubt.Restriction {
    guard let what = method["of"] else {
      guard method.settings.isEmpty else {
        throw .notIdentified("\(method): lower and upper go with of=weights or of=contributions")
      }
      return .none
    }
    let range = try method.range("lower", "upper", default: 0...1)
    switch what {
    case "weights": return .weights(range)
    case "contributions": return .contributions(range)
    default:
      throw .unknownName(
        kind: "restriction", name: what, known: ["weights", "contributions"])
    }
  }
}

extension FactorWeights.Retention {
  fileprivate var setting: (key: String, value: String) {
    switch self {
    case .eigenvalueAbove(let value): ("eigenvalue", NumberText.shortest(value))
    case .shareAbove(let value): ("share", NumberText.shortest(value))
    case .cumulativeShare(let value): ("cumulative", NumberText.shortest(value))
    case .count(let count): ("count", "\(count)")
    }
  }
}

extension BenefitOfTheDoubt.Restriction {
  fileprivate var settings: [(key: String, value: String)] {
    switch self {
    case .none: []
    case .weights(let range): [("of", "weights")] + MethodText.settings("lower", "upper", range)
    case .contributions(let range):
      [("of", "contributions")] + MethodText.settings("lower", "upper", range)
    }
  }
}

extension Weighting {
  /// The weights of a group's parts.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - framework: The framework.
  ///   - scores: Scores of the group's parts, units x parts.
  /// - Returns: One weight for each part, adding up to 1, or one for each unit and part.
  /// - Throws: `DataError` that begins with the name of the group.
  func weights(
    of group: IndicatorFramework.Node, in framework: IndicatorFramework, scores: () -> Matrix
  ) throws(DataError) -> [Double] {
    let given = group.children.map { framework.nodes[$0].metadata.weight }
    let sum = given.reduce(0, +)
    let names = group.children.map { framework.nodes[$0].code }
    switch self {
    case .equal: return given.map { _ in 1 / Double(given.count) }
    case .given: return given.map { $0 / sum }
    case .shares:
      guard abs(sum - 1) <= 1e-6 || abs(sum - 100) <= 1e-4 else {
        throw .notIdentified(
          "'\(group.code)': the weights of its parts add up to \(NumberText.shortest(sum)), not to 1 or 100; "
            + "weights=given takes them on any scale")
      }
      return given.map { $0 / sum }
    case .benefitOfTheDoubt(let restriction):
      return try Self.naming(group) { () throws(DataError) in
        try BenefitOfTheDoubt(scores(), indicators: names, restriction: restriction)
          .weights.elements
      }
    case .factors, .entropy, .critic:
      // One part is the whole of its group, however it varies.
      if names.count == 1 { return [1] }
      return try Self.naming(group) { () throws(DataError) in
        switch self {
        case .entropy: try DispersionWeights.entropy(scores(), indicators: names)
        case .factors(let retention, let rotation, let assignment):
          try FactorWeights(
            scores(), indicators: names, retention: retention, rotation: rotation,
            assignment: assignment
          ).weights
        default: try DispersionWeights.critic(scores(), indicators: names)
        }
      }
    }
  }

  private static func naming<Value>(
    _ group: IndicatorFramework.Node, _ body: () throws(DataError) -> Value
  ) throws(DataError) -> Value {
    do throws(DataError) {
      return try body()
    } catch {
      throw error.within("'\(group.code)'")
    }
  }
}

extension DataError {
  /// The error with the place where it arose before its reason.
  func within(_ place: String) -> DataError {
    guard case .notIdentified(let reason) = self else { return self }
    return .notIdentified("\(place): \(reason)")
  }
}
