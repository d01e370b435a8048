import CommandLineKit
import ESSIndicators
import FoundationEssentials

/// What was run on what, so that a result can be traced: version, options after defaults, digests.
struct Manifest: Encodable {
  /// A file that was read.
  struct Input: Encodable {
    let file: String
    let sha256: String
  }

  /// An option with its value after defaults.
  struct Setting: Encodable, Sendable {
    let option: String
    let value: String
  }

  /// One command of the run, and what it wrote.
  struct Run: Encodable, Sendable {
    let command: String
    let options: [Setting]
    let file: String
    let sha256: String

    init(
      command: [String], options: [(option: String, value: String)], file: String, bytes: [UInt8]
    ) {
      self.command = command.joined(separator: " ")
      self.options = options.map { Setting(option: $0.option, value: $0.value) }
      self.file = file
      sha256 = Digest.sha256(bytes)
    }
  }

  let program = "indicators"
  let version = Version.number
  let inputs: [Input]
  let results: [Run]

  init(inputs: [Input], results: [Run]) {
    self.inputs = inputs
    self.results = results
  }

  /// The manifest as JSON: the same bytes for the same run.
  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try Array(encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
