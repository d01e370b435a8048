import ESSIndicators
import Testing

/// The LAC-33 values of the alliance study, sections 2, 4 and 5 (test 14).
@Suite struct AllianceCoverageTests {
  let dataset: Dataset
  let network: AllianceNetwork
  let panel: Panel
  let tree: TerritoryTree

  init() throws {
    dataset = try Dataset("lac-covid")
    network = try dataset.allianceNetwork()
    panel = try dataset.panel()
    tree = try dataset.territories()
  }

  private func view(_ selection: AllianceSelection) throws -> AllianceView {
    let frame = try Frame(group: "LAC33", in: tree)
    let weights = try FrameWeights(
      panel, frame: frame, reference: try #require(Period(year: 2019)), population: "population",
      level: "gdp_constant_2015_usd")
    return try AllianceView(network, selection, frame: frame, weights: weights, tree: tree)
  }

  private func coverage(_ selection: AllianceSelection) throws -> AllianceCoverage {
    AllianceCoverage(try view(selection))
  }

  // Section 5, test 13: relations by tier.
  @Test(arguments: zip([["A"], ["A", "B"], ["A", "B", "C"]], [534, 669, 799]))
  func relationsByTier(tiers: [String], count: Int) {
    let selection = AllianceSelection(scope: .all, tiers: tiers)
    #expect(selection.memberships(of: network).count == count)
  }

  // Sections 2, 4 (Q7) and 5 (test 14): territories covered of 33, by population, by need, mean depth.
  @Test(
    arguments: [
      (AllianceSelection(), 32, 0.9824, 0.9728, 3.2121),
      (AllianceSelection(namedOnly: true), 22, 0.9739, 0.9546, nil),
      (AllianceSelection(tiers: ["A"]), 30, 0.9196, 0.9297, 2.0303),
      (AllianceSelection(namedOnly: true, tiers: ["A"]), 19, 0.8940, nil, nil),
      (AllianceSelection(scope: .all), 33, 1, 1, 6.4242),
      (AllianceSelection(scope: .all, tiers: ["A"]), 33, 1, 1, 5.1515),
      (AllianceSelection(scope: .all, tiers: ["A", "B", "C"]), 33, 1, 1, 6.8485),
    ] as [(AllianceSelection, Int, Double, Double?, Double?)])
  func coverageByScope(
    _ selection: AllianceSelection, _ covered: Int, _ byPopulation: Double, _ byNeed: Double?,
    _ depth: Double?
  ) throws {
    let result = try coverage(selection)
    let marks = result.detailed[0]
    #expect(marks.covered.reduce(0, +) == Double(covered))
    #expect(result.view.groups[0].code == "LAC33")
    let plain = try #require(result.means(of: marks.covered, by: .plain)[0])
    #expect(abs(plain - Double(covered) / 33) <= 1e-15)
    let population = try #require(result.means(of: marks.covered, by: .population)[0])
    #expect(abs(population - byPopulation) <= 5e-5)
    if let byNeed {
      #expect(abs(try #require(result.means(of: marks.covered, by: .need)[0]) - byNeed) <= 5e-5)
    }
    if let depth {
      #expect(abs(try #require(result.means(of: marks.depth, by: .plain)[0]) - depth) <= 5e-5)
    }
  }

