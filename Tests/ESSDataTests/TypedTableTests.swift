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
}
