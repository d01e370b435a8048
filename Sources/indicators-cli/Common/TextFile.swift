import CommandLineKit
import ESSIndicators
import Synchronization

/// A text file or standard input, whose bytes are read when they are asked for, once.
final class TextFile: Sendable {
  /// The path; `-` for standard input.
  let path: String
  /// What messages call it.
  var name: String { path == "-" ? "standard input" : path }
  /// The first bytes of the text.
  let beginning: [UInt8]
  private let isReadOnce: Bool
  private let kept: Mutex<[UInt8]?>

  /// Looks at a file; one in a format that is no text is refused.
  ///
  /// Standard input and pipes are read at once.
  init(path: String) throws {
    self.path = path
    isReadOnce = path == "-" || (Files.exists(path) && !Files.isPlainFile(path))
    if isReadOnce {
      let text = try Files.readText(path)
      beginning = text
      kept = Mutex(text)
    } else {
      beginning = try Files.beginning(of: path, count: 1 << 16)
      kept = Mutex(nil)
    }
    try ForeignFormat.refuse(beginning, file: name)
  }

  /// Whether the bytes are in memory.
  var isKept: Bool { kept.withLock { $0 != nil } }

  /// The text, decompressed if it is a gzip file.
  func bytes() throws -> [UInt8] {
    try kept.withLock { kept in
      if let kept { return kept }
      let bytes = try Files.readText(path)
      kept = bytes
      return bytes
    }
  }

  /// The file as a manifest names it: by the digest of the file, of the text for standard input.
  func manifestInput() throws -> Manifest.Input {
    let bytes = try isReadOnce ? self.bytes() : Files.read(path)
    return Manifest.Input(file: path, sha256: Digest.sha256(bytes))
  }
}

extension Arguments {
  /// How CSV files are read.
  var readingOptions: ReadingOptions {
    guard let tokens = text("missing-tokens") else { return ReadingOptions() }
    let texts = tokens.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return ReadingOptions(missing: MissingTokens(texts))
  }
}
