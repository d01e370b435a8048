import CommandLineKit
import ESSIndicators

/// `indicators recovery did`.
enum RecoveryDifferenceCommand {
  static let command = Command(
    name: "did", summary: "Difference in differences of units treated at different times",
    discussion: """
      Effects by cohort and period against units not treated by then (Callaway and Sant'Anna), put together four ways, \
      with tests of effects before treatment; the imputation estimator (Borusyak, Jaravel and Spiess); or a regression \
      with unit and period effects, static and by periods since treatment, with the comparisons that it rests on \
      (Goodman-Bacon).
      """,
    operands: [CommonOptions.input],
    options: options + TreatmentOptions.options + unbalanced + CommonOptions.columns
      + CommonOptions.results,
    examples: [
      Example(
        command:
          "indicators recovery did --treated ARG,BRA,ECU --post 2015 --from 2010 --until 2019 --format table",
        explanation: "Three economies that slowed from 2015 on, against the others"),
      Example(
        command:
          "indicators recovery did --treated ARG,BRA,ECU --post 2015 --from 2010 --until 2019 --estimator two-way --format csv",
        explanation: "The same by regression"),
    ],
    run: { arguments in
      try ErrorMessages.translating { try run(arguments) }
    })

  /// With whole units unless said: the composition of groups must not change.
  private static let unbalanced = PanelSampleOptions.options.map { option in
    var option = option
    if option.long == "unbalanced" { option.fallback = PanelSample.Policy.balance.rawValue }
    return option
  }

  private static let options: [Option] =
    ([
      Option(
        long: "aggregate", kind: .choice(GroupTimeEffects.Scheme.allCases.map(\.rawValue)),
        help: "Only this way of putting effects together, repeated or separated by commas",
        repeats: true, separator: ","),
      Option(
        long: "anticipation", kind: .integer("N"),
        help: "Periods before treatment in which units may already react", fallback: "0"),
      Option(
        long: "base", kind: .choice(GroupTimeEffects.Base.allCases.map(\.rawValue)),
        help: "Period that effects before treatment are measured from", fallback: "varying"),
      Option(
        long: "control", kind: .choice(GroupTimeEffects.Control.allCases.map(\.rawValue)),
        help: "Controls: never treated, or not treated yet", fallback: "never"),
      Option(
        long: "covariate", kind: .text("COLUMN"),
        help:
          "Covariate, of the base period (of each row in cross sections), repeated or separated by commas",
        repeats: true, separator: ","),
      Option(
        long: "estimator", kind: .choice(["group-time", "imputation", "two-way"]),
        help: "How effects are estimated", fallback: "group-time"),
      CommonOptions.level,
      Option(
        long: "method", kind: .choice(GroupTimeEffects.Method.allCases.map(\.rawValue)),
        help: "Covariates by regression, by weighting, or doubly robust", fallback: "dr"),
      CommonOptions.replicates(0, "draws behind simultaneous bands; 0 for pointwise intervals"),
      CommonOptions.seed,
    ] + OutcomeOptions.outcome).sorted { $0.long < $1.long }

  private static func run(_ arguments: Arguments) throws {
    let input = try Input(arguments)
    let covariates = arguments.list("covariate") ?? []
    let reading = try OutcomeOptions.read(
      arguments, input, numbers: covariates + TreatmentOptions.numbers(arguments))
    let timing = try TreatmentOptions.timing(arguments, reading.sample)
    let context = try arguments.displayContext(input.territories())
    let policy = arguments.text("unbalanced").flatMap(PanelSample.Policy.init) ?? .balance
    let level = try arguments.level()
    let estimator = arguments.text("estimator") ?? "group-time"
    if estimator != "group-time" {
      let others = [
        "aggregate", "anticipation", "base", "control", "covariate", "method", "replicates", "seed",
      ]
      if let option = others.first(where: arguments.isGiven) {
        throw Failure(
          status: .usage, message: "--\(option) goes with --estimator group-time alone")
      }
    }
    let result: CommandResult
    let dropped: [PanelSample.Drop]
    switch estimator {
    case "imputation":
      let effects = try ImputationEffects(
        reading.sample, outcome: reading.column, timing: timing, policy: policy)
      dropped = effects.dropped
      let labels = reading.sample.axis.labels
      result = CommandResult(
        observations: effects.observations(
          reading.provenance, span: "\(labels.first ?? "")/\(labels.last ?? "")", level: level,
          policy: policy), displays: [effects.display(context, level: level)])
    case "two-way":
      let effects = try TwoWayDifference(
        reading.sample, outcome: reading.column, timing: timing, policy: policy, level: level)
      dropped = effects.dropped
      result = CommandResult(
        observations: effects.observations(reading.provenance), displays: effects.displays(context),
        warnings: effects.fixed.warnings)
    default:
      let schemes =
        arguments.list("aggregate")?.distinct.compactMap(GroupTimeEffects.Scheme.init)
        ?? GroupTimeEffects.Scheme.allCases
      let effects = try GroupTimeEffects(
        reading.sample, outcome: reading.column, covariates: covariates, timing: timing,
        GroupTimeEffects.Options(
          control: arguments.choice("control", default: .never),
          method: arguments.choice("method", default: .doublyRobust),
          base: arguments.choice("base", default: .varying),
          anticipation: try arguments.count("anticipation", in: 0...1000, default: 0),
          policy: policy, level: level,
          draws: try arguments.count("replicates", in: 0...1_000_000, default: 0),
          seed: try arguments.seed()))
      dropped = effects.dropped
      result = CommandResult(
        observations: effects.observations(reading.provenance, schemes: schemes),
        displays: effects.displays(context, reading.provenance, schemes: schemes),
        warnings: effects.notes)
    }
    try PanelSampleOptions.report(dropped, arguments)
    try Output.write(result, arguments, input, nouns: ["recovery"])
  }
}
