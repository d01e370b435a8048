import CommandLineKit
import ESSIndicators

/// `indicators alliances evolution`.
enum AlliancesEvolutionCommand {
  static let command = Command.measuring(
    "evolution", summary: "Ties formed, dissolved and kept over years",
    discussion: """
      From each year to the next one asked for: memberships and shared memberships kept, formed and dissolved with \
      their Jaccard similarity, alliances founded and surviving, and communities of organisations carried along by \
      largest overlap. A relation holds from its first year or, where that is unknown, from the year that its source \
      describes.
      """,
    operand: AllianceOptions.input, options: options + AllianceViewOptions.all, columns: [],
    examples: [
      Example(
        command: "indicators alliances evolution --format table",
        explanation: "Every fifth year of the last thirty"),
      Example(
        command: "indicators alliances evolution --scope all --from 2019 --to 2021 --step 1",
        explanation: "All themes, through the pandemic"),
    ],
    defaultsOf: ["alliances", "recession"]
  ) { arguments, input in
    let opened = try input.allianceView(arguments)
    let context = try arguments.displayContext(opened.tree)
    let known = CoverageTimeline(opened.view, years: try arguments.years(opened.view)).entries
    guard let first = known.first?.year, let last = known.last?.year else {
      throw DataError.notIdentified(
        "no relation of \(input.name) has a year, so that nothing can be said of change")
    }
    let step = try arguments.count("step", in: 1...1000, default: 5)
    // Counted back from the last year, so that it is among them.
    let years = Array(stride(from: last, through: first, by: -step)).reversed()
    guard years.count >= 2 else {
      throw DataError.notIdentified(
        "from \(first) to \(last) there is no step of \(step) years; give --step or --from")
    }
    let evolution = try AllianceEvolution(
      opened.view, years: Array(years),
      communities: AllianceEvolution.leiden(
        runs: try arguments.replicates(default: 10), seed: try arguments.seed()))
    return CommandResult(
      observations: evolution.observations, displays: [evolution.display(context)],
      warnings: opened.warnings)
  }

  private static let options = [
    CommonOptions.replicates(10, "runs of the search for communities, of which the best counts"),
    CommonOptions.seed,
    Option(
      long: "from", kind: .integer("YEAR"),
      help: "First year; by default thirty years before the last"),
    Option(
      long: "step", kind: .integer("N"), help: "Years from one comparison to the next",
      fallback: "5"),
    Option(long: "to", kind: .integer("YEAR"), help: "Last year; by default the last recorded"),
  ]
}
