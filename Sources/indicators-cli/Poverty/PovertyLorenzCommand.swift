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
    options: options, columns: SurveyOptions.columns.filter { $0.long != "line-column" },
    examples: [
      Example(
        command: "indicators poverty lorenz --p 0.1,0.5,0.9",
        explanation: "Three points of the Lorenz curve"),
      Example(
        command: "indicators poverty lorenz --curve tip --line 120 --by territory",
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
    let curves = (arguments.list("curve") ?? ["lorenz"]).distinct.compactMap(
      LorenzCurves.Curve.init)
    let hasLine = curves.contains(.tip)
    if !hasLine, arguments.isGiven("line") {
      throw Failure(status: .usage, message: "--line goes with --curve tip")
    }
    let lines = hasLine ? try arguments.povertyLines() : []
    guard lines.count < 2 else {
      throw Failure(status: .usage, message: "--line: a TIP curve has one line")
    }
    var options = LorenzCurves.Options(
      curves: curves, line: lines.first, tie: arguments.tie, quantile: arguments.quantileRule,
      variance: variance)
    if let shares = arguments.shares("p") { options.shares = shares }
    let sample = try input.surveySample(arguments)
    let result = try LorenzCurves(sample, options)
    return try SurveyResult.make(
      result.observations, sample, variance, arguments,
      title: ("Lorenz curves", "Courbes de Lorenz", "Curvas de Lorenz"))
  }
}
