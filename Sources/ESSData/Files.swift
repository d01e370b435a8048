internal import Glibc

/// Whole files, read and written.
public enum Files {
  /// The bytes of a file as they are, or of standard input for `-`.
  public static func read(_ path: String) throws(DataError) -> [UInt8] {
    try ByteStream(path: path, isRaw: true).readAll { _, _ in false }
  }

  /// The first bytes of the text of a file; a gzip file is decompressed.
  public static func beginning(of path: String, count: Int) throws(DataError) -> [UInt8] {
    let stream = try ByteStream(path: path)
    return unsafe try [UInt8](reading: count) { buffer throws(DataError) in
      try unsafe stream.fill(buffer)
    }
  }

  /// The text of a file, or of standard input for `-`; a gzip file is decompressed.
  ///
  /// It reads no further than the first piece with a zero byte: a text has none, and a file of zeros can be larger than memory. A
  /// small compressed file can be one too, so that its text has a limit.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: The most bytes that a compressed file may become.
  /// - Returns: The bytes.
  /// - Throws: `DataError.noInput`, `DataError.inputOutput`, `DataError.invalid` for a compressed file that is cut,
  ///   damaged or too large.
  public static func readText(_ path: String, limit: Int = 1 << 32) throws(DataError) -> [UInt8] {
    let stream = try ByteStream(path: path)
    var isTooLarge = false
    let bytes = try stream.readAll { piece, count in
      isTooLarge = stream.isCompressed && count > limit
      return isTooLarge || piece.contains(0)
    }
    guard !isTooLarge else {
      throw .invalid(
        ByteStream.displayName(path),
        "the compressed file holds more than \(limit) bytes of text, too many for this command")
    }
    return bytes
  }

  /// Makes a folder, and those above it, where they do not exist.
  public static func makeFolder(_ path: String) throws(DataError) {
    var prefix = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      prefix += prefix.isEmpty && !part.isEmpty ? String(part) : "/" + part
      if part.isEmpty { continue }
      if unsafe mkdir(prefix, 0o777) != 0, errno != EEXIST {
        throw .cannotCreate(path: path, reason: lastSystemError())
      }
    }
    guard isFolder(path) else { throw .cannotCreate(path: path, reason: "it is not a folder") }
  }

  /// Whether the path names a folder.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether the path names a plain file, which can be read as often as needed; a pipe cannot.
  public static func isPlainFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether the path names anything.
  public static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  static func lastSystemError() -> String { systemError(errno) }

  static func systemError(_ number: Int32) -> String {
    unsafe strerror(number).map { unsafe String(cString: $0).lowercased() } ?? "error \(number)"
  }
}
