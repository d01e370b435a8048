import CommandLineKit
import ESSIndicators

/// `indicators poverty incidence`.
enum PovertyIncidenceCommand {
  static let command = Command(
    name: "incidence",
    summary: "Who grew: the growth incidence curve, and whether growth was pro-poor",
    discussion: """
      Growth of each quantile between two periods (or two domains) with confidence bands, growth of the mean and of the poorest 40 %, and with \
      --line the rate of pro-poor growth: the mean growth rate of the initially poor.
      """,
    operands: [SurveyOptions.input],
    options: options + SurveyOptions.columns
      + SurveyOptions.variance(with: SurveyOptions.bandwidth) + CommonOptions.results,
    examples: [
      Example(
        command: "indicators poverty incidence --line 8.3 --shares 10,30,50,70,90 --format table",
        explanation: "2019 to 2020 in the synthetic survey"),
      Example(
        command:
          "indicators poverty incidence --by territory --shares 20,50,80 --variance bootstrap",
        explanation: "Three quantiles of each territory, bootstrap bands"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        let input = try Input(arguments, default: Input.surveyDataset, mapsColumns: true)
        try ErrorMessages.naming(input) {
          try Output.write(result(arguments, input), arguments, input, nouns: ["survey"])
        }
      }
    })

  private static let options =
    ([
      Option(
        long: "line", kind: .number("Z"), help: "Poverty line of the rate of pro-poor growth"),
      Option(
        long: "shares", kind: .number("PERCENT"),
        help: "Quantiles of the curve in percent, separated by commas; 5, 10, ..., 95 without it",
        repeats: true, separator: ","), PovertyMeasureCommand.quantileRule,
      PovertyMeasureCommand.tie,
    ] + ComparisonOptions.all).sorted { $0.long < $1.long }

  private static func result(_ arguments: Arguments, _ input: Input) throws -> CommandResult {
    let variance = try VarianceOptions(arguments)
    try arguments.refuseIntervalsOfProportions()
    let shares = try arguments.numbers("shares", "between 0 and 100") { $0 > 0 && $0 < 100 }
    let line = try arguments.numbers("line", "above zero") { $0 > 0 }?.last
    try arguments.refuse(["tie"], unless: arguments.isGiven("line"), "goes with --line")
    try arguments.refuse(
      ["bandwidth"], unless: variance.method == .taylor, "goes with --variance taylor")
    let sample = try input.surveySample(arguments)
    var options = GrowthIncidence.Options(
      comparison: try ComparisonOptions.comparison(arguments, sample),
      line: line, tie: arguments.tie, quantile: arguments.quantileRule,
      variance: variance)
    if let shares { options.shares = shares.map { $0 / 100 } }
    let result = try GrowthIncidence(sample, options)
    return try SurveyResult.make(
      result.observations, sample, variance, arguments,
      title: ("Growth incidence", "Incidence de la croissance", "Incidencia del crecimiento"))
  }
}
