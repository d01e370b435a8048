public import ESSData

/// The cycles of many territories, and how far they go together.
public struct BusinessCycles: Sendable {
  /// What to look at.
  public struct Options: Sendable {
    /// Variable of levels.
    public var variable: String
    /// First period; `nil` for the first with data.
    public var from: Period?
    /// Last period; `nil` for the last with data.
    public var until: Period?
    /// The rules; `nil` for those of the frequency.
    public var rules: TurningPoints.Rules?
    /// How movements are measured.
    public var scale = BusinessCycle.Scale.log
    /// Whether every pair of territories is compared.
    public var comparesPairs = false

    /// The options with the usual rules.
    public init(variable: String) { self.variable = variable }
  }

  /// One territory.
  public struct Row: Sendable {
    /// Its code.
    public let territory: String
    /// Its cycle; `nil` if the series has none to measure.
    public let cycle: BusinessCycle?
    /// Why not.
    public let note: String
    /// Worst status of the values.
    public let status: ObservationStatus
    /// Their sources.
    public let sources: [String]
  }

  /// The options.
  public let options: Options
  /// The rules used.
  public let rules: TurningPoints.Rules
  /// The territories that have any value, in panel order.
  public let rows: [Row]

  /// Dates the cycles of the territories of a panel; throws on an unknown variable and a panel without values.
  public init(
    _ panel: Panel, territories: [String], _ options: Options
  ) throws(DataError) {
    self.options = options
    guard panel.has(options.variable) else {
      throw .unknownName(kind: "variable", name: options.variable, known: panel.variables)
    }
    let periods = panel.periods(of: options.variable)
    guard let first = periods.first, let last = periods.last else {
      throw .notIdentified("'\(options.variable)' has no value")
    }
    let from = options.from ?? first
    let until = options.until ?? last
    guard from.frequency == first.frequency, until.frequency == first.frequency, from < until else {
      throw .notIdentified("\(from) to \(until) is no span of '\(options.variable)'")
    }
    let rules = options.rules ?? TurningPoints.Rules(first.frequency)
    self.rules = rules
    rows = panel.territories(with: options.variable).filter(territories.contains).map { code in
      let series = panel.series(options.variable, code, from...until)
      do throws(BusinessCycle.Failure) {
        return Row(
          territory: code,
          cycle: try BusinessCycle(series, rules: rules, scale: options.scale), note: "",
          status: series.status, sources: series.sources)
      } catch {
        return Row(
          territory: code, cycle: nil, note: Self.note(error), status: series.status,
          sources: series.sources)
      }
    }
  }

  private static func note(_ failure: BusinessCycle.Failure) -> String {
    switch failure {
    case .missing(let period): "no value in \(period)"
    case .notPositive(let period):
      "the value in \(period) is not positive, which logarithms need; --scale level takes it"
    case .tooShort(let count): "\(count) values are too few for the rules"
    }
  }
}
