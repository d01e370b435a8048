import CommandLineKit
import ESSIndicators

/// `indicators alliances coverage`.
enum AlliancesCoverageCommand {
  static let command = Command.measuring(
    "coverage", summary: "Share of a fixed list of territories that alliances reach",
    discussion: """
      Coverage plain, by population and by need, direct and through federations, for the SSE core and all themes, \
      with and without unnamed seats; depth, breadth over levels, survival if alliances fail, concentration on those \
      whom the shock hit, coverage by tier, level and year; the territories not recorded; the completeness of the \
      sources; the alliances that cover most, with a bound; and what each alliance, level or organisation adds.
      """,
    operand: AllianceOptions.input, options: options + AllianceViewOptions.all, columns: [],
    examples: [
      Example(
        command: "indicators alliances coverage --frame LAC33 --format table",
        explanation: "The 33 states of Latin America and the Caribbean"),
      Example(
        command: "indicators alliances coverage --scope all --tiers A --year 2021 --format csv",
        explanation: "All themes, stated memberships only, as of 2021"),
      Example(
        command: "indicators alliances coverage --contributions organisations,federated --summary",
        explanation: "Which organisations carry coverage and federated reach"),
    ],
    defaultsOf: ["alliances", "recession"]
  ) { arguments, input in
    let opened = try input.allianceView(arguments)
    let context = try arguments.displayContext(opened.tree)
    var result = try coverage(opened.view, arguments, context)
    let years = try arguments.years(opened.view)
    if let alpha = try arguments.number("attenuation") {
      result.observations += try AttenuatedDepth(opened.view, attenuation: alpha).observations
    }
    let timeline = CoverageTimeline(opened.view, years: years)
    if !arguments.flag("no-years"), !timeline.entries.isEmpty {
      result.observations += timeline.observations
      result.displays.append(timeline.display(context))
    }
    try addContributions(to: &result, opened.view, arguments, context)
    result.warnings = opened.warnings
    return result
  }

  private static let options = [
    Option(
      long: "attenuation", kind: .number("ALPHA"),
      help: "Also the depth in which an alliance k removes away counts ALPHA to the power k"),
    Option(
      long: "contributions", kind: .text("PLAYERS"),
      help:
        "Whose contributions: alliances, levels, organisations, federated (who carries federated "
        + "reach) or none", fallback: "alliances,levels", repeats: true, separator: ","),
    Option(
      long: "failure", kind: .text("Q"),
      help: "Probability with which each alliance fails, for the survival of coverage",
      fallback: "0.1,0.3", repeats: true, separator: ","),
    Option(
      long: "from", kind: .integer("YEAR"),
      help: "First year of the coverage by year; by default thirty years before the last"),
    Option(
      long: "k", kind: .integer("K"), help: "Largest k of the coverage by at least k alliances",
      fallback: "6"),
    CommonOptions.level,
    Option(long: "no-years", kind: .flag, help: "Leave out the coverage by year"),
    CommonOptions.seed,
    CommonOptions.replicates(1000, "random orders behind contributions that are not exact"),
    Option(
      long: "steps", kind: .integer("N"), help: "Steps of the greedy choice at most",
      fallback: "20"),
    Option(
      long: "summary", kind: .flag, help: "Leave out the rows of single territories"),
    Option(long: "to", kind: .integer("YEAR"), help: "Last year of the coverage by year"),
  ]

  /// Coverage itself, as the report has it too.
  static func measure(_ arguments: Arguments, _ view: AllianceView) throws -> AllianceCoverage {
    AllianceCoverage(
      view,
      AllianceCoverage.Options(
        largestK: try arguments.count("k", in: 1...1000, default: 6),
        failures: try failures(arguments),
        greedySteps: try arguments.count("steps", in: 1...10_000, default: 20),
        level: try arguments.level()))
  }

  private static func failures(_ arguments: Arguments) throws -> [Double] {
    try (arguments.list("failure") ?? ["0.1", "0.3"]).map { text in
      guard let value = Double(text), (0...1).contains(value) else {
        throw Failure(
          status: .usage, message: "--failure: '\(text)' is not a probability from 0 to 1")
      }
      return value
    }
  }

  private static func coverage(
    _ view: AllianceView, _ arguments: Arguments, _ context: DisplayContext
  ) throws -> CommandResult {
    let coverage = try measure(arguments, view)
    let isSummary = arguments.flag("summary")
    return CommandResult(
      observations: coverage.observations(ofTerritories: !isSummary),
      displays: [coverage.scopeDisplay(context), coverage.groupDisplay(context)]
        + (isSummary ? [] : [coverage.territoryDisplay(context)])
        + [coverage.shockDisplay(context), coverage.greedyDisplay(context)])
  }

  private static func addContributions(
    to result: inout CommandResult, _ view: AllianceView, _ arguments: Arguments,
    _ context: DisplayContext
  ) throws {
    let known = AllianceContributions.Players.allCases.map(\.rawValue) + ["federated", "none"]
    for name in arguments.list("contributions") ?? ["alliances", "levels"] {
      guard known.contains(name) else {
        throw DataError.unknownName(kind: "kind of contribution", name: name, known: known)
      }
      if let players = AllianceContributions.Players(rawValue: name) {
        let contributions = AllianceContributions(view, of: players)
        result.observations += contributions.observations
        result.displays.append(contributions.display(context))
      } else if name == "federated" {
        let contributions = try FederatedContributions(
          view, orders: try arguments.replicates(default: 1000), seed: try arguments.seed(),
          level: try arguments.level())
        result.observations += contributions.observations
        result.displays.append(contributions.display(context))
      }
    }
  }
}

extension Arguments {
  /// The years of a series, as `--from` and `--to` limit those that the relations name; `nil` where neither is given.
  func years(_ view: AllianceView) throws -> ClosedRange<Int>? {
    guard isGiven("from") || isGiven("to") else { return nil }
    let known = view.network.memberships.reduce(Int?.none) { last, membership in
      [last, membership.since, membership.asOf, membership.until].compactMap { $0 }.max()
    }
    guard let last = known else {
      throw DataError.notIdentified("no relation of the input has a year")
    }
    let to = try integer("to") ?? last
    let from = try integer("from") ?? to - 29
    guard from <= to else {
      throw Failure(status: .usage, message: "--from \(from) is after --to \(to)")
    }
    guard to - from < 1000 else {
      throw Failure(status: .usage, message: "--from \(from) --to \(to): a thousand years at most")
    }
    return from...to
  }
}
