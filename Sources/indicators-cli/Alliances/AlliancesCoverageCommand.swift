import CommandLineKit
import ESSIndicators

/// `indicators alliances coverage`.
enum AlliancesCoverageCommand {
  static let command = Command.measuring(
    "coverage", summary: "Share of a fixed list of territories that alliances reach",
    discussion: """
      Coverage plain, by population and by need, direct and through federations, for the SSE core and all themes, \
      with and without unnamed seats; depth, breadth over levels, coverage by tier and level; the territories not \
      recorded; the completeness of the sources; and the alliances that cover most, with a bound.
      """,
    operand: CommonOptions.dataset, options: options, columns: [],
    examples: [
      Example(
        command: "indicators alliances coverage --frame LAC33 --format table",
        explanation: "The 33 states of Latin America and the Caribbean"),
      Example(
        command: "indicators alliances coverage --scope all --tiers A --year 2021 --format csv",
        explanation: "All themes, stated memberships only, as of 2021"),
    ],
    defaultsOf: ["alliances", "recession"]
  ) { arguments, input in
    let (coverage, tree) = try measure(arguments, input)
    let context = try arguments.displayContext(tree)
    return CommandResult(
      observations: coverage.observations,
      displays: [
        coverage.scopeDisplay(context), coverage.groupDisplay(context),
        coverage.territoryDisplay(context), coverage.greedyDisplay(context),
      ])
  }

  private static let options = [
    Option(
      long: "frame", kind: .text("GROUP"),
      help: "Group whose territories are to be covered; the dataset has a default"),
    CommonOptions.gdp(", behind need"),
    Option(
      long: "k", kind: .integer("K"), help: "Largest k of the coverage by at least k alliances",
      fallback: "6"),
    AllianceOptions.namedOnly,
    Option(
      long: "population", kind: .text("VARIABLE"), help: "Variable of populations"),
    Option(
      long: "reference", kind: .text("PERIOD"),
      help: "Period of the populations, and before the loss that need measures"),
    AllianceOptions.scope, AllianceOptions.tiers, AllianceOptions.year,
  ]

  static func measure(
    _ arguments: Arguments, _ input: Input
  ) throws -> (AllianceCoverage, TerritoryTree) {
    let dataset = try input.requiredDataset(for: "the coverage")
    let network = try dataset.allianceNetwork()
    let panel = try input.panel()
    let tree = try input.territories()
    guard let frame = input.setting("frame", of: "alliances", arguments) else {
      throw Failure(
        status: .usage, message: "--frame is needed; \(input.name) has no default for it")
    }
    let reference =
      try arguments.period("reference") ?? input.period("reference", of: "recession", arguments)
    let selection = try arguments.allianceSelection()
    let population = try input.variable(
      option: "population", role: "population", arguments, in: panel)
    let coverage = try AllianceCoverage(
      network, panel, tree,
      AllianceCoverage.Options(
        frame: try Frame(group: frame, in: tree), selection: selection,
        largestK: try arguments.count("k", in: 1...1000, default: 6), reference: reference,
        populationPeriod: panel.lastPeriod(of: population, notAfter: reference),
        population: population,
        level: try input.variable(option: "gdp", role: "gdp_constant", arguments, in: panel)))
    return (coverage, tree)
  }
}
