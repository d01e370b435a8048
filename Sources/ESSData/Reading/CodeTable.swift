internal import CKernels
internal import Glibc

/// Distinct byte strings and their codes, numbered in the order in which they were met: open addressing, at most a quarter full.
///
/// Texts must lie in a buffer with `ByteWords.padding` behind it. Memory: the distinct texts, and 96 to 160 bytes for each.
@safe struct CodeTable: ~Copyable {
  private struct Entry {
    var offset: Int
    var firstRow: Int
    var key: UInt64
    var length: Int32
  }

  private var slots: UnsafeMutableBufferPointer<ess_code_slot>
  private var shift: UInt32
  private var entries: [Entry] = []
  private var texts: [UInt8] = []
  /// Number of distinct texts.
  var count: Int { entries.count }

  /// An empty table.
  init() {
    unsafe slots = Self.freeSlots(64)
    shift = 64 - 6
  }

  /// A table with the texts of another one, under the same codes.
  init(copying other: borrowing CodeTable) {
    unsafe slots = .allocate(capacity: other.slots.count)
    _ = unsafe slots.initialize(from: other.slots)
    shift = other.shift
    entries = other.entries
    texts = other.texts
  }

  deinit { unsafe slots.deallocate() }

  private static func freeSlots(_ count: Int) -> UnsafeMutableBufferPointer<ess_code_slot> {
    let slots = UnsafeMutableBufferPointer<ess_code_slot>.allocate(capacity: count)
    unsafe slots.initialize(repeating: ess_code_slot(key: 0, length: 0, code: -1))
    return unsafe slots
  }

  /// The code of a text; a new one if it was not met before.
  ///
  /// - Parameters:
  ///   - text: Where it is.
  ///   - length: Its length.
  ///   - row: The row that it stands in, remembered for a new one.
  /// - Returns: The code.
  @inline(__always)
  mutating func code(of text: UnsafeRawPointer, length: Int, row: Int) -> Int32 {
    if length > 8 { return unsafe codeOfLong(text, length: length, row: row) }
    let key = unsafe Self.prefix(ByteWords.load(text), length)
    return unsafe code(key: key, of: text, length: length, row: row)
  }

  /// The codes of a column of fields, in the order of their rows.
  ///
  /// - Parameters:
  ///   - rows: The number of fields.
  ///   - text: What the places are counted from.
  ///   - ends: The separator that ends the first field; that of the next one is `width` further, and each begins behind the one before.
  ///   - width: Separators of a row.
  ///   - form: What is left off at the ends of a field.
  ///   - row: The row of the first field.
  ///   - codes: Room for the codes.
  mutating func code(
    _ rows: Int, of text: UnsafeRawPointer, ending ends: UnsafePointer<UInt32>, width: Int,
    form: Int32, row: Int, into codes: UnsafeMutablePointer<Int32>
  ) {
    let bytes = unsafe text.assumingMemoryBound(to: UInt8.self)
    var done = 0
    while done < rows {
      unsafe done &+= ess_codes(
        bytes, ends + done &* width, width, form, rows &- done, slots.baseAddress, shift,
        codes + done)
      // New texts and long ones, up to the next short one: those often come in a row.
      var length = Int.max
      while done < rows, length > 8 {
        let start = unsafe ess_field(bytes, ends + done &* width, form, &length)
        if let start = unsafe start {
          unsafe codes[done] = code(of: start, length: length, row: row + done)
        }
        done += 1
      }
    }
  }

  /// The first bytes of a word, the others zero; a text has no zero byte.
  @inline(__always)
  private static func prefix(_ word: UInt64, _ length: Int) -> UInt64 {
    length == 8 ? word : word & ((1 &<< UInt64(length &* 8)) &- 1)
  }

  @inline(never)
  private mutating func codeOfLong(_ text: UnsafeRawPointer, length: Int, row: Int) -> Int32 {
    var hash = UInt64(length)
    var at = 0
    while at < length {
      let word = unsafe Self.prefix(ByteWords.load(text + at), min(length - at, 8))
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 29
      at += 8
    }
    return unsafe code(key: hash, of: text, length: length, row: row)
  }

