import ESSIndicators
import Testing

/// Leverages of rows with several fixed effects on an unbalanced panel: Grunfeld's without the rows of which 9 divides 7 firm + year, and
/// with a third grouping.
///
/// Expected: statsmodels 0.15.0, `ols` or `wls` with a dummy for each level, `cov_type` HC2 and HC3.
@Suite(.enabled(if: RecoveryReference.has("grunfeld.csv"), "needs shared/reference"))
struct UnbalancedLeverageTests {
  let sample: PanelSample

  init() throws {
    let table = try RecoveryReference.table("grunfeld.csv")
    let names = ["firm", "year", "inv", "value", "capital"]
    let columns = try names.map { try table.numbers($0) }
    var text = (names + ["block"]).joined(separator: ",") + "\n"
    for row in 0..<table.rowCount {
      let firm = Int(columns[0][row])
      let year = Int(columns[1][row])
      guard (firm * 7 + year) % 9 != 0 else { continue }
      let block = year % 2 == 0 ? (firm * 3 + year) % 5 : (firm * year) % 5
      text += "\(firm),\(year)," + columns[2...].map { "\($0[row])" }.joined(separator: ",")
      text += ",b\(block)\n"
    }
    var mapping = PanelColumns()
    mapping.territory = "firm"
    mapping.period = "year"
    sample = try PanelSample(
      CSVTable(bytes: Array(text.utf8), file: "grunfeld"), columns: mapping,
      numbers: ["inv", "value", "capital"], factors: ["block"])
  }

  @Test(
    arguments: [
      ("", nil, 0.125461601497, [0.0174648140962, 0.020551287741]),
      ("", "capital", 0.135121410971, [0.0251502611827, 0.0333575115836]),
      (" + block", nil, 0.124344804569, [0.016671958764, 0.0199235659871]),
      (" + block", "capital", 0.135799926085, [0.0207998134621, 0.0282041078471]),
    ] as [(String, String?, Double, [Double])])
  func severalEffects(_ more: String, _ weights: String?, _ slope: Double, _ errors: [Double])
    throws
  {
    var options = PanelRegression.Options(
      formula: try RegressionFormula("inv ~ value + capital | firm + year" + more))
    options.weights = weights
    for (leverage, error) in zip([Covariance.Leverage.hc2, .hc3], errors) {
      options.covariance = .robust(leverage)
      let fit = try PanelRegression(sample, options)
      #expect(isClose(fit["value"]?.estimate, slope, 1e-9))
      #expect(isClose(fit["value"]?.standardError, error, 1e-9))
    }
  }

  @Test func tooManyLevels() throws {
    var text = "firm,year,y,x\n"
    for firm in 0..<2100 {
      for year in Set([firm, firm * 37 + 1, firm * 211 + 2].map { $0 % 2099 }).sorted() {
        text += "\(firm),\(1000 + year),\((firm * 7 + year * 3) % 11),\((firm + year * 5) % 13)\n"
      }
    }
    var mapping = PanelColumns()
    mapping.territory = "firm"
    mapping.period = "year"
    let sample = try PanelSample(
      CSVTable(bytes: Array(text.utf8), file: "wide"), columns: mapping, numbers: ["y", "x"])
    var options = PanelRegression.Options(formula: try RegressionFormula("y ~ x | firm + year"))
    options.covariance = .robust(.hc3)
    #expect(throws: DataError.self) { try PanelRegression(sample, options) }
  }
}
