/// One thing wrong with an input, placed as exactly as it is known.
public struct DataProblem: Sendable, Hashable, CustomStringConvertible {
  /// The file, or the dataset and table.
  public var file: String
  /// Line of the file, from 1.
  public var line: Int?
  /// Name or number of the column.
  public var column: String?
  /// What is wrong, what was found, and what to do, in one clause.
  public var message: String

  /// Places a problem.
  public init(file: String, line: Int? = nil, column: String? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line: column 'name': message`.
  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if let column { text += ": column '\(column)'" }
    return text + ": " + message
  }
}

/// Makes a problem of a record, counted from 0, and the name of a column.
public typealias RecordPlace =
  @Sendable (_ record: Int, _ column: String?, _ message: String) -> DataProblem

/// Why data could not be read, used or written.
public enum DataError: Error, Sendable, Equatable {
  /// The input breaks the rules of its format; `omitted` more problems were found than are listed.
  case invalid([DataProblem], omitted: Int)
  /// The input is in order but does not hold what the measure needs.
  case notIdentified(String)
  /// There is no such input, or it cannot be read.
  case noInput(path: String, reason: String)
  /// A name that the input does not know, with the names that it does.
  case unknownName(kind: String, name: String, known: [String])
  /// An output cannot be created.
  case cannotCreate(path: String, reason: String)
  /// Reading or writing failed part of the way.
  case inputOutput(path: String, reason: String)

  /// A library that the input needs is not installed; the message says which, and for what.
  case noDriver(String)

  /// A single problem.
  public static func invalid(
    _ file: String, line: Int? = nil, column: String? = nil, _ message: String
  ) -> DataError {
    .invalid([DataProblem(file: file, line: line, column: column, message: message)], omitted: 0)
  }
}

/// A text from the data as messages show it: cut where it is long.
public func excerpt(_ text: String) -> String {
  text.utf8.count <= 60 ? text : text.prefix(50) + "..."
}

/// Collects the problems of a file, up to a limit, so that one run shows them all.
struct ProblemList {
  private static let limit = 20
  private var problems: [DataProblem] = []
  private var omitted = 0
  /// The problems last left out that are of one line: what is found twice there counts once, listed or not.
  private var lastOmitted: Set<DataProblem> = []

  mutating func add(_ problem: DataProblem) {
    if problems.contains(problem) { return }
    if problems.count < Self.limit {
      problems.append(problem)
    } else {
      if lastOmitted.first?.line != problem.line { lastOmitted = [] }
      if lastOmitted.insert(problem).inserted { omitted += 1 }
    }
  }

  /// Adds a problem that is costly to place, made only while the list takes more.
  mutating func add(lazily problem: () -> DataProblem) {
    if problems.count < Self.limit { add(problem()) } else { omitted += 1 }
  }

  mutating func add(contentsOf other: ProblemList) {
    for problem in other.problems { add(problem) }
    omitted += other.omitted
  }

  /// Adds the same problem on consecutive lines.
  mutating func add(repeating problem: DataProblem, count: Int) {
    var problem = problem
    for _ in 0..<min(count, Self.limit) {
      add(problem)
      problem.line? += 1
    }
    omitted += max(count - Self.limit, 0)
  }

  init() {}

  /// The problems of several readers of one file, in the order of its lines.
  init(merging lists: [ProblemList]) {
    let all = lists.flatMap(\.problems).enumerated().sorted {
      ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
    }
    omitted = lists.reduce(0) { $0 + $1.omitted }
    for problem in all { add(problem.element) }
  }

  var isEmpty: Bool { problems.isEmpty }

  func check() throws(DataError) {
    guard !problems.isEmpty else { return }
    let inOrder = problems.enumerated().sorted {
      ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
    }
    throw .invalid(inOrder.map(\.element), omitted: omitted)
  }
}
