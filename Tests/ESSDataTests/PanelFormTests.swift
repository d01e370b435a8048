import ESSData
import Testing

@Suite struct PanelFormTests {
  private let text = """
    territory,period,variable,value,status,source
    A,2020,gdp,1.5,E,s;t
    A,2022,gdp,3,A,s
    B,2021,"pop, total",7,U,

    """

  private func panel(_ text: String) throws -> Panel {
    try Panel(bytes: Array(text.utf8), file: "p.csv")
  }

  private func written(_ form: PanelForm) throws -> String {
    String(decoding: try panel(text).csv(form, structure: "ESS:X(1.0)"), as: UTF8.self)
  }

  @Test func longReadsBack() throws {
    #expect(try written(.long) == text)
  }

  @Test func wideHasOneColumnAVariable() throws {
    #expect(
      try written(.wide) == """
        territory,period,gdp,"pop, total"
        A,2020,1.5,
        A,2022,3,
        B,2021,,7

        """)
  }

  // The columns that the field guide of SDMX-CSV 2 asks for: STRUCTURE, STRUCTURE_ID, ACTION (M = merge), dimensions, OBS_VALUE, attributes.
  @Test func sdmxNamesStructureAndAction() throws {
    #expect(
      try written(.sdmx) == """
        STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,SOURCE
        dataflow,ESS:X(1.0),M,A,A,gdp,2020,1.5,E,s;t
        dataflow,ESS:X(1.0),M,A,A,gdp,2022,3,A,s
        dataflow,ESS:X(1.0),M,A,B,"pop, total",2021,7,U,

        """)
  }

  // The form of a World Bank download: lines before the header, one column a year, an empty last column, aggregates mixed in.
  private let download = """
    \u{FEFF}"Data Source","World Development Indicators",

    "Last Updated Date","2026-07-01",

    "Country Name","Country Code","Indicator Name","Indicator Code","2019","2020","2021",
    "Argentina","ARG","GDP growth (annual %)","NY.GDP.MKTP.KD.ZG","-2.0","-9.9","",
    "World","WLD","GDP growth (annual %)","NY.GDP.MKTP.KD.ZG","2.7","-2.9","6.4",

    """

  @Test func worldBankDownloads() throws {
    let panel = try panel(download)
    #expect(panel.territories == ["ARG", "WLD"])
    #expect(panel.variables == ["NY.GDP.MKTP.KD.ZG"])
    let period = try #require(Period(year: 2020))
    #expect(panel.cell("NY.GDP.MKTP.KD.ZG", "ARG", period)?.value == -9.9)
    #expect(panel.cell("NY.GDP.MKTP.KD.ZG", "ARG", period.advanced(by: 1)) == nil)
  }

  @Test func worldBankFaultsAreOnTheirLines() {
    let twice = download + "\"Argentina\",\"ARG\",\"x\",\"NY.GDP.MKTP.KD.ZG\",\"1\",\"2\",\"3\",\n"
    #expect(
      throws: DataError.invalid(
        "p.csv", line: 8,
        "a second row for ARG, NY.GDP.MKTP.KD.ZG; the first is on line 6")
    ) { try panel(twice) }
    #expect(
      throws: DataError.invalid("p.csv", line: 7, column: "2020", "'much' is not a number")
    ) {
      var text = download
      text.replace("-2.9", with: "much")
      return try panel(text)
    }
  }
}
