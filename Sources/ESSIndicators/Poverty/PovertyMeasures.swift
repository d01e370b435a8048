public import ESSData
public import ESSNumerics

/// Poverty measures of a survey by domain and period, each with its standard error under the design.
///
/// Cost: O(n) to arrange n records and O(n) a measure; with R replicates additive measures take one product of (R x PSUs) by
/// (PSUs x totals), ranked ones O(n R). Memory: 16 to 28 bytes a record beside the sample.
public struct PovertyMeasures: Sendable {
  /// What to measure.
  public struct Options: Sendable {
    /// The measures, in the order of the rows.
    public var measures: [PovertyMeasure]
    /// The lines.
    public var lines: [PovertyLine]
    /// Whether a record on the line is poor.
    public var tie: LineTie
    /// What becomes of welfare of zero or below in the Watts index.
    public var nonpositive: NonpositivePolicy
    /// The rule of the median behind a relative line.
    public var quantile: QuantileRule
    /// Whether domains' shares of all poverty are computed.
    public var decomposes: Bool
    /// Standard errors.
    public var variance: VarianceOptions

    /// A set of choices.
    public init(
      measures: [PovertyMeasure] = [.headcount, .gap, .squaredGap, .numberOfPoor],
      lines: [PovertyLine], tie: LineTie = .strict, nonpositive: NonpositivePolicy = .fail,
      quantile: QuantileRule = .averagedInverse, decomposes: Bool = false,
      variance: VarianceOptions = VarianceOptions()
    ) {
      self.measures = measures
      self.lines = lines
      self.tie = tie
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

  /// The measures of a domain in a period on a line.
  public struct Row: Sendable {
    /// Which domain, and when.
    public let cell: SurveyCell
    /// The line.
    public let line: PovertyLine
    /// Its height; 1 for a line a record, which welfare is divided by.
    public let height: SurveyEstimate
    /// The measures, in the order asked for.
    public let estimates: [SurveyEstimate]
    /// For each measure of the FGT class the domain's share of all poverty; empty unless asked for.
    public let shares: [SurveyEstimate?]
  }

  /// The options.
  public let options: Options
  /// Rows by line, then by cell in the order of the records.
  public let rows: [Row]
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
    let sample = ranked.estimator.sample
    columns = sample.columns
    for measure in options.measures { try measure.check() }
    if options.measures.contains(.watts) {
      try options.nonpositive.check(sample, "the Watts index") { $0 <= 0 }
    }
    for line in options.lines { try line.check(hasLines: sample.line != nil) }
    let estimator = ranked.estimator
    var rows: [Row] = []
    for line in options.lines {
      let cells: ArrangedCells
      if line == .perRecord {
        cells = ArrangedCells(estimator, by: zip(sample.welfare, sample.line ?? []).map { $0 / $1 })
      } else {
        cells = ranked.cells
      }
      rows += try Self.rows(line, cells, estimator, options)
    }
    self.rows = rows
  }

  /// Measures that were made elsewhere.
  init(_ options: Options, _ rows: [Row], _ columns: SurveyColumns) {
    self.options = options
    self.rows = rows
    self.columns = columns
  }

  private static func rows(
    _ line: PovertyLine, _ cells: ArrangedCells, _ estimator: SurveyEstimator, _ options: Options
  ) throws(DataError) -> [Row] {
    let lines = cells.heights(of: line, rule: options.quantile)
    let outcomes = try cells.map { cell, index throws(DataError) -> Outcome in
      let evaluator = estimator.evaluator(cell)
      return try Outcome(
        evaluator, count: cell.count,
        height: lines?[index] ?? line.height(evaluator, rule: options.quantile),
        negatives: cell.lowerCount { $0 < 0 }, nonpositives: cell.lowerCount { $0 <= 0 }, options)
    }
    return try rows(line, cells.cells, outcomes, estimator, options)
  }

