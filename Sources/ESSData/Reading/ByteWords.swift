/// Eight bytes of text at a time, as one word (SIMD within a register).
///
/// Every load reads eight bytes from its place on: the buffers of the reader have that much room behind the text.
enum ByteWords {
  /// What a buffer needs behind its text.
  static let padding = 64

  @inline(__always)
  static func load(_ place: UnsafeRawPointer) -> UInt64 {
    unsafe place.loadUnaligned(as: UInt64.self)
  }

  /// The high bit of each byte that is zero; exact up to the first one.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// Where the next line begins, unless a quote comes before it; there must be one of the two.
  @inline(__always)
  static func lineWithoutQuote(_ place: UnsafeRawPointer) -> UnsafeRawPointer? {
    var place = unsafe place
    while true {
      let word = unsafe load(place)
      let quotes = zeros(word ^ 0x2222_2222_2222_2222)
      let ends = zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A)
      if quotes | ends != 0 {
        guard ends.trailingZeroBitCount < quotes.trailingZeroBitCount else { return nil }
        return unsafe place + (ends.trailingZeroBitCount &>> 3 &+ 1)
      }
      unsafe place += 8
    }
  }
}
