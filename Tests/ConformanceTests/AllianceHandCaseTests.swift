import ESSIndicators
import Testing

/// The hand-checkable subset of the alliance study, section 5: eight organisations, five alliances.
@Suite struct AllianceHandCaseTests {
  private static let alliances = [
    ("GSEF", "international"), ("CITIES", "international"), ("XMESS", "local"),
    ("UNTFSSE", "international"), ("ILGSSE", "international"),
  ]
  private static let types = [
    "local_government", "cooperative_federation", "international_organisation",
  ]
  // Rows 1 to 8 of the study with their type of actor; organisations of the SSE are rows 5 and 6.
  private static let rows: [(name: String, territory: String, in: [Int], type: Int)] = [
    ("Seoul", "KOR", [0, 1], 0), ("Bilbao", "ESP", [0, 1], 0), ("Barcelona", "ESP", [1, 2], 0),
    ("Girona", "ESP", [2], 0), ("ICA", "INT", [3, 4], 1), ("RIPESS", "INT", [0, 3, 4], 1),
    ("ILO", "INT", [3], 2), ("OECD", "INT", [3], 2),
  ]
  /// Test 8: GSEF is a member of UNTFSSE and ILGSSE, UNTFSSE of ILGSSE.
  private static let nested: [(name: String, in: [Int], alias: String)] = [
    ("GSEF itself", [3, 4], "GSEF"), ("UNTFSSE itself", [4], "UNTFSSE"),
  ]

  private static func network(
    nested: [(name: String, in: [Int], alias: String)] = []
  ) -> AllianceNetwork {
    var organisations: [AllianceNetwork.Organisation] = []
    var memberships: [AllianceNetwork.Membership] = []
    func add(_ name: String, _ territory: String, _ alliances: [Int], _ type: Int, _ alias: String?)
    {
      memberships += alliances.map {
        .init(
          organisation: organisations.count, alliance: $0, relation: "member", tier: "A",
          since: nil, until: nil, asOf: 2020, source: "test")
      }
      organisations.append(
        .init(
          id: name, name: name, actorType: types[type], isSSE: type == 1, level: "local",
          territory: territory, isGeneric: false, allianceAlias: alias))
    }
    for row in rows { add(row.name, row.territory, row.in, row.type, nil) }
    for row in nested { add(row.name, "INT", row.in, 1, row.alias) }
    return AllianceNetwork(
      organisations: organisations,
      alliances: alliances.map {
        .init(
          id: $0.0, name: $0.0, level: $0.1, theme: "policy", membersStated: nil, source: "test")
      }, memberships: memberships)
  }

  private static func view(
    _ network: AllianceNetwork, need: [Double] = [1, 2, 7]
  ) throws -> AllianceView {
    let frame = try Frame(code: "TEST", territories: ["KOR", "ESP", "MEX"])
    return try AllianceView(
      network, AllianceSelection(tiers: ["A"]), frame: frame,
      weights: FrameWeights(frame: frame, need: .init(need, method: "need")),
      tree: TerritoryTree([], groupMembers: []))
  }

