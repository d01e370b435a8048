extension Matrix {
  /// The identity matrix of order n.
  public static func identity(_ n: Int) -> Matrix {
    diagonal(Array(repeating: 1, count: n))
  }

  /// The square matrix with the given diagonal and zeros elsewhere.
  public static func diagonal(_ values: [Double]) -> Matrix {
    var result = Matrix(rows: values.count, columns: values.count)
    for (i, value) in values.enumerated() { result.elements[i * (values.count + 1)] = value }
    return result
  }

  /// The diagonal of a square matrix.
  public var diagonal: [Double] {
    (0..<min(rows, columns)).map { elements[$0 * (rows + 1)] }
  }

  /// The sum of the diagonal.
  public var trace: Double { diagonal.reduce(0, +) }

  /// The element-wise sum of two matrices of one shape.
  public static func + (left: Matrix, right: Matrix) -> Matrix { left.combined(right, +) }

  /// The element-wise difference of two matrices of one shape.
  public static func - (left: Matrix, right: Matrix) -> Matrix { left.combined(right, -) }

  /// Every element times a number.
  public static func * (factor: Double, matrix: Matrix) -> Matrix { matrix.map { factor * $0 } }

  /// The largest column sum of absolute values.
  public var oneNorm: Double {
    (0..<columns).map { column($0).reduce(0) { $0 + abs($1) } }.max() ?? 0
  }

  /// The matrix of some of the columns, in the order given.
  public func selecting(columns chosen: [Int]) -> Matrix {
    var elements: [Double] = []
    elements.reserveCapacity(rows * chosen.count)
    for j in chosen { elements += column(j) }
    return Matrix(rows: rows, columns: chosen.count, elements: elements)
  }

  /// The matrix of some of the rows, in the order given.
  public func selecting(rows chosen: [Int]) -> Matrix {
    Matrix(rows: chosen.count, columns: columns) { self[chosen[$0], $1] }
  }

  private func combined(_ other: Matrix, _ operation: (Double, Double) -> Double) -> Matrix {
    precondition(rows == other.rows && columns == other.columns, "the shapes differ")
    var result = self
    for k in elements.indices { result.elements[k] = operation(elements[k], other.elements[k]) }
    return result
  }
}
