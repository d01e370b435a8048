internal import Dispatch
internal import Synchronization

/// What one thread made of its share of the rows of a text.
public struct FoldedState<State: Sendable>: Sendable {
  /// What it came to.
  public let state: State
  /// For each column of codes the texts that this thread met, by its codes.
  public let texts: [String: [String]]
}

extension TypedBatches {
  /// Hands the rows that are left to several threads, each of which folds its batches into a state of its own.
  ///
  /// Which batches come to a thread differs from run to run, and codes are those of the thread; states that are sums do not depend on
  /// it once they are added up. A fault stops the reading, and the one that comes first in the file is thrown.
  ///
  /// - Parameters:
  ///   - initial: What each thread begins with.
  ///   - body: Adds a batch to a state.
  /// - Returns: The state of each thread that read anything, one at least.
  /// - Throws: What the text has of faults, and what `body` throws.
  public func fold<State: Sendable>(
    _ initial: State,
    _ body: @escaping @Sendable (inout State, FoldedBatch) throws(DataError) -> Void
  ) throws(DataError) -> [FoldedState<State>] {
    let folder = BatchFolder(
      file: file, pieces: pieces, options: options, plan: plan, turns: turns, body: body)
    let first = BatchLane(parser, plan: plan, initial)
    if let head {
      self.head = nil
      first.buffer = PieceBuffer(pieceSize: head.rest.count)
      unsafe first.buffer.piece.copyBytes(from: head.rest)
      first.buffer.count = head.rest.count
      let facts = unsafe PieceFacts(first.buffer.bytes)
      folder.take(head.pieceIndex, first, facts, isEnd: head.isEnd)
    }
    var lanes = [first]
    if !turns.isEnded {
      for _ in 1..<options.threads {
        lanes.append(BatchLane(RowParser(copying: parser), plan: plan, initial))
      }
      folder.run(lanes)
    }
    try folder.check(lanes)
    return lanes.map { lane in FoldedState(state: lane.state, texts: lane.texts()) }
  }
}

/// Some consecutive rows of a text, in the hands of the thread that reads them.
public struct FoldedBatch {
  /// The rows.
  public let rows: TypedBatch
  private let lane: any TextSource

  init(_ rows: TypedBatch, _ lane: any TextSource) {
    self.rows = rows
    self.lane = lane
  }

  /// Number of rows.
  public var count: Int { rows.rowCount }

  /// Whether a text of a column of codes stands for a missing value.
  public func hasMissing(_ column: String) throws(DataError) -> Bool {
    let missing = lane.missingCodes(column)
    if missing.isEmpty { return false }
    return try rows.codes(column).contains { missing.contains($0) }
  }

  /// A column of codes with those of its texts that occur in these rows.
  public func coded(_ column: String) throws(DataError) -> CodedColumn {
    var local: [Int32: Int32] = [:]
    var values: [String] = []
    let codes = try rows.codes(column).map { code -> Int32 in
      if let known = local[code] { return known }
      let own = Int32(values.count)
      local[code] = own
      values.append(lane.text(column, code))
      return own
    }
    return CodedColumn(values: values, codes: codes)
  }

  /// A column of numbers, missing ones as `nan`; those of a column of codes are read from its texts.
  public func numbers(_ column: String) throws(DataError) -> [Double] {
    guard rows.isCoded(column) else { return try rows.numbers(column) }
    let coded = try coded(column)
    let numbers = coded.values.map { lane.missing.number(Array($0.utf8).span) }
    var problems = ProblemList()
    for (row, code) in coded.codes.enumerated() where numbers[Int(code)] == nil {
      problems.add(
        rows.problem(row: row, column: column, "'\(excerpt(coded[row]))' is not a number"))
    }
    try problems.check()
    return coded.codes.map { numbers[Int($0)] ?? .nan }
  }
}

/// Who knows the texts behind codes.
protocol TextSource {
  var missing: MissingTokens { get }
  func text(_ column: String, _ code: Int32) -> String
  func missingCodes(_ column: String) -> [Int32]
}

/// What one thread has that folds batches.
@safe final class BatchLane<State: Sendable>: @unchecked Sendable, TextSource {
  let parser: RowParser
  let plan: ReadingPlan
  var state: State
  var buffer = PieceBuffer(pieceSize: 0)
  let missing: MissingTokens
  /// For each kept column the texts looked at so far, and those among them that stand for a missing value.
  private var missingTexts: [(seen: Int, codes: [Int32])]

  init(_ parser: RowParser, plan: ReadingPlan, _ state: State) {
    self.parser = parser
    self.plan = plan
    self.state = state
    missing = parser.missing
    missingTexts = Array(repeating: (0, []), count: plan.kept.count)
  }

