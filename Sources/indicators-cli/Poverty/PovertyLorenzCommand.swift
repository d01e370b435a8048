import CommandLineKit
import ESSIndicators

/// `indicators poverty lorenz`.
enum PovertyLorenzCommand {
  static let command = Command.surveying(
    "lorenz", summary: "Lorenz, generalised Lorenz and TIP curves of a survey",
    discussion: """
      Points of the curves by domain and period, with standard errors. The TIP curve shows incidence, intensity \
      and inequality of poverty on a line.
      """,
    options: options, variance: SurveyOptions.variance(with: SurveyOptions.bandwidth),
    examples: [
      Example(
        command: "indicators poverty lorenz --p 0.1,0.5,0.9",
        explanation: "Three points of the Lorenz curve"),
      Example(
        command: "indicators poverty lorenz --curve tip --line 8.30 --by territory",
        explanation: "The TIP curve of each territory"),
    ],
    result: result)

  private static let options: [Option] = [
    Option(
      long: "curve", kind: .choice(LorenzCurves.Curve.allCases.map(\.rawValue)),
      help: "Curves, separated by commas", fallback: "lorenz", repeats: true, separator: ","),
    PovertyMeasureCommand.lineOptions[0], PovertyMeasureCommand.lineOptions[1],
    Option(
      long: "p", kind: .number("SHARE"),
      help: "Shares of persons, separated by commas; tenths if not given", repeats: true,
      separator: ","),
    PovertyMeasureCommand.quantileRule, PovertyMeasureCommand.tie,
  ]

  private static func result(_ arguments: Arguments, _ input: Input) throws -> CommandResult {
    let variance = try VarianceOptions(arguments)
    try arguments.refuseIntervalsOfProportions()
    let curves = (arguments.list("curve") ?? ["lorenz"]).distinct.compactMap(
      LorenzCurves.Curve.init)
    let hasLine = curves.contains(.tip)
    try arguments.refuse(["line", "tie"], unless: hasLine, "goes with --curve tip")
    let lines = hasLine ? try arguments.povertyLines(orColumn: false) : []
    guard lines.count < 2 else {
      throw Failure(status: .usage, message: "--line: a TIP curve has one line")
    }
    try arguments.refuseWithoutRelative(lines)
    try arguments.refuse(
      ["bandwidth"], unless: lines.contains(where: \.isOfMedian) && variance.method == .taylor,
      "goes with Taylor linearisation of --curve tip on a line at a share of the median")
    var options = LorenzCurves.Options(
      curves: curves, line: lines.first, tie: arguments.tie, quantile: arguments.quantileRule,
      variance: variance)
    if let shares = try arguments.numbers("p", "from 0 to 1", where: (0...1).contains) {
      options.shares = shares
    }
    let sample = try input.surveySample(arguments)
    let result = try LorenzCurves(sample, options)
    return try SurveyResult.make(
      result.observations, sample, variance, arguments,
      title: ("Lorenz curves", "Courbes de Lorenz", "Curvas de Lorenz"))
  }
}
