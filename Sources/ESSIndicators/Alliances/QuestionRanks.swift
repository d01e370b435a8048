internal import ESSNumerics

/// Ranks of key organisations and alliances with the ranks that they have when relations are deleted at random.
struct QuestionRanks {
  /// By how much fragmentation rises without each organisation (KPP-NEG).
  let dividing: Ranked
  /// Territories that each alliance reaches.
  let reach: Ranked
  /// Territories that only one alliance reaches.
  let alone: Ranked

  /// Values with their ranks.
  struct Ranked {
    let values: [Double?]
    let ranks: [Int]
    /// The values of each draw.
    let drawn: [[Double?]]

    /// Positions from the first rank on, the first in order among equals.
    var order: [Int] { ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) } }

    func ranks(of position: Int) -> [Int] {
      drawn.map { RandomDeletion.rank(of: position, among: $0) }
    }
  }

  /// Draws of the rank intervals, if nobody asks for another number.
  private static let usualDraws = 100
  /// Relations up to which intervals are worked out without being asked for.
  private static let mostRelations = 200_000

  let deletion: RandomDeletion
  /// The draws behind the intervals; 0 where the network is too large.
  let draws: Int

  /// Ranks of an incidence of organisations and all alliances; `territory` places its rows in a frame of so many territories.
  init(
    _ incidence: IncidenceGraph, territory: [Int32], territories: Int, level: Double, draws: Int?,
    seed: UInt64
  ) {
    let deletion = RandomDeletion(share: 0.1, level: level, seed: seed)
    self.deletion = deletion
    self.draws = draws ?? (incidence.tieCount <= Self.mostRelations ? Self.usualDraws : 0)
    let places = PlacedRows(territory, territories)
    @Sendable func values(_ graph: IncidenceGraph) -> [[Double?]] {
      let presence = places.presence(in: graph)
      return [MemberConnectivity(graph).rises.organisations, presence.reach, presence.alone]
    }
    let observed = values(incidence)
    let drawn = Parallel.map(self.draws) { values(deletion.draw($0, of: incidence)) }
    let ranked = observed.enumerated().map { k, values in
      Ranked(
        values: values, ranks: RandomDeletion.ranks(values), drawn: drawn.map { $0[k] })
    }
    (dividing, reach, alone) = (ranked[0], ranked[1], ranked[2])
  }
}

/// The rows of an incidence, territory by territory.
private struct PlacedRows {
  private let rows: [Int32]
  private let starts: [Int]

  /// Rows by the territory of each, of so many; those of none (-1) are left out.
  init(_ territory: [Int32], _ territories: Int) {
    let order = territory.indices.filter { territory[$0] >= 0 }.sorted {
      (territory[$0], $0) < (territory[$1], $1)
    }
    rows = order.map { Int32($0) }
    var starts = [Int](repeating: 0, count: territories + 1)
    for row in order { starts[Int(territory[row]) + 1] += 1 }
    for place in 0..<territories { starts[place + 1] += starts[place] }
    self.starts = starts
  }

  /// How many territories each alliance reaches, and how many it alone reaches.
  func presence(in graph: IncidenceGraph) -> (reach: [Double?], alone: [Double?]) {
    var reach = [Double](repeating: 0, count: graph.columns)
    var alone = reach
    var lastPlace = [Int](repeating: -1, count: graph.columns)
    for place in 0..<(starts.count - 1) {
      var found = 0
      var last = 0
      for row in rows[starts[place]..<starts[place + 1]] {
        for column in graph.columns(ofRow: Int(row)) where lastPlace[Int(column)] != place {
          last = Int(column)
          lastPlace[last] = place
          reach[last] += 1
          found += 1
        }
      }
      if found == 1 { alone[last] += 1 }
    }
    return (reach.map { $0 }, alone.map { $0 })
  }
}
