/// Numbers of the combinations of several codes that occur, in the order of first use.
///
/// The combination met last with a code of the last column is tried first: mostly a PSU is of one stratum, domain and period. Else a
/// table is searched, by open addressing, at most half full. Memory: 32 to 64 bytes a combination, and 4 for each of its codes.
public struct CombinationTable: Sendable {
  private struct Slot: Sendable {
    var hash: UInt64
    /// -1 for a free slot.
    var number: Int32
  }

  /// Number of combinations.
  public private(set) var count = 0
  /// For each column the codes of the combinations.
  public private(set) var columns: [[Int32]]
  private var slots = [Slot](repeating: Slot(hash: 0, number: -1), count: 64)
  /// For each code of the last column the combination that it was met in last, or -1.
  private var latest: [Int32] = []

  /// An empty table of combinations of `width` codes.
  public init(width: Int) { columns = Array(repeating: [], count: width) }

  /// For each row the number of its combination; `given` holds the codes column by column.
  public mutating func numbers(of given: [[Int32]], count rows: Int) -> [Int32] {
    precondition(
      given.count == columns.count && given.allSatisfy { $0.count == rows }, "one of each")
    guard let last = given.last else {
      if rows > 0 { count = 1 }
      return Array(repeating: 0, count: rows)
    }
    var numbers = likely(last, rows)
    // The last column is equal already.
    for place in columns.indices.dropLast() {
      Self.keepEqual(&numbers, columns[place], given[place])
    }
    for row in 0..<rows where numbers[row] < 0 {
      let number = number(of: given, row)
      numbers[row] = number
      let code = Int(last[row])
      guard code >= 0 else { continue }
      if code >= latest.count {
        latest += repeatElement(-1, count: max(code + 1 - latest.count, latest.count))
      }
      latest[code] = number
    }
    return numbers
  }

  private func likely(_ codes: [Int32], _ rows: Int) -> [Int32] {
    var numbers = [Int32](repeating: -1, count: rows)
    let latest = latest.span
    for row in 0..<rows {
      let code = Int(codes[row])
      if code >= 0, code < latest.count { numbers[row] = latest[code] }
    }
    return numbers
  }

  /// Takes back the numbers of combinations that have another code.
  private static func keepEqual(_ numbers: inout [Int32], _ column: [Int32], _ codes: [Int32]) {
    let (column, codes) = (column.span, codes.span)
    for row in numbers.indices {
      let number = Int(numbers[row])
      if number >= 0, column[number] != codes[row] { numbers[row] = -1 }
    }
  }

  private static func mixed(_ hash: UInt64) -> Int {
    let mixed = (hash ^ (hash &>> 32)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed &>> 32)
  }

  private mutating func number(of given: [[Int32]], _ row: Int) -> Int32 {
    var hash: UInt64 = 1
    var factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    for codes in given {
      hash &+= (UInt64(UInt32(bitPattern: codes[row])) &+ 1) &* factor
      factor = factor &* 0xD129_0E4F_6A3B_95D5
    }
    let mask = slots.count - 1
    var place = Self.mixed(hash) & mask
    while slots[place].number >= 0 {
      let slot = slots[place]
      let found = Int(slot.number)
      if slot.hash == hash, columns.indices.allSatisfy({ columns[$0][found] == given[$0][row] }) {
        return slot.number
      }
      place = (place + 1) & mask
    }
    let number = Int32(count)
    slots[place] = Slot(hash: hash, number: number)
    for column in columns.indices { columns[column].append(given[column][row]) }
    count += 1
    if 2 * count > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(hash: 0, number: -1), count: 2 * old.count)
    let mask = slots.count - 1
    for slot in old where slot.number >= 0 {
      var place = Self.mixed(slot.hash) & mask
      while slots[place].number >= 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}
