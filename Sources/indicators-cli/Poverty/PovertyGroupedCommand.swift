import CommandLineKit
import ESSIndicators

/// `indicators poverty grouped`.
enum PovertyGroupedCommand {
  static let command = Command(
    name: "grouped", summary: "Poverty and inequality from deciles or any grouped table",
    discussion: """
      Fits the General Quadratic and the Beta Lorenz curve to each distribution of a table (one for each territory and period), chooses \
      by PIP's rule, and measures the curve: headcount ratio by a bracketed root, Watts and squared gap by adaptive quadrature, Gini, \
      median, shares, elasticities. An invalid curve is refused with its reasons, and what a curve does not have is not available. \
      Groups are ordered from the poorest. With no input the synthetic survey is grouped by its periods.
      """,
    operands: [
      Operand(
        name: "INPUT",
        help: "A CSV file of groups, - for standard input, or a survey dataset to be grouped",
        isOptional: true, repeats: false, kind: .file)
    ],
    options: options + CommonOptions.results,
    examples: [
      Example(
        command: "indicators poverty grouped --line 120 --format table",
        explanation: "The synthetic survey in deciles, a line of 120 a month"),
      Example(
        command: "indicators poverty grouped --fit gq --groups 5 --format csv",
        explanation: "Fifths, General Quadratic curve"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        let input = try Input(arguments, default: Input.surveyDataset, mapsColumns: true)
        try Output.write(try result(arguments, input), arguments, input, nouns: ["grouped"])
      }
    })

  static let columnOptions: [Option] = [
    Option(
      long: "form", kind: .choice(GroupedDistribution.Form.allCases.map(\.rawValue)),
      help: "How the groups are given: cumulative shares, shares, or the mean of each group",
      fallback: "cumulative", group: CommonOptions.columnGroup),
    Option(
      long: "mean-column", kind: .text("COLUMN"),
      help: "Column with the mean welfare, the same in every row of a distribution",
      group: CommonOptions.columnGroup),
    Option(
      long: "period", kind: .text("COLUMN"), help: "Column of periods, if there is one",
      fallback: "period", group: CommonOptions.columnGroup),
    Option(
      long: "population", kind: .text("COLUMN"),
      help: "Column of people; groups are of equal size without one", fallback: "population",
      group: CommonOptions.columnGroup),
    Option(
      long: "territory", kind: .text("COLUMN"), help: "Column of territory codes, if there is one",
      fallback: "territory", group: CommonOptions.columnGroup),
    Option(
      long: "welfare", kind: .text("COLUMN"), help: "Column of welfare", fallback: "welfare",
      group: CommonOptions.columnGroup),
  ]

  private static let options =
    [
      Option(
        long: "allow-invalid", kind: .flag,
        help: "Use the closest curve where none is valid, with its defects in the note"),
      Option(
        long: "fit", kind: .choice(LorenzSelection.Choice.allCases.map(\.rawValue)),
        help: "The curve: PIP's rule, General Quadratic, or Beta", fallback: "auto"),
      Option(
        long: "groups", kind: .integer("N"), help: "Number of groups whose shares are given",
        fallback: "10"),
      Option(
        long: "line", kind: .number("Z"),
        help: "Poverty line in the unit of the mean, repeated or separated by commas",
        repeats: true, separator: ","),
      Option(
        long: "mean", kind: .number("M"), help: "Mean welfare of every distribution"),
    ] + columnOptions

  /// The grouped distributions of the input.
  static func table(_ arguments: Arguments, _ input: Input) throws -> GroupedTable {
    let form = arguments.text("form").flatMap(GroupedDistribution.Form.init) ?? .cumulative
    if input.isSurvey {
      try arguments.refuse(
        ["mean-column", "population", "territory"],
        "is for a table of groups; \(input.name) is a survey")
      return try GroupedTable(input.surveySample(arguments), groups: 10)
    }
    var columns = GroupedTable.Columns(form: form, mean: arguments.text("mean-column"))
    if let name = arguments.text("population") { columns.population = name }
    if let name = arguments.text("welfare") { columns.welfare = name }
    if let name = arguments.text("territory") { columns.territory = name }
    if let name = arguments.text("period") { columns.period = name }
    return try GroupedTable(
      input.table(), columns, hasPeople: arguments.isGiven("population"))
  }

  static func lines(_ arguments: Arguments) throws -> [Double] {
    try arguments.numbers("line", "above zero") { $0 > 0 } ?? []
  }

  static func mean(_ arguments: Arguments) throws -> Double? {
    try arguments.numbers("mean", "above zero") { $0 > 0 }?.last
  }

  private static func result(_ arguments: Arguments, _ input: Input) throws -> CommandResult {
    try arguments.refuse(
      ["form"], unless: !input.isSurvey, "is for a table of groups; \(input.name) is a survey")
    let measure = try GroupedPoverty(
      table(arguments, input),
      .init(
        lines: lines(arguments), mean: mean(arguments),
        choice: arguments.text("fit").flatMap(LorenzSelection.Choice.init) ?? .auto,
        allowsInvalid: arguments.flag("allow-invalid"),
        groups: arguments.count("groups", in: 2...100, default: 10)))
    let context = DisplayContext(
      language: arguments.language, decimals: try Output.decimals(arguments),
      tree: try input.territories())
    return CommandResult(observations: measure.observations, displays: [measure.display(context)])
  }
}
