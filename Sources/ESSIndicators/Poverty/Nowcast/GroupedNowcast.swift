public import ESSData

/// Poverty after a scenario, from grouped data: the Lorenz curve fitted to each distribution, its mean moved by growth times pass-through.
public struct GroupedNowcast: Sendable {
  /// One line and one scenario.
  public struct Outcome: Sendable {
    /// The assumptions.
    public let scenario: NowcastScenario
    /// The line.
    public let line: Double
    /// The curve; `nil` if none is valid.
    public let fit: LorenzFit?
    /// Poverty before; `nil` if no curve is valid.
    public let before: LorenzPoverty?
    /// Poverty after.
    public let after: LorenzPoverty?
  }

  /// The answer for one distribution.
  public struct Row: Sendable {
    /// Its territory, or an empty text.
    public let territory: String
    /// Its period, or an empty text.
    public let period: String
    /// Why no curve is valid, where none is.
    public let reasons: String
    /// By line, then scenario.
    public let outcomes: [Outcome]
  }

  /// Persons that the distributions are of; `nil` if unknown.
  public let population: Double?
  /// One row for each distribution, in table order.
  public let rows: [Row]

  /// Moves each distribution; the curve is the one that fits best before, for every scenario.
  public init(
    _ grouped: GroupedPoverty, scenarios: [NowcastScenario], population: Double? = nil
  ) {
    self.population = population
    rows = grouped.rows.map { row in
      Row(
        territory: row.territory, period: row.period, reasons: row.selection.reasons,
        outcomes: row.lines.flatMap { line in
          scenarios.map { scenario in
            Outcome(
              scenario: scenario, line: line.line, fit: line.fit, before: line.poverty,
              after: line.fit.flatMap { fit in
                row.mean.map { scenario.poverty(of: fit.curve, mean: $0, line: line.line) }
              })
          }
        })
    }
  }
}

extension GroupedNowcast {
  /// The result as rows of the public table: for each line and scenario headcount, gap and squared gap before and after, and the people
  /// moved.
  public var observations: [Observation] {
    rows.flatMap { row in row.outcomes.flatMap { observations(row, $0) } }
  }

  private func observations(_ row: Row, _ outcome: Outcome) -> [Observation] {
    let scenario = outcome.scenario
    let component =
      "\(NumberText.shortest(outcome.line))/k=\(NumberText.shortest(scenario.passThrough))"
    let method =
      "nowcast(lorenz=\(outcome.fit?.name ?? "none"),line=\(NumberText.shortest(outcome.line)),"
      + "\(scenario.method))"
    var notes: [String] = []
    if outcome.fit == nil { notes.append("no valid Lorenz curve: \(row.reasons)") }
    if outcome.after.map({ $0.range != .inside }) ?? false {
      notes.append("outside fitted range: everybody or nobody is poor on this curve")
    }
    let sources = scenario.provenance.source.isEmpty ? [] : [scenario.provenance.source]
    for (name, poverty) in [("before", outcome.before), ("after", outcome.after)] {
      if let negative = poverty?.negativeNote { notes.append("\(name): \(negative)") }
    }
    func make(
      _ indicator: String, _ part: String, _ value: Double?, unit: String, note: String = ""
    ) -> Observation {
      Observation(
        territory: row.territory, period: row.period, indicator: indicator,
        component: part.isEmpty ? component : "\(component)/\(part)", value: value, unit: unit,
        status: .forecast, method: method, sources: sources,
        note: (notes + [note]).filter { !$0.isEmpty }.joined(separator: "; "))
    }
    let (before, after) = (outcome.before, outcome.after)
    func change(_ measure: (LorenzPoverty) -> Double?) -> Double? {
      guard let start = before.flatMap(measure), let end = after.flatMap(measure) else {
        return nil
      }
      return end - start
    }
    let moved = change(\.headcount)
    return [
      make("nowcast.headcount", "before", before.map { 100 * $0.headcount }, unit: "percent"),
      make("nowcast.headcount", "after", after.map { 100 * $0.headcount }, unit: "percent"),
      make(
        "nowcast.headcount_change", "", moved.map { 100 * $0 }, unit: "percentage_points"),
      make("nowcast.poverty_gap", "before", before?.gap, unit: "ratio"),
      make("nowcast.poverty_gap", "after", after?.gap, unit: "ratio"),
      make("nowcast.squared_poverty_gap", "before", before.flatMap(\.severity), unit: "ratio"),
      make("nowcast.squared_poverty_gap", "after", after.flatMap(\.severity), unit: "ratio"),
      make(
        "nowcast.number_change", "", moved.flatMap { change in population.map { $0 * change } },
        unit: "persons",
        note: population == nil && moved != nil ? "--persons says how many people there are" : ""),
    ]
  }

  /// The result as a table for people.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    let columns = [
      context.territoryColumn(),
      Display.Column(context.words("period", "période", "período"), isNumeric: false),
      Display.Column(context.words("line", "seuil", "línea")),
      Display.Column(
        context.words("growth per head, %", "croissance par tête, %", "crecimiento por persona, %")),
      Display.Column("k"),
      Display.Column(context.words("poor before, %", "pauvres avant, %", "pobres antes, %")),
      Display.Column(context.words("after, %", "après, %", "después, %")),
      Display.Column(context.words("change, points", "variation, points", "variación, puntos")),
      Display.Column(context.words("million more", "millions de plus", "millones más")),
    ]
    let cells = rows.flatMap { row in
      row.outcomes.map { outcome -> [String] in
        let moved = outcome.before.flatMap { before in
          outcome.after.map { $0.headcount - before.headcount }
        }
        return [
          context.name(row.territory), row.period, NumberText.shortest(outcome.line),
          style.signed(100 * outcome.scenario.growth, decimals: 2),
          NumberText.shortest(outcome.scenario.passThrough),
          style.text(outcome.before.map { 100 * $0.headcount }, decimals: 2),
          style.text(outcome.after.map { 100 * $0.headcount }, decimals: 2),
          style.signed(moved.map { 100 * $0 }, decimals: 2),
          style.signed(moved.flatMap { m in population.map { m * $0 / 1e6 } }, decimals: 3),
        ]
      }
    }
    return Display(
      title: context.words(
        "Poverty after the scenario, from grouped data",
        "Pauvreté après le scénario, données groupées",
        "Pobreza tras el escenario, datos agrupados"), columns: columns, rows: cells)
  }
}
