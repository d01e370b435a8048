import ESSData
import Testing

@Suite struct CSVTableTests {
  private func table(_ text: String) throws -> CSVTable {
    try CSVTable(bytes: Array(text.utf8), file: "test.csv")
  }

  // The kinds of the csv-spectrum collection: each text with its rows.
  @Test(
    arguments: [
      ("a,b\n1,2\n", [["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["1", "2"]]),
      ("a,b\n1,2", [["1", "2"]]),
      ("a,b\n\"x, y\",2\n", [["x, y", "2"]]),
      ("a,b\n\"say \"\"hi\"\"\",2\n", [["say \"hi\"", "2"]]),
      ("a,b\n\"\",\n", [["", ""]]),
      ("a,b\n\"two\nlines\",2\n", [["two\nlines", "2"]]),
      ("a,b\r\n\"two\r\nlines\",2\r\n", [["two\r\nlines", "2"]]),
      ("a,b\n1,ʤ\n", [["1", "ʤ"]]),
      (
        "a,b\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [1.5, 2]}\"\n",
        [["1", "{\"type\": \"Point\", \"at\": [1.5, 2]}"]]
      ),
      ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
      ("a,b\n1,2\n\n\n", [["1", "2"]]),
      ("a,b\n1,2\n3,", [["1", "2"], ["3", ""]]),
      ("a,b\n", []),
    ] as [(String, [[String]])])
  func goodTexts(_ text: String, _ rows: [[String]]) throws {
    let table = try table(text)
    #expect(table.columns == ["a", "b"])
    #expect(try table.texts("a") == rows.map { $0[0] })
    #expect(try table.texts("b") == rows.map { $0[1] })
  }

  @Test(
    arguments: [
      ("", "test.csv: the file is empty; a header row was expected"),
      ("a,b\n1\n", "test.csv:2: 1 field, 2 expected as in the header"),
      ("a,b\n1,2,3\n", "test.csv:2: 3 fields, 2 expected as in the header"),
      ("a,b\n1,2\n\n3,4\n", "test.csv:3: 1 field, 2 expected as in the header"),
      ("a,a\n1,2\n", "test.csv:1: column 'a': the header occurs twice"),
      ("a,\n1,2\n", "test.csv:1: column '2': the header is empty"),
      ("a,b\n\"x,2\n", "test.csv:2: a quoted field is not closed"),
      ("a,b\n\"x\"y,2\n", "test.csv:2: text after the closing quote of a field"),
      (
        "a,b\nx\"y,2\n",
        "test.csv:2: a quote inside an unquoted field; quote the field and double the quote"
      ),
      ("a;b\n1;2\n", "test.csv:1: fields are separated by semicolons; commas were expected"),
      ("a,b\n1,\0\n", "test.csv:2: a zero byte; the file is not text, or is in UTF-16"),
    ])
  func badTexts(_ text: String, _ message: String) {
    let error = #expect(throws: DataError.self) { try table(text) }
    guard case .invalid(let problems, _) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(problems.map(\.description).contains(message))
  }

  @Test func otherEncodingsAreRefusedByLine() {
    #expect(
      throws: DataError.invalid(
        "x.csv", line: 2, "byte 0xE9 is not UTF-8 (Latin-1?); save the file as UTF-8")
    ) { try CSVTable(bytes: Array("a\nAm".utf8) + [0xE9, 0x72, 0x0A], file: "x.csv") }
    #expect(throws: DataError.invalid("x.csv", line: 1, "the file is in UTF-16; save it as UTF-8"))
    {
      try CSVTable(bytes: [0xFF, 0xFE, 0x61, 0x00], file: "x.csv")
    }
  }

  @Test func allProblemsAreListedUpToALimit() {
    let text = "a,b\n" + String(repeating: "1\n", count: 30)
    guard
      case .invalid(let problems, let omitted) = #expect(
        throws: DataError.self, performing: { try table(text) })
    else { return }
    #expect(problems.count == 20)
    #expect(omitted == 10)
  }

  @Test func numbers() throws {
    let table = try table("a,b\n1.5,x\nNA,y\n-2e3,x\n..,\n")
    let values = try table.numbers("a")
    #expect(values[0] == 1.5 && values[1].isNaN && values[2] == -2000 && values[3].isNaN)
    let coded = try table.coded("b")
    #expect(coded.values == ["x", "y", ""])
    #expect(coded.codes == [0, 1, 0, 2])
    guard
      case .invalid(let problems, _) = #expect(
        throws: DataError.self, performing: { try table.numbers("b") })
    else { return }
    #expect(problems.first?.description == "test.csv:2: column 'b': 'x' is not a number")
    #expect(problems.count == 3)
  }

  @Test func manyDistinctTexts() throws {
    let names = (0..<5000).map { "k\($0 * 7919 % 5000)" }
    let coded = try table("a\n" + names.joined(separator: "\n") + "\n").coded("a")
    #expect(coded.values.count == 5000)
    #expect((0..<5000).allSatisfy { coded[$0] == names[$0] })
  }
}
