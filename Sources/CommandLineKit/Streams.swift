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
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done)
      }
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

  /// Its width in columns: COLUMNS, what the terminal says, or 100.
  public static var width: Int {
    if let text = unsafe getenv("COLUMNS"), let columns = unsafe Int(String(cString: text)),
      columns > 0
    {
      return columns
    }
    var size = winsize()
    if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return 100
  }
}

/// Messages on standard error.
public struct Diagnostics: Sendable {
  private let isQuiet: Bool
  private let isJSON: Bool

  /// Messages as text or as lines of JSON; quiet leaves out notes.
  public init(isQuiet: Bool = false, isJSON: Bool = false) {
    self.isQuiet = isQuiet
    self.isJSON = isJSON
  }

  /// What went wrong; one message for each line.
  public func error(_ message: String) { write("error", message) }

  /// What the user should doubt.
  public func warning(_ message: String) { write("warning", message) }

  /// What was done.
  public func note(_ message: String) { if !isQuiet { write("note", message) } }

  private func write(_ level: String, _ message: String) {
    for line in message.split(separator: "\n", omittingEmptySubsequences: true) {
      let text =
        isJSON
        ? "{\"level\":\"\(level)\",\"message\":\"\(Self.escaped(line))\"}\n"
        : "indicators: \(level): \(line)\n"
      // Nowhere is left to report a failure of standard error.
      try? StandardOutput.write(Array(text.utf8), to: STDERR_FILENO)
    }
  }

  static func escaped(_ text: Substring) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
