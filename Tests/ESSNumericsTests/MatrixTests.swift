import ESSNumerics
import Testing

@Suite struct MatrixTests {
  // [1 2 3; 4 5 6] times [1 0; 2 1; 3 -1], by hand.
  @Test func product() {
    let left = Matrix(rows: 2, columns: 3) { [[1.0, 2, 3], [4, 5, 6]][$0][$1] }
    let right = Matrix(rows: 3, columns: 2) { [[1.0, 0], [2, 1], [3, -1]][$0][$1] }
    let expected = Matrix(rows: 2, columns: 2) { [[14.0, -1], [32, -1]][$0][$1] }
    #expect(left * right == expected)
    #expect(left.transposed.transposedProduct(right) == expected)
    #expect(left * [1, 0, -1] == [-2, -2])
  }

  @Test func emptyProducts() {
    let nothing = Matrix(rows: 2, columns: 0) * Matrix(rows: 0, columns: 3)
    #expect(nothing == Matrix(rows: 2, columns: 3))
    #expect((Matrix(rows: 0, columns: 2) * Matrix(rows: 2, columns: 1)).rows == 0)
  }

  @Test func elements() {
    var matrix = Matrix(rows: 2, columns: 2) { Double(10 * $0 + $1) }
    #expect(matrix.row(1) == [10, 11])
    #expect(Array(matrix.column(1)) == [1, 11])
    matrix[0, 1] = 7
    #expect(matrix.transposed[1, 0] == 7)
    #expect(matrix.map { -$0 }[0, 1] == -7)
  }

  // The product against three nested loops, on shapes with every remainder of the kernels' tiles.
  @Test(arguments: [(1, 1, 1), (5, 7, 3), (33, 42, 7), (64, 17, 65)])
  func againstLoops(_ m: Int, _ k: Int, _ n: Int) {
    // Small integers, so that both ways are exact.
    let left = Matrix(rows: m, columns: k) { Double(($0 * 7 + $1 * 3) % 11 - 5) }
    let right = Matrix(rows: k, columns: n) { Double(($0 * 5 + $1) % 13 - 6) }
    let expected = Matrix(rows: m, columns: n) { i, j in
      (0..<k).reduce(0) { $0 + left[i, $1] * right[$1, j] }
    }
    #expect(left * right == expected)
  }
}
