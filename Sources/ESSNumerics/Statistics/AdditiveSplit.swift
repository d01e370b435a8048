/// A change between two ends and its parts, such that the printed numbers add up exactly.
///
/// Floating-point parts of a decomposition miss their total by a few units in the last place, which a reader who adds the printed
/// digits sees. Here both ends and all parts are rounded to one common grid, fine enough to change no number by more than a few
/// units of the last place of the largest, and the largest part takes up what is left. Every sum and difference of numbers
/// on the grid is then exact in double arithmetic, in any order.
public struct AdditiveSplit: Sendable, Equatable {
  /// The value at the start.
  public let start: Double
  /// The value at the end.
  public let end: Double
  /// The parts, in the order given; their sum is exactly `change`.
  public let parts: [Double]
  /// The change, exactly `end - start`.
  public var change: Double { end - start }

  /// Rounds both ends and the parts to a common grid; the parts must add up to `end - start` but for rounding.
  public init(start: Double, end: Double, parts: [Double]) {
    // One bit of room for each doubling of what may be added up.
    let size = parts.reduce(max(abs(start), abs(end))) { $0 + abs($1) }
    guard size > 0, size.isFinite else {
      self.start = start
      self.end = end
      self.parts = parts
      return
    }
    let step = size.ulp
    func onGrid(_ value: Double) -> Double { (value / step).rounded() * step }
    self.start = onGrid(start)
    self.end = onGrid(end)
    var rounded = parts.map(onGrid)
    if let largest = rounded.indices.max(by: { abs(rounded[$0]) < abs(rounded[$1]) }) {
      let others = rounded.indices.reduce(0) { $1 == largest ? $0 : $0 + rounded[$1] }
      rounded[largest] = (self.end - self.start) - others
    }
    self.parts = rounded
  }
}
