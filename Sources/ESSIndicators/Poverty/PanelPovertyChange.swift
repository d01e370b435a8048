public import ESSData
internal import ESSNumerics

/// Poverty change on one line, for every territory of a panel and every group of its hierarchy.
public struct PanelPovertyChange: Sendable {
  /// What to compare.
  public struct Options: Sendable {
    /// The two periods.
    public var from: Period
    /// The later one.
    public var to: Period
    /// The line's name, the first part of every component.
    public var line: String
    /// Variable of headcount ratios, in percent.
    public var headcount: String
    /// Variable of populations, in persons.
    public var population: String
    /// A group whose matched members hold less than this percentage of its population is refused.
    public var minimumShare: Double

    /// The options of one comparison.
    public init(
      from: Period, to: Period, line: String, headcount: String, population: String,
      minimumShare: Double = 50
    ) {
      self.from = from
      self.to = to
      self.line = line
      self.headcount = headcount
      self.population = population
      self.minimumShare = minimumShare
    }
  }

  /// The answer for a territory or a group.
  public struct Row: Sendable {
    /// Its code.
    public let territory: String
    /// Headcount ratio at the start, in percent.
    public let headcountStart: Panel.Cell?
    /// Headcount ratio at the end, in percent.
    public let headcountEnd: Panel.Cell?
    /// Population at the start.
    public let populationStart: Double?
    /// Population at the end.
    public let populationEnd: Double?
    /// The change; `nil` with the reason in `note`.
    public let change: PovertyChange?
    /// Number of members with all cells at both ends; `nil` for a single territory.
    public let matched: Int?
    /// Percentage of the group's population in these members; `nil` for a single territory.
    public let share: Double?
    /// Why something is missing.
    public let note: String
    /// The cells behind it.
    let inputs: Inputs

    /// Worst status of the cells.
    public var status: ObservationStatus { inputs.all.status }
    /// Sources of the cells.
    public var sources: [String] { inputs.all.sources }
  }

  /// Where the cells of a territory, or of the members of a group that count, are from.
  struct Inputs: Sendable {
    /// Of the headcount ratio at the start and the end.
    var headcount = [Provenance(), Provenance()]
    /// Of the population at the start and the end.
    var population = [Provenance(), Provenance()]
    /// Of the population of all members of a group.
    var members = Provenance()

    var all: Provenance { Provenance(headcount + population) }
  }

  /// The options.
  public let options: Options
  /// Territories in panel order, then groups in tree order.
  public let rows: [Row]

  /// Compares two periods; throws if the variables are not in the panel, no territory has values at both ends, or a value cannot be one.
  public init(_ panel: Panel, _ tree: TerritoryTree, _ options: Options) throws(DataError) {
    self.options = options
    for variable in [options.headcount, options.population] where !panel.has(variable) {
      throw .unknownName(kind: "variable", name: variable, known: panel.variables)
    }
    try panel.check([(options.headcount, .headcountRatio), (options.population, .population)])
    let leaves = panel.leaves(of: tree)
    let cells = leaves.map { Cells(panel, $0, options) }
    let populations = cells.flatMap { [$0.population0, $0.population1] }.compactMap(\.self)
    if !populations.isEmpty, populations.allSatisfy({ $0.value == 0 }) {
      throw .notIdentified(
        "'\(options.population)' is zero for every territory in \(options.from) and \(options.to)")
    }
    guard cells.contains(where: { $0.matched != nil }) else {
      throw .notIdentified(Self.withoutChange(panel, leaves, options))
    }
    rows = cells.map { $0.row(options, panel) } + Self.groups(tree, leaves, cells, options)
  }

  /// Why no territory has a change: the ends without any value, and the periods that have one.
  private static func withoutChange(
    _ panel: Panel, _ leaves: [String], _ options: Options
  ) -> String {
    let series = [
      ("headcount ratio on the line '\(options.line)'", options.headcount),
      ("population in '\(options.population)'", options.population),
    ]
    for (what, variable) in series {
      let known = panel.periods.filter { period in
        leaves.contains { panel.cell(variable, $0, period) != nil }
      }
      let without = [options.from, options.to].filter { !known.contains($0) }
      guard !without.isEmpty else { continue }
      let ends = without.map(\.description).joined(separator: " or ")
      guard let first = known.first, let last = known.last else {
        return "no territory has a \(what) in any period"
      }
      let isShort = known.count <= 8 && first.distance(to: last) >= known.count
      let periods =
        isShort ? known.map(\.description).joined(separator: ", ") : "\(first) to \(last)"
      return "no territory has a \(what) in \(ends); there are values in \(periods)"
    }
    return "no territory has a headcount ratio on the line '\(options.line)' and a population in "
      + "both \(options.from) and \(options.to)"
  }

