/// An estimate with its influence function: value - truth is about the mean of the influences over the units.
///
/// The standard error is the root of the mean squared influence over n, without a degrees of freedom factor; it is clustered by
/// unit, since a unit has one influence whatever its number of rows.
public struct InfluenceEstimate: Sendable, Equatable {
  /// The estimate.
  public let value: Double
  /// The influence of each unit.
  public let influence: [Double]
  /// Whether a standard error is defined: not for a treated group of one unit.
  public let hasError: Bool

  init(value: Double, influence: [Double], hasError: Bool = true) {
    self.value = value
    self.influence = influence
    self.hasError = hasError
  }

  /// Standard error; `nil` where none is defined.
  public var standardError: Double? {
    guard hasError, !influence.isEmpty else { return nil }
    let error = influence.reduce(0) { $0 + $1 * $1 }.squareRoot() / Double(influence.count)
    return error > 0 ? error : nil
  }

  /// value -/+ `critical` standard errors.
  public func interval(critical: Double) -> ClosedRange<Double>? {
    standardError.map { (value - critical * $0)...(value + critical * $0) }
  }

  /// A sum of estimates with fixed weights.
  static func combination(
    _ parts: [(estimate: InfluenceEstimate, weight: Double)]
  ) -> InfluenceEstimate? {
    guard let first = parts.first else { return nil }
    var value = 0.0
    var influence = Array(repeating: 0.0, count: first.estimate.influence.count)
    for (estimate, weight) in parts {
      value += weight * estimate.value
      for unit in influence.indices { influence[unit] += weight * estimate.influence[unit] }
    }
    return InfluenceEstimate(
      value: value, influence: influence, hasError: parts.allSatisfy(\.estimate.hasError))
  }
}
