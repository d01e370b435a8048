import CommandLineKit
import ESSIndicators

/// `indicators recession impact`.
enum RecessionImpactCommand {
  static let command = Command.measuring(
    "impact", summary: "Depth, duration, loss and recovery after a reference period",
    discussion: """
      For every territory and group: growth, depth, trough, duration, years to regain the level and the \
      log-linear trend from before the crisis, output lost against both, and what each territory contributes \
      to its group's growth. Not regained within the data is a censored answer; no downturn is one too.
      """,
    options: options,
    examples: [
      Example(
        command: "indicators recession impact --reference 2019 --format table",
        explanation: "The COVID-19 recession in Latin America and the Caribbean"),
      Example(
        command: "indicators recession impact mexico-states --trend-from 2013 --format csv",
        explanation: "Mexico's states, with a trend from 2013"),
    ],
    defaultsOf: ["recession"]
  ) { arguments, input in
    let (impact, tree) = try measure(arguments, input)
    try arguments.refuse(
      ["level"], unless: impact.options.trendFrom != nil,
      "goes with a trend, whose numbers alone have intervals")
    return CommandResult(
      observations: impact.observations,
      displays: [impact.display(try arguments.displayContext(tree))])
  }

  private static let options = [
    CommonOptions.gdp(), CommonOptions.level,
    CommonOptions.minimumShare("data cover less of its population"),
    Option(
      long: "population", kind: .text("VARIABLE"),
      help: "Variable of populations, behind the data shares"),
    Option(
      long: "reference", kind: .text("PERIOD"),
      help: "Period whose level is to be regained; the dataset has a default"),
    Option(
      long: "sustain", kind: .integer("N"),
      help: "Periods in a row that count as a sustained recovery", fallback: "2"),
    Option(
      long: "trend-from", kind: .text("PERIOD"),
      help: "First period of the trend window, or 'none'; the dataset has a default"),
    Option(
      long: "until", kind: .text("PERIOD"), help: "Last period of the sample; default the last one"),
  ]

  /// The last period asked for, which must come after the reference.
  static func until(_ arguments: Arguments, after reference: Period) throws(Failure) -> Period? {
    let until = try arguments.period("until")
    if let until, until.frequency == reference.frequency, until <= reference {
      throw Failure(
        status: .usage,
        message: "--until \(until) leaves no period after --reference \(reference)")
    }
    return until
  }

  static func measure(
    _ arguments: Arguments, _ input: Input
  ) throws -> (RecessionImpact, TerritoryTree) {
    let panel = try input.panel()
    let tree = try input.territories()
    let reference = try input.period("reference", of: "recession", arguments)
    let trend = input.setting("trend-from", of: "recession", arguments)
    let trendFrom =
      trend == nil || trend == "none"
      ? nil : try input.period("trend-from", of: "recession", arguments)
    if let trendFrom, trendFrom >= reference {
      throw Failure(
        status: .usage,
        message: "--trend-from \(trendFrom) is not before --reference \(reference); "
          + "name an earlier period or 'none'")
    }
    let impact = try RecessionImpact(
      panel, tree,
      RecessionImpact.Options(
        reference: reference, trendFrom: trendFrom,
        until: try until(arguments, after: reference),
        level: try input.levelVariable(arguments, in: panel),
        // Behind data shares only; a file of one's own need not have it.
        population: try input.optionalVariable(
          option: "population", role: "population", arguments),
        sustain: try arguments.count("sustain", in: 1...100, default: 2),
        minimumShare: try arguments.share("min-share", default: 50),
        confidence: try arguments.level()))
    return (impact, tree)
  }
}
