/// A sample of persons or households with their welfare, person weights, domains and survey design: what every measure of the
/// Poverty room takes.
///
/// A record that cannot be used keeps its place with weight zero, so that the design is that of the survey. Memory: 8 bytes a record
/// for each column of numbers, 4 for each column of texts.
public struct SurveySample: Sendable {
  /// Welfare of each record; empty if no column was named.
  public let welfare: [Double]
  /// Person weight of each record: design weight times size.
  public let weight: [Double]
  /// Poverty line of each record, if there is one for each.
  public let line: [Double]?
  /// Further numbers, column by column.
  public let attributes: [[Double]]
  /// Periods of the records, if the table has several.
  public let period: RecordGroups?
  /// Domains of the records: one for each combination of the columns asked for.
  public let domain: RecordGroups
  /// Strata, PSUs and sampling fractions.
  public let design: SurveyDesign
  /// Person weights of each given replicate.
  public let replicateWeights: [[Double]]
  /// What was dropped or changed.
  public let report: RecordReport
  /// The columns that the sample was made from, and the policies.
  public let columns: SurveyColumns
  /// Where the records come from: what measures find wrong with one of them is told with it.
  public let place: RecordPlace

  /// Number of records.
  public var count: Int { weight.count }

  /// A sample from columns; throws all problems of the records at once.
  ///
  /// `place` makes a problem of a record, counted from 0, and the name of a column.
  public init(
    _ records: SurveyRecords, columns: SurveyColumns = SurveyColumns(),
    place: @escaping RecordPlace = Self.recordNumber
  ) throws(DataError) {
    let cleaned = try CleanedRecords(records, columns, place: place)
    guard cleaned.weight.contains(where: { $0 > 0 }) else {
      throw .notIdentified("all weights of the survey are zero")
    }
    welfare = cleaned.welfare
    weight = cleaned.weight
    line = cleaned.line
    attributes = cleaned.attributes
    replicateWeights = cleaned.replicateWeights
    report = cleaned.report
    self.columns = columns
    self.place = place
    period = records.period.map(RecordGroups.init)
    domain = RecordGroups(records.by.map(\.withoutMissing), count: records.count)
    let stratum: CodedColumn?
    var samples: [Int32]?
    if let period, columns.periods == .independent, period.count > 1 {
      let named = records.stratum.map(RecordGroups.init) ?? RecordGroups(whole: records.count)
      let crossed = period.crossed(with: named)
      stratum = CodedColumn(
        values: crossed.labels.map { $0.joined(separator: "/") }, codes: crossed.codes)
      samples = crossed.labels.map { label in
        Int32(period.labels.firstIndex { $0[0] == label[0] } ?? 0)
      }
    } else {
      stratum = records.stratum
    }
    design = try SurveyDesign(
      stratum: stratum, named: records.stratum, samples: samples, psu: records.psu,
      fpc: records.fpc, count: records.count
    ) { place($0, columns.fpc, $1) }
  }

  /// Places a problem at the number of a record, for samples that come from no file.
  @Sendable
  public static func recordNumber(_ record: Int, _ column: String?, _ message: String)
    -> DataProblem
  {
    DataProblem(file: "record \(record + 1)", line: nil, column: column, message: message)
  }
}
