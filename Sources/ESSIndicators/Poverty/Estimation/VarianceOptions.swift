internal import ESSData

/// How standard errors are computed.
public enum VarianceMethod: Sendable, Equatable {
  /// None are.
  case none
  /// Taylor linearisation: the design variance of the influence function's total.
  case taylor
  /// Delete-one-PSU jackknife: JKn, or JK1 without strata.
  case jackknife
  /// Balanced repeated replication over strata of two PSUs; a Fay coefficient from 0 to below 1 softens the factors.
  case balanced(fay: Double)
  /// Rescaled bootstrap of Rao and Wu (1988): n - 1 of n PSUs drawn in each stratum.
  case bootstrap(replicates: Int, seed: UInt64)
  /// The sample's own replicate weights; one scale for all, or one for each.
  case given(scales: [Double])

  /// Its name in `method`.
  var name: String {
    switch self {
    case .none: "none"
    case .taylor: "taylor"
    case .jackknife: "jackknife"
    case .balanced(let fay): fay == 0 ? "brr" : "fay(\(NumberText.shortest(fay)))"
    case .bootstrap(let replicates, let seed): "bootstrap(\(replicates),seed=\(seed))"
    case .given: "replicate_weights"
    }
  }
}

/// What a stratum with a single PSU adds to a variance.
public enum SinglePSU: String, Sendable, CaseIterable {
  /// The estimate is refused.
  case fail
  /// Nothing: the PSU was certain to be drawn.
  case certainty
  /// The square of the distance from the mean of all PSUs (survey's `adjust`, Stata's `centered`).
  case centre
  /// The average of the other strata (survey's `average`, Stata's `scaled`).
  case average
  /// The stratum is joined to the next one.
  case collapse
}

/// What the squares of a replicate variance are taken around.
public enum ReplicateCentre: String, Sendable, CaseIterable {
  /// The mean of the replicates.
  case mean
  /// The estimate of the full sample.
  case estimate
}

/// How a confidence interval is made.
public enum IntervalMethod: String, Sendable, CaseIterable {
  /// `logit` for proportions, `t` otherwise.
  case automatic = "auto"
  /// Estimate and standard error with the t distribution on the design's degrees of freedom.
  case t
  /// The same with the normal distribution.
  case normal
  /// For proportions: t on the logit scale; otherwise `t`.
  case logit
  /// For proportions: Korn and Graubard (1998), Clopper and Pearson's with an effective sample size; otherwise `t`.
  case beta
}

/// What a design effect compares with.
public enum DesignEffectBase: String, Sendable, CaseIterable {
  /// Simple random sampling with replacement, which no scaling of the weights changes.
  case withReplacement = "replacement"
  /// Simple random sampling without replacement from a population of the size of the weights' sum.
  case withoutReplacement = "no-replacement"
}

/// The density of welfare behind linearised quantiles, and what it is smoothed over.
public enum DensityBandwidth: String, Sendable, CaseIterable {
  /// The slope of the distribution function over a window of ranks (Hall and Sheather 1988): in the tails as fine as the records are.
  case ranks
  /// A Gaussian kernel with the weighted standard deviation times n^(-1/5), n the number of records.
  case records
  /// A Gaussian kernel with the weighted standard deviation times W^(-1/5), W the sum of weights, as convey has it; changes when weights are scaled.
  case weights
}

/// The choices behind standard errors and confidence intervals.
public struct VarianceOptions: Sendable {
  /// The method.
  public var method: VarianceMethod
  /// What strata with a single PSU add.
  public var singlePSU: SinglePSU
  /// What replicate variances are taken around.
  public var centre: ReplicateCentre
  /// Confidence level, such as 0.95.
  public var level: Double
  /// How intervals are made.
  public var interval: IntervalMethod
  /// What design effects compare with; `nil` for none.
  public var designEffect: DesignEffectBase?
  /// The bandwidth behind linearised quantiles.
  public var bandwidth: DensityBandwidth
  /// Degrees of freedom in place of the design's.
  public var degreesOfFreedom: Double?

  /// A set of choices.
  public init(
    method: VarianceMethod = .taylor, singlePSU: SinglePSU = .fail, centre: ReplicateCentre = .mean,
    level: Double = 0.95, interval: IntervalMethod = .automatic,
    designEffect: DesignEffectBase? = nil, bandwidth: DensityBandwidth = .ranks,
    degreesOfFreedom: Double? = nil
  ) {
    self.method = method
    self.singlePSU = singlePSU
    self.centre = centre
    self.level = level
    self.interval = interval
    self.designEffect = designEffect
    self.bandwidth = bandwidth
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The choices in `method`.
  var description: String {
    var parts = ["variance=\(method.name)"]
    if method == .none { return parts[0] }
    if singlePSU != .fail { parts.append("single_psu=\(singlePSU.rawValue)") }
    switch method {
    case .none, .taylor: break
    default: parts.append("centre=\(centre.rawValue)")
    }
    if method == .taylor || designEffect != nil, bandwidth != .ranks {
      parts.append("bandwidth=\(bandwidth.rawValue)")
    }
    parts.append("level=\(NumberText.shortest(level))")
    return parts.joined(separator: ",")
  }
}
