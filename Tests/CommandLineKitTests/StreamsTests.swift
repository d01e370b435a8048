import Glibc
import Testing

@testable import CommandLineKit

@Suite struct StreamsTests {
  @Test func aFullDeviceIsAnError() throws {
    let descriptor = unsafe open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    let failure = #expect(throws: Failure.self) {
      try StandardOutput.write(Array("text".utf8), to: descriptor)
    }
    #expect(failure?.status == .inputOutput)
  }

  @Test func aClosedPipeIsItsOwnStatus() throws {
    StandardOutput.ignoreWriteSignals()
    var ends: [Int32] = [0, 0]
    #expect(unsafe pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let failure = #expect(throws: Failure.self) {
      try StandardOutput.write(Array("text".utf8), to: ends[1])
    }
    #expect(failure?.status == .brokenPipe)
  }

  @Test func messagesAsJSONAreEscaped() {
    #expect(Diagnostics.escaped("a \"b\" \\ \u{1}") == "a \\\"b\\\" \\\\ \\u0001")
  }

  @Test(
    arguments: [
      (["nothing"], 64), (["--version", "x"], 64), (["poverty", "chnage"], 64), (["-q"], 64),
      (["show"], 64), (["completions", "tcsh"], 64), (["help", "nothing"], 64),
      (["show", "red"], 0), (["poverty"], 0), (["poverty", "measure"], 0),
    ] as [([String], Int32)])
  func exitStatuses(_ words: [String], _ status: Int32) {
    #expect(Sample.tool.run(words) == status)
  }
}
