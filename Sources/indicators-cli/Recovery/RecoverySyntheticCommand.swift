import CommandLineKit
import ESSIndicators

/// `indicators recovery synthetic`.
enum RecoverySyntheticCommand {
  static let command = Command(
    name: "synthetic", summary: "One treated unit against a weighted mean of others",
    discussion: """
      Synthetic control: donor weights by an exact quadratic programme, on outcomes before treatment or on predictors \
      whose weights are searched for from several starts. A predictor is a mean over periods, as 'beer:1984/1988', \
      'cigsale:1975', or 'lnincome' for the whole fit window. Every donor is fitted as a placebo, and the share of \
      units with a ratio of squared gaps at least as large is the p-value.
      """,
    operands: [CommonOptions.input],
    options: options + PanelSampleOptions.options.filter { $0.long != "unbalanced" }
      + CommonOptions.columns + CommonOptions.results,
    examples: [
      Example(
        command:
          "indicators recovery synthetic --treated ARG --post 2018 --from 2000 --format table",
        explanation: "Argentina's output against its neighbours', from 2018 on"),
      Example(
        command:
          "indicators recovery synthetic mexico-states --treated MX-CMX --post 2020 --intercept --conformal --format csv",
        explanation: "Mexico City in the pandemic, with a level of its own and conformal intervals"),
    ],
    run: { arguments in
      try ErrorMessages.translating { try run(arguments) }
    })

  private static let options: [Option] =
    ([
      Option(
        long: "conformal", kind: .flag,
        help: "Conformal intervals of each period's and the mean effect"),
      Option(
        long: "donors", kind: .text("UNITS"),
        help: "Donors, repeated or separated by commas; default all other units", repeats: true,
        separator: ","),
      Option(
        long: "evaluations", kind: .integer("N"), help: "Evaluations of each start of the search",
        fallback: "1500"),
      Option(
        long: "exclude", kind: .text("UNITS"), help: "Units that are no donors", repeats: true,
        separator: ","),
      Option(
        long: "fit-from", kind: .text("PERIOD"),
        help: "First period that weights are fitted on; default the first"),
      Option(
        long: "fit-until", kind: .text("PERIOD"),
        help: "Last period that weights are fitted on; default the last before treatment"),
      Option(
        long: "floor", kind: .number("SHARE"),
        help: "Least weight of a predictor as a share of the largest", fallback: "1e-6"),
      Option(
        long: "intercept", kind: .flag, help: "Let the levels differ by a constant"),
      Option(
        long: "leave-one-out", kind: .flag, help: "Estimate without each donor that has a weight"),
      CommonOptions.level,
      Option(
        long: "max-fit-ratio", kind: .number("RATIO"),
        help: "Rank only placebos whose squared gap before is at most so many times the unit's"),
      Option(long: "no-placebos", kind: .flag, help: "Fit no placebos"),
      Option(
        long: "placebo-period", kind: .text("PERIOD"),
        help: "Pretend treatment from this earlier period on"),
      Option(
        long: "placebo-starts", kind: .integer("N"),
        help: "Starts of the search for each placebo; default those of the unit"),
      OutcomeOptions.post,
      Option(
        long: "predictor", kind: .text("NAME:PERIODS"),
        help: "Predictor, a mean over periods, repeated or separated by commas", repeats: true,
        separator: ","),
      Option(
        long: "ridge", kind: .text("PENALTY"),
        help: "Correct the weights by ridge regression with this penalty, or 'cv' to choose it"),
      CommonOptions.seed,
      Option(
        long: "starts", kind: .integer("N"), help: "Starts of the search for predictor weights",
        fallback: "12"),
      Option(long: "treated", kind: .text("UNIT"), help: "The treated unit"),
      Option(
        long: "weighting", kind: .choice(["outcomes", "equal", "search"]),
        help: "What the weights fit; default search with predictors, else outcomes"),
    ] + OutcomeOptions.outcome).sorted { $0.long < $1.long }

  private static func run(_ arguments: Arguments) throws {
    let input = try Input(arguments)
    let names = try (arguments.list("predictor") ?? []).map(PredictorText.init)
    let reading = try OutcomeOptions.read(
      arguments, input, numbers: names.map(\.variable))
    let study = try study(arguments, reading, names)
    try PanelSampleOptions.report(study.dropped, arguments)
    let context = try arguments.displayContext(input.territories())
    try Output.write(
      CommandResult(
        observations: study.observations(reading.provenance),
        displays: study.displays(context, reading.provenance)), arguments, input,
      nouns: ["recovery"])
  }

