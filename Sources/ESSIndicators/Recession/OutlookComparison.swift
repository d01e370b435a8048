public import ESSData
internal import ESSNumerics

/// Projections of a year's growth beside the outcome, vintage by vintage, for territories and groups.
public struct OutlookComparison: Sendable {
  /// What to compare.
  public struct Options: Sendable {
    /// The year projected.
    public var target: Period
    /// Institutions; `nil` for all.
    public var institutions: [String]?
    /// Publication dates; `nil` for all.
    public var dates: [String]?
    /// Variable of levels at constant prices: weights and outcome.
    public var level: String
    /// A group whose covered members hold less than this percentage of its output is refused.
    public var minimumShare: Double

    /// The options of one comparison.
    public init(
      target: Period, institutions: [String]? = nil, dates: [String]? = nil, level: String,
      minimumShare: Double = 50
    ) {
      self.target = target
      self.institutions = institutions
      self.dates = dates
      self.level = level
      self.minimumShare = minimumShare
    }
  }

  /// One vintage for one territory or group.
  public struct Row: Sendable {
    /// Its code.
    public let territory: String
    /// The vintage.
    public let vintage: GrowthOutlook.Vintage
    /// The projection: a territory's own, or the weighted mean of a group's members; percent.
    public let projection: Double?
    /// The institution's own figure for a group.
    public let published: GrowthOutlook.Figure?
    /// Growth that came about over the same members, in percent.
    public let outcome: Double?
    /// Number of members with a projection; `nil` for a single territory.
    public let matched: Int?
    /// Percentage of the group's output in these members; `nil` for a single territory.
    public let share: Double?
    /// Worst status of the projections.
    public let status: ObservationStatus
    /// Sources of the projections.
    public let sources: [String]
    /// What is missing.
    public let note: String

    /// Outcome less projection, in percentage points.
    public var error: Double? {
      guard let projection, let outcome else { return nil }
      return outcome - projection
    }
  }

  /// The growth of a territory or group whatever the vintage.
  public struct Outcome: Sendable {
    /// Its code.
    public let territory: String
    /// Growth in percent.
    public let growth: Double?
    /// Worst status of the levels.
    public let status: ObservationStatus
    /// Sources of the levels.
    public let sources: [String]
    /// Which members count.
    public let note: String
  }

  /// The options.
  public let options: Options
  /// Rows by vintage, groups first.
  public let rows: [Row]
  /// Outcomes, groups first.
  public let outcomes: [Outcome]

  /// Compares; throws on an unknown institution, date or variable, or a year that nothing projects.
  public init(
    _ outlook: GrowthOutlook, _ panel: Panel, _ tree: TerritoryTree, _ options: Options
  ) throws(DataError) {
    self.options = options
    guard panel.has(options.level) else {
      throw .unknownName(kind: "variable", name: options.level, known: panel.variables)
    }
    let vintages = try Self.vintages(outlook, options)
    let base = options.target.advanced(by: -1)
    let leaves = panel.leaves(of: tree)
    let before = leaves.map { panel.cell(options.level, $0, base) }
    let after = leaves.map { panel.cell(options.level, $0, options.target) }
    guard before.contains(where: { $0 != nil }) else {
      throw .notIdentified("'\(options.level)' has no value for \(base), the year of the weights")
    }
    let builder = OutlookBuilder(
      outlook: outlook, groups: GroupMatrix(tree, territories: leaves), before: before,
      after: after, options: options)
    outcomes = builder.outcomes()
    rows = vintages.flatMap { builder.groupRows($0) + builder.territoryRows($0) }
  }

  private static func vintages(
    _ outlook: GrowthOutlook, _ options: Options
  ) throws(DataError) -> [GrowthOutlook.Vintage] {
    let all = outlook.vintages(for: options.target)
    guard !all.isEmpty else {
      let years = outlook.figures.map(\.period).distinct.sorted().map(\.description)
      throw .notIdentified(
        "nothing is projected for \(options.target); there are projections for "
          + years.joined(separator: ", "))
    }
    for name in options.institutions ?? [] where !all.contains(where: { $0.institution == name }) {
      throw .unknownName(
        kind: "institution", name: name, known: all.map(\.institution).distinct)
    }
    for name in options.dates ?? [] where !all.contains(where: { $0.date == name }) {
      throw .unknownName(kind: "vintage", name: name, known: all.map(\.date).distinct)
    }
    let chosen = all.filter {
      options.institutions?.contains($0.institution) ?? true
        && options.dates?.contains($0.date) ?? true
    }
    guard !chosen.isEmpty else {
      throw .notIdentified("no institution chosen has a projection of a vintage chosen")
    }
    return chosen
  }
}