  @inline(__always)
  private mutating func code(
    key: UInt64, of text: UnsafeRawPointer, length: Int, row: Int
  ) -> Int32 {
    let mask = unsafe slots.count &- 1
    var place = ess_code_place(key, shift)
    while true {
      let slot = unsafe slots[place]
      if slot.key == key, slot.length == Int32(truncatingIfNeeded: length), slot.code >= 0 {
        if length <= 8 { return slot.code }
        if unsafe isEqual(entries[Int(slot.code)], text) { return slot.code }
      }
      if slot.code < 0 {
        return unsafe insert(at: place, key: key, text, length: length, row: row)
      }
      place = (place &+ 1) & mask
    }
  }

  private func isEqual(_ entry: Entry, _ text: UnsafeRawPointer) -> Bool {
    unsafe texts.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      return unsafe memcmp(start + entry.offset, text, Int(entry.length)) == 0
    }
  }

  @inline(never)
  private mutating func insert(
    at place: Int, key: UInt64, _ text: UnsafeRawPointer, length: Int, row: Int
  ) -> Int32 {
    let code = Int32(entries.count)
    unsafe slots[place] = ess_code_slot(key: key, length: Int32(length), code: code)
    entries.append(
      Entry(offset: texts.count, firstRow: row, key: key, length: Int32(length)))
    unsafe texts.append(contentsOf: UnsafeRawBufferPointer(start: text, count: length))
    if unsafe entries.count * 4 > slots.count { grow() }
    return code
  }

  private mutating func grow() {
    unsafe slots.deallocate()
    unsafe slots = Self.freeSlots(slots.count * 2)
    shift -= 1
    let mask = unsafe slots.count - 1
    for (code, entry) in entries.enumerated() {
      var place = ess_code_place(entry.key, shift)
      while unsafe slots[place].code >= 0 { place = (place + 1) & mask }
      unsafe slots[place] = ess_code_slot(key: entry.key, length: entry.length, code: Int32(code))
    }
  }

  /// The row in which a text was met first.
  func firstRow(of code: Int) -> Int { entries[code].firstRow }

  /// The bytes of a text.
  func bytes(of code: Int) -> ArraySlice<UInt8> {
    let entry = entries[code]
    return texts[entry.offset..<(entry.offset + Int(entry.length))]
  }

  /// All texts from a code on.
  func strings(from first: Int = 0) -> [String] {
    (first..<count).map { String(decoding: bytes(of: $0), as: UTF8.self) }
  }
}

extension CodeTable {
  /// Gives one numbering to the texts of several tables that were begun with the same texts; the first table gets all texts.
  ///
  /// Codes follow the first row of each text, whichever table met it, so that they do not depend on who read what.
  ///
  /// - Parameters:
  ///   - tables: The tables.
  ///   - shared: How many texts all tables had at the beginning.
  /// - Returns: For each table the new code of each of its texts.
  static func merge(_ tables: [UnsafeMutablePointer<CodeTable>], shared: Int) -> [[Int32]] {
    struct Met {
      var row: Int
      var table: Int
      var code: Int
    }
    var met: [Met] = []
    var codes: [[Int32]] = []
    for table in unsafe tables.indices {
      let count = unsafe tables[table].pointee.count
      codes.append((0..<count).map { Int32($0) })
      for code in shared..<count {
        met.append(
          Met(row: unsafe tables[table].pointee.firstRow(of: code), table: table, code: code))
      }
    }
    guard !met.isEmpty, let first = unsafe tables.first else { return codes }
    met.sort { ($0.row, $0.table) < ($1.row, $1.table) }
    var merged = CodeTable()
    for code in 0..<shared {
      _ = unsafe merged.code(
        of: Array(first.pointee.bytes(of: code)), row: first.pointee.firstRow(of: code))
    }
    for one in met {
      let text = unsafe Array(tables[one.table].pointee.bytes(of: one.code))
      codes[one.table][one.code] = merged.code(of: text, row: one.row)
    }
    // Spelt out so that the old table surely ends here: the fuzzer saw tables leak that were assigned over.
    unsafe first.deinitialize(count: 1)
    unsafe first.initialize(to: merged)
    return codes
  }

  /// The code of a text that has no room behind it.
  mutating func code(of text: [UInt8], row: Int) -> Int32 {
    let padded = text + [UInt8](repeating: 0, count: ByteWords.padding)
    return unsafe padded.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      return unsafe code(of: start, length: text.count, row: row)
    }
  }
}