  // Tests 1, 4, 11: 14 memberships, density 0.35, F 0; RIPESS taken out 0.571429, Barcelona 0.285714, any other 0; Gini of d 0.196429.
  @Test func structure() throws {
    let figures = AllianceFigures(try Self.view(Self.network()))
    #expect(figures.memberships == 14)
    #expect(figures.density == 0.35)
    #expect(figures.fragmentation == 0)
    let removal = try #require(figures.removal)
    let expected = [0, 0, 12.0 / 42, 0, 0, 24.0 / 42, 0, 0]
    for (value, other) in zip(removal, expected) { #expect(abs(value - other) < 1e-15) }
    #expect(figures.mostDividing?.organisation == 5)
    #expect(abs((figures.inequality ?? 0) - 11.0 / 56) < 1e-15)
  }

  // Test 5 with CITIES as an alliance for knowledge: components 6 and 2, gain 0.428571. Its three pairs: Seoul-Bilbao share GSEF too,
  // the other two do not.
  @Test func gain() throws {
    let network = Self.network()
    let themed = AllianceNetwork(
      organisations: network.organisations,
      alliances: network.alliances.map {
        .init(
          id: $0.id, name: $0.name, level: $0.level,
          theme: $0.id == "CITIES" ? "knowledge_transfer" : "policy", membersStated: nil, source: ""
        )
      }, memberships: network.memberships)
    let view = try Self.view(themed)
    let gain = NetworkGain(view, AllianceFigures(view), group: .knowledge)
    #expect(abs((gain.gain ?? 0) - 24.0 / 56) < 1e-15)
    #expect(gain.organisations == 3)
    #expect(abs((gain.bridging ?? 0) - 2.0 / 3) < 1e-15)
    #expect(NetworkGain(view, AllianceFigures(view), group: .intercooperation).gain == 0)
  }

  // Test 6: E 6, I 8, EI -1/7; Blau GSEF 4/9, CITIES 0, XMESS 0, UNTFSSE 1/2, ILGSSE 0; convening 0 of 6; 6 of 12 pairs across types.
  @Test func sectors() throws {
    let view = try Self.view(Self.network())
    let mixing = SectorMixing(view, AllianceFigures(view))
    #expect(mixing.external == 6 && mixing.inner == 8)
    #expect(abs((mixing.externalInternal ?? 0) + 1.0 / 7) < 1e-15)
    for (entry, value) in zip(mixing.blau, [4.0 / 9, 0, 0, 0.5, 0]) {
      #expect(abs(entry.value - value) < 1e-15)
    }
    #expect(
      mixing.pairs == .init(all: 12, acrossTypes: 6, withoutGovernment: 6, convened: 0))
    // Two of eight of the SSE: 24 of 56 ordered pairs cross, 2 * 24/56 - 1.
    #expect(abs((mixing.expectedExternalInternal ?? 0) + 1.0 / 7) < 1e-15)
  }

  // Test 7: greedy with organisations as universe: UNTFSSE 0.5, + CITIES 0.875, + XMESS 1.0.
  @Test func greedyOverOrganisations() {
    let incidence = IncidenceGraph(
      Matrix(rows: 8, columns: 5) { Self.rows[$0].in.contains($1) ? 1 : 0 })
    let greedy = GreedyCoverage(incidence)
    #expect(greedy.steps.map(\.alliance) == [3, 1, 2])
    #expect(greedy.steps.map(\.covered) == [4, 7, 8])
    #expect(greedy.steps.map(\.bound) == [4, 7, 8])
  }

  // Test 8: B* row sums 4, 4, 2, 1, 2, 3, 2, 2; with alpha = 0.5 row 1 is (1, 1, 0, 0.5, 0.75), row 5 (0, 0, 0, 1, 1) after capping,
  // row 7 (0, 0, 0, 1, 0.5), and all entries add up to 17.5.
  @Test func closure() throws {
    let nesting = AllianceNesting(Self.network(nested: Self.nested), AllianceSelection())
    let incidence = IncidenceGraph(
      Matrix(rows: 8, columns: 5) { Self.rows[$0].in.contains($1) ? 1 : 0 })
    let federated = incidence.booleanProduct(nesting.closure)
    #expect(federated.rowDegrees == [4, 4, 2, 1, 2, 3, 2, 2])
    #expect(federated.tieCount == 20)
    let faded = try nesting.attenuated(incidence, by: 0.5)
    #expect(faded.row(0) == [1, 1, 0, 0.5, 0.75])
    #expect(faded.row(4) == [0, 0, 0, 1, 1])
    #expect(faded.row(6) == [0, 0, 0, 1, 0.5])
    #expect((0..<8).reduce(0) { $0 + faded.row($1).reduce(0, +) } == 17.5)
  }

