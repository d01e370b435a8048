public import ESSData
public import ESSNumerics

/// Points of the Lorenz curve, the generalised Lorenz curve and the TIP curve by domain and period.
///
/// The curves interpolate between records, so that no density enters their standard errors.
public struct LorenzCurves: Sendable {
  /// A curve over the share of persons, the poorest first.
  public enum Curve: String, Sendable, CaseIterable {
    /// The share of welfare.
    case lorenz
    /// The same times mean welfare.
    case generalised
    /// "Three I's of poverty" (Jenkins and Lambert 1997): the sum of relative gaps a person of the population.
    case tip
  }

  /// What to compute.
  public struct Options: Sendable {
    /// The curves.
    public var curves: [Curve]
    /// Shares of persons, from 0 to 1.
    public var shares: [Double]
    /// The line of the TIP curve.
    public var line: PovertyLine?
    /// Whether a record on the line is poor.
    public var tie: LineTie
    /// The rule of the median behind a relative line.
    public var quantile: QuantileRule
    /// Standard errors.
    public var variance: VarianceOptions

    /// A set of choices.
    public init(
      curves: [Curve] = [.lorenz], shares: [Double] = (1...10).map { Double($0) / 10 },
      line: PovertyLine? = nil, tie: LineTie = .strict, quantile: QuantileRule = .averagedInverse,
      variance: VarianceOptions = VarianceOptions()
    ) {
      self.curves = curves
      self.shares = shares
      self.line = line
      self.tie = tie
      self.quantile = quantile
      self.variance = variance
    }

    /// The same with other standard errors.
    func with(_ variance: VarianceOptions) -> Options {
      var options = self
      options.variance = variance
      return options
    }
  }

  /// A curve of a domain in a period.
  public struct Row: Sendable {
    /// Which domain, and when.
    public let cell: SurveyCell
    /// The curve.
    public let curve: Curve
    /// Its height at each share, in the order asked for.
    public let estimates: [SurveyEstimate]
  }

  /// The options.
  public let options: Options
  /// Rows by cell, then by curve.
  public let rows: [Row]
  /// The sample's column mapping.
  public let columns: SurveyColumns

  /// The curves of a sample.
  public init(_ sample: SurveySample, _ options: Options) throws(DataError) {
    try self.init(RankedSurvey(sample, options.variance), options)
  }

  /// The curves of a sample that was arranged before; standard errors are as chosen then.
  public init(_ ranked: RankedSurvey, _ options: Options) throws(DataError) {
    let options = options.with(ranked.variance)
    self.options = options
    let (estimator, cells) = (ranked.estimator, ranked.cells)
    let sample = estimator.sample
    columns = sample.columns
    for share in options.shares where !(share >= 0 && share <= 1) {
      throw .notIdentified(
        "a curve at \(NumberText.shortest(share)); shares of persons lie from 0 to 1")
    }
    let line = options.line ?? .absolute(1)
    if options.curves.contains(.tip) {
      guard options.line != nil else { throw .notIdentified("the TIP curve needs a poverty line") }
      guard line != .perRecord else {
        throw .notIdentified("the TIP curve needs one line; a line for each record ranks by ratios")
      }
      try line.check(hasLines: sample.line != nil)
    }
    let heights = cells.heights(of: line, rule: options.quantile)
    let blocks = try cells.map { cell, index throws(DataError) -> [Row] in
      let evaluator = estimator.evaluator(cell)
      let height = heights?[index] ?? line.height(evaluator, rule: options.quantile)
      let size = CellSize(cell)
      let negatives = cell.lowerCount { $0 < 0 }
      let notes =
        negatives > 0
        ? ["\(negatives) record\(negatives == 1 ? "" : "s") with negative welfare"] : []
      var rows: [Row] = []
      for curve in options.curves {
        var estimates: [SurveyEstimate] = []
        for share in options.shares {
          let number = Self.height(curve, share, evaluator, line: height, tie: options.tie)
          estimates.append(try estimator.estimate(number, from: [size]).noting(notes))
        }
        rows.append(Row(cell: cells.cells[index], curve: curve, estimates: estimates))
      }
      return rows
    }
    rows = blocks.flatMap(\.self)
  }

  private static func height(
    _ curve: Curve, _ share: Double, _ cell: CellEvaluator, line: Varying, tie: LineTie
  ) -> Varying {
    switch curve {
    case .lorenz: cell.rank(.lorenz(share)) / cell.welfare
    case .generalised: cell.rank(.lorenz(share)) / cell.weight
    case .tip: cell.rank({ .gaps(share, $0) }, line, tie) / cell.weight
    }
  }
}
