public import ESSData

/// Which of the two fitted curves serves for what: PIP's rule, or the one asked for.
public struct LorenzSelection: Sendable {
  /// Which curve to use.
  public enum Choice: String, Sendable, CaseIterable {
    /// PIP's rule, one curve for inequality and one for each line.
    case auto
    /// General Quadratic.
    case generalQuadratic = "gq"
    /// Beta.
    case beta
  }

  /// Which curve was asked for.
  public let choice: Choice
  /// The General Quadratic fit.
  public let generalQuadratic: LorenzFit
  /// The Beta fit.
  public let beta: LorenzFit

  /// Fits both curves to a distribution.
  public init(_ distribution: GroupedDistribution, choice: Choice = .auto) {
    self.choice = choice
    generalQuadratic = .generalQuadratic(distribution)
    beta = .beta(distribution)
  }

  /// The fits in the order of results.
  public var fits: [LorenzFit] { [generalQuadratic, beta] }

  /// The curve for inequality: the valid one; of two the one with the smaller sum of squared errors.
  ///
  /// An invalid curve only where `allowInvalid` says so, and then the better fitting one.
  public func forInequality(allowInvalid: Bool = false) -> LorenzFit? {
    switch choice {
    case .generalQuadratic: return generalQuadratic.isValid || allowInvalid ? generalQuadratic : nil
    case .beta: return beta.isValid || allowInvalid ? beta : nil
    case .auto:
      let usable = fits.filter(\.isValid)
      if usable.isEmpty { return allowInvalid ? closest(fits, by: \.squaredErrors) : nil }
      return closest(usable, by: \.squaredErrors)
    }
  }

  /// The curve for poverty at a mean and a line.
  ///
  /// PIP's table of validity and normality; where both curves serve, the one with the smaller sum of squared errors up to its
  /// headcount ratio. An invalid curve only where `allowInvalid` says so.
  public func forPoverty(mean: Double, line: Double, allowInvalid: Bool = false) -> LorenzFit? {
    func errors(_ fit: LorenzFit) -> Double {
      fit.squaredErrors(upTo: fit.curve.poverty(mean: mean, line: line).headcount)
    }
    let fit: LorenzFit
    switch choice {
    case .generalQuadratic: fit = generalQuadratic
    case .beta: fit = beta
    case .auto:
      let flags = (
        generalQuadratic.isValid, beta.isValid, generalQuadratic.isNormal, beta.isNormal
      )
      switch flags {
      case (true, true, true, true), (false, false, true, true):
        fit = closest(fits, by: errors) ?? generalQuadratic
      case (true, _, false, true), (false, true, true, true), (false, true, false, _),
        (false, false, false, true):
        fit = beta
      default: fit = generalQuadratic
      }
    }
    return fit.isValid || allowInvalid ? fit : nil
  }

  /// Why there is no valid curve.
  public var reasons: String {
    let asked: [LorenzFit] =
      switch choice {
      case .auto: fits
      case .generalQuadratic: [generalQuadratic]
      case .beta: [beta]
      }
    return asked.map { fit in
      "\(fit.name): \(fit.defects.map(\.reason).joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  /// The first of the smallest; a sum that is not a number is none.
  private func closest(_ fits: [LorenzFit], by errors: (LorenzFit) -> Double) -> LorenzFit? {
    let sums = fits.map { errors($0).isNaN ? .infinity : errors($0) }
    return fits.indices.min { sums[$0] < sums[$1] }.map { fits[$0] }
  }
}
