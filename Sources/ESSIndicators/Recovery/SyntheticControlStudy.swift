public import ESSData
internal import ESSNumerics

/// A synthetic control with what its inference rests on: placebos in space and in time, donors left out, conformal intervals.
public struct SyntheticControlStudy: Sendable {
  /// What to add to the estimate.
  public struct Options: Sendable {
    /// How to fit.
    public var fit: SyntheticControl.Options
    /// Whether every donor is fitted as if it had been treated.
    public var placebos: Bool
    /// Starts of the search for each placebo.
    public var placeboStarts: Int
    /// Placebos whose fit is worse than this multiple of the treated unit's are left out of the ranking; `nil` to keep all.
    public var largestFitRatio: Double?
    /// Period from which treatment is pretended, for a placebo in time.
    public var placeboPeriod: String?
    /// Whether each donor with a weight is left out in turn.
    public var leaveOneOut: Bool
    /// Level of the conformal intervals; `nil` for none.
    public var conformalLevel: Double?

    /// Options: every placebo and none of the rest unless said.
    public init(
      fit: SyntheticControl.Options, placebos: Bool = true, placeboStarts: Int? = nil,
      largestFitRatio: Double? = nil, placeboPeriod: String? = nil, leaveOneOut: Bool = false,
      conformalLevel: Double? = nil
    ) {
      self.fit = fit
      self.placebos = placebos
      self.placeboStarts = placeboStarts ?? fit.starts
      self.largestFitRatio = largestFitRatio
      self.placeboPeriod = placeboPeriod
      self.leaveOneOut = leaveOneOut
      self.conformalLevel = conformalLevel
    }
  }

  /// One unit fitted as if it had been treated.
  public struct Placebo: Sendable, Equatable {
    /// The unit.
    public let unit: String
    /// Its fit.
    public let preMSPE: Double
    /// Its mean squared gap after treatment.
    public let postMSPE: Double
    /// The second over the first.
    public let ratio: Double
    /// Its mean gap after treatment.
    public let effect: Double
    /// Its gaps, period by period.
    public let gaps: [Double]
  }

  /// The estimate without one donor.
  public struct LeftOut: Sendable, Equatable {
    /// The donor.
    public let donor: String
    /// Mean effect without it.
    public let effect: Double
    /// Fit without it.
    public let preMSPE: Double
  }

  /// The estimate with an earlier pretended treatment.
  public struct InTime: Sendable, Equatable {
    /// The pretended first period of treatment.
    public let period: String
    /// Mean gap from it to the true treatment: zero if the method predicts well.
    public let effect: Double
    /// Fit before it.
    public let preMSPE: Double
    /// Mean squared gap from it to the true treatment.
    public let postMSPE: Double
  }

  /// The options.
  public let options: Options
  /// The estimate.
  public let estimate: SyntheticControl
  /// The placebos by donor, in the order of the donors.
  public let placebos: [Placebo]
  /// The placebo in time, if asked for.
  public let inTime: InTime?
  /// The estimates without a donor, those of the largest weight first.
  public let leftOut: [LeftOut]
  /// The conformal intervals, if asked for.
  public let conformal: ConformalIntervals?
  /// What was left out of the estimate.
  public var dropped: [PanelSample.Drop] { estimate.problem.dropped }

  /// Runs a study; placebos go over the cores, one piece each.
  public init(
    _ problem: SyntheticControlProblem, _ options: Options
  ) throws(DataError) {
    self.options = options
    let estimate = SyntheticControl(problem, options.fit)
    self.estimate = estimate
    let donorCount = problem.donors.count
    if options.placebos {
      guard donorCount >= 2 else {
        throw .notIdentified("placebos need at least two donors; there is one")
      }
      var fit = options.fit
      fit.starts = options.placeboStarts
      let options = fit
      placebos = Parallel.map(donorCount) { index in
        let others = (1...donorCount).filter { $0 != index + 1 }
        return Self.placebo(
          SyntheticControl(problem.rearranged(treated: index + 1, donors: others), options))
      }
    } else {
      placebos = []
    }
    inTime = try Self.inTime(problem, options)
    leftOut = options.leaveOneOut ? Self.leaveOneOut(estimate) : []
    conformal = try options.conformalLevel.map { (level) throws(DataError) in
      try ConformalIntervals(problem, hasIntercept: options.fit.hasIntercept, level: level)
    }
  }

  private static func placebo(_ fit: SyntheticControl) -> Placebo {
    Placebo(
      unit: fit.problem.treated, preMSPE: fit.preMSPE, postMSPE: fit.postMSPE, ratio: fit.ratio,
      effect: fit.effect, gaps: fit.gaps)
  }

  private static func inTime(
    _ problem: SyntheticControlProblem, _ options: Options
  ) throws(DataError) -> InTime? {
    guard let period = options.placeboPeriod else { return nil }
    guard let position = problem.periods.firstIndex(of: period) else {
      throw .unknownName(kind: "period", name: period, known: problem.periods)
    }
    guard let earlier = problem.backdated(to: position) else {
      throw .notIdentified(
        "a placebo treatment in \(period) needs a period before it and one between it and "
          + "\(problem.periods[problem.firstPost])")
    }
    var outcomesOnly = options.fit
    outcomesOnly.weighting = .outcomes
    let fit = SyntheticControl(earlier, outcomesOnly)
    return InTime(
      period: problem.periods[position], effect: fit.effect, preMSPE: fit.preMSPE,
      postMSPE: fit.postMSPE)
  }

  private static func leaveOneOut(_ estimate: SyntheticControl) -> [LeftOut] {
    let problem = estimate.problem
    let carrying = problem.donors.indices.filter { abs(estimate.weights[$0]) > 1e-6 }
      .sorted { (abs(estimate.weights[$1]), $0) < (abs(estimate.weights[$0]), $1) }
    guard problem.donors.count > 1 else { return [] }
    return Parallel.map(carrying.count) { index in
      let donor = carrying[index]
      let others = problem.donors.indices.filter { $0 != donor }.map { $0 + 1 }
      let fit = SyntheticControl(
        problem.rearranged(treated: 0, donors: others), estimate.options)
      return LeftOut(
        donor: problem.donors[donor], effect: fit.effect, preMSPE: fit.preMSPE)
    }
  }

  /// The placebos that count for the rank.
  public var ranked: [Placebo] {
    guard let limit = options.largestFitRatio else { return placebos }
    return placebos.filter { $0.preMSPE <= limit * estimate.preMSPE }
  }

  /// The treated unit's place among all units by the ratio of squared gaps, the largest first.
  public var rank: Int { 1 + ranked.count { $0.ratio >= estimate.ratio } }

  /// The share of units, the treated one among them, whose ratio is at least the treated unit's; `nil` without placebos.
  public var pValue: Double? {
    ranked.isEmpty ? nil : Double(rank) / Double(ranked.count + 1)
  }

  /// The share of units whose mean effect is at least as large, in absolute value.
  public var effectPValue: Double? {
    if ranked.isEmpty { return nil }
    let larger = ranked.count { abs($0.effect) >= abs(estimate.effect) }
    return Double(1 + larger) / Double(ranked.count + 1)
  }
}