  // Section 2: who is not recorded.
  @Test func uncovered() throws {
    let core = try coverage(AllianceSelection())
    #expect(core.uncovered(core.detailed[0]) == ["CUB"])
    let named = try coverage(AllianceSelection(namedOnly: true))
    #expect(
      named.uncovered(named.detailed[0]) == [
        "ATG", "BHS", "BRB", "CUB", "DMA", "GRD", "GUY", "JAM", "KNA", "LCA", "SUR",
      ])
    let all = try coverage(AllianceSelection(scope: .all, namedOnly: true))
    #expect(
      all.uncovered(all.detailed[0]) == ["ATG", "BHS", "BRB", "GUY", "JAM", "KNA", "SUR"])
    let stated = try coverage(AllianceSelection(tiers: ["A"]))
    #expect(stated.uncovered(stated.detailed[0]) == ["CUB", "HTI", "VEN"])
  }

  // Q7: AC_k for k = 1 to 6, all themes.
  @Test func coverageByAtLeastK() throws {
    let marks = try coverage(AllianceSelection(scope: .all)).detailed[0]
    let shares = (1...6).map { k in Double(marks.depth.count { $0 >= Double(k) }) / 33 }
    for (share, expected) in zip(shares, [1, 1, 1, 0.8182, 0.6970, 0.5758]) {
      #expect(abs(share - expected) <= 5e-5)
    }
  }

  // Q9: breadth 59/99 and 6 level-complete over all themes, 42/99 and 2 in the core; 20, 6, 33 and 5, 6, 31 by mark;
  // level-complete territories hold 53.6 % of the population.
  @Test(
    arguments: [
      (AllianceSelection.Scope.all, [20.0, 6, 33], ["ARG", "BRA", "COL", "NIC", "URY", "VEN"]),
      (.core, [5, 6, 31], ["ARG", "NIC"]),
    ])
  func breadth(
    _ scope: AllianceSelection.Scope, _ sums: [Double], _ complete: [String]
  ) throws {
    let result = try coverage(AllianceSelection(scope: scope))
    let marks = result.detailed[0]
    #expect(
      [marks.localAnchor, marks.national, marks.supranational].map { $0.reduce(0, +) } == sums)
    let breadth = try #require(result.means(of: marks.breadth, by: .plain)[0])
    #expect(abs(breadth - sums.reduce(0, +) / 99) <= 1e-15)
    let names = zip(result.view.frame.territories, marks.levelComplete).filter { $1 == 1 }
    #expect(names.map(\.0) == complete)
    if scope == .all {
      let share = try #require(result.means(of: marks.levelComplete, by: .population)[0])
      #expect(abs(share - 0.536) <= 0.0005)
    }
  }

  // Q9: countries by alliance level, all themes: sub-national 2, national 6, continental 32, international 27.
  @Test func byLevel() throws {
    let marks = try coverage(AllianceSelection(scope: .all)).detailed[0]
    #expect(marks.byLevel.map { $0.reduce(0, +) } == [2, 6, 32, 27])
  }

  // Section 2: recorded / stated where a total is known, 595/3264 = 18.2 %.
  @Test func completeness() throws {
    let entry = try #require(
      try coverage(AllianceSelection()).completeness.first { $0.scope == "all" })
    #expect(entry.recorded == 595)
    #expect(entry.stated == 3264)
  }

  // Q6: greedy choices; ties go to the first in file order.
  @Test func greedy() throws {
    let core = try coverage(AllianceSelection()).greedy
    #expect(
      core.steps.map { network.alliances[$0.alliance].id } == [
        "ICA", "CCCU", "ICA_AMERICAS", "CONACOOP_NIC", "CECONAVE",
      ])
    #expect(core.steps.map(\.covered) == [18, 29, 30, 31, 32])
    #expect(core.steps.allSatisfy { $0.bound >= $0.covered && $0.bound <= 33 })
    let all = try coverage(AllianceSelection(scope: .all)).greedy
    #expect(
      all.steps.map { network.alliances[$0.alliance].id } == ["HIC_AL", "CCCU", "ICA"])
    #expect(all.steps.map(\.covered) == [19, 32, 33])
  }

  // Section 4, Q8 rests on the same closure: federated coverage is never below direct.
  @Test func federatedReachesFurther() throws {
    for scope in AllianceSelection.Scope.allCases {
      let result = try coverage(AllianceSelection(scope: scope))
      #expect(zip(result.detailed[0].depth, result.detailed[1].depth).allSatisfy { $0 <= $1 })
    }
  }
}

/// The hand-checkable subset of the alliance study, section 5: eight organisations, five alliances.
@Suite struct AllianceHandCaseTests {
  private static let alliances = [
    ("GSEF", "international"), ("CITIES", "international"), ("XMESS", "local"),
    ("UNTFSSE", "international"), ("ILGSSE", "international"),
  ]
  // Rows 1 to 8: Seoul, Bilbao, Barcelona, Girona, ICA, RIPESS, ILO, OECD; an extra row for GSEF itself, which is a member of
  // UNTFSSE and ILGSSE, and for UNTFSSE, a member of ILGSSE (test 8).
  private static let rows: [(name: String, territory: String, in: [Int], alias: String?)] = [
    ("Seoul", "KOR", [0, 1], nil), ("Bilbao", "ESP", [0, 1], nil),
    ("Barcelona", "ESP", [1, 2], nil), ("Girona", "ESP", [2], nil), ("ICA", "INT", [3, 4], nil),
    ("RIPESS", "INT", [0, 3, 4], nil), ("ILO", "INT", [3], nil), ("OECD", "INT", [3], nil),
  ]