private struct OutlookBuilder {
  let outlook: GrowthOutlook
  let groups: GroupMatrix
  let before: [Panel.Cell?]
  let after: [Panel.Cell?]
  let options: OutlookComparison.Options

  private var leaves: [String] { groups.territories }

  private func growth(_ leaf: Int) -> Double? {
    guard let before = before[leaf], let after = after[leaf], before.value > 0 else { return nil }
    return 100 * (after.value / before.value - 1)
  }

  func outcomes() -> [OutlookComparison.Outcome] {
    let hasBoth = leaves.indices.map { growth($0) != nil }
    let columns = Matrix(rows: leaves.count, columns: 2) { i, j in
      hasBoth[i] ? (j == 0 ? before[i]?.value : after[i]?.value) ?? 0 : 0
    }
    let sums = groups.membership * columns
    let ofGroups = groups.groups.indices.map { g in
      let members = groups.members(ofGroup: g)
      let matched = members.filter { hasBoth[$0] }
      return outcome(
        groups.groups[g], sums[g, 0] > 0 ? 100 * (sums[g, 1] / sums[g, 0] - 1) : nil, matched,
        note: coverageNote(matched: matched.count, members: members.count, share: nil))
    }
    let ofTerritories = leaves.indices.compactMap { leaf in
      growth(leaf).map { outcome(leaves[leaf], $0, [leaf], note: "") }
    }
    return ofGroups + ofTerritories
  }

  private func outcome(
    _ territory: String, _ growth: Double?, _ members: [Int], note: String
  ) -> OutlookComparison.Outcome {
    var sources = SourceList()
    for member in members { sources.add(after[member]?.source ?? "") }
    let cells = members.flatMap { [before[$0], after[$0]] }.compactMap(\.self)
    return .init(
      territory: territory, growth: growth, status: cells.map(\.status).worst,
      sources: sources.keys, note: note)
  }

  func territoryRows(_ vintage: GrowthOutlook.Vintage) -> [OutlookComparison.Row] {
    leaves.indices.compactMap { leaf in
      guard let figure = outlook.figure(vintage, leaves[leaf], options.target) else { return nil }
      return OutlookComparison.Row(
        territory: leaves[leaf], vintage: vintage, projection: figure.value, published: nil,
        outcome: growth(leaf), matched: nil, share: nil, status: figure.status,
        sources: [figure.source], note: figure.note)
    }
  }

  func groupRows(_ vintage: GrowthOutlook.Vintage) -> [OutlookComparison.Row] {
    let figures = leaves.map { outlook.figure(vintage, $0, options.target) }
    // Columns: output of all members, of covered ones, output times projection, output times outcome.
    let columns = Matrix(rows: leaves.count, columns: 4) { i, j in
      guard let weight = before[i]?.value else { return 0 }
      guard let figure = figures[i], let growth = growth(i) else { return j == 0 ? weight : 0 }
      return [weight, weight, weight * figure.value, weight * growth][j]
    }
    let sums = groups.membership * columns
    var rows = groups.groups.indices.compactMap { g -> OutlookComparison.Row? in
      let members = groups.members(ofGroup: g)
      let matched = members.filter { figures[$0] != nil && growth($0) != nil }
      let published = outlook.figure(vintage, groups.groups[g], options.target)
      guard !matched.isEmpty || published != nil else { return nil }
      let share = sums[g, 0] > 0 ? 100 * sums[g, 1] / sums[g, 0] : nil
      let isCovered = !matched.isEmpty && (share ?? 0) >= options.minimumShare
      let own = matched.compactMap { figures[$0] }
      var sources = SourceList()
      for figure in own { sources.add(figure.source) }
      let note = coverageNote(
        matched: matched.count, members: members.count, share: share, of: "output")
      return OutlookComparison.Row(
        territory: groups.groups[g], vintage: vintage,
        projection: isCovered ? sums[g, 2] / sums[g, 1] : nil, published: published,
        outcome: isCovered ? sums[g, 3] / sums[g, 1] : nil, matched: matched.count, share: share,
        status: own.map(\.status).worst, sources: sources.keys,
        note: isCovered ? note : refusalNote(note, least: options.minimumShare))
    }
    // Aggregates whose members nobody lists: the institution's word alone.
    let known = Set(groups.groups + leaves)
    for figure in outlook.figures
    where figure.vintage == vintage && figure.period == options.target
      && !known.contains(figure.territory)
    {
      rows.append(
        OutlookComparison.Row(
          territory: figure.territory, vintage: vintage, projection: nil, published: figure,
          outcome: nil, matched: nil, share: nil, status: figure.status, sources: [figure.source],
          note: "the members of this aggregate are not recorded"))
    }
    return rows
  }
}
