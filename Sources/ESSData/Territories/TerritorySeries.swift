public import ESSNumerics

/// One variable of several territories over time, without a gap.
public struct TerritorySeries: Sendable {
  /// Territory codes, one for each row.
  public let territories: [String]
  /// Periods, one for each column, in order.
  public let periods: [Period]
  /// The levels, territories x periods, every one a number.
  public let values: Matrix
  /// Territories that were left out because they lack a value.
  public let dropped: [String]
  /// Keys of the sources of the values.
  public let sources: [String]
  /// The worst status of the values.
  public let status: ObservationStatus

  /// A series of the given levels.
  public init(
    territories: [String], periods: [Period], values: Matrix, dropped: [String] = [],
    sources: [String] = [], status: ObservationStatus = .actual
  ) {
    precondition(values.rows == territories.count && values.columns == periods.count)
    self.territories = territories
    self.periods = periods
    self.values = values
    self.dropped = dropped
    self.sources = sources
    self.status = status
  }

  /// The levels of all territories in one period.
  public func crossSection(_ index: Int) -> [Double] { Array(values.column(index)) }

  /// The years between two periods.
  public func years(from: Int, to: Int) -> Double {
    Double(periods[from].distance(to: periods[to]))
      / Double(periods[from].frequency.rawValue)
  }
}

extension TerritorySeries {
  /// A variable of a panel over a time window, for the territories that have it in every period in which any has it.
  public init(
    _ panel: Panel, _ tree: TerritoryTree, variable: String, from: Period?, to: Period?,
    over denominator: String? = nil
  ) throws(DataError) {
    for name in [variable] + (denominator.map { [$0] } ?? []) where !panel.has(name) {
      throw .unknownName(kind: "variable", name: name, known: panel.variables)
    }
    func value(_ territory: String, _ period: Period) -> Panel.Cell? {
      guard let cell = panel.cell(variable, territory, period) else { return nil }
      guard let denominator else { return cell }
      guard let below = panel.cell(denominator, territory, period), below.value != 0 else {
        return nil
      }
      return Panel.Cell(
        value: cell.value / below.value, status: max(cell.status, below.status),
        source: [cell.source, below.source].filter { !$0.isEmpty }.joined(separator: ";"))
    }
    let leaves = panel.leaves(of: tree)
    let window = panel.periods.filter { (from ?? $0) <= $0 && $0 <= (to ?? $0) }
    let periods = window.filter { period in leaves.contains { value($0, period) != nil } }
    let kept = leaves.filter { territory in periods.allSatisfy { value(territory, $0) != nil } }
    guard !periods.isEmpty, !kept.isEmpty else {
      throw .notIdentified(
        "\(variable): no territory has a value in every period from "
          + "\(window.first.map(\.description) ?? "?") to \(window.last.map(\.description) ?? "?")")
    }
    let cells = kept.map { territory in periods.compactMap { value(territory, $0) } }
    self.init(
      territories: kept, periods: periods,
      values: Matrix(rows: kept.count, columns: periods.count) { cells[$0][$1].value },
      dropped: leaves.filter { !kept.contains($0) },
      sources: cells.joined().flatMap { $0.source.split(separator: ";").map(String.init) }.distinct,
      status: cells.joined().map(\.status).worst)
  }

  /// The columns of a table whose names are a prefix and a period, such as `1990` or `gdp1990`.
  public init(
    _ table: CSVTable, territory: String, prefix: String, from: Period?, to: Period?
  ) throws(DataError) {
    let named = table.columns.compactMap { name -> (name: String, period: Period)? in
      guard name.hasPrefix(prefix), let period = Period(name.dropFirst(prefix.count)) else {
        return nil
      }
      return (from ?? period) <= period && period <= (to ?? period) ? (name, period) : nil
    }.sorted { $0.period < $1.period }
    guard !named.isEmpty else {
      throw .notIdentified(
        "\(table.file) has no column named '\(prefix)' and a period such as \(prefix)1990")
    }
    let wide = try TerritoryTable(table, territory: territory, variables: named.map(\.name))
    let (complete, dropped) = try wide.complete(named.map(\.name))
    self.init(
      territories: complete.territories, periods: named.map(\.period), values: complete.values,
      dropped: dropped)
  }
}
