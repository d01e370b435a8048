import Testing

@testable import CommandLineKit

@Suite struct ParserTests {
  @Test func everyForm() throws {
    let arguments = try Sample.parse(
      "in.csv", "--count=-3", "--level", "-0.5e1", "-ofile", "-qw", "--line", "a,b", "--line=c",
      "--form", "csv")
    #expect(arguments.operands == ["in.csv"])
    #expect(try arguments.integer("count") == -3)
    #expect(try arguments.number("level") == -5)
    #expect(arguments.text("output") == "file")
    #expect(arguments.flag("quiet") && arguments.flag("wide"))
    #expect(arguments.list("line") == ["a", "b", "c"])
    #expect(arguments.text("format") == "csv")
    #expect(!arguments.isGiven("from"))
  }

  @Test func settingsAreAfterDefaults() throws {
    let settings = try Sample.parse("-q", "--line", "a,b").settings
    #expect(settings.map { "\($0.option)=\($0.value)" } == ["count=2", "line=a,b", "quiet=yes"])
    #expect(try Sample.parse("-").operands == ["-"])
  }

  @Test(
    arguments: [
      (
        ["--cuont", "3"], "unknown option --cuont of sample poverty change; did you mean '--count'?"
      ),
      (["--f", "x"], "--f is ambiguous: --format, --from"),
      (["--count", "x"], "--count: 'x' is not a whole number"),
      (["--level", "nan"], "--level: 'nan' is not a number"),
      (["--level", "0x1p3"], "--level: '0x1p3' is not a number"),
      (
        ["--format", "jsn"], "--format: 'jsn' is not one of csv, json, table; did you mean 'json'?"
      ),
      (["--from"], "--from needs a value: PERIOD"), (["--quiet=1"], "--quiet takes no value"),
      (["--count", "1", "--count", "2"], "--count is given twice"),
      (["--line", "a,,b"], "--line has an empty value"),
      (["-z"], "unknown option -z of sample poverty change"),
      (["a", "b"], "sample poverty change takes no 'b'"),
    ])
  func refusals(_ words: [String], _ message: String) {
    #expect(throws: Failure(status: .usage, message: message)) {
      var parser = Parser(Sample.leaf, path: ["sample", "poverty", "change"])
      _ = try parser.parse(words)
    }
  }

  @Test func nearestNames() {
    let names = ["poverty", "recession", "recovery", "alliances"]
    #expect(nearest("povrety", in: names) == ["poverty"])
    #expect(nearest("rec", in: names) == ["recovery", "recession"])
    #expect(nearest("POVERTY", in: names) == ["poverty"])
    #expect(nearest("xyz", in: names).isEmpty)
    #expect(nearest("", in: names).isEmpty)
  }
}
