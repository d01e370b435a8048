extension RowParser {
  /// The rows of a region that was parsed, as a batch; `nil` where there are only empty lines that may end the text.
  ///
  /// Throws all faults of this parser so far.
  func batch(
    of region: RowRegion, in segment: ColumnSegment, rows: Range<Int>, _ plan: ReadingPlan,
    file: String
  ) throws(DataError) -> TypedBatch? {
    if let fault = encodingFault { throw .invalid(file, line: fault.line, fault.reason) }
    var problems = formProblems
    for lines in emptyLines where lines.first + lines.count < rows.upperBound {
      problems.add(repeating: lines.problem(file, width: plan.width), count: lines.count)
    }
    try problems.check()
    try numberProblems.check()
    // Empty lines are no rows if nothing follows them.
    var count = rows.count
    if let last = emptyLines.last { count -= rows.upperBound - max(last.first, rows.lowerBound) }
    let lines = unsafe LineIndex(
      firstLine: region.line, firstRow: rows.lowerBound, takeLongRows())
    guard count > 0 else { return nil }
    var values: [String: ColumnValues] = [:]
    for (slot, column) in plan.kept.enumerated() {
      values[column.name] = segment.copy(slot, count: count, column.kind)
    }
    return TypedBatch(
      file: file, firstRow: rows.lowerBound, rowCount: count, values: values, lines: lines)
  }
}

extension RowParser.Rows {
  /// What is wrong with the first of some empty lines that other rows follow.
  func problem(_ file: String, width: Int) -> DataProblem {
    DataProblem(
      file: file, line: line, message: "1 field, \(width) expected as in the header")
  }

  /// The empty lines that are faults, and the number of rows without those at the end of the text, which are none.
  static func withoutTrailing(
    _ emptyLines: [RowParser.Rows], rows: Int
  ) -> ([RowParser.Rows], Int) {
    var lines = emptyLines.sorted { $0.first < $1.first }
    var rows = rows
    while let last = lines.last, last.first + last.count == rows {
      rows = last.first
      lines.removeLast()
    }
    return (lines, rows)
  }
}
