/// How a command ended, by the conventions of sysexits.h.
public enum ExitStatus: Int32, Sendable {
  /// Done, and every byte written.
  case done = 0
  /// A check found problems.
  case problemsFound = 1
  /// The command line is wrong.
  case usage = 64
  /// The data are wrong, or do not identify the answer.
  case data = 65
  /// There is no such input.
  case noInput = 66
  /// Something that the command needs is not there.
  case unavailable = 69
  /// A fault of the program.
  case internalError = 70
  /// An output cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed part of the way.
  case inputOutput = 74
  /// The reader of the output closed it.
  case brokenPipe = 141
}

/// Why a command could not be carried out: one clear sentence and the exit status.
public struct Failure: Error, Equatable, Sendable {
  /// The exit status.
  public let status: ExitStatus
  /// What is wrong and what to do; several problems are lines.
  public let message: String

  /// A failure.
  public init(status: ExitStatus, message: String) {
    self.status = status
    self.message = message
  }
}
