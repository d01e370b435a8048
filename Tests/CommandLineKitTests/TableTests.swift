import Testing

@testable import CommandLineKit

@Suite struct TableTests {
  @Test func theSampleIsInOrder() {
    #expect(Sample.tool.tableProblems() == [])
  }

  @Test func plantedFaultsAreFound() {
    let bad = Command(
      name: "bad", summary: "Ends with a stop.",
      operands: [
        Operand(name: "A", help: "Optional", isOptional: true), Operand(name: "B", help: "Needed"),
      ],
      options: [
        Option(long: "b", short: "x", kind: .choice(["p"]), help: "", fallback: "q"),
        Option(long: "a", short: "x", kind: .flag, help: "Unsorted"),
        Option(long: "a", kind: .flag, help: "Twice"),
      ],
      examples: [Example(command: "sample bad --none", explanation: "Does not parse")])
    let tool = Tool(
      name: "sample", version: "", verboseVersion: { "" }, summary: "x",
      commands: [
        bad,
        Command(name: "noun", summary: "N", subcommands: [Sample.leaf], defaultSubcommand: "no"),
      ])
    let problems = tool.tableProblems()
    for part in [
      "summary ends with a full stop", "does nothing", "fewer than two examples", "--a twice",
      "-x twice", "is not sorted", "--b is empty", "'q' is no choice",
      "a needed operand behind an optional one", "does not parse",
      "the default verb 'no' does not exist",
    ] {
      #expect(problems.contains { $0.contains(part) }, "not found: \(part)")
    }
  }

  @Test func helpNamesEverything() {
    let help = Sample.tool.helpText(Sample.leaf, path: ["sample", "poverty", "change"])
    #expect(help.hasPrefix("The change\n\nUsage: sample poverty change [INPUT] [options]\n"))
    for option in Sample.leaf.options { #expect(help.contains("--\(option.long)")) }
    #expect(help.contains("A count [default: 2]"))
    #expect(help.contains("--format csv|json|table"))
    for example in Sample.leaf.examples { #expect(help.contains(example.command)) }
    #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
