internal import Dispatch
internal import Synchronization

/// Reads a text into typed columns, piece by piece, with several threads.
final class TypedReader: Sendable {
  /// What is read, with the rows numbered and every fault counted.
  struct Outcome {
    var header: [String]
    var plan: ReadingPlan
    var rowCount: Int
    var values: [ColumnValues]
    var texts: [[String]]
    var missingCounts: [Int]
    var lines: LineIndex
    /// What is no number in a column of numbers.
    var numberProblems: ProblemList
  }

  private let pieces: TextPieces
  private let options: ReadingOptions
  private let head: TableHead
  private let plan: ReadingPlan
  private let turns: RowTurns
  /// Thrown when the whole text was found to be in order.
  private let refusal: DataError?
  private let failure = Mutex<DataError?>(nil)

  /// Reads the header and plans what to keep.
  init(
    _ pieces: TextPieces, _ options: ReadingOptions, form: TableForm = TableForm(),
    choosing columns: ([String]) throws(DataError) -> [TypedColumn]
  ) throws(DataError) {
    self.pieces = pieces
    self.options = options
    head = try TableHead(pieces, options, form)
    var chosen: [TypedColumn] = []
    var refusal: DataError?
    do throws(DataError) {
      try head.check(form)
      chosen = try Self.present(columns(head.names), in: head.names, file: pieces.file)
    } catch {
      refusal = error
    }
    self.refusal = refusal
    plan = ReadingPlan(header: head.names, columns: chosen)
    turns = RowTurns(
      file: pieces.file, line: head.nextLine, longestRow: options.longestRow,
      kinds: plan.kept.map(\.kind))
  }

  /// The columns that the header has; one that must be there and is not is an error.
  static func present(
    _ columns: [TypedColumn], in header: [String], file: String
  ) throws(DataError) -> [TypedColumn] {
    var present: [TypedColumn] = []
    for column in columns {
      if header.contains(column.name) {
        present.append(column)
      } else if !column.isOptional {
        throw .unknownName(kind: "column of \(file)", name: column.name, known: header)
      }
    }
    return present
  }

  /// Reads all rows; what is no number is not thrown but told.
  func read() throws(DataError) -> Outcome {
    let first = Worker(RowParser(plan, missing: options.missing, file: pieces.file))
    first.buffer = PieceBuffer(pieceSize: head.rest.count)
    unsafe first.buffer.piece.copyBytes(from: head.rest)
    first.buffer.count = head.rest.count
    let facts = unsafe PieceFacts(first.buffer.bytes)
    // The first rows tell how many there may be, and most of the texts there are.
    let estimate = Self.estimate(head, facts, pieces)
    var workers = [first]
    var rowCount = 0
    var emptyLines: [RowParser.Rows] = []
    let kinds = plan.kept.map(\.kind)
    let values = ColumnSegment.arrays(kinds, capacity: estimate) { segment in
      turns.begin(with: segment)
      take(head.pieceIndex, first, facts, isEnd: head.isEnd)
      let shared = plan.kept.indices.map { unsafe first.parser.tables[$0].count }
      if !turns.isEnded {
        for _ in 1..<options.threads {
          workers.append(Worker(RowParser(copying: first.parser)))
        }
        first.buffer = PieceBuffer(pieceSize: pieces.pieceSize)
        run(workers, shared)
      }
      (emptyLines, rowCount) = RowParser.Rows.withoutTrailing(
        workers.flatMap(\.parser.emptyLines), rows: turns.row)
      merge(workers, shared)
      return (turns.segments, rowCount)
    }
    try check(workers, emptyLines)
    return Outcome(
      header: head.names, plan: plan, rowCount: rowCount, values: values,
      texts: plan.kept.indices.map { slot in
        unsafe kinds[slot] == .codes ? first.parser.tables[slot].strings() : []
      },
      missingCounts: plan.kept.indices.map { slot in
        workers.reduce(0) { sum, worker in unsafe sum + worker.parser.missingCounts[slot] }
      },
      lines: LineIndex(firstLine: head.nextLine, workers.flatMap(\.parser.longRows)),
      numberProblems: ProblemList(merging: workers.map(\.parser.numberProblems)))
  }

  // MARK: reading with several threads

  /// What one thread has.
  @safe private final class Worker: @unchecked Sendable {
    let parser: RowParser
    var buffer = PieceBuffer(pieceSize: 0)
    /// Regions with codes that this thread alone gave, with the number of their rows.
    var ownCodes: [(region: RowRegion, rows: Int)] = unsafe []

