import CommandLineKit
import ESSIndicators

/// `indicators recovery dose`.
enum RecoveryDoseCommand {
  static let command = Command(
    name: "dose", summary: "Outcome after a common shock by how much units were treated",
    discussion: """
      The coefficient of dose x post with unit and period effects, where a shock hits all units at once: by default \
      the output of territories after the pandemic by the number of alliances recorded in each. Beside it the path of \
      the coefficient, placebo shocks, terciles of the dose, a randomisation test, and the smallest association that \
      the data could have shown. What it finds is an association unless trends are parallel in the dose. A dataset \
      is read from its first trend period on unless --from says otherwise.
      """,
    operands: [CommonOptions.input],
    options: options + CovarianceOptions.options + unbalanced + CommonOptions.columns
      + CommonOptions.results,
    examples: [
      Example(
        command: "indicators recovery dose --format table",
        explanation: "Output after 2019 and alliance coverage in Latin America and the Caribbean"),
      Example(
        command: "indicators recovery dose mexico-states --format csv",
        explanation: "The same between Mexico's states"),
    ],
    run: { arguments in
      try ErrorMessages.translating { try run(arguments) }
    })

  private static let unbalanced = PanelSampleOptions.options.map { option in
    var option = option
    if option.long == "unbalanced" { option.fallback = PanelSample.Policy.balance.rawValue }
    return option
  }

  private static let options: [Option] =
    ([
      Option(
        long: "dose", kind: .text("COLUMN"),
        help:
          "Column of doses, one for each unit; of a dataset by default the alliances recorded in each territory"
      ),
      CommonOptions.level,
      Option(
        long: "permutations", kind: .integer("N"),
        help: "Reassignments of the doses, where there are too many to take all", fallback: "9999"),
      Option(
        long: "post", kind: .text("PERIOD"),
        help: "First period after the shock; default the one after the dataset's reference"),
      Option(
        long: "power", kind: .number("POWER"), help: "Power of the smallest detectable association",
        fallback: "0.8"),
      Option(
        long: "scope", kind: .choice(["core", "all"]),
        help: "Alliances of the SSE proper, or of every theme", fallback: "core"),
      CommonOptions.seed,
    ] + OutcomeOptions.outcome).sorted { $0.long < $1.long }

  private static func run(_ arguments: Arguments) throws {
    let input = try Input(arguments)
    let column = arguments.text("dose")
    let covariance = try CovarianceOptions.covariance(
      arguments, default: .cluster(["unit"], .cr2, .none))
    var reading = try OutcomeOptions.read(
      arguments, input,
      numbers: (column.map { [$0] } ?? []) + CovarianceOptions.numbers(covariance),
      factors: CovarianceOptions.groupings(covariance))
    if !arguments.isGiven("from"),
      let first = input.dataset?.package.defaults["recession.trend-from"]
    {
      reading.sample = try reading.sample.between(first, nil)
      try reading.describe(input)
    }
    let (dose, name) = try dose(arguments, input, column, &reading)
    let post = try arguments.text("post") ?? usualPost(input)
    let study = try DoseResponse(
      reading.sample, dose: dose,
      DoseResponse.Options(
        outcome: reading.column, post: post, covariance: covariance,
        policy: arguments.text("unbalanced").flatMap(PanelSample.Policy.init) ?? .balance,
        draws: try arguments.count("permutations", in: 0...1_000_000, default: 9999),
        seed: try arguments.seed(), level: try arguments.level(),
        power: try arguments.number("power", in: 0.5...0.999, default: 0.8)))
    try PanelSampleOptions.report(study.dropped, arguments)
    let context = try arguments.displayContext(input.territories())
    try Output.write(
      CommandResult(
        observations: study.observations(reading.provenance, dose: name),
        displays: study.displays(context, reading.provenance, dose: name)), arguments, input,
      nouns: ["recovery", "alliances", "recession"])
  }

  private static func usualPost(_ input: Input) throws -> String {
    guard let text = input.dataset?.package.defaults["recession.reference"],
      let reference = Period(text)
    else {
      throw Failure(status: .usage, message: "--post is needed: the first period after the shock")
    }
    return reference.advanced(by: 1).description
  }

  /// The dose of each unit of the sample, and its name: a column, or how many alliances are recorded in a territory of the frame.
  private static func dose(
    _ arguments: Arguments, _ input: Input, _ column: String?,
    _ reading: inout OutcomeOptions.Reading
  ) throws -> (values: [Double], name: String) {
    guard let column else {
      let dataset = try input.requiredDataset(for: "the dose of alliances; --dose names a column")
      guard let code = dataset.package.defaults["alliances.frame"] else {
        throw Failure(status: .usage, message: "--dose is needed; \(input.name) has no frame")
      }
      let scope: AllianceSelection.Scope = arguments.choice("scope", default: .core)
      let selection = AllianceSelection(scope: scope)
      let network = try dataset.allianceNetwork()
      let frame = try Frame(group: code, in: input.territories())
      let depth = AlliancePresence(network, selection, frame: frame, reach: .direct).depth
      var sources = SourceList()
      sources.add(reading.provenance.sources)
      for membership in selection.memberships(of: network)
      where frame.territories.contains(network.organisations[membership.organisation].territory) {
        sources.add(membership.source)
      }
      reading.provenance.sources = sources.keys
      return (
        reading.sample.units.map { unit in
          frame.territories.firstIndex(of: unit).map { depth[$0] } ?? .nan
        }, "alliances(frame=\(code),scope=\(scope.rawValue),tiers=A+B,reach=direct)"
      )
    }
    if arguments.isGiven("scope") {
      throw Failure(
        status: .usage, message: "--scope goes with the dose of alliances, not with --dose")
    }
    return (try reading.sample.fixedValues(of: column), column)
  }
}
