public import ESSData

/// Multidimensional poverty by dual cutoffs: deprived in a dimension strictly below its cutoff, poor from a weighted count of k on.
///
/// Alkire and Foster (2011), Journal of Public Economics 95, 476-487. For each domain and period: H, A, M0 = H A, M1 and M2 where every
/// dimension has a cutoff, uncensored and censored headcount ratios, and contributions to M0. Cost: O(n d) for each k.
public struct AlkireFoster: Sendable {
  /// A dimension.
  public struct Dimension: Sendable, Equatable {
    /// How its column says who is deprived.
    public enum Rule: Sendable, Equatable {
      /// 1 for the deprived, 0 for the others.
      case flag
      /// An achievement; deprived strictly below the cutoff.
      case below(Double)
    }

    /// Its column among the sample's attributes.
    public var column: String
    /// Who is deprived.
    public var rule: Rule
    /// Its weight.
    public var weight: Double

    /// A dimension.
    public init(column: String, rule: Rule, weight: Double = 1) {
      self.column = column
      self.rule = rule
      self.weight = weight
    }
  }

  /// What to compute.
  public struct Options: Sendable {
    /// The dimensions.
    public var dimensions: [Dimension]
    /// Poverty cutoffs, in units of the weights: with weights of 1 the number of dimensions.
    public var cutoffs: [Double]
    /// Standard errors.
    public var variance: VarianceOptions

    /// A set of choices.
    public init(
      dimensions: [Dimension], cutoffs: [Double], variance: VarianceOptions = VarianceOptions()
    ) {
      self.dimensions = dimensions
      self.cutoffs = cutoffs
      self.variance = variance
    }

    /// The sum of the weights.
    public var totalWeight: Double { dimensions.reduce(0) { $0 + $1.weight } }
  }

  /// The measures at one cutoff.
  public struct Measures: Sendable {
    /// The poverty cutoff.
    public let cutoff: Double
    /// Share of the poor.
    public let headcount: SurveyEstimate
    /// Mean share of weighted deprivations among the poor.
    public let intensity: SurveyEstimate
    /// H A.
    public let adjusted: SurveyEstimate
    /// Adjusted gap; `nil` where a dimension has no cutoff.
    public let gap: SurveyEstimate?
    /// Adjusted squared gap; `nil` where a dimension has no cutoff.
    public let squaredGap: SurveyEstimate?
    /// Share of the people who are poor and deprived in each dimension.
    public let censored: [SurveyEstimate]
    /// Each dimension's share of M0.
    public let contributions: [SurveyEstimate]
  }

  /// The answer for one domain in one period.
  public struct Row: Sendable {
    /// Which domain, and when.
    public let cell: SurveyCell
    /// Share of the people deprived in each dimension, poor or not.
    public let uncensored: [SurveyEstimate]
    /// By cutoff.
    public let measures: [Measures]
  }

  /// The options.
  public let options: Options
  /// One row a cell, in the order of the records.
  public let rows: [Row]
  /// The sample's column mapping.
  public let columns: SurveyColumns

  /// Measures a sample whose attributes are the columns of the dimensions, in their order.
  ///
  /// - Throws: `DataError.notIdentified` for weights or cutoffs that cannot be, `DataError.invalid` for a flag that is neither 0 nor 1.
  public init(_ sample: SurveySample, _ options: Options) throws(DataError) {
    self.options = options
    columns = sample.columns
    try Self.check(sample, options)
    let estimator = try SurveyEstimator(sample, options.variance)
    let layout = CellRows(sample)
    var rows: [Row] = []
    for (index, cell) in layout.cells.enumerated() {
      let totals = RecordTotals(estimator, rows: layout.rows[index])
      let deprivations = Deprivations(sample, totals.rows, options.dimensions)
      rows.append(try Self.row(cell, totals, deprivations, estimator, options))
    }
    self.rows = rows
  }

  private static func check(_ sample: SurveySample, _ options: Options) throws(DataError) {
    guard !options.dimensions.isEmpty else { throw .notIdentified("no dimension is named") }
    precondition(
      sample.attributes.count == options.dimensions.count, "one attribute for each dimension")
    for dimension in options.dimensions where !(dimension.weight > 0) {
      throw .notIdentified("the weight of '\(dimension.column)' is not above zero")
    }
    for cutoff in options.cutoffs
    where !(cutoff > 0) || cutoff > options.totalWeight * (1 + 1e-12) {
      throw .notIdentified(
        "the poverty cutoff \(NumberText.shortest(cutoff)) is not above 0 and at most the sum of the weights, "
          + NumberText.shortest(options.totalWeight))
    }
    for (dimension, values) in zip(options.dimensions, sample.attributes)
    where dimension.rule == .flag {
      if let row = values.firstIndex(where: { $0 != 0 && $0 != 1 }) {
        let message =
          "\(NumberText.shortest(values[row])) is neither 0 nor 1; an achievement needs a cutoff"
        throw .invalid([sample.place(row, dimension.column, message)], omitted: 0)
      }
    }
  }

