internal import Glibc
internal import Synchronization

/// A text in pieces of one size, numbered from 0, handed to several threads.
///
/// Threads read a plain file each at its own place; a stream, a compressed file and bytes in memory come one piece after the other.
/// Nothing is mapped: a file cut by someone else while it is read gives a short piece, not a signal, and memory stays at one
/// piece a thread.
final class TextPieces: @unchecked Sendable {
  /// A piece that was read.
  struct Piece {
    /// Its number.
    let index: Int
    /// Its size; smaller than asked for only at the end of the text.
    let count: Int
  }

  /// What a thread reads at a time of a text of any size.
  private static let usualSize = 1 << 18
  /// A text of at most this size is read by one thread: there is less to win by more than they cost.
  private static let sizeForOne = 1 << 20

  private enum Origin {
    case file(descriptor: Int32)
    case stream
    case memory([UInt8])
  }

  /// What messages call the text.
  let file: String
  /// The size of a piece: a text known to be shorter is one piece, which ends before its size.
  let pieceSize: Int
  /// The size of the text, where it is known beforehand.
  let size: Int?

  private let path: String
  private let origin: Origin
  // Read from only with the lock held, or through the descriptor at a place.
  private let stream: ByteStream?
  private let next = Mutex(0)

  /// Opens a file, or standard input for `-`.
  init(path: String, pieceSize: Int?) throws(DataError) {
    let stream = try ByteStream(path: path)
    self.path = path
    self.stream = stream
    file = ByteStream.displayName(path)
    if let plain = stream.plainFile {
      origin = .file(descriptor: plain.descriptor)
      size = plain.size
      // Files that say they are empty may hold something all the same, as those of the kernel do.
      self.pieceSize =
        plain.size > 0
        ? Self.pieceSize(pieceSize, for: plain.size) : pieceSize ?? Self.usualSize
    } else {
      origin = .stream
      size = nil
      self.pieceSize = pieceSize ?? Self.usualSize
    }
  }

  /// Hands out bytes in memory.
  init(bytes: [UInt8], file: String, pieceSize: Int?) {
    path = file
    stream = nil
    origin = .memory(bytes)
    self.file = file
    self.pieceSize = Self.pieceSize(pieceSize, for: bytes.count)
    size = bytes.count
  }

  private static func pieceSize(_ asked: Int?, for size: Int) -> Int {
    min(asked ?? (size <= sizeForOne ? size + 1 : usualSize), size + 1)
  }

  /// Reads the next piece into a buffer with room for one.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DataError) -> Piece {
    switch origin {
    case .file(let descriptor):
      let index = claim()
      return Piece(index: index, count: try unsafe readPiece(index, descriptor, buffer))
    case .memory(let bytes):
      let index = claim()
      let start = min(index * pieceSize, bytes.count)
      let end = min(start + pieceSize, bytes.count)
      unsafe buffer.copyBytes(from: bytes[start..<end])
      return Piece(index: index, count: end - start)
    case .stream:
      let result = next.withLock { index -> Result<Piece, DataError> in
        defer { index += 1 }
        do throws(DataError) {
          return .success(Piece(index: index, count: try unsafe stream?.fill(buffer) ?? 0))
        } catch {
          return .failure(error)
        }
      }
      return try result.get()
    }
  }

  private func claim() -> Int {
    next.withLock { index in
      defer { index += 1 }
      return index
    }
  }

  private func readPiece(
    _ index: Int, _ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer
  ) throws(DataError) -> Int {
    var done = 0
    while done < pieceSize {
      let got = unsafe pread(
        descriptor, buffer.baseAddress?.advanced(by: done), pieceSize - done,
        index * pieceSize + done)
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
