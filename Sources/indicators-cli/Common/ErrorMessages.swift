import CommandLineKit
import ESSIndicators

/// Turns what can go wrong with data into one clear message and an exit status.
enum ErrorMessages {
  /// Runs a command and translates the errors of the library.
  static func translating(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as DataError {
      throw failure(error)
    }
  }

  /// Runs a measure and names the input where its data do not identify the answer.
  static func naming(_ input: Input, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch DataError.notIdentified(let reason) {
      throw DataError.invalid(input.messageName, reason)
    }
  }

  static func failure(_ error: DataError) -> Failure {
    switch error {
    case .invalid(let problems, let omitted):
      var list = problems.map(problem)
      if omitted > 0 {
        list.append(Failure.Problem(message: "\(omitted) more problems are not listed"))
      }
      return Failure(status: .data, problems: list)
    case .notIdentified(let reason):
      return Failure(status: .data, message: reason)
    case .noInput(let path, let reason):
      return Failure(status: .noInput, message: "cannot read \(path): \(reason)")
    case .unknownName(let kind, let name, let known):
      return Failure(
        status: kind == "dataset" ? .noInput : .usage, message: unknown(kind, name, known))
    case .cannotCreate(let path, let reason):
      return Failure(status: .cannotCreate, message: "cannot create \(path): \(reason)")
    case .noDriver(let reason): return Failure(status: .unavailable, message: reason)
    case .inputOutput(let path, let reason):
      return Failure(status: .inputOutput, message: "\(path): \(reason)")
    }
  }

  /// A problem of the data as messages tell it.
  static func problem(_ problem: DataProblem) -> Failure.Problem {
    Failure.Problem(
      message: problem.description, file: problem.file, line: problem.line, column: problem.column)
  }

  private static func unknown(_ kind: String, _ name: String, _ known: [String]) -> String {
    let near = nearest(name, in: known)
    let hint: String
    if !near.isEmpty {
      hint = "did you mean " + near.map { "'\(excerpt($0))'" }.joined(separator: " or ") + "?"
    } else if known.isEmpty {
      hint = "there is none"
    } else {
      let shown = known.prefix(12).map(excerpt).joined(separator: ", ")
      hint = "there are \(shown)" + (known.count > 12 ? " and \(known.count - 12) more" : "")
    }
    return "unknown \(kind) '\(excerpt(name))'; \(hint)"
  }
}
