import CommandLineKit
import ESSIndicators

/// `indicators recovery power`.
enum RecoveryPowerCommand {
  static let command = Command(
    name: "power", summary: "The smallest effect that a study could find",
    discussion: """
      From a standard error and its degrees of freedom; or from the data, where each unit takes the place of a treated \
      one in turn, so that what is found is noise. An effect counts as found if its rank among the placebos is \
      significant.
      """,
    operands: [CommonOptions.input],
    options: options + PanelSampleOptions.options.filter { $0.long != "unbalanced" }
      + CommonOptions.columns + CommonOptions.results,
    examples: [
      Example(
        command: "indicators recovery power --std-error 1.5 --df 31 --format table",
        explanation: "32 states and a standard error of 1.5"),
      Example(
        command: "indicators recovery power mexico-states --post 2020 --from 2010 --format csv",
        explanation: "What a policy of one state from 2020 on would have to do to be seen"),
    ],
    run: { arguments in
      try ErrorMessages.translating { try run(arguments) }
    })

  private static let options: [Option] =
    ([
      Option(
        long: "df", kind: .number("DF"),
        help: "Degrees of freedom of --std-error; default the normal distribution"),
      Option(
        long: "estimator", kind: .choice(SyntheticEstimator.allCases.map(\.rawValue)),
        help: "Estimator of the placebos", fallback: "did"),
      Option(
        long: "exclude", kind: .text("UNITS"), help: "Units that were treated, and are no placebos",
        repeats: true, separator: ","),
      OutcomeOptions.post,
      Option(
        long: "power", kind: .number("POWER"), help: "Probability of finding the effect",
        fallback: "0.8"),
      Option(
        long: "significance", kind: .number("ALPHA"),
        help: "Probability of finding one where there is none, two-sided", fallback: "0.05"),
      Option(
        long: "std-error", kind: .number("SE"),
        help: "Standard error of the study; then no data are read"),
    ] + OutcomeOptions.outcome).sorted { $0.long < $1.long }

  private static func run(_ arguments: Arguments) throws {
    let input = try Input(arguments)
    let power = try arguments.number("power", in: 0.5...0.999999, default: 0.8)
    let significance = try arguments.number("significance", in: 1e-9...0.5, default: 0.05)
    if let error = try arguments.number("std-error") {
      if let option = ["estimator", "exclude", "log", "outcome", "post"].first(
        where: arguments.isGiven)
      {
        throw Failure(
          status: .usage, message: "--\(option) is for placebos from data, not for --std-error")
      }
      let effect = try MinimumDetectableEffect(
        standardError: error, degreesOfFreedom: arguments.number("df"),
        significance: significance, power: power)
      let tree = try TerritoryTree([], groupMembers: [])
      try Output.write(
        CommandResult(
          observations: effect.observations,
          displays: [effect.display(try arguments.displayContext(tree))]), arguments, input,
        nouns: ["recovery"])
      return
    }
    if arguments.isGiven("df") {
      throw Failure(status: .usage, message: "--df goes with --std-error")
    }
    let post = try OutcomeOptions.post(arguments)
    let reading = try OutcomeOptions.read(arguments, input)
    let grid = try OutcomeGrid(reading.sample, reading.column).withoutEmptyTimes()
    let excluded = arguments.list("exclude") ?? []
    for unit in excluded { _ = try grid.position(of: unit) }
    let estimator: SyntheticEstimator = arguments.choice("estimator", default: .difference)
    let study = try PlaceboPower(
      grid, untreated: grid.units.map { !excluded.contains($0) }, from: post,
      estimator: estimator, significance: significance, power: power)
    try PanelSampleOptions.report(study.dropped, arguments)
    let context = try arguments.displayContext(input.territories())
    try Output.write(
      CommandResult(
        observations: study.observations(
          reading.provenance, estimator: estimator,
          span: "\(post)/\(grid.periods.last ?? "")"),
        displays: study.displays(context, reading.provenance, estimator: estimator)), arguments,
      input, nouns: ["recovery"])
  }
}
