internal import Glibc

/// Standard output, written to the last byte or not counted as written.
public enum StandardOutput {
  /// Writes bytes; throws if any of them cannot be written.
  public static func write(_ bytes: [UInt8]) throws(Failure) {
    try write(bytes, to: STDOUT_FILENO)
  }

  /// Writes text.
  public static func write(_ text: String) throws(Failure) {
    try write(Array(text.utf8))
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    try Progress.hidden { () throws(Failure) in try put(bytes, on: descriptor) }
  }

  /// Writes bytes past the line of progress; `call` is the system's, in whose place tests put one that fails.
  static func put(
    _ bytes: [UInt8], on descriptor: Int32, by call: (Int32, ArraySlice<UInt8>) -> Int = systemWrite
  ) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let written = call(descriptor, bytes[done...])
      if written >= 0 {
        done += written
        continue
      }
      switch errno {
      case EINTR: continue
      case EPIPE: throw Failure(status: .brokenPipe, message: "the reader closed the output")
      default:
        let reason = unsafe strerror(errno).map { unsafe String(cString: $0).lowercased() }
        throw Failure(
          status: .inputOutput, message: "cannot write the output: \(reason ?? "unknown error")")
      }
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
    unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Lets a closed pipe and a file grown too large come back as errors of the write instead of ending the program.
  static func ignoreWriteSignals() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
}

/// Facts about the terminal.
public enum Terminal {
  /// Whether standard output is one.
  public static var isStandardOutputATerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether messages may be coloured: standard error is a terminal that knows colours, and NO_COLOR is not set (no-color.org).
  static var isColoured: Bool {
    func variable(_ name: String) -> String {
      unsafe getenv(name).map { unsafe String(cString: $0) } ?? ""
    }
    return isatty(STDERR_FILENO) == 1 && variable("NO_COLOR").isEmpty
      && !["", "dumb"].contains(variable("TERM"))
  }

  /// Its width in columns: COLUMNS, what the terminal says, or 100.
  public static var width: Int { width(of: STDOUT_FILENO) }

  static func width(of descriptor: Int32) -> Int {
    if let text = unsafe getenv("COLUMNS"), let columns = unsafe Int(String(cString: text)),
      columns > 0
    {
      return columns
    }
    var size = winsize()
    if unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return 100
  }
}
