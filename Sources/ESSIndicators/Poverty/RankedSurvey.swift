public import ESSData

/// A survey sample arranged by domain, period and welfare: the work that several measures share.
///
/// Cost: one radix sort of the records. Memory: 16 bytes a record, 20 with standard errors.
public struct RankedSurvey: Sendable {
  let estimator: SurveyEstimator
  let cells: ArrangedCells

  /// How standard errors are computed.
  public var variance: VarianceOptions { estimator.options }

  /// Arranges a sample; throws where its design does not fit the method of standard errors.
  public init(_ sample: SurveySample, _ variance: VarianceOptions) throws(DataError) {
    guard !sample.welfare.isEmpty else { throw .notIdentified("the sample has no welfare") }
    estimator = try SurveyEstimator(sample, variance)
    cells = ArrangedCells(estimator, by: sample.welfare)
  }
}
