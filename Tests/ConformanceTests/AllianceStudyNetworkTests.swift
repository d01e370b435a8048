import ESSIndicators
import Testing

/// Values of the alliance study, section 4 (questions 1 to 6 and 10), on the embedded data: tiers A and B, all themes unless said.
@Suite struct AllianceStudyNetworkTests {
  let view: AllianceView
  let figures: AllianceFigures
  let mixing: SectorMixing

  init() throws {
    view = try AllianceStudyTests.view(AllianceSelection(scope: .all))
    figures = AllianceFigures(view)
    mixing = SectorMixing(view, figures)
  }

  private func isNear(_ value: Double?, _ expected: Double, _ tolerance: Double = 5e-5) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
  }

  // Q1: 594 x 70 with 669; density 0.0161, mean degree 1.126, multi-membership 8.4 %, Gini 0.1051, components, F 0.5334 and,
  // federated, 0.2890.
  @Test func structure() {
    #expect(figures.organisations.count == 594 && figures.alliances.count == 70)
    #expect(figures.memberships == 669)
    #expect(isNear(figures.density, 0.0161))
    #expect(isNear(figures.meanMemberships, 1.126, 5e-4))
    #expect(isNear(figures.multiMembership, 0.084, 5e-4))
    #expect(isNear(figures.inequality, 0.1051))
    let sizes =
      [402, 38, 19, 19, 16, 16, 15, 13, 8, 7] + [6, 6, 6, 6, 3, 3, 2, 2]
      + [Int](repeating: 1, count: 7)
    #expect(figures.components == sizes)
    #expect(isNear(figures.fragmentation, 0.5334))
    #expect(isNear(figures.federatedFragmentation, 0.2890))
  }

  // Q2: nine organisations in alliances for knowledge; one country of LAC-33, ARG.
  @Test func knowledge() {
    let gain = NetworkGain(view, figures, group: .knowledge)
    #expect(gain.organisations == 9)
    #expect(gain.territories.map { view.frame.territories[$0] } == ["ARG"])
    #expect((gain.gain ?? -1) >= 0)
  }

  // Q3: convening share 1420/4103, pairs of different types 1521/6912.
  @Test func governments() {
    #expect(
      mixing.pairs
        == .init(all: 6912, acrossTypes: 1521, withoutGovernment: 4103, convened: 1420))
  }

  // Q4: countries by theme; 11.80 effective themes of 18 used.
  @Test func themes() {
    let themes = ThematicCoverage(view)
    let expected: [String: Int] = [
      "cooperative_representation": 21, "finance": 21, "habitat": 19, "local_government": 19,
      "development_cooperation": 18, "farmers": 17, "labour": 13, "policy": 7,
      "solidarity_economy": 7, "worker_cooperatives": 7, "fair_trade": 5, "cooperative_policy": 4,
      "local_government_sse": 2, "civil_society": 1, "research": 1, "advocacy": 0,
      "knowledge_transfer": 0, "social_economy": 0,
    ]
    #expect(themes.themes.count == expected.count)
    for theme in themes.themes { #expect(theme.territories == expected[theme.name]) }
    #expect(isNear(themes.effectiveThemes, 11.80, 5e-3))
    #expect(themes.used == 18)
  }

  // Q5: EI = (840 - 6108) / 6948 = -0.7582; mean Blau 0.1401; ILGSSE 0.7128, CUDECOOP 0.6667, GSEF and REVES 0.5926.
  @Test func sectors() {
    #expect(mixing.external == 840 && mixing.inner == 6108)
    #expect(isNear(mixing.externalInternal, -0.7582))
    #expect(isNear(mixing.meanBlau, 0.1401))
    let top = mixing.blau.sorted { ($1.value, $0.alliance) < ($0.value, $1.alliance) }.prefix(4)
    #expect(
      top.map { view.network.alliances[$0.alliance].id } == ["ILGSSE", "CUDECOOP", "GSEF", "REVES"])
    for (entry, value) in zip(top, [0.7128, 0.6667, 0.5926, 0.5926]) {
      #expect(isNear(entry.value, value))
    }
  }

  // Q6: KPP-NEG GSEF 0.0937, Barcelona 0.0699, Centro Cooperativista Uruguayo 0.0444, OCB 0.0400, Trinidad's credit unions 0.0379, CRESS
  // Nouvelle-Aquitaine 0.0358; reach 19, 19, 18, 18, 13, 13, 13, 10.
  @Test func keyOrganisations() throws {
    let removal = try #require(figures.removal)
    let order = removal.indices.sorted { removal[$0] > removal[$1] }
    for (at, expected) in zip(order, [0.0937, 0.0699, 0.0444, 0.0400, 0.0379, 0.0358]) {
      #expect(isNear(removal[at], expected))
    }
    let ids = order.prefix(2).map { view.network.organisations[figures.organisations[$0]].id }
    #expect(ids[0] == "GSEF_INT" && ids[1].contains("BARCELONA"))
    // The walk agrees with taking an organisation out.
    let whole = Projection(figures.incidence).graph
    for at in [order[0], order[5], 0, 300] {
      let left = try #require(KeyPlayers.fragmentation(whole, without: [at]))
      #expect(isNear(left - (figures.fragmentation ?? 0), removal[at], 1e-12))
    }
    let contributions = AllianceContributions(view, of: .alliances).contributions
    let reach = Dictionary(uniqueKeysWithValues: contributions.map { ($0.id, $0.reach) })
    let expected: [(String, Int)] = [
      ("HIC_AL", 19), ("UCCI", 19), ("ALOP", 18), ("ICA", 18), ("CCCU", 13), ("CAFAN", 13),
      ("CCL", 13), ("MERCOCIUDADES", 10),
    ]
    for (id, count) in expected { #expect(reach[id] == count, "\(id)") }
  }

  // Q10: the gap vector over all themes and of the core.
  @Test func gapVector() throws {
    let all = AllianceGaps(view)
    let expected = [0, 0, 0.255, 0.533, 0, 0.094, 0.879, 0.818, 0.818]
    for (gap, value) in zip(all.gaps, expected) {
      #expect(isNear(gap.value, value, 5e-4), "\(gap.kind)")
    }
    #expect(
      all.ranked.prefix(6).map(\.kind) == [
        .closure, .levels, .knowledge, .fragmentation, .inequality, .broker,
      ])
    let core = AllianceGaps(try AllianceStudyTests.view(AllianceSelection()))
    let some: [(AllianceGaps.Kind, Double)] = [
      (.coverage, 0.030), (.need, 0.027), (.inequality, 0.383), (.dependence, 6.0 / 32),
      (.levels, 0.939),
    ]
    for (kind, value) in some {
      let gap = try #require(core.gaps.first { $0.kind == kind })
      #expect(isNear(gap.value, value, 5e-4), "\(kind)")
    }
    #expect(core.ranked[0].kind == .levels)
    #expect(core.gaps[4].note == "BHS BLZ BRB GUY SUR VEN")
  }
}
