/// Visits the pairs of rows of a bipartite graph that share a column, row by row, without storing them: Gustavson's product
/// B B' with an accumulator of one row.
///
/// Only the rows after the row itself are visited, unless both ends are asked for. Memory: 12 bytes a row of the graph for each thread.
struct PairStream {
  let graph: IncidenceGraph
  /// What each column counts; `nil` for 1.
  let columnWeights: [Double]?
  var visitsBothEnds = false

  /// The rows cut into blocks; their number depends on the graph alone.
  var blocks: [Range<Int>] { Parallel.blocks(of: max(256, graph.rows / 128), in: graph.rows) }

  /// Hands over each row of a block with those that it shares columns with and the numbers shared, in no order.
  func counts(
    in block: Range<Int>,
    _ body: (
      _ row: Int, _ others: UnsafeMutableBufferPointer<Int32>,
      _ shared: UnsafeMutableBufferPointer<Int32>
    ) -> Void
  ) {
    var accumulator = [Int32](repeating: 0, count: graph.rows)
    // One more than there are rows: the place after the last is written before it is known to be new.
    var touched = [Int32](repeating: 0, count: graph.rows + 1)
    var cursors = graph.columnStarts
    let both = visitsBothEnds
    unsafe accumulator.withUnsafeMutableBufferPointer { sums in
      unsafe touched.withUnsafeMutableBufferPointer { list in
        unsafe cursors.withUnsafeMutableBufferPointer { next in
          unsafe graph.rowStarts.withUnsafeBufferPointer { starts in
            unsafe graph.rowColumns.withUnsafeBufferPointer { columns in
              unsafe graph.columnStarts.withUnsafeBufferPointer { columnStarts in
                unsafe graph.columnRows.withUnsafeBufferPointer { rows in
                  if !both, block.lowerBound > 0 { unsafe skip(next, to: block.lowerBound) }
                  for row in block {
                    var count = 0
                    for tie in unsafe Int(starts[row])..<Int(starts[row + 1]) {
                      let column = unsafe Int(columns[tie])
                      var k = unsafe Int(next[column])
                      if !both {
                        k += 1
                        unsafe next[column] = Int32(truncatingIfNeeded: k)
                      }
                      let end = unsafe Int(columnStarts[column + 1])
                      while k < end {
                        let other = unsafe Int(rows[k])
                        let before = unsafe sums[other]
                        // Written always, kept only if new: no branch to mispredict.
                        unsafe list[count] = Int32(truncatingIfNeeded: other)
                        count &+= before == 0 ? 1 : 0
                        unsafe sums[other] = before &+ 1
                        k &+= 1
                      }
                    }
                    unsafe body(row, UnsafeMutableBufferPointer(rebasing: list[..<count]), sums)
                    for k in 0..<count { unsafe sums[Int(list[k])] = 0 }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// The first position of each column whose row is not before `row`.
  private func skip(_ next: UnsafeMutableBufferPointer<Int32>, to row: Int) {
    for column in 0..<graph.columns {
      var low = Int(graph.columnStarts[column])
      var high = Int(graph.columnStarts[column + 1])
      while low < high {
        let middle = (low + high) / 2
        if graph.columnRows[middle] < Int32(row) { low = middle + 1 } else { high = middle }
      }
      unsafe next[column] = Int32(low)
    }
  }

  /// Hands over each row of a block with those that it shares columns with and the sums of w_ia d_a w_ja, in no order.
  func sums(
    in block: Range<Int>, _ turnedWeights: [Double]?,
    _ body: (_ row: Int, _ others: ArraySlice<Int32>, _ sums: [Double]) -> Void
  ) {
    var sums = [Double](repeating: 0, count: graph.rows)
    var isNew = [Bool](repeating: true, count: graph.rows)
    var touched: [Int32] = []
    for row in block {
      touched.removeAll(keepingCapacity: true)
      for tie in Int(graph.rowStarts[row])..<Int(graph.rowStarts[row + 1]) {
        let column = Int(graph.rowColumns[tie])
        let factor = (columnWeights?[column] ?? 1) * (graph.weights?[tie] ?? 1)
        for k in Int(graph.columnStarts[column])..<Int(graph.columnStarts[column + 1]) {
          let other = Int(graph.columnRows[k])
          guard visitsBothEnds ? other != row : other > row else { continue }
          if isNew[other] {
            isNew[other] = false
            touched.append(Int32(other))
          }
          sums[other] += factor * (turnedWeights?[k] ?? 1)
        }
      }
      body(row, touched[...], sums)
      for other in touched {
        sums[Int(other)] = 0
        isNew[Int(other)] = true
      }
    }
  }
}
