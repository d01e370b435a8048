public import ESSNumerics

/// The rows that a panel method works on: numbers by column, units and times as codes, and a report of what was left out.
///
/// Rows are sorted by unit (in the order of its first row) and time, so that the rows of a unit are contiguous. Missing numbers are
/// NaN until `complete(in:)` drops them. Memory: 8 bytes for each row and number, 4 for each row and code.
public struct PanelSample: Sendable {
  /// What is done about units that are not there at every time.
  public enum Policy: String, Sendable, CaseIterable {
    /// Only units with a row at every time of the sample.
    case balance
    /// Every complete row; a method takes the pairs of rows that it finds.
    case pairs
    /// Every complete row, where rows of one unit and time may repeat and a unit is not followed over time.
    case crossSections = "cross-sections"
  }

  /// Rows of a unit that were left out, and why.
  public struct Drop: Sendable, Equatable {
    /// The unit; empty where the sample has none.
    public let unit: String
    /// The times of the rows, in order.
    public let times: [String]
    /// Why.
    public let reason: String

    /// An entry of a report.
    public init(unit: String, times: [String], reason: String) {
      self.unit = unit
      self.times = times
      self.reason = reason
    }
  }

  /// Names of the units, by code; one empty name where the input has no units.
  public let units: [String]
  /// The times, by code, in order.
  public let axis: TimeAxis
  /// For each row the code of its unit.
  public let unitCodes: [Int32]
  /// For each row the code of its time.
  public let timeCodes: [Int32]
  /// Names of the number columns.
  public let names: [String]
  /// The number columns, in the order of `names`.
  public let columns: [[Double]]
  /// Columns of texts, such as clusters.
  public let factors: [String: CodedColumn]
  /// What was left out so far, in the order of the rows.
  public let dropped: [Drop]
  /// The name of the input, for messages.
  public let file: String

  /// Number of rows.
  public var rowCount: Int { unitCodes.count }

  /// Whether there is exactly one row for each unit and time.
  public var isBalanced: Bool {
    guard rowCount == units.count * axis.labels.count else { return false }
    let width = axis.labels.count
    return unitCodes.indices.allSatisfy {
      Int(unitCodes[$0]) == $0 / width && Int(timeCodes[$0]) == $0 % width
    }
  }

  /// A sample from columns already sorted by unit and time.
  init(
    units: [String], axis: TimeAxis, unitCodes: [Int32], timeCodes: [Int32], names: [String],
    columns: [[Double]], factors: [String: CodedColumn], dropped: [Drop], file: String
  ) {
    self.units = units
    self.axis = axis
    self.unitCodes = unitCodes
    self.timeCodes = timeCodes
    self.names = names
    self.columns = columns
    self.factors = factors
    self.dropped = dropped
    self.file = file
  }

  /// The numbers of a column; throws on a name that the sample does not have.
  public func column(_ name: String) throws(DataError) -> [Double] {
    guard let index = names.firstIndex(of: name) else {
      throw .unknownName(kind: "variable", name: name, known: names)
    }
    return columns[index]
  }

  /// Codes of the units, the times, or a column of texts, by the name of its column.
  ///
  /// `unit` and `time` always work beside the names that the input uses.
  public func factor(_ name: String) throws(DataError) -> CodedColumn {
    switch name {
    case "unit": return CodedColumn(values: units, codes: unitCodes)
    case "time": return CodedColumn(values: axis.labels, codes: timeCodes)
    default:
      guard let factor = factors[name] else {
        throw .unknownName(
          kind: "grouping column", name: name, known: ["unit", "time"] + factors.keys.sorted())
      }
      return factor
    }
  }

  /// For each unit the range of its rows.
  public var rowsOfUnits: [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(units.count)
    var start = 0
    while start < rowCount {
      var end = start + 1
      while end < rowCount, unitCodes[end] == unitCodes[start] { end += 1 }
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }

  /// A column as a matrix of units by times, NaN where there is no row; rows of one unit and time must not repeat.
  public func grid(_ name: String) throws(DataError) -> Matrix {
    let values = try column(name)
    var grid = Matrix(rows: units.count, columns: axis.labels.count, repeating: .nan)
    for row in values.indices {
      grid[Int(unitCodes[row]), Int(timeCodes[row])] = values[row]
    }
    return grid
  }

  /// For each row the row of the same unit so many periods earlier (later if negative), -1 where there is none.
  ///
  /// By time and never by row: a gap in a unit's rows is a gap. The axis must have distances.
  public func rowsBefore(_ lag: Int) -> [Int32] {
    precondition(axis.hasDistances, "texts without distances cannot be lagged")
    var result = [Int32](repeating: -1, count: rowCount)
    for rows in rowsOfUnits {
      var at = rows.lowerBound
      for row in rows {
        let wanted = axis.ordinals[Int(timeCodes[row])] - lag
        while at < rows.upperBound, axis.ordinals[Int(timeCodes[at])] < wanted { at += 1 }
        if at < rows.upperBound, axis.ordinals[Int(timeCodes[at])] == wanted {
          result[row] = Int32(at)
        }
      }
    }
    return result
  }

  /// Values of the same unit so many periods earlier, NaN where there is no such row.
  public func lagged(_ values: [Double], by lag: Int) -> [Double] {
    rowsBefore(lag).map { $0 < 0 ? .nan : values[Int($0)] }
  }
}