  /// The rows of a line from what its cells give.
  static func rows(
    _ line: PovertyLine, _ cells: [SurveyCell], _ outcomes: [Outcome], _ estimator: SurveyEstimator,
    _ options: Options
  ) throws(DataError) -> [Row] {
    let periods = SurveyCell.periods(of: cells)
    let totals = options.decomposes ? totals(outcomes, options, periods) : [:]
    return try ArrangedCells.map(cells.count) { index throws(DataError) -> Row in
      let outcome = outcomes[index]
      var estimates: [SurveyEstimate] = []
      var shares: [SurveyEstimate?] = []
      for (number, measure) in zip(outcome.numbers, options.measures) {
        let estimate = try estimator.estimate(
          number, from: [outcome.size], isProportion: measure == .headcount,
          effect: estimator.options.designEffect.map { _ in
            (
              outcome.cell,
              { evaluator in
                PovertyEvaluator(
                  cell: evaluator, line: Varying(outcome.height.value), tie: options.tie,
                  nonpositive: options.nonpositive
                ).unchecked(measure)
              }
            )
          })
        estimates.append(estimate.noting(notes(outcome, measure, options.nonpositive)))
        guard options.decomposes else { continue }
        let total = totals[measure]?[periods[index]]
        let sizes = outcomes.indices.filter { periods[$0] == periods[index] }.map {
          outcomes[$0].size
        }
        shares.append(
          try total.map { total throws(DataError) in
            try estimator.estimate(
              number * outcome.people / total, from: sizes, isProportion: true)
          })
      }
      return Row(
        cell: cells[index], line: line,
        height: try estimator.estimate(outcome.height, from: [outcome.size]),
        estimates: estimates, shares: shares)
    }
  }

  /// What one cell gives before anything is estimated.
  struct Outcome: Sendable {
    /// Its records; none where they are no longer there.
    let cell: RankedCell
    let size: CellSize
    let height: Varying
    let numbers: [Varying]
    let people: Varying
    /// Number of records with negative welfare, and with welfare of zero or below.
    let negatives: Int
    let nonpositives: Int

    init(
      _ evaluator: CellEvaluator, count: Int, height: Varying, negatives: Int, nonpositives: Int,
      _ options: Options
    ) throws(DataError) {
      cell = evaluator.cell
      self.height = height
      self.negatives = negatives
      self.nonpositives = nonpositives
      let poverty = PovertyEvaluator(
        cell: evaluator, line: height, tie: options.tie, nonpositive: options.nonpositive)
      if options.measures.contains(.watts) {
        try options.nonpositive.check(nonpositives, "the Watts index")
      }
      poverty.prepare(options.measures)
      numbers = options.measures.map(poverty.unchecked)
      people = evaluator.weight
      size = CellSize(count: count, population: people.value, support: evaluator.cell.support)
    }
  }

  /// For each measure of the FGT class its total over the cells of each period.
  private static func totals(
    _ outcomes: [Outcome], _ options: Options, _ periods: [Int]
  ) -> [PovertyMeasure: [Int: Varying]] {
    var totals: [PovertyMeasure: [Int: Varying]] = [:]
    for (number, measure) in options.measures.enumerated() {
      guard case .fgt = measure else { continue }
      for (outcome, period) in zip(outcomes, periods) where outcome.size.count > 0 {
        let here = outcome.numbers[number] * outcome.people
        totals[measure, default: [:]][period] = totals[measure]?[period].map { $0 + here } ?? here
      }
    }
    return totals
  }

  private static func notes(
    _ outcome: Outcome, _ measure: PovertyMeasure, _ policy: NonpositivePolicy
  ) -> [String] {
    if measure == .watts { return policy.notes(outcome.nonpositives) }
    let count = outcome.negatives
    guard count > 0, measure.hasLine else { return [] }
    if case .fgt(0) = measure { return [] }
    return ["\(count) record\(count == 1 ? "" : "s") with negative welfare: gaps above 1"]
  }
}
