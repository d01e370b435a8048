public import ESSData
public import ESSNumerics

/// Inequality measures of a survey by domain and period, each with its standard error under the design, and what part of inequality lies
/// within and between domains.
///
/// Cost and memory as for `PovertyMeasures`.
public struct InequalityMeasures: Sendable {
  /// What to measure.
  public struct Options: Sendable {
    /// The measures, in the order of the rows.
    public var measures: [InequalityMeasure]
    /// What becomes of welfare of zero or below in generalised entropy and Atkinson's index.
    public var nonpositive: NonpositivePolicy
    /// The rule of quantiles.
    public var quantile: QuantileRule
    /// Whether Gini and entropy are split into what is within and between domains.
    public var decomposes: Bool
    /// Standard errors.
    public var variance: VarianceOptions

    /// A set of choices.
    public init(
      measures: [InequalityMeasure] = [
        .gini(), .meanLogDeviation, .theil, .palma, .quintileRatio(),
      ],
      nonpositive: NonpositivePolicy = .fail, quantile: QuantileRule = .averagedInverse,
      decomposes: Bool = false, variance: VarianceOptions = VarianceOptions()
    ) {
      self.measures = measures
      self.nonpositive = nonpositive
      self.quantile = quantile
      self.decomposes = decomposes
      self.variance = variance
    }

    /// The same with other standard errors.
    func with(_ variance: VarianceOptions) -> Options {
      var options = self
      options.variance = variance
      return options
    }
  }

  /// The measures of a domain in a period.
  public struct Row: Sendable {
    /// Which domain, and when.
    public let cell: SurveyCell
    /// The measures, in the order asked for.
    public let estimates: [SurveyEstimate]
  }

  /// How the inequality of a period splits over domains; the parts' values add up to the whole exactly.
  public struct Decomposition: Sendable {
    /// The period; empty if the sample has one only.
    public let period: String
    /// The measure.
    public let measure: InequalityMeasure
    /// Inequality of all records.
    public let whole: SurveyEstimate
    /// The parts: within and between, for the Gini index also the overlap of the domains.
    public let parts: [(name: String, estimate: SurveyEstimate)]
  }

  /// The options.
  public let options: Options
  /// Rows in the order of the records.
  public let rows: [Row]
  /// Decompositions by period and measure; empty unless asked for.
  public let decompositions: [Decomposition]
  /// The sample's column mapping.
  public let columns: SurveyColumns

  /// Measures a sample; throws where a measure is not defined on its records.
  public init(_ sample: SurveySample, _ options: Options) throws(DataError) {
    try self.init(RankedSurvey(sample, options.variance), options)
  }

  /// Measures a sample that was arranged before; standard errors are as chosen then.
  public init(_ ranked: RankedSurvey, _ options: Options) throws(DataError) {
    let options = options.with(ranked.variance)
    self.options = options
    let (estimator, cells) = (ranked.estimator, ranked.cells)
    columns = estimator.sample.columns
    for measure in options.measures {
      try measure.check()
      try measure.check(estimator.sample, options.nonpositive)
    }
    let outcomes = try cells.map { cell, _ in Outcome(cell, estimator, options) }
    rows = try cells.mapIndices { index throws(DataError) in
      let outcome = outcomes[index]
      var estimates: [SurveyEstimate] = []
      for (number, measure) in zip(outcome.numbers, options.measures) {
        estimates.append(try Self.estimate(number, measure, outcome, estimator, options))
      }
      return Row(cell: cells.cells[index], estimates: estimates)
    }
    decompositions =
      options.decomposes
      ? try InequalityDecomposition(estimator, cells, outcomes, options).results() : []
  }

  private static func estimate(
    _ number: Varying, _ measure: InequalityMeasure, _ outcome: Outcome,
    _ estimator: SurveyEstimator, _ options: Options
  ) throws(DataError) -> SurveyEstimate {
    let values = outcome.cell.values
    let (count, population) = (outcome.size.count, outcome.size.population)
    if count > 0, values.first == 0, values.last == 0 {
      return .missing("all welfare is zero", count: count, population: population)
    }
    var notes: [String] = []
    let seesAll = !measure.takesPowers || options.nonpositive == .fail
    if let lowest = values.first, lowest < 0, seesAll {
      let negative = outcome.cell.lowerCount { $0 < 0 }
      notes.append("\(negative) record\(negative == 1 ? "" : "s") with negative welfare")
    }
    if measure.takesPowers {
      notes += options.nonpositive.notes(outcome.cell.lowerCount { $0 <= 0 })
    }
    if measure == .quintileRatio(.quantiles), number.value == 0 {
      return .missing(
        "nobody is above the upper quantile", count: count, population: population)
    }
    let estimate = try estimator.estimate(
      number, from: [outcome.size],
      effect: options.variance.designEffect.map { _ in
        (
          outcome.cell,
          { evaluator in
            InequalityEvaluator(
              evaluator, nonpositive: options.nonpositive, quantile: options.quantile
            ).value(measure)
          }
        )
      })
    return estimate.noting(notes)
  }

  /// What one cell gives before anything is estimated.
  struct Outcome: Sendable {
    let cell: RankedCell
    let size: CellSize
    let numbers: [Varying]
    /// People and welfare, of all records and of those that entropy sees; only where inequality is decomposed.
    let totals: (weight: Varying, welfare: Varying)?
    let powers: (weight: Varying, welfare: Varying)?

    init(_ cell: RankedCell, _ estimator: SurveyEstimator, _ options: Options) {
      self.cell = cell
      let all = estimator.evaluator(cell)
      size = CellSize(all)
      let quantiles: [Double] = options.measures.contains(.wolfson) ? [0.5] : []
      let usesGini = options.measures.contains { measure in
        if case .gini = measure { true } else { measure == .wolfson }
      }
      all.prepare(gini: usesGini, quantiles: quantiles, rule: options.quantile)
      let evaluator = InequalityEvaluator(
        all, nonpositive: options.nonpositive, quantile: options.quantile)
      numbers = options.measures.map(evaluator.value)
      let powers = evaluator.evaluator(of: .theil)
      totals = options.decomposes ? (all.weight, all.welfare) : nil
      self.powers = options.decomposes ? (powers.weight, powers.welfare) : nil
    }
  }
}
