public import ESSData
internal import ESSNumerics

/// Additive poverty measures of records that pass by once, in constant memory.
///
/// Kept are sums for each domain and PSU: measures that add up over records (the FGT class, the income gap ratio, Watts, numbers, means) on
/// absolute lines or a column of lines need no more, with standard errors by any method that works on PSU totals. Sums are exact, so
/// that the results are those of ``PovertyMeasures`` on the whole sample, to the last bit, however the records are cut, and
/// parts of a stream can be added up apart and merged. Memory: 32 bytes a total (the population and one for each measure and line) and
/// about 100 more for each domain and PSU that occur together.
public struct StreamedPoverty: Sendable {
  let columns: SurveyColumns
  private let options: PovertyMeasures.Options
  private let terms: StreamedTerms
  private(set) var labels: StreamedLabels
  private var sums: StreamedSums
  /// What was dropped or changed so far.
  public private(set) var report = RecordReport()

  /// An empty stream; throws where a measure or line needs more than sums.
  public init(columns: SurveyColumns, options: PovertyMeasures.Options) throws(DataError) {
    self.columns = columns
    self.options = options
    guard columns.welfare != nil else { throw .notIdentified("the stream has no welfare") }
    for measure in options.measures {
      try measure.check()
      if measure.isRanked {
        throw .notIdentified("the Sen indices rank all records; a stream keeps sums only")
      }
    }
    for line in options.lines {
      if case .relative = line {
        throw .notIdentified(
          "a line at \(line.name) needs all records at once; a stream takes amounts or a column of lines"
        )
      }
      try line.check(hasLines: columns.line != nil)
    }
    guard columns.psu != nil || options.variance.method == .none else {
      throw .notIdentified(
        "standard errors of a stream are made from PSU totals: name the column of PSUs, or choose "
          + "--variance none")
    }
    guard columns.replicateWeights.isEmpty else {
      throw .notIdentified("a stream makes its own replicates; given replicate weights need a file")
    }
    guard options.variance.designEffect == nil else {
      throw .notIdentified("design effects need all records at once; a stream keeps sums only")
    }
    terms = StreamedTerms(options)
    labels = StreamedLabels(columns)
    sums = StreamedSums(terms)
  }

  /// Adds records; throws all problems of the records at once.
  ///
  /// `place` makes a problem of a record of these, counted from 0, and the name of a column.
  public mutating func add(
    _ records: SurveyRecords,
    place: (_ record: Int, _ column: String?, _ message: String) -> DataProblem = SurveySample
      .recordNumber
  ) throws(DataError) {
    guard records.count > 0 else { return }
    guard records.welfare != nil else { throw .notIdentified("the records have no welfare") }
    let passing = try PassingRecords(records, columns, place: place)
    let labelled =
      [records.period].compactMap(\.self) + records.by
      + [records.stratum, records.psu].compactMap(\.self)
    guard labelled.count == labels.names.count else {
      throw .notIdentified("the records have other columns of labels than the stream")
    }
    let codes = labels.codes(of: labelled)
    let (first, fpc) = (report.records, columns.fpc)
    try add(passing, codes, firstRecord: first) { row, message in place(row, fpc, message) }
  }

  /// Adds records with the codes of their labels.
  mutating func add(
    _ records: PassingRecords, _ codes: [[Int32]], firstRecord: Int,
    _ place: (Int, String) -> DataProblem
  ) throws(DataError) {
    let units = try labels.units(of: codes, records, firstRecord: firstRecord, place)
    sums.add(records, units: units, unitCount: labels.unitCount)
    report.merge(records.report)
  }

  /// Names the codes that were used so far.
  mutating func name(_ texts: [[String]]) { labels.name(texts) }

  /// Adds another part of the stream; throws where both contradict each other.
  public mutating func merge(_ other: StreamedPoverty) throws(DataError) {
    let units = try labels.merge(other.labels)
    sums.merge(other.sums, units: units, unitCount: labels.unitCount)
    report.merge(other.report)
  }

  /// The measures of all records so far.
  public func result() throws(DataError) -> PovertyMeasures {
    try arrangedResult().measures
  }

  /// The measures of all records so far, and how many labels of PSUs occur in several strata of one sample.
  public func arrangedResult() throws(DataError) -> (measures: PovertyMeasures, repeatedLabels: Int)
  {
    guard labels.unitCount > 0 else { throw .notIdentified("the survey has no records") }
    let arranged = try labels.arranged()
    var columns = columns
    columns.by = []
    let design = try SurveySample(arranged.psus, columns: columns)
    let estimator = try SurveyEstimator(design, options.variance)
    let members = arranged.units.map { units in
      // Units without weight are no part of a domain, only of the design.
      units.filter { sums.counts[$0].records > 0 }
        .map { (unit: $0, psu: design.design.psu[arranged.psuOfUnit[$0]]) }
        .sorted { $0.psu < $1.psu }
    }
    guard members.contains(where: { !$0.isEmpty }) else {
      throw .notIdentified("all weights of the survey are zero")
    }
    var rows: [PovertyMeasures.Row] = []
    for (number, line) in options.lines.enumerated() {
      let outcomes = try ArrangedCells.map(members.count) {
        index throws(DataError) -> PovertyMeasures.Outcome in
        let units = members[index].map(\.unit)
        let support = Support(members[index].map(\.psu))
        let evaluator = estimator.evaluator(
          totals: terms.known(line: number) { sums.total($0, of: units) }, support: support)
        let counts = units.reduce(StreamedSums.Counts()) { $0 + sums.counts[$1] }
        return try PovertyMeasures.Outcome(
          evaluator, count: counts.records,
          height: Varying(StreamedTerms.height(line)), negatives: counts.negatives,
          nonpositives: counts.nonpositives, options)
      }
      rows += try PovertyMeasures.rows(line, arranged.cells, outcomes, estimator, options)
    }
    return (
      PovertyMeasures(options, rows, self.columns), design.design.repeatedLabels
    )
  }
}
