import CommandLineKit
import ESSIndicators

/// `indicators recovery synthetic-did`.
enum RecoverySyntheticDifferenceCommand {
  static let command = Command(
    name: "synthetic-did", summary: "Synthetic difference in differences",
    discussion: """
      Weights of units and of periods, found exactly or by the Frank-Wolfe steps of the R package synthdid; also plain \
      synthetic control and difference in differences on the same cells. Units treated at different times are \
      estimated by cohort against those never treated. Placebos are all computed where there are at most 5,000.
      """,
    operands: [CommonOptions.input],
    options: options + TreatmentOptions.options
      + PanelSampleOptions.options.filter { $0.long != "unbalanced" } + CommonOptions.columns
      + CommonOptions.results,
    examples: [
      Example(
        command:
          "indicators recovery synthetic-did --treated ARG --post 2018 --from 2000 --format table",
        explanation: "Argentina's output from 2018 on"),
      Example(
        command:
          "indicators recovery synthetic-did mexico-states --treated MX-CMX,MX-MEX --post 2020 --inference jackknife --format csv",
        explanation: "Mexico City and the State of Mexico in the pandemic"),
    ],
    run: { arguments in
      try ErrorMessages.translating { try run(arguments) }
    })

  private static let options: [Option] =
    ([
      Option(
        long: "estimator", kind: .choice(SyntheticEstimator.allCases.map(\.rawValue)),
        help: "Weights of units and periods, of units alone, or none", fallback: "sdid"),
      Option(
        long: "inference",
        kind: .choice(SyntheticDifferenceStudy.Inference.allCases.map(\.rawValue)),
        help: "How the standard error is found", fallback: "placebo"),
      CommonOptions.level,
      CommonOptions.replicates(
        1000, "bootstrap draws, and of placebos where there are too many to take all"),
      CommonOptions.seed,
      Option(
        long: "solver", kind: .choice(SyntheticSolver.allCases.map(\.rawValue)),
        help: "At the optimum, or as the R package synthdid stops", fallback: "exact"),
    ] + OutcomeOptions.outcome).sorted { $0.long < $1.long }

  private static func run(_ arguments: Arguments) throws {
    let input = try Input(arguments)
    let reading = try OutcomeOptions.read(
      arguments, input, numbers: TreatmentOptions.numbers(arguments))
    let timing = try TreatmentOptions.timing(arguments, reading.sample)
    let all = try OutcomeGrid(reading.sample, reading.column)
    let grid = try all.withoutEmptyTimes()
    let study = try SyntheticDifferenceStudy(
      grid, firstTreated: timing.moved(from: all.axis, to: grid.axis).first,
      SyntheticDifferenceStudy.Options(
        estimator: arguments.choice("estimator", default: .syntheticDifference),
        solver: arguments.choice("solver", default: .exact),
        inference: arguments.choice("inference", default: .placebo),
        draws: try arguments.replicates(default: 1000), seed: try arguments.seed()))
    try PanelSampleOptions.report(study.dropped, arguments)
    let level = try arguments.level()
    let context = try arguments.displayContext(input.territories())
    try Output.write(
      CommandResult(
        observations: study.observations(reading.provenance, level: level),
        displays: study.displays(context, reading.provenance, level: level)), arguments, input,
      nouns: ["recovery"])
  }
}
