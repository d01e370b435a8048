public import ESSData
public import ESSNumerics

/// Territories and the values of a framework's indicators, before any step of a recipe.
public struct IndicatorTable: Sendable {
  /// Codes of the territories.
  public let units: [String]
  /// What the columns are, and how they are grouped.
  public let framework: IndicatorFramework
  /// The values, units x indicators in the framework's order; NaN where missing.
  public let values: Matrix
  /// Columns that indicators are divided by, by name.
  public let denominators: [String: [Double]]
  /// For each grouping the group of each unit.
  public let groups: [String: [String]]
  /// The worst status of each unit's cells.
  public let status: [ObservationStatus]
  /// Sources of the values.
  public let sources: [String]
  /// Sources of each unit's values, where the input tells them apart.
  public let unitSources: [[String]]?
  /// The period that the values are of; empty if the input names none.
  public let period: String

  /// A table of values.
  ///
  /// - Throws: `DataError` naming every denominator that is not given.
  public init(
    units: [String], framework: IndicatorFramework, values: Matrix,
    denominators: [String: [Double]] = [:], groups: [String: [String]] = [:],
    status: [ObservationStatus]? = nil, sources: [String] = [], unitSources: [[String]]? = nil,
    period: String = ""
  ) throws(DataError) {
    precondition(values.rows == units.count && values.columns == framework.indicatorCount)
    precondition(denominators.values.allSatisfy { $0.count == units.count })
    precondition(groups.values.allSatisfy { $0.count == units.count })
    for node in framework.indicators {
      guard let name = node.metadata.denominator, denominators[name] == nil else { continue }
      throw .unknownName(
        kind: "denominator of '\(node.code)'", name: name, known: denominators.keys.sorted())
    }
    self.units = units
    self.framework = framework
    self.values = values
    self.denominators = denominators
    self.groups = groups
    self.status = status ?? Array(repeating: .actual, count: units.count)
    self.sources = sources
    self.unitSources = unitSources
    self.period = period
  }

  /// The columns of a table of territories that a framework names, with its denominators and groupings.
  ///
  /// - Throws: `DataError` for an indicator or denominator that is no column.
  public init(_ table: TerritoryTable, _ framework: IndicatorFramework) throws(DataError) {
    var elements: [Double] = []
    for node in framework.indicators { elements += try table.column(node.code) }
    var denominators: [String: [Double]] = [:]
    for name in framework.indicators.compactMap(\.metadata.denominator) {
      denominators[name] = try table.column(name)
    }
    try self.init(
      units: table.territories, framework: framework,
      values: Matrix(
        rows: table.territories.count, columns: framework.indicatorCount, elements: elements),
      denominators: denominators,
      groups: Dictionary(zip(table.groupings, table.groups)) { first, _ in first },
      status: table.status, sources: table.sources.flatMap(\.self).distinct, period: table.period)
  }

  /// The table of other values in the rows at some positions.
  func selecting(_ rows: [Int], of values: Matrix) throws(DataError) -> IndicatorTable {
    try IndicatorTable(
      units: rows.map { units[$0] }, framework: framework, values: values.selecting(rows: rows),
      denominators: denominators.mapValues { column in rows.map { column[$0] } },
      groups: groups.mapValues { column in rows.map { column[$0] } },
      status: rows.map { status[$0] }, sources: sources,
      unitSources: unitSources.map { sources in rows.map { sources[$0] } }, period: period)
  }
}

extension IndicatorFramework {
  /// The columns that a table must have: indicators and denominators.
  public var columns: [String] {
    (indicators.map(\.code) + indicators.compactMap(\.metadata.denominator)).distinct
  }
}
