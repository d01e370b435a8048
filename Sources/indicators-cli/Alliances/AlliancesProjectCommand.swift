import CommandLineKit
import ESSIndicators

/// `indicators alliances project`.
enum AlliancesProjectCommand {
  static let command = Command.measuring(
    "project", summary: "Organisations tied by alliances they share, or alliances by organisations",
    discussion: """
      How many pairs share anything, and the ties kept, weighted by count, Newman, Jaccard, overlap, cosine, \
      hypergeometric surprise, or a weight of your own for each shared node. Pairs are visited one by one and only those kept \
      are stored, so that millions of memberships fit in memory; 'export' writes every tie kept.
      """,
    operand: AllianceOptions.input,
    options: NetworkOptions.incidence
      + NetworkOptions.projection(modes: [.organisations, .alliances], weights: "count") + [
        Option(
          long: "list", kind: .integer("N"), help: "Heaviest ties to list", fallback: "50"),
        Option(
          long: "predict", kind: .integer("N"),
          help: "Pairs without a tie to list, by the neighbours that they share", fallback: "0"),
      ], columns: [],
    examples: [
      Example(
        command: "indicators alliances project --mode alliances --list 10 --format table",
        explanation: "Alliances with most organisations in common"),
      Example(
        command: "indicators alliances project --weights newman --min-weight 0.5 --format csv",
        explanation: "Organisations tied closely, each alliance counting 1 / (members - 1)"),
    ],
    defaultsOf: []
  ) { arguments, input in
    let incidence = try input.incidence(arguments)
    let mode = arguments.choice("mode", default: ActorNetwork.Mode.organisations)
    let weights = arguments.text("weights") ?? "count"
    let projection = NetworkProjection(
      incidence, mode, try input.projection(arguments, incidence, mode, weights: weights),
      listed: try arguments.count("list", in: 0...1_000_000, default: 50),
      predicted: try arguments.count("predict", in: 0...1_000_000, default: 0))
    return CommandResult(
      observations: projection.observations,
      displays: projection.displays(try arguments.displayContext(input.territories())))
  }
}
