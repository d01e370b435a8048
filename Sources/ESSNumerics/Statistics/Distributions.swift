internal import CDistributions

/// A probability distribution of one variable.
///
/// All functions are Boost.Math's, with an error of a few units in the last place (its documentation gives the tests); they are NaN
/// outside their domain. The complement is accurate where 1 - cumulative has no digits left.
public protocol Distribution: Sendable {
  /// The density at x; the probability of x for a discrete variable.
  func density(_ x: Double) -> Double
  /// The probability of at most x.
  func cumulative(_ x: Double) -> Double
  /// The probability of more than x.
  func complement(_ x: Double) -> Double
  /// The value that the variable stays below with probability p, from 0 to 1; for a discrete one the least x with a
  /// probability of at least p up to it.
  func quantile(_ p: Double) -> Double
}

/// The standard normal distribution.
public struct Normal: Distribution {
  /// The distribution.
  public init() {}

  /// The density at x.
  public func density(_ x: Double) -> Double {
    ess_normal_density(x)
  }

  /// The probability of at most x.
  public func cumulative(_ x: Double) -> Double {
    ess_normal_cumulative(x)
  }

  /// The probability of more than x.
  public func complement(_ x: Double) -> Double {
    ess_normal_complement(x)
  }

  /// The value that the variable stays below with probability p.
  public func quantile(_ p: Double) -> Double {
    ess_normal_quantile(p)
  }
}

/// Student's t distribution.
public struct StudentT: Distribution {
  /// Degrees of freedom, above 0.
  public let degreesOfFreedom: Double

  /// The distribution with the given parameters.
  public init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The density at x.
  public func density(_ x: Double) -> Double {
    ess_student_t_density(x, degreesOfFreedom)
  }

  /// The probability of at most x.
  public func cumulative(_ x: Double) -> Double {
    ess_student_t_cumulative(x, degreesOfFreedom)
  }

  /// The probability of more than x.
  public func complement(_ x: Double) -> Double {
    ess_student_t_complement(x, degreesOfFreedom)
  }

  /// The value that the variable stays below with probability p.
  public func quantile(_ p: Double) -> Double {
    ess_student_t_quantile(p, degreesOfFreedom)
  }
}

/// The chi-squared distribution.
public struct ChiSquared: Distribution {
  /// Degrees of freedom, above 0.
  public let degreesOfFreedom: Double

  /// The distribution with the given parameters.
  public init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The density at x.
  public func density(_ x: Double) -> Double {
    ess_chi_squared_density(x, degreesOfFreedom)
  }

  /// The probability of at most x.
  public func cumulative(_ x: Double) -> Double {
    ess_chi_squared_cumulative(x, degreesOfFreedom)
  }

  /// The probability of more than x.
  public func complement(_ x: Double) -> Double {
    ess_chi_squared_complement(x, degreesOfFreedom)
  }

  /// The value that the variable stays below with probability p.
  public func quantile(_ p: Double) -> Double {
    ess_chi_squared_quantile(p, degreesOfFreedom)
  }
}

/// Fisher's F distribution.
public struct FisherF: Distribution {
  /// Degrees of freedom of the numerator, above 0.
  public let numerator: Double
  /// Degrees of freedom of the denominator, above 0.
  public let denominator: Double

  /// The distribution with the given parameters.
  public init(numerator: Double, denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The density at x.
  public func density(_ x: Double) -> Double {
    ess_f_density(x, numerator, denominator)
  }

  /// The probability of at most x.
  public func cumulative(_ x: Double) -> Double {
    ess_f_cumulative(x, numerator, denominator)
  }

  /// The probability of more than x.
  public func complement(_ x: Double) -> Double {
    ess_f_complement(x, numerator, denominator)
  }

  /// The value that the variable stays below with probability p.
  public func quantile(_ p: Double) -> Double {
    ess_f_quantile(p, numerator, denominator)
  }
}

/// The beta distribution on 0 to 1.
public struct BetaDistribution: Distribution {
  /// First shape, above 0.
  public let a: Double
  /// Second shape, above 0.
  public let b: Double

