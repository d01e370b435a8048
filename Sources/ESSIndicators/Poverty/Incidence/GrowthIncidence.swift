public import ESSData
public import ESSNumerics

/// How growth was shared out: the growth incidence curve with confidence bands, and whether growth was pro-poor.
///
/// The curve gives for each share p of the people, poorest first, the growth of the p-quantile (Ravallion and Chen 2003, Economics
/// Letters 78, 93-99). The rate of pro-poor growth is its mean over the initially poor.
public struct GrowthIncidence: Sendable {
  /// What to compute.
  public struct Options: Sendable {
    /// The two sides.
    public var comparison: SurveyComparison
    /// Shares of the people at which the curve is given.
    public var shares: [Double]
    /// Absolute line of the rate of pro-poor growth; `nil` for none.
    public var line: Double?
    /// Whether a record on the line is poor.
    public var tie: LineTie
    /// The rule of quantiles.
    public var quantile: QuantileRule
    /// Standard errors.
    public var variance: VarianceOptions

    /// A set of choices.
    public init(
      comparison: SurveyComparison, shares: [Double] = (1...19).map { Double($0) / 20 },
      line: Double? = nil, tie: LineTie = .strict, quantile: QuantileRule = .averagedInverse,
      variance: VarianceOptions = VarianceOptions()
    ) {
      self.comparison = comparison
      self.shares = shares
      self.line = line
      self.tie = tie
      self.quantile = quantile
      self.variance = variance
    }
  }

  /// One pair of cells.
  public struct Row: Sendable {
    /// Where the result stands.
    public let cell: SurveyCell
    /// Growth of the mean.
    public let mean: SurveyEstimate
    /// Growth of the mean of the poorest 40 %.
    public let bottom: SurveyEstimate
    /// Growth of the quantile at each share.
    public let curve: [SurveyEstimate]
    /// Mean growth of the initially poor; `nil` without a line.
    public let proPoor: SurveyEstimate?
  }

  /// The options.
  public let options: Options
  /// One row a pair, in the order of the cells.
  public let rows: [Row]
  /// The sample's column mapping.
  public let columns: SurveyColumns

  /// Number of ranks behind the rate of pro-poor growth in replicates.
  private static let ranks = 40

  /// Compares the two sides; throws for a side that the sample does not have.
  public init(_ sample: SurveySample, _ options: Options) throws(DataError) {
    precondition(options.shares.allSatisfy { $0 > 0 && $0 < 1 }, "shares between 0 and 1")
    self.options = options
    columns = sample.columns
    guard !sample.welfare.isEmpty else { throw .notIdentified("the sample has no welfare") }
    if let line = options.line {
      try PovertyLine.absolute(line).check(hasLines: sample.line != nil)
    }
    let estimator = try SurveyEstimator(sample, options.variance)
    let cells = ArrangedCells(estimator, by: sample.welfare)
    var rows: [Row] = []
    for pair in try CellPair.pairs(options.comparison, of: cells.cells) {
      let (first, second) = (cells[pair.first], cells[pair.second])
      guard first.count > 0, second.count > 0 else { continue }
      rows.append(try Self.row(pair.cell, first, second, estimator, options))
    }
    guard !rows.isEmpty else {
      throw .notIdentified("no domain has records with weight on both sides")
    }
    self.rows = rows
  }

