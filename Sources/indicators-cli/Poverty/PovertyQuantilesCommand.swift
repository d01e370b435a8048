import CommandLineKit
import ESSIndicators

/// `indicators poverty quantiles`.
enum PovertyQuantilesCommand {
  static let command = Command.surveying(
    "quantiles", summary: "Quantiles of welfare in a survey, with confidence intervals",
    discussion: """
      Quantiles by domain and period, by any of Hyndman and Fan's rules for weights. Intervals are Woodruff's \
      with Taylor linearisation, and replicate variances otherwise. A record of weight zero defines none.
      """,
    options: [
      Option(
        long: "p", kind: .number("SHARE"), help: "Shares of persons, separated by commas",
        fallback: "0.1,0.25,0.5,0.75,0.9", repeats: true, separator: ","),
      PovertyMeasureCommand.quantileRule,
    ],
    examples: [
      Example(
        command: "indicators poverty quantiles --p 0.5 --by territory",
        explanation: "The median of each territory"),
      Example(
        command: "indicators poverty quantiles --quantile-rule hf1 --variance bootstrap",
        explanation: "Quantiles with bootstrap standard errors"),
    ],
    result: result)

  private static func result(_ arguments: Arguments, _ input: Input) throws -> CommandResult {
    let variance = try VarianceOptions(arguments)
    try arguments.refuseIntervalsOfProportions()
    var options = WelfareQuantiles.Options(rule: arguments.quantileRule, variance: variance)
    if let shares = try arguments.numbers("p", "between 0 and 1", where: { $0 > 0 && $0 < 1 }) {
      options.shares = shares
    }
    let sample = try input.surveySample(arguments)
    let result = try WelfareQuantiles(sample, options)
    return try SurveyResult.make(
      result.observations, sample, variance, arguments,
      title: ("Quantiles of welfare", "Quantiles du revenu", "Cuantiles del ingreso"))
  }
}
