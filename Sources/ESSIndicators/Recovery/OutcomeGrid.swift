public import ESSData

/// One variable of a panel as a grid of units by periods: what the estimators of this room work on.
///
/// Values are stored unit by unit, missing cells as `nan`. Periods are those in which the variable has any value, so that a survey of
/// every second year has no empty columns; they need not be consecutive.
public struct OutcomeGrid: Sendable {
  /// The units, one for each row.
  public let units: [String]
  /// The periods, one for each column, ascending.
  public let periods: [Period]
  /// The values, unit by unit; `nan` where there is none.
  public var values: [Double]
  /// Worst status of the values.
  public var status: ObservationStatus
  /// Source keys behind the values.
  public var sources: [String]

  /// A grid from its values, unit by unit.
  public init(
    units: [String], periods: [Period], values: [Double], status: ObservationStatus = .actual,
    sources: [String] = []
  ) {
    precondition(values.count == units.count * periods.count, "the values do not fill the grid")
    self.units = units
    self.periods = periods
    self.values = values
    self.status = status
    self.sources = sources
  }

  /// The grid of a panel's variable for some units and periods; all of them unless said.
  public init(
    _ panel: Panel, variable: String, units: [String]? = nil, from: Period? = nil,
    until: Period? = nil
  ) throws(DataError) {
    guard panel.has(variable) else {
      throw .unknownName(kind: "variable", name: variable, known: panel.variables)
    }
    let units = units ?? panel.territories
    for unit in units where !panel.territories.contains(unit) {
      throw .unknownName(kind: "territory", name: unit, known: panel.territories)
    }
    let periods = panel.periods.filter { period in
      (from.map { $0 <= period } ?? true) && (until.map { period <= $0 } ?? true)
        && units.contains { panel.cell(variable, $0, period) != nil }
    }
    guard !periods.isEmpty else {
      throw .notIdentified("no value of '\(variable)' in the periods asked for")
    }
    var values: [Double] = []
    values.reserveCapacity(units.count * periods.count)
    var worst = ObservationStatus.actual
    var sources = SourceList()
    for unit in units {
      for period in periods {
        let cell = panel.cell(variable, unit, period)
        values.append(cell?.value ?? .nan)
        if let cell {
          worst = max(worst, cell.status)
          sources.add(cell.source)
        }
      }
    }
    self.init(
      units: units, periods: periods, values: values, status: worst, sources: sources.keys)
  }

  /// The value of a unit in a period, by position.
  public subscript(unit: Int, period: Int) -> Double { values[unit * periods.count + period] }

  /// The values of a unit.
  public func row(_ unit: Int) -> ArraySlice<Double> {
    values[(unit * periods.count)..<((unit + 1) * periods.count)]
  }

  /// The position of a unit.
  public func position(of unit: String) throws(DataError) -> Int {
    guard let position = units.firstIndex(of: unit) else {
      throw .unknownName(kind: "territory", name: unit, known: units)
    }
    return position
  }

  /// The position of the first period not before another; the number of periods if there is none.
  public func position(notBefore period: Period) -> Int {
    periods.firstIndex { $0 >= period } ?? periods.count
  }

  /// The grid of some of the units.
  public func selecting(_ positions: [Int]) -> OutcomeGrid {
    OutcomeGrid(
      units: positions.map { units[$0] }, periods: periods,
      values: positions.flatMap { Array(row($0)) }, status: status, sources: sources)
  }

  /// The grid with every value replaced.
  public func map(_ transform: (Double) -> Double) -> OutcomeGrid {
    var grid = self
    grid.values = values.map(transform)
    return grid
  }
}

/// A unit or cell that an estimate leaves out, and why.
public struct DropRecord: Sendable, Equatable, CustomStringConvertible {
  /// The unit, or the predictor.
  public let unit: String
  /// The period; `nil` for all.
  public let period: Period?
  /// Why.
  public let reason: String

  /// A record.
  public init(unit: String, period: Period? = nil, reason: String) {
    self.unit = unit
    self.period = period
    self.reason = reason
  }

  /// `dropped UNIT PERIOD: REASON`.
  public var description: String {
    "dropped \(unit)\(period.map { " \($0)" } ?? ""): \(reason)"
  }
}

/// What is done with units that lack some periods.
public enum UnbalancedPolicy: String, Sendable, CaseIterable {
  /// Units that lack a period are left out.
  case balance
  /// Every comparison of two periods takes the units that have both.
  case pairs
  /// Every period is a cross section of its own.
  case crossSections = "rcs"
}
