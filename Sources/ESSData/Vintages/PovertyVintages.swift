/// Published poverty figures of one institution, by publication date and scenario.
public struct PovertyVintages: Sendable {
  /// What a figure measures.
  public enum Measure: String, Sendable, CaseIterable {
    /// Headcount ratio, in percent.
    case headcount
    /// Number of poor, in persons.
    case numberOfPoor = "number_of_poor"
    /// Change of the headcount ratio over the period `from/to`, in percentage points.
    case changePoints = "change_points"
    /// Change of the number of poor over the period `from/to`, in persons.
    case changePersons = "change_persons"
  }

  /// A published figure.
  public struct Figure: Sendable {
    /// Territory or group.
    public let territory: String
    /// `2020`, or `2019/2020` for a change.
    public let period: String
    /// Poverty line.
    public let line: String
    /// What is measured.
    public let measure: Measure
    /// Publication date, as precise as known.
    public let vintage: String
    /// Scenario; `observed` and `central` where there is only one.
    public let scenario: String
    /// The figure.
    public let value: Double
    /// Its status.
    public let status: ObservationStatus
    /// Its source.
    public let source: String
    /// What a reader should know of it.
    public let note: String
  }

  /// Which growth projection belongs to the same exercise as a poverty vintage.
  public struct Exercise: Sendable {
    /// Vintage of the poverty figures.
    public let povertyVintage: String
    /// Institution of the growth figures.
    public let institution: String
    /// Vintage of the growth figures.
    public let growthVintage: String
    /// Territory or group of the growth figure.
    public let growthTerritory: String
  }

  /// All figures in table order.
  public let figures: [Figure]
  /// The exercises.
  public let exercises: [Exercise]

  /// Lines, each once, in table order.
  public var lines: [String] { figures.map(\.line).distinct }

  /// Vintages, oldest first.
  public var vintages: [String] { figures.map(\.vintage).distinct.sorted() }
}

extension Dataset {
  /// The poverty figures by vintage.
  public func povertyVintages() throws(DataError) -> PovertyVintages {
    let table = try self.table("poverty_vintages")
    let territories = try table.texts("territory")
    let periods = try table.texts("period")
    let lines = try table.texts("line")
    let measures = try table.texts("measure")
    let vintages = try table.texts("vintage")
    let scenarios = try table.texts("scenario")
    let values = try table.numbers("value")
    let statuses = try table.texts("status")
    let sources = try table.texts("source")
    let notes = try table.texts("note")
    var problems = ProblemList()
    var figures: [PovertyVintages.Figure] = []
    for row in 0..<table.rowCount {
      guard let measure = PovertyVintages.Measure(rawValue: measures[row]) else {
        problems.add(
          table.problem(row: row, column: "measure", "'\(measures[row])' is no measure"))
        continue
      }
      guard let status = ObservationStatus(rawValue: statuses[row]), !values[row].isNaN else {
        problems.add(table.problem(row: row, column: nil, "a value and its status are needed"))
        continue
      }
      figures.append(
        PovertyVintages.Figure(
          territory: territories[row], period: periods[row], line: lines[row], measure: measure,
          vintage: vintages[row], scenario: scenarios[row], value: values[row], status: status,
          source: sources[row], note: notes[row]))
    }
    try problems.check()
    return PovertyVintages(figures: figures, exercises: try exercises())
  }

  private func exercises() throws(DataError) -> [PovertyVintages.Exercise] {
    guard has("exercises") else { return [] }
    let table = try self.table("exercises")
    let poverty = try table.texts("poverty_vintage")
    let institutions = try table.texts("growth_institution")
    let growth = try table.texts("growth_vintage")
    let territories = try table.texts("growth_territory")
    return poverty.indices.map {
      PovertyVintages.Exercise(
        povertyVintage: poverty[$0], institution: institutions[$0], growthVintage: growth[$0],
        growthTerritory: territories[$0])
    }
  }
}
