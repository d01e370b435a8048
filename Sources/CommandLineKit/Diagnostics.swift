internal import Glibc

/// Messages on standard error.
public struct Diagnostics: Sendable {
  private let isQuiet: Bool
  let isJSON: Bool

  /// Messages as text or as lines of JSON; quiet leaves out notes.
  public init(isQuiet: Bool = false, isJSON: Bool = false) {
    self.isQuiet = isQuiet
    self.isJSON = isJSON
  }

  /// What went wrong, each problem with its place.
  public func error(_ failure: Failure) {
    for problem in failure.problems {
      write("error", problem, status: failure.status)
    }
  }

  /// What the user should doubt.
  public func warning(_ message: String) { write("warning", Failure.Problem(message: message)) }

  /// What was done.
  public func note(_ message: String) {
    if !isQuiet { write("note", Failure.Problem(message: message)) }
  }

  /// What is being done.
  func progress(_ message: String) { write("progress", Failure.Problem(message: message)) }

  private func write(_ level: String, _ problem: Failure.Problem, status: ExitStatus? = nil) {
    let text =
      isJSON
      ? Self.json(level, problem, status)
      : problem.message.split(separator: "\n")
        .map { "indicators: \(Self.coloured(level, Terminal.isColoured)): \($0)\n" }.joined()
    // Nowhere is left to report a failure of standard error.
    try? StandardOutput.write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// The level of a message as a terminal with colours shows it.
  static func coloured(_ level: String, _ isColoured: Bool) -> String {
    let codes = ["error": "31", "warning": "33"]
    guard isColoured, let code = codes[level] else { return level }
    return "\u{1B}[\(code)m\(level)\u{1B}[0m"
  }

  /// One line: the level, for errors the exit status, the place as far as it is known, and the sentence.
  static func json(_ level: String, _ problem: Failure.Problem, _ status: ExitStatus?) -> String {
    var fields = ["\"level\":\"\(level)\""]
    if let status { fields.append("\"status\":\(status.rawValue)") }
    return "{" + (fields + problem.jsonFields).joined(separator: ",") + "}\n"
  }

  static func escaped(_ text: String) -> String {
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
