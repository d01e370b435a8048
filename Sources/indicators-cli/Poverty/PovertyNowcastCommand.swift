import CommandLineKit
import ESSIndicators

/// `indicators poverty nowcast`.
enum PovertyNowcastCommand {
  static let command = Command(
    name: "nowcast", summary: "What a growth figure implies for poverty, and for how many people",
    discussion: """
      Mean welfare follows growth per head times a pass-through k; the distribution keeps its shape, or its Gini index changes. With no \
      input: what the growth figures of each exercise (-5.3 %, -9.1 %, -7.7 %, the outcome) imply for Latin America, beside the poverty \
      published with them. With a survey: from its records, with standard errors. With --form: from a table of groups, by a fitted Lorenz \
      curve. For a file k must be named: the World Bank's current line-up uses 0.7, older work 0.85 or 1; with no input all three are \
      shown. A pair of figures of different exercises is marked, with a warning.
      """,
    operands: [
      Operand(
        name: "INPUT",
        help: "A survey or a table of groups (CSV, or - for standard input), or a dataset",
        isOptional: true, repeats: false, kind: .file)
    ],
    options: options.sorted { $0.long < $1.long } + columns + SurveyOptions.variance
      + CommonOptions.results,
    examples: [
      Example(
        command: "indicators poverty nowcast --format table",
        explanation: "What -5.3 %, -7.7 % and the outcome imply, and what was published"),
      Example(
        command: "indicators poverty nowcast --pass-through 0.7 --gini-change 2 --format csv",
        explanation: "The same with the Gini index 2 % higher"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        let input = try Input(arguments, mapsColumns: true)
        try ErrorMessages.naming(input) {
          try Output.write(try result(arguments, input), arguments, input, nouns: ["report"])
        }
      }
    })

  // A table of groups and a survey share the options of welfare and period.
  private static let columns =
    SurveyOptions.columns
    + PovertyGroupedCommand.columnOptions.filter { option in
      !SurveyOptions.columns.contains { $0.long == option.long }
    }

  private static let options = [
    PovertyMeasureCommand.tie,
    Option(
      long: "fit", kind: .choice(LorenzSelection.Choice.allCases.map(\.rawValue)),
      help: "The curve of a table of groups: PIP's rule, General Quadratic, or Beta",
      fallback: "auto"),
    Option(
      long: "gini-change", kind: .number("PERCENT"),
      help: "Relative change of the Gini index; 0 keeps the Lorenz curve", fallback: "0"),
    Option(
      long: "growth", kind: .number("PERCENT"), help: "Growth of output, for a file"),
    Option(
      long: "growth-vintage", kind: .text("DATE"),
      help:
        "Vintage of the growth figure: the published one of that date or, with --growth, any label"),
    Option(
      long: "line", kind: .text("Z"),
      help:
        "Poverty line: a number for a file (repeated or separated by commas), a name for a dataset",
      repeats: true, separator: ","),
    Option(
      long: "mean", kind: .number("M"), help: "Mean welfare of a table of groups"),
    Option(
      long: "pass-through", kind: .number("K"),
      help:
        "Share of growth per head that mean welfare follows, from 0 to 10, where above 1 welfare moves "
        + "more than output; repeated or separated by commas",
      repeats: true, separator: ","),
    Option(
      long: "persons", kind: .number("N"), help: "People behind a table of groups"),
    Option(
      long: "population-growth", kind: .number("PERCENT"),
      help: "Population growth, taken off --growth to give growth per head", fallback: "0"),
    Option(
      long: "source", kind: .text("TEXT"), help: "Where --growth comes from, for column source"),
    Option(
      long: "vintage", kind: .text("DATE"),
      help:
        "Vintage of the poverty figures that the result will stand beside; a warning if they are of "
        + "another exercise than the growth"),
  ]

  private static func result(_ arguments: Arguments, _ input: Input) throws -> CommandResult {
    if let dataset = input.dataset, dataset.has("poverty_vintages") {
      return try regional(arguments, input, dataset)
    }
    let scenarios = try scenarios(arguments)
    guard arguments.isGiven("form") else { return try survey(arguments, input, scenarios) }
    try refuseSurveyOptions(arguments, input)
    let grouped = try GroupedPoverty(
      PovertyGroupedCommand.table(arguments, input),
      .init(
        lines: try lines(arguments), mean: try PovertyGroupedCommand.mean(arguments),
        choice: arguments.choice("fit", default: .auto)))
    let persons = try arguments.numbers("persons", "above zero") { $0 > 0 }?.last
    let nowcast = GroupedNowcast(grouped, scenarios: scenarios, population: persons)
    return CommandResult(
      observations: nowcast.observations,
      displays: [nowcast.display(try arguments.displayContext(input.territories()))],
      warnings: try warnings(arguments))
  }

