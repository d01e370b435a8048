import ESSIndicators
import Testing

/// Case N14 of the network study: a register of 24 organisations, 8 alliances and 7 territories.
@Suite struct AllianceRegisterTests {
  private static let memberships = """
    O07,A1 O15,A1 O01,A2 O03,A2 O04,A2 O10,A2 O13,A2 O02,A3 O07,A3 O03,A4 O08,A4 O17,A4 O18,A4 O01,A5 O03,A5 \
    O10,A5 O11,A5 O01,A6 O04,A6 O05,A6 O08,A6 O23,A6 O03,A7 O18,A7 O05,A8 O07,A8 O14,A8 O15,A8 O17,A8 O24,A8
    """
  private static let places = [
    2, 5, 4, 6, 5, 2, 1, 4, 3, 2, 1, 5, 6, 6, 1, 5, 4, 4, 6, 6, 5, 6, 2, 5,
  ]
  private static let levels = [
    "local", "national", "international", "local", "national", "international", "local", "national",
  ]
  private static let populations: [Double] = [
    251000, 306000, 258000, 251000, 280000, 320000, 117000,
  ]

  /// The register as its tables would be read, with its rows in another order and under other names if asked for.
  static func view(
    rows: (([String]) -> [String])? = nil, rename: (String) -> String = { $0 },
    isolates: [String] = [], scale: Double = 1
  ) throws -> AllianceView {
    func table(_ text: String, _ name: String) throws -> CSVTable {
      try CSVTable(bytes: Array(text.utf8), file: name)
    }
    let pairs = memberships.split(separator: " ").map(String.init)
    let lines = (rows?(pairs) ?? pairs).map { pair in
      pair.split(separator: ",").map { rename(String($0)) }.joined(separator: ",")
    }
    let organisations = (1...24).map { number in
      let id = number < 10 ? "O0\(number)" : "O\(number)"
      return "\(rename(id)),\(rename("T\(places[number - 1])"))"
    }
    let alliances = levels.enumerated().map { "\(rename("A\($0 + 1)")),\($1)" }
    let tables = AllianceTables(
      memberships: try table(
        (["organisation,alliance"] + lines).joined(separator: "\n"), "m.csv"),
      organisations: try table(
        (["organisation,territory"] + organisations + isolates).joined(separator: "\n"), "o.csv"),
      alliances: try table((["alliance,level"] + alliances).joined(separator: "\n"), "a.csv"),
      duplicates: .first)
    let territories = populations.enumerated().map {
      "\(rename("T\($0 + 1)")),\(NumberText.shortest($1 * scale))"
    }
    let frames = try FrameTable(
      table((["territory,population"] + territories).joined(separator: "\n"), "t.csv"))
    let frame = try Frame(code: "territories", territories: frames.territories)
    return try AllianceView(
      tables.network(), AllianceSelection(tiers: ["A"]), frame: frame,
      weights: FrameWeights(frame: frame, frames), tree: TerritoryTree([], groupMembers: []))
  }

  private func isNear(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
  }

  // Covered 5 of 7 = 0.7142857143, by population 0.7896803141, not T3 and T7; by level 2, 5, 5 territories and 0.2815479529,
  // 0.7896803141, 0.7896803141; depth 4 3 0 6 3 3 0, mean over covered 3.8.
  @Test func coverage() throws {
    let view = try Self.view()
    let coverage = AllianceCoverage(view)
    let marks = coverage.detailed[0]
    #expect(isNear(view.means(of: marks.covered, by: .plain)[0], 0.7142857143, 5e-11))
    #expect(isNear(view.means(of: marks.covered, by: .population)[0], 0.7896803141, 5e-11))
    #expect(coverage.uncovered(marks) == ["T3", "T7"])
    let levels: [(Int, Double, Double)] = [
      (0, 2, 0.2815479529), (1, 5, 0.7896803141), (3, 5, 0.7896803141),
    ]
    for (level, count, share) in levels {
      #expect(marks.byLevel[level].reduce(0, +) == count)
      #expect(isNear(view.means(of: marks.byLevel[level], by: .population)[0], share, 5e-11))
    }
    #expect(marks.depth == [4, 3, 0, 6, 3, 3, 0])
    #expect(marks.depth.reduce(0, +) / 5 == 3.8)
    // Without levels of organisations breadth is not known, and says so.
    let breadth = coverage.observations.filter { $0.indicator == "alliances.breadth" }
    #expect(!breadth.isEmpty && breadth.allSatisfy { $0.value == nil && !$0.note.isEmpty })
  }

