public import ESSNumerics

/// Where a sparse matrix of zeros and ones has its ones, row by row: the form in which incidences are kept and walked.
///
/// Columns of a row ascend, each once. Built by counting in linear time; memory: 4 bytes a one and 8 a row.
public struct PresencePattern: Sendable, Equatable {
  /// Number of rows.
  public let rowCount: Int
  /// Number of columns.
  public let columnCount: Int
  private let starts: [Int]
  private let columns: [Int32]

  /// The pattern with the given ones, of which pairs that occur again count once; a negative row or column is left out.
  init(
    rowCount: Int, columnCount: Int, _ count: Int, row: (Int) -> Int, column: (Int) -> Int
  ) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    // Counting into columns first and from there into rows leaves the columns of a row in order.
    let byColumn = Self.grouped(count, into: columnCount, key: { row($0) < 0 ? -1 : column($0) })
    let byRow = Self.grouped(
      byColumn.items.count, into: rowCount, key: { row(Int(byColumn.items[$0])) })
    var starts = [0]
    starts.reserveCapacity(rowCount + 1)
    var columns: [Int32] = []
    columns.reserveCapacity(byRow.items.count)
    for r in 0..<rowCount {
      for item in byRow.items[byRow.starts[r]..<byRow.starts[r + 1]] {
        let c = Int32(column(Int(byColumn.items[Int(item)])))
        if columns.count == starts[r] || columns[columns.count - 1] != c { columns.append(c) }
      }
      starts.append(columns.count)
    }
    self.starts = starts
    self.columns = columns
  }

  /// The positive elements of a matrix.
  public init(_ matrix: Matrix) {
    self.init(
      columnCount: matrix.columns,
      rows: (0..<matrix.rows).map { row in
        (0..<matrix.columns).filter { matrix[row, $0] > 0 }.map(Int32.init)
      })
  }

  /// The pattern with the given columns in each row.
  init(columnCount: Int, rows: [[Int32]]) {
    rowCount = rows.count
    self.columnCount = columnCount
    var starts = [0]
    for row in rows { starts.append(starts[starts.count - 1] + row.count) }
    self.starts = starts
    columns = rows.flatMap { $0 }
  }

  /// Positions 0 to count by their key, within a key in order; those with a negative key are left out.
  private static func grouped(
    _ count: Int, into groups: Int, key: (Int) -> Int
  ) -> (starts: [Int], items: [Int32]) {
    var starts = [Int](repeating: 0, count: groups + 1)
    for k in 0..<count {
      let group = key(k)
      if group >= 0 { starts[group + 1] += 1 }
    }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    var next = starts
    var items = [Int32](repeating: 0, count: starts[groups])
    for k in 0..<count {
      let group = key(k)
      guard group >= 0 else { continue }
      items[next[group]] = Int32(k)
      next[group] += 1
    }
    return (starts, items)
  }

  /// Number of ones.
  public var count: Int { columns.count }

  /// The columns of the ones of a row, ascending.
  public func columns(ofRow row: Int) -> ArraySlice<Int32> {
    columns[starts[row]..<starts[row + 1]]
  }

  /// Whether an element is one; a binary search in its row.
  public subscript(row: Int, column: Int) -> Bool {
    var low = starts[row]
    var high = starts[row + 1]
    while low < high {
      let middle = (low + high) / 2
      if columns[middle] < column { low = middle + 1 } else { high = middle }
    }
    return low < starts[row + 1] && columns[low] == column
  }

  /// Number of ones in each row.
  public var rowSums: [Int] { (0..<rowCount).map { starts[$0 + 1] - starts[$0] } }

  /// Number of ones in each column.
  public var columnSums: [Int] {
    var sums = [Int](repeating: 0, count: columnCount)
    for column in columns { sums[Int(column)] += 1 }
    return sums
  }

  /// The pattern with rows and columns exchanged.
  public var transposed: PresencePattern {
    var rowOf = [Int32](repeating: 0, count: count)
    for row in 0..<rowCount {
      for k in starts[row]..<starts[row + 1] { rowOf[k] = Int32(row) }
    }
    return PresencePattern(
      rowCount: columnCount, columnCount: rowCount, count, row: { Int(columns[$0]) },
      column: { Int(rowOf[$0]) })
  }

  /// The ones of the Boolean product with another pattern.
  ///
  /// Cost: the sum over the ones of this pattern of the ones in the row of the other one that each leads to.
  public func product(_ right: PresencePattern) -> PresencePattern {
    precondition(columnCount == right.rowCount, "the shapes do not fit for a product")
    var seenIn = [Int32](repeating: -1, count: right.columnCount)
    var rows: [[Int32]] = []
    rows.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      var found: [Int32] = []
      for through in columns(ofRow: row) {
        for column in right.columns(ofRow: Int(through)) where seenIn[Int(column)] != Int32(row) {
          seenIn[Int(column)] = Int32(row)
          found.append(column)
        }
      }
      rows.append(found.sorted())
    }
    return PresencePattern(columnCount: right.columnCount, rows: rows)
  }
}
