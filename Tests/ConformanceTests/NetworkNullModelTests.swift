import ESSIndicators
import Testing

/// Indices beside random memberships: means and spreads over draws against those over all tables with the same margins (N11).
@Suite struct NetworkNullModelTests {
  /// Rows 3, 2, 2, 1 and columns 2, 2, 2, 1, 1, which 117 tables have; the first organisation is a government.
  private static let lists: [[Int]] = [[0, 1, 2], [0, 1], [2, 3], [4]]
  private static let isGovernment = [true, false, false, false]
  private static let groups = [0, 1, 1, 2]
  private static let draws = 4_000

  private static func network(_ lists: [[Int]]) -> AllianceNetwork {
    AllianceNetwork(
      organisations: (0..<4).map {
        .init(
          id: "o\($0)", name: "",
          actorType: ["local_government", "civil_society", "civil_society", "enterprise"][$0],
          isSSE: $0 > 0, level: $0 < 2 ? "local" : "national", territory: "T\($0 / 2)",
          isGeneric: false, allianceAlias: nil)
      },
      alliances: (0..<5).map {
        .init(
          id: "a\($0)", name: "", level: $0 < 3 ? "national" : "international", theme: "policy",
          membersStated: nil, source: "")
      },
      memberships: lists.enumerated().flatMap { row, columns in
        columns.map {
          .init(
            organisation: row, alliance: $0, relation: "member", tier: "A", since: nil, until: nil,
            asOf: nil, source: "")
        }
      })
  }

  private static let network = network(lists)

  /// All tables of four rows with the margins of one, as the sets of rows of the columns.
  private static func tables(_ lists: [[Int]], columns: Int) -> [[Set<Int>]] {
    func margins(_ lists: [[Int]]) -> [Int] {
      (0..<columns).map { column in lists.count { $0.contains(column) } }
    }
    var found: [[[Int]]] = [[]]
    for list in lists {
      let choices = (0..<(1 << columns)).filter { $0.nonzeroBitCount == list.count }.map { mask in
        (0..<columns).filter { mask >> $0 & 1 == 1 }
      }
      found = found.flatMap { rows in choices.map { rows + [$0] } }
    }
    let wanted = margins(lists)
    return found.filter { margins($0) == wanted }.map { rows in
      (0..<columns).map { column in Set(rows.indices.filter { rows[$0].contains(column) }) }
    }
  }

  private static let tables = tables(lists, columns: 5)

  /// Whether a comparison has the mean and the standard deviation over all tables where an index is defined.
  private func agrees(
    _ comparison: NullComparison?, over tables: [[Set<Int>]] = Self.tables,
    _ index: ([Set<Int>]) -> Double?
  ) -> Bool {
    guard let comparison else { return false }
    let values = tables.compactMap(index)
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot()
    let margin = 4.5 * deviation / Double(comparison.draws).squareRoot() + 1e-12
    return abs(comparison.mean - mean) <= margin
      && abs(comparison.deviation - deviation)
        <= 6 / Double(comparison.draws).squareRoot() * deviation + 1e-12
  }

  private func actors(_ network: AllianceNetwork = Self.network) throws -> ActorNetwork {
    ActorNetwork(
      try AllianceIncidence(network, .init(selection: .init(tiers: ["A"]))), .organisations)
  }

  private static func find(
    _ model: NullModel?, _ indicator: String, _ component: String
  ) -> NullComparison? {
    model?.indices.first { $0.indicator == indicator && $0.component == component }?.comparison
  }

  private static func pairs(_ set: Set<Int>) -> [[Int]] {
    set.flatMap { i in set.filter { $0 > i }.map { [i, $0] } }
  }

  private static func blau(_ members: Set<Int>) -> Double? {
    members.count < 2
      ? nil
      : 1
        - (0..<3).reduce(0) { sum, group in
          let share = Double(members.count { groups[$0] == group }) / Double(members.count)
          return sum + share * share
        }
  }

