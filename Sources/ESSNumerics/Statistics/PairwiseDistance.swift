/// Distances of all pairs of points.
public enum PairwiseDistance {
  /// The squared Euclidean distances of the rows of a points x dimensions matrix, row by row of an n x n square.
  public static func squares(_ points: Matrix) -> [Double] {
    let (n, dimensions) = (points.rows, points.columns)
    let flat = byPoint(points)
    let rows = Parallel.map(n) { i -> [Double] in
      var row = [Double](repeating: 0, count: n)
      unsafe flat.withUnsafeBufferPointer { flat in
        for j in 0..<n {
          // The same order of terms for (i, j) and (j, i): the square is symmetric to the bit.
          var sum = 0.0
          for k in 0..<dimensions {
            let difference = unsafe flat[i * dimensions + k] - flat[j * dimensions + k]
            sum += difference * difference
          }
          row[j] = sum
        }
      }
      return row
    }
    return rows.flatMap(\.self)
  }

  /// The elements of a matrix row by row, so that a point is contiguous.
  static func byPoint(_ points: Matrix) -> [Double] { points.transposed.elements }
}
