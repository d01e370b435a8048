internal import ESSNumerics

/// How an outcome goes with a measure of alliances over territories: an association, not an effect.
///
/// The slope of a straight line by least squares, with the standard error HC1 that does not assume equal variances (MacKinnon and White 1985),
/// t with n - 2 degrees of freedom, and the smallest slope that the data could have been expected to show.
public struct AllianceAssociation: Sendable, Equatable {
  /// Change of the outcome for each unit of the measure.
  public let slope: Double
  /// Its standard error.
  public let standardError: Double
  /// Number of territories.
  public let count: Int
  /// Correlation of the two.
  public let correlation: Double

  /// The association over the territories in which both are known; `nil` for fewer than three of them or a measure that does not vary.
  public init?(of outcome: [Double?], on measure: [Double]) {
    precondition(outcome.count == measure.count, "an outcome and a measure for each territory")
    let known = outcome.indices.filter { outcome[$0]?.isFinite == true && measure[$0].isFinite }
    let x = known.map { measure[$0] }
    let y = known.compactMap { outcome[$0] }
    let n = Double(known.count)
    guard known.count >= 3 else { return nil }
    let centre = (x: ExactSum(x).value / n, y: ExactSum(y).value / n)
    let dx = x.map { $0 - centre.x }
    let dy = y.map { $0 - centre.y }
    func sum(_ term: (Int) -> Double) -> Double { ExactSum(x.indices.map(term)).value }
    let spread = sum { dx[$0] * dx[$0] }
    let outcomeSpread = sum { dy[$0] * dy[$0] }
    guard spread > 0 else { return nil }
    let slope = sum { dx[$0] * dy[$0] } / spread
    let meat = sum { k in
      let residual = dx[k] * (dy[k] - slope * dx[k])
      return residual * residual
    }
    self.slope = slope
    standardError = (n / (n - 2) * meat).squareRoot() / spread
    count = known.count
    correlation = outcomeSpread > 0 ? slope * (spread / outcomeSpread).squareRoot() : 0
  }

  /// The t interval of the slope.
  public func interval(level: Double) -> ClosedRange<Double>? {
    StudentT.interval(
      estimate: slope, standardError: standardError, degreesOfFreedom: Double(count - 2),
      level: level)
  }

  /// The smallest slope that a two-sided test at 1 - level would find with the given power (Bloom 1995).
  public func minimumDetectable(level: Double, power: Double) -> Double? {
    let distribution = StudentT(degreesOfFreedom: Double(count - 2))
    let value =
      (distribution.quantile((1 + level) / 2) + distribution.quantile(power)) * standardError
    return value.isFinite ? value : nil
  }
}
