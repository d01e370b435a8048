public import ESSData

/// Poverty change from an institution's published figures, vintage by vintage and scenario by scenario.
public struct VintagePovertyChange: Sendable {
  /// What to compare.
  public struct Options: Sendable {
    /// The two periods.
    public var from: Period
    /// The later one.
    public var to: Period
    /// Lines, each a name of the table.
    public var lines: [String]
    /// Vintages; `nil` for all.
    public var vintages: [String]?
    /// Variable of the panel with the population behind the published head counts.
    public var population: String
    /// Growth vintage to pair with; `nil` for the one of the same exercise.
    public var growthVintage: String?

    /// The options of one comparison.
    public init(
      from: Period, to: Period, lines: [String], vintages: [String]? = nil, population: String,
      growthVintage: String? = nil
    ) {
      self.from = from
      self.to = to
      self.lines = lines
      self.vintages = vintages
      self.population = population
      self.growthVintage = growthVintage
    }
  }

  /// A published figure beside ours.
  public struct Published: Sendable {
    /// Number of poor at the start.
    public let start: Double?
    /// Number of poor at the end.
    public let end: Double?
    /// Change of the number of poor.
    public let change: Double?
  }

  /// The growth figure that stands beside a poverty figure.
  public struct PairedGrowth: Sendable {
    /// The figure.
    public let figure: GrowthOutlook.Figure
    /// Whether both belong to one exercise.
    public let isSameExercise: Bool
    /// The vintage that would belong to the poverty figure's exercise.
    public let ownVintage: String?
  }

  /// The answer for one territory, line, vintage and scenario.
  public struct Row: Sendable {
    /// Territory or group.
    public let territory: String
    /// Line.
    public let line: String
    /// Vintage of the poverty figures.
    public let vintage: String
    /// Scenario.
    public let scenario: String
    /// Headcount ratio at the start, in percent.
    public let headcountStart: Double?
    /// Headcount ratio at the end, in percent.
    public let headcountEnd: Double?
    /// Published change of the ratio, where a level is missing.
    public let changePoints: Double?
    /// Population at both ends.
    public let population: PovertyChange.Ends?
    /// The change; `nil` with the reason in `note`.
    public let change: PovertyChange?
    /// The institution's own head counts.
    public let published: Published
    /// Growth of the region; `nil` where none is recorded.
    public let growth: PairedGrowth?
    /// Worst status of the figures.
    public let status: ObservationStatus
    /// Sources of the figures.
    public let sources: [String]
    /// What is missing or derived.
    public let note: String

    /// The number of poor at the start and the end, each with whether it is the institution's own.
    ///
    /// Both are of one definition where that can be: rates times population, else as published.
    var numbers: [(persons: Double, isPublished: Bool)?] {
      if let change { return [(change.number.start, false), (change.number.end, false)] }
      if let start = published.start, let end = published.end {
        return [(start, true), (end, true)]
      }
      func number(
        _ rate: Double?, _ people: Double?, _ figure: Double?
      ) -> (persons: Double, isPublished: Bool)? {
        if let rate, let people { return (rate / 100 * people, false) }
        return figure.map { ($0, true) }
      }
      return [
        number(headcountStart, population?.start, published.start),
        number(headcountEnd, population?.end, published.end),
      ]
    }

    /// Change of the headcount ratio in percentage points: between the levels, else as published.
    public var points: Double? {
      guard let start = headcountStart, let end = headcountEnd else { return changePoints }
      return end - start
    }
  }

  /// The options.
  public let options: Options
  /// Rows by line, territory, vintage and scenario in table order.
  public let rows: [Row]
  /// One sentence for each pair of figures of different exercises.
  public let warnings: [String]

  /// Compares two periods; throws on a line or a vintage that the table does not have, and on a population below zero.
  public init(
    _ table: PovertyVintages, population panel: Panel, _ tree: TerritoryTree,
    growth: GrowthOutlook?, _ options: Options
  ) throws(DataError) {
    self.options = options
    for line in options.lines where !table.lines.contains(line) {
      throw .unknownName(kind: "line", name: line, known: table.lines)
    }
    for vintage in options.vintages ?? [] where !table.vintages.contains(vintage) {
      throw .unknownName(kind: "vintage", name: vintage, known: table.vintages)
    }
    if let vintage = options.growthVintage, let growth {
      let known = growth.vintages(for: options.to).map(\.date).distinct
      guard known.contains(vintage) else {
        throw .unknownName(kind: "growth vintage", name: vintage, known: known)
      }
    }
    if panel.has(options.population) {
      try panel.check([(options.population, .population)])
    }
    let build = RowBuilder(
      table: table, panel: panel, tree: tree, growth: growth, options: options)
    rows = build.rows()
    guard !rows.isEmpty else {
      throw .notIdentified(
        "no vintage has a figure on \(options.lines.joined(separator: ", ")) for \(options.to)")
    }
    warnings =
      rows.compactMap { row -> String? in
        guard let pair = row.growth, !pair.isSameExercise else { return nil }
        return mixedVintages(row.vintage, pair)
      }.distinct
  }
}

/// The warning that two figures are not of one exercise.
private func mixedVintages(_ vintage: String, _ pair: VintagePovertyChange.PairedGrowth) -> String {
  let own = pair.ownVintage.map { ", which went with the growth projection of \($0)" } ?? ""
  return "the poverty figure of \(vintage)\(own), is paired with the growth figure of "
    + "\(pair.figure.vintage.date): two different exercises"
}

