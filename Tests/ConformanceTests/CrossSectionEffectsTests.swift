import ESSIndicators
import Testing

/// Group-time effects of repeated cross sections with a covariate: mpdta with every row a unit of its own.
///
/// Expected: csdid 0.4.3 (the authors' Python port of did), `panel=False`, `xformla='lemp~lpop'`, never treated, varying base, errors
/// without bootstrap.
@Suite(.enabled(if: RecoveryReference.has("mpdta.csv"), "needs shared/reference"))
struct CrossSectionEffectsTests {
  @Test(
    arguments: [
      (
        GroupTimeEffects.Method.regression,
        [-0.01491123779, -0.002066058118, -0.028789488194],
        [0.46239871257009585, 0.28239376102972064, 0.19254875834313961]
      ),
      (
        .weighting, [-0.014548431154, -0.000868560291, -0.028894766615],
        [0.4798480029991455, 0.32414845734601194, 0.2313175887295297]
      ),
      (
        .doublyRobust, [-0.014529668305, -0.000472146088, -0.028781361039],
        [0.08974036380131574, 0.09964182846351331, 0.07908945191926396]
      ),
    ] as [(GroupTimeEffects.Method, [Double], [Double])])
  func withCovariate(
    _ method: GroupTimeEffects.Method, _ values: [Double], _ errors: [Double]
  ) throws {
    let table = try RecoveryReference.table("mpdta.csv")
    let names = ["year", "lemp", "lpop", "first.treat"]
    let columns = try names.map { try table.numbers($0) }
    var text = "row,year,lemp,lpop,first.treat\n"
    for row in 0..<table.rowCount {
      text += "r\(row),\(Int(columns[0][row])),\(columns[1][row]),\(columns[2][row]),"
      text += "\(Int(columns[3][row]))\n"
    }
    var mapping = PanelColumns()
    mapping.territory = "row"
    mapping.period = "year"
    let sample = try PanelSample(
      CSVTable(bytes: Array(text.utf8), file: "mpdta"), columns: mapping,
      numbers: ["lemp", "lpop", "first.treat"])
    var options = GroupTimeEffects.Options()
    options.method = method
    options.policy = .crossSections
    let result = try GroupTimeEffects(
      sample, outcome: "lemp", covariates: ["lpop"],
      timing: TreatmentTiming(sample, cohort: "first.treat"), options)
    let cells = [("2004", "2004"), ("2006", "2004"), ("2007", "2007")]
    for (number, (cohort, period)) in cells.enumerated() {
      let cell = try #require(
        result.cells.first { $0.cohort == cohort && $0.period == period })
      let estimate = try #require(cell.estimate)
      #expect(isNear(estimate.value, values[number], 1e-9), "\(cohort) \(period)")
      #expect(isClose(estimate.standardError, errors[number], 1e-6), "\(cohort) \(period)")
    }
  }
}
