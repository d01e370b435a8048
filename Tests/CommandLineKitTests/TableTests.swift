import Foundation
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

  /// Runs a program on some text; its exit status and what it printed.
  private func run(_ program: String, _ arguments: [String], input: String) throws -> (
    Int32, String
  ) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let (inPipe, outPipe) = (Pipe(), Pipe())
    process.standardInput = inPipe
    process.standardOutput = outPipe
    process.standardError = outPipe
    try process.run()
    inPipe.fileHandleForWriting.write(Data(input.utf8))
    inPipe.fileHandleForWriting.closeFile()
    let text = String(decoding: outPipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/bin/bash")),
    arguments: [
      (["sample", ""], ["poverty", "show"]), (["sample", "poverty", "ch"], ["change"]),
      (["sample", "poverty", "change", "--format", "j"], ["json"]),
      (["sample", "poverty", "change", "--cou"], ["--count"]),
      (["sample", "show", "r"], ["red"]), (["sample", "completions", "f"], ["fish"]),
    ])
  func bashCompletes(_ words: [String], _ expected: [String]) throws {
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let script =
      Sample.tool.bashCompletions
      + "COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count - 1); _sample; echo \"${COMPREPLY[@]}\"\n"
    let (status, text) = try run("/bin/bash", ["-s"], input: script)
    #expect(status == 0)
    let found = text.split { $0 == " " || $0 == "\n" }.map(String.init)
    #expect(expected.allSatisfy(found.contains), "\(text)")
  }

  @Test(
    arguments: [("/usr/bin/zsh", ["-n", "/dev/stdin"]), ("/usr/bin/fish", ["-n"])])
  func otherShellsAcceptTheScript(_ shell: String, _ arguments: [String]) throws {
    guard FileManager.default.fileExists(atPath: shell) else { return }
    let script = shell.hasSuffix("zsh") ? Sample.tool.zshCompletions : Sample.tool.fishCompletions
    let (status, text) = try run(shell, arguments, input: script)
    #expect(status == 0, "\(text)")
  }

  @Test func completionsListEveryOption() {
    for option in Sample.leaf.options {
      #expect(Sample.tool.bashCompletions.contains("--\(option.long)"))
      #expect(Sample.tool.zshCompletions.contains("--\(option.long)["))
      #expect(Sample.tool.fishCompletions.contains("-l \(option.long)"))
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/groff")))
  func manualPageIsCleanRoff() throws {
    let (status, text) = try run(
      "/usr/bin/groff", ["-man", "-ww", "-z", "-Tutf8"], input: Sample.tool.manualPage)
    #expect(status == 0)
    #expect(text == "")
  }
}