  private static func row(
    _ cell: SurveyCell, _ totals: RecordTotals, _ deprivations: Deprivations,
    _ estimator: SurveyEstimator, _ options: Options
  ) throws(DataError) -> Row {
    let dimensions = options.dimensions
    func estimate(
      _ number: Varying
    ) throws(DataError) -> SurveyEstimate {
      try estimator.estimate(number, from: [totals.size], isProportion: true)
    }
    let ones = [Double](repeating: 1, count: totals.rows.count)
    let base = totals.totals([ones] + deprivations.flags)
    let people = base[0]
    var uncensored: [SurveyEstimate] = []
    for number in base.dropFirst() {
      uncensored.append(try estimate(number / people))
    }
    var measures: [Measures] = []
    for cutoff in options.cutoffs {
      let sums = totals.totals(deprivations.censored(at: cutoff))
      let (poor, count) = (sums[0], sums[1])
      let whole = options.totalWeight
      var censored: [SurveyEstimate] = []
      var contributions: [SurveyEstimate] = []
      for (dimension, number) in zip(dimensions, sums[4...]) {
        censored.append(try estimate(number / people))
        contributions.append(try estimate(dimension.weight * number / count))
      }
      let hasGaps = deprivations.hasGaps
      measures.append(
        Measures(
          cutoff: cutoff, headcount: try estimate(poor / people),
          intensity: try estimate(count / poor / whole),
          adjusted: try estimate(count / people / whole),
          gap: hasGaps ? try estimate(sums[2] / people / whole) : nil,
          squaredGap: hasGaps ? try estimate(sums[3] / people / whole) : nil,
          censored: censored, contributions: contributions))
    }
    return Row(cell: cell, uncensored: uncensored, measures: measures)
  }
}

/// Who is deprived in what, column by column over the records of a cell.
private struct Deprivations {
  let flags: [[Double]]
  let hasGaps: Bool
  private let gaps: [[Double]]
  private let weights: [Double]
  private let counts: [Double]

  init(_ sample: SurveySample, _ rows: [Int], _ dimensions: [AlkireFoster.Dimension]) {
    var flags: [[Double]] = []
    var gaps: [[Double]] = []
    var hasGaps = true
    for (values, dimension) in zip(sample.attributes, dimensions) {
      switch dimension.rule {
      case .flag:
        flags.append(rows.map { values[$0] })
        gaps.append([])
        hasGaps = false
      case .below(let cutoff):
        flags.append(rows.map { values[$0] < cutoff ? 1 : 0 })
        gaps.append(rows.map { max(0, (cutoff - values[$0]) / cutoff) })
        // A gap is a share of the cutoff.
        if cutoff <= 0 { hasGaps = false }
      }
    }
    self.flags = flags
    self.gaps = gaps
    self.hasGaps = hasGaps
    weights = dimensions.map(\.weight)
    var counts = [Double](repeating: 0, count: rows.count)
    for (flag, weight) in zip(flags, dimensions.map(\.weight)) {
      for i in counts.indices { counts[i] += weight * flag[i] }
    }
    self.counts = counts
  }

  /// Columns at a cutoff: poor, weighted count, weighted gaps, weighted squared gaps of the poor, then each dimension's deprived poor.
  func censored(at cutoff: Double) -> [[Double]] {
    // Weights that add up to the cutoff but for rounding reach it.
    let poor = counts.map { $0 >= cutoff * (1 - 1e-12) ? 1.0 : 0 }
    var columns = [poor, zip(poor, counts).map { $0 * $1 }]
    for power in 1...2 {
      var sums = [Double](repeating: 0, count: poor.count)
      if hasGaps {
        for (gap, weight) in zip(gaps, weights) {
          for i in sums.indices {
            sums[i] += poor[i] * weight * (power == 1 ? gap[i] : gap[i] * gap[i])
          }
        }
      }
      columns.append(sums)
    }
    return columns + flags.map { flag in zip(poor, flag).map { $0 * $1 } }
  }
}
