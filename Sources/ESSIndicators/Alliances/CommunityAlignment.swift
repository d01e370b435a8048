/// Communities of one date carried over to those of the next, so that a community keeps its number while it lasts.
///
/// Pairs of an earlier and a later community are matched by the number of members that they share, the largest first; ties go to the
/// lower numbers. What is left of the earlier ones has ended, what is left of the later ones is new.
public struct CommunityAlignment: Sendable, Equatable {
  /// For each member its community of the second date under the carried numbers; `nil` for those who are in none.
  public let labels: [Int?]
  /// Communities that go on, by their number.
  public let continued: [Int]
  /// Communities that are new.
  public let appeared: [Int]
  /// Communities of the first date that go on in none.
  public let ended: [Int]
  /// Members of both dates whose community goes on with them in it.
  public let stayed: Int
  /// Members who are in a community at both dates.
  public let common: Int

  /// Aligns the communities of two dates; `nextLabel` is the first number free for new ones.
  public init(from before: [Int?], to after: [Int?], nextLabel: Int) {
    precondition(before.count == after.count, "the same members at both dates")
    var shared: [Pair: Int] = [:]
    for (old, new) in zip(before, after) {
      if let old, let new { shared[Pair(old: old, new: new), default: 0] += 1 }
    }
    let order = shared.sorted { left, right in
      (-left.value, left.key.old, left.key.new) < (-right.value, right.key.old, right.key.new)
    }
    var carried: [Int: Int] = [:]
    var used: Set<Int> = []
    var stayed = 0
    for (pair, count) in order where carried[pair.new] == nil && !used.contains(pair.old) {
      carried[pair.new] = pair.old
      used.insert(pair.old)
      stayed += count
    }
    let continued = used.sorted()
    var free = nextLabel
    var appeared: [Int] = []
    for new in Set(after.compactMap { $0 }).sorted() where carried[new] == nil {
      carried[new] = free
      appeared.append(free)
      free += 1
    }
    labels = after.map { $0.flatMap { carried[$0] } }
    self.continued = continued
    self.appeared = appeared
    ended = Set(before.compactMap { $0 }).subtracting(used).sorted()
    self.stayed = stayed
    common = shared.values.reduce(0, +)
  }

  private struct Pair: Hashable {
    let old: Int
    let new: Int
  }
}