  // Affiliated 0.6666666667; penetration T1 1, T2 0.75, T3 0, T4 1, T5 0.5, T6 0.5, T7 undefined; levels per organisation 8, 8, 7, 1.
  @Test func affiliation() throws {
    let view = try Self.view()
    let affiliation = Affiliation(view)
    #expect(isNear(affiliation.share, 0.6666666667, 5e-11))
    let expected: [Double?] = [1, 0.75, 0, 1, 0.5, 0.5, nil]
    #expect((0..<7).map(affiliation.penetration) == expected)
    #expect(affiliation.byLevels == [8, 8, 7, 1, 0])
    let row = try #require(
      AllianceCoverage(view).observations.first {
        $0.indicator == "alliances.penetration" && $0.territory == "T7"
      })
    #expect(row.value == nil && !row.note.isEmpty)
  }

  // Losing any one alliance costs nothing; A6 alone covers 0.6489063376 of the population.
  @Test func lossOfOneAlliance() throws {
    let contributions = AllianceContributions(try Self.view(), of: .alliances).contributions
    #expect(contributions.count == 8)
    for entry in contributions {
      #expect(entry.unique.isEmpty && entry.loss[.population] == 0)
    }
    let view = try Self.view(rows: { $0.filter { $0.hasSuffix("A6") } })
    let marks = view.marks(.direct)
    #expect(isNear(view.means(of: marks.covered, by: .population)[0], 0.6489063376, 5e-11))
  }

  // Shuffled rows, a row given twice, and other names change nothing; an organisation without an alliance nothing of coverage;
  // populations in other units nothing of shares.
  @Test func metamorphic() throws {
    let plain = try Self.view()
    let others = [
      try Self.view(rows: { Array($0.reversed()) }), try Self.view(rows: { $0 + [$0[3]] }),
      try Self.view(rename: { "x" + $0 + "é" }), try Self.view(isolates: ["O99,T3"]),
      try Self.view(scale: 10),
    ]
    let expected = summary(plain)
    for other in others { #expect(summary(other) == expected) }
  }

  /// Numbers of everything that works on coverage, which names and order must not change.
  private func summary(_ view: AllianceView) -> [[Double]] {
    let marks = view.marks(.direct)
    let contributions = AllianceContributions(view, of: .alliances).contributions
    let organisations = AllianceContributions(view, of: .organisations).contributions
    let figures = AllianceFigures(view)
    let mixing = SectorMixing(view, figures)
    let shares = contributions.map { $0.share[.population] ?? -1 }
    return [
      marks.depth, CoverageWeight.allCases.map { view.means(of: marks.covered, by: $0)[0] ?? -1 },
      contributions.map(\.shapley).sorted(), contributions.map(\.depthLoss).sorted(),
      shares.map { ($0 * 1e12).rounded() }.sorted(), organisations.map(\.depthLoss).sorted(),
      [figures.fragmentation, figures.density, figures.inequality].map { $0 ?? -1 },
      (figures.removal ?? []).map { ($0 * 1e12).rounded() }.sorted(),
      [Double(mixing.external), Double(mixing.inner)],
      AllianceGaps(view).gaps.map { $0.value ?? -1 },
      AllianceLevels(view).articulations.flatMap { [Double($0.reaching), Double($0.count)] },
      Affiliation(view).byLevels.dropFirst().map(Double.init),
      GreedyCoverage(view.direct.pattern).steps.map { Double($0.covered) },
    ]
  }
}
