public import ESSData
internal import ESSNumerics

/// Synthetic difference in differences of a panel, with inference: one treated unit or many, treated at once or in turn.
///
/// Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021), *American Economic Review* 111, 4088-4118. Units treated at different
/// times are estimated cohort by cohort against the units never treated, and averaged by treated cells (appendix A).
public struct SyntheticDifferenceStudy: Sendable {
  /// How standard errors are found.
  public enum Inference: String, Sendable, CaseIterable {
    /// None.
    case none
    /// Controls in the place of the treated units: every possible choice if there are few, else random ones (algorithm 4).
    case placebo
    /// Each unit left out in turn, the weights of the others scaled up (algorithm 3).
    case jackknife
    /// Units drawn with replacement (algorithm 2).
    case bootstrap
  }

  /// What to estimate and how.
  public struct Options: Sendable {
    /// The estimator of the family.
    public var estimator: SyntheticEstimator
    /// How weights are found.
    public var solver: SyntheticSolver
    /// How the standard error is found.
    public var inference: Inference
    /// Draws of the bootstrap, and of placebos that are too many to be enumerated.
    public var draws: Int
    /// Seed of the draws.
    public var seed: UInt64

    /// Options; exact weights and placebos unless said.
    public init(
      estimator: SyntheticEstimator = .syntheticDifference, solver: SyntheticSolver = .exact,
      inference: Inference = .placebo, draws: Int = 1000, seed: UInt64 = 1
    ) {
      self.estimator = estimator
      self.solver = solver
      self.inference = inference
      self.draws = draws
      self.seed = seed
    }
  }

  /// The units treated from one period on.
  public struct Cohort: Sendable {
    /// The first period of treatment.
    public let period: String
    /// The units.
    public let units: [String]
    /// Mean effect.
    public let effect: Double
    /// Effect period by period, from the first one of treatment.
    public let effects: [(period: String, effect: Double)]
    /// Weights of the controls, in the order of `controls`.
    public let unitWeights: [Double]
    /// Weights of the periods before treatment.
    public let periodWeights: [Double]
    /// Noise: standard deviation (n - 1) of the controls' first differences before treatment.
    public let sigma: Double
    /// Regularisation of the unit weights.
    public let zeta: Double
    /// Treated cells, which the cohort counts with.
    public let cells: Int
  }

  /// The distribution behind the standard error.
  public struct Spread: Sendable {
    /// Standard error; `nil` where it is not defined.
    public let standardError: Double?
    /// Why it is not, or how it was found.
    public let note: String
    /// The replicates: placebo effects, or estimates.
    public let replicates: [Double]
    /// The controls of each placebo, if every one stood alone.
    public let labels: [String]
    /// Whether every possible placebo was computed.
    public let isExact: Bool
  }

  /// The options.
  public let options: Options
  /// Periods.
  public let periods: [String]
  /// Names of the controls.
  public let controls: [String]
  /// The cohorts, the earliest first.
  public let cohorts: [Cohort]
  /// Mean effect over the treated cells.
  public let effect: Double
  /// The distribution behind the standard error; `nil` if none was asked for.
  public let spread: Spread?
  /// What was left out.
  public let dropped: [PanelSample.Drop]
  /// Whether every solver ended by its own criterion.
  public let hasConverged: Bool

