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

  // Every write may come up short, be interrupted or fail: all bytes arrive, or there is an error.
  @Test func anyWriteCanFail() {
    let text = Array("0123456789".utf8)
    for failing in 0..<12 {
      for number in [EINTR, ENOSPC, EIO] {
        var written: [UInt8] = []
        var calls = 0
        var status: CommandLineKit.ExitStatus?
        do throws(Failure) {
          try StandardOutput.put(text, on: -1) { _, rest in
            defer { calls += 1 }
            if calls == failing {
              errno = number
              return -1
            }
            // One byte a time.
            written += rest.prefix(1)
            return 1
          }
        } catch {
          status = error.status
        }
        let isFatal = failing < text.count && number != EINTR
        #expect(status == (isFatal ? .inputOutput : nil))
        #expect(written == (isFatal ? Array(text.prefix(failing)) : text))
      }
    }
  }

  @Test func messagesAsJSONHaveTheirPlace() {
    #expect(Diagnostics.escaped("a \"b\" \\ \u{1}") == "a \\\"b\\\" \\\\ \\u0001")
    let problem = Failure.Problem(message: "x", file: "a.csv", line: 3, column: "gdp")
    #expect(
      Diagnostics.json("error", problem, .data)
        == "{\"level\":\"error\",\"status\":65,\"file\":\"a.csv\",\"line\":3,\"column\":\"gdp\",\"message\":\"x\"}\n"
    )
  }

  @Test func levelsAreColouredWhereColoursAre() {
    #expect(Diagnostics.coloured("error", false) == "error")
    #expect(Diagnostics.coloured("error", true) == "\u{1B}[31merror\u{1B}[0m")
    #expect(Diagnostics.coloured("note", true) == "note")
  }

  @Test func progressNamesTheStep() {
    let display = Progress.Display(isTerminal: true, diagnostics: Diagnostics(), step: "reading")
    #expect(display.text(seconds: 2) == "reading, 2 s")
  }

  @Test(
    arguments: [
      (["nothing"], 64), (["--version", "x"], 64), (["poverty", "chnage"], 64), (["-q"], 64),
      (["show"], 64), (["completions", "tcsh"], 64), (["help", "nothing"], 64),
      (["show", "red"], 0), (["break"], 70), (["poverty"], 0), (["poverty", "measure"], 0),
    ] as [([String], Int32)])
  func exitStatuses(_ words: [String], _ status: Int32) {
    #expect(Sample.tool.run(words) == status)
  }
}
