public import ESSData
internal import ESSNumerics

/// Shift-share for the territories of a panel whose variables are sectors.
public struct RegionalShifts: Sendable {
  /// What to split.
  public struct Options: Sendable {
    /// The start.
    public var from: Period
    /// The end.
    public var to: Period
    /// The territory that is the nation; `nil` for the sum of all.
    public var nation: String?
    /// Sectors; `nil` for all variables.
    public var sectors: [String]?
    /// Whether the split is made period by period and summed (Barff and Knight 1988), so that the mix may change.
    public var isDynamic = false

    /// The options of one split.
    public init(from: Period, to: Period) {
      self.from = from
      self.to = to
    }
  }

  /// One territory.
  public struct Row: Sendable {
    /// Its code.
    public let territory: String
    /// The splits: one, or one for each step.
    public let steps: [ShiftShare]
    /// Why there is none.
    public let note: String
  }

  /// The options.
  public let options: Options
  /// The sectors.
  public let sectors: [String]
  /// The territories in panel order, without the nation.
  public let rows: [Row]

  /// Splits the change of every territory; throws on unknown names and where the nation is incomplete.
  public init(_ panel: Panel, _ options: Options) throws(DataError) {
    self.options = options
    let sectors = options.sectors ?? panel.variables
    for sector in sectors where !panel.has(sector) {
      throw .unknownName(kind: "sector", name: sector, known: panel.variables)
    }
    if let nation = options.nation, !panel.territories.contains(nation) {
      throw .unknownName(kind: "territory", name: nation, known: panel.territories)
    }
    self.sectors = sectors
    guard options.from < options.to, options.from.frequency == options.to.frequency else {
      throw .notIdentified("\(options.from) does not come before \(options.to)")
    }
    let regions = panel.territories.filter { $0 != options.nation }
    let dates =
      options.isDynamic
      ? (0...options.from.distance(to: options.to)).map { options.from.advanced(by: $0) }
      : [options.from, options.to]
    func values(_ territory: String, _ date: Period) -> [Double] {
      sectors.map { panel.cell($0, territory, date)?.value ?? .nan }
    }
    var nation: [[Double]] = []
    for date in dates {
      if let code = options.nation {
        nation.append(values(code, date))
      } else {
        let all = regions.map { values($0, date) }
        nation.append(sectors.indices.map { sector in all.reduce(0) { $0 + $1[sector] } })
      }
      if let missing = nation[nation.count - 1].firstIndex(where: \.isNaN) {
        throw .notIdentified(
          "no value of '\(sectors[missing])' in \(date) for "
            + (options.nation ?? "every territory, whose sum is the nation"))
      }
    }
    rows = regions.map { region in
      do throws(DataError) {
        var steps: [ShiftShare] = []
        for (step, date) in dates.dropLast().enumerated() {
          steps.append(
            try ShiftShare(
              names: sectors, regionStart: values(region, date),
              regionEnd: values(region, dates[step + 1]), nationStart: nation[step],
              nationEnd: nation[step + 1]))
        }
        return Row(territory: region, steps: steps, note: "")
      } catch {
        guard case .notIdentified(let reason) = error else {
          return Row(territory: region, steps: [], note: "not identified")
        }
        return Row(territory: region, steps: [], note: reason)
      }
    }
  }
}

extension RegionalShifts {
  private var method: String {
    "shift-share(nation=\(options.nation ?? "sum"),\(options.isDynamic ? "dynamic" : "static"))"
  }

  private var span: String { "\(options.from)/\(options.to)" }

  /// The result as rows of the public table: for each territory the three parts, Esteban-Marquillas's two, Gerfin's indices, then the sectors.
  public var observations: [Observation] { rows.flatMap(observations(of:)) }

  private func observations(of row: Row) -> [Observation] {
    func make(
      _ component: String, _ value: Double?, _ unit: String = "level", note: String = ""
    ) -> Observation {
      Observation(
        territory: row.territory, period: span,
        indicator: unit == "level" ? "recession.shift_share" : "recession.shift_index",
        component: component, value: value, unit: unit, status: .actual, method: method,
        note: note)
    }
    guard let first = row.steps.first, let last = row.steps.last else {
      return [make("total", nil, note: row.note)]
    }
    func sum(_ part: (ShiftShare) -> Double) -> Double { row.steps.reduce(0) { $0 + part($1) } }
    let new = row.steps.flatMap(\.sectors).filter(\.isNew).map(\.name).distinct
    let note = new.isEmpty ? "" : "without \(new.joined(separator: ", ")), absent at the start"
    var list = [
      make("total", last.end - first.start), make("national", sum(\.national)),
      make("mix", sum(\.mix)), make("regional", sum(\.regional)), make("net", sum(\.net)),
      make("esteban-marquillas/regional", sum(\.homothetic), note: note),
      make("esteban-marquillas/allocation", sum(\.allocation), note: note),
    ]
    for (name, part) in [
      ("gerfin/mix", \ShiftShare.mixIndex), ("gerfin/location", \.locationIndex),
      ("gerfin/total", \.totalIndex),
    ] {
      list.append(make(name, row.steps.reduce(1) { $0 * $1[keyPath: part] }, "factor"))
    }
    for (index, sector) in sectors.enumerated() {
      let isNew = row.steps.contains { $0.sectors[index].isNew }
      list += [
        make("national/\(sector)", sum { $0.sectors[index].national }),
        make("mix/\(sector)", sum { $0.sectors[index].mix }),
        make(
          "regional/\(sector)", sum { $0.sectors[index].regional },
          note: isNew ? "absent at the start: a level, not a rate" : ""),
      ]
    }
    return list
  }
}