  /// Estimates.
  ///
  /// - Parameters:
  ///   - grid: Outcomes; units without all of them are left out and reported.
  ///   - firstTreated: For each unit the position of its first period of treatment, `nil` if it never is.
  ///   - options: The estimator.
  /// - Throws: If no control or no treated unit with enough periods before treatment is left.
  public init(
    _ grid: OutcomeGrid, firstTreated: [Int?], _ options: Options
  ) throws(DataError) {
    let block = try SyntheticDifferenceBlock(grid, firstTreated, options.estimator)
    self.options = options
    dropped = block.dropped
    periods = grid.periods
    controls = block.controls.map { grid.units[$0] }
    var cohorts: [Cohort] = []
    var isDone = true
    for (start, units) in block.cohorts {
      let fit = SyntheticDifference(
        controls: block.controls.map { grid.row($0) }, treated: units.map { grid.row($0) },
        before: start, estimator: options.estimator, solver: options.solver)
      isDone = isDone && fit.hasConverged
      cohorts.append(
        Cohort(
          period: grid.periods[start], units: units.map { grid.units[$0] }, effect: fit.effect,
          effects: fit.effects.enumerated().map { (grid.periods[start + $0], $1) },
          unitWeights: fit.unitWeights, periodWeights: fit.periodWeights, sigma: fit.sigma,
          zeta: fit.zeta, cells: units.count * (grid.periods.count - start)))
    }
    self.cohorts = cohorts
    hasConverged = isDone
    effect = Self.average(cohorts.map { ($0.effect, $0.cells) })
    let inference = SyntheticDifferenceInference(grid, block, options)
    spread = inference.spread(effect, weights: cohorts.map { ($0.unitWeights, $0.periodWeights) })
  }

  static func average(_ parts: [(effect: Double, cells: Int)]) -> Double {
    let total = parts.reduce(0) { $0 + $1.cells }
    return parts.reduce(0) { $0 + $1.effect * Double($1.cells) } / Double(total)
  }

  /// The share of placebos, the estimate among them, at least as far from zero; `nil` without exact placebos.
  public var pValue: Double? {
    guard let spread, options.inference == .placebo, !spread.replicates.isEmpty else { return nil }
    let larger = spread.replicates.count { abs($0) >= abs(effect) }
    return Double(1 + larger) / Double(1 + spread.replicates.count)
  }
}

/// Who is treated when, and who is a control, after filtering.
struct SyntheticDifferenceBlock: Sendable {
  let controls: [Int]
  let cohorts: [(start: Int, units: [Int])]
  let dropped: [PanelSample.Drop]

  init(
    _ grid: OutcomeGrid, _ firstTreated: [Int?], _ estimator: SyntheticEstimator
  ) throws(DataError) {
    precondition(firstTreated.count == grid.units.count, "one start of treatment for each unit")
    var dropped: [PanelSample.Drop] = []
    var controls: [Int] = []
    var starts: [Int: [Int]] = [:]
    // With one period before treatment the noise that scales the regularisation is not defined.
    let least = estimator == .difference ? 1 : 2
    var tooShort: (unit: String, before: Int)?
    for unit in grid.units.indices {
      func drop(_ reason: String) {
        dropped.append(
          PanelSample.Drop(unit: grid.units[unit], times: grid.periods, reason: reason))
      }
      let gap = grid.periods.indices.first { grid[unit, $0].isNaN }
      let start = firstTreated[unit]
      if let gap {
        drop("no outcome in \(grid.periods[gap])")
      } else if let start, start < least {
        tooShort = tooShort ?? (grid.units[unit], start)
        drop("\(start) period\(start == 1 ? "" : "s") before treatment")
      } else if let start, start < grid.periods.count {
        starts[start, default: []].append(unit)
      } else {
        controls.append(unit)
      }
    }
    guard !starts.isEmpty else {
      if let tooShort {
        throw .notIdentified(
          "'\(tooShort.unit)' has \(tooShort.before) period\(tooShort.before == 1 ? "" : "s") before treatment; "
            + "\(estimator.rawValue) needs at least \(least)")
      }
      throw .notIdentified("no treated unit is left: every unit is untreated or lacks outcomes")
    }
    guard !controls.isEmpty else {
      throw .notIdentified("no unit is left that is never treated; this estimator needs some")
    }
    if estimator != .difference, controls.count < 2 {
      throw .notIdentified("one control is left; \(estimator.rawValue) needs at least two")
    }
    self.controls = controls
    cohorts = starts.sorted { $0.key < $1.key }.map { (start: $0.key, units: $0.value) }
    self.dropped = dropped
  }
}
