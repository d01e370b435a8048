import Testing

@testable import ESSIndicators

@Suite struct AllianceEvolutionTests {
  // Case N16 of the network study: {ab, bc, cd} to {ab, cd, de, ae}: kept 2, formed 2, dissolved 1, Jaccard 0.4.
  @Test func tieChange() {
    let change = TieChange(from: ["ab", "bc", "cd"], to: ["ab", "cd", "de", "ae"])
    #expect(change.kept == 2 && change.formed == 2 && change.dissolved == 1)
    #expect(change.jaccard == 0.4)
    #expect(TieChange(from: Set<Int>(), to: Set<Int>()).jaccard == nil)
  }

  // Six members in groups {0,1,2} and {3,4,5} become {0,1} and {2,3,4,5}: both go on, member 2 changes; then everybody is in a new one
  // but 4 and 5, and the group of 0 and 1 has ended.
  @Test func communitiesAreCarried() {
    let first: [Int?] = [0, 0, 0, 1, 1, 1]
    let second = CommunityAlignment(from: first, to: [1, 1, 0, 0, 0, 0], nextLabel: 2)
    #expect(second.labels == [0, 0, 1, 1, 1, 1])
    #expect(second.continued == [0, 1] && second.appeared.isEmpty && second.ended.isEmpty)
    #expect(second.stayed == 5 && second.common == 6)
    let third = CommunityAlignment(from: second.labels, to: [nil, nil, 0, 0, 1, 1], nextLabel: 2)
    #expect(third.continued == [1] && third.appeared == [2] && third.ended == [0])
    #expect(third.labels == [nil, nil, 1, 1, 2, 2])
    #expect(third.stayed == 2 && third.common == 4)
  }

  /// Relations of organisations 0 and 1 to alliances a and b, given as (organisation, alliance, since, until).
  private func view(_ relations: [(Int, Int, Int?, Int?)]) throws -> AllianceView {
    let network = AllianceNetwork(
      organisations: (0..<2).map {
        .init(
          id: "o\($0)", name: "", actorType: "", isSSE: true, level: "", territory: "T\($0)",
          isGeneric: false, allianceAlias: nil)
      },
      alliances: ["a", "b"].map {
        .init(id: $0, name: $0, level: "", theme: "", membersStated: nil, source: "")
      },
      memberships: relations.map {
        .init(
          organisation: $0.0, alliance: $0.1, relation: "member", tier: "A", since: $0.2,
          until: $0.3, asOf: nil, source: "")
      })
    let frame = try Frame(code: "F", territories: ["T0", "T1"])
    return try AllianceView(
      network, AllianceSelection(tiers: ["A"]), frame: frame, weights: FrameWeights(frame: frame),
      tree: TerritoryTree([], groupMembers: []))
  }

  // By hand: in 2000 o0 is in a; in 2001 both are in a; in 2002 o0 has left a, and both are in b.
  @Test func steps() throws {
    let view = try view([
      (0, 0, 2000, 2001), (1, 0, 2001, nil), (0, 1, 2002, nil), (1, 1, 2002, nil),
    ])
    let evolution = try AllianceEvolution(
      view, years: [2000, 2001, 2002], communities: { $0.rowDegrees.map { $0 > 0 ? 0 : nil } })
    let kept = evolution.steps.map(\.memberships.kept)
    #expect(kept == [1, 1])
    #expect(evolution.steps.map(\.memberships.formed) == [1, 2])
    #expect(evolution.steps.map(\.memberships.dissolved) == [0, 1])
    #expect(evolution.steps.map { $0.coMemberships?.kept } == [0, 1])
    #expect(evolution.steps.map(\.surviving) == [1, 1])
    #expect(evolution.steps[1].founded == [1])
    #expect(evolution.steps.map { $0.communities?.continued.count } == [1, 1])
    #expect(evolution.datedShare == 1)
    // One membership in 2000, two in 2001, three in 2002: growth by a factor of 2, then 1.5; in two years by the root of 3 a year.
    func growth(_ from: Int, _ to: Int) -> Double? {
      MembershipGrowth(view, from: from, to: to).rate
    }
    #expect(growth(2000, 2001) == 1 && growth(2001, 2002) == 0.5)
    #expect(abs((growth(2000, 2002) ?? 0) - 0.7320508075688772) < 1e-15)
    #expect(growth(1999, 2002) == nil)
    let rows = evolution.observations.filter { $0.indicator == "alliances.annual_growth" }
    #expect(rows.map(\.value) == [1, 1, 0.5, 0.5])
    let undated = try self.view([(0, 0, nil, nil)])
    #expect(MembershipGrowth(undated) == nil)
    #expect(
      AllianceQuestions([undated], actors: []).answers[0].figures[0].last?.note[.english]
        == "no membership has a first year")
    // Two pairs without a tie between them are two groups, whatever the seed.
    let apart = IncidenceGraph(columns: 2, lists: [[0], [1], [], [0], [1]])
    let labels = AllianceEvolution.leiden(runs: 2, seed: 3)(apart)
    #expect(labels[0] == labels[3] && labels[1] == labels[4] && labels[0] != labels[1])
    #expect(labels[2] == nil)
    let timeline = CoverageTimeline(view, years: 1999...2003)
    #expect(timeline.entries.map { $0.coverage[.plain] } == [0, 0.5, 1, 1, 1])
    #expect(timeline.entries.map(\.depth) == [[0, 0], [1, 0], [1, 1], [1, 2], [1, 2]])
    #expect(timeline.entries.map(\.alliances) == [0, 1, 1, 2, 2])
    #expect(timeline.entries.map(\.relations) == [0, 1, 2, 3, 3])
  }
}
