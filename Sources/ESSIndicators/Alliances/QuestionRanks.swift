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
    @Sendable func values(_ graph: IncidenceGraph) -> [[Double?]] {
      let connectivity = MemberConnectivity(graph)
      let presence = Self.presence(graph, territory, territories)
      var alone = [Double](repeating: 0, count: graph.columns)
      for row in 0..<presence.rows {
        let mine = presence.columns(ofRow: row)
        if mine.count == 1, let only = mine.first { alone[Int(only)] += 1 }
      }
      return [
        connectivity.rises.organisations, presence.columnDegrees.map(Double.init), alone,
      ]
    }
    let observed = values(incidence)
    let drawn = Parallel.map(self.draws) { values(deletion.draw($0, of: incidence)) }
    let ranked = observed.enumerated().map { k, values in
      Ranked(
        values: values, ranks: RandomDeletion.ranks(values), drawn: drawn.map { $0[k] })
    }
    (dividing, reach, alone) = (ranked[0], ranked[1], ranked[2])
  }

  /// Which territories are present in which alliances.
  private static func presence(
    _ graph: IncidenceGraph, _ territory: [Int32], _ territories: Int
  ) -> IncidenceGraph {
    var rows: [Int32] = []
    var columns: [Int32] = []
    for row in 0..<graph.rows where territory[row] >= 0 {
      for column in graph.columns(ofRow: row) {
        rows.append(territory[row])
        columns.append(column)
      }
    }
    return IncidenceGraph(
      rows: territories, columns: graph.columns, rowIndices: rows, columnIndices: columns)
  }
}
