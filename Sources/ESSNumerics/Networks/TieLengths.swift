/// The lengths of a graph's ties for shortest paths: whole numbers where that is exact, so that paths that are equally long as written
/// are equally long as computed.
enum TieLengths: Sendable {
  /// Every tie has length 1.
  case steps
  /// Lengths as multiples of `unit`, which is 10 to the power of minus 0 to 9.
  case whole([Int64], unit: Double)
  /// Lengths that are no short decimals; paths are as long as each other within one part in 10^12.
  case real([Double])

  /// The lengths given for each stored tie; decimals of at most nine digits after the point become whole numbers if the longest
  /// path of them all fits.
  init(_ lengths: [Double]?) {
    guard let lengths else {
      self = .steps
      return
    }
    var scale = 1.0
    for _ in 0...9 {
      let scaled = lengths.map { ($0 * scale).rounded() }
      // A whole number below 2^53 over a power of ten below 10^22 is rounded once: it is the double that the decimal reads as.
      let isExact = zip(scaled, lengths).allSatisfy { $0 < 0x1p53 && $0 / scale == $1 }
      if isExact {
        let sum = scaled.reduce(0, +)
        self = sum < 0x1p62 ? .whole(scaled.map { Int64($0) }, unit: 1 / scale) : .real(lengths)
        return
      }
      scale *= 10
    }
    self = .real(lengths)
  }
}
