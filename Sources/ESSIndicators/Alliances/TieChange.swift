/// How a set of ties changed between two dates.
public struct TieChange: Sendable, Equatable {
  /// Ties of both dates.
  public let kept: Int
  /// Ties of the second date alone.
  public let formed: Int
  /// Ties of the first date alone.
  public let dissolved: Int

  /// The change from one set of ties to another.
  public init<Tie: Hashable>(from before: Set<Tie>, to after: Set<Tie>) {
    kept = before.intersection(after).count
    formed = after.count - kept
    dissolved = before.count - kept
  }

  /// Jaccard similarity of the two sets; `nil` where both are empty.
  public var jaccard: Double? {
    let union = kept + formed + dissolved
    return union > 0 ? Double(kept) / Double(union) : nil
  }
}