private struct RowBuilder {
  let table: PovertyVintages
  let panel: Panel
  let tree: TerritoryTree
  let growth: GrowthOutlook?
  let options: VintagePovertyChange.Options

  private var span: String { "\(options.from)/\(options.to)" }

  func rows() -> [VintagePovertyChange.Row] {
    let chosen = table.figures.filter {
      options.lines.contains($0.line) && options.vintages?.contains($0.vintage) ?? true
    }
    var rows: [VintagePovertyChange.Row] = []
    // Groups first: the regional figures are what most readers look for.
    let territories = chosen.map(\.territory).distinct.sorted {
      (isGroup($0) ? 0 : 1, $0) < (isGroup($1) ? 0 : 1, $1)
    }
    for line in options.lines {
      for territory in territories {
        let own = chosen.filter { $0.line == line && $0.territory == territory }
        for vintage in own.map(\.vintage).distinct.sorted() {
          let figures = own.filter { $0.vintage == vintage }
          let ends = figures.filter {
            $0.period == options.to.description || $0.period == span
          }
          for scenario in ends.map(\.scenario).distinct {
            rows.append(row(territory, line, vintage, scenario, figures))
          }
        }
      }
    }
    return rows
  }

  private func isGroup(_ territory: String) -> Bool { tree.groups.contains(territory) }

  private func row(
    _ territory: String, _ line: String, _ vintage: String, _ scenario: String,
    _ figures: [PovertyVintages.Figure]
  ) -> VintagePovertyChange.Row {
    var used: [PovertyVintages.Figure] = []
    func figure(
      _ measure: PovertyVintages.Measure, _ period: String, _ scenarios: [String]
    ) -> PovertyVintages.Figure? {
      for scenario in scenarios {
        let found = figures.first {
          $0.measure == measure && $0.period == period && $0.scenario == scenario
        }
        if let found {
          used.append(found)
          return found
        }
      }
      return nil
    }
    let (from, to) = (options.from.description, options.to.description)
    let atStart = [scenario, "observed", "central"].distinct
    let end = figure(.headcount, to, [scenario])?.value
    var start = figure(.headcount, from, atStart)?.value
    let points = figure(.changePoints, span, [scenario])?.value
    var notes: [String] = []
    var isDerived = false
    if start == nil, let end, let points {
      start = end - points
      isDerived = true
      notes.append("\(from) derived: the level of \(to) less the published change")
    }
    let published = VintagePovertyChange.Published(
      start: figure(.numberOfPoor, from, atStart)?.value,
      end: figure(.numberOfPoor, to, [scenario])?.value,
      change: figure(.changePersons, span, [scenario])?.value)
    let population = self.population(of: territory)
    var change: PovertyChange?
    if let start, let end, let population {
      change = PovertyChange(headcount: .init(start / 100, end / 100), population: population.ends)
    } else if start == nil, end != nil {
      notes.append("the vintage \(vintage) gives no figure for \(from)")
    } else if end == nil {
      notes.append("the vintage \(vintage) gives no level for \(to) under '\(scenario)'")
    }
    if population == nil {
      notes.append("no \(options.population) for \(from) and \(to)")
    }
    for (period, rate, figure) in [(from, start, published.start), (to, end, published.end)]
    where change == nil && figure != nil {
      let isComputed = rate != nil && population != nil
      notes.append(
        "the number of poor in \(period) is "
          + (isComputed ? "published, and computed too" : "published, not computed"))
    }
    notes += used.map(\.note).filter { !$0.isEmpty }.distinct
    var sources = SourceList()
    for figure in used { sources.add(figure.source) }
    let statuses = used.map(\.status) + (isDerived ? [.estimated] : [])
    if let population { sources.add(population.sources) }
    return VintagePovertyChange.Row(
      territory: territory, line: line, vintage: vintage, scenario: scenario,
      headcountStart: start, headcountEnd: end, changePoints: points,
      population: population?.ends, change: change, published: published,
      growth: isGroup(territory) ? pairedGrowth(vintage) : nil,
      status: (statuses + (population.map { [$0.status] } ?? [])).worst,
      sources: sources.keys, note: notes.joined(separator: "; "))
  }

  private func population(
    of territory: String
  ) -> (ends: PovertyChange.Ends, status: ObservationStatus, sources: [String])? {
    var sums = [0.0, 0.0]
    var statuses: [ObservationStatus] = []
    var sources = SourceList()
    let members = tree.leaves(of: territory)
    for member in members.isEmpty ? [territory] : members {
      for (index, period) in [options.from, options.to].enumerated() {
        guard let cell = panel.cell(options.population, member, period) else { return nil }
        sums[index] += cell.value
        statuses.append(cell.status)
        sources.add(cell.source)
      }
    }
    return (.init(sums[0], sums[1]), statuses.worst, sources.keys)
  }

  private func pairedGrowth(_ vintage: String) -> VintagePovertyChange.PairedGrowth? {
    guard let growth, let exercise = table.exercises.first(where: { $0.povertyVintage == vintage })
    else { return nil }
    let date = options.growthVintage ?? exercise.growthVintage
    let key = GrowthOutlook.Vintage(institution: exercise.institution, date: date)
    guard let figure = growth.figure(key, exercise.growthTerritory, options.to) else { return nil }
    return VintagePovertyChange.PairedGrowth(
      figure: figure, isSameExercise: date == exercise.growthVintage,
      ownVintage: exercise.growthVintage)
  }
}
