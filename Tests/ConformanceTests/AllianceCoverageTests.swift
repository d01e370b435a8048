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
