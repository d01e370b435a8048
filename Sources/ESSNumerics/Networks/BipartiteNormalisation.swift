/// The largest values that centralities can take in a bipartite graph, by which they are divided (Borgatti and Everett 1997).
public struct BipartiteNormalisation: Sendable {
  private let own: Double
  private let other: Double

  /// For a node on a side of `own` nodes opposite a side of `other`.
  public init(own: Int, other: Int) {
    self.own = Double(own)
    self.other = Double(other)
  }

  /// A degree as a share of the other side.
  public func degree(_ degree: Double) -> Double? { other > 0 ? degree / other : nil }

  /// Closeness: (other + 2 (own - 1)) / farness, times the share of the others that is reached.
  public func closeness(farness: Double, reached: Int) -> Double? {
    let others = own + other - 1
    guard others > 0 else { return nil }
    guard farness > 0 else { return 0 }
    return (other + 2 * (own - 1)) / farness * (Double(reached - 1) / others)
  }

  /// A betweenness, each pair counted once, as a share of the largest that is possible.
  public func betweenness(_ betweenness: Double) -> Double? {
    guard own > 0, other > 0 else { return nil }
    let s = ((own - 1) / other).rounded(.down)
    let t = own - 1 - s * other
    let largest =
      (other * other * (s + 1) * (s + 1) + other * (s + 1) * (2 * t - s - 1)
        - t * (2 * s - t + 3)) / 2
    return largest > 0 ? betweenness / largest : nil
  }
}
