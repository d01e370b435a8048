/// A synthetic control: a weighted mean of donors that stands for the treated unit without treatment.
///
/// Abadie, Diamond and Hainmueller (2010), *Journal of the American Statistical Association* 105, 493-505. The weights minimise a
/// weighted distance of the predictors (or of the outcomes before treatment) over the simplex, exactly; the weighting V of the
/// predictors is searched for from several starts, since its loss has many local minima.
public struct SyntheticControl: Sendable {
  /// What the weights fit.
  public enum Weighting: Sendable, Equatable {
    /// The outcomes of the fit window, all alike.
    case outcomes
    /// The predictors divided by their standard deviations, all alike.
    case equal
    /// The predictors, with the given weights.
    case given([Double])
    /// The predictors, with the weights that make the outcomes of the fit window fit best.
    case search
  }

  /// Ridge correction of the weights (Ben-Michael, Feller and Rothstein 2021, *JASA* 116, 1789-1803).
  public enum Ridge: Sendable, Equatable {
    /// None.
    case none
    /// With a given penalty.
    case given(Double)
    /// With the penalty of least error when each period of the fit is left out in turn.
    case crossValidated
  }

  /// How to fit.
  public struct Options: Sendable, Equatable {
    /// What the weights fit.
    public var weighting: Weighting
    /// Whether the levels may differ by a constant (Doudchenko and Imbens 2016).
    public var hasIntercept: Bool
    /// Ridge correction.
    public var ridge: Ridge
    /// Starts of the search for V.
    public var starts: Int
    /// Evaluations of each start.
    public var evaluations: Int
    /// Least weight of a predictor as a share of the largest.
    ///
    /// The best fit can be a limit in which some weights go to zero as tie-breaks, so that the floor decides how near the search comes to it.
    public var floor: Double
    /// Seed of the random starts.
    public var seed: UInt64

    /// Options; a fit on outcomes unless said.
    public init(
      weighting: Weighting = .outcomes, hasIntercept: Bool = false, ridge: Ridge = .none,
      starts: Int = 12, evaluations: Int = 1500, floor: Double = 1e-6, seed: UInt64 = 1
    ) {
      self.weighting = weighting
      self.hasIntercept = hasIntercept
      self.ridge = ridge
      self.starts = starts
      self.evaluations = evaluations
      self.floor = floor
      self.seed = seed
    }
  }

  /// What was fitted.
  public let problem: SyntheticControlProblem
  /// How.
  public let options: Options
  /// The donors' weights; with a ridge correction they may be negative, and they still add up to 1.
  public let weights: [Double]
  /// What is added to the weighted mean of the donors.
  public let intercept: Double
  /// Weights of the predictors, the largest 1; empty for a fit on outcomes.
  public let predictorWeights: [Double]
  /// The loss that each start of the search ended with.
  public let losses: [Double]
  /// Penalty of the ridge correction; `nil` without one.
  public let ridgePenalty: Double?
  /// Largest violation of the optimality conditions by the weights over the simplex.
  public let violation: Double
  /// Whether other weights fit as well.
  public let isUnique: Bool
  /// Least and largest mean effect over all weights that fit as well.
  public let effectRange: ClosedRange<Double>?

