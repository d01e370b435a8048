import CommandLineKit
import ESSIndicators

/// `indicators recession gap`.
enum RecessionGapCommand {
  static let command = Command(
    name: "gap", summary: "The gap to a stated counterfactual, the loss, and the way back",
    discussion: """
      For every territory and group: what the series could have been (a log-linear or linear trend from before the \
      shock, Hamilton's forecasts, the Hodrick-Prescott trend, the last projections published before the shock, the \
      growth of peers, or a synthetic control), the gap by period with a prediction interval where the method has one, the output lost, the \
      first touch and the sustained recovery, and the shape (V, U, W, L) with the rule that fired.
      """,
    operands: [CommonOptions.input],
    options: options + CommonOptions.columns + CommonOptions.results,
    examples: [
      Example(
        command: "indicators recession gap --counterfactual hp --format table",
        explanation: "2019 onwards against the trend up to 2019"),
      Example(
        command: "indicators recession gap --counterfactual vintage --before 2020-03 --format csv",
        explanation: "Against what ECLAC projected in December 2019"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        let input = try Input(arguments)
        let (gaps, tree) = try measure(arguments, input)
        try Output.write(
          CommandResult(
            observations: gaps.observations,
            displays: [gaps.display(try arguments.displayContext(tree))]),
          arguments, input, nouns: ["recession"])
      }
    })

  private static let names = [
    "log-linear", "linear", "hamilton", "hp", "vintage", "peers", "synthetic",
  ]

  private static let options: [Option] = [
    Option(
      long: "before", kind: .text("DATE"),
      help:
        "Only projections published before this date; default the first period after the reference"),
    Option(
      long: "counterfactual", kind: .choice(names), help: "What the series could have been",
      fallback: "log-linear"),
    Option(
      long: "donor-scale", kind: .choice(Counterfactual.SyntheticScale.allCases.map(\.rawValue)),
      help: "Whether donors match the index (reference = 1) or the level", fallback: "index"),
    Option(
      long: "donors", kind: .text("WHO"),
      help:
        "Who a synthetic control is made of: unaffected (did not fall in the first period), others, a group, or territories joined by +"
    ),
    CommonOptions.gdp(),
    Option(
      long: "horizon", kind: .integer("N"),
      help: "Periods ahead of Hamilton's forecasts; default two years"),
    Option(
      long: "institution", kind: .text("NAME"), help: "Only projections of this institution"),
    Option(
      long: "lags", kind: .integer("N"), help: "Lags of Hamilton's forecasts; default one year"),
    Option(
      long: "lambda", kind: .number("X"),
      help:
        "Smoothness of the Hodrick-Prescott trend; default 6.25 a year, 1600 a quarter, 129600 a month"
    ),
    CommonOptions.level,
    CommonOptions.minimumShare("data cover less of its population"),
    Option(
      long: "peers", kind: .text("GROUP"),
      help:
        "Group, or territories joined by +, whose growth is the counterfactual; a territory is not its own peer"
    ),
    Option(
      long: "population", kind: .text("VARIABLE"),
      help: "Variable of populations, behind the data shares"),
    Option(
      long: "reference", kind: .text("PERIOD"),
      help: "Last period before the shock; the dataset has a default"),
    Option(
      long: "sustain", kind: .integer("N"),
      help: "Periods in a row that count as a sustained recovery", fallback: "2"),
    Option(
      long: "trend-from", kind: .text("PERIOD"),
      help:
        "First period of the trend window, or of the fit of a synthetic control; the dataset has a default"
    ),
    Option(
      long: "until", kind: .text("PERIOD"), help: "Last period; default the last with data"),
    Option(
      long: "use-later-data", kind: .flag,
      help: "Fit Hamilton's and the Hodrick-Prescott filter on the whole sample, as output gaps are"
    ),
  ]

  static func measure(
    _ arguments: Arguments, _ input: Input
  ) throws -> (RecessionGaps, TerritoryTree) {
    let panel = try input.panel()
    let tree = try input.territories()
    let reference = try input.period("reference", of: "recession", arguments)
    var options = RecessionGaps.Options(
      variable: try input.levelVariable(arguments, in: panel),
      reference: reference, choice: try choice(arguments, input, reference))
    options.until = try RecessionImpactCommand.until(arguments, after: reference)
    options.usesLaterData = arguments.flag("use-later-data")
    options.sustain = try arguments.count("sustain", in: 1...100, default: 2)
    options.confidence = try arguments.level()
    options.population = try input.optionalVariable(
      option: "population", role: "population", arguments)
    options.minimumShare = try arguments.share("min-share", default: 50)
    let outlook: GrowthOutlook?
    if let dataset = input.dataset, dataset.has("outlook") {
      outlook = try dataset.growthOutlook()
    } else {
      outlook = nil
    }
    return (try RecessionGaps(panel, tree, outlook: outlook, options), tree)
  }

  private static func choice(
    _ arguments: Arguments, _ input: Input, _ reference: Period
  ) throws -> RecessionGaps.Choice {
    let name = arguments.text("counterfactual") ?? "log-linear"
    try check(arguments, name)
    let perYear = reference.frequency.rawValue
    switch name {
    case "hamilton":
      return .method(
        .hamilton(
          horizon: try arguments.count("horizon", in: 1...240, default: 2 * perYear),
          lags: try arguments.count("lags", in: 1...240, default: perYear)))
    case "hp":
      return .method(
        .hodrickPrescott(
          lambda: try arguments.number(
            "lambda", in: 0...1e12,
            default: HodrickPrescott.usualLambda(periodsPerYear: perYear))))
    case "vintage":
      return .vintage(
        institution: arguments.text("institution"),
        before: arguments.text("before") ?? reference.advanced(by: 1).description)
    case "peers":
      guard let group = arguments.text("peers") else {
        throw Failure(status: .usage, message: "--counterfactual peers needs --peers")
      }
      return .peers(group)
    case "synthetic":
      guard let donors = arguments.text("donors") else {
        throw Failure(status: .usage, message: "--counterfactual synthetic needs --donors")
      }
      let rule: RecessionGaps.Donors =
        donors == "unaffected" ? .unaffected : donors == "others" ? .others : .named(donors)
      return .synthetic(
        rule, from: try input.period("trend-from", of: "recession", arguments),
        scale: arguments.choice("donor-scale", default: .index))
    default:
      let from = try input.period("trend-from", of: "recession", arguments)
      return .method(name == "linear" ? .linear(from: from) : .logLinear(from: from))
    }
  }

  /// Refuses options that the counterfactual named does not look at.
  private static func check(_ arguments: Arguments, _ name: String) throws(Failure) {
    let uses: [(option: String, names: [String])] = [
      ("before", ["vintage"]), ("donor-scale", ["synthetic"]), ("donors", ["synthetic"]),
      ("horizon", ["hamilton"]), ("institution", ["vintage"]),
      ("lags", ["hamilton"]), ("lambda", ["hp"]), ("peers", ["peers"]),
      ("trend-from", ["log-linear", "linear", "synthetic"]),
      ("use-later-data", ["hamilton", "hp"]),
    ]
    for use in uses where arguments.isGiven(use.option) && !use.names.contains(name) {
      throw Failure(
        status: .usage, message: "--\(use.option) does not go with --counterfactual \(name)")
    }
  }
}
