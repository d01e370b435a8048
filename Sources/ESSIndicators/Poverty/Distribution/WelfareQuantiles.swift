public import ESSData
public import ESSNumerics

/// Quantiles of welfare by domain and period.
///
/// With Taylor linearisation the interval is Woodruff's (1952): the confidence limits of the distribution function at the quantile, carried
/// back to welfare; the standard error is the interval's width over twice the t quantile, as in R's survey package. On replicates it is the
/// replicate variance of the quantile.
public struct WelfareQuantiles: Sendable {
  /// What to compute.
  public struct Options: Sendable {
    /// Shares of persons below the quantiles, from 0 to 1.
    public var shares: [Double]
    /// The rule of quantiles.
    public var rule: QuantileRule
    /// Standard errors.
    public var variance: VarianceOptions

    /// A set of choices.
    public init(
      shares: [Double] = [0.1, 0.25, 0.5, 0.75, 0.9], rule: QuantileRule = .averagedInverse,
      variance: VarianceOptions = VarianceOptions()
    ) {
      self.shares = shares
      self.rule = rule
      self.variance = variance
    }

    /// The same with other standard errors.
    func with(_ variance: VarianceOptions) -> Options {
      var options = self
      options.variance = variance
      return options
    }
  }

  /// The quantiles of a domain in a period.
  public struct Row: Sendable {
    /// Which domain, and when.
    public let cell: SurveyCell
    /// The quantiles, in the order asked for.
    public let estimates: [SurveyEstimate]
  }

  /// The options.
  public let options: Options
  /// Rows in the order of the records.
  public let rows: [Row]
  /// The sample's column mapping.
  public let columns: SurveyColumns

  /// Quantiles of a sample.
  public init(_ sample: SurveySample, _ options: Options) throws(DataError) {
    try self.init(RankedSurvey(sample, options.variance), options)
  }

  /// Quantiles of a sample that was arranged before; standard errors are as chosen then.
  public init(_ ranked: RankedSurvey, _ options: Options) throws(DataError) {
    let options = options.with(ranked.variance)
    self.options = options
    let (estimator, cells) = (ranked.estimator, ranked.cells)
    columns = estimator.sample.columns
    for share in options.shares where !(share > 0 && share < 1) {
      throw .notIdentified(
        "a quantile of share \(NumberText.shortest(share)); shares lie between 0 and 1")
    }
    rows = try cells.map { cell, index throws(DataError) in
      let evaluator = estimator.evaluator(cell)
      evaluator.prepare(gini: false, quantiles: options.shares, rule: options.rule)
      let size = CellSize(cell)
      var estimates: [SurveyEstimate] = []
      for share in options.shares {
        let term = RankTerm.quantile(share, options.rule)
        guard estimator.mode == .linear, cell.count > 1 else {
          estimates.append(try estimator.estimate(evaluator.rank(term), from: [size]))
          continue
        }
        let woodruff = Woodruff(evaluator, size, share, options.rule)
        estimates.append(try woodruff.estimate(estimator))
      }
      return Row(cell: cells.cells[index], estimates: estimates)
    }
  }
}

/// Woodruff's interval of a quantile.
private struct Woodruff {
  let evaluator: CellEvaluator
  let size: CellSize
  let share: Double
  let rule: QuantileRule

  init(_ evaluator: CellEvaluator, _ size: CellSize, _ share: Double, _ rule: QuantileRule) {
    self.evaluator = evaluator
    self.size = size
    self.share = share
    self.rule = rule
  }

  private func quantile(_ share: Double) -> Double {
    RankTerm.quantile(min(max(share, 0), 1), rule).value(evaluator.cell)
  }

  func estimate(_ estimator: SurveyEstimator) throws(DataError) -> SurveyEstimate {
    let value = quantile(share)
    // The share at or below the quantile: an additive statistic on the inclusive side of a line there.
    let below = evaluator.total(.poor(FixedLine(value, .inclusive))) / evaluator.weight
    let distribution = try estimator.estimate(below, from: [size])
    guard let interval = distribution.interval, let error = distribution.standardError, error > 0,
      interval.lowerBound < interval.upperBound
    else {
      return SurveyEstimate(
        value: value, standardError: distribution.standardError.map { _ in 0 },
        degreesOfFreedom: distribution.degreesOfFreedom, count: size.count,
        population: size.population,
        notes: distribution.notes + ["no interval: nobody is above the quantile"])
    }
    let limits = (quantile(interval.lowerBound), quantile(interval.upperBound))
    let reach = (interval.upperBound - interval.lowerBound) / (2 * error)
    return SurveyEstimate(
      value: value, standardError: (limits.1 - limits.0) / (2 * reach),
      interval: limits.0...limits.1, intervalMethod: distribution.intervalMethod,
      degreesOfFreedom: distribution.degreesOfFreedom,
      count: size.count, population: size.population, notes: distribution.notes)
  }
}
