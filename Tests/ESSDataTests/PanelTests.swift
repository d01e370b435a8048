import ESSData
import Testing

@Suite struct PanelTests {
  private func panel(_ text: String, _ columns: PanelColumns = PanelColumns()) throws -> Panel {
    try Panel(CSVTable(bytes: Array(text.utf8), file: "p.csv"), columns: columns)
  }

  private func year(_ year: Int) throws -> Period { try #require(Period(year: year)) }

  @Test func longTables() throws {
    let panel = try panel(
      "territory,period,variable,value,status,source\nA,2020,gdp,1,E,s;t\nA,2022,gdp,3,,s\nB,2020,pop,,A,\n"
    )
    #expect(
      panel.cell("gdp", "A", try year(2020)) == .init(value: 1, status: .estimated, source: "s;t"))
    #expect(panel.cell("gdp", "A", try year(2021)) == nil)
    #expect(panel.cell("pop", "B", try year(2020)) == nil)
    #expect(panel.periods.count == 3)
    let series = panel.series("gdp", "A", try year(2019)...(try year(2022)))
    #expect(series.values == [nil, 1, nil, 3])
    #expect(series.sources == ["s", "t"])
    #expect(series.status == .estimated)
  }

  @Test func wideTablesWithLabels() throws {
    let panel = try panel(
      "territory,period,name,gdp,pop\nA,2020-Q1,Alpha,1,\nA,2020-Q2,Alpha,2,5\n")
    #expect(panel.variables == ["gdp", "pop"])
    #expect(panel.cell("pop", "A", try #require(Period("2020-Q2")))?.value == 5)
  }

  @Test func tablesWithoutTerritories() throws {
    var columns = PanelColumns()
    columns.period = "date"
    columns.frequency = .quarter
    let panel = try panel("date,value\n2020-01-01,1\n2020-04-01,2\n", columns)
    #expect(panel.territories == [""])
    #expect(panel.cell("value", "", try #require(Period("2020-Q2")))?.value == 2)
  }

  @Test(
    arguments: [
      (
        "territory,period,gdp\nA,2020,1\nA,2020,2\n",
        "p.csv:3: a second value for A, 2020, gdp; the first is on line 2"
      ),
      (
        "territory,period,gdp\nA,20x0,1\n",
        "p.csv:2: column 'period': '20x0' is not a period such as 2020, 2020-Q1 or 2020-03"
      ),
      (
        "territory,period,gdp\nA,2020,1\nA,x,y\nA,2021,y\n",
        "p.csv:4: column 'gdp': 'y' is not a number"
      ),
      (
        "territory,period,variable,value,status\nA,2020,g,1,Z\n",
        "p.csv:2: column 'status': 'Z' is not an observation status (A, P, E, F, I, U or O)"
      ),
      (
        "territory,period,gdp\nA,2020,1\nA,2020-Q2,2\n",
        "p.csv:3: column 'period': 2020-Q2 has another frequency than the first row"
      ),
    ])
  func problems(_ text: String, _ message: String) {
    let error = #expect(throws: DataError.self) { try panel(text) }
    guard case .invalid(let problems, _) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(problems.map(\.description).contains(message))
  }

  @Test(
    arguments: [
      ("2020", "2020"), ("2020Q3", "2020-Q3"), ("2020-Q3", "2020-Q3"), ("2020-07", "2020-07"),
      ("0330", "0330"),
    ])
  func periodsReadAndPrint(_ text: String, _ printed: String) {
    #expect(Period(text)?.description == printed)
  }

  @Test(arguments: ["", "20", "2020-Q5", "2020-13", "2020-00", "2020-1", "20200", "2020-01-01"])
  func textsThatAreNoPeriods(_ text: String) { #expect(Period(text) == nil) }

  @Test func periodsGoByTime() throws {
    let start = try #require(Period("2019-Q4"))
    #expect(start.advanced(by: 1).description == "2020-Q1")
    #expect(start.distance(to: try #require(Period("2021-Q1"))) == 5)
    #expect(Period("2020-05-17", frequency: .quarter)?.description == "2020-Q2")
    #expect(Period("2020", frequency: .quarter) == nil)
    #expect(try #require(Period("2019-12")) < (try #require(Period("2020"))))
  }

  @Test func theWorstStatusCounts() {
    #expect([ObservationStatus.actual, .forecast, .estimated].worst == .forecast)
    #expect([ObservationStatus]().worst == .actual)
  }
}
