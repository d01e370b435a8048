public import ESSData
internal import ESSNumerics

/// How a territory fell and rose against what was to be expected of it.
///
/// Martin (2012), Journal of Economic Geography 12(1), 1-32; Martin, Sunley, Gardiner and Tyler (2016), Regional Studies 50(4), 561-585. The expected rate is that
/// of the whole, or of the whole sector by sector with the territory's mix. The difference of rates is always given. Its ratio to
/// the expected rate, and the ratio of the rates, change their meaning near zero and across it, and are refused there.
public struct RegionalResilience: Sendable {
  /// What to compare.
  public struct Options: Sendable {
    /// The peak.
    public var from: Period
    /// The trough.
    public var to: Period
    /// The end of the recovery; `nil` for the downturn alone.
    public var until: Period?
    /// The territory that is the whole; `nil` for the sum of all.
    public var nation: String?
    /// The variable of levels, or the sectors whose sum it is.
    public var variables: [String]
    /// Whether the expected rate goes by sectors.
    public var usesMix = false
    /// Ratios are refused where the expected rate is within so many percent of 0.
    public var nearZero = 0.5

    /// The options of one comparison.
    public init(from: Period, to: Period, variables: [String]) {
      self.from = from
      self.to = to
      self.variables = variables
    }
  }

  /// One stretch of one territory.
  public struct Comparison: Sendable {
    /// Whether it is the downturn; else the recovery.
    public let isDownturn: Bool
    /// Growth in percent.
    public let growth: Double
    /// Growth to be expected, in percent.
    public let expected: Double
    /// Growth of the whole, in percent.
    public let national: Double
    /// Whether the expected rate is too near to 0 for a ratio.
    public let isNearZero: Bool

    /// Growth less expected growth, in points: resistance, or recoverability.
    public var difference: Double { growth - expected }
    /// (growth - expected) / |expected|; `nil` near zero.
    public var index: Double? { isNearZero ? nil : difference / abs(expected) }
    /// Growth over expected growth; `nil` near zero and where the signs differ.
    public var ratio: Double? {
      isNearZero || growth * expected <= 0 ? nil : growth / expected
    }
  }

  /// One territory.
  public struct Row: Sendable {
    /// Its code.
    public let territory: String
    /// The downturn, and the recovery where one is asked for.
    public let comparisons: [Comparison]
    /// Why there is none.
    public let note: String
    /// Worst status of the values.
    public let status: ObservationStatus
  }

  /// The options.
  public let options: Options
  /// The territories, in the order given.
  public let rows: [Row]

  /// Compares every territory; throws on unknown names and where the whole is incomplete.
  public init(
    _ panel: Panel, territories: [String], _ options: Options
  ) throws(DataError) {
    self.options = options
    for name in options.variables where !panel.has(name) {
      throw .unknownName(kind: "variable", name: name, known: panel.variables)
    }
    if let nation = options.nation, !panel.territories.contains(nation) {
      throw .unknownName(kind: "territory", name: nation, known: panel.territories)
    }
    let dates = [options.from, options.to] + (options.until.map { [$0] } ?? [])
    guard zip(dates, dates.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .notIdentified("\(dates.map(\.description).joined(separator: ", ")) are not in order")
    }
    func values(_ code: String) -> [[Double]] {
      dates.map { date in options.variables.map { panel.cell($0, code, date)?.value ?? .nan } }
    }
    let regions = territories.filter { $0 != options.nation }
    let complete = regions.filter { code in
      values(code).allSatisfy { $0.allSatisfy { $0 >= 0 } }
    }
    let whole: [[Double]]
    if let nation = options.nation {
      whole = values(nation)
    } else {
      let all = complete.map(values)
      whole = dates.indices.map { date in
        options.variables.indices.map { sector in all.reduce(0) { $0 + $1[date][sector] } }
      }
    }
    guard whole.allSatisfy({ $0.reduce(0, +) > 0 }) else {
      throw .notIdentified(
        "the whole has no positive level at \(dates.map(\.description).joined(separator: ", "))")
    }
    rows = regions.map { code in
      let statuses = dates.flatMap { date in
        options.variables.compactMap { panel.cell($0, code, date)?.status }
      }
      guard complete.contains(code) else {
        return Row(
          territory: code, comparisons: [], note: "no value at one of the dates",
          status: statuses.worst)
      }
      let own = values(code)
      let comparisons = dates.indices.dropLast().compactMap { step in
        Self.compare(own[step], own[step + 1], whole[step], whole[step + 1], step == 0, options)
      }
      return Row(
        territory: code, comparisons: comparisons,
        note: comparisons.count < dates.count - 1 ? "a level at the start is not positive" : "",
        status: statuses.worst)
    }
  }

  private static func compare(
    _ start: [Double], _ end: [Double], _ wholeStart: [Double], _ wholeEnd: [Double],
    _ isDownturn: Bool, _ options: Options
  ) -> Comparison? {
    let base = start.reduce(0, +)
    guard base > 0 else { return nil }
    let national = 100 * (wholeEnd.reduce(0, +) / wholeStart.reduce(0, +) - 1)
    var expected = national
    if options.usesMix {
      let factor = 1 + national / 100
      let made = start.indices.reduce(0.0) {
        $0 + start[$1] * (wholeStart[$1] > 0 ? wholeEnd[$1] / wholeStart[$1] : factor)
      }
      expected = 100 * (made / base - 1)
    }
    return Comparison(
      isDownturn: isDownturn, growth: 100 * (end.reduce(0, +) / base - 1), expected: expected,
      national: national, isNearZero: abs(expected) < options.nearZero)
  }
}

extension RegionalResilience {
  private var method: String {
    "resilience(level=\(options.variables.joined(separator: "+")),whole=\(options.nation ?? "sum"),"
      + "expected=\(options.usesMix ? "mix" : "national"),near-zero=\(NumberText.shortest(options.nearZero)))"
  }

  /// The result as rows of the public table: for each territory and stretch the rates, their difference, and the ratios where they mean
  /// something.
  public var observations: [Observation] {
    rows.flatMap { row -> [Observation] in
      func make(
        _ indicator: String, _ component: String, _ period: String, _ value: Double?,
        _ unit: String, _ note: String = ""
      ) -> Observation {
        Observation(
          territory: row.territory, period: period, indicator: "recession.\(indicator)",
          component: component, value: value, unit: unit, status: row.status, method: method,
          note: note)
      }
      let first = "\(options.from)/\(options.to)"
      guard !row.comparisons.isEmpty else {
        return [make("resistance", "difference", first, nil, "percentage_points", row.note)]
      }
      return row.comparisons.flatMap { comparison -> [Observation] in
        let name = comparison.isDownturn ? "resistance" : "recoverability"
        let period =
          comparison.isDownturn ? first : "\(options.to)/\(options.until ?? options.to)"
        let refused = "refused: the expected rate is too near to 0"
        let flipped = "refused: the rates have different signs"
        return [
          make("episode_growth", "own", period, comparison.growth, "percent"),
          make("episode_growth", "expected", period, comparison.expected, "percent"),
          make("episode_growth", "whole", period, comparison.national, "percent"),
          make(name, "difference", period, comparison.difference, "percentage_points"),
          make(
            "\(name)_index", "", period, comparison.index, "factor",
            comparison.index == nil ? refused : ""),
          make(
            "sensitivity", comparison.isDownturn ? "downturn" : "recovery", period,
            comparison.ratio, "factor",
            comparison.ratio == nil ? comparison.isNearZero ? refused : flipped : ""),
        ]
      }
    }
  }
}
