/// A column of texts, each distinct one stored once.
public struct CodedColumn: Sendable {
  /// The distinct texts, in the order of their first row.
  public let values: [String]
  /// For each row the position of its text in `values`.
  public let codes: [Int32]

  /// The text of a row.
  public subscript(row: Int) -> String { values[Int(codes[row])] }
}

extension CSVTable {
  /// A column as codes and distinct texts; much cheaper than a text for every row where values repeat.
  public func coded(_ column: String) throws(DataError) -> CodedColumn {
    let index = try self.index(of: column)
    var table = CodeTable()
    var codes: [Int32] = []
    codes.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      codes.append(table.code(of: field(row: row, column: index), in: bytes))
    }
    return CodedColumn(values: table.values, codes: codes)
  }

  /// A column of numbers.
  ///
  /// Missing values are `nan`, and every text that is neither is a problem.
  func numbers(_ column: String, problems: inout ProblemList) throws(DataError) -> [Double] {
    let index = try self.index(of: column)
    var values: [Double] = []
    values.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      let field = field(row: row, column: index)
      let slice = bytes[field.start..<(field.start + Int(field.length))]
      if let value = NumberText.parse(slice) {
        values.append(value)
        continue
      }
      values.append(.nan)
      let text = CSVTable.text(of: field, in: bytes)
      if !CSVTable.missingTokens.contains(text) {
        problems.add(problem(row: row, column: column, "'\(excerpt(text))' is not a number"))
      }
    }
    return values
  }

  /// A column of numbers, missing values as `nan`.
  ///
  /// Throws all problems of the column at once.
  public func numbers(_ column: String) throws(DataError) -> [Double] {
    var problems = ProblemList()
    let values = try numbers(column, problems: &problems)
    try problems.check()
    return values
  }
}

/// Distinct byte strings and their codes: open addressing, the table at most half full.
private struct CodeTable {
  private(set) var values: [String] = []
  private var keys: [CSVTable.Field] = []
  private var hashes: [UInt64] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var last: Int32 = -1

  mutating func code(of field: CSVTable.Field, in bytes: [UInt8]) -> Int32 {
    // Sorted files repeat a value for many rows.
    if last >= 0, isEqual(field, keys[Int(last)], bytes) { return last }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for k in field.start..<(field.start + Int(field.length)) {
      hash = (hash ^ UInt64(bytes[k])) &* 0x0000_0100_0000_01B3
    }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] >= 0 {
      let code = slots[slot]
      if hashes[Int(code)] == hash, isEqual(field, keys[Int(code)], bytes) {
        last = code
        return code
      }
      slot = (slot + 1) & mask
    }
    let code = Int32(values.count)
    values.append(CSVTable.text(of: field, in: bytes))
    keys.append(field)
    hashes.append(hash)
    slots[slot] = code
    last = code
    if values.count * 2 > slots.count { grow() }
    return code
  }

  private func isEqual(
    _ left: CSVTable.Field, _ right: CSVTable.Field, _ bytes: [UInt8]
  ) -> Bool {
    guard left.length == right.length else { return false }
    for k in 0..<Int(left.length) where bytes[left.start + k] != bytes[right.start + k] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (code, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(code)
    }
  }
}