  private func slot(_ column: String) -> Int {
    plan.kept.firstIndex { $0.name == column } ?? 0
  }

  func text(_ column: String, _ code: Int32) -> String {
    unsafe String(decoding: parser.tables[slot(column)].bytes(of: Int(code)), as: UTF8.self)
  }

  func missingCodes(_ column: String) -> [Int32] { missingTexts[slot(column)].codes }

  /// Looks at the texts that are new since the last time.
  func noteMissingTexts() {
    for slot in missingTexts.indices {
      let count = unsafe parser.tables[slot].count
      for code in missingTexts[slot].seen..<count {
        let text = unsafe parser.tables[slot].bytes(of: code)
        if MissingTokens.standard.contains(text.span) {
          missingTexts[slot].codes.append(Int32(code))
        }
      }
      missingTexts[slot].seen = count
    }
  }

  /// The texts of the columns of codes.
  func texts() -> [String: [String]] {
    var texts: [String: [String]] = [:]
    for (slot, column) in plan.kept.enumerated() where column.kind == .codes {
      texts[column.name] = unsafe parser.tables[slot].strings()
    }
    return texts
  }
}

/// Reads pieces with several threads, each row in its turn.
final class BatchFolder<State: Sendable>: Sendable {
  private let file: String
  private let pieces: TextPieces
  private let options: ReadingOptions
  private let plan: ReadingPlan
  private let turns: RowTurns
  private let body: @Sendable (inout State, FoldedBatch) throws(DataError) -> Void
  private let failure = Mutex<(piece: Int, error: DataError)?>(nil)

  init(
    file: String, pieces: TextPieces, options: ReadingOptions, plan: ReadingPlan, turns: RowTurns,
    body: @escaping @Sendable (inout State, FoldedBatch) throws(DataError) -> Void
  ) {
    self.file = file
    self.pieces = pieces
    self.options = options
    self.plan = plan
    self.turns = turns
    self.body = body
  }

  private var hasFailed: Bool { failure.withLock { $0 != nil } }

  /// Keeps the failure of the earliest piece: those before it are in the hands of other threads, which finish them.
  private func fail(_ piece: Int, _ error: DataError) {
    failure.withLock { first in
      if let known = first, known.piece <= piece { return }
      first = (piece, error)
    }
  }

  /// Reads all pieces.
  func run(_ lanes: [BatchLane<State>]) {
    DispatchQueue.concurrentPerform(iterations: lanes.count) { [self] number in
      let lane = lanes[number]
      lane.buffer = PieceBuffer(pieceSize: pieces.pieceSize)
      while !hasFailed {
        let index: Int
        do throws(DataError) {
          let piece = try unsafe pieces.read(into: lane.buffer.piece)
          index = piece.index
          lane.buffer.count = piece.count
        } catch {
          // A piece that could not be read has no number; nobody waits for it once the failure is known.
          return fail(.max, error)
        }
        let isEnd = lane.buffer.count < pieces.pieceSize
        let facts = unsafe PieceFacts(lane.buffer.bytes)
        guard turns.wait(for: index, unless: { hasFailed }) else { return }
        take(index, lane, facts, isEnd: isEnd)
        if isEnd { return }
      }
    }
  }

  /// Takes the rows that the lane's piece completes, when its turn has come.
  func take(_ index: Int, _ lane: BatchLane<State>, _ facts: PieceFacts, isEnd: Bool) {
    let first = turns.row
    turns.forgetSegments()
    let region: RowRegion?
    do throws(DataError) {
      unsafe region = try unsafe turns.take(lane.buffer, facts, isEnd: isEnd, capacity: { $0 })
    } catch {
      fail(index, error)
      return turns.pass(after: index)
    }
    let (end, segment) = (turns.row, turns.segments.first)
    turns.pass(after: index)
    guard let region = unsafe region, let segment else { return }
    unsafe lane.parser.parse(region)
    do throws(DataError) {
      guard
        let batch = try unsafe lane.parser.batch(
          of: region, in: segment, rows: first..<end, plan, file: file)
      else { return }
      lane.noteMissingTexts()
      try body(&lane.state, FoldedBatch(batch, lane))
    } catch {
      fail(index, error)
    }
  }

  /// Throws the first fault, if there was one.
  func check(_ lanes: [BatchLane<State>]) throws(DataError) {
    if let failure = failure.withLock({ $0 }) { throw failure.error }
    // An empty line that ended a batch is a fault if rows follow.
    let (emptyLines, _) = RowParser.Rows.withoutTrailing(
      lanes.flatMap(\.parser.emptyLines), rows: turns.row)
    var problems = ProblemList()
    for lines in emptyLines {
      problems.add(repeating: lines.problem(file, width: plan.width), count: lines.count)
    }
    try problems.check()
  }
}
