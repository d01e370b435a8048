/// Published projections of growth, by institution and publication date.
public struct GrowthOutlook: Sendable {
  /// One institution's projections of one date.
  public struct Vintage: Sendable, Hashable {
    /// The institution.
    public let institution: String
    /// Publication date, as precise as known.
    public let date: String

    /// Names a vintage.
    public init(institution: String, date: String) {
      self.institution = institution
      self.date = date
    }

    /// `institution/date`, the component of the results.
    public var name: String { "\(institution)/\(date)" }
  }

  /// A published figure.
  public struct Figure: Sendable {
    /// Territory or group.
    public let territory: String
    /// The year projected.
    public let period: Period
    /// Institution and date.
    public let vintage: Vintage
    /// Growth, in percent.
    public let value: Double
    /// Its status.
    public let status: ObservationStatus
    /// Its source.
    public let source: String
    /// What a reader should know of it.
    public let note: String
  }

  /// All figures in table order.
  public let figures: [Figure]

  private struct Key: Hashable {
    let vintage: Vintage
    let territory: String
    let period: Period
  }

  private let positions: [Key: Int]

  /// An outlook from its figures; the first counts where two name the same vintage, territory and year.
  public init(figures: [Figure]) {
    self.figures = figures
    positions = Dictionary(
      figures.enumerated().map { position, figure in
        (Key(vintage: figure.vintage, territory: figure.territory, period: figure.period), position)
      }
    ) { first, _ in first }
  }

  /// The vintages that have a figure for a year, by date and then institution.
  public func vintages(for period: Period) -> [Vintage] {
    figures.filter { $0.period == period }.map(\.vintage).distinct.sorted {
      ($0.date, $0.institution) < ($1.date, $1.institution)
    }
  }

  /// The figure of a vintage for a territory and a year.
  public func figure(_ vintage: Vintage, _ territory: String, _ period: Period) -> Figure? {
    positions[Key(vintage: vintage, territory: territory, period: period)].map { figures[$0] }
  }
}

extension Dataset {
  /// The growth projections by vintage.
  public func growthOutlook() throws(DataError) -> GrowthOutlook {
    let table = try self.table("outlook")
    let territories = try table.texts("territory")
    let periods = try table.texts("period")
    let institutions = try table.texts("institution")
    let vintages = try table.texts("vintage")
    let values = try table.numbers("value")
    let statuses = try table.texts("status")
    let sources = try table.texts("source")
    let notes = try table.texts("note")
    var problems = ProblemList()
    var figures: [GrowthOutlook.Figure] = []
    for row in 0..<table.rowCount {
      guard let period = Period(periods[row]) else {
        problems.add(
          table.problem(row: row, column: "period", "'\(periods[row])' is not a period"))
        continue
      }
      guard let status = ObservationStatus(rawValue: statuses[row]), !values[row].isNaN else {
        problems.add(table.problem(row: row, column: nil, "a value and its status are needed"))
        continue
      }
      figures.append(
        GrowthOutlook.Figure(
          territory: territories[row], period: period,
          vintage: .init(institution: institutions[row], date: vintages[row]), value: values[row],
          status: status, source: sources[row], note: notes[row]))
    }
    try problems.check()
    return GrowthOutlook(figures: figures)
  }
}
