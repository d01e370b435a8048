internal import Glibc

/// Whole files, read and written.
public enum Files {
  /// Linux's `O_TMPFILE`, a macro that Swift does not import.
  private static let unnamedFile = O_DIRECTORY | 0o20_000_000

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

  /// Writes a file whole or not at all.
  ///
  /// The bytes go to an unnamed temporary file of the same folder, are brought to disk, and take the name in one step; a
  /// failure or a kill at any point leaves the old file, or none.
  public static func write(_ bytes: [UInt8], to path: String) throws(DataError) {
    // A device or a pipe has no folder to be swapped in: it is written through.
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      if status.st_mode & S_IFMT == S_IFDIR {
        throw .cannotCreate(path: path, reason: "it is a folder")
      }
      let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: lastSystemError()) }
      defer { close(descriptor) }
      return try writeAll(bytes, to: descriptor, path: path)
    }
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) }
    let temporary = path + ".partial-\(getpid())"
    // An unnamed file gets its name through /proc; not every system has that, nor every file system unnamed files.
    var descriptor: Int32 = -1
    if exists("/proc/self/fd") {
      descriptor = unsafe open(folder ?? ".", unnamedFile | O_WRONLY | O_CLOEXEC, 0o666)
    }
    let isNamed = descriptor < 0
    if isNamed {
      descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: lastSystemError()) }
    var isKept = false
    defer {
      close(descriptor)
      if !isKept { unsafe unlink(temporary) }
    }
    try writeAll(bytes, to: descriptor, path: path)
    guard fsync(descriptor) == 0 else { throw .inputOutput(path: path, reason: lastSystemError()) }
    if !isNamed {
      // A new name is taken in one step; one that exists is swapped through a second name.
      let source = "/proc/self/fd/\(descriptor)"
      if unsafe linkat(AT_FDCWD, source, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 {
        isKept = true
        return
      }
      guard errno == EEXIST, unsafe unlink(temporary) == 0 || errno == ENOENT,
        unsafe linkat(AT_FDCWD, source, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0
      else { throw .cannotCreate(path: path, reason: lastSystemError()) }
    }
    guard unsafe rename(temporary, path) == 0 else {
      throw .cannotCreate(path: path, reason: lastSystemError())
    }
    isKept = true
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

  private static func writeAll(
    _ bytes: [UInt8], to descriptor: Int32, path: String
  ) throws(DataError) {
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw .inputOutput(path: path, reason: lastSystemError())
      }
      done += written
    }
  }

  static func lastSystemError() -> String { systemError(errno) }

  private static func systemError(_ number: Int32) -> String {
    unsafe strerror(number).map { unsafe String(cString: $0).lowercased() } ?? "error \(number)"
  }
}