  @Test func thereAreAllTables() { #expect(Self.tables.count == 117) }

  // Blau, E-I, the share of ties between groups, and the convening share of governments.
  @Test func mixing() throws {
    let mixing = try NetworkMixing(
      actors(), .init(attribute: "actor_type", permutations: 0, draws: Self.draws, seed: 11))
    let null = mixing.null
    #expect(agrees(Self.find(null, "network.blau", "a0")) { Self.blau($0[0]) })
    #expect(
      agrees(Self.find(null, "network.blau", "")) { table in
        let values = table.compactMap(Self.blau)
        return values.reduce(0, +) / Double(values.count)
      })
    // Groups are sorted by label; which number a group has is nothing to shares.
    func ties(_ table: [Set<Int>]) -> Set<[Int]> { Set(table.flatMap(Self.pairs)) }
    func across(_ table: [Set<Int>]) -> Double? {
      let all = ties(table)
      let between = all.filter { Self.groups[$0[0]] != Self.groups[$0[1]] }
      return Double(between.count) / Double(all.count)
    }
    #expect(agrees(Self.find(null, "network.external_share", "unweighted/curveball"), across))
    #expect(
      agrees(Self.find(null, "network.external_internal", "unweighted/curveball")) {
        across($0).map { 2 * $0 - 1 }
      })
  }

  // The convening share of governments, by pairs and with alliances counting 1 / (members - 1): an alliance of three and two of two.
  @Test func convening() throws {
    let lists = [[0, 1], [0, 1], [0, 2], [2]]
    let mixing = try NetworkMixing(
      actors(Self.network(lists)),
      .init(attribute: "actor_type", permutations: 0, draws: Self.draws, seed: 17))
    let tables = Self.tables(lists, columns: 3)
    func free(_ set: Set<Int>) -> [[Int]] {
      Self.pairs(set).filter { !Self.isGovernment[$0[0]] && !Self.isGovernment[$0[1]] }
    }
    #expect(
      agrees(Self.find(mixing.null, "network.convening", "pairs"), over: tables) { table in
        let all = Set(table.flatMap(free))
        let convened = Set(table.filter { $0.contains(0) }.flatMap(free))
        return all.isEmpty ? nil : Double(convened.count) / Double(all.count)
      })
    #expect(
      agrees(Self.find(mixing.null, "network.convening", "newman"), over: tables) { table in
        func sum(_ sets: [Set<Int>]) -> Double {
          sets.reduce(0) { $0 + Double(free($1).count) / Double(max(1, $1.count - 1)) }
        }
        let all = sum(table)
        return all > 0 ? sum(table.filter { $0.contains(0) }) / all : nil
      })
  }

  // The bridging share of an alliance of two: 1 if its pair shares nothing else. The constraint of a node is that of its neighbours.
  @Test func brokerage() throws {
    let brokerage = try NetworkBrokerage(
      actors(), by: nil, draws: Self.draws, seed: 12)
    #expect(
      agrees(Self.find(brokerage.null, "network.bridging", "a0")) { table in
        table.count { $0.isSuperset(of: table[0]) } == 1 ? 1 : 0
      })
    // With shared alliances as weights, by Burt's formula.
    #expect(
      agrees(Self.find(brokerage.null, "network.constraint", "o0")) { table in
        func weight(_ i: Int, _ j: Int) -> Double {
          i == j ? 0 : Double(table.count { $0.contains(i) && $0.contains(j) })
        }
        func share(_ i: Int, _ j: Int) -> Double {
          let all = (0..<4).reduce(0) { $0 + weight(i, $1) }
          return all > 0 ? weight(i, j) / all : 0
        }
        guard (0..<4).contains(where: { weight(0, $0) > 0 }) else { return nil }
        return (1..<4).filter { weight(0, $0) > 0 }.reduce(0) { sum, j in
          let indirect = (1..<4).reduce(0) { $0 + share(0, $1) * share($1, j) }
          return sum + (share(0, j) + indirect) * (share(0, j) + indirect)
        }
      })
  }

  // Organisations that have no other alliance, the rise of fragmentation, and the mean share after removals by degree.
  @Test func robustness() throws {
    let robustness = try NetworkRobustness(
      actors(), draws: 0, nullDraws: Self.draws, seed: 13)
    // Only the last organisation has a single membership: an alliance of two holds it with a probability to be counted.
    #expect(
      agrees(Self.find(robustness.null, "network.only_here", "a0")) { $0[0].contains(3) ? 1 : 0 })
    func fragmentation(_ table: [Set<Int>]) -> Double {
      var part = [0, 1, 2, 3]
      for set in table {
        let merged = Set(set.map { part[$0] })
        for k in 0..<4 where merged.contains(part[k]) { part[k] = merged.min() ?? 0 }
      }
      let joined = (0..<4).flatMap { i in (0..<4).filter { $0 != i && part[$0] == part[i] } }
      return 1 - Double(joined.count) / 12
    }
    #expect(
      agrees(Self.find(robustness.null, "network.fragmentation_rise", "a1")) { table in
        fragmentation(table.enumerated().filter { $0.offset != 1 }.map(\.element))
          - fragmentation(table)
      })
  }

  // Parts and pairs that share an alliance; margins have no distribution and no row.
  @Test func structure() throws {
    let structure = try NetworkStructure(
      Self.network, .init(selection: .init(tiers: ["A"])), draws: Self.draws, seed: 14)
    #expect(
      agrees(Self.find(structure.sides[0].null, "network.tied_pairs", "direct")) {
        Double(Set($0.flatMap(Self.pairs)).count)
      })
    let rows = structure.observations.filter { $0.indicator == "network.null_mean" }
    #expect(rows.count == 20 && !rows.contains { $0.component.hasPrefix("density") })
    // Nothing belongs to anything: federated is direct, the draws too.
    #expect(
      Self.find(structure.sides[1].null, "network.tied_pairs", "federated")
        == Self.find(structure.sides[0].null, "network.tied_pairs", "direct"))
  }

  // Levels and reach: territories T0 (o0, o1) and T1 (o2, o3).
  @Test func levelsAndReach() throws {
    let frame = try Frame(code: "F", territories: ["T0", "T1"])
    let view = try AllianceView(
      Self.network, AllianceSelection(tiers: ["A"]), frame: frame,
      weights: FrameWeights(frame: frame), tree: TerritoryTree([], groupMembers: []))
    let levels = AllianceLevels(view).nullModel(draws: 500, seed: 15)
    // Local organisations 0 and 1; alliances 3 and 4 are international.
    #expect(
      agrees(
        Self.find(
          levels, "alliances.articulation",
          "core/direct/organisation/subnational/international")
      ) { table in Double(table[3].union(table[4]).count { $0 < 2 }) / 2 })
    #expect(
      agrees(Self.find(levels, "alliances.reach", "core/direct/level/international")) { table in
        Double(Set(table[3].union(table[4]).map { $0 / 2 }).count)
      })
    let reach = try AllianceReach(view, actors: ["o0", "o3"])
      .nullModel(draws: 500, seed: 16)
    #expect(
      agrees(Self.find(reach, "alliances.actor_reach", "core/direct/o3")) { table in
        Double(Set(table.filter { $0.contains(3) }.joined().map { $0 / 2 }).count)
      })
  }

  // Weights of memberships have none like them to be drawn.
  @Test func weightedMembershipsHaveNoDraws() throws {
    let weighted = AllianceNetwork(
      organisations: Self.network.organisations, alliances: Self.network.alliances,
      memberships: Self.network.memberships.map {
        .init(
          organisation: $0.organisation, alliance: $0.alliance, relation: $0.relation,
          tier: $0.tier, since: nil, until: nil, asOf: nil, source: "", weight: 0.5)
      })
    let incidence = try AllianceIncidence(
      weighted, .init(selection: .init(tiers: ["A"]), isWeighted: true))
    let mixing = try NetworkMixing(
      ActorNetwork(incidence, .organisations),
      .init(attribute: "actor_type", permutations: 5, draws: 5))
    #expect(mixing.null?.indices.isEmpty == true)
    #expect(mixing.comparisons.allSatisfy { $0 != nil })
  }

  // All graphs of six nodes with degrees 3, 2, 2, 2, 2, 1, found by going through all 2^15; draws must not differ from equal shares at
  // p = 0.001, and triangles have their mean.
  @Test func switchingIsUniform() throws {
    let pairs = (0..<6).flatMap { i in ((i + 1)..<6).map { (i, $0) } }
    let wanted = [3, 2, 2, 2, 2, 1]
    var found: [[Int32]: Int] = [:]
    for mask in 0..<(1 << 15) where mask.nonzeroBitCount == 6 {
      var degrees = [Int](repeating: 0, count: 6)
      let ties = pairs.indices.filter { mask >> $0 & 1 == 1 }.map { pairs[$0] }
      for (i, j) in ties {
        degrees[i] += 1
        degrees[j] += 1
      }
      if degrees == wanted { found[ties.flatMap { [Int32($0.0), Int32($0.1)] }] = 0 }
    }
    let start = try #require(found.keys.min { $0.lexicographicallyPrecedes($1) })
    let graph = Graph(
      nodes: 6, sources: stride(from: 0, to: 12, by: 2).map { start[$0] },
      targets: stride(from: 1, to: 12, by: 2).map { start[$0] })
    let draws = 100 * found.count
    for draw in TieSwitching(graph, seed: 4).map(draws: draws, { $0 }) {
      #expect(draw.degrees == wanted)
      let list = draw.tieList
      found[zip(list.sources, list.targets).flatMap { [$0, $1] }, default: 0] += 1
    }
    let square = found.values.reduce(0.0) {
      $0 + (Double($1) - 100) * (Double($1) - 100) / 100
    }
    // Wilson and Hilferty's approximation of the 0.999 quantile.
    let k = Double(found.count - 1)
    let cube = 1 - 2 / (9 * k) + 3.0902 * (2 / (9 * k)).squareRoot()
    #expect(square < k * cube * cube * cube)
    // A directed graph keeps both degrees.
    let arcs = Graph(
      nodes: 5, sources: [0, 0, 1, 2, 3, 4], targets: [1, 2, 3, 4, 0, 1], isDirected: true)
    let turned = TieSwitching(arcs, seed: 5).draw(0)
    #expect(turned.degrees == arcs.degrees && turned.reversed.degrees == arcs.reversed.degrees)
  }
}