  private static func row(
    _ cell: SurveyCell, _ first: RankedCell, _ second: RankedCell, _ estimator: SurveyEstimator,
    _ options: Options
  ) throws(DataError) -> Row {
    let evaluators = [first, second].map(estimator.evaluator)
    let sizes = [first, second].map(CellSize.init)
    var ranks: [Double] = []
    var poor = 0.0
    if let line = options.line {
      let fixed = FixedLine(line, options.tie)
      poor = AdditiveTerm.poor(fixed).sum(first) / sizes[0].population
      ranks = (0..<Self.ranks).map { poor * (Double($0) + 0.5) / Double(Self.ranks) }
    }
    for evaluator in evaluators {
      evaluator.prepare(
        gini: false, quantiles: options.shares + (poor > 0 ? ranks : []), rule: options.quantile)
    }
    func growth(_ number: (CellEvaluator) -> Varying) -> Varying {
      let (before, after) = (number(evaluators[0]), number(evaluators[1]))
      // From zero there is no growth rate.
      return before.value > 0 ? after / before - 1 : Varying(.nan)
    }
    func estimate(
      _ number: Varying, unmoved: String = "the quantile is the first or last record"
    ) throws(DataError) -> SurveyEstimate {
      let estimate = try estimator.estimate(number, from: sizes)
      // The influence of the last record on its own quantile is nil: no variance to speak of is no certainty.
      if let value = estimate.value, let error = estimate.standardError, error < 1e-12,
        estimator.mode == .linear
      {
        return SurveyEstimate(
          value: value, count: estimate.count, population: estimate.population,
          notes: ["no standard error: \(unmoved)"])
      }
      return estimate.value == nil
        ? .missing(
          "no growth from zero or less", count: estimate.count, population: estimate.population)
        : estimate
    }
    func quantileGrowth(_ share: Double) -> Varying {
      growth { $0.rank(.quantile(share, options.quantile)) }
    }
    var curve: [SurveyEstimate] = []
    for share in options.shares { curve.append(try estimate(quantileGrowth(share))) }
    var proPoor: SurveyEstimate?
    if let line = options.line {
      if poor > 0 {
        let growth = ProPoorGrowth(first, second, upTo: poor)
        var rate: Varying
        if estimator.mode == .linear {
          let influences = growth.influences
          rate =
            Varying(0, .linear(first.support, evaluators[0].unitTotals(influences.first)))
            + Varying(0, .linear(second.support, evaluators[1].unitTotals(influences.second)))
        } else {
          rate = Varying.sum(ranks.map(quantileGrowth)) / Double(Self.ranks)
        }
        rate.value = growth.value
        // How many were poor at the start is estimated too.
        let headcount =
          evaluators[0].total(.poor(FixedLine(line, options.tie))) / evaluators[0].weight
        proPoor = try estimate(
          rate + growth.slope * (headcount - poor),
          unmoved: "too few poor records for the rate to move with them")
      } else {
        proPoor = .missing("nobody was poor at the start", count: first.count + second.count)
      }
    }
    return Row(
      cell: cell, mean: try estimate(growth(\.mean)),
      bottom: try estimate(growth { $0.rank(.lorenz(0.4)) / $0.weight }), curve: curve,
      proPoor: proPoor)
  }
}

extension GrowthIncidence {
  /// The result as rows of the public table: for each pair growth of the mean and of the poorest 40 %, the rate of pro-poor growth, then the
  /// curve.
  public var observations: [Observation] {
    rows.flatMap { row in
      let shared =
        "\(options.comparison.samples(columns))\(columns.weightDescription),\(options.variance.description)"
      func make(
        _ id: String, _ component: String, _ estimate: SurveyEstimate, _ method: String
      ) -> Observation {
        estimate.observation(
          row.cell, "incidence." + id, component: component, unit: "percent",
          method: method + shared, factor: 100)
      }
      let rule = "quantile=\(options.quantile.rawValue),"
      var list = [
        make("mean_growth", "", row.mean, "growth(of=mean,"),
        make("bottom_growth", "40", row.bottom, "growth(of=bottom_40,"),
      ]
      if let line = options.line, let proPoor = row.proPoor {
        let name = NumberText.shortest(line)
        list.append(
          make(
            "pro_poor_growth", name, proPoor,
            "pro_poor_growth(line=\(name),tie=\(options.tie.rawValue),"))
      }
      for (share, estimate) in zip(options.shares, row.curve) {
        list.append(
          make(
            "growth", NumberText.shortest((1e9 * 100 * share).rounded() / 1e9), estimate,
            "growth_incidence(\(rule)"))
      }
      return list
    }
  }
}
