public import ESSData
public import ESSNumerics

/// How poverty changed between two periods of a survey, or two surveys, and what moved it, each number with its standard error.
///
/// The parts of a decomposition add up to the change exactly. Where the periods share strata and PSUs (`SurveyColumns.Periods.overlapping`),
/// the covariance of the two samples is in every standard error.
public struct SurveyPovertyChange: Sendable {
  /// A way of splitting the change of a measure, or of the number of poor.
  public enum Method: Sendable, Hashable {
    /// Growth and redistribution with one period as reference, and a residual (Datt and Ravallion 1992).
    case dattRavallion(Reference)
    /// Growth and redistribution as Shapley values: the mean of both references, without residual.
    case shapley
    /// Changes within domains, shifts of population between them, and their interaction (Ravallion and Huppi 1991).
    case sectoral
    /// The number of poor: rate, population and, over domains, mix, as Shapley values.
    case number
  }

  /// The period whose mean and distribution are held.
  public enum Reference: String, Sendable, CaseIterable {
    /// The first.
    case initial
    /// The last.
    case final
  }

  /// What to compare.
  public struct Options: Sendable {
    /// The first period.
    public var from: String
    /// The last period.
    public var to: String
    /// Alphas of the Foster-Greer-Thorbecke measures.
    public var alphas: [Double]
    /// The lines, in the same prices in both periods.
    public var lines: [PovertyLine]
    /// Whether a record on the line is poor.
    public var tie: LineTie
    /// The rule of the median behind a relative line.
    public var quantile: QuantileRule
    /// How changes are split.
    public var methods: [Method]
    /// Standard errors.
    public var variance: VarianceOptions

    /// A set of choices.
    public init(
      from: String, to: String, alphas: [Double] = [0, 1, 2], lines: [PovertyLine],
      tie: LineTie = .strict, quantile: QuantileRule = .averagedInverse,
      methods: [Method] = [.shapley, .number], variance: VarianceOptions = VarianceOptions()
    ) {
      self.from = from
      self.to = to
      self.alphas = alphas
      self.lines = lines
      self.tie = tie
      self.quantile = quantile
      self.methods = methods
      self.variance = variance
    }
  }

  /// A change and its parts.
  public struct Split: Sendable {
    /// How it is split.
    public let method: Method
    /// The parts, which add up to the change exactly; without method `number` they are of the measure.
    public let parts: [(name: String, estimate: SurveyEstimate)]
  }

  /// The change of one measure, or of the number of poor where `alpha` is `nil`.
  public struct Row: Sendable {
    /// The domain; empty for the whole sample.
    public let domain: [String]
    /// The line.
    public let line: PovertyLine
    /// The measure's alpha; `nil` for the number of poor.
    public let alpha: Double?
    /// The measure in the first period.
    public let start: SurveyEstimate
    /// The measure in the last period.
    public let end: SurveyEstimate
    /// The change.
    public let change: SurveyEstimate
    /// What moved it.
    public let splits: [Split]
  }

  /// The options.
  public let options: Options
  /// Rows by line, by domain (the whole sample last), by measure.
  public let rows: [Row]
  /// The sample's column mapping.
  public let columns: SurveyColumns

  /// Compares two periods of a sample.
  public init(_ sample: SurveySample, _ options: Options) throws(DataError) {
    self.options = options
    columns = sample.columns
    guard !sample.welfare.isEmpty else { throw .notIdentified("the sample has no welfare") }
    guard let period = sample.period else {
      throw .notIdentified("the sample has no periods; name the column of periods")
    }
    for name in [options.from, options.to] where !period.labels.contains([name]) {
      throw .unknownName(kind: "period", name: name, known: period.labels.map { $0[0] })
    }
    guard options.from != options.to else {
      throw .notIdentified("both ends of the change are '\(options.from)'")
    }
    for alpha in options.alphas where !(alpha >= 0) || !alpha.isFinite {
      throw .notIdentified("FGT of alpha \(NumberText.shortest(alpha)); alpha is at least 0")
    }
    let hasDomains = !sample.columns.by.isEmpty
    if options.methods.contains(.sectoral), !hasDomains {
      throw .notIdentified("the sectoral split needs domains; name the column of sectors")
    }
    let estimator = try SurveyEstimator(sample, options.variance)
    var rows: [Row] = []
    for line in options.lines {
      try line.check(hasLines: sample.line != nil)
      try Self.check(line, options)
      let values =
        line == .perRecord
        ? zip(sample.welfare, sample.line ?? []).map { $0 / $1 } : sample.welfare
      let whole = RecordGroups(whole: sample.count)
      if hasDomains {
        let byDomain = ChangeEvaluation(estimator, options, line, values, sample.domain)
        let cells = try byDomain.ends()
        rows += try byDomain.rows(cells)
        let all = ChangeEvaluation(estimator, options, line, values, whole)
        rows += try all.rows(try all.ends(), domains: cells)
      } else {
        let all = ChangeEvaluation(estimator, options, line, values, whole)
        rows += try all.rows(try all.ends())
      }
    }
    self.rows = rows
  }

  /// Growth and redistribution hold one line in both periods.
  private static func check(_ line: PovertyLine, _ options: Options) throws(DataError) {
    if case .absolute = line { return }
    let splitsGrowth = options.methods.contains { method in
      if case .dattRavallion = method { true } else { method == .shapley }
    }
    if splitsGrowth {
      throw .notIdentified(
        "growth and redistribution are split on an absolute line; '\(line.name)' is none")
    }
  }
}
