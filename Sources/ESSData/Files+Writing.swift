internal import Glibc

extension Files {
  /// Linux's `O_TMPFILE`, a macro that Swift does not import.
  private static let unnamedFile = O_DIRECTORY | 0o20_000_000

  /// A system call on the way of a file to its name.
  enum WritingCall {
    case openUnnamed
    case openNamed
    case write
    case sync
    case link
    case rename
  }

  /// Writes a file whole or not at all.
  ///
  /// The bytes go to an unnamed temporary file of the same folder, are brought to disk, and take the name in one step; a
  /// failure or a kill at any point leaves the old file, or none.
  public static func write(_ bytes: [UInt8], to path: String) throws(DataError) {
    try write(bytes, to: path, inPiecesOf: bytes.count) { _ in 0 }
  }

  /// Writes a file whole or not at all, asking before each call of the system whether it shall fail.
  ///
  /// - Parameters:
  ///   - bytes: What to write.
  ///   - path: The file.
  ///   - limit: The most bytes that one call writes.
  ///   - fault: The error number that a call fails with instead of being made; 0 to make it.
  /// - Throws: `DataError.cannotCreate`, `DataError.inputOutput`.
  static func write(
    _ bytes: [UInt8], to path: String, inPiecesOf limit: Int, fault: (WritingCall) -> Int32
  ) throws(DataError) {
    func attempt(_ call: WritingCall, _ body: () -> Int32) -> Int32 {
      let number = fault(call)
      guard number != 0 else { return body() }
      errno = number
      return -1
    }
    func writeAll(to descriptor: Int32) throws(DataError) {
      var done = 0
      while done < bytes.count {
        let piece = bytes[done...].prefix(limit)
        let written = attempt(.write) {
          unsafe piece.withUnsafeBytes { buffer in
            // The kernel writes no more than 2 GiB at once.
            unsafe Int32(Glibc.write(descriptor, buffer.baseAddress, min(buffer.count, 1 << 30)))
          }
        }
        if written >= 0 {
          done += Int(written)
        } else if errno != EINTR {
          throw .inputOutput(path: path, reason: lastSystemError())
        }
      }
    }
    // A device or a pipe has no folder to be swapped in: it is written through.
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      if status.st_mode & S_IFMT == S_IFDIR {
        throw .cannotCreate(path: path, reason: "it is a folder")
      }
      let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: lastSystemError()) }
      defer { close(descriptor) }
      return try writeAll(to: descriptor)
    }
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) }
    let temporary = path + ".partial-\(getpid())"
    // An unnamed file gets its name through /proc; not every system has that, nor every file system unnamed files.
    var descriptor: Int32 = -1
    if exists("/proc/self/fd") {
      descriptor = attempt(.openUnnamed) {
        unsafe open(folder ?? ".", unnamedFile | O_WRONLY | O_CLOEXEC, 0o666)
      }
    }
    let isNamed = descriptor < 0
    if isNamed {
      descriptor = attempt(.openNamed) {
        unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      }
    }
    guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: lastSystemError()) }
    var isKept = false
    defer {
      close(descriptor)
      if !isKept { unsafe unlink(temporary) }
    }
    try writeAll(to: descriptor)
    guard attempt(.sync, { fsync(descriptor) }) == 0 else {
      throw .inputOutput(path: path, reason: lastSystemError())
    }
    if !isNamed {
      // A new name is taken in one step; one that exists is swapped through a second name.
      let source = "/proc/self/fd/\(descriptor)"
      func link(to name: String) -> Bool {
        attempt(.link) {
          unsafe linkat(AT_FDCWD, source, AT_FDCWD, name, AT_SYMLINK_FOLLOW)
        } == 0
      }
      if link(to: path) {
        isKept = true
        return
      }
      guard errno == EEXIST, unsafe unlink(temporary) == 0 || errno == ENOENT,
        link(to: temporary)
      else { throw .cannotCreate(path: path, reason: lastSystemError()) }
    }
    guard attempt(.rename, { unsafe rename(temporary, path) }) == 0 else {
      throw .cannotCreate(path: path, reason: lastSystemError())
    }
    isKept = true
  }
}
