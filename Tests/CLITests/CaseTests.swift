import Foundation
import Testing

@testable import indicators_cli

/// What a command line did.
struct Outcome {
  var status: Int32
  var output: String
  var errors: String
}

/// Runs the built program as a user would: through a shell, in an empty folder, with nothing of the caller's environment that
/// changes the output.
enum Program {
  static let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .path(percentEncoded: false)

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The built program is called `indicators` only in this folder.
  private static let bin: URL = {
    let bin = FileManager.default.temporaryDirectory.appending(path: "ess-bin-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    // The release build, where `make test` has made one: what users get, and much faster; else the build of these tests.
    let given = ProcessInfo.processInfo.environment["ESS_PROGRAM"].map { [$0] } ?? []
    let candidates = given + ["indicators", "indicators-cli"].map { folder + "/" + $0 }
    let program = candidates.first { FileManager.default.fileExists(atPath: $0) } ?? ""
    try? FileManager.default.createSymbolicLink(
      atPath: bin.appending(path: "indicators").path(percentEncoded: false),
      withDestinationPath: program)
    return bin
  }()

  static func run(_ line: String, files: URL? = nil) throws -> Outcome {
    let manager = FileManager.default
    let place = manager.temporaryDirectory.appending(path: "ess-\(UUID().uuidString)")
    if let files, manager.fileExists(atPath: files.path(percentEncoded: false)) {
      try manager.copyItem(at: files, to: place)
    } else {
      try manager.createDirectory(at: place, withIntermediateDirectories: true)
    }
    defer { try? manager.removeItem(at: place) }
    let scratch = manager.temporaryDirectory.appending(path: "ess-io-\(UUID().uuidString)")
    try manager.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: scratch) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // Files, not pipes, so that no amount of output can block.
    let out = scratch.appending(path: "out").path(percentEncoded: false)
    let err = scratch.appending(path: "err").path(percentEncoded: false)
    process.arguments = ["-c", "{ \(line)\n} > '\(out)' 2> '\(err)'"]
    process.currentDirectoryURL = place
    process.standardInput = FileHandle.nullDevice
    process.environment = [
      "PATH": bin.path(percentEncoded: false) + ":/usr/bin:/bin", "COLUMNS": "100",
      "LC_ALL": "C.UTF-8",
    ]
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOfFile: out, encoding: .utf8),
      errors: try String(contentsOfFile: err, encoding: .utf8))
  }
}

/// One folder a case: `command`, and what it must do: `stdout`, `stderr` (both empty if absent) and `status` (0 if absent); the
/// command runs in a copy of the case's `files`.
@Suite struct CaseTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  static let names =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))) ?? []).sorted()

  private func text(_ name: String, _ file: String) -> String? {
    try? String(contentsOf: Self.folder.appending(path: "\(name)/\(file)"), encoding: .utf8)
  }

  @Test(arguments: names)
  func outputIsAsStored(_ name: String) throws {
    let command = try #require(text(name, "command"))
    let outcome = try Program.run(command, files: Self.folder.appending(path: "\(name)/files"))
    let status = text(name, "status").flatMap { Int32($0.filter { !$0.isWhitespace }) } ?? 0
    #expect(outcome.status == status)
    #expect(outcome.errors == text(name, "stderr") ?? "")
    #expect(outcome.output == text(name, "stdout") ?? "")
  }

  @Test func thereAreCases() { #expect(Self.names.count > 20) }
}
