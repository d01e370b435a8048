import CommandLineKit
import ESSIndicators

/// `indicators poverty dominance`.
enum PovertyDominanceCommand {
  static let command = Command(
    name: "dominance", summary: "Whether poverty is lower on every line, of two periods or domains",
    discussion: """
      Compares the FGT indices of alpha 0, 1 and 2 (orders 1 to 3) of two periods, or two domains, over a range of lines: differences with \
      standard errors, where the curves cross, and tests with critical values. Dominance is significant if the least statistic is above its \
      one-sided critical value; the curves differ if the greatest is above the two-sided one for all lines together.
      """,
    operands: [SurveyOptions.input],
    options: options + SurveyOptions.columns + SurveyOptions.variance + CommonOptions.results,
    examples: [
      Example(
        command: "indicators poverty dominance --lines 5 --format table",
        explanation: "2019 and 2020 of the synthetic survey on five lines"),
      Example(
        command:
          "indicators poverty dominance --by territory --between URY,PER --order 1,2 --line-min 2 --line-max 15",
        explanation: "Two territories, lines from 2 to 15"),
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
        long: "line-max", kind: .number("Z"),
        help: "Highest line; the 80 % quantile of both sides without it"),
      Option(
        long: "line-min", kind: .number("Z"),
        help: "Lowest line; the 5 % quantile of both sides without it"),
      Option(
        long: "lines", kind: .integer("N"), help: "Number of lines at equal distances",
        fallback: "20"),
      Option(
        long: "order", kind: .choice(["1", "2", "3"]),
        help: "Orders of dominance, separated by commas; all without it", repeats: true,
        separator: ","), PovertyMeasureCommand.tie,
    ] + ComparisonOptions.all).sorted { $0.long < $1.long }

  private static func result(_ arguments: Arguments, _ input: Input) throws -> CommandResult {
    let variance = try VarianceOptions(arguments)
    let orders = (arguments.list("order") ?? ["1", "2", "3"]).distinct.compactMap { Int($0) }
    try arguments.refuseIntervalsOfProportions(unless: orders.contains(1))
    let range = try range(arguments)
    let sample = try input.surveySample(arguments)
    let result = try PovertyDominance(
      sample,
      .init(
        comparison: ComparisonOptions.comparison(arguments, sample),
        orders: orders,
        range: range, lines: arguments.count("lines", in: 2...1000, default: 20),
        tie: arguments.tie, variance: variance))
    return try SurveyResult.make(
      result.observations, sample, variance, arguments,
      title: ("Poverty dominance", "Dominance de pauvreté", "Dominancia de pobreza"))
  }

  private static func range(_ arguments: Arguments) throws -> ClosedRange<Double>? {
    let (low, high) = (try arguments.number("line-min"), try arguments.number("line-max"))
    guard low != nil || high != nil else { return nil }
    guard let low, let high, low > 0, low < high else {
      throw Failure(
        status: .usage,
        message: "--line-min and --line-max go together, the first above zero and below the second")
    }
    return low...high
  }
}