  /// The distribution with the given parameters.
  public init(a: Double, b: Double) {
    self.a = a
    self.b = b
  }

  /// The density at x.
  public func density(_ x: Double) -> Double {
    ess_beta_density(x, a, b)
  }

  /// The probability of at most x.
  public func cumulative(_ x: Double) -> Double {
    ess_beta_cumulative(x, a, b)
  }

  /// The probability of more than x.
  public func complement(_ x: Double) -> Double {
    ess_beta_complement(x, a, b)
  }

  /// The value that the variable stays below with probability p.
  public func quantile(_ p: Double) -> Double {
    ess_beta_quantile(p, a, b)
  }
}

/// The gamma distribution.
public struct GammaDistribution: Distribution {
  /// Shape, above 0.
  public let shape: Double
  /// Scale, above 0.
  public let scale: Double

  /// The distribution with the given parameters.
  public init(shape: Double, scale: Double) {
    self.shape = shape
    self.scale = scale
  }

  /// The density at x.
  public func density(_ x: Double) -> Double {
    ess_gamma_density(x, shape, scale)
  }

  /// The probability of at most x.
  public func cumulative(_ x: Double) -> Double {
    ess_gamma_cumulative(x, shape, scale)
  }

  /// The probability of more than x.
  public func complement(_ x: Double) -> Double {
    ess_gamma_complement(x, shape, scale)
  }

  /// The value that the variable stays below with probability p.
  public func quantile(_ p: Double) -> Double {
    ess_gamma_quantile(p, shape, scale)
  }
}

/// The binomial distribution.
public struct Binomial: Distribution {
  /// Number of trials.
  public let trials: Double
  /// Probability of success in each.
  public let probability: Double

  /// The distribution with the given parameters.
  public init(trials: Double, probability: Double) {
    self.trials = trials
    self.probability = probability
  }

  /// The probability of x.
  public func density(_ x: Double) -> Double {
    ess_binomial_density(x, trials, probability)
  }

  /// The probability of at most x.
  public func cumulative(_ x: Double) -> Double {
    ess_binomial_cumulative(x, trials, probability)
  }

  /// The probability of more than x.
  public func complement(_ x: Double) -> Double {
    ess_binomial_complement(x, trials, probability)
  }

  /// The least x with a probability of at least p up to it.
  public func quantile(_ p: Double) -> Double {
    ess_binomial_quantile(p, trials, probability)
  }
}

/// The Poisson distribution.
public struct Poisson: Distribution {
  /// The mean, above 0.
  public let mean: Double

  /// The distribution with the given parameters.
  public init(mean: Double) {
    self.mean = mean
  }

  /// The probability of x.
  public func density(_ x: Double) -> Double {
    ess_poisson_density(x, mean)
  }

  /// The probability of at most x.
  public func cumulative(_ x: Double) -> Double {
    ess_poisson_cumulative(x, mean)
  }

  /// The probability of more than x.
  public func complement(_ x: Double) -> Double {
    ess_poisson_complement(x, mean)
  }

  /// The least x with a probability of at least p up to it.
  public func quantile(_ p: Double) -> Double {
    ess_poisson_quantile(p, mean)
  }
}

/// The noncentral t distribution.
public struct NoncentralT: Distribution {
  /// Degrees of freedom, above 0.
  public let degreesOfFreedom: Double
  /// Noncentrality.
  public let noncentrality: Double

  /// The distribution with the given parameters.
  public init(degreesOfFreedom: Double, noncentrality: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  /// The density at x.
  public func density(_ x: Double) -> Double {
    ess_noncentral_t_density(x, degreesOfFreedom, noncentrality)
  }

  /// The probability of at most x.
  public func cumulative(_ x: Double) -> Double {
    ess_noncentral_t_cumulative(x, degreesOfFreedom, noncentrality)
  }

  /// The probability of more than x.
  public func complement(_ x: Double) -> Double {
    ess_noncentral_t_complement(x, degreesOfFreedom, noncentrality)
  }

  /// The value that the variable stays below with probability p.
  public func quantile(_ p: Double) -> Double {
    ess_noncentral_t_quantile(p, degreesOfFreedom, noncentrality)
  }
}

/// The noncentral F distribution.
public struct NoncentralF: Distribution {
  /// Degrees of freedom of the numerator, above 0.
  public let numerator: Double
  /// Degrees of freedom of the denominator, above 0.
  public let denominator: Double
  /// Noncentrality, 0 or more.
  public let noncentrality: Double

