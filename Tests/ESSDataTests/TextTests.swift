import ESSData
import Testing

@Suite struct TextTests {
  @Test(
    arguments: [
      "0", "-0", "1", "+1", "1.", ".5", "-12.75", "1e3", "1E-3", "123456789012345", "0.1", "1e22",
      "12345678901234567890", "3.141592653589793", "2.2250738585072014e-308", "4.9e-324",
      "1.7976931348623157e308", "0.000000000000000000000000000001", "9007199254740993",
      "8.9e0000000000000000000000000000001",
    ])
  func numbersAreReadAsTheStandardLibraryDoes(_ text: String) {
    #expect(NumberText.parse(text) == Double(text))
  }

  @Test(
    arguments: [
      "", " ", "-", ".", "1,5", "1 ", " 1", "0x10", "inf", "nan", "1e", "1e+", "1.2.3", "--1",
      "1e999", "1_000", "１",
    ])
  func otherTextsAreNoNumbers(_ text: String) {
    #expect(NumberText.parse(text) == nil)
  }

  @Test(
    arguments: [
      (0.0, "0"), (-0.0, "0"), (12, "12"), (-3, "-3"), (0.1, "0.1"), (1e15, "1000000000000000"),
      (1e22, "1e+22"),
      (21_665_432.125, "21665432.125"), (Double.leastNonzeroMagnitude, "5e-324"),
    ])
  func shortestText(_ value: Double, _ text: String) {
    #expect(NumberText.shortest(value) == text)
    #expect(Double(text) == value)
  }

  @Test(
    arguments: [
      (1.25, 1, "1.3"), (-1.25, 1, "-1.3"), (0.004, 2, "0.00"), (-0.004, 2, "0.00"), (7, 0, "7"),
      (0.05, 3, "0.050"), (99.995, 1, "100.0"), (1e300, 2, "1e+300"),
    ])
  func fixedDecimals(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  // The payloads of OWASP's page on CSV injection.
  @Test func formulasAreProtectedOnlyWhenAsked() {
    let payloads = ["=1+1", "@SUM(1,1)", "+1+1", "-2+3", "\t=1", "＝1"]
    for payload in payloads {
      var plain = DelimitedText()
      plain.add([.text(payload)])
      var safe = DelimitedText(isSpreadsheetSafe: true)
      safe.add([.text(payload), .number("-3.2")])
      #expect(!String(decoding: plain.bytes, as: UTF8.self).contains("'"))
      let text = String(decoding: safe.bytes, as: UTF8.self)
      #expect(text.hasPrefix("'") || text.hasPrefix("\"'"))
      #expect(text.hasSuffix(",-3.2\n"))
    }
  }

  @Test func writtenTextReadsBack() throws {
    let cells = ["plain", "a,b", "say \"x\"", "two\nlines", "\r", "", "ñandú"]
    var text = DelimitedText()
    text.add([.text("c")])
    for cell in cells where !cell.isEmpty { text.add([.text(cell)]) }
    let table = try CSVTable(bytes: text.bytes, file: "t")
    #expect(try table.texts("c") == cells.filter { !$0.isEmpty })
  }

  // A text begins with one mark of byte order at most; a second one belongs to the first field.
  @Test func aFieldThatBeginsWithAMarkOfByteOrderReadsBack() throws {
    var text = DelimitedText()
    text.add([.text("\u{FEFF}a"), .text("b")])
    text.add([.text("\u{FEFF}1"), .text("2")])
    let table = try CSVTable(bytes: text.bytes, file: "t")
    #expect(table.columns == ["\u{FEFF}a", "b"])
    #expect(try table.texts("\u{FEFF}a") == ["\u{FEFF}1"])
  }

  // FIPS 180-4 examples: the empty message and "abc".
  @Test func digests() {
    #expect(
      Digest.sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      Digest.sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
