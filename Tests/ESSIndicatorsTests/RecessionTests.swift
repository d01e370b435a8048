import Testing

@testable import ESSIndicators

@Suite struct RecessionTests {
  private func series(_ values: [Double]) throws -> Series {
    Series(start: try #require(Period(year: 2010)), values: values)
  }

  private func episode(_ values: [Double]) throws -> RecessionEpisode {
    try RecessionEpisode(
      series(values), reference: try #require(Period(year: 2015)),
      trendStart: Period(year: 2010))
  }

  private func path(_ seed: UInt64) -> [Double] {
    var numbers = Numbers(seed: seed)
    var level = 100.0
    return (0..<15).map { _ in
      level *= 0.93 + 0.15 * numbers.next()
      return level
    }
  }

  // Percentages and times do not depend on the currency: a power of two keeps even the bits.
  @Test func scaleDoesNotMatter() throws {
    for seed in 1...50 {
      let values = path(UInt64(seed))
      let one = try episode(values)
      let other = try episode(values.map { $0 * 1024 })
      #expect(one.depth == other.depth)
      #expect(one.loss == other.loss)
      #expect(one.recovery == other.recovery)
      #expect(one.trough == other.trough)
      let (left, right) = (try #require(one.trend), try #require(other.trend))
      #expect(abs(left.loss - right.loss) <= 1e-9)
      #expect(abs(left.growth - right.growth) <= 1e-10)
      #expect(abs(left.lossStandardError - right.lossStandardError) <= 1e-9)
    }
  }

  // Depth is never positive, the trough lies behind the reference, and a longer run asked for is never reached sooner.
  @Test func answersAreInOrder() throws {
    for seed in 1...200 {
      let values = path(UInt64(seed))
      let reference = try #require(Period(year: 2015))
      var last = 0
      for sustain in 1...4 {
        let episode = try RecessionEpisode(
          try series(values), reference: reference, sustain: sustain)
        #expect(episode.depth <= 0)
        if let trough = episode.trough { #expect(trough > reference) }
        guard case .regained(let regained) = episode.recovery else { continue }
        #expect(regained.interpolatedYears <= regained.years)
        #expect(regained.interpolatedYears > regained.years - 1)
        let steps = regained.sustained.map { reference.distance(to: $0) } ?? Int.max
        #expect(steps >= last)
        last = steps
      }
    }
  }

  private func world() throws -> (Panel, TerritoryTree) {
    let dataset = try Dataset("lac-covid")
    return (try dataset.panel(), try dataset.territories())
  }

  @Test func contributionsAddUpInEveryGroup() throws {
    let (panel, tree) = try world()
    let impact = try RecessionImpact(
      panel, tree,
      .init(
        reference: try #require(Period(year: 2019)), level: "gdp_constant_2015_usd",
        population: "population"))
    let groups = impact.rows.filter { !$0.contributions.isEmpty }
    #expect(groups.count >= 10)
    for row in groups {
      let rows = impact.observations.filter { $0.territory == row.territory && $0.period != "" }
      let growth = try #require(
        rows.first { $0.indicator == "recession.growth" && $0.period == "2020" }?.value)
      let parts = rows.filter { $0.indicator == "recession.contribution" }.compactMap(\.value)
      #expect(parts.reduce(0, +) == growth)
      #expect(parts.reversed().reduce(0, +) == growth)
    }
  }

  private func panel(_ rows: String) throws -> Panel {
    try Panel(CSVTable(bytes: Array(("territory,period,gdp,people\n" + rows).utf8), file: "p"))
  }

  /// A tree of groups, each with members of its own.
  private func tree(_ groups: [(String, members: [String])]) throws -> TerritoryTree {
    func territory(_ code: String, _ parent: String?) -> Territory {
      Territory(
        code: code, level: .national, kind: "state", parent: parent,
        name: Translated(en: code, fr: code, es: code))
    }
    return try TerritoryTree(
      groups.flatMap { group in
        [territory(group.0, nil)] + group.members.map { territory($0, group.0) }
      }, groupMembers: [])
  }

  private func impact(
    _ rows: String, _ groups: [(String, members: [String])],
    _ change: (inout RecessionImpact.Options) -> Void = { _ in }
  ) throws -> RecessionImpact {
    var options = RecessionImpact.Options(
      reference: try #require(Period(year: 2019)), level: "gdp", population: "people")
    change(&options)
    return try RecessionImpact(panel(rows), tree(groups), options)
  }

  // A group without people is refused for that, not for its data; if none has any, there is nothing to say.
  @Test func aGroupWithoutPeopleSaysSo() throws {
    let rows = "A,2019,100,0\nA,2020,90,0\nB,2019,100,5\nB,2020,90,5\n"
    let impact = try impact(rows, [("X", ["A"]), ("Y", ["B"])])
    let note = impact.rows.first { $0.territory == "X" }?.note
    #expect(note == "refused: the population of its territories is zero or missing in 2019")
    #expect(impact.rows.first { $0.territory == "Y" }?.share == 100)
    let notes = impact.display(DisplayContext(language: .english, tree: try tree([]))).notes
    #expect(notes.contains("Refused, population zero or missing: X."))
    #expect(!notes.contains { $0.hasPrefix("No complete series") })
    #expect(throws: DataError.self) {
      try self.impact("A,2019,100,0\nA,2020,90,0\n", [("X", ["A"])])
    }
  }

  // Regained in 2021, held in 2022: only the last level, its growth and the loss against the trend look at 2023.
  @Test func aRowIsWhatItsPeriodsAre() throws {
    let levels = [
      (2017, 97, "E"), (2018, 98, "A"), (2019, 100, "A"), (2020, 90, "A"), (2021, 101, "A"),
      (2022, 102, "P"), (2023, 103, "F"),
    ]
    let text =
      "territory,period,variable,value,status,source\nA,2017,people,5,U,w\n"
      + levels.map { "A,\($0),gdp,\($1),\($2),\($0 - 2000)\n" }.joined()
    let impact = try RecessionImpact(
      Panel(CSVTable(bytes: Array(text.utf8), file: "p")), tree([("X", ["A"])]),
      .init(
        reference: try #require(Period(year: 2019)), trendFrom: Period(year: 2017), level: "gdp",
        population: "people"))
    let rows = impact.observations.map { row in
      "\(row.territory) \(row.period) \(row.indicator.dropFirst(10)) \(row.component) "
        + "\(row.status.rawValue) \(row.sources.joined(separator: ";"))"
    }
    for expected in [
      "A 2020 growth  A 19;20", "A 2022 growth  P 21;22", "A 2023 growth  F 22;23",
      "A 2020 level_index  A 19;20", "A 2023 level_index  F 19;23",
      "A 2019/2020 depth  P 19;20;21;22", "A 2019/2021 years_to_level  A 19;20;21",
      "A 2019/2021 years_to_level sustained P 19;20;21;22", "A 2019/2020 loss_level  A 19;20;21",
      "A 2017/2019 trend_growth  E 17;18;19", "A 2019/2023 loss_trend  F 17;18;19;20;21;22;23",
      "X 2019/2020 contribution A A 19;20", "X 2019 data_share  U 17;18;19;20;21;22;23;w",
    ] { #expect(rows.contains(expected), "\(expected)") }
    let share = impact.observations.first { $0.indicator == "recession.data_share" }
    #expect(share?.method.hasSuffix(",sustain=2,population=people(2017))") == true)
  }

  // Without a trend there are no columns for it; where a hole prevents one, the cells do not say "no downturn".
  @Test(arguments: [(Language.english, "n/a"), (.french, "n.d."), (.spanish, "n.d.")])
  func aTableSaysWhereThereIsNoTrend(_ language: Language, _ mark: String) throws {
    let rows = "A,2017,98,1\nA,2018,,1\nA,2019,100,1\nA,2020,90,1\nA,2021,101,1\n"
    func table(_ trendFrom: Period?) throws -> Display {
      try impact(rows, []) { $0.trendFrom = trendFrom }
        .display(DisplayContext(language: language, tree: tree([])))
    }
    let without = try table(nil)
    #expect(without.columns.count == 8)
    if language == .english {
      #expect(without.rows == [["A", "-10.0", "-10.0", "2020", "2", "1.91", "10.0", "-"]])
    }
    let hole = try table(Period(year: 2017))
    #expect(hole.columns.count == 11)
    #expect(hole.rows[0].filter { $0 == mark }.count == 3)
    #expect(hole.notes[0].contains(mark))
    #expect(!without.notes[0].contains("tend") && !without.notes[0].contains("trend"))
  }

  @Test func theFooterSaysHowLongALevelMustHold() throws {
    for (sustain, words) in [(1, "held for 1 period."), (3, "held for 3 periods.")] {
      let impact = try impact("A,2019,100,1\nA,2020,90,1\n", []) { $0.sustain = sustain }
      let note = impact.display(DisplayContext(language: .english, tree: try tree([]))).notes[0]
      #expect(note.hasSuffix("an episode ends when the level has " + words))
    }
  }

  @Test func aTrendIsNamedByItsWindow() throws {
    let rows = "A,2017,98,1\nA,2018,99,1\nA,2019,100,1\nA,2020,140,1\n"
    let notes = try impact(rows, []) { $0.trendFrom = Period(year: 2017) }.observations
      .filter { $0.indicator == "recession.years_to_trend" }.map(\.note)
    #expect(notes == ["no downturn: never below the trend of 2017/2019"])
  }

  @Test func theGapTableNamesGroupsWithoutPeople() throws {
    let rows = "A,2019,100,0\nA,2020,90,0\nB,2019,100,5\nB,2020,95,5\n"
    let tree = try tree([("X", ["A"]), ("Y", ["B"])])
    var options = RecessionGaps.Options(
      variable: "gdp", reference: try #require(Period(year: 2019)), choice: .peers("B"))
    options.population = "people"
    let gaps = try RecessionGaps(panel(rows), tree, options)
    let notes = gaps.display(DisplayContext(language: .english, tree: tree)).notes
    #expect(notes.contains("Refused, population zero or missing: X."))
    #expect(!notes.contains { $0.hasPrefix("Data of less") })
  }
}
