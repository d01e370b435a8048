public import ESSData
internal import ESSNumerics

/// Effects by cohort and period of a treatment that units take up at different times.
///
/// Callaway and Sant'Anna (2021), *Journal of Econometrics* 225, 200-230. Each effect compares the change of a cohort from a base period
/// with that of units not treated by then; nothing is compared with units already treated. Cost: O(units) for each cohort and period, and
/// as many influences in memory.
public struct GroupTimeEffects: Sendable {
  /// Who the controls are.
  public enum Control: String, Sendable, CaseIterable {
    /// Units never treated.
    case never
    /// Units not treated yet at the time.
    case notYet = "not-yet"
  }

  /// How covariates are accounted for.
  public enum Method: String, Sendable, CaseIterable {
    /// By a regression of the controls' changes.
    case regression = "reg"
    /// By weighting controls by the odds of treatment.
    case weighting = "ipw"
    /// By both; right if either is.
    case doublyRobust = "dr"
  }

  /// Which period an effect is measured from.
  public enum Base: String, Sendable, CaseIterable {
    /// The last one before treatment; before treatment the one before.
    case varying
    /// The last one before treatment, always.
    case universal
  }

  /// How to estimate.
  public struct Options: Sendable {
    /// Who the controls are.
    public var control: Control
    /// How covariates are accounted for.
    public var method: Method
    /// Which period effects are measured from.
    public var base: Base
    /// Periods before treatment in which units may already react.
    public var anticipation: Int
    /// What is done with units that lack periods.
    public var policy: PanelSample.Policy
    /// Level of intervals and bands.
    public var level: Double
    /// Draws of the multiplier bootstrap behind simultaneous bands; 0 for pointwise intervals.
    public var draws: Int
    /// Seed of the draws.
    public var seed: UInt64

    /// Options: never-treated controls, doubly robust, varying base, pointwise 95 % intervals.
    public init(
      control: Control = .never, method: Method = .doublyRobust, base: Base = .varying,
      anticipation: Int = 0, policy: PanelSample.Policy = .balance, level: Double = 0.95,
      draws: Int = 0, seed: UInt64 = 1
    ) {
      self.control = control
      self.method = method
      self.base = base
      self.anticipation = anticipation
      self.policy = policy
      self.level = level
      self.draws = draws
      self.seed = seed
    }
  }

  /// The effect on one cohort in one period.
  public struct Cell: Sendable {
    /// First period of the cohort's treatment.
    public let cohort: String
    /// The period.
    public let period: String
    /// Periods since the start of treatment: by position among the periods of the sample.
    public let event: Int
    /// The effect; `nil` where it is not identified, and then `note` says why.
    public let estimate: InfluenceEstimate?
    /// Why there is none, or no standard error.
    public let note: String
    /// Treated units of the comparison.
    public let treated: Int
    /// Controls of the comparison.
    public let controls: Int
    /// Whether the period is the base itself, where the effect is 0 by construction.
    public let isBase: Bool

    let cohortPosition: Int
    let periodPosition: Int
  }

  /// The options.
  public let options: Options
  /// The cells, by cohort and period.
  public let cells: [Cell]
  /// Number of units.
  public let unitCount: Int
  /// Number of units never treated within the sample, or that stand in for them.
  public let neverTreated: Int
  /// Names of the covariates.
  public let covariates: [String]
  /// What was left out.
  public let dropped: [PanelSample.Drop]
  /// What else a reader must know.
  public let notes: [String]
  /// The test that all effects before treatment are zero; `nil` without any.
  public let preTest: JointTest?

  let data: GroupTimeData

  /// Estimates.
  ///
  /// - Parameters:
  ///   - sample: The rows.
  ///   - outcome: The outcome.
  ///   - covariates: Covariates, taken from the base period.
  ///   - timing: When each unit of the sample is first treated.
  ///   - options: How.
  /// - Throws: If no treated group or no control is left after filtering.
  public init(
    _ sample: PanelSample, outcome: String, covariates: [String] = [], timing: TreatmentTiming,
    _ options: Options = Options()
  ) throws(DataError) {
    let data = try GroupTimeData(sample, outcome: outcome, covariates: covariates, timing, options)
    self.data = data
    self.options = options
    unitCount = data.units.count
    neverTreated = data.cohortOfUnit.count { $0 == data.never }
    self.covariates = covariates
    dropped = data.dropped
    notes = data.notes
    let pairs = data.cohorts.flatMap { cohort in
      data.periods.indices.compactMap { time -> (cohort: Int, time: Int)? in
        options.base == .varying && time == 0 ? nil : (cohort, time)
      }
    }
    let cells = Parallel.map(pairs.count) { index in
      Self.cell(data, options, cohort: pairs[index].cohort, time: pairs[index].time)
    }.compactMap(\.self)
    self.cells = cells
    if cells.allSatisfy({ $0.estimate == nil || $0.isBase }) {
      throw .notIdentified(
        "no effect is identified: \(cells.first { !$0.note.isEmpty }?.note ?? "no cell is left")")
    }
    preTest = JointTest(
      cells.filter { $0.periodPosition < $0.cohortPosition - options.anticipation && !$0.isBase }
        .compactMap(\.estimate))
  }

  private static func cell(
    _ data: GroupTimeData, _ options: Options, cohort: Int, time: Int
  ) -> Cell? {
    let last = cohort - 1 - options.anticipation
    guard last >= 0 else {
      return Cell(
        cohort: data.periods[cohort], period: data.periods[time], event: time - cohort,
        estimate: nil, note: "no period before anticipation", treated: 0, controls: 0,
        isBase: false, cohortPosition: cohort, periodPosition: time)
    }
    let isBefore = time < cohort - options.anticipation
    let base = options.base == .universal || !isBefore ? last : time - 1
    guard base >= 0 else { return nil }
    func made(
      _ estimate: InfluenceEstimate?, _ note: String, treated: Int = 0, controls: Int = 0,
      isBase: Bool = false
    ) -> Cell {
      Cell(
        cohort: data.periods[cohort], period: data.periods[time], event: time - cohort,
        estimate: estimate, note: note, treated: treated, controls: controls, isBase: isBase,
        cohortPosition: cohort, periodPosition: time)
    }
    if base == time {
      return made(
        InfluenceEstimate(
          value: 0, influence: data.units.map { _ in 0 }, hasError: false),
        "the base period: 0 by construction", isBase: true)
    }
    let latest = max(time, base) + options.anticipation
    let method: TwoByTwo.Method =
      switch options.method {
      case .regression: .regression
      case .weighting: .weighting
      case .doublyRobust: .doublyRobust
      }
    do throws(TwoByTwo.Failure) {
      let result = try data.effect(
        cohort: cohort, base: base, time: time,
        isControl: { other in
          other == data.never || (options.control == .notYet && other > latest)
        }, method)
      return made(
        result.estimate,
        result.estimate.hasError ? "" : "one treated unit: no standard error is defined",
        treated: result.treated, controls: result.controls)
    } catch {
      return made(nil, error.reason)
    }
  }

  /// The critical value of pointwise intervals.
  public var pointwiseCritical: Double { Normal().quantile((1 + options.level) / 2) }

  /// The bootstrap of some estimates, if one was asked for.
  public func bootstrap(_ estimates: [InfluenceEstimate]) -> MultiplierBootstrap? {
    MultiplierBootstrap(
      estimates, draws: options.draws, seed: options.seed, level: options.level)
  }
}
