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

  /// Whether there is a quote before the first line end; there must be one of the two.
  @inline(__always)
  static func hasQuote(_ place: UnsafeRawPointer) -> Bool {
    var place = unsafe place
    while true {
      let word = unsafe load(place)
      let quotes = zeros(word ^ 0x2222_2222_2222_2222)
      let ends = zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A)
      if quotes | ends != 0 { return quotes.trailingZeroBitCount < ends.trailingZeroBitCount }
      unsafe place += 8
    }
  }

  /// How many decimal digits a word begins with, 0 to 8; `word` is text exclusive-or '0' in each byte.
  @inline(__always)
  static func digitCount(_ word: UInt64) -> Int {
    // A digit stays below 0x80 after 0x76 is added; a carry can reach only bytes behind the first that is none.
    let others = ((word &+ 0x7676_7676_7676_7676) | word) & 0x8080_8080_8080_8080
    return others.trailingZeroBitCount &>> 3
  }

  /// The number that the first `count` digits of a word make; `word` is text exclusive-or '0' in each byte.
  @inline(__always)
  static func digits(_ word: UInt64, _ count: Int) -> UInt64 {
    guard count > 0 else { return 0 }
    // Leading zeros in front; then pairs, fours and eights of digits are joined by three products (Lemire 2018).
    var digits = word &<< UInt64((8 &- count) &* 8)
    digits = (digits &* 10) &+ (digits &>> 8)
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    return
      (((digits & mask) &* 0x000F_4240_0000_0064)
      &+ (((digits &>> 16) & mask) &* 0x0000_2710_0000_0001)) &>> 32
  }
}
