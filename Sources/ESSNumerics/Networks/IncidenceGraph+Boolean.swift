extension IncidenceGraph {
  /// The graph with the given columns of each row, which must ascend.
  public init(columns: Int, lists: [[Int32]]) {
    precondition(
      lists.allSatisfy { zip($0, $0.dropFirst()).allSatisfy(<) && $0.last ?? -1 < columns },
      "the columns of a row ascend and lie inside")
    self.init(columns: columns, sortedLists: lists)
  }

  /// A tie for each positive element of a matrix.
  public init(_ matrix: Matrix) {
    self.init(
      columns: matrix.columns,
      sortedLists: (0..<matrix.rows).map { row in
        (0..<matrix.columns).filter { matrix[row, $0] > 0 }.map(Int32.init)
      })
  }

  /// The ties of the Boolean product with another graph, whose rows are this one's columns.
  ///
  /// Cost: for each tie of this graph the degree of the row that it leads to.
  public func booleanProduct(_ right: IncidenceGraph) -> IncidenceGraph {
    precondition(columns == right.rows, "the shapes do not fit for a product")
    var seenIn = [Int32](repeating: -1, count: right.columns)
    var lists: [[Int32]] = []
    lists.reserveCapacity(rows)
    for row in 0..<rows {
      var found: [Int32] = []
      for through in columns(ofRow: row) {
        for column in right.columns(ofRow: Int(through)) where seenIn[Int(column)] != Int32(row) {
          seenIn[Int(column)] = Int32(row)
          found.append(column)
        }
      }
      lists.append(found.sorted())
    }
    return IncidenceGraph(columns: right.columns, sortedLists: lists)
  }
}
