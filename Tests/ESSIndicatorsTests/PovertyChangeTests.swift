import Testing

@testable import ESSIndicators

/// A small deterministic source of numbers in (0, 1) for property tests.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (Double(state >> 11) + 0.5) / Double(1 << 53)
  }
}

@Suite struct PovertyChangeTests {
  private struct Member {
    var h: (Double, Double)
    var p: (Double, Double)
  }

  /// Shapley values by their definition: the mean over the six orders in which the factors change.
  private func shapley(_ members: [Member]) -> [PovertyChange.Part: Double] {
    let totals = (members.reduce(0) { $0 + $1.p.0 }, members.reduce(0) { $0 + $1.p.1 })
    func number(_ moved: Set<PovertyChange.Part>) -> Double {
      let population = moved.contains(.population) ? totals.1 : totals.0
      return members.reduce(0) { sum, member in
        let share = moved.contains(.mix) ? member.p.1 / totals.1 : member.p.0 / totals.0
        let rate = moved.contains(.rate) ? member.h.1 : member.h.0
        return sum + population * share * rate
      }
    }
    let orders: [[PovertyChange.Part]] = [
      [.rate, .population, .mix], [.rate, .mix, .population], [.population, .rate, .mix],
      [.population, .mix, .rate], [.mix, .rate, .population], [.mix, .population, .rate],
    ]
    var values: [PovertyChange.Part: Double] = [:]
    for order in orders {
      var moved: Set<PovertyChange.Part> = []
      for part in order {
        let before = number(moved)
        moved.insert(part)
        values[part, default: 0] += (number(moved) - before) / 6
      }
    }
    return values
  }

