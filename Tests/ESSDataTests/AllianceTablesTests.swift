import ESSData
import Testing

/// Memberships of any file: what is read, and what is refused where.
@Suite struct AllianceTablesTests {
  private func table(_ text: String, _ file: String) throws -> CSVTable {
    try CSVTable(bytes: Array(text.utf8), file: file)
  }

  private func network(
    _ memberships: String, organisations: String? = nil, alliances: String? = nil,
    mapping: [String] = [], duplicates: DuplicateRule = .fail
  ) throws -> AllianceNetwork {
    try AllianceTables(
      memberships: table(memberships, "m.csv"),
      organisations: try organisations.map { try table($0, "o.csv") },
      alliances: try alliances.map { try table($0, "a.csv") },
      columns: AllianceColumns(mapping: mapping), duplicates: duplicates
    ).network()
  }

  @Test func twoColumnsAreEnough() throws {
    let network = try network("organisation,alliance\nx,A\ny,A\nx,B\n")
    #expect(network.organisations.map(\.id) == ["x", "y"])
    #expect(network.alliances.map(\.id) == ["A", "B"])
    #expect(network.memberships.map(\.organisation) == [0, 1, 0])
    #expect(network.memberships.map(\.alliance) == [0, 0, 1])
    #expect(network.memberships.allSatisfy { $0.tier == "A" && $0.weight == 1 })
  }

  @Test func columnsAreMapped() throws {
    let network = try network(
      "member,network,from,w,country\nx,A,2019,0.5,MEX\n",
      mapping: [
        "organisation=member", "alliance=network", "since=from", "weight=w", "territory=country",
      ])
    #expect(network.memberships[0].since == 2019)
    #expect(network.memberships[0].weight == 0.5)
    #expect(network.organisations[0].territory == "MEX")
  }

  @Test func tablesBesideGiveAttributes() throws {
    let network = try network(
      "organisation,alliance\nx,A\n",
      organisations: "organisation,territory,sector\nx,T1,agri\nz,T2,retail\n",
      alliances: "alliance,level\nA,national\nB,local\n")
    #expect(network.organisations.map(\.territory) == ["T1", "T2"])
    #expect(network.attributes["sector"] == ["agri", "retail"])
    #expect(network.alliances.map(\.level) == ["national", "local"])
  }

  @Test(
    arguments: [
      (DuplicateRule.first, 0.5, 2001, 2005), (.sum, 0.75, 2001, 2020), (.max, 0.5, 2001, 2020),
    ] as [(DuplicateRule, Double, Int, Int)])
  func duplicatesByRule(
    _ rule: DuplicateRule, _ weight: Double, _ since: Int, _ until: Int
  ) throws {
    let text = "organisation,alliance,weight,since,until\nx,A,0.5,2001,2005\nx,A,0.25,2010,2020\n"
    let merged = try network(text, duplicates: rule).memberships
    #expect(merged.count == 1)
    #expect(merged[0].weight == weight && merged[0].since == since && merged[0].until == until)
  }

  // Alliances in a circle are allowed; the closure copes with them.
  @Test func nestingInACircle() throws {
    let network = try network("organisation,alliance\nA,B\nB,A\nx,A\n")
    #expect(network.organisations.map(\.allianceAlias) == ["A", "B", nil])
  }

  static let faults: [(String, String?, String?, Int, String)] = [
    ("organisation,alliance\nx,A\nx,A\n", nil, nil, 3, "second time; the first is on line 2"),
    ("organisation,alliance\nx,\n", nil, nil, 2, "the alliance is missing"),
    ("organisation,alliance\nA,A\n", nil, nil, 2, "member of itself"),
    ("organisation,alliance,weight\nx,A,-1\n", nil, nil, 2, "-1 is below zero"),
    ("organisation,alliance,since\nx,A,2019.5\n", nil, nil, 2, "2019.5 is not a year"),
    ("organisation,alliance,since\nx,A,soon\n", nil, nil, 2, "'soon' is not a number"),
    ("organisation,alliance,since,until\nx,A,2020,2019\n", nil, nil, 2, "after the last year"),
    ("organisation,alliance\ny,A\n", "organisation\nx\n", nil, 2, "not in the table of organis"),
    ("organisation,alliance\nx,B\n", nil, "alliance\nA\n", 2, "not in the table of alliances"),
    ("organisation,alliance\nx,A\n", "organisation\nx\nx\n", nil, 3, "occurs twice"),
    ("organisation,alliance,territory\nx,A,T1\nx,B,T2\n", nil, nil, 3, "on line 2"),
    ("organisation,alliance\nx,A\n", "organisation,alliance_alias\nx,Q\n", nil, 2, "no alliance"),
  ]

  @Test(arguments: faults)
  func faultsArePlaced(
    _ memberships: String, _ organisations: String?, _ alliances: String?, _ line: Int,
    _ message: String
  ) {
    do {
      _ = try network(memberships, organisations: organisations, alliances: alliances)
      Issue.record("not refused: \(message)")
    } catch DataError.invalid(let problems, _) {
      #expect(problems.first?.line == line)
      #expect(problems.first?.message.contains(message) == true, "\(problems)")
    } catch {
      Issue.record(error)
    }
  }

  @Test func namesThatAreNone() {
    for mapping in ["color=x", "tier=nowhere", "tier"] {
      #expect(throws: DataError.self) {
        try network("organisation,alliance\nx,A\n", mapping: [mapping])
      }
    }
  }

  @Test func framesHaveWeights() throws {
    let frame = try FrameTable(table("territory,population\nT1,5\nT2,0\n", "t.csv"))
    #expect(frame.territories == ["T1", "T2"] && frame.population == [5, 0] && frame.need == nil)
    #expect(throws: DataError.self) {
      try FrameTable(table("territory,population\nT1,-5\n", "t.csv"))
    }
    #expect(throws: DataError.self) { try FrameTable(table("territory\nT1\nT1\n", "t.csv")) }
  }
}
