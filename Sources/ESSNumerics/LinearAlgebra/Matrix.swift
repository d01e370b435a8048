/// A dense matrix of doubles: column-major, contiguous, a value.
///
/// Element (i, j) of an m x n matrix is stored at `i + j m`, as BLAS and LAPACK expect. Shapes that do not fit
/// are programmer errors and stop the program; numbers are never checked.
public struct Matrix: Sendable, Equatable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// The elements, column by column.
  public internal(set) var elements: [Double]

  /// A matrix of the given shape with every element equal.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative extent")
    self.rows = rows
    self.columns = columns
    elements = Array(repeating: value, count: rows * columns)
  }

  /// A matrix whose element (i, j) is `element(i, j)`.
  public init(rows: Int, columns: Int, element: (_ row: Int, _ column: Int) -> Double) {
    self.init(rows: rows, columns: columns)
    for j in 0..<columns {
      for i in 0..<rows { elements[i + j * rows] = element(i, j) }
    }
  }

  /// A matrix over elements given column by column.
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative extent")
    precondition(elements.count == rows * columns, "the elements do not fill the shape")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix of one column.
  public init(column: [Double]) {
    rows = column.count
    columns = 1
    elements = column
  }

  /// The element in a row and a column.
  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "outside the matrix")
      return elements[row + column * rows]
    }
    set {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "outside the matrix")
      elements[row + column * rows] = newValue
    }
  }

  /// The elements of one column, top to bottom.
  public func column(_ j: Int) -> ArraySlice<Double> {
    precondition(j >= 0 && j < columns, "outside the matrix")
    return elements[(j * rows)..<((j + 1) * rows)]
  }

  /// The elements of one row, left to right.
  public func row(_ i: Int) -> [Double] {
    (0..<columns).map { self[i, $0] }
  }

  /// The matrix whose element (i, j) is `transform` of this one's.
  public func map(_ transform: (Double) -> Double) -> Matrix {
    var result = self
    for k in result.elements.indices { result.elements[k] = transform(result.elements[k]) }
    return result
  }

  /// Calls a closure with the elements, column by column, open to change.
  public mutating func withUnsafeMutableElements<Result>(
    _ body: (UnsafeMutableBufferPointer<Double>) throws -> Result
  ) rethrows -> Result {
    try unsafe elements.withUnsafeMutableBufferPointer { buffer in try unsafe body(buffer) }
  }

  /// The matrix with rows and columns exchanged.
  public var transposed: Matrix {
    Matrix(rows: columns, columns: rows) { self[$1, $0] }
  }
}
