internal import ESSNumerics

/// Memory for the values of some consecutive rows of each kept column.
@safe final class ColumnSegment: @unchecked Sendable {
  let firstRow: Int
  let capacity: Int
  let columns: [UnsafeMutableRawPointer]
  private let ownsMemory: Bool

  /// Memory of its own.
  init(kinds: [TypedColumn.Kind], firstRow: Int, capacity: Int) {
    self.firstRow = firstRow
    self.capacity = capacity
    unsafe columns = kinds.map { kind in
      UnsafeMutableRawPointer.allocate(
        byteCount: max(capacity, 1) * (kind == .numbers ? 8 : 4), alignment: 16)
    }
    ownsMemory = true
  }

  /// Memory of arrays under construction.
  init(columns: [UnsafeMutableRawPointer], capacity: Int) {
    unsafe self.columns = unsafe columns
    self.capacity = capacity
    firstRow = 0
    ownsMemory = false
  }

  deinit {
    guard ownsMemory else { return }
    for number in unsafe columns.indices { unsafe columns[number].deallocate() }
  }

  /// Some values of a column.
  func values<Value>(_ column: Int, count: Int, as type: Value.Type) -> UnsafeBufferPointer<Value> {
    unsafe UnsafeBufferPointer(
      start: columns[column].assumingMemoryBound(to: type), count: count)
  }
}

/// The values of a kept column.
enum ColumnValues: Sendable {
  case numbers([Double])
  case codes([Int32])
}

extension ColumnSegment {
  /// How many columns are read straight into the arrays that the caller gets; those beyond are copied.
  private static let directColumns = 64

  /// Makes arrays with room for a number of rows and lets `body` fill them.
  ///
  /// Memory that `body` does not touch is never mapped, so that a generous capacity costs nothing.
  ///
  /// - Parameters:
  ///   - kinds: What each array holds.
  ///   - capacity: Room in each array.
  ///   - body: Fills the segment and those that it adds, and returns all segments with the number of rows.
  /// - Returns: The arrays.
  static func arrays(
    _ kinds: [TypedColumn.Kind], capacity: Int,
    _ body: (ColumnSegment) -> (segments: [ColumnSegment], rows: Int)
  ) -> [ColumnValues] {
    var result: (segments: [ColumnSegment], rows: Int) = ([], 0)
    var arrays: [ColumnValues] = []
    // The arrays are open, one within the other, while the text is read.
    func open(_ pointers: [UnsafeMutableRawPointer]) {
      let slot = unsafe pointers.count
      guard slot < min(kinds.count, directColumns) else {
        var pointers = unsafe pointers
        let others = ColumnSegment(
          kinds: Array(kinds[slot...]), firstRow: 0, capacity: capacity)
        unsafe pointers += others.columns
        result = unsafe body(ColumnSegment(columns: pointers, capacity: capacity))
        let count = min(rowsOfFirst(result), capacity)
        for (index, kind) in kinds[slot...].enumerated() {
          arrays.append(others.copy(index, count: count, kind))
        }
        return
      }
      func fill<Value>(_ buffer: UnsafeMutableBufferPointer<Value>, _ count: inout Int) {
        guard let start = buffer.baseAddress else { return }
        unsafe LargePages.ask(
          for: UnsafeMutableRawPointer(start), count: capacity * MemoryLayout<Value>.stride)
        unsafe open(pointers + [UnsafeMutableRawPointer(start)])
        count = min(rowsOfFirst(result), capacity)
      }
      switch kinds[slot] {
      case .numbers:
        let array = unsafe [Double](unsafeUninitializedCapacity: capacity) { buffer, count in
          unsafe fill(buffer, &count)
        }
        arrays.append(.numbers(array))
      case .codes:
        let array = unsafe [Int32](unsafeUninitializedCapacity: capacity) { buffer, count in
          unsafe fill(buffer, &count)
        }
        arrays.append(.codes(array))
      }
    }
    unsafe open([])
    // The inner arrays were finished first.
    let direct = min(kinds.count, directColumns)
    arrays = arrays[(kinds.count - direct)...].reversed() + arrays[..<(kinds.count - direct)]
    for segment in result.segments.dropFirst() {
      let next = result.segments.first { $0.firstRow > segment.firstRow }
      let count = min(next?.firstRow ?? result.rows, result.rows) - segment.firstRow
      for slot in arrays.indices where count > 0 {
        segment.append(slot, count: count, to: &arrays[slot], total: result.rows)
      }
    }
    return arrays
  }

  private static func rowsOfFirst(
    _ result: (segments: [ColumnSegment], rows: Int)
  ) -> Int {
    result.segments.count > 1 ? min(result.segments[1].firstRow, result.rows) : result.rows
  }

  /// The first values of a column, as an array of their own.
  func copy(_ slot: Int, count: Int, _ kind: TypedColumn.Kind) -> ColumnValues {
    switch kind {
    case .numbers: unsafe .numbers(Array(values(slot, count: count, as: Double.self)))
    case .codes: unsafe .codes(Array(values(slot, count: count, as: Int32.self)))
    }
  }

  private func append(_ slot: Int, count: Int, to array: inout ColumnValues, total: Int) {
    switch array {
    case .numbers(var values):
      array = .numbers([])
      values.reserveCapacity(total)
      unsafe values.append(contentsOf: self.values(slot, count: count, as: Double.self))
      array = .numbers(values)
    case .codes(var values):
      array = .codes([])
      values.reserveCapacity(total)
      unsafe values.append(contentsOf: self.values(slot, count: count, as: Int32.self))
      array = .codes(values)
    }
  }
}
