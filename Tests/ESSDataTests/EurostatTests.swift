import Testing

@testable import ESSData

/// Eurostat's tab-separated form, as its page on the format describes it, with cells of its kinds; the figures are made up.
@Suite struct EurostatTests {
  @Test(
    arguments: [
      ("1.5", 1.5, .actual, ""), ("-4.1 p", -4.1, .provisional, ""), ("3 bp", 3, .provisional, "b"),
      ("3 p b", 3, .provisional, "b"), ("7 s", 7, .estimated, ""), ("7 eu", 7, .lowReliability, ""),
      ("2 r", 2, .actual, "r"), (":", nil, .missing, ""), (": c", nil, .missing, "c"),
      ("", nil, .missing, ""),
    ] as [(String, Double?, ObservationStatus, String)])
  func flagsBecomeStatuses(
    _ text: String, _ value: Double?, _ status: ObservationStatus, _ flags: String
  ) throws {
    let cell = try #require(EurostatTable.cell(text[...]))
    #expect(cell.value == value && cell.status == status && cell.flags == flags)
  }

  @Test(arguments: ["x", "1 x", "1,5", "p", "1 2"])
  func otherTextsAreRefused(_ text: String) { #expect(EurostatTable.cell(text[...]) == nil) }

  // Bulk downloads before 2023 had the newest period first and `time` for TIME_PERIOD; lines may end as Windows ends them.
  @Test func olderFilesAreRead() throws {
    let text = "unit,geo\\time\t2021Q1 \t2020Q4 \r\nPC,FR10\t1.5 b\t: \r\nPC,ES30\t:\t2\r\n"
    let panel = try Panel(bytes: Array(text.utf8), file: "x.tsv")
    #expect(panel.territories == ["FR10", "ES30"] && panel.variables == ["PC"])
    let quarter = try #require(Period("2021-Q1"))
    #expect(
      panel.cell("PC", "FR10", quarter)
        == Panel.Cell(value: 1.5, source: "eurostat", flags: "b"))
    #expect(panel.cell("PC", "ES30", quarter.advanced(by: -1))?.value == 2)
    #expect(panel.cell("PC", "ES30", quarter) == nil)
  }

  @Test func flagsAreKeptThroughEveryForm() throws {
    let text = "geo\\TIME_PERIOD\t2020 \t2021 \nAT\t1 b\t2 e\n"
    let panel = try Panel(bytes: Array(text.utf8), file: "x.tsv")
    for form in [PanelForm.long, .sdmx] {
      let again = try Panel(bytes: panel.csv(form, structure: "A:B(1.0)"), file: "again")
      for period in panel.periods {
        #expect(again.cell("value", "AT", period) == panel.cell("value", "AT", period))
      }
    }
  }

  @Test(
    arguments: [
      ("unit,nuts\\TIME_PERIOD\t2020\nPC,A\t1\n", "no dimension 'geo'"),
      ("geo\\TIME_PERIOD\t2020-S1\nA\t1\n", "not a period"),
      ("geo\\TIME_PERIOD\t2020\t2020-Q1\nA\t1\t2\n", "several frequencies"),
    ])
  func headersThatArePuzzling(_ text: String, _ part: String) {
    let error = #expect(throws: DataError.self) {
      try Panel(bytes: Array(text.utf8), file: "x.tsv")
    }
    guard case .invalid(let problems, _) = error else { return }
    #expect(problems.contains { $0.message.contains(part) }, "\(problems)")
  }
}
