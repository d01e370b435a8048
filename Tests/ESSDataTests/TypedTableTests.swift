import ESSNumerics
import Testing

@testable import ESSData

/// Random numbers that are the same in every run (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The fast reader against one as plain as the rules, at every thread count and with pieces that cut rows anywhere.
@Suite struct TypedTableTests {
  private func options(_ pieceSize: Int, _ threads: Int) -> ReadingOptions {
    var options = ReadingOptions(threads: threads)
    options.pieceSize = pieceSize
    return options
  }

  private func problems(_ body: () throws(DataError) -> Void) -> [String] {
    do throws(DataError) {
      try body()
      return []
    } catch {
      guard case .invalid(let problems, _) = error else { return ["\(error)"] }
      return problems.map(\.description)
    }
  }

  /// Texts of rows that are mostly in order, with every kind of field and of fault.
  private func randomText(_ generator: inout some RandomNumberGenerator) -> [UInt8] {
    let plain = [
      "1", "-2.5", "", "NA", "x", "abcdefgh", "abcdefghi", "123456789.125", "é", "1e3", " ",
    ]
    let quoted = [
      "\"a,b\"", "\"\"", "\"two\nlines\"", "\"say \"\"hi\"\"\"", "\"1.5\"", "\"\"\"\"", "\"\r\n\"",
    ]
    let broken = ["x\"y", "\"a\"b", "\"a\"\"", "\"a\" \"b\"", "\"open", "\r", "a,b"]
    let width = Int.random(in: 1...4, using: &generator)
    let end = ["\n", "\n", "\r\n"].randomElement(using: &generator) ?? "\n"
    let faults = Int.random(in: 0...2, using: &generator)
    var text = (0..<width).map { "c\($0)" }.joined(separator: ",") + end
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let fields = (0..<width).map { _ -> String in
        let kind = Int.random(in: 0..<100, using: &generator)
        let pool = kind < 60 ? plain : kind < 100 - faults * 3 ? quoted : broken
        return pool.randomElement(using: &generator) ?? ""
      }
      text += fields.joined(separator: ",") + end
    }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: text += end + end
    case 1: text = String(text.dropLast())
    case 2: text += "1,"
    default: break
    }
    return Array(text.utf8)
  }

  @Test func readsAsTheRulesSay() throws {
    var generator = SplitMix(state: 1)
    for _ in 0..<300 {
      let text = randomText(&generator)
      let shown = "\(String(decoding: text, as: UTF8.self).debugDescription)"
      let reference = ReferenceTable(text)
      for (pieceSize, threads) in [(1, 1), (3, 2), (7, 3), (16, 7), (1 << 18, 2)] {
        let options = options(pieceSize, threads)
        var table: TypedTable?
        let found = problems { () throws(DataError) in
          table = try TypedTable.read(
            bytes: text, file: "t", columns: reference.header.map { .codes($0) }, options: options)
        }
        #expect(found == reference.problems, "\(shown) \(pieceSize) \(threads)")
        guard let table else { continue }
        #expect(table.columns == reference.header && table.rowCount == reference.rows.count)
        for (position, name) in table.columns.enumerated() {
          let coded = try table.coded(name)
          let texts = reference.rows.map { $0[position] }
          #expect(coded.values == texts.distinct, "\(shown) \(pieceSize) \(threads)")
          #expect(coded.codes.map { coded.values[Int($0)] } == texts)
        }
        #expect((0..<table.rowCount).map(table.line) == reference.lines, "\(shown)")
        checkNumbers(text, reference, options)
      }
    }
  }

  // Found by the fuzzer: which twenty problems were listed, and how many more were counted, hung on who read which piece.
  @Test func theFirstProblemsAreListedAtAnyNumberOfThreads() {
    var text = "a,b\n"
    for row in 0..<40 {
      switch row % 4 {
      case 0: text += "1,\"two\nlines\"x\",3\n"
      case 1: text += "x\"y,x\"y\n"
      case 2: text += "1\n"
      default: text += "\n"
      }
    }
    let bytes = Array((text + "1,2\n").utf8)
    let reference = ReferenceTable(bytes)
    for (pieceSize, threads) in [(1 << 18, 1), (5, 1), (5, 2), (9, 3), (40, 2), (64, 4)] {
      let options = options(pieceSize, threads)
      do throws(DataError) {
        _ = try TypedTable.read(bytes: bytes, file: "t", columns: [.codes("a")], options: options)
        Issue.record("a text with faults was read")
      } catch {
        guard case .invalid(let problems, let omitted) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(problems.map(\.description) == Array(reference.problems.prefix(20)))
        #expect(problems.count + omitted == reference.problems.count)
      }
    }
  }

  /// Each column as numbers, alone, so that every other one is skipped.
  private func checkNumbers(_ text: [UInt8], _ reference: ReferenceTable, _ options: ReadingOptions)
  {
    for (position, name) in reference.header.enumerated() {
      var expected: [String] = []
      var numbers: [Double] = []
      for (row, line) in zip(reference.rows, reference.lines) {
        let field = row[position]
        let value = NumberText.parse(field) ?? .nan
        numbers.append(value)
        if value.isNaN, !MissingTokens.standard.texts.contains(field) {
          expected.append("t:\(line): column '\(name)': '\(field)' is not a number")
        }
      }
      var found: [Double] = []
      let problems = problems { () throws(DataError) in
        let table = try TypedTable.read(
          bytes: text, file: "t", columns: [.numbers(name)], options: options)
        found = try table.numbers(name)
      }
      let shown = String(decoding: text, as: UTF8.self).debugDescription
      #expect(problems == expected, "\(shown)")
      if problems.isEmpty {
        #expect(found.map(\.bitPattern) == numbers.map(\.bitPattern), "\(shown)")
      }
    }
  }

  // Every column is read, one is read, or one is skipped before and behind: the others must not matter.
  @Test func onlyWhatIsAskedForIsKept() throws {
    let text = Array("a,b,c,d\n1,x,2.5,9\n,y,NA,8\n3,x,-1e-3,7\n".utf8)
    let table = try TypedTable.read(
      bytes: text, file: "t",
      columns: [.numbers("c"), .codes("b"), .numbers("z", isOptional: true), .numbers("a")])
    #expect(try table.numbers("c").map(\.description) == ["2.5", "nan", "-0.001"])
    #expect(try table.numbers("a").map(\.description) == ["1.0", "nan", "3.0"])
    #expect(try table.coded("b").values == ["x", "y"] && table.coded("b").codes == [0, 1, 0])
    #expect(try table.missingCount("c") == 1 && table.missingCount("a") == 1)
    #expect(!table.has("d") && !table.has("z") && table.columns == ["a", "b", "c", "d"])
    #expect(
      throws: DataError.unknownName(
        kind: "column of t", name: "w", known: ["a", "b", "c", "d"])
    ) { try TypedTable.read(bytes: text, file: "t", columns: [.numbers("w")]) }
  }

  // Numbers of every length: exact where the fast way takes them, correctly rounded where not; the standard library is the judge.
  @Test func numbersAreCorrectlyRounded() throws {
    let random = KeyedRandom(seed: 5)
    var texts: [String] = []
    for index in 0..<4000 {
      let whole = String(random.bits(at: 4 * index) >> UInt64(random.below(64, at: 4 * index + 1)))
      let decimals = String(random.bits(at: 4 * index + 2)).prefix(
        random.below(20, at: 4 * index + 3))
      texts.append((index % 3 == 0 ? "-" : "") + whole + (index % 4 == 0 ? "" : "." + decimals))
      if index % 10 == 0 { texts[index] += "e\(index % 300 - 150)" }
    }
    let bytes = Array(("x,n\n" + texts.map { "a,\($0)\n" }.joined()).utf8)
    let table = try TypedTable.read(bytes: bytes, file: "t", columns: [.numbers("n")])
    let expected = texts.map { Double($0) ?? .nan }
    #expect(try table.numbers("n").map(\.bitPattern) == expected.map(\.bitPattern))
  }

  // A code that is missing by declaration is a number by its looks.
  @Test func missingTokensMayBeNumbers() throws {
    let options = ReadingOptions(missing: MissingTokens(["-99", "."]))
    let text = Array("a\n-99\n.\n-99.0\n7\n".utf8)
    let table = try TypedTable.read(
      bytes: text, file: "t", columns: [.numbers("a")], options: options)
    #expect(try table.numbers("a").map(\.description) == ["nan", "nan", "-99.0", "7.0"])
    #expect(
      throws: DataError.invalid("t", line: 2, column: "a", "'NA' is not a number")
    ) {
      try TypedTable.read(
        bytes: Array("a\nNA\n".utf8), file: "t", columns: [.numbers("a")], options: options)
    }
  }

  @Test func rowsHaveALimit() {
    var options = options(64, 2)
    options.longestRow = 1000
    let text = Array("a,b\n1,2\n1,\"".utf8) + [UInt8](repeating: 0x78, count: 5000)
    #expect(
      throws: DataError.invalid(
        "t", line: 3, "a row longer than 1000 bytes; is a quote not closed, or is this no table?")
    ) { try TypedTable.read(bytes: text, file: "t", columns: [], options: options) }
  }

  @Test func otherEncodingsAreRefusedByLine() {
    for pieceSize in [1, 5, 64] {
      let text = Array("a,b\n1,ñ\nx,Am".utf8) + [0xE9, 0x72, 0x0A] + Array("1\n".utf8)
      #expect(
        throws: DataError.invalid(
          "t", line: 3, "byte 0xE9 is not UTF-8 (Latin-1?); save the file as UTF-8")
      ) {
        try TypedTable.read(
          bytes: text, file: "t", columns: [.codes("b")], options: options(pieceSize, 3))
      }
    }
  }

  // Batches say the same as the whole table, whatever the size of the pieces.
  @Test func batchesAreTheTable() throws {
    var generator = SplitMix(state: 7)
    for _ in 0..<100 {
      let text = randomText(&generator)
      let reference = ReferenceTable(text)
      guard let name = reference.header.first, reference.problems.isEmpty else { continue }
      for pieceSize in [1, 9, 1 << 18] {
        let batches = try TypedBatches(
          TextPieces(bytes: text, file: "t", pieceSize: pieceSize), [.codes(name)],
          options(pieceSize, 1))
        var codes: [Int32] = []
        var lines: [Int?] = []
        while let batch = try batches.next() {
          #expect(batch.firstRow == codes.count)
          codes += try batch.codes(name)
          lines += (0..<batch.rowCount).map { batch.problem(row: $0, column: nil, "").line }
        }
        let texts = try batches.texts(name)
        #expect(codes.map { texts[Int($0)] } == reference.rows.map { $0[0] })
        #expect(lines == reference.lines)
      }
    }
  }

  @Test func batchesRefuseWhatTheTableRefuses() throws {
    func read(_ text: String) throws {
      let batches = try TypedBatches(
        TextPieces(bytes: Array(text.utf8), file: "t", pieceSize: 4), [.numbers("a")],
        options(4, 1))
      while try batches.next() != nil {}
    }
    #expect(throws: DataError.invalid("t", line: 3, column: "a", "'x' is not a number")) {
      try read("a,b\n1,2\nx,2\n")
    }
    #expect(throws: DataError.invalid("t", line: 3, "1 field, 2 expected as in the header")) {
      try read("a,b\n1,2\n\n1,2\n")
    }
    #expect(throws: DataError.invalid("t", line: 2, "a quoted field is not closed")) {
      try read("a,b\n\"1,2\n3,4\n")
    }
    try read("a,b\n1,2\n\n\n")
  }

  // Every row comes to one thread once, with its texts; the first fault of the file is thrown, whichever thread meets it.
  @Test(arguments: [1, 2, 3])
  func foldedBatchesAreTheTable(_ threads: Int) throws {
    var generator = SplitMix(state: 11)
    for _ in 0..<100 {
      let text = randomText(&generator)
      let reference = ReferenceTable(text)
      guard let name = reference.header.first, Set(reference.header).count == reference.header.count
      else { continue }
      let pieceSize = [1, 9, 40].randomElement(using: &generator) ?? 9
      func read() throws(DataError) -> [FoldedState<[Int: String]>] {
        try TypedBatches(
          TextPieces(bytes: text, file: "t", pieceSize: pieceSize), [.codes(name)],
          options(pieceSize, threads)
        ).fold([:]) { rows, batch throws(DataError) in
          let coded = try batch.coded(name)
          for row in 0..<batch.count { rows[batch.rows.firstRow + row] = coded[row] }
        }
      }
      guard reference.problems.isEmpty else {
        let found = problems { () throws(DataError) in _ = try read() }
        #expect(!found.isEmpty)
        continue
      }
      var rows: [Int: String] = [:]
      for part in try read() { rows.merge(part.state) { $0 + $1 } }
      #expect(rows.sorted { $0.key < $1.key }.map(\.value) == reference.rows.map { $0[0] })
    }
  }

  @Test(arguments: [1, 2, 3])
  func foldingRefusesWhatTheTableRefuses(_ threads: Int) throws {
    func read(_ text: String) throws(DataError) -> Int {
      try TypedBatches(
        TextPieces(bytes: Array(text.utf8), file: "t", pieceSize: 4), [.numbers("a"), .codes("b")],
        options(4, threads)
      ).fold(0) { count, batch throws(DataError) in
        count += batch.count
        if try batch.hasMissing("b") {
          throw .invalid([batch.rows.problem(row: 0, column: "b", "missing")], omitted: 0)
        }
      }.reduce(0) { $0 + $1.state }
    }
    let rows = String(repeating: "1,2\n", count: 40)
    #expect(try read("a,b\n" + rows + "\n\n\n") == 40)
    #expect(throws: DataError.invalid("t", line: 3, column: "a", "'x' is not a number")) {
      try read("a,b\n1,2\nx,2\n" + rows + "y,2\n")
    }
    #expect(throws: DataError.invalid("t", line: 3, "1 field, 2 expected as in the header")) {
      try read("a,b\n1,2\n\n1,2\n")
    }
    #expect(throws: DataError.invalid("t", line: 42, column: "b", "missing")) {
      try read("a,b\n" + rows + "1,NA\n" + rows + "z,3\n")
    }
  }
}