  private static func study(
    _ arguments: Arguments, _ reading: OutcomeOptions.Reading, _ names: [PredictorText]
  ) throws -> SyntheticControlStudy {
    guard let treated = arguments.text("treated") else {
      throw Failure(status: .usage, message: "--treated is needed: name the treated unit")
    }
    let post = try OutcomeOptions.post(arguments)
    let grid = try OutcomeGrid(reading.sample, reading.column).withoutEmptyTimes()
    let excluded = arguments.list("exclude") ?? []
    for unit in excluded { _ = try grid.position(of: unit) }
    let donors = (arguments.list("donors") ?? grid.units).filter { !excluded.contains($0) }
    let fitFrom = arguments.text("fit-from")
    let fitUntil = arguments.text("fit-until")
    let from = if let fitFrom { try grid.position(notBefore: fitFrom) } else { 0 }
    let until =
      if let fitUntil { try grid.position(after: fitUntil) } else {
        try grid.position(notBefore: post)
      }
    let predictors = try names.map { name in
      let values = try OutcomeGrid(reading.sample, name.variable)
      return SyntheticControlProblem.Predictor(
        name: name.text, grid: values,
        span: try name.span(in: values, fit: (grid.periods, from..<max(from, until))))
    }
    let problem = try SyntheticControlProblem(
      grid, treated: treated, donors: donors, post: post, fitFrom: fitFrom, fitUntil: fitUntil,
      predictors: predictors)
    let fit = try fit(arguments, hasPredictors: !predictors.isEmpty)
    return try SyntheticControlStudy(
      problem,
      SyntheticControlStudy.Options(
        fit: fit, placebos: !arguments.flag("no-placebos"),
        placeboStarts: try arguments.count("placebo-starts", in: 1...1000, default: fit.starts),
        largestFitRatio: arguments.isGiven("max-fit-ratio")
          ? try arguments.number("max-fit-ratio", in: 1...1e12, default: 1) : nil,
        placeboPeriod: arguments.text("placebo-period"),
        leaveOneOut: arguments.flag("leave-one-out"),
        conformalLevel: arguments.flag("conformal") ? try arguments.level() : nil))
  }

  private static func fit(
    _ arguments: Arguments, hasPredictors: Bool
  ) throws -> SyntheticControl.Options {
    let name = arguments.text("weighting") ?? (hasPredictors ? "search" : "outcomes")
    guard hasPredictors || name == "outcomes" else {
      throw Failure(status: .usage, message: "--weighting \(name) needs --predictor")
    }
    let weighting: SyntheticControl.Weighting =
      switch name {
      case "equal": .equal
      case "search": .search
      default: .outcomes
      }
    var ridge = SyntheticControl.Ridge.none
    if let text = arguments.text("ridge") {
      ridge =
        text == "cv"
        ? .crossValidated : .given(try arguments.number("ridge", in: 0...1e300, default: 0))
    }
    return SyntheticControl.Options(
      weighting: weighting, hasIntercept: arguments.flag("intercept"), ridge: ridge,
      starts: try arguments.count("starts", in: 1...1000, default: 12),
      evaluations: try arguments.count("evaluations", in: 10...1_000_000, default: 1500),
      floor: try arguments.number("floor", in: 0...1, default: 1e-6),
      seed: try arguments.seed())
  }
}

/// A predictor as an option writes it: `NAME`, `NAME:PERIOD` or `NAME:FROM/UNTIL`.
struct PredictorText {
  let text: String
  let variable: String
  private let periods: [String]

  init(_ text: String) throws(Failure) {
    self.text = text
    guard let colon = text.lastIndex(of: ":") else {
      variable = text
      periods = []
      return
    }
    variable = String(text[..<colon])
    periods = text[text.index(after: colon)...].split(
      separator: "/", omittingEmptySubsequences: false
    ).map(String.init)
    guard !variable.isEmpty, periods.count <= 2, !periods.contains("") else {
      throw Failure(
        status: .usage,
        message: "--predictor: '\(text)' is not NAME, NAME:PERIOD or NAME:FROM/UNTIL")
    }
  }

  /// The positions of its periods; those of the fit window unless named.
  func span(
    in grid: OutcomeGrid, fit: (periods: [String], window: Range<Int>)
  ) throws -> Range<Int> {
    let window = fit.window.map { fit.periods[$0] }
    guard let first = periods.first ?? window.first, let last = periods.last ?? window.last else {
      return 0..<0
    }
    let start = try grid.position(notBefore: first)
    let end = try grid.position(after: last)
    return start..<max(start, end)
  }
}
