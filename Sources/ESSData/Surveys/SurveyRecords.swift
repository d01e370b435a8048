/// The columns of a survey as they were read: contiguous numbers, and codes for texts.
///
/// A missing number is NaN.
public struct SurveyRecords: Sendable {
  /// Welfare; `nil` for a sample without one.
  public var welfare: [Double]?
  /// Design weights; `nil` for 1.
  public var weight: [Double]?
  /// Household sizes; `nil` for 1.
  public var size: [Double]?
  /// Poverty lines.
  public var line: [Double]?
  /// Strata.
  public var stratum: CodedColumn?
  /// PSUs; `nil` if every record is one.
  public var psu: CodedColumn?
  /// Sampling fractions, or numbers of PSUs in the population.
  public var fpc: [Double]?
  /// Periods.
  public var period: CodedColumn?
  /// Columns that divide the sample into domains.
  public var by: [CodedColumn]
  /// Design weights of each replicate.
  public var replicateWeights: [[Double]]
  /// Further numbers, column by column.
  public var attributes: [[Double]]
  /// Number of records.
  public var count: Int

  /// Records without any column yet.
  public init(count: Int) {
    self.count = count
    by = []
    replicateWeights = []
    attributes = []
  }
}