    init(_ parser: RowParser) { self.parser = parser }
  }

  private static func estimate(
    _ head: TableHead, _ facts: PieceFacts, _ pieces: TextPieces
  ) -> Int {
    if head.isEnd { return facts.newlines + 1 }
    guard let size = pieces.size else { return 1 << 16 }
    let bytesARow = max(Double(head.rest.count) / Double(facts.newlines + 1), 1)
    return Int(1.5 * Double(size) / bytesARow) + 64
  }

  private func run(_ workers: [Worker], _ shared: [Int]) {
    DispatchQueue.concurrentPerform(iterations: workers.count) { [self] number in
      let worker = workers[number]
      if number > 0 { worker.buffer = PieceBuffer(pieceSize: pieces.pieceSize) }
      while failure.withLock({ $0 == nil }) {
        var index: Int?
        do throws(DataError) {
          let piece = try unsafe pieces.read(into: worker.buffer.piece)
          index = piece.index
          worker.buffer.count = piece.count
        } catch {
          // A piece that could not be read has no number; nobody waits for it once the failure is known.
          fail(error)
        }
        guard let index else { break }
        let facts = unsafe PieceFacts(worker.buffer.bytes)
        guard turns.wait(for: index, unless: { self.failure.withLock { $0 != nil } }) else { break }
        take(index, worker, facts, isEnd: worker.buffer.count < pieces.pieceSize, shared)
        if worker.buffer.count < pieces.pieceSize { break }
      }
    }
  }

  private func take(
    _ index: Int, _ worker: Worker, _ facts: PieceFacts, isEnd: Bool, _ shared: [Int] = []
  ) {
    var region: RowRegion?
    let before = turns.row
    var rows = 0
    do throws(DataError) {
      unsafe region = try unsafe turns.take(worker.buffer, facts, isEnd: isEnd) { rows in rows * 2 }
      rows = turns.row - before
    } catch {
      fail(error)
    }
    turns.pass(after: index)
    guard let region = unsafe region else { return }
    unsafe worker.parser.parse(region)
    if let fault = worker.parser.encodingFault {
      fail(.invalid(pieces.file, line: fault.line, fault.reason))
    }
    let hasOwn = shared.indices.contains { slot in
      unsafe worker.parser.tables[slot].count > shared[slot]
    }
    if hasOwn { unsafe worker.ownCodes.append((region, rows)) }
  }

  /// Keeps the failure that comes first in the file.
  private func fail(_ error: DataError) {
    failure.withLock { first in
      if let known = first, Self.line(of: known) <= Self.line(of: error) { return }
      first = error
    }
  }

  private static func line(of error: DataError) -> Int {
    guard case .invalid(let problems, _) = error else { return 0 }
    return problems.first?.line ?? 0
  }

  // MARK: putting together

  /// One numbering of the texts, in the order of their first row, and the codes changed to it.
  private func merge(_ workers: [Worker], _ shared: [Int]) {
    guard workers.count > 1 else { return }
    for (slot, kept) in plan.kept.enumerated() where kept.kind == .codes {
      let codes = unsafe CodeTable.merge(
        workers.map { unsafe $0.parser.tables.baseAddress }.compactMap { start in
          unsafe start.map { unsafe $0 + slot }
        }, shared: shared[slot])
      for (worker, map) in zip(workers, codes) {
        let ownCodes = unsafe worker.ownCodes
        nonisolated(unsafe) let regions = unsafe ownCodes
        DispatchQueue.concurrentPerform(iterations: unsafe regions.count) { number in
          let (region, rows) = unsafe regions[number]
          let values = unsafe region.columns[slot].assumingMemoryBound(to: Int32.self)
          let start = unsafe region.firstRow - region.segmentStart
          for row in start..<start + rows {
            // A row that was refused has no code.
            let code = unsafe Int(values[row])
            if map.indices.contains(code) { unsafe values[row] = map[code] }
          }
        }
      }
    }
  }

  private func check(
    _ workers: [Worker], _ emptyLines: [RowParser.Rows]
  ) throws(DataError) {
    if let failure = failure.withLock({ $0 }) { throw failure }
    var empty = ProblemList()
    for lines in emptyLines {
      empty.add(repeating: lines.problem(pieces.file, width: plan.width), count: lines.count)
    }
    try ProblemList(merging: [head.problems, empty] + workers.map(\.parser.formProblems)).check()
    if let refusal { throw refusal }
  }
}
