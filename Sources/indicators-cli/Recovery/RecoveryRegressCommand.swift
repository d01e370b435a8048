import CommandLineKit
import ESSIndicators

/// `indicators recovery regress`.
enum RecoveryRegressCommand {
  static let command = Command(
    name: "regress", summary: "Panel regression with named standard errors",
    discussion: """
      Least squares on any long table by a formula such as 'poverty ~ coverage:post(2020) + log(gdp) | territory + \
      period': products as a:b or a*b, log, lag, diff, x^2, post(PERIOD), factor(COLUMN), '- 1' for no intercept, fixed \
      effects behind '|' (unit and time always work). Also between, random effects and first differences. Every \
      convention that changes a standard error has a name and is printed. Of a dataset without a formula: poverty on \
      the logarithm of output within territories and periods.
      """,
    operands: [CommonOptions.input],
    options: options + CovarianceOptions.options + PanelSampleOptions.options
      + CommonOptions.columns + CommonOptions.results,
    examples: [
      Example(
        command: "indicators recovery regress --vcov cr2 --format table",
        explanation: "Poverty and output in Latin America and the Caribbean"),
      Example(
        command:
          "indicators recovery regress mexico-states --formula 'poverty_pct~post(2020)|territory' --vcov cr3 --wild 'post(2020)' --format csv",
        explanation: "Mexico's states before and after 2020, with a wild bootstrap test"),
    ],
    run: { arguments in
      try ErrorMessages.translating { try run(arguments) }
    })

  private static let options: [Option] = [
    Option(
      long: "components", kind: .choice(VarianceComponents.Method.allCases.map(\.rawValue)),
      help: "Variances of random effects", fallback: "swamy-arora"),
    Option(long: "effects", kind: .flag, help: "List the estimated fixed effects too"),
    Option(
      long: "formula", kind: .text("FORMULA"), help: "Outcome, terms and fixed effects; see above"),
    Option(
      long: "keep-singletons", kind: .flag,
      help: "Keep rows that are alone in a level of a fixed effect"),
    CommonOptions.level,
    Option(
      long: "model", kind: .choice(PanelRegression.Model.allCases.map(\.rawValue)),
      help: "What is compared", fallback: "ols"),
    CommonOptions.replicates(
      9999, "sign vectors of the wild bootstrap, where there are too many to take all"),
    CommonOptions.seed,
    Option(long: "strict", kind: .flag, help: "Refuse terms that get no coefficient"),
    Option(
      long: "tests", kind: .flag,
      help:
        "Test for unit effects (F, Breusch-Pagan), fixed against random (Hausman) and dependence of units (Pesaran CD)"
    ),
    Option(
      long: "weights", kind: .text("COLUMN"), help: "Column of weights, 0 or more"),
    Option(
      long: "wild", kind: .text("TERM"),
      help: "Test this term by the wild cluster bootstrap, repeated or separated by commas",
      repeats: true, separator: ","),
  ]

  private static func run(_ arguments: Arguments) throws {
    let input = try Input(arguments)
    let (regression, tests) = try fit(arguments, input)
    try PanelSampleOptions.report(regression.sample.dropped, arguments)
    let context = try arguments.displayContext(input.territories())
    try Output.write(
      CommandResult(
        observations: regression.observations + (tests?.observations(of: regression) ?? [])
          + (arguments.flag("effects") ? regression.effectObservations : []),
        displays: [regression.display(context, tests: tests)], warnings: regression.warnings),
      arguments, input, nouns: ["recovery"])
  }

  /// The regression that the options ask for.
  static func fit(
    _ arguments: Arguments, _ input: Input
  ) throws -> (PanelRegression, PanelTests?) {
    let formula = try formula(arguments, input)
    let covariance = try CovarianceOptions.covariance(
      arguments, default: .cluster(["unit"], .cr1, .standard))
    let weights = arguments.text("weights")
    let sample = try PanelSampleOptions.read(
      arguments, input,
      numbers: (formula.variables + (weights.map { [$0] } ?? [])
        + CovarianceOptions.numbers(covariance)).distinct,
      factors: (formula.groupings + CovarianceOptions.groupings(covariance)).distinct)
    var options = PanelRegression.Options(formula: formula)
    options.model = arguments.choice("model", default: .ols)
    options.components = arguments.choice("components", default: .swamyArora)
    options.covariance = covariance
    let isChosen = arguments.isGiven("vcov") || arguments.isGiven("cluster")
    if !isChosen, sample.units.count < 2 || options.model == .between {
      options.covariance = .robust(.hc1)
    }
    options.weights = weights
    options.policy = PanelSampleOptions.policy(arguments)
    options.keepsSingletons = arguments.flag("keep-singletons")
    options.isStrict = arguments.flag("strict")
    options.confidence = try arguments.level()
    options.wild = arguments.list("wild") ?? []
    options.draws = try arguments.replicates(default: 9999)
    options.seed = try arguments.seed()
    let regression = try PanelRegression(sample, options)
    return (regression, arguments.flag("tests") ? try PanelTests(sample, options) : nil)
  }

  private static func formula(_ arguments: Arguments, _ input: Input) throws -> RegressionFormula {
    try formula(arguments, input) { outcome, output in
      RegressionFormula(
        outcome: .variable(outcome), terms: [RegressionFormula.Term([.log(.variable(output))])],
        effects: ["territory", "period"])
    }
  }

  /// The formula given, or for a dataset the usual one of its poverty rate (on the first default line) and its output.
  static func formula(
    _ arguments: Arguments, _ input: Input,
    usual: (_ poverty: String, _ output: String) -> RegressionFormula
  ) throws -> RegressionFormula {
    if let text = arguments.text("formula") {
      do {
        return try RegressionFormula(text)
      } catch {
        throw Failure(status: .usage, message: "--formula: \(error.message)")
      }
    }
    guard let dataset = input.dataset else {
      throw Failure(
        status: .usage,
        message: "--formula is needed for a CSV file, such as 'outcome ~ term | territory + period'"
      )
    }
    let variables = try dataset.variables()
    let lines = dataset.package.defaults["poverty.lines"]?.split(separator: ",").map(String.init)
    let poverty = variables.filter { $0.role == "poverty_headcount" }
    guard
      let outcome = lines?.lazy.compactMap({ line in poverty.first { $0.line == line } }).first
        ?? poverty.first,
      let output = variables.first(where: { $0.role == "gdp_constant" })
    else {
      throw Failure(
        status: .usage,
        message: "--formula is needed: \(input.name) has no poverty rate and output")
    }
    return usual(outcome.name, output.name)
  }
}
