import CommandLineKit
import ESSIndicators

/// `indicators recovery local-projection`.
enum RecoveryLocalProjectionCommand {
  static let command = Command(
    name: "local-projection", summary: "The response to a shock, horizon by horizon",
    discussion: """
      One regression for each horizon from 0 on. The formula holds the outcome, the shock as its first term, controls \
      and fixed effects; --lags adds lags of the outcome's change and of the shock. Two responses with names of their \
      own: long-difference, y(t+h) - y(t-1), and cumulative, the running sum of these. With --state every regressor \
      works in each state of the period before the shock, and the difference is tested. Of a dataset without a formula: \
      poverty after a change of output.
      """,
    operands: [CommonOptions.input],
    options: options + PanelSampleOptions.options.filter { $0.long != "unbalanced" }
      + CommonOptions.columns + CommonOptions.results,
    examples: [
      Example(
        command: "indicators recovery local-projection --horizons 3 --format table",
        explanation: "Poverty after a change of output in Latin America and the Caribbean"),
      Example(
        command:
          "indicators recovery local-projection --formula 'log(gdp_constant_2015_usd)~unemployment_pct|territory' --horizons 4 --lags 2 --format csv",
        explanation: "Output after higher unemployment, within territories"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        let input = try Input(arguments)
        let formula = try RecoveryRegressCommand.formula(arguments, input) { outcome, output in
          RegressionFormula(
            outcome: .variable(outcome),
            terms: [RegressionFormula.Term([.difference(.log(.variable(output)))])],
            effects: ["territory"])
        }
        let state = arguments.text("state")
        let sample = try PanelSampleOptions.read(
          arguments, input, numbers: (formula.variables + (state.map { [$0] } ?? [])).distinct,
          factors: formula.groupings)
        var options = LocalProjection.Options(formula: formula)
        options.horizons = try arguments.count("horizons", in: 0...200, default: 8)
        options.lags = try arguments.count("lags", in: 0...100, default: 1)
        options.state = state
        options.errors = try errors(arguments)
        options.confidence = try arguments.level()
        let projection = try LocalProjection(sample, options)
        try PanelSampleOptions.report(projection.dropped, arguments)
        try Output.write(
          CommandResult(
            observations: projection.observations,
            displays: [projection.display(try arguments.displayContext(input.territories()))],
            warnings: projection.end.map { ["horizon \($0.horizon) and later: \($0.reason)"] } ?? []
          ),
          arguments, input, nouns: ["recovery"])
      }
    })

  private static let options: [Option] = [
    Option(
      long: "formula", kind: .text("FORMULA"),
      help:
        "Outcome, shock, controls and fixed effects, such as 'log(gdp) ~ diff(rate) | territory'"),
    Option(
      long: "horizons", kind: .integer("H"), help: "Last horizon, in periods", fallback: "8"),
    Option(
      long: "lag", kind: .integer("N"),
      help: "Lag of the standard errors at every horizon; default the horizon"),
    Option(
      long: "lags", kind: .integer("N"),
      help: "Lags of the outcome's change and of the shock among the controls", fallback: "1"),
    CommonOptions.level,
    Option(
      long: "state", kind: .text("COLUMN"),
      help: "Column of 0 and 1: estimate the response in each state"),
    Option(
      long: "vcov", kind: .choice(["newey-west", "driscoll-kraay"]),
      help: "Standard errors; default newey-west for one unit, driscoll-kraay for several"),
  ]

  private static func errors(_ arguments: Arguments) throws -> LocalProjection.Errors? {
    let lag = try arguments.isGiven("lag") ? arguments.count("lag", in: 0...1000, default: 0) : nil
    switch arguments.text("vcov") {
    case "newey-west": return .neweyWest(lag: lag)
    case "driscoll-kraay": return .driscollKraay(lag: lag)
    default:
      guard lag == nil else {
        throw Failure(status: .usage, message: "--lag goes with --vcov")
      }
      return nil
    }
  }
}
