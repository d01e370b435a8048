public import ESSData
internal import ESSNumerics

/// The smallest effect that placebos say a study of one unit would find: each untreated unit takes the place of the treated one in turn.
///
/// An effect counts as found if it lies outside all but a share `significance` of the placebo effects, in absolute value, itself among them. With few
/// units that share cannot be reached at all: the smallest p-value is 1 / (placebos + 1).
public struct PlaceboPower: Sendable {
  /// A placebo.
  public struct Placebo: Sendable, Equatable {
    /// The unit.
    public let unit: String
    /// Its effect, which is noise.
    public let effect: Double
  }

  /// The placebos.
  public let placebos: [Placebo]
  /// Probability of finding an effect where there is none.
  public let significance: Double
  /// Probability of finding the effect.
  public let power: Double
  /// What was left out.
  public let dropped: [PanelSample.Drop]

  /// Runs the placebos of all units of a grid that are never treated.
  public init(
    _ grid: OutcomeGrid, untreated: [Bool], from time: String, estimator: SyntheticEstimator,
    significance: Double = 0.05, power: Double = 0.8
  ) throws(DataError) {
    guard significance > 0, significance < 1, power >= 0.5, power < 1 else {
      throw .notIdentified(
        "a minimum detectable effect needs a significance between 0 and 1, and a power from 0.5 to below 1"
      )
    }
    let chosen = grid.selecting(grid.units.indices.filter { untreated[$0] })
    let (full, dropped) = try chosen.balanced()
    let start = try full.position(notBefore: time)
    let least = estimator == .difference ? 1 : 2
    guard start >= least, start < full.periods.count else {
      throw .notIdentified(
        "\(estimator.rawValue) needs \(least) period\(least == 1 ? "" : "s") before \(time) and one from it on"
      )
    }
    guard full.units.count > 3 else {
      throw .notIdentified(
        "placebos need at least four untreated units; \(full.units.count) are left")
    }
    placebos = Parallel.map(full.units.count) { unit in
      let fit = SyntheticDifference(
        controls: full.units.indices.filter { $0 != unit }.map { full.row($0) },
        treated: [full.row(unit)], before: start, estimator: estimator, solver: .exact)
      return Placebo(unit: full.units[unit], effect: fit.effect)
    }
    self.significance = significance
    self.power = power
    self.dropped = dropped
  }

  init(placebos: [Placebo], significance: Double, power: Double) {
    self.placebos = placebos
    self.significance = significance
    self.power = power
    dropped = []
  }

  /// The smallest p-value that a rank among these placebos can give.
  public var smallestPValue: Double { 1 / Double(placebos.count + 1) }

  /// Standard deviation (n - 1) of the placebo effects.
  public var standardDeviation: Double {
    let mean = placebos.reduce(0) { $0 + $1.effect } / Double(placebos.count)
    let squares = placebos.reduce(0) { $0 + ($1.effect - mean) * ($1.effect - mean) }
    return (squares / Double(placebos.count - 1)).squareRoot()
  }

  /// The absolute effect that is needed for significance; `nil` with too few placebos.
  public var critical: Double? {
    let sizes = placebos.map { abs($0.effect) }.sorted(by: >)
    // p = (1 + number at least as large) / (n + 1) <= significance.
    let allowed = Int((significance * Double(placebos.count + 1) + 1e-9).rounded(.down)) - 1
    return allowed >= 0 ? sizes[min(allowed, sizes.count - 1)] : nil
  }

  /// The smallest effect that, added to the placebos, is found with the power asked for, whatever its sign; `nil` with too few placebos.
  public var effect: Double? {
    guard let critical else { return nil }
    func smallest(_ sign: Double) -> Double {
      // A placebo is found from where its shifted effect first exceeds the critical value on the side of the shift.
      let needed = placebos.map { max(0, critical - sign * $0.effect) }.sorted()
      let count = Int((power * Double(needed.count) - 1e-9).rounded(.up))
      return needed[max(0, min(count, needed.count) - 1)]
    }
    return max(smallest(1), smallest(-1))
  }
}