  private func network(extra: [(String, String, [Int], String?)] = []) -> AllianceNetwork {
    let rows = Self.rows.map { ($0.name, $0.territory, $0.in, $0.alias) } + extra
    return AllianceNetwork(
      organisations: rows.map {
        .init(
          id: $0.0, name: $0.0, actorType: "civil_society", isSSE: true, level: "local",
          territory: $0.1, isGeneric: false, allianceAlias: $0.3)
      },
      alliances: Self.alliances.map {
        .init(
          id: $0.0, name: $0.0, level: $0.1, theme: "policy", membersStated: nil, source: "test")
      },
      memberships: rows.enumerated().flatMap { index, row in
        row.2.map {
          .init(
            organisation: index, alliance: $0, relation: "member", tier: "A", since: nil,
            until: nil, asOf: 2020, source: "test")
        }
      })
  }

  // Test 9: delta = (2, 3, 0); level-complete needs both marks.
  @Test func frameOfThree() throws {
    let frame = try Frame(code: "TEST", territories: ["KOR", "ESP", "MEX"])
    let presence = AlliancePresence(network(), AllianceSelection(), frame: frame, reach: .direct)
    #expect(presence.depth == [2, 3, 0])
    let covered = presence.depth.map { $0 > 0 ? 1.0 : 0 }
    #expect(covered.reduce(0, +) / 3 == 2.0 / 3)
    // Illustrative need weights 1, 2, 7: 0.3.
    #expect(zip(covered, [1, 2, 7]).reduce(0) { $0 + $1.0 * $1.1 } / 10 == 0.3)
    #expect(presence.covered(byLevels: ["local"]) == [0, 1, 0])
    #expect(presence.covered(byLevels: ["international"]) == [1, 1, 0])
  }

  // Test 7: greedy with organisations as universe: UNTFSSE 0.5, + CITIES 0.875, + XMESS 1.0.
  @Test func greedyOverOrganisations() {
    let incidence = Matrix(rows: 8, columns: 5) { Self.rows[$0].in.contains($1) ? 1 : 0 }
    let greedy = GreedyCoverage(IncidenceGraph(incidence))
    #expect(greedy.steps.map(\.alliance) == [3, 1, 2])
    #expect(greedy.steps.map(\.covered) == [4, 7, 8])
    #expect(greedy.steps.map(\.bound) == [4, 7, 8])
  }

  // Test 8: B* row sums 4, 4, 2, 1, 2, 3, 2, 2 with GSEF -> UNTFSSE, GSEF -> ILGSSE, UNTFSSE -> ILGSSE.
  @Test func closure() throws {
    let network = network(extra: [
      ("GSEF itself", "INT", [3, 4], "GSEF"), ("UNTFSSE itself", "INT", [4], "UNTFSSE"),
    ])
    let nesting = AllianceNesting(network, AllianceSelection())
    let incidence = IncidenceGraph(
      Matrix(rows: 8, columns: 5) { Self.rows[$0].in.contains($1) ? 1 : 0 })
    let federated = incidence.booleanProduct(nesting.closure)
    #expect(federated.rowDegrees == [4, 4, 2, 1, 2, 3, 2, 2])
    #expect(federated.tieCount == 20)
  }

  // Test 12: a two-cycle has a finite closure.
  @Test func cycle() throws {
    let network = network(extra: [("a", "INT", [1], "GSEF"), ("b", "INT", [0], "CITIES")])
    let closure = AllianceNesting(network, AllianceSelection()).closure
    #expect(closure.contains(row: 0, column: 1))
    #expect(closure.contains(row: 1, column: 0))
    #expect((0..<5).allSatisfy { closure.contains(row: $0, column: $0) })
  }

  // Test 13: an empty frame is refused.
  @Test func emptyFrame() {
    #expect(throws: DataError.self) { try Frame(code: "NOBODY", territories: []) }
  }
}
