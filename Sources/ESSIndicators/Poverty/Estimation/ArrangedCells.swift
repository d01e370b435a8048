internal import ESSData
internal import ESSNumerics

/// A domain of a survey in a period.
public struct SurveyCell: Sendable, Hashable {
  /// The period; empty if the sample has one only.
  public let period: String
  /// The texts of the domain's columns; empty for the whole sample.
  public let domain: [String]

  /// The domain's texts as one, for the territory column.
  public var territory: String { domain.joined(separator: "/") }

  /// For each of some cells the number of its period.
  static func periods(of cells: [SurveyCell]) -> [Int] {
    let periods = cells.map(\.period).distinct
    return cells.map { cell in periods.firstIndex(of: cell.period) ?? 0 }
  }
}

/// The cells of a sample, arranged by welfare or another number.
struct ArrangedCells: Sendable {
  let cells: [SurveyCell]
  /// For each cell its period, by number.
  let periodOfCell: [Int]
  private let estimator: SurveyEstimator
  private let sample: ArrangedSample
  private let values: [Double]

  /// Arranges a sample by some numbers; by its own domains unless others are given.
  init(_ estimator: SurveyEstimator, by values: [Double], domains: RecordGroups? = nil) {
    self.estimator = estimator
    self.values = values
    let survey = estimator.sample
    let domains = domains ?? survey.domain
    let groups = survey.period.map { $0.crossed(with: domains) } ?? domains
    sample = estimator.arranged(groups, by: values)
    let hasPeriods = survey.period != nil
    cells = groups.labels.map { label in
      SurveyCell(
        period: hasPeriods ? label[0] : "", domain: Array(hasPeriods ? label[1...] : label[...]))
    }
    periodOfCell = SurveyCell.periods(of: cells)
  }

  /// One cell.
  subscript(_ index: Int) -> RankedCell { sample.cell(index) }

  /// Does work on every cell, spread over the threads; results in the order of the cells, or the first error.
  func map<Result: Sendable>(
    _ body: @Sendable (RankedCell, _ index: Int) throws(DataError) -> Result
  ) throws(DataError) -> [Result] {
    try mapIndices { index throws(DataError) in try body(sample.cell(index), index) }
  }

  /// Does work on every cell's number.
  func mapIndices<Result: Sendable>(
    _ body: @Sendable (Int) throws(DataError) -> Result
  ) throws(DataError) -> [Result] {
    try Self.map(cells.count, body)
  }

  /// Does numbered pieces of work, spread over the threads; results by number, or the first error.
  static func map<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int) throws(DataError) -> Result
  ) throws(DataError) -> [Result] {
    let results = Parallel.map(count) { index -> Swift.Result<Result, DataError> in
      do throws(DataError) { return .success(try body(index)) } catch { return .failure(error) }
    }
    var list: [Result] = []
    for result in results { list.append(try result.get()) }
    return list
  }

  /// The sample by period alone, in the order of `periodOfCell`.
  func periods(of estimator: SurveyEstimator) -> ArrangedSample {
    let survey = estimator.sample
    return estimator.arranged(survey.period ?? RecordGroups(whole: survey.count), by: values)
  }

  /// For each cell the height of a line that follows all records of its period; `nil` for other lines.
  func heights(of line: PovertyLine, rule: QuantileRule) -> [Varying]? {
    guard case .relative(_, _, .sample) = line else { return nil }
    let whole = periods(of: estimator)
    let heights = (0..<whole.groups.count).map { period in
      line.height(estimator.evaluator(whole.cell(period)), rule: rule)
    }
    return periodOfCell.map { heights[$0] }
  }
}
