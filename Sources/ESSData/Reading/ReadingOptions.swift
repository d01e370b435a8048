internal import ESSNumerics

/// How a text is read.
public struct ReadingOptions: Sendable {
  /// The texts that stand for a missing value in a column of numbers.
  public var missing: MissingTokens
  /// How many threads read; the result does not depend on it.
  public var threads: Int
  /// How many bytes are read at a time; `nil` for what suits the size of the text.
  var pieceSize: Int?
  /// The longest row, in bytes, that is taken for one.
  var longestRow = 1 << 23

  /// Options; as many threads as `Parallel` says if none is given.
  public init(missing: MissingTokens = .standard, threads: Int? = nil) {
    self.missing = missing
    self.threads = max(threads ?? Parallel.threads, 1)
  }
}