  /// The distribution with the given parameters.
  public init(numerator: Double, denominator: Double, noncentrality: Double) {
    self.numerator = numerator
    self.denominator = denominator
    self.noncentrality = noncentrality
  }

  /// The density at x.
  public func density(_ x: Double) -> Double {
    ess_noncentral_f_density(x, numerator, denominator, noncentrality)
  }

  /// The probability of at most x.
  public func cumulative(_ x: Double) -> Double {
    ess_noncentral_f_cumulative(x, numerator, denominator, noncentrality)
  }

  /// The probability of more than x.
  public func complement(_ x: Double) -> Double {
    ess_noncentral_f_complement(x, numerator, denominator, noncentrality)
  }

  /// The value that the variable stays below with probability p.
  public func quantile(_ p: Double) -> Double {
    ess_noncentral_f_quantile(p, numerator, denominator, noncentrality)
  }
}

/// The noncentral chi-squared distribution.
public struct NoncentralChiSquared: Distribution {
  /// Degrees of freedom, above 0.
  public let degreesOfFreedom: Double
  /// Noncentrality, 0 or more.
  public let noncentrality: Double

  /// The distribution with the given parameters.
  public init(degreesOfFreedom: Double, noncentrality: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    self.noncentrality = noncentrality
  }

  /// The density at x.
  public func density(_ x: Double) -> Double {
    ess_noncentral_chi_squared_density(x, degreesOfFreedom, noncentrality)
  }

  /// The probability of at most x.
  public func cumulative(_ x: Double) -> Double {
    ess_noncentral_chi_squared_cumulative(x, degreesOfFreedom, noncentrality)
  }

  /// The probability of more than x.
  public func complement(_ x: Double) -> Double {
    ess_noncentral_chi_squared_complement(x, degreesOfFreedom, noncentrality)
  }

  /// The value that the variable stays below with probability p.
  public func quantile(_ p: Double) -> Double {
    ess_noncentral_chi_squared_quantile(p, degreesOfFreedom, noncentrality)
  }
}

/// The hypergeometric distribution: marked elements in a sample without replacement.
public struct Hypergeometric: Sendable {
  /// Marked elements in all.
  public let marked: Int
  /// Size of the sample.
  public let drawn: Int
  /// Elements in all.
  public let total: Int

  /// The distribution; `nil` unless 0 <= marked, drawn <= total and the total fits 32 bits.
  public init?(marked: Int, drawn: Int, total: Int) {
    guard (0...total).contains(marked), (0...total).contains(drawn), total <= Int(UInt32.max) else {
      return nil
    }
    self.marked = marked
    self.drawn = drawn
    self.total = total
  }

  /// The probability of x marked elements.
  public func density(_ x: Int) -> Double {
    guard support.contains(x) else { return 0 }
    return ess_hypergeometric_mass(Double(x), UInt32(marked), UInt32(drawn), UInt32(total))
  }

  /// The probability of at most x marked elements.
  public func cumulative(_ x: Int) -> Double {
    guard x >= support.lowerBound else { return 0 }
    guard x < support.upperBound else { return 1 }
    return ess_hypergeometric_cumulative(Double(x), UInt32(marked), UInt32(drawn), UInt32(total))
  }

  /// The probability of more than x marked elements.
  public func complement(_ x: Int) -> Double {
    guard x >= support.lowerBound else { return 1 }
    guard x < support.upperBound else { return 0 }
    return ess_hypergeometric_complement(Double(x), UInt32(marked), UInt32(drawn), UInt32(total))
  }

  private var support: ClosedRange<Int> { max(0, drawn + marked - total)...min(drawn, marked) }
}
