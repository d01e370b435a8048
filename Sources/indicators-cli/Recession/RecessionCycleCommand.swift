import CommandLineKit
import ESSIndicators

/// `indicators recession cycle`.
enum RecessionCycleCommand {
  static let command = Command(
    name: "cycle", summary: "Turning points, phases and how far territories move together",
    discussion: """
      Peaks and troughs by the rules of Harding and Pagan (BBQ) with censoring of short phases and cycles, and for \
      every phase duration, amplitude, cumulative movement and excess; a phase that the sample cuts counts as a lower \
      bound. A series that only grows has no downturn, which is an answer.
      """,
    operands: [CommonOptions.input],
    options: options + CommonOptions.columns + CommonOptions.results,
    examples: [
      Example(
        command: "indicators recession cycle --members MEX,PER,CHL --from 1990 --format table",
        explanation: "Cycles of three countries since 1990"),
      Example(
        command: "indicators recession cycle mexico-states --concordance --format csv",
        explanation: "Which of Mexico's states move together"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        let input = try Input(arguments)
        let panel = try input.panel()
        var options = BusinessCycles.Options(
          variable: try input.variable(option: "gdp", role: "gdp_constant", arguments, in: panel))
        options.from = try arguments.period("from")
        options.until = try arguments.period("until")
        options.rules = try rules(arguments, panel)
        options.scale = arguments.choice("scale", default: .log)
        options.comparesPairs = arguments.flag("concordance")
        let tree = try input.territories()
        let cycles = try BusinessCycles(
          panel, territories: arguments.territories(panel.leaves(of: tree), tree), options)
        try Output.write(
          CommandResult(
            observations: cycles.observations,
            displays: [cycles.display(try arguments.displayContext(tree))]),
          arguments, input, nouns: ["recession"])
      }
    })

  private static let options: [Option] = [
    Option(
      long: "concordance", kind: .flag, help: "Compare the phases of every pair of territories"),
    Option(long: "from", kind: .text("PERIOD"), help: "First period; default the first with data"),
    CommonOptions.gdp(),
    CommonOptions.members,
    Option(
      long: "min-cycle", kind: .integer("N"),
      help: "Fewest periods from peak to peak; default 2 years, 5 quarters, 15 months"),
    Option(
      long: "min-phase", kind: .integer("N"),
      help: "Fewest periods of a phase; default 1 year, 2 quarters, 5 months"),
    Option(
      long: "scale", kind: .choice(BusinessCycle.Scale.allCases.map(\.rawValue)),
      help: "Measure movements in logarithms, or in levels for rates and balances",
      fallback: "log"),
    Option(long: "until", kind: .text("PERIOD"), help: "Last period; default the last with data"),
    Option(
      long: "window", kind: .integer("N"),
      help: "Periods on both sides that a turn exceeds; default 1 year, 2 quarters, 5 months"),
  ]

  private static func rules(
    _ arguments: Arguments, _ panel: Panel
  ) throws(Failure) -> TurningPoints.Rules? {
    guard let frequency = panel.periods.first?.frequency else { return nil }
    var rules = TurningPoints.Rules(frequency)
    rules.window = try arguments.count("window", in: 1...60, default: rules.window)
    rules.minimumPhase = try arguments.count("min-phase", in: 1...120, default: rules.minimumPhase)
    rules.minimumCycle = try arguments.count("min-cycle", in: 1...240, default: rules.minimumCycle)
    return rules
  }
}

extension CommonOptions {
  /// The territories looked at: `Arguments.territories(_:_:)`.
  static let members = Option(
    long: "members", kind: .text("CODES"),
    help: "Only these territories, or the members of these groups, separated by commas",
    repeats: true, separator: ",")
}

extension Arguments {
  /// The territories that `--members` names, groups by their members; all if it is not given.
  func territories(_ all: [String], _ tree: TerritoryTree) throws(DataError) -> [String] {
    guard let names = list("members") else { return all }
    var chosen: [String] = []
    for name in names {
      let found = all.contains(name) ? [name] : tree.leaves(of: name)
      guard !found.isEmpty else {
        throw .unknownName(kind: "territory", name: name, known: tree.groups + all)
      }
      chosen += found
    }
    return chosen.distinct
  }
}
