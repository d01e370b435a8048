public import ESSData

/// Poverty after a scenario, from the records of a survey, with standard errors under its design.
///
/// Growth, pass-through and the change of the Gini index are taken as known; the mean about which welfare is moved apart is the period's
/// own and taken as known too. The same records are measured before and after, so that the standard error of the change is far
/// below those of its ends.
public struct SurveyNowcast: Sendable {
  /// What to compute.
  public struct Options: Sendable {
    /// The scenarios.
    public var scenarios: [NowcastScenario]
    /// Absolute lines.
    public var lines: [Double]
    /// Whether a record on the line is poor.
    public var tie: LineTie
    /// Standard errors.
    public var variance: VarianceOptions

    /// A set of choices.
    public init(
      scenarios: [NowcastScenario], lines: [Double], tie: LineTie = .strict,
      variance: VarianceOptions = VarianceOptions()
    ) {
      self.scenarios = scenarios
      self.lines = lines
      self.tie = tie
      self.variance = variance
    }
  }

  /// Before, after and the change of one measure.
  public struct Ends: Sendable {
    /// Before.
    public let before: SurveyEstimate
    /// After.
    public let after: SurveyEstimate
    /// After less before.
    public let change: SurveyEstimate
  }

  /// One domain, period, line and scenario.
  public struct Row: Sendable {
    /// Which domain, and when.
    public let cell: SurveyCell
    /// The line.
    public let line: Double
    /// The assumptions.
    public let scenario: NowcastScenario
    /// Headcount ratio, poverty gap and squared gap.
    public let measures: [Ends]
    /// Change of the number of poor.
    public let moved: SurveyEstimate
  }

  /// The options.
  public let options: Options
  /// Rows by cell in the order of the records, then line, then scenario.
  public let rows: [Row]
  /// The sample's column mapping.
  public let columns: SurveyColumns

  /// Moves the welfare of a sample.
  ///
  /// - Throws: `DataError.notIdentified` for a line that is not above zero, or a sample without welfare.
  public init(_ sample: SurveySample, _ options: Options) throws(DataError) {
    self.options = options
    columns = sample.columns
    guard !sample.welfare.isEmpty else { throw .notIdentified("the sample has no welfare") }
    for line in options.lines { try PovertyLine.absolute(line).check(hasLines: sample.line != nil) }
    let estimator = try SurveyEstimator(sample, options.variance)
    let layout = CellRows(sample)
    let means = Self.means(sample)
    var rows: [Row] = []
    for (index, cell) in layout.cells.enumerated() {
      let totals = RecordTotals(estimator, rows: layout.rows[index])
      for z in options.lines {
        let line = FixedLine(z, options.tie)
        let before = Self.gaps(totals.rows.map { sample.welfare[$0] }, line)
        for scenario in options.scenarios {
          let moved = totals.rows.map {
            scenario.welfare(sample.welfare[$0], mean: means[cell.period] ?? 0)
          }
          rows.append(
            try Self.row(
              cell, line, scenario, before, Self.gaps(moved, line), totals, estimator))
        }
      }
    }
    self.rows = rows
  }

  /// Mean welfare of each period.
  private static func means(_ sample: SurveySample) -> [String: Double] {
    var sums: [String: (weight: Double, welfare: Double)] = [:]
    let names = sample.period.map { period in period.codes.map { period.labels[Int($0)][0] } }
    for row in sample.welfare.indices {
      let name = names?[row] ?? ""
      let sum = sums[name] ?? (0, 0)
      sums[name] = (
        sum.weight + sample.weight[row], sum.welfare + sample.weight[row] * sample.welfare[row]
      )
    }
    return sums.mapValues { $0.welfare / $0.weight }
  }

  /// For each record whether it is poor, its relative gap, and the square of that.
  private static func gaps(_ values: [Double], _ line: FixedLine) -> [[Double]] {
    let gaps = values.map { line.isPoor($0) ? max(0, (line.z - $0) / line.z) : 0 }
    return [values.map { line.isPoor($0) ? 1 : 0 }, gaps, gaps.map { $0 * $0 }]
  }

  private static func row(
    _ cell: SurveyCell, _ line: FixedLine, _ scenario: NowcastScenario, _ before: [[Double]],
    _ after: [[Double]], _ totals: RecordTotals, _ estimator: SurveyEstimator
  ) throws(DataError) -> Row {
    let ones = [Double](repeating: 1, count: totals.rows.count)
    let sums = totals.totals([ones] + before + after)
    let people = sums[0]
    var measures: [Ends] = []
    for k in 0..<3 {
      let (start, end) = (sums[1 + k] / people, sums[4 + k] / people)
      measures.append(
        Ends(
          before: try estimator.estimate(start, from: [totals.size], isProportion: k == 0),
          after: try estimator.estimate(end, from: [totals.size], isProportion: k == 0),
          change: try estimator.estimate(end - start, from: [totals.size])))
    }
    return Row(
      cell: cell, line: line.z, scenario: scenario, measures: measures,
      moved: try estimator.estimate(sums[4] - sums[1], from: [totals.size]))
  }
}

extension SurveyNowcast {
  /// The result as rows of the public table: headcount ratio, gap and squared gap before, after and their change, then people moved.
  public var observations: [Observation] {
    rows.flatMap { row in
      let scenario = row.scenario
      let component =
        "\(NumberText.shortest(row.line))/k=\(NumberText.shortest(scenario.passThrough))"
      let method =
        "nowcast(line=\(NumberText.shortest(row.line)),tie=\(options.tie.rawValue),\(scenario.method),"
        + (scenario.giniChange == 0 ? "" : "mean=fixed,")
        + "\(columns.weightDescription),\(options.variance.description)"
      let source = scenario.provenance.source
      var list: [Observation] = []
      func add(
        _ id: String, _ part: String, _ estimate: SurveyEstimate, _ unit: String, _ factor: Double,
        isForecast: Bool
      ) {
        var row = estimate.observation(
          row.cell, "nowcast." + id, component: componentPath(component, part), unit: unit,
          method: method, factor: factor)
        if isForecast, row.value != nil { row.status = .forecast }
        if isForecast, !source.isEmpty { row.sources = [source] }
        list.append(row)
      }
      let ids = [
        ("headcount", "percent", 100.0), ("poverty_gap", "ratio", 1),
        ("squared_poverty_gap", "ratio", 1),
      ]
      for ((id, unit, factor), ends) in zip(ids, row.measures) {
        add(id, "before", ends.before, unit, factor, isForecast: false)
        add(id, "after", ends.after, unit, factor, isForecast: true)
      }
      add(
        "headcount_change", "", row.measures[0].change, "percentage_points", 100, isForecast: true)
      add("number_change", "", row.moved, "persons", 1, isForecast: true)
      return list
    }
  }
}
