/// The ranks that units had in many replications of a score.
///
/// Memory: one count for each unit and rank.
public struct RankDistribution: Sendable, Equatable {
  /// Number of units.
  public let units: Int
  /// Number of replications.
  public let replications: Int
  /// How often each unit (row by row) had each rank from 1.
  private let counts: [Int32]

  /// The distribution of ranks given replication after replication, unit after unit, each from 1 to the number of units.
  public init(units: Int, ranks: [[Int32]]) {
    self.units = units
    var counts = [Int32](repeating: 0, count: units * units)
    var replications = 0
    for block in ranks {
      precondition(units > 0 && block.count % units == 0, "ranks of a whole number of replications")
      replications += block.count / units
      var unit = 0
      for rank in block {
        counts[unit * units + Int(rank) - 1] += 1
        unit = unit + 1 == units ? 0 : unit + 1
      }
    }
    self.replications = replications
    self.counts = counts
  }

  /// Share of replications in which a unit had a rank: the rank acceptability index of SMAA-2 (Lahdelma and Salminen 2001, Operations
  /// Research 49, 444-454).
  public func acceptability(of unit: Int, rank: Int) -> Double {
    Double(counts[unit * units + rank - 1]) / Double(replications)
  }

  /// Share of replications in which a unit was among the first so many.
  public func share(of unit: Int, top: Int) -> Double {
    let first = unit * units
    return Double(counts[first..<(first + min(top, units))].reduce(0, +)) / Double(replications)
  }

  /// The least rank that a unit had, or a better one, in at least a share of replications.
  public func quantile(of unit: Int, _ share: Double) -> Int {
    // A hair less, so that 0.05 of 1000 asks for 50 replications whatever the rounding of the product.
    let wanted = max(1, share * Double(replications) * (1 - 1e-12))
    var sum = 0.0
    for rank in 1...units {
      sum += Double(counts[unit * units + rank - 1])
      if sum >= wanted { return rank }
    }
    return units
  }

  /// The mean rank of a unit.
  public func mean(of unit: Int) -> Double {
    let sum = (1...units).reduce(0.0) {
      $0 + Double($1) * Double(counts[unit * units + $1 - 1])
    }
    return sum / Double(replications)
  }
}

/// Ranks of scores, again and again without new memory: 1 for the largest; equal scores share the best of their ranks.
struct Ranking {
  private var order: [Int32]

  init(count: Int) { order = Array(0..<Int32(count)) }

  /// Appends the ranks of scores to a list.
  ///
  /// Starts from the last order, which is nearly right where replications are alike.
  mutating func append(_ scores: [Double], to ranks: inout [Int32]) {
    let count = scores.count
    let start = ranks.count
    ranks.append(contentsOf: repeatElement(1, count: count))
    order.sort { scores[Int($0)] > scores[Int($1)] }
    var shared = 1
    for place in 0..<count {
      let unit = Int(order[place])
      if place > 0, scores[unit] < scores[Int(order[place - 1])] { shared = place + 1 }
      ranks[start + unit] = Int32(shared)
    }
  }
}
