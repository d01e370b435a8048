/// A sparse matrix in compressed row form (CSR); products never make it dense.
///
/// Row i holds the elements `rowStarts[i] ..< rowStarts[i + 1]` of `columnIndices` and `values`, by ascending column. Memory: 12 bytes an
/// element and 8 a row.
public struct SparseMatrix: Sendable, Equatable {
  /// One element.
  public struct Entry: Sendable, Equatable {
    /// Row, from 0.
    public var row: Int
    /// Column, from 0.
    public var column: Int
    /// Value.
    public var value: Double

    /// An element.
    public init(row: Int, column: Int, value: Double) {
      self.row = row
      self.column = column
      self.value = value
    }
  }

  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// Where each row begins, with the number of elements at the end.
  public let rowStarts: [Int]
  /// Column of each element.
  public let columnIndices: [Int32]
  /// Value of each element.
  public let values: [Double]

  private init(
    rows: Int, columns: Int, rowStarts: [Int], columnIndices: [Int32], values: [Double]
  ) {
    self.rows = rows
    self.columns = columns
    self.rowStarts = rowStarts
    self.columnIndices = columnIndices
    self.values = values
  }

  /// A matrix of the given elements in any order; several at one place are added, in the order given.
  ///
  /// Cost: linear in elements, rows and columns.
  public init(rows: Int, columns: Int, entries: [Entry]) {
    precondition(
      entries.allSatisfy {
        $0.row >= 0 && $0.row < rows && $0.column >= 0 && $0.column < columns
      }, "an entry outside the matrix")
    // Sorting by column and then, stably, by row is two counting passes.
    let byColumn = Self.counted(entries, columns) { $0.column }.sorted
    let (sorted, starts) = Self.counted(byColumn, rows) { $0.row }
    var rowStarts = [0]
    var columnIndices: [Int32] = []
    var values: [Double] = []
    columnIndices.reserveCapacity(entries.count)
    values.reserveCapacity(entries.count)
    for row in 0..<rows {
      let begin = columnIndices.count
      for entry in sorted[starts[row]..<starts[row + 1]] {
        if columnIndices.count > begin, columnIndices.last == Int32(entry.column) {
          values[values.count - 1] += entry.value
        } else {
          columnIndices.append(Int32(entry.column))
          values.append(entry.value)
        }
      }
      rowStarts.append(columnIndices.count)
    }
    self.init(
      rows: rows, columns: columns, rowStarts: rowStarts, columnIndices: columnIndices,
      values: values)
  }

  private static func counted(
    _ entries: [Entry], _ count: Int, _ key: (Entry) -> Int
  ) -> (sorted: [Entry], starts: [Int]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for entry in entries { starts[key(entry) + 1] += 1 }
    for k in 0..<count { starts[k + 1] += starts[k] }
    var next = starts
    var sorted = entries
    for entry in entries {
      sorted[next[key(entry)]] = entry
      next[key(entry)] += 1
    }
    return (sorted, starts)
  }

  /// The transpose, in compressed row form: the columns of this matrix, at linear cost.
  public var transposed: SparseMatrix {
    var starts = [Int](repeating: 0, count: columns + 1)
    for column in columnIndices { starts[Int(column) + 1] += 1 }
    for k in 0..<columns { starts[k + 1] += starts[k] }
    var next = starts
    var indices = [Int32](repeating: 0, count: values.count)
    var moved = [Double](repeating: 0, count: values.count)
    for row in 0..<rows {
      for k in rowStarts[row]..<rowStarts[row + 1] {
        let column = Int(columnIndices[k])
        indices[next[column]] = Int32(row)
        moved[next[column]] = values[k]
        next[column] += 1
      }
    }
    return SparseMatrix(
      rows: columns, columns: rows, rowStarts: starts, columnIndices: indices, values: moved)
  }

  /// The element in a row and a column, 0 where none is stored; the cost is logarithmic in the row's elements.
  public subscript(row: Int, column: Int) -> Double {
    var (low, high) = (rowStarts[row], rowStarts[row + 1])
    while low < high {
      let middle = (low + high) / 2
      if columnIndices[middle] < Int32(column) { low = middle + 1 } else { high = middle }
    }
    return low < rowStarts[row + 1] && columnIndices[low] == Int32(column) ? values[low] : 0
  }

  /// The product with a vector of as many elements as there are columns.
  public static func * (left: SparseMatrix, right: [Double]) -> [Double] {
    precondition(right.count == left.columns, "the shapes do not fit for a product")
    return (0..<left.rows).map { row in
      var sum = 0.0
      for k in left.rowStarts[row]..<left.rowStarts[row + 1] {
        sum += left.values[k] * right[Int(left.columnIndices[k])]
      }
      return sum
    }
  }

  /// The product with a dense matrix, dense.
  public static func * (left: SparseMatrix, right: Matrix) -> Matrix {
    precondition(right.rows == left.columns, "the shapes do not fit for a product")
    var elements: [Double] = []
    elements.reserveCapacity(left.rows * right.columns)
    for j in 0..<right.columns { elements += left * Array(right.column(j)) }
    return Matrix(rows: left.rows, columns: right.columns, elements: elements)
  }

  /// The product with another sparse matrix, sparse: one row at a time over a dense accumulator (Gustavson 1978).
  ///
  /// Cost: the number of multiplications, and 9 bytes for each column of the right matrix.
  public static func * (left: SparseMatrix, right: SparseMatrix) -> SparseMatrix {
    precondition(right.rows == left.columns, "the shapes do not fit for a product")
    var sums = [Double](repeating: 0, count: right.columns)
    var isTouched = [Bool](repeating: false, count: right.columns)
    var touched: [Int32] = []
    var rowStarts = [0]
    var columnIndices: [Int32] = []
    var values: [Double] = []
    for row in 0..<left.rows {
      touched.removeAll(keepingCapacity: true)
      for k in left.rowStarts[row]..<left.rowStarts[row + 1] {
        let inner = Int(left.columnIndices[k])
        for l in right.rowStarts[inner]..<right.rowStarts[inner + 1] {
          let column = Int(right.columnIndices[l])
          if !isTouched[column] {
            isTouched[column] = true
            touched.append(Int32(column))
          }
          sums[column] += left.values[k] * right.values[l]
        }
      }
      touched.sort()
      for column in touched {
        columnIndices.append(column)
        values.append(sums[Int(column)])
        sums[Int(column)] = 0
        isTouched[Int(column)] = false
      }
      rowStarts.append(columnIndices.count)
    }
    return SparseMatrix(
      rows: left.rows, columns: right.columns, rowStarts: rowStarts, columnIndices: columnIndices,
      values: values)
  }

  /// The matrix with every element stored.
  public var dense: Matrix {
    var result = Matrix(rows: rows, columns: columns)
    for row in 0..<rows {
      for k in rowStarts[row]..<rowStarts[row + 1] {
        result[row, Int(columnIndices[k])] = values[k]
      }
    }
    return result
  }
}