  private static func survey(
    _ arguments: Arguments, _ input: Input, _ scenarios: [NowcastScenario]
  ) throws -> CommandResult {
    try arguments.refuse(
      ["fit", "mean", "mean-column", "persons", "population", "territory"],
      "is for a table of groups: name its --form")
    let variance = try VarianceOptions(arguments)
    let lines = try lines(arguments)
    let sample = try input.surveySample(arguments)
    let nowcast = try SurveyNowcast(
      sample, .init(scenarios: scenarios, lines: lines, tie: arguments.tie, variance: variance))
    var result = try SurveyResult.make(
      nowcast.observations, sample, variance, arguments,
      title: (
        "Poverty after the scenario", "Pauvreté après le scénario", "Pobreza tras el escenario"
      ))
    result.warnings += try warnings(arguments)
    return result
  }

  private static func regional(
    _ arguments: Arguments, _ input: Input, _ dataset: Dataset
  ) throws -> CommandResult {
    try arguments.refuse(
      ["fit", "growth", "mean", "persons", "population-growth", "source"]
        + (columns + SurveyOptions.variance + [PovertyMeasureCommand.tie]).map(\.long),
      "is for a survey or a table of groups; the dataset '\(input.name)' has published figures")
    guard arguments.list("line")?.count ?? 1 == 1 else {
      throw Failure(
        status: .usage, message: "--line: published figures are moved on one line at a time")
    }
    func setting(_ name: String) throws -> String {
      guard let value = dataset.package.defaults["report." + name] else {
        throw DataError.notIdentified("the dataset '\(input.name)' has no default 'report.\(name)'")
      }
      return value
    }
    let shares = try passThroughs(arguments) ?? [0.7, 0.85, 1]
    let (published, outlook) = (try dataset.povertyVintages(), try dataset.growthOutlook())
    let line = try arguments.text("line") ?? setting("poverty-line")
    let group = try setting("poverty-group")
    let poverty = try arguments.text("vintage") ?? setting("poverty-vintage")
    let growth = try arguments.text("growth-vintage") ?? setting("growth-vintage")
    try published.check(vintage: poverty)
    let known = outlook.vintages(for: try input.period("to", of: "poverty", arguments)).map(\.date)
    guard known.contains(growth) else {
      throw DataError.unknownName(kind: "growth vintage", name: growth, known: known.distinct)
    }
    let nowcast = try RegionalNowcast(
      published, growth: outlook, panel: input.panel(),
      input.territories(),
      .init(
        from: input.period("from", of: "poverty", arguments),
        to: input.period("to", of: "poverty", arguments), group: group, line: line,
        passThroughs: shares,
        giniChange: try giniChange(arguments),
        population: dataset.package.defaults["poverty.vintage-population"] ?? "population",
        pair: .init(
          poverty: poverty,
          scenario: try published.scenario(
            of: poverty, line: line, group: group, preferred: setting("poverty-scenario")),
          growth: growth)))
    try checkPair(nowcast, arguments)
    return CommandResult(
      observations: nowcast.observations,
      displays: [nowcast.display(try arguments.displayContext(input.territories()))],
      warnings: nowcast.warnings)
  }

  /// Refuses vintages that were named and that no figures pair.
  private static func checkPair(_ nowcast: RegionalNowcast, _ arguments: Arguments) throws {
    guard ["vintage", "growth-vintage"].contains(where: arguments.isGiven),
      let pair = nowcast.options.pair
    else { return }
    let isShown = nowcast.rows.contains {
      $0.vintage == pair.poverty && $0.growth.vintage.date == pair.growth
    }
    guard !isShown else { return }
    throw DataError.notIdentified(
      "the figures do not pair --vintage \(pair.poverty) with --growth-vintage \(pair.growth): a headcount "
        + "ratio of \(nowcast.options.group) for \(nowcast.options.from) and a growth figure of the same "
        + "institution for \(nowcast.options.to) are needed")
  }

  /// Refuses options of surveys that a table of groups does not follow; one that is made of a survey follows its columns.
  private static func refuseSurveyOptions(_ arguments: Arguments, _ input: Input) throws {
    let design = ["fpc", "psu", "replicate-weights", "stratum"]
    let shared = ["expect-rows", "missing-tokens", "period", "welfare"]
    let columns = SurveyOptions.columns.map(\.long).filter { name in
      input.isSurvey ? design.contains(name) : !shared.contains(name)
    }
    try arguments.refuse(
      columns + (SurveyOptions.variance + [PovertyMeasureCommand.tie]).map(\.long),
      "is for the records of a survey; with --form they are groups, without standard errors")
  }

