import CommandLineKit
import ESSIndicators

/// `indicators recession resilience`.
enum RecessionResilienceCommand {
  static let command = Command(
    name: "resilience", summary: "Resistance and recoverability against what was to be expected",
    discussion: """
      Growth of every territory from peak to trough, and from there to a later period, less the growth of the whole or, \
      with --mix, less what the growth of each sector in the whole makes of the territory's mix. The difference in points \
      is always given; the ratio forms only where the expected rate is not near zero.
      """,
    operands: [CommonOptions.input],
    options: options + CommonOptions.columns + SectorOptions.options + CommonOptions.results,
    examples: [
      Example(
        command:
          "indicators recession resilience --from 2019 --to 2020 --until 2022 --format table",
        explanation: "Latin America and the Caribbean, the fall of 2020 and the way back"),
      Example(
        command: "indicators recession resilience mexico-states --from 2019 --to 2020 --format csv",
        explanation: "Mexico's states against the country"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        let input = try Input(arguments)
        let panel = try SectorOptions.panel(arguments, input)
        let tree = try input.territories()
        let usesMix = arguments.flag("mix")
        let variables =
          try usesMix || input.dataset == nil
          ? SectorOptions.sectors(arguments, input, panel)
          : [input.variable(option: "gdp", role: "gdp_constant", arguments, in: panel)]
        var options = RegionalResilience.Options(
          from: try arguments.required("from"), to: try arguments.required("to"),
          variables: variables)
        options.until = try arguments.period("until")
        options.nation = arguments.text("nation")
        options.usesMix = usesMix
        options.nearZero = try arguments.number("near-zero", in: 0...100, default: 0.5)
        let resilience = try RegionalResilience(
          panel, territories: arguments.territories(panel.leaves(of: tree), tree), options)
        try Output.write(
          CommandResult(
            observations: resilience.observations,
            displays: [resilience.display(try arguments.displayContext(tree))]),
          arguments, input, nouns: ["recession"])
      }
    })

  private static let options: [Option] = [
    Option(long: "from", kind: .text("PERIOD"), help: "The peak"),
    CommonOptions.gdp(), CommonOptions.members,
    Option(long: "mix", kind: .flag, help: "Expect of each sector what it did in the whole"),
    SectorOptions.nation,
    Option(
      long: "near-zero", kind: .number("PERCENT"),
      help: "Refuse ratios where the expected rate is nearer to 0 than this", fallback: "0.5"),
    Option(long: "to", kind: .text("PERIOD"), help: "The trough"),
    Option(long: "until", kind: .text("PERIOD"), help: "The end of the recovery"),
  ]
}

/// Options of measures that go by sectors.
enum SectorOptions {
  static let group = "Sectors of a CSV file"

  static let nation = Option(
    long: "nation", kind: .text("CODE"),
    help: "The territory that is the whole; default the sum of all territories")

  static let options: [Option] = [
    Option(
      long: "sector", kind: .text("COLUMN"),
      help: "Column of sectors in a long table; without it every number column is a sector",
      fallback: "sector", group: group),
    Option(
      long: "sectors", kind: .text("NAMES"), help: "Only these sectors, separated by commas",
      repeats: true, separator: ",", group: group),
    Option(
      long: "value", kind: .text("COLUMN"), help: "Column of values in a long table",
      fallback: "value", group: group),
  ]

  /// The panel of an input, its variables the sectors.
  static func panel(_ arguments: Arguments, _ input: Input) throws -> Panel {
    guard input.dataset == nil else { return try input.panel() }
    var columns = PanelColumns()
    if let column = arguments.text("territory") { columns.territory = column }
    if let column = arguments.text("period") { columns.period = column }
    columns.frequency = arguments.text("frequency").flatMap { name in
      Period.Frequency.allCases.first { "\($0)" == name }
    }
    columns.variable = arguments.text("sector") ?? "sector"
    columns.value = arguments.text("value") ?? "value"
    return try Panel(input.table(), columns: columns)
  }

  /// The sectors named, or all variables of a file.
  static func sectors(
    _ arguments: Arguments, _ input: Input, _ panel: Panel
  ) throws -> [String] {
    if let names = arguments.list("sectors") { return names }
    guard input.dataset == nil else {
      throw Failure(
        status: .usage, message: "--sectors is needed: a dataset's variables are not all sectors")
    }
    return panel.variables
  }
}

extension Arguments {
  /// A period that must be given.
  func required(_ option: String) throws(Failure) -> Period {
    guard let period = try period(option) else {
      throw Failure(status: .usage, message: "--\(option) is needed")
    }
    return period
  }
}
