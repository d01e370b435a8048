import ESSIndicators

/// Reads columns of a CSV file once: `probe reading FILE THREADS COLUMN[:codes]...`.
enum ReadingProbe {
  /// Prints wall and processor seconds of the reading, and a sum of each column to hold against the peers.
  static func run(_ arguments: [String]) throws {
    guard arguments.count >= 3, let threads = Int(arguments[1]) else {
      print("usage: probe reading FILE THREADS COLUMN[:codes]...")
      return
    }
    let columns = arguments.dropFirst(2).map { word in
      word.hasSuffix(":codes") ? TypedColumn.codes(String(word.dropLast(6))) : .numbers(word)
    }
    var table: TypedTable?
    let time = try Timing.measure {
      table = try TypedTable.read(
        path: arguments[0], columns: columns, options: ReadingOptions(threads: threads))
    }
    guard let table else { return }
    print("seconds \(time.wall) \(time.cpu)")
    print("rows \(table.rowCount)")
    for column in columns {
      let sum =
        column.kind == .numbers
        ? try table.numbers(column.name).reduce(0, +)
        : Double(try table.coded(column.name).values.count)
      print("\(column.name) \(sum)")
    }
  }
}
