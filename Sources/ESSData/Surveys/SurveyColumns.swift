/// Where a table holds what a survey needs, and what becomes of records that cannot be used.
public struct SurveyColumns: Sendable {
  /// What becomes of a record without a value.
  public enum Missing: String, Sendable, CaseIterable {
    /// The sample is refused.
    case fail
    /// The record gets weight zero; it stays in its PSU.
    case drop
  }

  /// What becomes of a negative welfare.
  public enum Negative: String, Sendable, CaseIterable {
    /// It is kept.
    case keep
    /// The record gets weight zero.
    case drop
    /// The welfare is set to zero.
    case zero
  }

  /// How the samples of several periods in one table hang together.
  public enum Periods: String, Sendable, CaseIterable {
    /// Each period is a sample of its own, whatever the labels of its strata and PSUs.
    case independent
    /// A stratum or PSU label is the same stratum or PSU in every period.
    case overlapping
  }

  /// Column of welfare; `nil` for a sample without one.
  public var welfare: String?
  /// Column of design weights; `nil` for equal weights of 1.
  public var weight: String?
  /// Column of household sizes; `nil` for records of one person.
  public var size: String?
  /// Column of poverty lines.
  public var line: String?
  /// Column of strata.
  public var stratum: String?
  /// Column of PSUs.
  public var psu: String?
  /// Column of sampling fractions or numbers of PSUs.
  public var fpc: String?
  /// Column of periods.
  public var period: String?
  /// Columns that divide the sample into domains.
  public var by: [String]
  /// Columns of replicate weights.
  public var replicateWeights: [String]
  /// Further columns of numbers.
  public var attributes: [String]
  /// What becomes of a record without a value.
  public var missing: Missing
  /// What becomes of a negative welfare.
  public var negative: Negative
  /// How the periods of one table hang together.
  public var periods: Periods

  /// A mapping of columns.
  public init(
    welfare: String? = "welfare", weight: String? = nil, size: String? = nil, line: String? = nil,
    stratum: String? = nil, psu: String? = nil, fpc: String? = nil, period: String? = nil,
    by: [String] = [], replicateWeights: [String] = [], attributes: [String] = [],
    missing: Missing = .fail, negative: Negative = .keep, periods: Periods = .independent
  ) {
    self.welfare = welfare
    self.weight = weight
    self.size = size
    self.line = line
    self.stratum = stratum
    self.psu = psu
    self.fpc = fpc
    self.period = period
    self.by = by
    self.replicateWeights = replicateWeights
    self.attributes = attributes
    self.missing = missing
    self.negative = negative
    self.periods = periods
  }
}
