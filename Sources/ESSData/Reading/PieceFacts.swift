/// What one pass over a piece of text tells about it.
struct PieceFacts {
  /// Number of line ends.
  var newlines = 0
  /// Whether there is any quote.
  var hasQuote = false
  /// Whether every byte is ASCII and none is zero.
  var isPlain = true

  /// Looks at the bytes of a piece.
  init(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    let newline = SIMD32<UInt8>(repeating: UInt8(ascii: "\n"))
    let quote = SIMD32<UInt8>(repeating: UInt8(ascii: "\""))
    let zero = SIMD32<UInt8>(repeating: 0)
    // Each word's top bits, for bytes above 0x7F.
    var high: UInt64 = 0
    var others = 0
    var at = 0
    let whole = bytes.count & ~31
    while at < whole {
      // A lane counts to 255 at most before the lanes are added up.
      let end = min(whole, at + 255 * 32)
      var newlines = zero
      var quotes = zero
      var zeros = zero
      while at < end {
        let place = unsafe start + at
        let vector = unsafe place.loadUnaligned(as: SIMD32<UInt8>.self)
        // Comparing gives -1 for true; other forms of the same are many times slower in Swift 6.3.
        newlines &-= unsafe unsafeBitCast(vector .== newline, to: SIMD32<UInt8>.self)
        quotes &-= unsafe unsafeBitCast(vector .== quote, to: SIMD32<UInt8>.self)
        zeros &-= unsafe unsafeBitCast(vector .== zero, to: SIMD32<UInt8>.self)
        high |= unsafe ByteWords.load(place) | ByteWords.load(place + 8)
        high |= unsafe ByteWords.load(place + 16) | ByteWords.load(place + 24)
        at += 32
      }
      self.newlines += Self.sum(newlines)
      others += Self.sum(zeros)
      hasQuote = hasQuote || Self.sum(quotes) > 0
    }
    isPlain = others == 0 && high & 0x8080_8080_8080_8080 == 0
    while at < bytes.count {
      let byte = unsafe bytes[at]
      if byte == UInt8(ascii: "\n") { newlines += 1 }
      if byte == UInt8(ascii: "\"") { hasQuote = true }
      if byte == 0 || byte > 0x7F { isPlain = false }
      at += 1
    }
  }

  private static func sum(_ counts: SIMD32<UInt8>) -> Int {
    let words = unsafe unsafeBitCast(counts, to: SIMD4<UInt64>.self)
    var total = 0
    for lane in 0..<4 {
      // Bytes to pairs, and the four pairs added up in the top one.
      let pairs =
        (words[lane] & 0x00FF_00FF_00FF_00FF) &+ ((words[lane] &>> 8) & 0x00FF_00FF_00FF_00FF)
      total += Int((pairs &* 0x0001_0001_0001_0001) &>> 48)
    }
    return total
  }
}
