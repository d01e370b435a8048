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
}
