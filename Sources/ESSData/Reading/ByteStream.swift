internal import Glibc

/// The bytes of a file or of standard input, one after the other; a gzip file comes out decompressed.
///
/// Not for several threads at once: `TextPieces` takes turns.
final class ByteStream {
  private let path: String
  private let descriptor: Int32
  /// Read to see what the file is, and not yet handed out.
  private var pending: ArraySlice<UInt8> = []
  private var inflater: Inflater?
  /// The descriptor and the size, where the input is a plain file that can be read at any place.
  private(set) var plainFile: (descriptor: Int32, size: Int)?

  /// What messages call the input.
  static func displayName(_ path: String) -> String { path == "-" ? "standard input" : path }

  /// Opens a file, or standard input for `-`.
  init(path: String) throws(DataError) {
    self.path = path
    descriptor = path == "-" ? 0 : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .noInput(path: path, reason: Files.lastSystemError()) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .noInput(path: path, reason: Files.lastSystemError())
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw .noInput(path: path, reason: "it is a folder, not a file")
    }
    pending = unsafe try [UInt8](reading: 2) { buffer throws(DataError) in
      try unsafe readAll(into: buffer)
    }[...]
    if Inflater.isGzip(pending) {
      inflater = Inflater(file: Self.displayName(path))
    } else if status.st_mode & S_IFMT == S_IFREG, lseek(descriptor, 0, SEEK_CUR) == 2 {
      plainFile = (descriptor, Int(status.st_size))
    }
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// Fills a buffer; fewer bytes come only at the end.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(DataError) -> Int {
    guard let inflater else { return try unsafe fillRaw(buffer) }
    return try unsafe inflater.fill(buffer) { input throws(DataError) in
      try unsafe fillRaw(input)
    }
  }

  private func fillRaw(_ buffer: UnsafeMutableRawBufferPointer) throws(DataError) -> Int {
    let count = min(pending.count, buffer.count)
    unsafe buffer.copyBytes(from: pending.prefix(count))
    pending = pending.dropFirst(count)
    return try unsafe count
      + readAll(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
  }

  private func readAll(into buffer: UnsafeMutableRawBufferPointer) throws(DataError) -> Int {
    var done = 0
    while done < buffer.count {
      let got = unsafe read(
        descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      if got < 0 {
        if errno == EINTR { continue }
        throw .inputOutput(path: path, reason: Files.lastSystemError())
      }
      if got == 0 { break }
      done += got
    }
    return done
  }
}

extension Array where Element == UInt8 {
  /// An array of at most `capacity` bytes, as many as `fill` says it wrote.
  init(
    reading capacity: Int,
    _ fill: (UnsafeMutableRawBufferPointer) throws(DataError) -> Int
  ) throws(DataError) {
    var result: Result<Int, DataError> = .success(0)
    self = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      do throws(DataError) {
        count = try unsafe fill(
          UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: capacity))
      } catch {
        result = .failure(error)
      }
    }
    _ = try result.get()
  }
}
