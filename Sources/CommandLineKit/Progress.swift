internal import Dispatch
internal import Glibc
internal import Synchronization

/// Shows on standard error what a long command is at: on a terminal one line that is rewritten, elsewhere (only where asked for) a
/// line now and then; nothing for work under about a second.
///
/// It belongs to the process, as the terminal does. Commands name the step that they are at.
public enum Progress {
  /// When to show it.
  public enum Mode: String, Sendable, CaseIterable {
    /// If standard error is a terminal.
    case auto
    /// In any case, as lines where there is no terminal.
    case always
    /// Never.
    case never
  }

  /// What is shown; its text depends on nothing else.
  struct Display {
    var isTerminal: Bool
    var diagnostics: Diagnostics
    var step = ""
    /// Whether a line stands on the terminal now.
    var isVisible = false

    /// The step, and for how long the command has run.
    func text(seconds: Int) -> String { "\(step), \(seconds) s" }
  }

  private struct State {
    var display: Display?
    var start: UInt64 = 0
    /// Which command's; a late tick of an earlier one does nothing.
    var number = 0
  }

  private static let state = Mutex(State())
  private static let clearLine = "\r\u{1B}[2K"

  /// Begins to watch a command.
  public static func start(_ mode: Mode, step: String, _ diagnostics: Diagnostics) {
    let isTerminal = isatty(STDERR_FILENO) == 1 && !diagnostics.isJSON
    guard mode == .always || (mode == .auto && isTerminal) else { return }
    let number = state.withLock { state in
      state.display = Display(isTerminal: isTerminal, diagnostics: diagnostics, step: step)
      state.start = DispatchTime.now().uptimeNanoseconds
      state.number += 1
      return state.number
    }
    schedule(number, after: 1)
  }

  /// Names what the command is at now.
  public static func step(_ name: String) {
    state.withLock { $0.display?.step = name }
  }

  /// Takes the line off the terminal for as long as something else is written.
  static func hidden<Result, Problem: Error>(
    _ write: () throws(Problem) -> Result
  ) throws(Problem) -> Result {
    // The lock is held meanwhile, so that no line is drawn between the two.
    try state.withLock { state throws(Problem) in
      if state.display?.isVisible ?? false {
        state.display?.isVisible = false
        draw("")
      }
      return try write()
    }
  }

  /// Ends watching.
  public static func stop() {
    hidden {}
    state.withLock { $0.display = nil }
  }

  private static func draw(_ text: Substring) {
    // Nowhere is left to report a failure of standard error.
    try? StandardOutput.put(Array((clearLine + text).utf8), on: STDERR_FILENO)
  }

  private static func schedule(_ number: Int, after seconds: Double) {
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { tick(number) }
  }

  private static func tick(_ number: Int) {
    let now = DispatchTime.now().uptimeNanoseconds
    let shown = state.withLock { state -> (Display, String)? in
      guard state.number == number, let display = state.display else { return nil }
      let text = display.text(seconds: Int((now - state.start) / 1_000_000_000))
      if display.isTerminal {
        draw(text.prefix(Terminal.width(of: STDERR_FILENO) - 1))
        state.display?.isVisible = true
      }
      return (display, text)
    }
    guard let (display, text) = shown else { return }
    if !display.isTerminal { display.diagnostics.progress(text) }
    schedule(number, after: display.isTerminal ? 0.2 : 1)
  }
}
