internal import CZlib

/// Decompresses gzip data piece by piece; several members one after the other are one text.
///
/// Memory: the window of the format (32 KiB) and one piece of input, whatever the size of the text.
@safe final class Inflater {
  /// The two bytes that begin every gzip file; no UTF-8 text begins with them.
  static func isGzip(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  // The library keeps the address of this block, so that it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableBufferPointer<UInt8>
  /// Whether the input stands between two members, where it may end.
  private var isBetweenMembers = true
  private let file: String

  init(file: String) {
    self.file = file
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe input = .allocate(capacity: 1 << 16)
    // 15 is the largest window, 16 asks for gzip's header and checksum.
    let status = unsafe inflateInit2_(
      stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib has no memory, or is another version")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
    unsafe input.deallocate()
  }

  /// Fills a buffer with text; fewer bytes come only at the end.
  ///
  /// - Parameters:
  ///   - buffer: Where the text goes.
  ///   - read: Fills a buffer with compressed bytes; 0 at the end.
  /// - Returns: The number of bytes.
  /// - Throws: `DataError.invalid` for data that are cut or damaged, and what `read` throws.
  func fill(
    _ buffer: UnsafeMutableRawBufferPointer,
    reading read: (UnsafeMutableRawBufferPointer) throws(DataError) -> Int
  ) throws(DataError) -> Int {
    unsafe stream.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
    unsafe stream.pointee.avail_out = UInt32(buffer.count)
    while unsafe stream.pointee.avail_out > 0 {
      if unsafe stream.pointee.avail_in == 0 {
        let count = unsafe try read(UnsafeMutableRawBufferPointer(input))
        if count == 0 {
          guard isBetweenMembers else {
            throw .invalid(file, "the compressed file ends too early (cut?)")
          }
          break
        }
        unsafe stream.pointee.next_in = input.baseAddress
        unsafe stream.pointee.avail_in = UInt32(count)
      }
      isBetweenMembers = false
      switch unsafe inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END:
        isBetweenMembers = true
        unsafe inflateReset(stream)
      default:
        throw .invalid(file, "the compressed file is damaged")
      }
    }
    return unsafe buffer.count - Int(stream.pointee.avail_out)
  }
}