  private static func groups(
    _ tree: TerritoryTree, _ leaves: [String], _ cells: [Cells], _ options: Options
  ) -> [Row] {
    let groups = GroupMatrix(tree, territories: leaves)
    // Columns: population at both ends and the four products, for matched members; then all population at the start.
    let columns = Matrix(rows: leaves.count, columns: 7) { i, j in
      let cell = cells[i]
      if j == 6 { return cell.population0?.value ?? 0 }
      guard let ends = cell.matched else { return 0 }
      let (p0, p1) = (ends.population.start, ends.population.end)
      let (h0, h1) = (ends.headcount.start, ends.headcount.end)
      return [p0, p1, p0 * h0, p0 * h1, p1 * h0, p1 * h1][j]
    }
    let sums = groups.membership * columns
    return groups.groups.indices.map { g in
      let members = groups.members(ofGroup: g).map { cells[$0] }
      let matched = members.filter { $0.matched != nil }
      let total = sums[g, 6]
      let share = total > 0 ? 100 * sums[g, 0] / total : nil
      let isCovered = (share ?? 0) >= options.minimumShare && !matched.isEmpty
      let change =
        isCovered
        ? PovertyChange(
          MemberSums(
            population0: sums[g, 0], population1: sums[g, 1], poor00: sums[g, 2],
            poor01: sums[g, 3], poor10: sums[g, 4], poor11: sums[g, 5]))
        : nil
      var note = coverageNote(matched: matched.count, members: members.count, share: share)
      if share == nil {
        note = weightlessNote(options.from)
      } else if !isCovered {
        note = refusalNote(note, least: options.minimumShare)
      } else if change == nil {
        note = weightlessNote(sums[g, 0] > 0 ? options.to : options.from)
      }
      var inputs = Inputs(matched)
      inputs.members = Provenance(members.compactMap(\.population0))
      func cell(_ fraction: Double, at end: Int) -> Panel.Cell {
        let status = max(inputs.headcount[end].status, inputs.population[end].status)
        return Panel.Cell(value: 100 * fraction, status: status)
      }
      return Row(
        territory: groups.groups[g], headcountStart: change.map { cell($0.headcount.start, at: 0) },
        headcountEnd: change.map { cell($0.headcount.end, at: 1) },
        populationStart: change?.population.start, populationEnd: change?.population.end,
        change: change, matched: matched.count, share: share, note: note, inputs: inputs)
    }
  }
}

/// "10 of 33 territories, 61.2 % of the population".
func coverageNote(
  matched: Int, members: Int, share: Double?, of whole: String = "population"
) -> String {
  let part = share.map { ", \(NumberText.fixed($0, decimals: 1)) % of the \(whole)" } ?? ""
  return "\(matched) of \(members) territories\(part)"
}

/// Why a group is refused of which `least` percent were asked; `coverage` says what there is of it.
func refusalNote(_ coverage: String, least: Double) -> String {
  "refused: \(coverage), less than the \(NumberText.shortest(least)) % asked"
}

/// Why a group is refused whose territories have no people in a period.
func weightlessNote(_ period: Period) -> String {
  "refused: the population of its territories is zero or missing in \(period)"
}

extension PanelPovertyChange.Inputs {
  fileprivate init(_ members: [Cells]) {
    func from(_ cells: [Panel.Cell?]) -> Provenance { Provenance(cells.compactMap(\.self)) }
    headcount = [from(members.map(\.headcount0)), from(members.map(\.headcount1))]
    population = [from(members.map(\.population0)), from(members.map(\.population1))]
  }
}

/// The four cells of a territory.
private struct Cells {
  let territory: String
  let headcount0: Panel.Cell?
  let headcount1: Panel.Cell?
  let population0: Panel.Cell?
  let population1: Panel.Cell?

  init(_ panel: Panel, _ territory: String, _ options: PanelPovertyChange.Options) {
    self.territory = territory
    headcount0 = panel.cell(options.headcount, territory, options.from)
    headcount1 = panel.cell(options.headcount, territory, options.to)
    population0 = panel.cell(options.population, territory, options.from)
    population1 = panel.cell(options.population, territory, options.to)
  }

  var matched: PovertyChange? {
    guard let headcount0, let headcount1, let population0, let population1 else { return nil }
    return PovertyChange(
      headcount: .init(headcount0.value / 100, headcount1.value / 100),
      population: .init(population0.value, population1.value))
  }

  func row(_ options: PanelPovertyChange.Options, _ panel: Panel) -> PanelPovertyChange.Row {
    PanelPovertyChange.Row(
      territory: territory, headcountStart: headcount0, headcountEnd: headcount1,
      populationStart: population0?.value, populationEnd: population1?.value, change: matched,
      matched: nil, share: nil, note: gap(options, panel), inputs: .init([self]))
  }

  /// Which cells are missing, each with the nearest periods that have a value and could stand for it.
  private func gap(_ options: PanelPovertyChange.Options, _ panel: Panel) -> String {
    let series = [
      ("headcount ratio", options.headcount, headcount0, headcount1),
      ("population", options.population, population0, population1),
    ]
    return series.flatMap { what, variable, start, end -> [String] in
      let known = panel.periods.filter { panel.cell(variable, territory, $0) != nil }
      func words(_ period: Period, _ candidates: [Period]) -> String {
        let near = [candidates.last { $0 < period }, candidates.first { $0 > period }]
        let names = near.compactMap { $0?.description }.joined(separator: ", ")
        return "no \(what) for \(period)" + (names.isEmpty ? "" : " (nearest: \(names))")
      }
      return (start == nil ? [words(options.from, known.filter { $0 < options.to })] : [])
        + (end == nil ? [words(options.to, known.filter { $0 > options.from })] : [])
    }.joined(separator: ", ")
  }
}
