/// A bipartite graph of rows and columns in compressed form, both ways round: 4 bytes a tie and side.
///
/// Ties of a row are sorted by column and those of a column by row, each pair once. Built by counting, in time and memory
/// linear in ties + rows + columns.
public struct IncidenceGraph: Sendable, Equatable {
  /// What becomes of a pair that is given more than once.
  public enum Merging: Sendable {
    /// The weights are added.
    case sum
    /// The largest weight is kept.
    case max
    /// The first weight is kept.
    case first
  }

  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// Where the ties of each row begin in `rowColumns`; one more element for the end.
  public let rowStarts: [Int32]
  /// The columns of each row's ties.
  public let rowColumns: [Int32]
  /// Where the ties of each column begin in `columnRows`; one more element for the end.
  public let columnStarts: [Int32]
  /// The rows of each column's ties.
  public let columnRows: [Int32]
  /// The weights in the order of `rowColumns`; `nil` where all are 1.
  public let weights: [Double]?

  /// Number of ties.
  public var tieCount: Int { rowColumns.count }

  /// Number of ties of each row.
  public var rowDegrees: [Int] { Self.degrees(rowStarts) }

  /// Number of ties of each column.
  public var columnDegrees: [Int] { Self.degrees(columnStarts) }

  private static func degrees(_ starts: [Int32]) -> [Int] {
    zip(starts, starts.dropFirst()).map { Int($1 - $0) }
  }

  /// The columns that a row is tied to.
  public func columns(ofRow row: Int) -> ArraySlice<Int32> {
    rowColumns[Int(rowStarts[row])..<Int(rowStarts[row + 1])]
  }

  /// The rows that a column is tied to.
  public func rows(ofColumn column: Int) -> ArraySlice<Int32> {
    columnRows[Int(columnStarts[column])..<Int(columnStarts[column + 1])]
  }

  /// The graph of the pairs (`rowIndices[k]`, `columnIndices[k]`), in any order.
  public init(
    rows: Int, columns: Int, rowIndices: [Int32], columnIndices: [Int32],
    weights: [Double]? = nil, merging: Merging = .sum
  ) {
    precondition(
      rowIndices.count == columnIndices.count
        && weights?.count ?? rowIndices.count == rowIndices.count,
      "a tie has a row, a column and, if any has, a weight")
    precondition(rowIndices.count < Int(Int32.max), "more ties than positions have room for")
    // Two stable passes: by column, then by row, so that the columns of a row come out sorted.
    let byColumn = Self.grouping(columnIndices, count: columns, in: nil)
    let byRow = Self.grouping(rowIndices, count: rows, in: byColumn.order)
    let merged = Self.merge(
      byRow.order, byRow.starts, columnIndices, weights, columns: columns, merging)
    self.rows = rows
    self.columns = columns
    rowStarts = merged.starts
    rowColumns = merged.columns
    self.weights = merged.weights.flatMap { $0.allSatisfy { $0 == 1 } ? nil : $0 }
    (columnStarts, columnRows) = Self.transpose(
      starts: merged.starts, indices: merged.columns, width: columns)
  }

  private init(
    rows: Int, columns: Int, rowStarts: [Int32], rowColumns: [Int32], columnStarts: [Int32],
    columnRows: [Int32], weights: [Double]?
  ) {
    self.rows = rows
    self.columns = columns
    self.rowStarts = rowStarts
    self.rowColumns = rowColumns
    self.columnStarts = columnStarts
    self.columnRows = columnRows
    self.weights = weights
  }

  /// A graph of sorted lists of columns, one for each row.
  init(columns: Int, sortedLists lists: [[Int32]]) {
    var starts: [Int32] = [0]
    starts.reserveCapacity(lists.count + 1)
    var indices: [Int32] = []
    indices.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    for list in lists {
      indices += list
      starts.append(Int32(indices.count))
    }
    let (columnStarts, columnRows) = Self.transpose(
      starts: starts, indices: indices, width: columns)
    self.init(
      rows: lists.count, columns: columns, rowStarts: starts, rowColumns: indices,
      columnStarts: columnStarts, columnRows: columnRows, weights: nil)
  }

