internal import Glibc

/// Whole files, read and written.
public enum Files {
  /// The bytes of a file, or of standard input for `-`.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isText: Whether to read no further than the first piece with a zero byte: a text has none, and a file of zeros
  ///     can be larger than memory.
  /// - Returns: The bytes.
  /// - Throws: `DataError.noInput`, `DataError.inputOutput`.
  public static func read(_ path: String, isText: Bool = false) throws(DataError) -> [UInt8] {
    let descriptor = path == "-" ? 0 : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .noInput(path: path, reason: lastSystemError()) }
    defer { if descriptor > 0 { close(descriptor) } }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .noInput(path: path, reason: lastSystemError())
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw .noInput(path: path, reason: "it is a folder, not a file")
    }
    var bytes: [UInt8] = []
    // A guess: a sparse file says that it is larger than it is.
    bytes.reserveCapacity(min(max(Int(status.st_size), 0), 1 << 30) + 1)
    let chunk = 1 << 18
    while true {
      var failure: Int32 = 0
      let before = bytes.count
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        let got = unsafe Glibc.read(descriptor, buffer.baseAddress, chunk)
        if got < 0 { failure = errno }
        count = max(got, 0)
      }
      bytes += piece
      if failure == EINTR { continue }
      if failure != 0 { throw .inputOutput(path: path, reason: systemError(failure)) }
      if bytes.count == before || (isText && piece.contains(0)) { return bytes }
    }
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

  /// Whether the path names anything.
  public static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  static func lastSystemError() -> String { systemError(errno) }

  static func systemError(_ number: Int32) -> String {
    unsafe strerror(number).map { unsafe String(cString: $0).lowercased() } ?? "error \(number)"
  }
}
