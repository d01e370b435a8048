/// Checks on the raw bytes of a text file.
enum TextEncoding {
  /// A fault, and where it is.
  struct Fault {
    let offset: Int
    let reason: String
  }

  /// Where the text proper begins: behind a byte order mark of UTF-8; one of UTF-16 is refused.
  static func start(of bytes: Span<UInt8>, file: String) throws(DataError) -> Int {
    guard bytes.count >= 2 else { return 0 }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE), (0xFE, 0xFF):
      throw .invalid(file, line: 1, "the file is in UTF-16; save it as UTF-8")
    case (0xEF, 0xBB): return bytes.count >= 3 && bytes[2] == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// Refuses bytes that are not UTF-8 text.
  static func check(_ bytes: [UInt8], file: String) throws(DataError) {
    guard let fault = firstFault(in: bytes.span) else { return }
    let line = 1 + bytes[..<fault.offset].count { $0 == UInt8(ascii: "\n") }
    throw .invalid(file, line: line, fault.reason)
  }

  /// The first byte that is not UTF-8 text.
  static func firstFault(in bytes: Span<UInt8>) -> Fault? {
    var at = 0
    let end = bytes.count
    while at < end {
      let lead = bytes[at]
      if lead < 0x80 {
        if lead == 0 {
          return Fault(offset: at, reason: "a zero byte; the file is not text, or is in UTF-16")
        }
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
      var isWhole =
        length > 0 && at + length <= end && !isOverlongOrSurrogate(lead, bytes[at + 1])
      for next in at + 1..<at + max(length, 1) where isWhole {
        isWhole = bytes[next] & 0xC0 == 0x80
      }
      guard isWhole else {
        let hexadecimal = String(lead, radix: 16, uppercase: true)
        return Fault(
          offset: at,
          reason: "byte 0x\(hexadecimal) is not UTF-8 (Latin-1?); save the file as UTF-8")
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