  private static func giniChange(_ arguments: Arguments) throws -> Double {
    try arguments.number("gini-change", in: -99...1000, default: 0) / 100
  }

  private static func passThroughs(_ arguments: Arguments) throws -> [Double]? {
    try arguments.numbers("pass-through", "from 0 to 10", where: (0...10).contains)
  }

  static func lines(_ arguments: Arguments) throws -> [Double] {
    guard let texts = arguments.list("line") else {
      throw Failure(status: .usage, message: "--line is needed: the poverty line, a number")
    }
    return try texts.map { text in
      guard let line = NumberText.parse(text), line > 0 else {
        throw Failure(status: .usage, message: "--line: '\(text)' is not a number above zero")
      }
      return line
    }
  }

  /// The scenarios of a file: growth given, or looked up by its vintage; one for each pass-through, none of which is assumed.
  static func scenarios(_ arguments: Arguments) throws -> [NowcastScenario] {
    guard let shares = try passThroughs(arguments) else {
      throw Failure(
        status: .usage,
        message: "--pass-through is needed: the share of growth per head that mean welfare follows "
          + "(the World Bank's line-up uses 0.7, older work 0.85 or 1)")
    }
    var provenance = NowcastScenario.Provenance(
      vintage: arguments.text("growth-vintage") ?? "", source: arguments.text("source") ?? "")
    let growth: Double
    if let given = try arguments.number("growth") {
      growth = given
    } else if let date = arguments.text("growth-vintage") {
      let figure = try regionalFigure(date)
      growth = figure.value
      if provenance.source.isEmpty { provenance.source = figure.source }
    } else {
      throw Failure(
        status: .usage,
        message: "--growth is needed (percent), or --growth-vintage for a published regional figure"
      )
    }
    guard growth > -100 else {
      throw Failure(
        status: .usage, message: "--growth: \(NumberText.shortest(growth)) is not above -100")
    }
    let perHead = NowcastScenario.perHead(
      growth: growth / 100,
      population: try arguments.number("population-growth", in: -99...1000, default: 0) / 100)
    return try shares.map { share in
      let scenario = NowcastScenario(
        growth: perHead, passThrough: share, giniChange: try giniChange(arguments),
        provenance: provenance)
      guard scenario.meanFactor > 0 else {
        throw Failure(
          status: .usage,
          message: "--pass-through: with \(NumberText.shortest(share)) the mean is not above zero")
      }
      return scenario
    }
  }

  /// The growth figure of a vintage that the default dataset pairs with poverty figures.
  private static func regionalFigure(_ date: String) throws -> GrowthOutlook.Figure {
    let dataset = try Dataset(Dataset.defaultName)
    let outlook = try dataset.growthOutlook()
    let exercises = try dataset.povertyVintages().exercises
    for exercise in exercises where exercise.growthVintage == date {
      let key = GrowthOutlook.Vintage(institution: exercise.institution, date: date)
      let period = outlook.figures.first { $0.vintage == key }?.period
      if let period, let figure = outlook.figure(key, exercise.growthTerritory, period) {
        return figure
      }
    }
    throw DataError.unknownName(
      kind: "growth vintage", name: date, known: exercises.map(\.growthVintage))
  }

  /// A warning if the poverty figures named belong to another growth figure.
  static func warnings(_ arguments: Arguments) throws -> [String] {
    try arguments.refuse(
      ["vintage"], unless: arguments.isGiven("growth-vintage"), "goes with --growth-vintage")
    guard let poverty = arguments.text("vintage"), let growth = arguments.text("growth-vintage")
    else { return [] }
    let published = try Dataset(Dataset.defaultName).povertyVintages()
    try published.check(vintage: poverty)
    let exercises = published.exercises
    guard let own = exercises.first(where: { $0.povertyVintage == poverty }),
      own.growthVintage != growth
    else { return [] }
    return [
      "the poverty figure of \(poverty), which went with the growth projection of "
        + "\(own.growthVintage), is paired with the growth figure of \(growth): two different exercises"
    ]
  }
}

extension PovertyVintages {
  /// Refuses a vintage that is of no exercise with a growth figure.
  fileprivate func check(vintage: String) throws(DataError) {
    let known = exercises.map(\.povertyVintage).distinct
    guard known.contains(vintage) else {
      throw .unknownName(kind: "vintage", name: vintage, known: known)
    }
  }

  /// The scenario of a vintage that is preferred, if it has that one, else its first for the line and group.
  fileprivate func scenario(
    of vintage: String, line: String, group: String, preferred: String
  ) -> String {
    let known = figures.filter {
      $0.vintage == vintage && $0.line == line && $0.territory == group
    }.map(\.scenario)
    return known.contains(preferred) ? preferred : known.first ?? preferred
  }
}