  /// Fits the weights.
  public init(_ problem: SyntheticControlProblem, _ options: Options) {
    self.problem = problem
    self.options = options
    let fit = SyntheticControlFit(problem, options)
    predictorWeights = fit.predictorWeights
    losses = fit.losses
    violation = fit.solution.violation
    isUnique = fit.face.isUnique
    let simplex = fit.face.minimumNorm
    var penalty: Double?
    var weights = simplex
    switch options.ridge {
    case .none: break
    case .given(let value): penalty = value
    case .crossValidated: penalty = RidgeCorrection.crossValidated(problem, options)
    }
    if let penalty {
      weights = RidgeCorrection(problem).corrected(simplex, penalty: penalty)
    }
    ridgePenalty = penalty
    self.weights = weights
    intercept = Self.intercept(problem, weights, options)
    if isUnique || penalty != nil {
      effectRange = nil
    } else {
      // With an intercept the weights' own level before treatment is taken off too.
      let change = { (unit: Int) -> Double in
        let post = problem.firstPost..<problem.periods.count
        let after = post.reduce(0.0) { $0 + problem.outcome(unit, $1) } / Double(post.count)
        guard options.hasIntercept else { return after }
        let window = problem.fitWindow
        return after
          - window.reduce(0.0) { $0 + problem.outcome(unit, $1) } / Double(window.count)
      }
      let donors = fit.face.range(of: problem.donors.indices.map { change($0 + 1) })
      effectRange = (change(0) - donors.upperBound)...(change(0) - donors.lowerBound)
    }
  }

  /// Evaluates given donor weights, such as published ones.
  public init(
    _ problem: SyntheticControlProblem, weights: [Double], options: Options = Options()
  ) {
    precondition(weights.count == problem.donors.count, "one weight for each donor")
    self.problem = problem
    self.options = options
    self.weights = weights
    intercept = Self.intercept(problem, weights, options)
    predictorWeights = []
    losses = []
    ridgePenalty = nil
    violation = 0
    isUnique = true
    effectRange = nil
  }

  private static func intercept(
    _ problem: SyntheticControlProblem, _ weights: [Double], _ options: Options
  ) -> Double {
    guard options.hasIntercept else { return 0 }
    let sum = problem.fitWindow.reduce(0.0) { sum, t in
      sum + problem.outcome(0, t) - Self.mean(problem, weights, t)
    }
    return sum / Double(problem.fitWindow.count)
  }

  private static func mean(
    _ problem: SyntheticControlProblem, _ weights: [Double], _ period: Int
  ) -> Double {
    var sum = 0.0
    for (donor, weight) in weights.enumerated() where weight != 0 {
      sum += weight * problem.outcome(donor + 1, period)
    }
    return sum
  }

  /// The synthetic outcome, period by period.
  public var synthetic: [Double] {
    problem.periods.indices.map { intercept + Self.mean(problem, weights, $0) }
  }

  /// Observed less synthetic outcome, period by period: after treatment the effect.
  public var gaps: [Double] {
    problem.periods.indices.map {
      problem.outcome(0, $0) - intercept - Self.mean(problem, weights, $0)
    }
  }

  private func meanSquare(_ range: Range<Int>) -> Double {
    let gaps = gaps
    return range.reduce(0) { $0 + gaps[$1] * gaps[$1] } / Double(range.count)
  }

  /// Mean squared gap over the fit window (mean squared prediction error).
  public var preMSPE: Double { meanSquare(problem.fitWindow) }
  /// Mean squared gap after treatment.
  public var postMSPE: Double { meanSquare(problem.firstPost..<problem.periods.count) }
  /// Mean squared gap after treatment over that of the fit.
  public var ratio: Double { postMSPE / preMSPE }

  /// Mean gap after treatment.
  public var effect: Double {
    let gaps = gaps[problem.firstPost...]
    return gaps.reduce(0, +) / Double(gaps.count)
  }

  /// 1 / sum of squared weights: how many donors carry the control.
  public var effectiveDonors: Double { 1 / weights.reduce(0) { $0 + $1 * $1 } }

  /// The predictors of the treated unit, the synthetic one and the donors' mean.
  public var balance: [(name: String, treated: Double, synthetic: Double, donors: Double)] {
    zip(problem.predictorNames, problem.predictors).map { name, row in
      let donors = row.dropFirst()
      let synthetic = zip(weights, donors).reduce(0) { $0 + $1.0 * $1.1 }
      return (name, row[0], synthetic, donors.reduce(0, +) / Double(donors.count))
    }
  }
}