  @Test func groupPartsAreShapleyValues() throws {
    var numbers = Numbers(seed: 7)
    for _ in 0..<200 {
      let members = (0..<5).map { _ in
        Member(
          h: (numbers.next(), numbers.next()), p: (1e6 * numbers.next(), 1e6 * numbers.next()))
      }
      func sum(_ value: (Member) -> Double) -> Double { members.reduce(0) { $0 + value($1) } }
      let change = try #require(
        PovertyChange(
          MemberSums(
            population0: sum { $0.p.0 }, population1: sum { $0.p.1 },
            poor00: sum { $0.p.0 * $0.h.0 },
            poor01: sum { $0.p.0 * $0.h.1 }, poor10: sum { $0.p.1 * $0.h.0 },
            poor11: sum { $0.p.1 * $0.h.1 })))
      let expected = shapley(members)
      for (part, value) in zip(change.parts, change.number.parts) {
        #expect(abs(value - (expected[part] ?? .nan)) <= 1e-6)
      }
      #expect(change.number.parts.reduce(0, +) == change.number.change)
    }
  }

  // With one member nobody can move between territories: the group's parts are the territory's, and the mix is nil.
  @Test func aGroupOfOneIsItsMember() throws {
    let territory = PovertyChange(headcount: .init(0.3, 0.4), population: .init(1000, 1200))
    let group = try #require(
      PovertyChange(
        MemberSums(
          population0: 1000, population1: 1200, poor00: 300, poor01: 400, poor10: 360, poor11: 480))
    )
    #expect(territory.number.parts == [110, 70])
    #expect(zip(group.number.parts, [110.0, 70, 0]).allSatisfy { abs($0 - $1) <= 1e-10 })
    #expect(group.number.change == 180)
  }

  private func panel(_ rows: String) throws -> Panel {
    try Panel(CSVTable(bytes: Array(("territory,period,rate,people\n" + rows).utf8), file: "p"))
  }

  private func tree(_ codes: [String]) throws -> TerritoryTree {
    func territory(_ code: String, _ parent: String?) -> Territory {
      Territory(
        code: code, level: .national, kind: "state", parent: parent,
        name: Translated(en: code, fr: code, es: code))
    }
    return try TerritoryTree(
      [territory("ALL", nil)] + codes.map { territory($0, "ALL") }, groupMembers: [])
  }

  // A is there in both years, B only in the first: the group is A alone, and says what share of the people that is.
  @Test func onlyMatchedCellsCount() throws {
    let panel = try panel("A,2019,30,100\nA,2020,40,110\nB,2019,90,300\nB,2020,,310\nC,2018,5,9\n")
    let from = try #require(Period(year: 2019))
    let to = from.advanced(by: 1)
    func group(_ minimum: Double) throws -> PanelPovertyChange.Row {
      try #require(
        try PanelPovertyChange(
          panel, tree(["A", "B", "C"]),
          .init(
            from: from, to: to, line: "l",
            headcount: "rate", population: "people", minimumShare: minimum)
        ).rows.last)
    }
    let row = try group(25)
    #expect(row.share == 25)
    #expect(row.matched == 1)
    #expect(row.change?.number.start == 30)
    #expect(row.change?.number.end == 44)
    let refused = try group(26)
    #expect(refused.change == nil)
    #expect(refused.note.hasPrefix("refused: 1 of 3 territories, 25.0 % of the population"))
  }

  private func compare(
    _ panel: Panel, _ codes: [String], _ from: Int, _ to: Int
  ) throws -> PanelPovertyChange {
    try PanelPovertyChange(
      panel, tree(codes),
      .init(
        from: try #require(Period(year: from)), to: try #require(Period(year: to)), line: "l",
        headcount: "rate", population: "people"))
  }

  // Nobody at the start, or at the end, is another reason than too little data.
  @Test func aGroupWithoutPeopleSaysSo() throws {
    let atStart = try compare(panel("A,2019,30,0\nA,2020,40,110\n"), ["A"], 2019, 2020)
    #expect(
      atStart.rows.last?.note
        == "refused: the population of its territories is zero or missing in 2019")
    let atEnd = try compare(panel("A,2019,30,100\nA,2020,40,0\n"), ["A"], 2019, 2020)
    #expect(
      atEnd.rows.last?.note
        == "refused: the population of its territories is zero or missing in 2020")
    #expect(
      throws: DataError.notIdentified("'people' is zero for every territory in 2019 and 2020")
    ) {
      try compare(panel("A,2019,30,0\nA,2020,40,0\n"), ["A"], 2019, 2020)
    }
  }

  // A territory's ratio is a cell; numbers of people and the ratio of a group need the population too.
  @Test func aRowIsWhatItsCellsAre() throws {
    let text =
      "territory,period,variable,value,status,source\nA,2019,rate,30,A,s\nA,2020,rate,40,P,t\n"
      + "A,2019,people,100,E,w\nA,2020,people,110,F,x\n"
    let panel = try Panel(CSVTable(bytes: Array(text.utf8), file: "p"))
    let rows = try compare(panel, ["A"], 2019, 2020).observations.map { row in
      "\(row.territory) \(row.period) \(row.indicator) \(row.status.rawValue) "
        + row.sources.joined(separator: ";")
    }
    for expected in [
      "A 2019 poverty.headcount A s", "A 2020 poverty.headcount P t",
      "A 2019 poverty.number_of_poor E s;w", "A 2020 poverty.number_of_poor F t;x",
      "A 2019/2020 poverty.headcount_change P s;t", "ALL 2019 poverty.headcount E s;w",
      "ALL 2019/2020 poverty.headcount_change F s;w;t;x",
      "ALL 2019/2020 poverty.number_change F s;t;w;x",
    ] { #expect(rows.contains(expected), "\(expected)") }
  }

  // The nearest periods on either side, of the series and of the end that lack a value; never the other end of the comparison.
  @Test func nearestPeriodsAreOfWhatIsMissing() throws {
    let panel = try panel(
      "A,2014,5,9\nA,2016,5,9\nA,2019,5,\nA,2020,5,9\nA,2024,4,9\nB,2015,1,1\nB,2025,1,1\n"
        + "B,2019,1,1\nB,2020,1,1\nB,1990,1,1\n")
    func note(_ from: Int, _ to: Int) throws -> String? {
      try compare(panel, ["A", "B"], from, to).rows.first { $0.territory == "A" }?.note
    }
    #expect(
      try note(2015, 2020)
        == "no headcount ratio for 2015 (nearest: 2014, 2016), no population for 2015 (nearest: 2014, 2016)"
    )
    #expect(try note(2019, 2020) == "no population for 2019 (nearest: 2016)")
    #expect(
      try note(2020, 2025)
        == "no headcount ratio for 2025 (nearest: 2024), no population for 2025 (nearest: 2024)")
    #expect(
      try note(1990, 2020)
        == "no headcount ratio for 1990 (nearest: 2014), no population for 1990 (nearest: 2014)")
  }

  // A is 100 of 400 people: the group that holds it is refused at 25.5 percent, and the footer names it.
  @Test(arguments: [
    (Language.english, "Refused, less than 25.5 % covered: ALL."),
    (.french, "Refusés, moins de 25,5 % couverts : ALL."),
    (.spanish, "Rechazados, menos del 25,5 % cubierto: ALL."),
  ])
  func aRefusedGroupIsNamed(_ language: Language, _ line: String) throws {
    let panel = try panel("A,2019,30,100\nA,2020,40,110\nB,2019,90,300\nB,2020,,310\n")
    let from = try #require(Period(year: 2019))
    func notes(_ minimum: Double) throws -> [String] {
      try PanelPovertyChange(
        panel, tree(["A", "B"]),
        .init(
          from: from, to: from.advanced(by: 1), line: "l", headcount: "rate",
          population: "people", minimumShare: minimum)
      ).display(DisplayContext(language: language, tree: tree([]))).notes
    }
    #expect(try notes(25.5).contains(line))
    #expect(try !notes(25).contains { $0.contains("ALL") })
  }

  // 30 of 100 people become 44 of 110: of hundreds, thousands and millions alike the table shows what there is.
  @Test(arguments: [
    (1, Language.english, "(persons)", ["30.0", "44.0", "+14.0"]),
    (1000, .french, "(milliers)", ["30,00", "44,00", "+14,00"]),
    (1_000_000, .spanish, "(millones)", ["30,00", "44,00", "+14,00"]),
  ])
  func smallNumbersAreShown(
    _ factor: Int, _ language: Language, _ unit: String, _ numbers: [String]
  ) throws {
    let panel = try panel("A,2019,30,\(100 * factor)\nA,2020,40,\(110 * factor)\n")
    let display = try compare(panel, ["A"], 2019, 2020).display(
      DisplayContext(language: language, tree: tree([])))
    #expect(display.columns[4...6].allSatisfy { $0.header.hasSuffix(unit) })
    #expect(display.rows.map { Array($0[4...6]) } == [numbers, numbers])
  }
}
