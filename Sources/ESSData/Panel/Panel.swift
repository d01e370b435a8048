/// A panel: territory x period x variable, where a missing cell is a normal case.
///
/// Every cell knows its status and its source. Memory: the cells that exist, and 4 bytes for each possible one.
public struct Panel: Sendable {
  /// A cell that exists.
  public struct Cell: Sendable, Equatable {
    /// The value.
    public let value: Double
    /// Its status.
    public let status: ObservationStatus
    /// Keys of its sources, several joined by `;`; empty if the input names none.
    public let source: String
    /// Flags of the publisher that no status stands for, such as Eurostat's `b` for a break in the series.
    public let flags: String

    /// A cell.
    public init(
      value: Double, status: ObservationStatus = .actual, source: String = "", flags: String = ""
    ) {
      self.value = value
      self.status = status
      self.source = source
      self.flags = flags
    }
  }

  /// Territory codes, in the order of their first row.
  public let territories: [String]
  /// Variable names, in the order of their first row.
  public let variables: [String]
  /// Every period from the first to the last one, without gaps.
  public let periods: [Period]
  /// The file that it was read from, for messages.
  public internal(set) var file = ""

  private let territoryIndex: [String: Int]
  private let variableIndex: [String: Int]
  private let first: Period?
  private let cells: [Stored]
  let labels: [Label]
  /// Position in `cells` by (variable, territory, period), or -1.
  private let grid: [Int32]

  /// What many cells have in common: their source and their flags.
  struct Label: Hashable {
    var source = ""
    var flags = ""
  }

  /// A cell, with the position of its label.
  private struct Stored: Sendable {
    var value: Double
    var status: ObservationStatus
    var label: Int32
  }

  /// What a panel is made of: one entry for each cell.
  struct Entry {
    var territory: Int
    var variable: Int
    var period: Period
    var value: Double
    var status = ObservationStatus.actual
    /// The position of its label.
    var label: Int32 = 0
    /// Where the entry stands, for a message about a duplicate.
    var row: Int
  }

  /// Builds a panel; a second entry for a cell is handed to `duplicate` with the row of the first.
  init(
    territories: [String], variables: [String], labels: [Label] = [Label()], entries: [Entry],
    duplicate: (_ entry: Entry, _ firstRow: Int) -> Void
  ) {
    self.territories = territories
    self.variables = variables
    self.labels = labels
    territoryIndex = Self.index(territories)
    variableIndex = Self.index(variables)
    let periodsOfEntries = entries.lazy.map(\.period)
    guard let low = periodsOfEntries.min(), let high = periodsOfEntries.max() else {
      first = nil
      periods = []
      cells = []
      grid = []
      return
    }
    first = low
    let count = low.distance(to: high) + 1
    periods = (0..<count).map { low.advanced(by: $0) }
    var grid = [Int32](repeating: -1, count: territories.count * variables.count * count)
    for (position, entry) in entries.enumerated() {
      let slot =
        (entry.variable * territories.count + entry.territory) * count
        + low.distance(to: entry.period)
      if grid[slot] >= 0 {
        duplicate(entry, entries[Int(grid[slot])].row)
      } else {
        grid[slot] = Int32(position)
      }
    }
    self.grid = grid
    cells = entries.map { Stored(value: $0.value, status: $0.status, label: $0.label) }
  }

  /// The cells by variable, territory and period.
  var entries: [Entry] {
    var entries: [Entry] = []
    guard let first else { return entries }
    entries.reserveCapacity(cells.count)
    for (slot, position) in grid.enumerated() where position >= 0 {
      let stored = cells[Int(position)]
      let (place, period) = slot.quotientAndRemainder(dividingBy: periods.count)
      let (variable, territory) = place.quotientAndRemainder(dividingBy: territories.count)
      entries.append(
        Entry(
          territory: territory, variable: variable, period: first.advanced(by: period),
          value: stored.value, status: stored.status, label: stored.label, row: entries.count))
    }
    return entries
  }

  private static func index(_ names: [String]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }

  /// The cell of a variable, a territory and a period; `nil` where there is none.
  public func cell(_ variable: String, _ territory: String, _ period: Period) -> Cell? {
    guard let first, period.frequency == first.frequency,
      let v = variableIndex[variable], let t = territoryIndex[territory]
    else { return nil }
    let p = first.distance(to: period)
    guard periods.indices.contains(p) else { return nil }
    let position = grid[(v * territories.count + t) * periods.count + p]
    return position < 0 ? nil : cell(cells[Int(position)])
  }

  private func cell(_ stored: Stored) -> Cell {
    let label = labels[Int(stored.label)]
    return Cell(
      value: stored.value, status: stored.status, source: label.source, flags: label.flags)
  }

  /// Whether any cell has flags.
  var hasFlags: Bool { cells.contains { !labels[Int($0.label)].flags.isEmpty } }

  /// Whether the panel has the variable.
  public func has(_ variable: String) -> Bool { variableIndex[variable] != nil }

  /// The periods in which a variable has any cell, in order.
  public func periods(of variable: String) -> [Period] {
    periods.filter { period in territories.contains { cell(variable, $0, period) != nil } }
  }

  /// The last period not after another one in which a variable has any cell.
  public func lastPeriod(of variable: String, notAfter limit: Period) -> Period? {
    periods(of: variable).last { $0 <= limit }
  }

  /// The territories that have any cell of a variable, in panel order.
  public func territories(with variable: String) -> [String] {
    territories.filter { territory in periods.contains { cell(variable, territory, $0) != nil } }
  }
}