  // Test 12: a two-cycle has a finite closure; alpha = 1 is refused, 0.5 gives [[4/3, 2/3], [2/3, 4/3]] before capping.
  @Test func cycle() throws {
    let network = Self.network(nested: [("a", [1], "GSEF"), ("b", [0], "CITIES")])
    let nesting = AllianceNesting(network, AllianceSelection())
    #expect(nesting.closure.contains(row: 0, column: 1))
    #expect(nesting.closure.contains(row: 1, column: 0))
    #expect((0..<5).allSatisfy { nesting.closure.contains(row: $0, column: $0) })
    let one = IncidenceGraph(Matrix(rows: 1, columns: 5) { $1 == 0 ? 1 : 0 })
    let faded = try nesting.attenuated(one, by: 0.5)
    #expect(abs(faded[0, 0] - 1) < 1e-15 && abs(faded[0, 1] - 2.0 / 3) < 1e-15)
    for alpha in [1.0, 2, -0.5, .nan] {
      #expect(throws: DataError.self) { try nesting.attenuated(one, by: alpha) }
    }
  }

  // Test 9: R = KOR (0,1), ESP (1,1), MEX (0,0); AC 2/3; delta (2, 3, 0); survival at q = 0.2: 0.96, 0.992, 0, mean 0.650667; with needs
  // 1, 2, 7 AC_v = 0.3.
  @Test func frameOfThree() throws {
    let view = try Self.view(Self.network())
    let marks = view.marks(.direct)
    #expect(marks.depth == [2, 3, 0])
    #expect(marks.byLevel[0] == [0, 1, 0])
    #expect(marks.byLevel[3] == [1, 1, 0])
    #expect(view.direct.covered(byLevels: ["local"]) == [0, 1, 0])
    // Over these two levels: breadth 3/6, and one of three territories has both.
    let both = zip(marks.byLevel[0], marks.byLevel[3]).map { $0 + $1 }
    #expect(both.reduce(0, +) / 6 == 0.5 && both.count { $0 == 2 } == 1)
    #expect(view.means(of: marks.covered, by: .plain)[0] == 2.0 / 3)
    #expect(view.means(of: marks.covered, by: .need)[0] == 0.3)
    #expect(view.means(of: marks.covered, by: .population) == [nil])
    let survival = marks.survival(failure: 0.2)
    for (value, expected) in zip(survival, [0.96, 0.992, 0]) {
      #expect(abs(value - expected) < 1e-15)
    }
    #expect(abs((view.means(of: survival, by: .plain)[0] ?? 0) - 1.952 / 3) < 1e-15)
  }

  // Test 10: reach of ICA, RIPESS, ILO and OECD over organisations 4, 6, 4, 4; Shapley 1, 3, 1, 1.
  @Test func shapleyOverOrganisations() throws {
    let network = Self.network().placedInThemselves
    let frame = try Frame(code: "organisations", territories: network.organisations.map(\.id))
    let view = try AllianceView(
      network, AllianceSelection(tiers: ["A"]), frame: frame, weights: FrameWeights(frame: frame),
      tree: TerritoryTree([], groupMembers: []))
    let reach = try AllianceReach(view, actors: ["ICA", "RIPESS", "ILO", "OECD"])
    let direct = reach.entries.prefix(4)
    #expect(direct.map(\.territories.count) == [4, 6, 4, 4])
    for (entry, expected) in zip(direct, [1.0, 3, 1, 1]) {
      #expect(abs(entry.shapley - expected) < 1e-15)
    }
    #expect(reach.union[0] == 6)
  }

  // Test 13: an empty frame is refused; an unknown actor, none, and weights that add up to zero too.
  @Test func refusals() throws {
    #expect(throws: DataError.self) { try Frame(code: "NOBODY", territories: []) }
    let view = try Self.view(Self.network())
    #expect(throws: DataError.self) { try AllianceReach(view, actors: []) }
    #expect(throws: DataError.self) { try AllianceReach(view, actors: ["nobody"]) }
    #expect(throws: DataError.self) { try Self.view(Self.network(), need: [0, 0, 0]) }
    #expect(throws: DataError.self) { try AllianceEvolution(view, years: [2020]) }
    #expect(throws: DataError.self) { try AllianceEvolution(view, years: [2021, 2020]) }
  }
}
