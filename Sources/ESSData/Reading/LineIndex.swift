/// On which line of a file each row begins.
struct LineIndex: Sendable {
  private let firstLine: Int
  /// Rows of more than one line, in order, and the extra lines up to and with each.
  private let longRows: [Int]
  private let extraLines: [Int]

  init(firstLine: Int, _ longRows: [RowParser.LongRow]) {
    self.firstLine = firstLine
    let inOrder = longRows.sorted { $0.row < $1.row }
    self.longRows = inOrder.map(\.row)
    var sum = 0
    extraLines = inOrder.map { row in
      sum += row.extraLines
      return sum
    }
  }

  /// The line on which a row begins.
  func line(ofRow row: Int) -> Int {
    var low = 0
    var high = longRows.count
    while low < high {
      let middle = (low + high) / 2
      if longRows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return firstLine + row + (low > 0 ? extraLines[low - 1] : 0)
  }
}
