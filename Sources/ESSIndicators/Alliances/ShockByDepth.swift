internal import ESSNumerics

/// How hard a shock hit the territories that have at least the median number of alliances, and the others.
///
/// A comparison of means, not an effect: what makes territories join alliances may also shape the shock.
public struct ShockByDepth: Sendable, Equatable {
  /// Territories of one side.
  public struct Group: Sendable, Equatable {
    /// `at_least_median` or `below_median`.
    public let name: String
    /// Number of territories.
    public let count: Int
    /// Their mean shock; `nil` where there are none.
    public let mean: Double?
    /// Its standard error, s / sqrt(n); `nil` for fewer than two.
    public let standardError: Double?

    /// The t interval with n - 1 degrees of freedom.
    public func interval(level: Double) -> ClosedRange<Double>? {
      guard let mean, let standardError else { return nil }
      return StudentT.interval(
        estimate: mean, standardError: standardError, degreesOfFreedom: Double(count - 1),
        level: level)
    }
  }

  /// The median number of alliances.
  public let median: Double
  /// Those with at least the median, then the others.
  public let groups: [Group]

  /// Compares; `nil` without a territory.
  public init?(depth: [Double], shock: [Double]) {
    precondition(depth.count == shock.count, "a depth and a shock for each territory")
    let sorted = depth.sorted()
    guard !sorted.isEmpty else { return nil }
    let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    func group(_ name: String, _ isIn: (Double) -> Bool) -> Group {
      let values = zip(depth, shock).filter { isIn($0.0) }.map(\.1)
      let n = Double(values.count)
      let mean = values.isEmpty ? nil : ExactSum(values).value / n
      let error = mean.flatMap { mean in
        values.count < 2
          ? nil
          : (ExactSum(values.map { ($0 - mean) * ($0 - mean) }).value / (n * (n - 1)))
            .squareRoot()
      }
      return Group(name: name, count: values.count, mean: mean, standardError: error)
    }
    self.median = median
    groups = [group("at_least_median") { $0 >= median }, group("below_median") { $0 < median }]
  }
}