  /// The graph of some of its ties, each of weight 1; they are named by their positions in `rowColumns`.
  public func keeping(_ isKept: (_ tie: Int) -> Bool) -> IncidenceGraph {
    var starts: [Int32] = [0]
    starts.reserveCapacity(rows + 1)
    var indices: [Int32] = []
    indices.reserveCapacity(tieCount)
    for row in 0..<rows {
      for tie in Int(rowStarts[row])..<Int(rowStarts[row + 1]) where isKept(tie) {
        indices.append(rowColumns[tie])
      }
      starts.append(Int32(indices.count))
    }
    let (columnStarts, columnRows) = Self.transpose(
      starts: starts, indices: indices, width: columns)
    return IncidenceGraph(
      rows: rows, columns: columns, rowStarts: starts, rowColumns: indices,
      columnStarts: columnStarts, columnRows: columnRows, weights: nil)
  }

  /// Rows and columns exchanged.
  public var transposed: IncidenceGraph {
    var turned: [Double]?
    if let weights {
      var result = [Double](repeating: 0, count: weights.count)
      var next = columnStarts
      for (tie, column) in rowColumns.enumerated() {
        result[Int(next[Int(column)])] = weights[tie]
        next[Int(column)] += 1
      }
      turned = result
    }
    return IncidenceGraph(
      rows: columns, columns: rows, rowStarts: columnStarts, rowColumns: columnRows,
      columnStarts: rowStarts, columnRows: rowColumns, weights: turned)
  }

  /// The same ties, each of weight 1.
  public var unweighted: IncidenceGraph {
    IncidenceGraph(
      rows: rows, columns: columns, rowStarts: rowStarts, rowColumns: rowColumns,
      columnStarts: columnStarts, columnRows: columnRows, weights: nil)
  }

  /// Whether a row and a column are tied; O(log degree).
  public func contains(row: Int, column: Int) -> Bool {
    var low = Int(rowStarts[row])
    var high = Int(rowStarts[row + 1])
    while low < high {
      let middle = (low + high) / 2
      if rowColumns[middle] < Int32(column) { low = middle + 1 } else { high = middle }
    }
    return low < Int(rowStarts[row + 1]) && rowColumns[low] == Int32(column)
  }

  /// The positions grouped by key, in a given order within each key.
  private static func grouping(
    _ keys: [Int32], count: Int, in order: [Int32]?
  ) -> (starts: [Int32], order: [Int32]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    var result = [Int32](repeating: 0, count: keys.count)
    for key in keys { starts[Int(key) + 1] += 1 }
    for k in 0..<count { starts[k + 1] += starts[k] }
    var next = starts
    for k in 0..<keys.count {
      let position = order.map { $0[k] } ?? Int32(k)
      let key = Int(keys[Int(position)])
      result[Int(next[key])] = position
      next[key] += 1
    }
    return (starts, result)
  }

  private static func merge(
    _ order: [Int32], _ starts: [Int32], _ columnIndices: [Int32], _ weights: [Double]?,
    columns: Int, _ merging: Merging
  ) -> (starts: [Int32], columns: [Int32], weights: [Double]?) {
    var result: [Int32] = []
    result.reserveCapacity(order.count)
    var mergedWeights: [Double] = []
    var hasDuplicate = false
    var mergedStarts: [Int32] = [0]
    mergedStarts.reserveCapacity(starts.count)
    for row in 0..<(starts.count - 1) {
      let begin = result.count
      for k in Int(starts[row])..<Int(starts[row + 1]) {
        let tie = Int(order[k])
        let column = columnIndices[tie]
        precondition(column >= 0 && Int(column) < columns, "a column outside the graph")
        if result.count > begin, result[result.count - 1] == column {
          guard let weights else { continue }
          hasDuplicate = true
          let last = mergedWeights.count - 1
          switch merging {
          case .sum: mergedWeights[last] += weights[tie]
          case .max: mergedWeights[last] = Swift.max(mergedWeights[last], weights[tie])
          case .first: break
          }
        } else {
          result.append(column)
          if let weights { mergedWeights.append(weights[tie]) }
        }
      }
      mergedStarts.append(Int32(result.count))
    }
    return (mergedStarts, result, weights == nil && !hasDuplicate ? nil : mergedWeights)
  }

  private static func transpose(
    starts: [Int32], indices: [Int32], width: Int
  ) -> (starts: [Int32], indices: [Int32]) {
    var turnedStarts = [Int32](repeating: 0, count: width + 1)
    var turned = [Int32](repeating: 0, count: indices.count)
    for index in indices { turnedStarts[Int(index) + 1] += 1 }
    for k in 0..<width { turnedStarts[k + 1] += turnedStarts[k] }
    var next = turnedStarts
    for row in 0..<(starts.count - 1) {
      for k in Int(starts[row])..<Int(starts[row + 1]) {
        let index = Int(indices[k])
        turned[Int(next[index])] = Int32(row)
        next[index] += 1
      }
    }
    return (turnedStarts, turned)
  }
}
