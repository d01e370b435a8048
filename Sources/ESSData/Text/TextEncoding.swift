/// Checks on the raw bytes of a text file.
enum TextEncoding {
  /// Where the text proper begins; a byte order mark of UTF-8 is skipped, one of UTF-16 refused.
  static func start(of bytes: [UInt8], file: String) throws(DataError) -> Int {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return 3 }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .invalid(file, line: 1, "the file is in UTF-16; save it as UTF-8")
    }
    return 0
  }

  /// Refuses bytes that are not UTF-8 text.
  static func check(_ bytes: [UInt8], file: String) throws(DataError) {
    guard let (offset, reason) = firstFault(in: bytes) else { return }
    let line = 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    throw .invalid(file, line: line, reason)
  }

  private static func firstFault(in bytes: [UInt8]) -> (offset: Int, reason: String)? {
    var at = 0
    let end = bytes.count
    while at < end {
      let lead = bytes[at]
      if lead < 0x80 {
        if lead == 0 { return (at, "a zero byte; the file is not text, or is in UTF-16") }
        at += 1
        continue
      }
      let length: Int
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF: length = 3
      case 0xF0...0xF4: length = 4
      default: length = 0
      }
      let isWhole =
        length > 0 && at + length <= end
        && bytes[(at + 1)..<(at + length)].allSatisfy { $0 & 0xC0 == 0x80 }
        && !isOverlongOrSurrogate(lead, bytes[at + 1])
      guard isWhole else {
        let hexadecimal = String(lead, radix: 16, uppercase: true)
        return (at, "byte 0x\(hexadecimal) is not UTF-8 (Latin-1?); save the file as UTF-8")
      }
      at += length
    }
    return nil
  }

  private static func isOverlongOrSurrogate(_ lead: UInt8, _ second: UInt8) -> Bool {
    switch lead {
    case 0xE0: second < 0xA0
    case 0xED: second > 0x9F
    case 0xF0: second < 0x90
    case 0xF4: second > 0x8F
    default: false
    }
  }
}
