import Foundation
import Testing

@testable import CommandLineKit

/// What is made from the table for other programs, tried in those programs: completions in the shells, the manual page in groff.
@Suite struct ShellTests {
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
      (["sample", "poverty", "change", "ex"], ["example"]),
      (["sample", "poverty", "-"], ["--year"]),
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

  // In zsh's completion system the script calls _describe and _arguments: here they say with what.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/zsh")),
    arguments: [
      (["sample", ""], "poverty:About poverty"), (["sample", "poverty", ""], "change:The change"),
      (["sample", "poverty", "change", "--f"], "--format[The form]:value:(csv json table)"),
      (["sample", "poverty", "change", "ex"], "names:name:(example)"),
      (["sample", "poverty", "-"], "--year[A year]:YEAR: "),
      (["sample", "show", ""], "*:operand:(red green)"),
    ])
  func zshCompletes(_ words: [String], _ expected: String) throws {
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      _describe() { print -rl -- "${(@P)2}" }
      _arguments() { print -rl -- "$@" }
      words=(\(quoted)); CURRENT=\(words.count)

      """
    let (status, text) = try run(
      "/usr/bin/zsh", ["-f", "-s"], input: script + Sample.tool.zshCompletions)
    #expect(status == 0)
    #expect(text.contains(expected), "\(text)")
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/fish")),
    arguments: [
      ("sample pov", "poverty"), ("sample poverty ch", "change"),
      ("sample poverty change --format j", "json"), ("sample poverty change --cou", "--count"),
      ("sample poverty change ex", "example"), ("sample show r", "red"),
    ])
  func fishCompletes(_ line: String, _ expected: String) throws {
    let script = Sample.tool.fishCompletions + "complete -C '\(line)'\n"
    let (status, text) = try run("/usr/bin/fish", ["--no-config"], input: script)
    #expect(status == 0)
    let names = text.split(separator: "\n").compactMap { $0.split(separator: "\t").first }
    #expect(names.contains { $0 == expected }, "\(text)")
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
