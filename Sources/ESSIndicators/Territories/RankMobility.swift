/// How far territories changed places between two periods.
public struct RankMobility: Sendable, Equatable {
  /// Pairs in the same order in both periods.
  public let concordant: Int
  /// Pairs in opposite order.
  public let discordant: Int
  /// Pairs tied in the first period alone, the second alone, or both.
  public let tied: (first: Int, second: Int, both: Int)
  /// Concordant and discordant pairs within the same block.
  public let near: (concordant: Int, discordant: Int)?
  /// Rey's theta: how far rank changes go together within blocks, from 0 to 1; `nil` if nobody moved or there are no blocks.
  public let cohesion: Double?

  /// Compares two periods; `blocks` are regions, for the spatial parts.
  public init(_ before: [Double], _ after: [Double], blocks: [String]? = nil) {
    precondition(before.count == after.count && (blocks.map { $0.count == before.count } ?? true))
    var (same, opposite, nearSame, nearOpposite) = (0, 0, 0, 0)
    var ties = (first: 0, second: 0, both: 0)
    for i in before.indices {
      for j in 0..<i {
        let (first, second) = (before[i] - before[j], after[i] - after[j])
        if first == 0 || second == 0 {
          if first == 0, second == 0 {
            ties.both += 1
          } else if first == 0 {
            ties.first += 1
          } else {
            ties.second += 1
          }
          continue
        }
        let isSame = (first > 0) == (second > 0)
        if isSame { same += 1 } else { opposite += 1 }
        if let blocks, blocks[i] == blocks[j] {
          if isSame { nearSame += 1 } else { nearOpposite += 1 }
        }
      }
    }
    (concordant, discordant, tied) = (same, opposite, ties)
    near = blocks == nil ? nil : (nearSame, nearOpposite)
    cohesion = blocks.flatMap { Self.theta(before, after, $0) }
  }

  /// Kendall's tau-b.
  public var tau: Double? {
    let (c, d) = (Double(concordant), Double(discordant))
    let first = c + d + Double(tied.second)
    let second = c + d + Double(tied.first)
    return first > 0 && second > 0 ? (c - d) / (first * second).squareRoot() : nil
  }

  /// Kendall's tau of the pairs within blocks (Rey 2004; ties left out).
  public var spatialTau: Double? {
    near.flatMap { pairs in
      let all = pairs.concordant + pairs.discordant
      return all > 0 ? Double(pairs.concordant - pairs.discordant) / Double(all) : nil
    }
  }

  /// Sum over blocks of the absolute net rank change over the sum of absolute rank changes (Rey 2004, Journal of Geographical Systems).
  private static func theta(
    _ before: [Double], _ after: [Double], _ blocks: [String]
  ) -> Double? {
    let ranks = TieRule.average.ranks
    let changes = zip(ranks(before), ranks(after)).map { $1 - $0 }
    let all = changes.reduce(0) { $0 + abs($1) }
    guard all > 0 else { return nil }
    var net: [String: Double] = [:]
    for (block, change) in zip(blocks, changes) { net[block, default: 0] += change }
    return net.values.map(abs).sorted().reduce(0, +) / all
  }

  /// Whether both comparisons are the same.
  public static func == (left: RankMobility, right: RankMobility) -> Bool {
    left.concordant == right.concordant && left.discordant == right.discordant
      && left.tied == right.tied && left.near?.concordant == right.near?.concordant
      && left.near?.discordant == right.near?.discordant && left.cohesion == right.cohesion
  }
}
