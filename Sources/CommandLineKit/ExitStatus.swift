/// How a command ended, by the conventions of sysexits.h.
public enum ExitStatus: Int32, Sendable, CaseIterable {
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

  /// What it says, for the manual page.
  var meaning: String {
    switch self {
    case .done: "Done, and every byte written"
    case .problemsFound: "A check found problems"
    case .usage: "The command line is wrong"
    case .data: "The data are wrong or do not identify the answer"
    case .noInput: "No such input"
    case .unavailable: "Something needed is not there, such as a reader for the format of a file"
    case .internalError: "Internal error"
    case .cannotCreate: "Cannot create the output"
    case .inputOutput: "Input or output error"
    case .brokenPipe: "The reader closed the output"
    }
  }
}

/// Why a command could not be carried out: clear sentences and the exit status.
public struct Failure: Error, Equatable, Sendable {
  /// One thing that is wrong, and where.
  public struct Problem: Equatable, Sendable {
    /// What is wrong and what to do, the place included.
    public let message: String
    /// The file it is in.
    public let file: String?
    /// The line, from 1.
    public let line: Int?
    /// The column.
    public let column: String?

    /// A problem; programs that read messages want its place in parts.
    public init(message: String, file: String? = nil, line: Int? = nil, column: String? = nil) {
      self.message = message
      self.file = file
      self.line = line
      self.column = column
    }

    /// The problem as a JSON object on one line: its place as far as it is known, and the sentence.
    public var json: String { "{\(jsonFields.joined(separator: ","))}" }

    var jsonFields: [String] {
      var fields: [String] = []
      if let file { fields.append("\"file\":\"\(Diagnostics.escaped(file))\"") }
      if let line { fields.append("\"line\":\(line)") }
      if let column { fields.append("\"column\":\"\(Diagnostics.escaped(column))\"") }
      fields.append("\"message\":\"\(Diagnostics.escaped(message))\"")
      return fields
    }
  }

  /// The exit status.
  public let status: ExitStatus
  /// What is wrong.
  public let problems: [Problem]

  /// A failure for one reason.
  public init(status: ExitStatus, message: String) {
    self.init(status: status, problems: [Problem(message: message)])
  }

  /// A failure for several reasons.
  public init(status: ExitStatus, problems: [Problem]) {
    self.status = status
    self.problems = problems
  }

  /// What is wrong and what to do; several problems are lines.
  public var message: String { problems.map(\.message).joined(separator: "\n") }
}
